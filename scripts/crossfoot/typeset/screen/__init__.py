"""The screen: chapters in, one self-contained HTML page out."""
