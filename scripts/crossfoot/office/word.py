"""Word: a report's parts in, blocks for pandoc's Word writer out.

What pandoc would leave out is given as raw WordprocessingML: numbers of captions as
fields that Word counts, references as fields that lead to them, sections turned
sideways.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from crossfoot.nodes import (
    Node,
    attr,
    attributes,
    classes,
    identifier,
    para,
    rewrite,
    text,
    with_attr,
    words,
)
from crossfoot.office import lines
from crossfoot.office.lines import Lines, labelled
from crossfoot.office.marks import (
    NEW_PAGE,
    RULE,
    TAB,
    block,
    bookmarked,
    inline,
    run,
    styled,
)
from crossfoot.office.numbering import Target
from crossfoot.office.pictures import Shown
from crossfoot.office.tables import is_wide, laid_out
from crossfoot.parts import Part, number_of
from crossfoot.phrases import phrases

DEEPEST = 9
"""Levels of headings in Word."""
CALLOUTS = frozenset({"note", "tip", "warning", "important", "caution"})
"""Classes of divisions that are set apart, and the phrases that head them."""

UPRIGHT, SIDEWAYS = "<w:sectPr/>", '<w:sectPr w:rsidR="00000001"/>'
"""Ends of sections, which the engine gives their pages."""


@dataclass(frozen=True, slots=True)
class Word:
    """Prepares the blocks of a report."""

    targets: Mapping[str, Target]
    pictures: Mapping[str, Shown]
    """By target of the image."""
    room: tuple[float, float] = (150.0, 200.0)
    """Width and height of an upright page that text may fill, in millimetres."""
    language: str = "en-GB"
    counts: dict[str, int] = field(default_factory=dict)
    """How many floats of a kind were numbered so far."""

    def part(self, part: Part) -> list[Node]:
        """Return the blocks of a part."""
        out: list[Node] = []
        after = False
        for one in part.blocks:
            made = self.top(one)
            if after and one["t"] == "Para" and made[:1] and made[0]["t"] == "Para":
                made = [styled("After Table", made[:1]), *made[1:]]
            out += made
            after = one["t"] == "Table" or "callout" in " ".join(_kinds(one))
        return out

    def top(self, node: Node) -> list[Node]:
        """Return what stands for a block that no other block holds."""
        if node["t"] == "Header":
            body = rewrite(node["c"][2], self.change)
            return [self.heading({**node, "c": [*node["c"][:2], body]})]
        made = rewrite([node], self.change)
        if node["t"] == "Table" and is_wide(node):
            return [section(UPRIGHT), *made, section(SIDEWAYS)]
        return list(made)

    def change(self, node: Node) -> list[Node] | None:
        """Return what stands for an element whose content was changed already."""
        known = BLOCKS.get(node["t"])
        if known:
            return known(self, node)
        return lines.change(Lines(self.targets, self.pictures, self.room), node)

    def heading(self, node: Node) -> Node:
        """Return a heading with its number, which references lead to."""
        level, (name, _, _), body = node["c"]
        if not text(body).strip():
            return para([{"t": "Span", "c": [[name, [], []], body]}])
        number = number_of(node)
        shown = [inline(self.numbered(name, number, "SectionNumber")), TAB]
        made = [*(shown if number else []), *body]
        kinds = ["unnumbered"]
        return {"t": "Header", "c": [min(level, DEEPEST), [name, kinds, []], made]}

    def numbered(self, name: str, label: str, style: str) -> str:
        """Return a label as runs, with a bookmark round its number."""
        target = self.targets.get(name)
        if not target or not target.number or not label.endswith(target.number):
            return run(label, style)
        before = label.removesuffix(target.number)
        number = run(target.number, style)
        marked = bookmarked(target.index, target.bookmark, number)
        return (run(before, style) if before else "") + marked

    def caption(self, node: Node) -> list[Node]:
        """Return the label and caption of a float as paragraphs."""
        name, told = identifier(node), attributes(node)
        blocks = node["c"][1][1]
        label = told.get("label", "")
        first = blocks[0]["c"] if blocks and _lined(blocks[0]) else []
        rest = blocks[1:] if blocks and _lined(blocks[0]) else blocks
        head: list[Node] = []
        if label:
            head = [labelled(self.targets.get(name), label, self.counts)]
            head += [{"t": "Space"}] if first else []
        if not (head or blocks):
            return []
        # Only the first word holds the anchor, so that the caption may hold links.
        head = [{"t": "Span", "c": [[name, [], []], head]}] if name else head
        return [styled("Caption", [para([*head, *first]), *rest])]


def _kinds(node: Node) -> list[str]:
    """Return what a division is, callouts by their full names."""
    return [k if k not in CALLOUTS else f"callout-{k}" for k in classes(node)]


def _lined(node: Node) -> bool:
    return node["t"] in {"Para", "Plain"}


def section(end: str) -> Node:
    """Return the end of a section."""
    return block(f'<w:p><w:pPr><w:pStyle w:val="Rule"/>{end}</w:pPr></w:p>')


def _minor(_word: Word, node: Node) -> list[Node]:
    """Set a heading inside another block apart: it would break the outline."""
    name, _, _ = node["c"][1]
    body = [{"t": "Span", "c": [[name, [], []], node["c"][2]]}]
    return [styled("Minor Heading", [para(body)])]


def _figure(word: Word, node: Node) -> list[Node]:
    caption = word.caption(node)
    name = identifier(node)
    blocks = node["c"][2]
    if name and not caption:
        blocks = [para([{"t": "Span", "c": [[name, [], []], []]}]), *blocks]
    return [*caption, styled("Figure", blocks)]


def _table(word: Word, node: Node) -> list[Node]:
    caption = word.caption(node)
    name = "" if caption else identifier(node)
    made = laid_out(with_attr(node, [name, [], []]))
    return [*caption, {**made, "c": [made["c"][0], [None, []], *made["c"][2:]]}]


def _division(word: Word, node: Node) -> list[Node]:
    name, _, _ = attr(node)
    told = attributes(node)
    kept = [[key, told[key]] for key in ("lang", "dir") if told.get(key)]
    kinds = [kind.removeprefix("callout-") for kind in classes(node)]
    kind = next((one for one in kinds if one in CALLOUTS), "")
    if not kind:
        return [with_attr(node, [name, [], kept])]
    title = told.get("title") or phrases(word.language)[kind]
    head = styled("Callout Title", [para(words(title))])
    body = styled("Callout", [head, *node["c"][1]])
    return [{"t": "Div", "c": [[name, [], kept], [body]]}]


def _paragraph(word: Word, node: Node) -> list[Node] | None:
    """Give each numbered equation a paragraph of its own."""
    if not any(lines.is_numbered(one) for one in node["c"]):
        return None
    out: list[Node] = []
    held: list[Node] = []
    for one in node["c"]:
        if lines.is_numbered(one):
            out += [{**node, "c": held}] if text(held).strip() else []
            target = word.targets.get(identifier(one))
            shown = lines.equation(one, target, word.counts)
            out.append(styled("Equation", [para(shown)]))
            held = []
        elif held or one["t"] not in {"Space", "SoftBreak"}:
            held.append(one)
    return out + ([{**node, "c": held}] if text(held).strip() else [])


def _code(_word: Word, node: Node) -> list[Node]:
    return [with_attr(node, [identifier(node), [], []])]


def _rule(_word: Word, node: Node) -> list[Node]:
    return [NEW_PAGE] if node.get("page") else [RULE]


BLOCKS: dict[str, Callable[[Word, Node], list[Node] | None]] = {
    "Header": _minor,
    "Figure": _figure,
    "Table": _table,
    "Div": _division,
    "Para": _paragraph,
    "Plain": _paragraph,
    "CodeBlock": _code,
    "HorizontalRule": _rule,
}
"""What changes each type of block."""
