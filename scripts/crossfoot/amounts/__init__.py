"""The number module: texts in, amounts out, and amounts back into text.

Everything that reads or prints a number goes through here. `scan` reads running
text, `cells` a table's cell; `agree` compares a printed number with an exact value;
`show` prints one, `like` in the style of another; `marks` finds what is bound.

All words and marks that belong to English stand in `english`, `english_names` and the
files whose words they hand on (`english_money`, `english_one`, `english_labels`), plain
data: `patterns` and `forms` are built from them. Another language is another pair of
files with the names of the first two, some of them empty, imported in their place;
`tests/amounts/test_language.py` does so with a small German. What such a pair cannot
say is a grammar of number words that is not English in kind: tens before units, units
before a hundred, groups by thousands.

Nothing is imported here, as reading takes many patterns and printing none.
"""
