"""Moves: what others refer to in a passage that is cut is found where it is kept."""

import pytest
from assembling import BOOK, Assembled, without_repeats
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


LABELLED = f"""## Key findings

{WARDS}[^n] As [@smith2020, p. 3] says, [nothing]{{#spot}} was lost.

![A map](images/map.png){{#fig-map alt="Wards"}}

| Ward | Count |
|------|-------|
| East | 3     |

: Counts {{#tbl-a}}

[$$x = 1$$]{{#eq-rate alt="x is one"}}

[^n]: The note, which [names]{{#in-note}} a place.

::: {{#box}}
{LISTS}
:::
"""
NAMES = "[s](#spot), [n](#in-note), [b](#box), @fig-map, @tbl-a, @eq-rate"
SHOWN = (
    "[b](#box), [Figure 1](#fig-map){.ref}, [Table 1](#tbl-a){.ref},"
    " [Equation 1](#eq-rate){.ref}"
)


def test_a_page_with_names_notes_and_citations_moves_whole(make: Make) -> None:
    """What is pasted is printed and numbered once; all that it named is found."""
    two = f"# Two\n\nSee {NAMES}, and the note.[^n]\n\n{LABELLED}\n## End\n"
    made = without_repeats(
        make(
            {
                "01.md": f"# One\n\n{LABELLED}",
                "02.md": two,
                "03.md": f"# Three\n\n{NAMES} and [k](02.md#key-findings).\n",
                "images/map.png": b"",
                "references.bib": BOOK,
            }
        )
    )
    assert made.text.partition("\n\n# Two ")[2] == (
        '{#two number="2" file="02.md"}\n\n'
        f"See [s](#spot), [n](#in-note-1), {SHOWN}, and the note.[^2]\n\n"
        "See [section 1.1, Key findings](#key-findings){.ref}.\n\n"
        '## End {#end number="2.1" file="02.md"}\n\n'
        '# Three {#three number="3" file="03.md"}\n\n'
        f"[s](#spot), [n](#in-note), {SHOWN} and [k](#key-findings).\n\n"
        '# References {#references .unnumbered file="references.bib"}\n\n'
        "[^1]: The note, which [names]{#in-note} a place.\n\n"
        "[^2]: The note, which [names]{#in-note-1} a place.\n"
    )
    assert dangling(made) == []


@pytest.mark.parametrize(
    ("kept", "copy"),
    [
        ("## Key", "## Key {#sec-mine}"),
        ("## Key {#sec-own}", "## Key {#sec-mine}"),
        ("::: box", "::: {#sec-mine .box}"),
        ("::: {#sec-own}", "::: {#sec-mine}"),
    ],
)
def test_a_name_of_the_copy_alone_stays_with_it(
    make: Make, kept: str, copy: str
) -> None:
    """An element whose name differs is no copy: it stays over the reference."""
    fence = "\n:::" if kept.startswith(":::") else ""
    made = without_repeats(
        make(
            {
                "01.md": f"# One\n\nWords.\n\n{kept}\n\n{WARDS}{fence}\n",
                "02.md": f"# Two\n\n{copy}\n\n{WARDS}{fence}\n\n## End\n\n@sec-mine\n",
            }
        )
    )
    assert (WARDS in made.text.split("# Two")[1], dangling(made)) == (False, [])
    assert made.all("Link")[-1]["c"][2][0] == "#sec-mine"
