"""Whole paragraphs: what is told again in other words, other sentences and order."""

import pytest
from repeating import repeats, summary
from saying import sayings

from crossfoot.repeats.echoes import scale_of
from crossfoot.repeats.wholes import wholes

ONE = (
    "The harbour office lends kayaks to visitors who can swim. A deposit is paid in"
    " cash at the counter beside the chandlery. Whoever loses a paddle pays for it from"
    " the deposit, and the lifeguard notes the tide on a blackboard."
)
OTHER = (
    "On a blackboard the lifeguard writes down how the tide runs. For a lost paddle the"
    " cash left at the counter is kept, which is what a deposit is for. Kayaks leave the"
    " harbour with visitors who swim well. The office by the chandlery lends them."
)
SIBLING = (
    "When the tide is in, a blackboard of the lifeguard tells who may swim. Lost paddles"
    " are paid in cash, and visitors leave a deposit. At its counter the chandlery keeps"
    " kayaks, which the harbour office lends."
)
FILLED = (
    "The harbour office lends dinghies to anglers who can row. A deposit is paid in"
    " notes at the window beside the chandlery. Whoever loses an anchor pays for it from"
    " the deposit, and the warden notes the tide on a noticeboard."
)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((ONE, OTHER), [(0, 1)]),
        ((ONE, "Boats are painted in spring. Nobody swims before the regatta."), []),
        ((ONE, OTHER, SIBLING), []),
        ((ONE, FILLED), []),
        ((ONE, " ".join(OTHER.split()[:18])), []),
    ],
)
def test_paragraphs_that_tell_the_same_are_found(
    texts: tuple[str, ...], found: list[tuple[int, int]]
) -> None:
    """Those alike with several are about one thing, those of one order are a form."""
    said = sayings(*texts)
    made = wholes(said, scale_of(said))
    assert [(one.here.unit.number, one.there.unit.number) for one in made] == found


def test_a_paragraph_that_is_told_again_is_told_of_where_there_is_room() -> None:
    """It is the least sure kind of repeat, and named with both places."""
    product, _ = repeats(f"# A\n\n{ONE}\n", f"# B\n\n{OTHER}\n")
    assert summary(product) == [("near", "report", ["01:3-3"], ["02:3-3"])]
    assert [one.get("retold") for one in product["relations"]] == [True]
