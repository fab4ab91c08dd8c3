"""The page: sections, record and theme in, one self-contained HTML file out."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from crossfoot.parts import Entry
from crossfoot.typeset.frame import Frame
from crossfoot.typeset.paper.front import about, cover_lines, imprint
from crossfoot.typeset.record import Record
from crossfoot.typeset.screen.marks import attribute, escape, quoted
from crossfoot.typeset.survey import Exhibit, Survey
from crossfoot.typeset.words import ABOUT, CONTENTS, FIGURES, SOURCES, TABLES

SLOT = re.compile(r"\{\{([a-z-]+)\}\}")
DEPTH = 2
"""Levels of headings in the contents."""


class Theme(NamedTuple):
    """The files of a theme."""

    template: str
    """HTML with slots, `{{name}}`."""
    style: str
    """CSS."""
    tokens: Mapping[str, Any]
    """Design tokens: `light` and `dark` colours, fonts."""


def page(frame: Frame, sections: Iterable[str], theme: Theme, sources: str = "") -> str:
    """Return the whole page; `sources` is the section on where numbers come from."""
    record = frame.record
    slots = {
        "lang": quoted(record.language),
        "title": escape(record.title),
        "meta": _meta(record),
        "style": f"{_properties(theme.tokens)}{theme.style}",
        "data": _data(record),
        "masthead": _masthead(record, frame.draft),
        "contents": _contents(frame.entries) + _lists(frame.seen) + _more(sources),
        "main": "".join(sections) + sources,
        "about": _about(record),
    }
    return SLOT.sub(lambda found: slots[found[1]], theme.template)


def _meta(record: Record) -> str:
    pairs = [
        ("description", record.description or record.subtitle or record.title),
        ("author", ", ".join(author.name for author in record.authors)),
        ("keywords", ", ".join(record.keywords)),
    ]
    return "".join(
        f'<meta name="{name}" content={quoted(words)}>\n'
        for name, words in pairs
        if words
    )


def _properties(tokens: Mapping[str, Any]) -> str:
    """Return the tokens as CSS custom properties, light and dark."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in tokens[scheme].items())
        for scheme in ("light", "dark")
    )
    fonts = tokens["screen"]
    faces = f"--text:'{fonts['text']}';--display:'{fonts['display']}';"
    # A chart is drawn for paper, whatever the scheme.
    faces += (
        f"--heavy:{tokens['weight']['display']};--plate:{tokens['light']['ground']};"
    )
    return (
        f":root{{{faces}{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    )


def _data(record: Record) -> str:
    """Return the record as JSON-LD (https://schema.org/Report)."""
    people = [
        {"@type": "Person", "name": one.name, **_affiliation(one.affiliation)}
        for one in record.authors
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": record.title,
        "alternativeHeadline": record.subtitle,
        "description": record.description,
        "author": people,
        "publisher": _bodies([record.publisher]),
        "sponsor": _bodies([*record.commissioned_by]),
        "funder": _bodies([*record.funders]),
        "datePublished": record.date,
        "inLanguage": record.language,
        "version": record.version,
        "license": record.licence_address or record.licence,
        "isbn": record.isbn,
        "sameAs": record.doi_address,
        "keywords": list(record.keywords),
    }
    kept = {key: value for key, value in data.items() if value}
    # A `</script>` inside a text would end the element.
    return json.dumps(kept, ensure_ascii=False, sort_keys=True).replace("</", "<\\/")


def _affiliation(name: str) -> dict[str, Any]:
    return {"affiliation": {"@type": "Organization", "name": name}} if name else {}


def _bodies(names: list[str]) -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": name} for name in names if name]


def _masthead(record: Record, draft: str) -> str:
    people = "".join(
        f"<li>{escape(one.name)}{_where(one.affiliation)}</li>\n"
        for one in record.authors
    )
    parts = [
        _line("draft", draft),
        _line("publisher", record.publisher),
        f"<h1>{escape(record.title)}</h1>\n",
        _line("subtitle", record.subtitle),
        f'<ul class="authors">\n{people}</ul>\n' if people else "",
        *(_line("line", line) for line in cover_lines(record)),
    ]
    return "".join(parts)


def _line(kind: str, words: str) -> str:
    return f'<p class="{kind}">{escape(words)}</p>\n' if words else ""


def _where(words: str) -> str:
    return f' <span class="where">{escape(words)}</span>' if words else ""


def _contents(entries: list[Entry]) -> str:
    """Return the contents as nested lists."""
    out: list[str] = [f'<h2 id="_contents">{CONTENTS}</h2>\n']
    level = 0
    for entry in entries:
        if entry.level > DEPTH or not entry.listed or not (entry.id and entry.title):
            continue
        depth = min(entry.level, level + 1)
        out += ["<ol>\n"] * (depth - level) if depth > level else ["</li>\n"]
        out += ["</ol>\n</li>\n"] * max(level - depth, 0)
        out.append(f"<li>{_entry(entry)}")
        level = depth
    out.append("</li>\n</ol>\n" * level)
    return "".join(out)


def _entry(entry: Entry) -> str:
    number = f'<span class="number">{escape(entry.number)}</span> '
    mark = number if entry.number else ""
    return f"<a href={quoted('#' + entry.id)}>{mark}{escape(entry.title)}</a>"


def _lists(seen: Survey) -> str:
    pairs = ((FIGURES, seen.figures), (TABLES, seen.tables))
    return "".join(_list(title, found) for title, found in pairs if found)


def _more(sources: str) -> str:
    return f'<p><a href="#_numbers">{SOURCES}</a></p>\n' if sources else ""


def _list(title: str, exhibits: list[Exhibit]) -> str:
    entries = "".join(
        f'<li><a href={quoted("#" + one.id)}><span class="number">'
        f"{escape(one.label)}</span> {escape(one.caption)}</a></li>\n"
        for one in exhibits
    )
    return f"<details>\n<summary>{title}</summary>\n<ul>\n{entries}</ul>\n</details>\n"


def _about(record: Record) -> str:
    told = "".join(f"<p>{escape(words)}</p>\n" for words in about(record))
    rows = "".join(
        f"<div><dt>{escape(name)}</dt>\n<dd>{_value(words, where)}</dd></div>\n"
        for name, words, where in imprint(record)
    )
    listed = f"<dl>\n{rows}</dl>\n" if rows else ""
    head = f"<h2>{ABOUT}</h2>\n" if told or listed else ""
    return head + told + listed


def _value(words: str, where: str) -> str:
    shown = escape(words)
    return f"<a{attribute('href', where)}>{shown}</a>" if where else shown
