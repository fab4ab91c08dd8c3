"""Provenance on screen: the ledger and the chapters as written in, a section out.

It says of each value what it was made of and where it is printed, and of each file
its hash. Numbers lead to it by plain links and it leads back by plain links, as notes
do: their words stay words that can be copied, broken at a line's end and read where
scripts, pop-ups and buttons are taken out, such as in a browser's reading view.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crossfoot.findings import listed, several
from crossfoot.phrases import phrases
from crossfoot.places import ranges
from crossfoot.typeset.origins import Origins
from crossfoot.typeset.screen.marks import HOW, NUMBER, VALUE, attribute, escape, quoted
from crossfoot.typeset.survey import Exhibit
from crossfoot.typeset.words import CHECKS, own_tongue

ANCHOR = re.compile(r' id="_n-([0-9a-f]+)"')
SHORT = 8
"""Characters of a hash that stand for it."""
COMPARED = {
    "over": "over",
    "under": "under",
    "at_least": "at least",
    "at_most": "at most",
    "about": "about",
    "nearly": "nearly",
}
"""What stands for the comparators of a number; words of the text may differ."""
RANGES = 12
"""Ranges of lines that are named."""


Printed = dict[str, dict[str, list[str]]]
"""Links to the numbers of a quantity, by state and by chapter."""


def section(
    told: Origins,
    chapters: Iterable[tuple[str, Sequence[str]]],
    exhibits: Sequence[Exhibit],
    language: str,
) -> str:
    """Return the section, or nothing where no number comes from anywhere.

    What it says is English, and marked so in a report in another `language`.
    `chapters` are the titles of the report's parts and the `anchors` in their HTML.
    """
    if not told.hashes:
        return ""
    printed = _printed(told, chapters)
    keys = [*printed, *(key for key in told.quantities if key not in printed)]
    values = "".join(_value(told, key, printed.get(key, {})) for key in keys)
    files = "".join(_file(told, file, exhibits) for file in told.hashes)
    first = f"<h3>Values</h3>\n<ul>\n{values}</ul>\n" if values else ""
    mark = attribute("lang", own_tongue(language))
    start, end = (f"<div{mark}>\n", "</div>\n") if mark else ("", "")
    return (
        f'<section class="provenance" aria-labelledby="_numbers">\n'
        f'<h2 id="_numbers">{phrases(language)["sources"]}</h2>\n{start}'
        f'<p id="{HOW}">A number that is underlined with dots leads to this section,'
        " which says what it was made of and leads back to it.</p>\n"
        f"{first}<h3>Files</h3>\n<ul>\n{files}</ul>\n{end}</section>\n"
    )


def _printed(
    told: Origins, chapters: Iterable[tuple[str, Sequence[str]]]
) -> dict[str, Printed]:
    """Return where each quantity is printed, in reading order."""
    by_name = {one["id"]: one for one in told.numbers if one["quantity"]}
    out: dict[str, Printed] = {}
    for title, names in chapters:
        for name in names:
            one = by_name.get(name)
            if one and one["quantity"] in told.quantities:
                link = f'<a href="#{NUMBER.format(name)}">{escape(said(one))}</a>'
                by_state = out.setdefault(one["quantity"], {})
                by_chapter = by_state.setdefault(one["state"], {})
                by_chapter.setdefault(title, []).append(link)
    return out


def anchors(markup: str) -> list[str]:
    """Return the names of the numbers in a chapter's HTML, in order."""
    return ANCHOR.findall(markup)


def said(one: Mapping[str, Any]) -> str:
    """Return a number with its comparator, unless what is shown has it."""
    word = COMPARED.get(one["comparator"], "")
    shown = str(one["shown"])
    return f"{word} {shown}" if word and not shown[:1].isalpha() else shown


def _value(told: Origins, key: str, printed: Printed) -> str:
    """Return what is said of one quantity."""
    one = told.quantities[key]
    code = f" <code>{escape(key)}</code>" if one["label"] else ""
    name = f"{one['label'] or key}: {one['shown']}"
    lines = [f"<b>{escape(name)}</b>{code}", _origin(told, one)]
    for state, by_chapter in printed.items():
        places = (
            f"{', '.join(links)} in {escape(title)}" if title else ", ".join(links)
            for title, links in by_chapter.items()
        )
        lines.append(f"{CHECKS.get(state, state)}: {'; '.join(places)}.")
    said = "".join(f"<p>{line}</p>\n" for line in lines)
    return f"<li id={quoted(VALUE.format(key))}>{said}</li>\n"


def _origin(told: Origins, one: Mapping[str, Any]) -> str:
    """Return how a value came about: formula, parts, file, hash and lines."""
    source = one["source"]
    file, rows = str(source.get("file") or ""), source.get("rows") or ()
    formula = one["formula"] or "given"
    # A formula of other quantities starts with a key, which has no capital.
    said = escape(formula if one["uses"] else formula[:1].upper() + formula[1:])
    for key in one["uses"]:
        if key in told.quantities:
            link = f'<a href="#{VALUE.format(key)}">{escape(key)}</a>'
            said = re.sub(rf"(?<![\w.#>-]){re.escape(key)}(?![\w.<-])", link, said)
    lines = _lines(rows) if rows else ""
    where = f"{lines} of {_link(file, told)}" if lines else _link(file, told)
    digest = told.hashes.get(file, "")[:SHORT]
    return f"{said}: {where}, SHA-256 {digest}…." if file else f"{said}."


def _lines(rows: Sequence[int]) -> str:
    """Return the lines of a file that a value was made of, as ranges."""
    spans = ranges(rows)
    named = ", ".join(spans[:RANGES])
    more = len(spans) - RANGES
    rest = f" and {several(more, 'more range', 'more ranges')}" if more > 0 else ""
    return f"{'line' if len(rows) == 1 else 'lines'} {named}{rest}"


def _link(file: str, told: Origins) -> str:
    words = f"<code>{escape(file)}</code>"
    name = told.files.get(file)
    return f'<a href="#{name}">{words}</a>' if name else words


def _file(told: Origins, file: str, exhibits: Sequence[Exhibit]) -> str:
    """Return what is said of one file: its hash, and what shows it."""
    labels = {one.id: one.label for one in exhibits}
    shown = [name for name in told.shown.get(file, ()) if name in labels]
    links = [
        f"<a href={quoted('#' + name)}>{escape(labels[name])}</a>" for name in shown
    ]
    uses = f" Shown in {listed(links)}." if links else ""
    return (
        f'<li id="{told.files[file]}"><p><code>{escape(file)}</code>{uses}</p>\n'
        f'<p>SHA-256 <code class="hash">{escape(told.hashes[file])}</code></p></li>\n'
    )


def source_line(
    files: Iterable[str], told: Origins, phrases_: Mapping[str, str]
) -> str:
    """Return the line under a table or figure that names its files, if any."""
    links = [_link(file, told) for file in files if file in told.files]
    words = phrases_["data"].replace("{files}", listed(links, phrases_["and"]))
    return f'<p class="source">{words}</p>\n' if links else ""
