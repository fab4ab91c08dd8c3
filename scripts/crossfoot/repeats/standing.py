"""Standing text: the stream in, of which stretches most stands four times or more out.

The questions of a form stand in every chapter, with answers between them. Which of them
stand side by side differs from one chapter to the next, so a run of them may stand
twice alone; it belongs where it stands as much as each question does.
"""

from dataclasses import dataclass
from typing import Any

from crossfoot.repeats.arrays import equal_stretches
from crossfoot.repeats.chunks import is_inside
from crossfoot.repeats.grams import Grams
from crossfoot.repeats.stream import Stream

MANY = 4
"""Copies from which on a passage is boilerplate, which belongs where it stands."""
MOST = 0.8
"""Share of a stretch's words, in passages that stand so often, that makes it one."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What stands so often in a report."""

    made: Stream
    grams: Grams
    starts: Any
    """Where blocks start that stand so often; an array, in order."""
    ends: Any

    def holds(self, lo: int, hi: int, *, parts: bool = False) -> bool:
        """Say whether that is most of what stands from one position to another.

        Whole blocks count, and `parts` of them only if asked.
        """
        import numpy as np

        edges = np.zeros(hi - lo + 1, np.int32)
        some = [self._blocks(lo, hi), *([self._grams(lo, hi)] if parts else [])]
        for starts, ends in some:
            np.add.at(edges, np.maximum(starts, lo) - lo, 1)
            np.add.at(edges, np.minimum(ends, hi) - lo, -1)
        often = np.cumsum(edges[:-1]) > 0
        words = np.diff(self.made.weights[lo : hi + 1])
        return bool(words[often].sum() >= MOST * words.sum())

    def _blocks(self, lo: int, hi: int) -> tuple[Any, Any]:
        import numpy as np

        some = slice(*np.searchsorted(self.starts, [lo, hi]))
        inside = self.ends[some] <= hi
        return self.starts[some][inside], self.ends[some][inside]

    def _grams(self, lo: int, hi: int) -> tuple[Any, Any]:
        import numpy as np

        places = np.frombuffer(self.grams.places, np.int32)
        some = slice(*np.searchsorted(places, [lo, hi - self.grams.k + 1]))
        counts = np.frombuffer(self.grams.counts, np.int32)[some]
        found = places[some][counts >= MANY]
        return found, found + self.grams.k


def standing(made: Stream, grams: Grams) -> Standing:
    """Return what stands four times or more in a report."""
    import numpy as np

    blocks = made.blocks()
    starts, sizes = (one[blocks[1] > 0] for one in blocks)
    groups = equal_stretches(made.ids, starts, sizes)
    bodies = (
        (group, sum(_is_body(made, int(starts[at])) for at in group))
        for group in groups
        if len(group) >= MANY
    )
    often = [at for group, times in bodies if times >= MANY for at in group]
    found = np.sort(np.array(often, np.int64))
    return Standing(made, grams, starts[found], starts[found] + sizes[found])


def _is_body(made: Stream, at: int) -> bool:
    """Say whether a place is in no summary, which repeats the body by design."""
    return at < made.summary or is_inside(made.sunken, at)
