"""Assemble: chapters and all that the checks know in, one report out.

Chapters are copied with repeats cut and numbers shown, put in reading order with
appendices last, given unique ids and numbers; then references, links and citations
are settled. Two steps, because citeproc is a program: `gather` says what is cited,
`finish` takes what citeproc made of it. The form of the report is described in
`schemas/report-ast.schema.json`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossfoot.assemble import (
    abbreviations,
    anchoring,
    backmatter,
    citations,
    glossary,
    ids,
    indexing,
    notices,
    outline,
    proof,
    titles,
)
from crossfoot.assemble.addresses import named
from crossfoot.assemble.copying import Copier
from crossfoot.assemble.cutting import Cuts
from crossfoot.assemble.filling import Filler
from crossfoot.assemble.parts import Copied, Inputs
from crossfoot.assemble.plain import typed
from crossfoot.assemble.planting import plant
from crossfoot.assemble.record import record
from crossfoot.assemble.references import Report
from crossfoot.assemble.trimming import SPACES, WRAPPED, lost_ids, trim
from crossfoot.assemble.world import World, world
from crossfoot.chapters import Chapter, as_printed
from crossfoot.findings import Finding
from crossfoot.nodes import Node, text, unplaced, walk

STYLED = WRAPPED | SPACES | {"Str", "Quoted", "SingleQuote", "DoubleQuote"}
"""What a title in front matter may hold and stay as it is."""

__all__ = ["Draft", "Inputs", "finish", "gather", "named"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A report whose citations are still open. `finish` uses it up."""

    inputs: Inputs
    world: World
    copies: list[Copied]
    names: ids.Names
    known: frozenset[str]
    """Keys of the bibliography."""
    citations: dict[str, Any] | None
    """The document for citeproc, or None when nothing is cited."""

    @property
    def cited(self) -> list[Any]:
        """The bibliography's entries that are cited, in its order."""
        if self.citations is None:
            return []
        wanted = set(citations.keys(self.citations))
        return [one for one in self.inputs.references if one["id"] in wanted]


def gather(inputs: Inputs) -> Draft:
    """Copy, merge and number the chapters."""
    all_ = world(inputs)
    copies = [_copied(all_, one) for one in as_printed(inputs.chapters)]
    for copy in copies:
        outline.speak(copy, language(inputs))
    outline.group(copies, inputs.settings.get("parts") or ())
    names = ids.settle(copies)
    outline.number(copies, all_.wording)
    known = frozenset(str(one["id"]) for one in inputs.references)
    told = citations.document(copies, known, language(inputs))
    return Draft(inputs, all_, copies, names, known, told)


def language(inputs: Inputs) -> str:
    """Return the report's language as a BCP 47 tag."""
    return str(inputs.settings.get("language") or "en-GB")


def _copied(all_: World, chapter: Chapter) -> Copied:
    """Return a copy of one chapter."""
    cuts = all_.cuts.get(chapter.file, Cuts())
    own = trim(chapter.blocks, cuts) if cuts else chapter.blocks
    own, planted = plant(own, all_.kept.get(chapter.file, ()))
    copy = Copied(chapter, own)
    copier = Copier(all_, chapter, copy)
    copy.blocks = copier.blocks(own)
    marks = {mark.ident: mark for mark in reversed(copy.marks)} if planted else {}
    copy.passages = {at: marks[one] for at, one in planted.items() if one in marks}
    front = _front(copier)
    if cuts:
        _note_losses(copier, own, cuts)
    outline.title(copy, front)
    return copy


def _front(copier: Copier) -> list[Node]:
    """Return the title in a chapter's front matter; plain marks and numbers stay."""
    chapter = copier.chapter
    told = chapter.ast.get("meta", {}).get("title", {})
    inlines = told.get("c") if told.get("t") == "MetaInlines" else None
    if not isinstance(inlines, list):
        return typed(str(chapter.meta.get("title") or ""))
    numbers = titles.placed(copier.world.shown, chapter, inlines)
    if numbers:
        return copier.inlines(numbers)
    kinds = {node["t"] for node in walk(inlines)}
    return unplaced(inlines) if kinds <= STYLED else typed(text(inlines))


