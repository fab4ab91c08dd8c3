"""Lines of a Word document: inline elements in, what pandoc's Word writer takes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crossfoot.nodes import Node, attributes, classes, identifier, with_attr, words
from crossfoot.office.marks import (
    TAB,
    bookmark_of,
    bookmarked,
    field,
    hyperlink,
    inline,
    run,
)
from crossfoot.office.numbering import Target, divided, plain_words
from crossfoot.office.pictures import Shown, alternative, sized

SAFE = ("http://", "https://", "mailto:", "tel:", "ftp://")
"""How addresses begin that a report may link to."""
KEPT = frozenset({"smallcaps", "underline", "mark"})
"""Classes of spans that pandoc's Word writer shows; others of its classes, such as
`comment-start` and `insertion`, would put an author's marks into the margin."""
REVISED = {"crossfoot-inserted": "insertion", "crossfoot-deleted": "deletion"}
"""What pandoc's Word writer calls our classes of what changed since another state."""
NUMBERED = "numbered-equation"


@dataclass(frozen=True, slots=True)
class Lines:
    """What inline elements have to know."""

    targets: Mapping[str, Target]
    pictures: Mapping[str, Shown]
    room: tuple[float, float]


def change(known: Lines, node: Node) -> list[Node] | None:
    """Return what stands for an inline element, or None for itself."""
    made = INLINES.get(node["t"])
    return made(known, node) if made else None


def labelled(
    target: Target | None,
    label: str,
    counts: dict[str, int],
    kind: str = "",
    style: str = "CaptionLabel",
) -> Node:
    """Return a float's label, its number a field that Word counts.

    A number that Word's own count would not give is set in the field. What is counted
    is called `kind`, or what the label calls it.
    """
    parts = divided(label, target.number) if target else None
    if not (target and parts):
        return inline(run(label, style))
    before, after = parts
    kind = kind or before.strip() or "Item"
    if target.number.isdecimal() and target.number.isascii():
        follows = int(target.number) == counts.get(kind, 0) + 1
        counts[kind] = int(target.number)
        instruction = f"SEQ {kind} \\* ARABIC"
        instruction += "" if follows else f" \\r {target.number}"
        number = field(instruction, target.number, style)
    else:
        number = run(target.number, style)
    marked = bookmarked(target.index, target.bookmark, number)
    ends = run(after, style) if after else ""
    return inline(run(before, style) + marked + ends)


def _link(known: Lines, node: Node) -> list[Node]:
    (name, _, _), inlines, (target, _) = node["c"]
    made = _led(known, inlines, target, "ref" in classes(node))
    return [{"t": "Span", "c": [[name, [], []], made]}] if name else made


def _led(
    known: Lines, inlines: list[Node], target: str, is_reference: bool
) -> list[Node]:
    if not target.startswith("#"):
        safe = target.lower().startswith(SAFE)
        return [_linked(inlines, target)] if safe and inlines else inlines
    found = known.targets.get(target[1:])
    if not found:
        return inlines
    said = plain_words(inlines) if is_reference else None
    parts = divided(said, found.number) if said else None
    if not parts:
        return [_linked(inlines, target)]
    before, after = parts
    shown = [
        run(before.removesuffix(" ") + "\u00a0" if before[-1:] == " " else before)
        if before
        else "",
        field(f"REF {found.bookmark} \\h", found.number),
        run(after) if after else "",
    ]
    return [inline(hyperlink(bookmark_of(found.id), "".join(shown)))]


def _linked(inlines: list[Node], target: str) -> Node:
    return {"t": "Link", "c": [["", [], []], inlines, [target, ""]]}


def _span(_known: Lines, node: Node) -> list[Node]:
    name, inlines, told = identifier(node), node["c"][1], attributes(node)
    if len(inlines) == 1 and inlines[0]["t"] == "Math" and "number" in told:
        number = told["number"]
        shown = [*inlines, {"t": "Space"}, {"t": "Str", "c": f"({number})"}]
        attributes_ = [name, [NUMBERED], [["number", number]]]
        return [{"t": "Span", "c": [attributes_, shown]}]
    revised = [REVISED[kind] for kind in classes(node) if kind in REVISED]
    if revised:
        by = [[key, told.get(key, "")] for key in ("author", "date")]
        return [with_attr(node, ["", revised, by])]
    kept = [[key, told[key]] for key in ("lang", "dir") if told.get(key)]
    kinds = [kind for kind in classes(node) if kind in KEPT]
    if not (name or kept or kinds):
        return list(inlines)
    return [with_attr(node, [name, kinds, kept])]


def is_numbered(node: Node) -> bool:
    """Say whether a span is an equation with its number."""
    return node["t"] == "Span" and NUMBERED in classes(node)


def equation(node: Node, target: Target | None, counts: dict[str, int]) -> list[Node]:
    """Return an equation and its number as the inlines of a paragraph of their own."""
    maths = node["c"][1][0]
    shown = {"t": "Math", "c": [{"t": "InlineMath"}, maths["c"][1]]}
    number = labelled(target, attributes(node)["number"], counts, "Equation", "")
    head: list[Node] = [{"t": "Span", "c": [[identifier(node), [], []], [shown]]}]
    return [TAB, *head, TAB, {"t": "Str", "c": "("}, number, {"t": "Str", "c": ")"}]


def _image(known: Lines, node: Node) -> list[Node]:
    shown = known.pictures.get(node["c"][2][0])
    if shown is None:
        said = words(alternative(node))
        return [{"t": "Span", "c": [[identifier(node), [], []], said]}]
    return [sized(node, shown, known.room)]


def _code(_known: Lines, node: Node) -> list[Node]:
    return [with_attr(node, [identifier(node), [], []])]


def _cited(_known: Lines, node: Node) -> list[Node]:
    return list(node["c"][1])


INLINES: dict[str, Callable[[Lines, Node], list[Node]]] = {
    "Link": _link,
    "Span": _span,
    "Image": _image,
    "Code": _code,
    "Cite": _cited,
}
"""What changes each type of inline."""
