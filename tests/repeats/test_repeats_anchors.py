"""Names in copies: what a passage refers to, and what refers to it, is not mistaken."""

import pytest
from repeating import LISTS, MEALS, WARDS, chapter, left, repeats


def second(first: str, other: str) -> str:
    """Return what is kept of the second of two chapters."""
    product, _ = repeats(first, other)
    return left(product, chapter(other, "02"))


@pytest.mark.parametrize(
    "said",
    [
        "As the [next steps](#next-steps) say. ",
        "As @sec-next says. ",
        "As [it][next] says. ",
        "As (@good) says. ",
        "As told.[^n] ",
    ],
)
def test_a_passage_that_speaks_of_its_own_chapter_stays(said: str) -> None:
    """Equal words that lead to another place in each chapter are not the same."""

    def text(name: str) -> str:
        ident = " {#sec-next}" if "@sec" in said else ""
        return (
            f"# {name}\n\n{said}{WARDS}\n\n## Next steps{ident}\n\n"
            f"Those of {name}.\n\n(@good) That of {name}.\n\n"
            "[next]: #next-steps\n\n[^n]: In [it](#next-steps).\n"
        )

    assert second(text("A"), text("B")) == text("B")


def test_a_passage_that_speaks_of_its_own_page_goes_with_it() -> None:
    """Where both chapters have the place that it leads to, it is one place."""
    page = f"See the [deep part](#deep).\n\n{WARDS}\n\n## Deep\n\n{LISTS}\n"
    assert second(f"# A\n\n{page}", f"# B\n\n{page}") == "# B\n\n"


def test_a_passage_that_speaks_of_a_third_chapter_goes() -> None:
    """Where neither chapter has the place, both lead to the same."""
    page = f"See [the costs](#costs) and @sec-costs.\n\n{WARDS}\n"
    product, _ = repeats(
        f"# A\n\n{page}",
        f"# B\n\n{page}",
        f"# Costs\n\n## C {{#sec-costs}}\n\n{MEALS}\n",
    )
    assert [cut["name"] for cut in product["cuts"]] == ["02"]
