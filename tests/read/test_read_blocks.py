"""Where blocks stand: Markdown in, the slice of each element out."""

import pytest
from placing import slices

BLOCKS = {
    "headings": (
        "# One *two* {#sec-a .b} \n\n## Three ##\n\nFour\n====\n\nFive {.k}\n----\n\n###\n\n# Six\\\n",
        [
            "Header # One *two* {#sec-a .b}",
            "Emph *two*",
            "Header ## Three ##",
            "Header Four\n====",
            "Header Five {.k}\n----",
            "Header ###",
            "Header # Six\\",
        ],
    ),
    "paragraphs and rules": (
        "One\ntwo.\n\n* * *\n\nThree\n",
        ["Para One\ntwo.", "HorizontalRule * * *", "Para Three"],
    ),
    "lists": (
        "- one\n  two\n- three\n\n    - four\n\n      five\n\n1. a\n2. b\n\n(i) c\n\n(@) d\n(@e) f, see (@e)\n\n- [ ] g\n- [x] h\n",
        [
            "BulletList - one\n  two\n- three\n\n    - four\n\n      five",
            "Para one\n  two",
            "Para three",
            "BulletList - four\n\n      five",
            "Para four",
            "Para five",
            "OrderedList 1. a\n2. b",
            "Plain a",
            "Plain b",
            "OrderedList (i) c",
            "Plain c",
            "OrderedList (@) d\n(@e) f, see (@e)",
            "Plain d",
            "Plain f, see (@e)",
            "Str None",
            "BulletList - [ ] g\n- [x] h",
            "Plain [ ] g",
            "Str [ ]",
            "Plain [x] h",
            "Str [x]",
        ],
    ),
    "quotes": (
        "> one\n> two\n>\n> > three `a\n> > b`\nlazy\n\nafter\n",
        [
            "BlockQuote > one\n> two\n>\n> > three `a\n> > b`\nlazy",
            "Para one\n> two",
            "BlockQuote > three `a\n> > b`\nlazy",
            "Para three `a\n> > b`\nlazy",
            "Code `a\n> > b`",
            "Para after",
        ],
    ),
    "code": (
        "```{.py #x}\na\n\n  b\n```\n\n    c\n\n      d\n\n~~~\n~~~\n\n- e\n\n  ```\n  f\n  ```\n",
        [
            "CodeBlock ```{.py #x}\na\n\n  b\n```",
            "CodeBlock c\n\n      d",
            "CodeBlock ~~~\n~~~",
            "BulletList - e\n\n  ```\n  f\n  ```",
            "Para e",
            "CodeBlock ```\n  f\n  ```",
        ],
    ),
    "divs": (
        '::: {.a #b}\none\n\n::::: c\ntwo\n:::::\n:::\n\n<div class="d">\n*three*\n</div>\n',
        [
            "Div ::: {.a #b}\none\n\n::::: c\ntwo\n:::::\n:::",
            "Para one",
            "Div ::::: c\ntwo\n:::::",
            "Para two",
            'Div <div class="d">\n*three*\n</div>',
            "Para *three*",
            "Emph *three*",
        ],
    ),
    "definitions": (
        "Term *a*\n:   One\n    two\n\n    three\n\nTerm b\n~ four\n~ five\n",
        [
            "DefinitionList Term *a*\n:   One\n    two\n\n    three\n\nTerm b\n~ four\n~ five",
            "Emph *a*",
            "Plain One\n    two",
            "Plain three",
            "Plain four",
            "Plain five",
        ],
    ),
    "line blocks": (
        "| one\n|   two\n  three\n|\n| four\n",
        ["LineBlock | one\n|   two\n  three\n|\n| four", "Str   two"],
    ),
    "figures": (
        '![A *cap*](figures/a.svg){#fig-a alt="B"}\n\n![C](d.png)\n',
        [
            'Figure ![A *cap*](figures/a.svg){#fig-a alt="B"}',
            "Plain A *cap*",
            "Emph *cap*",
            'Plain ![A *cap*](figures/a.svg){#fig-a alt="B"}',
            'Image ![A *cap*](figures/a.svg){#fig-a alt="B"}',
            "Figure ![C](d.png)",
            "Plain C",
            "Plain ![C](d.png)",
            "Image ![C](d.png)",
        ],
    ),
    "raw blocks": (
        "<!-- crossfoot: allow NUM05 because x -->\n\n\\begin{a}\nb\n\\end{a}\n\n```{=html}\n<p>\n```\n\n<table>\n<tr><td>*a*</td></tr>\n</table>\n",
        [
            "RawBlock <!-- crossfoot: allow NUM05 because x -->",
            "RawBlock \\begin{a}\nb\n\\end{a}",
            "RawBlock ```{=html}\n<p>\n```",
            "Table <table>\n<tr><td>*a*</td></tr>\n</table>",
            "Plain *a*",
            "Emph *a*",
        ],
    ),
    "definitions between": (
        "[^a]: A note\n\n[b]: c\n\nText[^a] [b].\n\n---\nk: v\n---\n\nEnd.\n",
        ["Para Text[^a] [b].", "Note [^a]", "Para A note", "Link [b]", "Para End."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks_stand_where_they_are_written(text: str, expected: list[str]) -> None:
    """The slice of each block is its whole extent."""
    assert slices(text) == expected
