"""Answers to what an editor asks about a document at a position."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lsprotocol import types

from crossfoot.editor import completing, keys, outlining
from crossfoot.editor.defining import definitions
from crossfoot.editor.hovers import hover, number_at, stated
from crossfoot.editor.mending import actions, safe_edits
from crossfoot.editor.mentions import Mention, at
from crossfoot.editor.names import everywhere, kinds, mentions
from crossfoot.editor.positions import Buffer, span_of
from crossfoot.editor.renaming import RefusedError, renamable, rename
from crossfoot.editor.world import Outline, World
from crossfoot.engines.editing import replies
from crossfoot.engines.editing.documents import Report, is_code
from crossfoot.engines.editing.session import Session
from crossfoot.findings import Finding
from crossfoot.fingerprints import PACKAGE
from crossfoot.places import Place, Span, Text

FIX_ALL = "source.fixAll.crossfoot"
PATIENCE = 2.0
"""Seconds that a list of fixes waits for the checks to catch up."""
LONG = 60.0
"""Seconds that a renaming waits: nothing is renamed in a text that was not read."""
SCHEMAS = {
    "report.yml": "report",
    "quantities.yml": "quantities-file",
    "checks.yml": "checks",
}


@dataclass(frozen=True)
class Asked:
    """A document that is asked about."""

    session: Session
    report: Report
    text: Text
    buffer: Buffer

    @property
    def world(self) -> World:
        """What the last check made; empty before the first."""
        return self.report.world or World()

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position."""
        return self.buffer.offset((position.line, position.character))

    def mention(self, position: types.Position) -> Mention | None:
        """Return the name that the cursor is in or beside.

        Code and comments have none, as far as the text has been checked.
        """
        file = self.text.file
        fresh = self.session.desk.is_fresh(self.report, file)
        hidden = self.world.outlines.get(file, Outline()).hidden if fresh else ()
        return at(mentions(self.text, self.world, hidden), self.offset(position))

    def range(self, span: Span) -> types.Range:
        """Return a span of the document as a range."""
        start, end = self.buffer.range(span)
        return types.Range(types.Position(*start), types.Position(*end))


def asked(session: Session, path: Path | None) -> Asked | None:
    """Return the document that is asked about; None when it is in no report."""
    document = session.desk.documents.get(path) if path else None
    report = session.desk.report(document.path) if document else None
    if document is None or report is None:
        return None
    text = Text(report.file(document.path), document.text)
    return Asked(session, report, text, Buffer(document.text, session.encoding))


@cache
def schemas() -> dict[str, Any]:
    """Return the schemas of the report's YAML files, by the file's name."""
    folder = PACKAGE / "schemas"
    return {
        file: json.loads((folder / f"{name}.schema.json").read_bytes())
        for file, name in SCHEMAS.items()
    }


def page(code: str) -> str:
    """Return a rule's page; empty when there is none."""
    path = PACKAGE / "rules" / f"{code}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def hovered(one: Asked, position: types.Position) -> types.Hover | None:
    """Return what is known of the name at a position."""
    found = one.mention(position)
    if found is None:
        return numbered(one, position)
    pages = {found.name: page(found.name)} if found.kind == "code" else {}
    said = hover(found, one.text, one.world, pages)
    if not said:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, said)
    return types.Hover(content, one.range(found.whole or found.span))


def numbered(one: Asked, position: types.Position) -> types.Hover | None:
    """Return what the ledger says of the number at a position."""
    if not one.session.desk.is_fresh(one.report, one.text.file):
        return None
    offset = one.offset(position)
    row = number_at(one.text.place((offset, offset)), one.world)
    if row is None:
        return None
    places = [row[key] for key in ("line", "column", "end_line", "end_column")]
    span = span_of(one.text, Place(one.text.file, *places))
    content = types.MarkupContent(types.MarkupKind.Markdown, stated(row))
    return types.Hover(content, one.range(span))


def completed(one: Asked, position: types.Position) -> types.CompletionList:
    """Return what may be written at a position."""
    offset, kind = one.offset(position), kinds(one.text.file)
    span, made = (offset, offset), list[Any]()
    if kind == "md":
        span, made = completing.complete(one.text, offset, one.world)
    elif kind == "yml":
        span, made = keys.complete(one.text, offset, one.world, schemas())
    return replies.items(made, one.range(span))


def defined(one: Asked, position: types.Position) -> list[types.Location]:
    """Return where the name at a position is given."""
    found = one.mention(position)
    if found is None:
        return []
    texts = one.session.desk.texts(one.report)
    places = definitions(found, one.text.file, texts, one.world)
    there = [one_ for one_ in places if (one.report.root / one_.file).exists()]
    ranges = one.session.ranges(one.report)
    return replies.locations(there, one.session, one.report, ranges)


