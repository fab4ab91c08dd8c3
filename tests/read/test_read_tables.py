"""Where tables and their cells stand: Markdown in, slices out."""

import pytest
from placing import slices

TABLES = {
    "pipe": (
        "| a | b |\n|:--|--:|\n| *c* \\| d | `e|f` |\n| []{value=x} | |\n| g[^n]\n\n: Cap *x* {#tbl-x total=b}\n\n[^n]: Note\n",
        [
            "Table | a | b |\n|:--|--:|\n| *c* \\| d | `e|f` |\n| []{value=x} | |\n| g[^n]\n\n: Cap *x* {#tbl-x total=b}",
            "Plain Cap *x*",
            "Emph *x*",
            "Plain a",
            "Plain b",
            "Plain *c* \\| d",
            "Emph *c*",
            "Str \\|",
            "Plain `e|f`",
            "Code `e|f`",
            "Plain []{value=x}",
            "Span []{value=x}",
            "Plain g[^n]",
            "Note [^n]",
            "Para Note",
        ],
    ),
    "pipe without pipes": (
        "Table: Before\n\na | b\n--|--\n£2bn | it's\n",
        [
            "Table Table: Before\n\na | b\n--|--\n£2bn | it's",
            "Plain Before",
            "Plain a",
            "Plain b",
            "Plain £2bn",
            "Plain it's",
            "Str it's",
        ],
    ),
    "simple": (
        "  Right     Left   é\n-------     ------ ---\n     12     ab cd  x\n    *3*            日本\n\nTable: After\n",
        [
            "Table Right     Left   é\n-------     ------ ---\n     12     ab cd  x\n    *3*            日本\n\nTable: After",
            "Plain After",
            "Plain Right",
            "Plain Left",
            "Plain é",
            "Plain 12",
            "Plain ab cd",
            "Plain x",
            "Plain *3*",
            "Emph *3*",
            "Plain 日本",
        ],
    ),
    "headless": (
        "---- ---\nab   cd\ne    f\n---- ---\n",
        [
            "Table ---- ---\nab   cd\ne    f\n---- ---",
            "Plain ab",
            "Plain cd",
            "Plain e",
            "Plain f",
        ],
    ),
    "multiline": (
        "-----------------\n Centred  Two\n  head    x\n-------- --------\n One     12.0\n two     *b*\n\n Three   c\n-----------------\n",
        [
            "Table -----------------\n Centred  Two\n  head    x\n-------- --------\n One     12.0\n two     *b*\n\n Three   c\n-----------------",
            "Plain None",
            "Plain None",
            "Plain None",
            "Plain None",
            "Emph *b*",
            "Plain Three",
            "Plain c",
        ],
    ),
    "grid": (
        "+------+------------+\n| a    | b          |\n+======+============+\n| - x  | one two    |\n| - y  | **three**  |\n+------+------------+\n| wide              |\n+------+------------+\n\n: Cap\n",
        [
            "Table +------+------------+\n| a    | b          |\n+======+============+\n| - x  | one two    |\n| - y  | **three**  |\n+------+------------+\n| wide              |\n+------+------------+\n\n: Cap",
            "Plain Cap",
            "Plain a",
            "Plain b",
            "BulletList None",
            "Plain x",
            "Plain y",
            "Plain None",
            "Strong **three**",
            "Plain wide",
        ],
    ),
    "grid without a head": (
        "+---+---+\n|   |   |\n+===+===+\n| 1 | 2 |\n+---+---+\n",
        [
            "Table +---+---+\n|   |   |\n+===+===+\n| 1 | 2 |\n+---+---+",
            "Plain 1",
            "Plain 2",
        ],
    ),
    "in a quote": (
        "> | a | b |\n> |---|---|\n> | c | d |\n>\n> : Cap\n",
        [
            "BlockQuote > | a | b |\n> |---|---|\n> | c | d |\n>\n> : Cap",
            "Table | a | b |\n> |---|---|\n> | c | d |\n>\n> : Cap",
            "Plain Cap",
            "Plain a",
            "Plain b",
            "Plain c",
            "Plain d",
        ],
    ),
    "in a list": (
        "- x\n\n  a    b\n  ---- ----\n  c    d\n",
        [
            "BulletList - x\n\n  a    b\n  ---- ----\n  c    d",
            "Para x",
            "Table a    b\n  ---- ----\n  c    d",
            "Plain a",
            "Plain b",
            "Plain c",
            "Plain d",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_tables_stand_where_they_are_written(text: str, expected: list[str]) -> None:
    """A cell has a place unless it stands on several lines, and then its parts have."""
    assert slices(text) == expected
