"""Moves: what others refer to in a passage that is cut is found where it is kept."""

import pytest
from assembling import Assembled, without_repeats
from conftest import Make

from crossfoot.nodes import ATTR_AT, identifier, walk

WARDS = (
    "The quick survey of the western wards found that most volunteers had started"
    " before the first lockdown and that many of them stayed on for the whole of the"
    " following year."
)
LISTS = (
    "Every group that we spoke to kept a paper list of the people whom it served, since"
    " phones were lost, batteries ran flat and spreadsheets were never quite up to date."
)


def dangling(made: Assembled) -> list[str]:
    """Return the targets of links that nothing in the report is called."""
    nodes = list(walk(made.ast["blocks"]))
    names = {identifier(node) for node in nodes if node["t"] in ATTR_AT}
    addresses = [node["c"][2][0] for node in nodes if node["t"] == "Link"]
    return [one for one in addresses if one.startswith("#") and one[1:] not in names]


def last(made: Assembled) -> str:
    """Return the last paragraph of a report."""
    return made.text.rstrip().split("\n\n")[-1]


PAGE = f"## Key findings\n\n{WARDS}\n\n### Deeper\n\n{LISTS}\n"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("#key-findings-1", "#key-findings"),
        ("#key-findings", "#key-findings-1"),
        ("#deeper", "#deeper"),
    ],
)
def test_a_heading_s_own_name_leads_to_its_kept_copy(
    make: Make, link: str, target: str
) -> None:
    """Where a chapter has a heading twice, the name of the cut one finds the kept."""
    two = f"# Two\n\n## Key findings\n\nOther words.\n\n{PAGE}\n## End\n\n[x]({link})\n"
    three = f"# Three\n\n[x](02.md{link})\n"
    made = without_repeats(
        make({"01.md": f"# One\n\n{PAGE}", "02.md": two, "03.md": three})
    )
    links = [node["c"][2][0] for node in made.all("Link") if node["c"][0][1] == []]
    assert (links, dangling(made)) == ([target, target], [])


def test_a_name_that_only_the_cut_copy_had_is_found_from_everywhere(
    make: Make,
) -> None:
    """A chapter that names no file finds the kept copy by the cut copy's name."""
    two = f"# Two\n\n## Deeper\n\nOther words.\n\n{PAGE}\n## End\n\nWords.\n"
    made = without_repeats(
        make(
            {
                "01.md": f"# One\n\n{PAGE}",
                "02.md": two,
                "03.md": "# Three\n\n[x](#deeper-1)\n",
            }
        )
    )
    assert last(made) == "[x](#deeper)"
