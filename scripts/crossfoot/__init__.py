"""Crossfoot: chapters and tables in, a checked and typeset report out."""

__version__ = "0.1.0"
