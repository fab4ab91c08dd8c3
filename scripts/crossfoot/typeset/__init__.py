"""Typesetting: `build/report.json` in, Typst markup and HTML out.

`paper` writes Typst, `screen` writes HTML; both are pure and see a chapter at a
time. Compiling, pictures and formulas are the belt's and the engines' affair.
"""
