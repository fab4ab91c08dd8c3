"""The publication: what covers, properties and catalogues say of a report."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Publication:
    """What is known of a report; unknown parts are empty."""

    title: str
    subtitle: str = ""
    authors: tuple[tuple[str, str], ...] = ()
    """Name and affiliation of each."""
    publisher: str = ""
    lines: tuple[str, ...] = ()
    """What else a title page shows, a line each."""
    texts: tuple[str, ...] = ()
    """Paragraphs that say what the publication is."""
    rows: tuple[tuple[str, str, str], ...] = ()
    """Its record: name, value and the address that the value leads to, or ""."""
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    description: str = ""
    language: str = "en-GB"
    day: str = "2000-01-01"
    """The report's date, `YYYY-MM-DD`."""
    rights: str = ""
    isbn: str = ""
    doi: str = ""
    """An address."""
    contact: str = ""
    draft: str = ""
    """What marks a draft; empty for a final report."""
    headings: dict[str, str] = field(default_factory=dict)
    """Words of the frame, by what they head: `about`, `contents`."""

    @property
    def names(self) -> tuple[str, ...]:
        """The authors' names."""
        return tuple(name for name, _ in self.authors)
