"""Recalled pairs: what was found in two units before in, as JSON, and not sought again.

A pair goes by what both units say, so that it is known again wherever they stand. What
hangs on words that stand elsewhere in the report holds while these do.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from crossfoot.repeats import alike
from crossfoot.repeats.compare import Comparison, Edit, IsCommon, Match, compare
from crossfoot.repeats.meetings import Places
from crossfoot.repeats.statements import Compare
from crossfoot.repeats.units import Unit
from crossfoot.repeats.vocabulary import Vocabulary


class Recalled:
    """The pairs of units that were looked at in a report."""

    def __init__(self, kept: bytes | None = None) -> None:
        """Take what `kept` returned for the report as it was before."""
        old = json.loads(kept) if kept else {"compared": {}, "ordered": {}}
        self.compared: Mapping[str, Any] = old["compared"]
        """Matches, what was said of each word that was asked for, and whether nothing
        is to be told of the two, by two units."""
        self.ordered: Mapping[str, Any] = old["ordered"]
        """Sentences with half their words in order, in the same way."""
        self.now: dict[str, dict[str, Any]] = {"compared": {}, "ordered": {}}
        self.made: list[tuple[str, Comparison]] = []
        """What was compared now and not before."""

    def kept(self) -> bytes | None:
        """Return what was found now, as JSON; None where that is what was known."""
        for name, one in self.made:
            self.now["compared"][name][2] |= alike.is_settled(one)
        if self.now == {"compared": self.compared, "ordered": self.ordered}:
            return None
        return json.dumps(self.now, ensure_ascii=True, separators=(",", ":")).encode()

    def of(self, known: Vocabulary) -> Compare:
        """Return what compares units of a report with this vocabulary."""
        return partial(self._compared, known.is_common)

    def _compared(self, is_common: IsCommon, a: Unit, b: Unit) -> Comparison:
        """Return what units share: anew where a word is a name now that was none."""
        name = f"{a.digest}{b.digest}"
        found = self.compared.get(name)
        if found and all(is_common(word) is was for word, was in found[1].items()):
            self.now["compared"][name] = found
            recalled = Comparison(a, b, tuple(map(_match, found[0])))
            if found[2]:
                alike.settle(recalled)
            return recalled
        asked: dict[str, bool] = {}

        def ask(word: str) -> bool:
            asked[word] = is_common(word)
            return asked[word]

        made = compare(a, b, ask)
        self.now["compared"][name] = [list(map(_columns, made.matches)), asked, False]
        self.made.append((name, made))
        return made

    def in_order(self, a: Unit, b: Unit, make: Callable[[], Places]) -> Places:
        """Return which sentences of two units have half their words in order."""
        name = f"{a.digest}{b.digest}"
        found = self.ordered.get(name)
        if found is None:
            found = [list(pair) for pair in make()]
        self.now["ordered"][name] = found
        return [(one, other) for one, other in found]


def _columns(one: Match) -> list[Any]:
    """Return a match as plain lists."""
    edits = [[*edit.a, *edit.b, edit.kind] for edit in one.edits]
    return [*one.a, *one.b, one.shared, edits]


def _match(told: list[Any]) -> Match:
    a, a_end, b, b_end, shared, edits = told
    made = (Edit((lo, hi), (at, end), kind) for lo, hi, at, end, kind in edits)
    return Match((a, a_end), (b, b_end), shared, tuple(made))
