"""The paper: chapters in, Typst markup out.

Each top-level block is one line of its chapter's file, so that a line that Typst
objects to names the block to blame.
"""
