"""The number module: texts in, amounts out, and amounts back into text.

Everything that reads or prints a number goes through here. `scan` reads running
text, `cells` a table's cell; `agree` compares a printed number with an exact value;
`show` prints one, `like` in the style of another; `marks` finds what is bound.
Nothing is imported here, as reading takes many patterns and printing none.
"""
