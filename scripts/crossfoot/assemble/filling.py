"""Filling: what each citation, reference and link of a chapter has become, put in."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.assemble import citations, references
from crossfoot.assemble.parts import Copied, Slot
from crossfoot.assemble.plain import SPACE, typed
from crossfoot.assemble.references import Report
from crossfoot.nodes import Node, text, unplaced


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills the slots of one chapter."""

    report: Report
    copy: Copied
    made: citations.Rendered

    def fill(self) -> None:
        """Put links, references and citations where they stand, inner ones first."""
        for slots in by_list(self.copy.slots):
            into = slots[0].into
            at = {id(slot.node): slot for slot in slots}
            out: list[Node] = []
            # Reversed, so that taking the next one costs the same in a long list.
            rest = into[::-1]
            while rest:
                node = rest.pop()
                slot = at.get(id(node))
                if slot is None:
                    out.append(node)
                elif slot.source["t"] == "Link":
                    out += references.linked(self.report, slot)
                    self.copy.findings += references.misstated(self.report, slot)
                else:
                    self.put(slot, out, rest)
            into[:] = out

    def put(self, slot: Slot, out: list[Node], rest: list[Node]) -> None:
        """Put what stands for a citation after `out`, before `rest` (reversed)."""
        made = self.made.get(id(slot))
        new = self.referred(slot, out, alone=made is None)
        if made is not None:
            new += [SPACE, *made] if new else made
        self.copy.made.update(id(node) for node in new if "c" in node)
        out += new
        if made and len(made) == 1 and made[0]["t"] == "Note":
            citations.settle_note(out, rest)
        elif made:
            citations.single_stop(made, rest)

    def referred(self, slot: Slot, out: list[Node], *, alone: bool) -> list[Node]:
        """Return the cross references of a group; all as typed when it has none.

        `alone`: no citation of the group is in the bibliography.
        """
        every = slot.source["c"][0]
        known = self.report.cited
        own = [
            one for one in every if references.is_reference(one["citationId"], known)
        ]
        if not own:
            return as_typed(slot) if alone else []
        starts = references.starts_sentence(out, slot, self.report.world.wording)
        new = references.referred(self.report, slot, own, starts=starts)
        for one in every if alone else ():
            if one not in own:
                new += [SPACE, *typed(f"@{one['citationId']}")]
        return new


def by_list(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Group slots by the inlines they stand among, inner lists first.

    A link is noted after all that is in it, so a list is ready when the last slot
    of it is reached.
    """
    groups: dict[int, list[Slot]] = {}
    last: dict[int, int] = {}
    for at, slot in enumerate(slots):
        groups.setdefault(id(slot.into), []).append(slot)
        last[id(slot.into)] = at
    return [groups[key] for key in sorted(groups, key=lambda key: last[key])]


def as_typed(slot: Slot) -> list[Node]:
    """Return a citation that nothing resolves as its author typed it."""
    cited, words = slot.source["c"]
    mode = cited[0]["citationMode"]["t"] if cited else ""
    bare = mode == "SuppressAuthor" and text(words).startswith("@")
    plain: list[Node] = unplaced(words)
    return [{"t": "Str", "c": "-"}, *plain] if bare else plain
