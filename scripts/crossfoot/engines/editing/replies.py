"""What an editor asks at a position: values of `editor/` as types of the protocol."""

from collections.abc import Iterable, Mapping, Sequence

from lsprotocol import types

from crossfoot.editor.mending import Action, Edit
from crossfoot.editor.outlining import Section
from crossfoot.editor.renaming import Edits
from crossfoot.editor.suggestions import Suggestion
from crossfoot.engines.editing.diagnosing import Ranges
from crossfoot.engines.editing.documents import Report
from crossfoot.engines.editing.session import Session
from crossfoot.places import Place, Span

KINDS = {
    "quantity": types.CompletionItemKind.Variable,
    "label": types.CompletionItemKind.Reference,
    "citation": types.CompletionItemKind.Reference,
    "file": types.CompletionItemKind.File,
    "format": types.CompletionItemKind.Unit,
    "key": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.Value,
    "code": types.CompletionItemKind.Constant,
}


def items(made: Sequence[Suggestion], where: types.Range) -> types.CompletionList:
    """Return suggestions for what stands at a range."""
    found = [
        types.CompletionItem(
            label=one.label,
            kind=KINDS[one.kind],
            detail=one.detail or None,
            documentation=one.about or None,
            sort_text=f"{number:05}",
            text_edit=types.TextEdit(where, one.written),
        )
        for number, one in enumerate(made)
    ]
    return types.CompletionList(is_incomplete=False, items=found)


def locations(
    places: Iterable[Place], session: Session, report: Report, ranges: Ranges
) -> list[types.Location]:
    """Return places as locations, each once."""
    return [
        types.Location(session.uri(report, one.file), ranges.of(one))
        for one in dict.fromkeys(places)
    ]


class Changes:
    """Edits of a report as changes that the editor makes."""

    def __init__(self, session: Session, report: Report, ranges: Ranges) -> None:
        self.session = session
        self.report = report
        self.ranges = ranges

    def of(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """Return edits as changes; a file that is not there is made."""
        by_file: dict[str, list[tuple[Span, str]]] = {}
        for one in edits:
            by_file.setdefault(one.file, []).append((one.span, one.text))
        return self.all(by_file)

    def all(self, edits: Edits) -> types.WorkspaceEdit:
        """Return the edits of each file as changes."""
        made = {file: self.file(file, told) for file, told in sorted(edits.items())}
        if not self.able("document_changes"):
            uris = {self.session.uri(self.report, f): told for f, told in made.items()}
            return types.WorkspaceEdit(changes=uris)
        out: list[types.CreateFile | types.TextDocumentEdit] = []
        for file, told in made.items():
            path = self.report.root / file
            document = self.session.desk.documents.get(path)
            uri = self.session.uri(self.report, file)
            if document is None and not path.exists():
                out.append(types.CreateFile(uri))
            version = document.version if document else None
            known = types.OptionalVersionedTextDocumentIdentifier(uri, version)
            out.append(types.TextDocumentEdit(known, [*told]))
        return types.WorkspaceEdit(document_changes=out)

    def file(self, file: str, told: Iterable[tuple[Span, str]]) -> list[types.TextEdit]:
        """Return the edits of one file."""
        return [types.TextEdit(self.ranges.at(file, span), text) for span, text in told]

    def able(self, name: str) -> bool:
        """Say whether the editor takes a kind of change."""
        told = self.session.abilities.workspace
        return bool(told and told.workspace_edit and getattr(told.workspace_edit, name))


def code_action(
    one: Action, changes: Changes, shown: Mapping[str, types.Diagnostic]
) -> types.CodeAction:
    """Return an action; `shown` holds the editor's diagnostics by fingerprint."""
    own = shown.get(one.finding.fingerprint) if one.finding else None
    return types.CodeAction(
        title=one.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[own] if own else None,
        is_preferred=one.preferred or None,
        edit=changes.of(one.edits),
    )


def symbols(
    sections: Sequence[Section], ranges: Ranges, file: str
) -> list[types.DocumentSymbol]:
    """Return a chapter's outline."""
    return [
        types.DocumentSymbol(
            name=one.title,
            kind=types.SymbolKind.String,
            range=ranges.at(file, one.span),
            selection_range=ranges.at(file, one.heading),
            children=symbols(one.parts, ranges, file),
        )
        for one in sections
    ]
