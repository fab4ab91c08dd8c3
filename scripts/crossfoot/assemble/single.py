"""One chapter: its AST and what all chapters share in, a copy with its title out."""

from crossfoot.assemble import outline, titles
from crossfoot.assemble.copying import Copier
from crossfoot.assemble.cutting import Cuts
from crossfoot.assemble.parts import Copied
from crossfoot.assemble.plain import typed
from crossfoot.assemble.planting import plant
from crossfoot.assemble.trimming import SPACES, WRAPPED, lost_ids, trim
from crossfoot.assemble.world import World
from crossfoot.chapters import Chapter
from crossfoot.nodes import Node, text, unplaced, walk

STYLED = WRAPPED | SPACES | {"Str", "Quoted", "SingleQuote", "DoubleQuote"}
"""What a title in front matter may hold and stay as it is."""


def copied(all_: World, chapter: Chapter) -> Copied:
    """Return a copy of one chapter."""
    cuts, before = all_.cuts.get(chapter.file, Cuts()), set(all_.anchors.taken)
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
    copy.took = all_.anchors.taken - before
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
