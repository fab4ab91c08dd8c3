"""Examples: two statements that differ in, whether each is about an example out.

What one calculation comes to says nothing of another, and neither does what the
following example shows. The same calculation with two results is no two examples.
"""

import re

from crossfoot.repeats.clashes import Clash

FORMULA = re.compile(r"\d[^=\n]*\s[*×·+/−–-]\s[^=\n]*=\s")
"""A calculation: 105 * 80% - 3 = 81."""
RESULT = re.compile(r"[=≈~]\s*[£€$¥]?\Z")
"""What stands before that which a calculation comes to."""
POINTING = frozenset({"following", "this", "next", "previous", "preceding", "above"})
"""What points to an example beside a statement …"""
EXAMPLE = frozenset({"example", "examples"})
"""… and what it is called."""
BESIDE = 3
"""Words from what points to an example to its name, at the most."""


def are_examples(one: Clash) -> bool:
    """Say whether two statements calculate other things, or lead to other examples."""
    if _is_calculated(one) and not _is_result(one):
        return True
    return not one.near and _leads_to_example(one)


def _leads_to_example(one: Clash) -> bool:
    """Say whether a statement is about the example that follows it, or the one before.

    “The following example waits two seconds” says nothing of another example.
    """
    words = one.a.unit.norms[one.a.lo : one.a.hi]
    return any(
        word in POINTING and not EXAMPLE.isdisjoint(words[at + 1 : at + BESIDE])
        for at, word in enumerate(words)
    )


def _is_calculated(one: Clash) -> bool:
    """Say whether two statements are examples: they differ in what is calculated.

    Either is more figures and signs than words, or what differs stands in a formula.
    """
    words = one.a.unit.norms[one.a.lo : one.a.hi]
    return sum(map(str.isalpha, words)) * 2 < len(words) or any(
        formula.start() <= one.a.unit.words[edit.a[0]][1] <= formula.end()
        for formula in FORMULA.finditer(one.a.unit.source, *one.a.span)
        for edit in one.edits
    )


def _is_result(one: Clash) -> bool:
    """Say whether two calculations differ in what they come to, and in nothing else."""
    sides = (one.a, [edit.a for edit in one.edits]), (one.b, [e.b for e in one.edits])
    return len(one.edits) == 1 and all(
        RESULT.search(side.unit.source, side.span[0], side.unit.words[spans[0][0]][1])
        for side, spans in sides
    )
