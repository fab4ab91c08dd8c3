"""The ledger of repeats, as text."""

from related import (
    ALL,
    CHAPTERS,
    CLASH,
    CUT,
    EXACT,
    JOINT,
    NEAR,
    PHRASE,
    row,
    where,
)

from crossfoot.places import Text
from crossfoot.render.ledgers import repeats
from crossfoot.render.terminal import Style


def test_relations_come_worst_first_with_what_differs() -> None:
    """What is meant to be alike is counted, and the way on stands at the end."""
    assert repeats(ALL, CHAPTERS) == (
        "sources/01.md:3-4 ≠ sources/03.md:3-4  contradiction, 9 words, an error  [id 636f6e7472616469]\n"
        "    A further [-£203m-]{+£230m+} is requested for work tied to recovery.\n\n"
        "sources/01.md:6-9 = sources/03.md:8-10  exact, 2 blocks, 16 words, replaced by a reference  [id 6578616374]\n"
        "sources/01.md:6-7 ≈ sources/03.md:6  near, 14 words, reported  [id 6e656172]\n"
        "    The plans speak for the {+whole+} region [-as a whole-], and they ask for\n"
        "    [-much-]{+<b>much</b>+}.\n\n"
        "sources/02.md:3 ≈ sources/03.md:1  contained, 1 word, accepted  [id 636f6e7461696e65]\n"
        "    [-Nothing.-]{+Asks+}\n\n"
        "1 template in 2 places; --all lists them\n"
        "1 boilerplate passage in 4 places; --all lists them\n\n"
        "1 contradiction, 1 exact repeat, 1 near repeat, 1 contained passage, 1 template and 1 boilerplate passage\n"
        'To keep one as it is: crossfoot repeats --accept ID --because "…"\n'
    )


def test_all_lists_what_is_meant_to_be_alike() -> None:
    """With `--all` nothing is only counted."""
    some = {"relations": [PHRASE]}
    assert repeats(some, CHAPTERS, whole=True) == (
        "sources/02.md:3 = sources/02.md:3 = sources/02.md:3 = sources/02.md:3"
        "  boilerplate, 1 word, listed only  [id 626f696c6572706c]\n\n"
        "1 boilerplate passage\n"
        'To keep one as it is: crossfoot repeats --accept ID --because "…"\n'
    )


def test_on_a_terminal_places_stand_out_and_words_are_painted() -> None:
    """Colour adds to what is there, and takes nothing away."""
    told = repeats({"relations": [CLASH]}, CHAPTERS, Style(40, colour=True))
    assert told == (
        "\x1b[1msources/01.md:3-4 ≠ sources/03.md:3-4\x1b[0m  contradiction, 9 words, an error  [id 636f6e7472616469]\n"
        "    A further \x1b[9;31m[-£203m-]\x1b[0m\x1b[4;32m{+£230m+}\x1b[0m is\n"
        "    requested for work tied to recovery.\n\n"
        "1 contradiction\n"
        'To keep one as it is: crossfoot repeats --accept ID --because "…"\n'
    )


def test_long_differences_are_cut_short_unless_all_is_wanted() -> None:
    """After eight lines the changes that follow are counted."""
    a, b = (" ".join(f"{n}{side} and then so on" for n in range(20)) for side in "ab")
    texts = {"a.md": Text("a.md", a), "b.md": Text("b.md", b)}
    ends = [
        {"file": name, "start": 1, "end": 1, "column": 1, "end_column": len(a) + 1}
        for name in texts
    ]
    content = {"relations": [row("near", "report", *ends)]}
    lines = repeats(content, texts, Style(60)).split("\n")
    assert len(lines) == 14
    assert lines[8:10] == [
        "    then so on [-13a-]{+13b+} and then so on …",
        "    and 6 more changes; --all shows them",
    ]
    assert "{+19b+}" in repeats(content, texts, Style(60), whole=True)


