"""The front matter on paper: the publication record in, `record.json` out.

The theme's Typst files read it; words in it are shown as they stand.
"""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import groupby, islice
from textwrap import shorten
from typing import Any

from crossfoot.nodes import walk
from crossfoot.parts import Part
from crossfoot.phrases import phrases
from crossfoot.record import Author, Record
from crossfoot.typeset.frame import Frame
from crossfoot.typeset.scripts import LETTERS, SIGNS, chinese

MAIL = re.compile(r"[^@\s,;:<>]+@[^@\s,;:<>]+")
BRIEF = 220
"""Words of a chapter, on average, up to which chapters follow each other on a page."""
ACROSS = 36
"""Letters on a line of half a title page."""
CROWD = 12
"""Lines of authors and their bodies from which on a title page has no room for them."""
HEADLINE = 90
"""Letters of the title that stand at the foot of every page."""
DEPTH = 2
"""Levels of headings in the contents."""


def front(frame: Frame) -> dict[str, Any]:
    """Return what the theme shows before the first chapter, and on every page."""
    record, seen = frame.record, frame.seen
    lang, region = language(record.language)
    said = phrases(record.language)
    depth = DEPTH if len(frame.entries) > 1 else 0
    return {
        "title": record.title,
        "short": shorten(record.title, HEADLINE, placeholder="…"),
        "subtitle": record.subtitle,
        "publisher": record.publisher,
        "authors": authors(record),
        "logo": logo(frame),
        "lines": cover_lines(record),
        "about": {
            "title": said["about"],
            "texts": about(record),
            "rows": imprint(record),
        },
        "contents": {"title": said["contents"], "depth": depth},
        "figures": said["figures"] if seen.figures else "",
        "tables": said["tables"] if seen.tables else "",
        "keywords": list(record.keywords),
        "description": record.description,
        "lang": lang,
        "region": region,
        "letters": list(LETTERS),
        "chinese": chinese(record.language),
        "signs": list(SIGNS),
        "pages": said["pages"],
        "draft": frame.draft,
    }


def flows(parts: Sequence[Part]) -> bool:
    """Say whether chapters are so short that each on a new page would look empty."""
    most = BRIEF * len(parts)
    words = (node for part in parts for node in walk(part.blocks) if node["t"] == "Str")
    return sum(1 for _ in islice(words, most + 1)) <= most


def authors(record: Record) -> list[dict[str, Any]]:
    """Return the authors; those of one body who follow each other are together.

    Where they would not fit, names stand alone, and the imprint says the rest.
    """
    if crowded(record):
        names = ", ".join(one.name for one in record.authors)
        return [{"names": [names], "affiliation": ""}]
    return [
        {"names": [one.name for one in group], "affiliation": affiliation}
        for affiliation, group in groupby(record.authors, lambda one: one.affiliation)
    ]


def crowded(record: Record) -> bool:
    """Say whether a title page has no room for all authors and their bodies."""
    bodies = {one.affiliation: None for one in record.authors}
    lines = sum(math.ceil(len(body) / ACROSS) for body in bodies) + len(record.authors)
    return (lines / 2 if len(bodies) > 3 else lines) > CROWD


def logo(frame: Frame) -> dict[str, Any] | None:
    """Return the logo: its path from Typst's root, and its words."""
    if frame.logo is None or not frame.logo.path:
        return None
    words, name = frame.record.logo_words, frame.record.logo
    return {"path": frame.logo.path, "alt": words, "name": name}


def spelled(value: Any, lacking: Mapping[int, str]) -> Any:
    """Return data with what stands for characters that the fonts lack."""
    if isinstance(value, str):
        return value.translate(lacking)
    if isinstance(value, list):
        return [spelled(part, lacking) for part in value]
    if isinstance(value, dict):
        return {key: spelled(part, lacking) for key, part in value.items()}
    return value


def language(tag: str) -> tuple[str, str]:
    """Return a language tag's language and region as Typst takes them."""
    parts = tag.replace("_", "-").split("-")
    lang = parts[0].lower()
    if not (lang.isascii() and lang.isalpha() and len(lang) in {2, 3}):
        return "en", ""
    region = next((p.upper() for p in parts[1:] if len(p) == 2 and p.isalpha()), "")
    return lang, region if region.isascii() else ""


def cover_lines(record: Record) -> list[str]:
    """Return the lines at the foot of a title page."""
    ordered, said = ", ".join(record.commissioned_by), phrases(record.language)
    lines = [
        corrected(record),
        f"{said['commissioned']} {ordered}" if ordered else "",
        ", ".join(part for part in (record.place, record.published) if part),
        f"{said['version']} {record.version}" if record.version else "",
    ]
    return [line for line in lines if line]


def corrected(record: Record) -> str:
    """Return the line that says that an earlier edition was wrong; or ""."""
    if not record.corrections:
        return ""
    said = phrases(record.language)
    lines = [said["corrected"].format(date=record.corrected)]
    if record.corrects:
        lines.append(said["replaces"].format(version=record.corrects))
    return "; ".join(lines)


def about(record: Record) -> list[str]:
    """Return the paragraphs that say what the publication is."""
    wrong, said = corrected(record), phrases(record.language)
    more = said["wrong"].format(title=said["corrections"])
    told = f"{wrong}. {more}." if wrong else ""
    return [words for words in (told, record.description, record.note) if words]


def imprint(record: Record) -> list[list[str]]:
    """Return the record's parts: name, value and the address it leads to, or ""."""
    mails = [one.email for one in record.authors if one.email]
    people = "; ".join(map(_author, record.authors)) if crowded(record) else ""
    said = phrases(record.language)
    rows = [
        [said["authors"], people, ""],
        [said["publisher"], record.publisher, ""],
        [said["place"], record.place, ""],
        [said["date"], record.published, ""],
        [said["version"], record.version, ""],
        *(_orcid(one) for one in record.authors if one.orcid),
        [said["commissioned"], ", ".join(record.commissioned_by), ""],
        [said["funded"], ", ".join(record.funders), ""],
        [said["licence"], record.licence, record.licence_address],
        ["ISBN", record.isbn, ""],
        ["ISSN", record.issn, ""],
        ["DOI", record.doi_address, record.doi_address],
        [said["keywords"], ", ".join(record.keywords), ""],
        [said["subjects"], ", ".join(record.subjects), ""],
        [
            said["contact"],
            record.contact or ", ".join(mails),
            mail_address(record, mails),
        ],
        [said["cite"], record.citation, ""],
    ]
    return [row for row in rows if row[1]]


def _author(author: Author) -> str:
    return (
        f"{author.name} ({author.affiliation})" if author.affiliation else author.name
    )


def _orcid(author: Author) -> list[str]:
    where = author.orcid_address
    return ["ORCID", f"{author.name}, {where.removeprefix('https://')}", where]


def mail_address(record: Record, mails: list[str]) -> str:
    """Return where a contact's link leads: to the one mail address that it is."""
    words = record.contact or ", ".join(mails)
    return f"mailto:{words}" if MAIL.fullmatch(words) else ""
