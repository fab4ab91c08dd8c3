"""What an editor is told about a report: texts and a position in, values out.

Pure: `engines/editing` speaks the protocol, keeps open documents and runs the checks.
"""
