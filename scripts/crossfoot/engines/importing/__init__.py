"""Importing: files of other kinds in, chapters of a report out."""
