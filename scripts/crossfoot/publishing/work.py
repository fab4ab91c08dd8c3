"""The work: the record of `report.yml` in, what catalogues ask for out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LICENCES = {
    "CC BY 4.0": "CC-BY-4.0",
    "CC BY-SA 4.0": "CC-BY-SA-4.0",
    "CC BY-NC 4.0": "CC-BY-NC-4.0",
    "CC BY-ND 4.0": "CC-BY-ND-4.0",
    "CC BY-NC-SA 4.0": "CC-BY-NC-SA-4.0",
    "CC BY-NC-ND 4.0": "CC-BY-NC-ND-4.0",
    "CC0 1.0": "CC0-1.0",
    "OGL 3.0": "OGL-UK-3.0",
    "MIT": "MIT",
}
"""Names of licences in the list of SPDX, by what `report.yml` calls them."""
DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", re.IGNORECASE)
BODY = re.compile(
    r"\b(?:the|university|council|authority|authors|contributors|office|ministry|department|"
    r"agency|society|trust|foundation|institute|association|committee|group|team|ltd|"
    r"board|bureau|service|government|commission|partnership|nhs)\b",
    re.IGNORECASE,
)
"""A word that people's names do not have."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person or a body."""

    name: str
    affiliations: tuple[str, ...] = ()
    orcid: str = ""
    """The bare number, `0000-0002-1825-0097`."""

    @property
    def is_body(self) -> bool:
        """Whether this is no person: a word of its name says so, or it has one word."""
        return bool(BODY.search(self.name)) or " " not in self.name.strip()

    @property
    def names(self) -> tuple[str, str]:
        """Given and family name of a person; the last word is the family's."""
        given, _, family = self.name.strip().rpartition(" ")
        return given, family


@dataclass(frozen=True, slots=True)
class Work:
    """What is published."""

    title: str
    subtitle: str = ""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    date: str = ""
    """As written: a day, a month or a year."""
    language: str = "en-GB"
    version: str = ""
    licence: str = ""
    doi: str = ""
    """Bare, `10.1234/abc`."""
    isbn: str = ""
    address: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    funders: tuple[str, ...] = field(default_factory=tuple)

    @property
    def year(self) -> str:
        """The year of publication, or ""."""
        return self.date[:4] if self.date[:4].isdecimal() else ""

    @property
    def spdx(self) -> str:
        """The licence's name in the list of SPDX, or ""."""
        return LICENCES.get(self.licence.strip(), "")


def work_of(record: Mapping[str, Any], title: str) -> Work:
    """Return the work of a record; `title` counts where it names none."""

    def said(key: str) -> str:
        value = record.get(key)
        return str(value).strip() if isinstance(value, str | int) else ""

    return Work(
        said("title") or title or "Report",
        said("subtitle"),
        tuple(_authors(record.get("authors"))),
        said("publisher"),
        said("date"),
        said("language") or "en-GB",
        said("version"),
        said("licence"),
        DOI.sub("", said("doi")),
        said("isbn"),
        said("address"),
        " ".join(said("description").split()),
        _list(record.get("keywords")),
        _list(record.get("subjects")),
        _list(record.get("funders")),
    )


def _authors(value: Any) -> list[Author]:
    out = []
    for one in value if isinstance(value, list) else [value] if value else []:
        if isinstance(one, dict):
            orcid = str(one.get("orcid", "")).rstrip("/").rpartition("/")[2]
            name = str(one.get("name", ""))
            out.append(Author(name, _list(one.get("affiliation")), orcid))
        else:
            out.append(Author(str(one)))
    return out


def _list(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(str, value))
    return (str(value),) if value else ()