def test_passages_in_many_places_are_compared_with_the_first() -> None:
    """Three others are shown, each with its place, and six places are named."""
    clash = {**CLASH, "b": CLASH["b"] * 7}
    lines = repeats({"relations": [clash]}, CHAPTERS).split("\n")
    assert lines[0].endswith(
        " ≠ sources/03.md:3-4 and 2 more places  contradiction, 9 words, an error  [id 636f6e7472616469]"
    )
    assert (
        lines[1:-4]
        == [
            "    sources/03.md:3-4:",
            "    A further [-£203m-]{+£230m+} is requested for work tied to recovery.",
        ]
        * 3
    )


def test_without_the_texts_the_stage_s_differences_are_shown() -> None:
    """A chapter that changed meanwhile is not cut at wrong places."""
    told = {**NEAR, "differences": [{"a": "much", "b": "little"}, {"a": "", "b": "x"}]}
    assert repeats({"relations": [told, EXACT]}, {}).split("\n")[:3] == [
        "sources/01.md:6-9 = sources/03.md:8-10  exact, 16 words, replaced by a reference  [id 6578616374]",
        "sources/01.md:6-7 ≈ sources/03.md:6  near, 14 words, reported  [id 6e656172]",
        "    [-much-]{+little+} … {+x+}",
    ]


def test_passages_that_differ_in_white_space_alone_say_so() -> None:
    """Wrap and tabs are no words."""
    same = row(
        "near",
        "report",
        where("sources/01.md", "Second block."),
        where("sources/03.md", "Second\tblock."),
    )
    assert repeats({"relations": [same]}, CHAPTERS).split("\n")[1] == (
        "    Every word is the same; white space or quote marks differ"
    )


def test_a_report_without_repeats_says_so() -> None:
    """No relation is one sentence."""
    assert repeats({"relations": []}, {}) == "No passage stands twice\n"


def test_two_sections_hold_their_passages() -> None:
    """What differs stands beneath; equal passages are counted, and listed if asked."""
    some = {"relations": [CUT, JOINT]}
    head = (
        "sources/01.md:1 “Plans” ≈ sources/03.md:1 “Asks”  two sections,"
        " 2 of 3 passages in both, 23 words, 16 of them printed once, reported"
        "  [id 6a6f696e74]\n"
        "    sources/01.md:6-7 ≈ sources/03.md:6  near, 14 words, reported"
        "  [id 6e656172]\n"
        "        The plans speak for the {+whole+} region [-as a whole-], and they ask"
        " for\n        [-much-]{+<b>much</b>+}.\n"
    )
    end = (
        "1 pair of parallel sections\n"
        'To keep one as it is: crossfoot repeats --accept ID --because "…"\n'
    )
    equal = "    and 1 equal passage; --all shows them\n\n"
    assert repeats(some, CHAPTERS) == head + equal + end
    exact = (
        "    sources/01.md:6-9 = sources/03.md:8-10  exact, 2 blocks, 16 words,"
        " replaced by a reference  [id 6578616374]\n\n"
    )
    assert repeats(some, CHAPTERS, whole=True) == head + exact + end


def test_a_pair_that_leads_others_holds_them() -> None:
    """Pairs of one passage stand beneath it, each with what differs."""
    lines = repeats({"relations": [{**NEAR, "passages": [NEAR]}]}, CHAPTERS).split("\n")
    assert lines[3] == "    and with it 1 more pair:"
    assert lines[4:7] == [f"    {line}" for line in lines[:3]]
    assert lines[7:-2] == ["", "1 near repeat"]


def test_what_comes_after_the_worst_is_counted_by_chapter() -> None:
    """Forty relations are shown, of more how many there are and where; or all."""
    rows = [{**NEAR, "id": f"{at:016x}"} for at in range(43)]
    text = repeats({"relations": rows}, CHAPTERS)
    assert text.count("≈") == 40
    assert "\nand 3 more: 3 in sources/03.md; --all shows them\n\n43 near" in text
    whole = repeats({"relations": rows}, CHAPTERS, whole=True)
    assert (whole.count("≈"), "more:" in whole) == (43, False)
    errors = [{**CLASH, "id": f"{at:016x}"} for at in range(43)]
    assert repeats({"relations": errors}, CHAPTERS).count("≠") == 43
