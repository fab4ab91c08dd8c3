"""Where inline elements stand: Markdown in, the slice of each element out."""

import pytest
from placing import slices

INLINES = {
    "emphasis": (
        "*one* __two__ ***three*** **a****b** H~2~O x^2^ ~~no~~ snake_case\n",
        [
            "Para *one* __two__ ***three*** **a****b** H~2~O x^2^ ~~no~~ snake_case",
            "Emph *one*",
            "Strong __two__",
            "Strong ***three***",
            "Emph *three*",
            "Strong **a****b**",
            "Subscript ~2~",
            "Superscript ^2^",
            "Strikeout ~~no~~",
        ],
    ),
    "quotation marks": (
        "“A” \"b 'c' d\" it's 5' 6\" 'tis\n",
        [
            "Para “A” \"b 'c' d\" it's 5' 6\" 'tis",
            "Quoted \"b 'c' d\"",
            "Quoted 'c'",
            "Str it's",
            "Str 5'",
            'Str 6"',
            "Str 'tis",
        ],
    ),
    "typed forms": (
        "a--b --- c... \\$5 \\*x &amp; &copy;1 a\\ b e.g. this AT&T \\\\\n",
        [
            "Para a--b --- c... \\$5 \\*x &amp; &copy;1 a\\ b e.g. this AT&T \\\\",
            "Str a--b",
            "Str ---",
            "Str c...",
            "Str \\$5",
            "Str \\*x",
            "Str &amp;",
            "Str &copy;1",
            "Str a\\ b",
            "Str e.g. this",
            "Str \\\\",
        ],
    ),
    "unicode": (
        "café 日本 😀x שלום a\xa0b co‑op\n",
        ["Para café 日本 😀x שלום a\xa0b co‑op"],
    ),
    "code and maths": (
        "`x  y`{.k} `` a ` b `` `=asks.total|£m` $a\nb$ $$c$$ `<b>`{=html}\n",
        [
            "Para `x  y`{.k} `` a ` b `` `=asks.total|£m` $a\nb$ $$c$$ `<b>`{=html}",
            "Code `x  y`{.k}",
            "Code `` a ` b ``",
            "Code `=asks.total|£m`",
            "Math $a\nb$",
            "Math $$c$$",
            "RawInline `<b>`{=html}",
        ],
    ),
    "spans": (
        '[over £2bn]{value=asks.total} []{value=x} [a [b]{.smallcaps}]{.y z="}"}\n',
        [
            'Para [over £2bn]{value=asks.total} []{value=x} [a [b]{.smallcaps}]{.y z="}"}',
            "Span [over £2bn]{value=asks.total}",
            "Span []{value=x}",
            'Span [a [b]{.smallcaps}]{.y z="}"}',
            "SmallCaps [b]{.smallcaps}",
        ],
    ),
    "equation": (
        '[$$x_1$$]{#eq-rate alt="A []{value=x} {b}"}\n',
        [
            'Para [$$x_1$$]{#eq-rate alt="A []{value=x} {b}"}',
            'Span [$$x_1$$]{#eq-rate alt="A []{value=x} {b}"}',
            "Math $$x_1$$",
        ],
    ),
    "links": (
        '[a *b*](c_(d).md "t (u)"){.k} [r][ref] [ref] [R][] <https://x.y/z> <a@b.co>\n\n[ref]: <d e.md>\n  "Title"\n[r]: f\n',
        [
            'Para [a *b*](c_(d).md "t (u)"){.k} [r][ref] [ref] [R][] <https://x.y/z> <a@b.co>',
            'Link [a *b*](c_(d).md "t (u)"){.k}',
            "Emph *b*",
            "Link [r][ref]",
            "Link [ref]",
            "Link [R][]",
            "Link <https://x.y/z>",
            "Link <a@b.co>",
        ],
    ),
    "images": (
        'x ![alt *t*](a b.png "t"){width=3} y ![][ref]\n\n[ref]: c.png\n',
        [
            'Para x ![alt *t*](a b.png "t"){width=3} y ![][ref]',
            'Image ![alt *t*](a b.png "t"){width=3}',
            "Emph *t*",
            "Image ![][ref]",
        ],
    ),
    "citations": (
        "[see @a, p. 3; -@b] @c [p. 4] -@d @{e f} (@g)\n",
        [
            "Para [see @a, p. 3; -@b] @c [p. 4] -@d @{e f} (@g)",
            "Cite [see @a, p. 3; -@b]",
            "Cite @c [p. 4]",
            "Cite -@d",
            "Cite @g",
        ],
    ),
    "notes": (
        "a[^n] b^[in *line*] c[^n]\n\n[^n]: One\n    two.\n\n    Three `x`.\n\nNext.\n",
        [
            "Para a[^n] b^[in *line*] c[^n]",
            "Note [^n]",
            "Para One\n    two.",
            "Para Three `x`.",
            "Code `x`",
            "Note ^[in *line*]",
            "Para in *line*",
            "Emph *line*",
            "Note [^n]",
            "Para One\n    two.",
            "Para Three `x`.",
            "Code `x`",
            "Para Next.",
        ],
    ),
    "raw": (
        '<b>x</b> <span class="a>b">y</span> <!-- c --> \\emph{z} <br\n/> e\n',
        [
            'Para <b>x</b> <span class="a>b">y</span> <!-- c --> \\emph{z} <br\n/> e',
            "RawInline <b>",
            "RawInline </b>",
            'Span <span class="a>b">y</span>',
            "RawInline <!-- c -->",
            "RawInline \\emph{z}",
            "RawInline <br\n/>",
        ],
    ),
    "lines": (
        "a  \nb\\\nc\nd\n",
        ["Para a  \nb\\\nc\nd"],
    ),
    "not syntax": (
        "[^x] [y] [z](a) * b _c ~ ^ $5 and $6 @ # > | {.k} ](\n\n[z]\n",
        [
            "Para [^x] [y] [z](a) * b _c ~ ^ $5 and $6 @ # > | {.k} ](",
            "Link [z](a)",
            "Para [z]",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), INLINES.values(), ids=INLINES)
def test_inlines_stand_where_they_are_written(text: str, expected: list[str]) -> None:
    """The slice of each inline element is the whole of its syntax."""
    assert slices(text) == expected