def used(one: Asked, position: types.Position, *, given: bool) -> list[types.Location]:
    """Return where a name is used, and with `given` where it is given."""
    found = one.mention(position)
    if found is None:
        return []
    texts = one.session.desk.texts(one.report)
    every = everywhere(texts, one.world, found.kind, found.name)
    places = [place.place for place in every if given or not place.mention.defines]
    ranges = one.session.ranges(one.report)
    return replies.locations(places, one.session, one.report, ranges)


def renaming(
    one: Asked, position: types.Position
) -> types.PrepareRenamePlaceholder | None:
    """Return the name at a position, if it can be changed."""
    found = renamable(one.mention(position))
    offset = one.offset(position)
    # On the words of a bound number there is nothing to be written instead.
    if found is None or not found.mention.covers(offset):
        return None
    mention = found.mention
    return types.PrepareRenamePlaceholder(one.range(mention.span), mention.name)


async def renamed(
    one: Asked, position: types.Position, new: str
) -> types.WorkspaceEdit:
    """Return the changes that give the name at a position another form.

    Raises RefusedError.
    """
    if not await one.session.fresh(one.report, LONG, anew=True):
        raise RefusedError("The checks have not come to an end; try again")
    desk = one.session.desk
    open_ = [one.report.file(document.path) for document in desk.open_in(one.report)]
    if not all(is_code(file) or desk.is_fresh(one.report, file) for file in open_):
        raise RefusedError("A text has changed meanwhile; try again")
    texts = desk.texts(one.report)
    found = one.mention(position)
    named = found if found and found.covers(one.offset(position)) else None
    edits = rename(named, new, texts, one.world)
    ranges = one.session.ranges(one.report)
    return replies.Changes(one.session, one.report, ranges).all(edits)


async def mended(one: Asked, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return what can be done about the findings in a range."""
    await one.session.fresh(one.report, PATIENCE, anew=False)
    if not one.session.desk.is_fresh(one.report, one.text.file):
        return []
    only = params.context.only or [types.CodeActionKind.QuickFix, FIX_ALL]
    live = [found for found in one.world.findings if not found.waiver]
    here = [found for found in live if found.place.file == one.text.file]
    texts = _texts(one, here)
    ranges = one.session.ranges(one.report)
    changes = replies.Changes(one.session, one.report, ranges)
    out: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix, only):
        shown = {_fingerprint(told): told for told in params.context.diagnostics}
        near = [f for f in here if _meet(ranges.of(f.place), params.range)]
        made = actions(near, texts, one.world)
        out += [replies.code_action(action, changes, shown) for action in made]
    if _wanted(FIX_ALL, only):
        edits = safe_edits(here, texts)
        if edits:
            title = "Make every safe fix in this file"
            edit = changes.of(edits)
            out.append(types.CodeAction(title=title, kind=FIX_ALL, edit=edit))
    return out


def _texts(one: Asked, findings: list[Finding]) -> dict[str, Text]:
    """Return the files that the fixes of findings change, and `checks.yml`."""
    files = {found.place.file for found in findings}
    files |= {file for found in findings if found.fix for file, _ in found.fix.adds}
    files.add(one.world.source("checks.yml"))
    ranges = one.session.ranges(one.report)
    found = ((file, ranges.read(file)) for file in sorted(files))
    return {file: text for file, text in found if text is not None}


def _wanted(kind: str, only: Sequence[types.CodeActionKind | str]) -> bool:
    """Say whether a kind of action, or a wider one, is asked for."""
    names = [
        one.value if isinstance(one, types.CodeActionKind) else one for one in only
    ]
    return any(not one or kind == one or kind.startswith(f"{one}.") for one in names)


def _fingerprint(told: types.Diagnostic) -> str:
    data: Any = told.data
    return str(data.get("fingerprint", "")) if isinstance(data, dict) else ""


def _meet(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def outlined(one: Asked) -> list[types.DocumentSymbol]:
    """Return a chapter's headings."""
    if kinds(one.text.file) != "md":
        return []
    ranges = one.session.ranges(one.report)
    return replies.symbols(outlining.outline(one.text), ranges, one.text.file)


def folded(one: Asked) -> list[types.FoldingRange]:
    """Return what of a chapter can be folded."""
    if kinds(one.text.file) != "md":
        return []
    ranges = one.session.ranges(one.report)
    return [
        types.FoldingRange(
            ranges.of(Place(one.text.file, first, 1, first)).start.line,
            ranges.of(Place(one.text.file, last, 1, last)).start.line,
        )
        for first, last in outlining.folds(one.text)
    ]
