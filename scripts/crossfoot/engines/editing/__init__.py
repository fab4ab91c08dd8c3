"""The language server: the protocol, open documents, and runs of the checks."""
