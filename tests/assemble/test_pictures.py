"""Pictures: recipes' figures, image files, alternative texts and what is missing."""

import pytest
from assembling import DRAWN, report
from conftest import Make

from crossfoot.nodes import text

SAID = [["description", "The first bar is longer"]]


@pytest.mark.parametrize(
    ("written", "alt", "attributes"),
    [
        ("![Cap](figures/asks.svg){#fig-a}", "Two bars", [*SAID, ["width", "160mm"]]),
        (
            '![Cap](figures/asks.svg){#fig-a alt="Mine" width=50%}',
            "Mine",
            [["width", "50%"], *SAID],
        ),
        ("![Cap](images/m.png){#fig-a}", "Cap", []),
        ('![Cap](images/m.png){#fig-a alt=""}', "", []),
        ('![*Cap* []{value=k}](images/m.png){#fig-a alt="M"}', "M", []),
        ("![](images/m.png){#fig-a}", "", []),
        ("![](figures/asks.svg){#fig-a}", "Two bars", [*SAID, ["width", "160mm"]]),
    ],
)
def test_a_figure_s_alternative_text_is_the_author_s_or_the_recipe_s(
    make: Make, written: str, alt: str, attributes: list[list[str]]
) -> None:
    """It stands as the image's inlines; recipes bring a description and a width."""
    files = {"sources/a.md": f"# T\n\n{written}\n", "sources/images/m.png": b"x"}
    made = report(make(files), figures=[DRAWN])
    figure, image = made.all("Figure")[0], made.all("Image")[0]
    assert figure["c"][0][0] == "fig-a"
    assert dict(figure["c"][0][2])["label"] == "Figure 1"
    assert text(image["c"][1]) == alt
    assert image["c"][0] == ["", [], attributes]
    target = "figures/asks.svg" if "asks" in written else "sources/images/m.png"
    assert image["c"][2][0] == target


@pytest.mark.parametrize(
    "address", ["figures/Łódź map.svg", "figures/%C5%81%C3%B3d%C5%BA%20map.svg"]
)
def test_a_recipe_s_name_may_have_spaces(make: Make, address: str) -> None:
    """The figure is the same whichever way its address is written."""
    files = {"sources/a.md": f"# T\n\n![C]({address}){{#fig-a}}\n"}
    drawn = {**DRAWN, "name": "Łódź map", "recipe": "figures/Łódź map.py"}
    made = report(make(files), figures=[drawn])
    assert made.all("Image")[0]["c"][2][0] == "figures/Łódź map.svg"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("So ![a](images/m.png){.k #x}.", "So ![a](sources/images/m.png){#x .k}."),
        ('So ![a](images/m.png){alt="B"}.', "So ![B](sources/images/m.png)."),
        ("So ![a](images/no.png).", "So \\[image missing: images/no.png\\]."),
        ("So ![a](figures/no.svg).", "So \\[figure missing: figures/no.svg\\]."),
        ("So ![a](https://e.org/a.png).", "So ![a](https://e.org/a.png)."),
        ("![](images/m.png)", "![](sources/images/m.png)"),
        ("![](images/no.png)", "\\[image missing: images/no.png\\]"),
    ],
)
def test_an_image_in_a_line_of_text_keeps_its_place(
    make: Make, written: str, printed: str
) -> None:
    """Files count from the chapter; one that is missing is visible."""
    files = {"sources/a.md": f"# T\n\n{written}\n", "sources/images/m.png": b"x"}
    assert report(make(files)).text.split("\n\n")[1] == f"{printed}\n"


def test_a_figure_that_is_missing_keeps_its_caption_and_number(make: Make) -> None:
    """References to it still read, and the gap says what should be there."""
    words = (
        "# T\n\n![One](figures/none.svg){#fig-a}\n\n![Two](figures/none.svg)\n\n"
        "![Three](images/no.png){#fig-c}\n\nSee [@fig-a; @fig-c].\n"
    )
    made = report(make({"a.md": words}))
    figures = made.all("Figure")
    assert [(text(one["c"][1][1]), text(one["c"][2])) for one in figures] == [
        ("One", "[figure missing: figures/none.svg]"),
        ("Two", "[figure missing: figures/none.svg]"),
        ("Three", "[image missing: images/no.png]"),
    ]
    assert made.text.endswith("See [Figures 1](#fig-a){.ref} and [3](#fig-c){.ref}.\n")


def test_a_figure_that_could_not_be_drawn_says_so(make: Make) -> None:
    """Its picture and alternative text are the ones that the figures stage made."""
    alt = "Figure asks could not be drawn"
    drawn = {**DRAWN, "failed": True, "alt": alt, "description": ""}
    words = "# T\n\n![C](figures/asks.svg)\n"
    image = report(make({"a.md": words}), figures=[drawn]).all("Image")[0]
    assert (text(image["c"][1]), image["c"][2][0]) == (alt, "figures/asks.svg")


def test_a_file_called_like_a_figure_is_used_when_there_is_no_recipe(
    make: Make,
) -> None:
    """`figures/` beside the chapters may hold files of its own."""
    files = {
        "sources/a.md": "# T\n\n![C](figures/x.svg)\n",
        "sources/figures/x.svg": "x",
    }
    image = report(make(files)).all("Image")[0]
    assert image["c"][2][0] == "sources/figures/x.svg"
