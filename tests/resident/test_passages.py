"""Which elements of a page a change is in."""

from crossfoot.engines.resident.passages import PIECE, changed

PAGE = """<body><main id="_main">
<section><div class="head"><h2 id="one">One</h2></div>
<p>First.</p>
<img src="a.png"><p>Second, <span id="_n-1">12</span> of them.</p>
<figure id="fig"><figcaption>Asks</figcaption></figure>
</section>
<section><div class="head"><h2 id="two">Two</h2></div>
<p>Third.</p></section>
</main></body>
"""


def after(old: str, new: str) -> tuple[str, ...]:
    """Return what differs when `old` is written otherwise."""
    assert old in PAGE
    return changed(PAGE.encode(), PAGE.replace(old, new).encode())


def test_a_heading_stands_for_what_follows_it() -> None:
    """A changed paragraph is named by the heading that it stands under."""
    assert after("First", "At first") == ("one",)
    assert after("Third", "Thirdly") == ("two",)


def test_the_innermost_element_is_named() -> None:
    """What changed in a figure or a number is named by that, not by what is around."""
    assert after("Asks", "What was asked") == ("fig",)
    assert after("12", "13") == ("_n-1",)
    assert after(" of them", " of those") == ("one",)


def test_all_between_the_first_and_the_last_change_is_named() -> None:
    """Where two places differ, the elements between them are named as well."""
    new = PAGE.replace("First", "At first").replace("Third", "Thirdly")
    assert changed(PAGE.encode(), new.encode()) == ("one", "_n-1", "fig", "two")


def test_equal_pages_and_a_first_one_name_nothing() -> None:
    """There is nothing to show where nothing changed, or nothing was shown before."""
    assert changed(PAGE.encode(), PAGE.encode()) == ()
    assert changed(b"", PAGE.encode()) == ()


def test_a_change_in_a_long_page_is_found_wherever_it_stands() -> None:
    """Pages of several pieces differ where they differ, at their ends as well."""
    long = "<p>word</p>\n" * (3 * PIECE // 12)
    parts = [f'<h2 id="a">A</h2>{long}', f'<h2 id="b">B</h2>{long}', "<p>End</p>"]
    body = f"<body><section>{'</section><section>'.join(parts)}</section></body>"
    for old, new, ids in (
        ("A</h2>", "A1</h2>", ("a",)),
        ("B</h2>", "B1</h2>", ("b",)),
        ("End", "The end", ()),
    ):
        assert changed(body.encode(), body.replace(old, new).encode()) == ids
