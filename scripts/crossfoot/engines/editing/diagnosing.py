"""Findings as diagnostics of the protocol."""

from collections.abc import Callable

from lsprotocol import types

from crossfoot.editor.positions import Buffer, span_of
from crossfoot.findings import Finding
from crossfoot.fingerprints import PACKAGE
from crossfoot.places import Place, Span, Text

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


class Ranges:
    """Places of a report's files as ranges of the protocol."""

    def __init__(self, encoding: str, read: Callable[[str], Text | None]) -> None:
        """`read` returns a file's text; each is asked for once."""
        self.encoding = encoding
        self.read = read
        self.known: dict[str, tuple[Text, Buffer]] = {}

    def of(self, place: Place) -> types.Range:
        """Return a place as a range; the file's start when it cannot be read."""
        text, _ = self.file(place.file)
        return self.at(place.file, span_of(text, place))

    def at(self, file: str, span: Span) -> types.Range:
        """Return a span of a file as a range."""
        start, end = self.file(file)[1].range(span)
        return types.Range(types.Position(*start), types.Position(*end))

    def file(self, file: str) -> tuple[Text, Buffer]:
        """Return a file's text as Crossfoot and as the editor counts in it."""
        if file not in self.known:
            text = self.read(file) or Text(file, "")
            self.known[file] = text, Buffer(text.text, self.encoding)
        return self.known[file]


def diagnostic(
    one: Finding, ranges: Ranges, address: Callable[[str], str]
) -> types.Diagnostic:
    """Return a finding as an editor shows it, its way out on a second line.

    `address` returns the address of a file of the report.
    """
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(address(note.place.file), ranges.of(note.place)),
            note.message,
        )
        for note in one.notes
    ]
    page = (PACKAGE / "rules" / f"{one.code}.md").as_uri()
    return types.Diagnostic(
        range=ranges.of(one.place),
        message=f"{one.message}\n{one.help}" if one.help else one.message,
        severity=SEVERITIES[one.level],
        code=one.code,
        code_description=types.CodeDescription(href=page),
        source="crossfoot",
        related_information=related or None,
        data={"fingerprint": one.fingerprint},
    )
