"""Waivers by what they name: the same as with each looked at, and without looking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.findings import Finding
from crossfoot.places import Place
from crossfoot.waivers import FEW_LINES, Allowance, Covering

HERE = Place("checks.yml", 1, 1, 1, 2)
CODES = st.sampled_from(("NUM05", "NUM13", "TAB01"))
FILES = st.sampled_from(("", "a.md", "b.md"))


@st.composite
def allowances(draw: st.DrawFn) -> Allowance:
    """Return a waiver of one or two codes in a few lines, many, a file or all."""
    first = draw(st.sampled_from((-1, 0, 1, 2, 5)))
    last = first + draw(st.sampled_from((0, 1, 4, FEW_LINES - 1, FEW_LINES)))
    codes = draw(st.lists(CODES, min_size=1, max_size=2))
    key = draw(st.sampled_from(("", "asks.total")))
    return Allowance(HERE, (*codes,), draw(FILES), first, last, key, "so it is")


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Return a finding on a line."""
    line = draw(st.integers(1, 2 * FEW_LINES))
    said = draw(st.sampled_from(("asks.total is £3m", "nothing")))
    place = Place(draw(FILES), line, 1, line, 2)
    return Finding(draw(CODES), said, place)


@given(st.lists(allowances(), max_size=8), findings())
def test_the_waivers_of_a_finding_are_those_that_cover_it(
    every: list[Allowance], finding: Finding
) -> None:
    """A finding gets exactly the waivers that cover it, in the order they came in."""
    covering = [one for one in every if one.covers(finding)]
    assert list(Covering(every).of(finding)) == covering


def test_a_thousand_waivers_are_held_against_their_own_findings_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of 1,000 waivers with a block each, a finding looks at that of its block."""
    asked = []
    covers = Allowance.covers

    def counted(self: Allowance, finding: Finding) -> bool:
        asked.append(finding)
        return covers(self, finding)

    monkeypatch.setattr(Allowance, "covers", counted)
    lines = range(1, 4_000, 4)
    every = [Allowance(HERE, ("NUM05",), "a.md", at, at + 2) for at in lines]
    waivers = Covering(every)
    told = [Finding("NUM05", "no", Place("a.md", at, 1, at, 2)) for at in lines]
    assert [one for each in told for one in waivers.of(each)] == every
    assert len(asked) == 1_000