def _note_losses(copier: Copier, own: list[Node], cuts: Cuts) -> None:
    """Note the ids and the title that the cuts of a chapter took."""
    chapter, copy = copier.chapter, copier.into
    for ident, cut in lost_ids(chapter.blocks, own, cuts).items():
        if cut in copier.announced:
            copy.moved[ident] = copier.announced[cut]
        twins = {old: (file, new) for old, file, new in cut.moved}
        if ident in twins:
            file, name = twins[ident]
            copy.renamed[ident] = copier.world.chapters[file].name, name
    kept = {id(node) for node in own}
    for node in chapter.blocks:
        if node["t"] == "Header" and node["c"][0] == 1 and id(node) not in kept:
            copy.cut_title = copy.cut_title or copier.inlines(node["c"][2])


def finish(
    draft: Draft, rendered: dict[str, Any] | None
) -> tuple[dict[str, Any], list[Finding]]:
    """Settle references, links and citations; return the report and findings.

    `rendered` is what citeproc made of the draft's citations. Raises
    proof.LostWordsError when a chapter's words are not all there.
    """
    copies, wording = draft.copies, draft.world.wording
    index = ids.index(copies)
    report = Report(
        draft.world,
        {copy.chapter.name: copy for copy in copies},
        index,
        draft.known,
    )
    notices.fill(copies, wording)
    found = citations.slots(copies, draft.known)
    made = citations.put_back(found, rendered)
    for copy in copies:
        _echo(copy, index, report.copies)
        Filler(report, copy, made).fill()
    settled = citations.placed(copies, rendered)
    for copy in copies:
        proof.prove(copy)
        anchoring.wrap(copy.wraps)
        for into, names in copy.leads:
            anchoring.lead(into, names)
    glossary.link(copies)
    blocks = _blocks(draft, rendered, settled=settled)
    # What an include shows again says again what is wrong with it.
    findings = dict.fromkeys(one for copy in copies for one in copy.findings)
    return _document(draft, blocks), list(findings)


def _blocks(
    draft: Draft, rendered: dict[str, Any] | None, *, settled: bool
) -> list[Node]:
    """Return all that is printed: the chapters, and what is listed behind them."""
    copies, wording, names = draft.copies, draft.world.wording, draft.names
    # An entry reads as its author wrote it, so it is noted before words are added.
    entries = indexing.entries(copies)
    short = abbreviations.expand(copies, draft.inputs.settings.get("abbreviations"))
    lists = (
        ("abbreviations", wording.short_forms, abbreviations.listed(short)),
        ("index", wording.index, indexing.printed(entries, wording)),
    )
    before, after = (backmatter.placed(copies, names, *one) for one in lists)
    blocks = [block for copy in copies for block in copy.blocks]
    references = [] if settled else _references(draft, rendered)
    return [*blocks, *before, *references, *after]


def _references(draft: Draft, rendered: dict[str, Any] | None) -> list[Node]:
    named = draft.inputs.settings.get("bibliography", default="references.bib")
    file = named if isinstance(named, str) else "references.bib"
    folder = draft.copies[0].chapter.file.rpartition("/")[0] if draft.copies else ""
    path = f"{folder}/{file}" if folder else file
    title = draft.world.wording.references
    return citations.chapter(rendered, title, path, draft.names)


def _document(draft: Draft, blocks: list[Node]) -> dict[str, Any]:
    head = next((node for node in blocks if node["t"] == "Header"), None)
    words = text(head["c"][2]) if head else ""
    report = titles.shown(draft.inputs, draft.world.shown, words)
    meta = record(report, words)
    return {"pandoc-api-version": citations.API, "meta": meta, "blocks": blocks}


def _echo(copy: Copied, index: ids.Index, copies: Mapping[str, Copied]) -> None:
    """Give what is shown again the number of what it shows."""
    for echo in copy.echoes:
        mark = index.find(echo.ident, echo.chapter) if echo.ident else None
        marks = copies[echo.chapter].marks if mark is None and echo.place else ()
        mark = mark or next((one for one in marks if one.place == echo.place), None)
        pairs = mark.node["c"][0][2] if mark else []
        numbers = [pair for pair in pairs if pair[0] in {"number", "label", "file"}]
        echo.node["c"][0][2] += [[*pair] for pair in numbers]
