"""Outlines: headings, and what can be folded."""

from crossfoot.editor.outlining import Section, folds, outline
from crossfoot.places import Text

CHAPTER = """\
---
title: A
---

# One {#sec-one}

Text.

## Inner ##

```
# no heading
```

### {.unnumbered}

::: {.callout-note}
Box.
:::

# Two

#no heading either
"""


def tree(sections: list[Section]) -> list[object]:
    return [
        [one.title, *tree(one.parts)] if one.parts else one.title for one in sections
    ]


def test_headings_are_nested_and_code_holds_none() -> None:
    """Each heading has those below it, without attributes and closing marks."""
    text = Text("a.md", CHAPTER)
    found = outline(text)
    assert tree(found) == [["One", ["Inner", "…"]], "Two"]
    assert text.slice(found[0].heading) == "# One {#sec-one}"
    assert text.slice(found[0].parts[0].span).endswith(":::\n\n")
    assert text.slice(found[1].span) == "# Two\n\n#no heading either\n"


def test_sections_code_and_boxes_can_be_folded() -> None:
    """What can be folded goes from its first line to its last with words."""
    assert list(folds(Text("a.md", CHAPTER))) == [
        *((5, 19), (9, 19), (11, 13), (15, 19), (17, 19), (21, 23)),
    ]
