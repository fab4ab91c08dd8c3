"""Assemble: chapters and all that the checks know in, one report out.

Chapters are copied with repeats cut and numbers shown, put in reading order with
appendices last, given unique ids and numbers; then references, links and citations
are settled. Two steps, because citeproc is a program: `gather` says what is cited,
`finish` takes what citeproc made of it. The form of the report is described in
`schemas/report-ast.schema.json`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.assemble import (
    abbreviations,
    anchoring,
    citations,
    corrected,
    glossary,
    ids,
    indexing,
    notices,
    outline,
    proof,
    titles,
)
from crossfoot.assemble.addresses import named
from crossfoot.assemble.backmatter import Matter, placed
from crossfoot.assemble.faces import Face, face
from crossfoot.assemble.filling import Filler
from crossfoot.assemble.parts import Copied, Inputs
from crossfoot.assemble.record import record
from crossfoot.assemble.references import Report
from crossfoot.assemble.single import copied
from crossfoot.assemble.world import World, world
from crossfoot.chapters import Chapter, as_printed
from crossfoot.findings import Finding
from crossfoot.nodes import Node, text

__all__ = ["Draft", "Inputs", "Whole", "finish", "gather", "named", "settle"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A report whose citations are still open. `settle` uses it up."""

    inputs: Inputs
    world: World
    copies: list[Copied]
    names: ids.Names
    known: frozenset[str]
    """Keys of the bibliography."""
    citations: dict[str, Any] | None
    """The document for citeproc, or None when nothing is cited."""
    faces: Sequence[Face] = ()
    """What each chapter shows of itself to others, when that was asked for."""

    @property
    def cited(self) -> list[Any]:
        """The bibliography's entries that are cited, in its order."""
        if self.citations is None:
            return []
        wanted = set(citations.keys(self.citations))
        return [one for one in self.inputs.references if one["id"] in wanted]


@dataclass(frozen=True, slots=True)
class Whole:
    """A report that is assembled."""

    draft: Draft
    rear: list[Node]
    """What is listed behind the chapters."""

    @property
    def sections(self) -> list[list[Node]]:
        """All that is printed: the blocks of each chapter, and what is behind them."""
        return [*(copy.blocks for copy in self.draft.copies), self.rear]

    @property
    def meta(self) -> dict[str, Node]:
        """What is said of the report as a publication."""
        blocks = (block for section in self.sections for block in section)
        head = next((node for node in blocks if node["t"] == "Header"), None)
        words = text(head["c"][2]) if head else ""
        told = titles.shown(self.draft.inputs, self.draft.world.shown, words)
        return record(told, words) | corrected.record(self.draft.inputs.corrections)

    @property
    def findings(self) -> list[Finding]:
        """What was found on the way."""
        # What an include shows again says again what is wrong with it.
        every = (one for copy in self.draft.copies for one in copy.findings)
        return list(dict.fromkeys(every))


def gather(inputs: Inputs, *, faces: bool = False) -> Draft:
    """Copy, merge and number the chapters.

    `faces`: note what chapters show to others, so that they can be assembled again.
    """
    all_ = world(inputs)
    copies = [opened(all_, inputs, one) for one in as_printed(inputs.chapters)]
    outline.group(copies, inputs.settings.get("parts") or ())
    known = frozenset(str(one["id"]) for one in inputs.references)
    found = [face(copy, known) for copy in copies] if faces else []
    names = ids.settle(copies)
    outline.number(copies, all_.wording)
    told = citations.document(copies, known, language(inputs))
    return Draft(inputs, all_, copies, names, known, told, found)


def opened(all_: World, inputs: Inputs, chapter: Chapter) -> Copied:
    """Return a copy of one chapter, its language noted."""
    copy = copied(all_, chapter)
    outline.speak(copy, language(inputs))
    return copy


def language(inputs: Inputs) -> str:
    """Return the report's language as a BCP 47 tag."""
    return str(inputs.settings.get("language") or "en-GB")


def finish(
    draft: Draft, rendered: dict[str, Any] | None
) -> tuple[dict[str, Any], list[Finding]]:
    """Settle references, links and citations; return the report and findings.

    `rendered` is what citeproc made of the draft's citations. Raises
    proof.LostWordsError when a chapter's words are not all there.
    """
    whole = settle(draft, rendered)
    blocks = [block for section in whole.sections for block in section]
    report = {"pandoc-api-version": citations.API, "meta": whole.meta, "blocks": blocks}
    return report, whole.findings


def settle(draft: Draft, rendered: dict[str, Any] | None) -> Whole:
    """Settle references, links and citations; raises what `finish` raises."""
    copies = draft.copies
    notices.fill(copies, draft.world.wording)
    found = citations.slots(copies, draft.known)
    fill(draft, copies, citations.put_back(found, rendered))
    settled = citations.placed(copies, rendered)
    for copy in copies:
        close(copy)
    glossary.link(copies, copies)
    return Whole(draft, _rear(draft, rendered, settled=settled))


def fill(draft: Draft, some: Iterable[Copied], made: citations.Rendered) -> None:
    """Put references, links and citations into some of the chapters."""
    copies = {copy.chapter.name: copy for copy in draft.copies}
    index = ids.index(draft.copies)
    report = Report(draft.world, copies, index, draft.known)
    for copy in some:
        _echo(copy, index, copies)
        Filler(report, copy, made).fill()


def close(copy: Copied) -> None:
    """Prove that a chapter's words are all there, and name its numbers."""
    proof.prove(copy)
    anchoring.wrap(copy.wraps)
    for into, names in copy.leads:
        anchoring.lead(into, names)


def _rear(
    draft: Draft, rendered: dict[str, Any] | None, *, settled: bool
) -> list[Node]:
    """Return what is listed behind the chapters, or put it where they want it."""
    copies, wording, names = draft.copies, draft.world.wording, draft.names
    # An entry reads as its author wrote it, so it is noted before words are added.
    entries = indexing.entries(copies)
    short = abbreviations.expand(copies, draft.inputs.settings.get("abbreviations"))
    mended = corrected.listed(draft.inputs.corrections, wording, language(draft.inputs))
    lists = (
        Matter("corrections", wording.corrections, mended, corrected.FILE),
        Matter("abbreviations", wording.short_forms, abbreviations.listed(short)),
        Matter("index", wording.index, indexing.printed(entries, wording)),
    )
    first, before, after = (placed(copies, names, one) for one in lists)
    references = [] if settled else _references(draft, rendered)
    return [*first, *before, *references, *after]


def _references(draft: Draft, rendered: dict[str, Any] | None) -> list[Node]:
    named = draft.inputs.settings.get("bibliography") or "references.bib"
    file = named if isinstance(named, str) else named[0]
    folder = draft.copies[0].chapter.file.rpartition("/")[0] if draft.copies else ""
    path = f"{folder}/{file}" if folder else file
    title = draft.world.wording.references
    return citations.chapter(rendered, title, path, draft.names)


def _echo(copy: Copied, index: ids.Index, copies: Mapping[str, Copied]) -> None:
    """Give what is shown again the number of what it shows."""
    for echo in copy.echoes:
        mark = index.find(echo.ident, echo.chapter) if echo.ident else None
        marks = copies[echo.chapter].marks if mark is None and echo.place else ()
        mark = mark or next((one for one in marks if one.place == echo.place), None)
        pairs = mark.node["c"][0][2] if mark else []
        numbers = [pair for pair in pairs if pair[0] in {"number", "label", "file"}]
        echo.node["c"][0][2] += [[*pair] for pair in numbers]
