"""Bringing in documents of other kinds: what was read in, chapters and records out.

Each kind (Word, a web page, plain text, Markdown of other systems) becomes pandoc's
AST or text; `shape` makes chapters of it, `proof` holds the words that went in against
the words that came out, and `review` lists what an author has to look at.
"""
