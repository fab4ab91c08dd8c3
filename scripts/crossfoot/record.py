"""The publication record: the report's pandoc Meta in, what a title page shows out.

Values may be plain strings or marked-up text; unknown keys are left alone.
"""

import re
from dataclasses import dataclass
from typing import Any

from crossfoot.corrections import Correction, latest
from crossfoot.findings import listed
from crossfoot.nodes import text

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

LICENCES = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC BY-SA 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC BY-NC 4.0": ("CC-BY-NC-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    "CC BY-ND 4.0": ("CC-BY-ND-4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    "CC BY-NC-SA 4.0": (
        "CC-BY-NC-SA-4.0",
        "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    ),
    "CC BY-NC-ND 4.0": (
        "CC-BY-NC-ND-4.0",
        "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    ),
    "CC0 1.0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "OGL 3.0": (
        "OGL-UK-3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "MIT": ("MIT", ""),
}
"""Licences that public reports name: what SPDX calls each, and where it can be read."""
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
    """A person or body that wrote the report."""

    name: str
    affiliations: tuple[str, ...] = ()
    orcid: str = ""
    """The bare number, `0000-0002-1825-0097`."""
    email: str = ""

    @property
    def affiliation(self) -> str:
        """All affiliations in one line."""
        return ", ".join(self.affiliations)

    @property
    def orcid_address(self) -> str:
        """Where the author's ORCID record is, or ""."""
        return f"https://orcid.org/{self.orcid}" if self.orcid else ""

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
class Record:
    """What is known of the publication; unknown parts are empty."""

    title: str
    subtitle: str = ""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    place: str = ""
    commissioned_by: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    date: str = ""
    """As written, `2021-02-01`, `2021-02` or `2021`."""
    language: str = "en-GB"
    version: str = ""
    licence: str = ""
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    """Bare, `10.1234/abc`."""
    note: str = ""
    description: str = ""
    contact: str = ""
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    logo: str = ""
    """Path of a picture, beside the chapters."""
    corrects: str = ""
    """The version that this edition corrects."""
    corrections: tuple[Correction, ...] = ()
    """What was wrong in earlier editions, the latest first."""

    @property
    def logo_words(self) -> str:
        """What the logo is to those who cannot see it."""
        return f"Logo of {self.publisher}" if self.publisher else "Logo"

    @property
    def citation(self) -> str:
        """How to cite the report, or "" when nobody is named to have written it."""
        names = listed(one.name for one in self.authors) or self.publisher
        if not names:
            return ""
        year = self.year or "n.d."
        title = self.full_title
        version = f", version {self.version}" if self.version else ""
        issued = ", ".join(part for part in (self.publisher, self.place) if part)
        ends = [f"{names} ({year}). {title}{version}", issued, self.doi_address]
        return ". ".join(part for part in ends if part).removesuffix(".") + "."

    address: str = ""
    """Where the site is published, with a slash at its end."""

    @property
    def full_title(self) -> str:
        """Title and subtitle in one line."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    @property
    def year(self) -> str:
        """The year of publication, or ""."""
        return self.date[:4] if self.date[:4].isdecimal() else ""

    @property
    def spdx(self) -> str:
        """The licence's name in the list of SPDX, or ""."""
        return LICENCES.get(self.licence.strip(), ("", ""))[0]

    @property
    def published(self) -> str:
        """The date in words, `1 February 2021`, or as written."""
        return in_words(self.date, self.language)

    @property
    def corrected(self) -> str:
        """When it was corrected last, in words; empty when it never was."""
        latest_one = next(iter(self.corrections), None)
        return in_words(latest_one.date, self.language) if latest_one else ""

    @property
    def licence_address(self) -> str:
        """Where the licence can be read, or ""."""
        if self.licence.startswith("https://"):
            return self.licence
        return LICENCES.get(self.licence.strip(), ("", ""))[1]

    @property
    def doi_address(self) -> str:
        """The DOI as a link, or ""."""
        return f"https://doi.org/{self.doi}" if self.doi else ""


def record_of(meta: dict[str, Any], title: str = "") -> Record:
    """Return the record of pandoc metadata; `title` counts when it names none."""
    known = {key: plain(value) for key, value in meta.items()}
    words = {key: _string(value) for key, value in known.items()}
    return Record(
        title=words.get("title") or title or "Report",
        subtitle=words.get("subtitle", ""),
        authors=_authors(known.get("authors") or known.get("author")),
        publisher=words.get("publisher", ""),
        place=words.get("place", ""),
        commissioned_by=_strings(known.get("commissioning_body")),
        funders=_strings(known.get("funders") or known.get("funder")),
        date=words.get("date", ""),
        language=words.get("language") or words.get("lang") or "en-GB",
        version=words.get("version", ""),
        licence=words.get("licence") or words.get("license", ""),
        isbn=words.get("isbn", ""),
        issn=words.get("issn", ""),
        doi=DOI.sub("", words.get("doi", "")),
        note=words.get("note", ""),
        description=words.get("description") or words.get("abstract", ""),
        contact=words.get("contact", ""),
        keywords=_strings(known.get("keywords")),
        subjects=_strings(known.get("subjects")),
        logo=words.get("logo", ""),
        address=_folder(words.get("address", "")),
        corrects=words.get("corrects", ""),
        corrections=latest(known.get("corrections") or ()),
    )


def plain(value: dict[str, Any]) -> Any:
    """Return a pandoc MetaValue as plain JSON; marked-up text loses its marks."""
    kind, content = value["t"], value.get("c")
    if kind == "MetaMap":
        return {key: plain(part) for key, part in (content or {}).items()}
    if kind == "MetaList":
        return [plain(part) for part in content or []]
    if kind in {"MetaString", "MetaBool"}:
        return content
    return text(content)


def person(words: str) -> str:
    """Return a name for comparing: of `Ada Byron, Analytical Society` the person."""
    return " ".join(words.partition(",")[0].casefold().split())


def _folder(address: str) -> str:
    """Return a web address as that of a folder; nothing for another."""
    known = re.fullmatch(r"https?://[^\s\"'<>?#]+", address)
    return f"{address.rstrip('/')}/" if known else ""


def _string(value: Any) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return ", ".join(_string(part) for part in value)
    if isinstance(value, dict):
        return _string(value.get("name") or value.get("text") or "")
    return ""


def _strings(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    return tuple(found for part in parts if (found := _string(part)))


def _authors(value: Any) -> tuple[Author, ...]:
    parts = value if isinstance(value, list) else [value]
    return tuple(one for part in parts if (one := _author(part)).name)


def _author(value: Any) -> Author:
    if not isinstance(value, dict):
        return Author(_string(value))
    where = value.get("affiliation") or value.get("affiliations") or ""
    return Author(
        _string(value.get("name")),
        _strings(where),
        _string(value.get("orcid")).rstrip("/").rpartition("/")[2],
        _string(value.get("email")),
    )


def in_words(date: str, language: str) -> str:
    """Return an ISO date as English writes it; other languages keep it as it is."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", date.strip())
    if not found or not language.startswith("en"):
        return date
    year, month, day = found.groups()
    if not month or not 1 <= int(month) <= len(MONTHS):
        return year if not month else date
    name = MONTHS[int(month) - 1]
    if not day:
        return f"{name} {year}"
    if language == "en-US":
        return f"{name} {int(day)}, {year}"
    return f"{int(day)} {name} {year}"
