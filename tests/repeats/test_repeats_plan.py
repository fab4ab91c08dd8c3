"""The plan: what may be taken out of a chapter, and what has to stay."""

import pytest
from repeating import LISTS, MEALS, WARDS, chapter, chapters, left, messages, repeats

from crossfoot.repeats.plan import Cut, lines, resolve


def second(first: str, other: str) -> str:
    """Return what is kept of the second of two chapters."""
    product, _ = repeats(first, other)
    return left(product, chapter(other, "02"))


@pytest.mark.parametrize(
    ("first", "other", "kept"),
    [
        (f"# A\n\n{WARDS}\n", f"# B\n\n{WARDS}\n\nEnd.\n", "# B\n\nEnd.\n"),
        (f"# A\n\n{WARDS}\n", f"# B\n\n{WARDS}\n", "# B\n\n"),
        (f"# A\n{WARDS}\n", f"# B\n{WARDS}\n\nEnd.\n", "# B\n\nEnd.\n"),
        (
            f"# A\n\n- {WARDS}\n- Two\n",
            f"# B\n\n- One\n- {WARDS}\n- Three\n",
            "# B\n\n- One\n- Three\n",
        ),
        (
            f"# A\n\n- One\n\n- {WARDS}\n\nEnd\n",
            f"# B\n\n- Two\n\n- {WARDS}\n\nOther end\n",
            "# B\n\n- Two\n\nOther end\n",
        ),
        (
            f"# A\n\n::: x\n{WARDS}\n:::\n",
            f"# B\n\n::: y\n{WARDS}\n:::\n\nEnd\n",
            "# B\n\n::: y\n:::\n\nEnd\n",
        ),
        (
            f"# A\n\n::: x\n{WARDS}\n:::\n",
            f"# B\n\n::: x\n{WARDS}\n:::\n\nEnd\n",
            "# B\n\nEnd\n",
        ),
        (
            f"# A\n\n> {WARDS}\n",
            f"# B\n\n> {WARDS}\n\nEnd\n",
            "# B\n\nEnd\n",
        ),
        (
            f"# A\n\n1. {WARDS}\n2. {LISTS}\n",
            f"# B\n\n1. {WARDS}\n2. {LISTS}\n\nEnd\n",
            "# B\n\nEnd\n",
        ),
        (
            f"# A\r\n\r\n{WARDS}\r\n",
            f"# B\r\n\r\n{WARDS}\r\n\r\nEnd.\r\n",
            "# B\r\n\r\nEnd.\r\n",
        ),
        (f"# A\n\n{WARDS}\n", f"# B\n\n{WARDS.replace(' ', chr(10))}\n", "# B\n\n"),
        (
            f"# A\n\nx\n\n---\n\n{WARDS}\n\n---\n",
            f"# B\n\ny\n\n---\n\n{WARDS}\n\n---\n",
            "# B\n\ny\n\n---\n\n---\n",
        ),
    ],
)
def test_blocks_go_with_the_lines_that_set_them_apart(
    first: str, other: str, kept: str
) -> None:
    """Whole blocks are cut with their markers, fences and one gap."""
    assert second(first, other) == kept


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (f"{WARDS}", f"1. One\n2. {WARDS}"),
        (f"1. {WARDS}\n2. Two", f"1. One\n2. {WARDS}"),
        (f"{WARDS}", f"- One\n- {WARDS}"),
        (f"> {WARDS}\n\nEnd", f"> {WARDS} {LISTS}"),
    ],
)
def test_what_cannot_go_without_damage_is_reported(first: str, other: str) -> None:
    """Part of a numbered list or a quotation and text without its marker stay."""
    text = f"# B\n\n{other}\n"
    product, findings = repeats(f"# A\n\n{first}\n", text)
    assert [one["action"] for one in product["relations"]] == ["report"]
    assert left(product, chapter(text, "02")) == text
    assert findings[0].message.endswith(
        "; it stays, for taking it out would break what it stands in"
    )


def test_part_of_a_table_is_never_cut() -> None:
    """Rows that two tables share are told of and stay; an equal table goes whole."""
    rows = "".join(
        f"| Ward {n} has long words | and more of them |\n" for n in range(6)
    )
    head = "| Place | Words |\n|---|---|\n"
    product, _ = repeats(f"# A\n\n{head}{rows}| X | Y |\n", f"# B\n\n{head}{rows}")
    assert [one["action"] for one in product["relations"]] == ["report"]
    assert product["cuts"] == []
    assert (
        second(f"# A\n\n{head}{rows}", f"# B\n\n{head}{rows}\nEnd\n") == "# B\n\nEnd\n"
    )


def test_sentences_go_out_of_a_paragraph() -> None:
    """Half a paragraph is cut at the ends of sentences."""
    other = f"# B\n\nIt began late. {WARDS} {LISTS} And it went on.\n"
    assert second(f"# A\n\n{WARDS} {LISTS}\n", other) == (
        "# B\n\nIt began late. And it went on.\n"
    )
    assert second(f"# A\n\n{WARDS} {LISTS}\n", f"# B\n\n{LISTS} And so on.\n") == (
        "# B\n\nAnd so on.\n"
    )


def test_a_run_that_starts_and_ends_in_sentences_is_trimmed() -> None:
    """What stands of a sentence on both sides of a copied page stays."""
    first = f"# A\n\nWe say so now. {WARDS}\n\n{LISTS}\n\n{MEALS} Not so here.\n"
    other = f"# B\n\nThey say so now. {WARDS}\n\n{LISTS}\n\n{MEALS} Not so there.\n"
    assert second(first, other) == ("# B\n\nThey say so now.\n\nNot so there.\n")


def test_a_page_without_blank_lines_is_found() -> None:
    """A page whose copy was pasted into one paragraph is cut from it."""
    first = f"# A\n\n{WARDS}\n\n{LISTS}\n\n{MEALS}\n"
    other = f"# B\n\nBefore it.\n{WARDS}\n{LISTS}\n{MEALS}\nAfter it.\n"
    assert second(first, other) == "# B\n\nBefore it.\nAfter it.\n"


@pytest.mark.parametrize("tail", ["- Not a list. {}", "12. Not a number. {}", "# x {}"])
def test_a_cut_makes_no_list_or_heading_of_what_follows(tail: str) -> None:
    """Sentences stay when what follows them would turn into something else."""
    other = f"# B\n\n{WARDS}\n{tail.format('And more of it.')}\n"
    assert second(f"# A\n\n{WARDS}\n", other) == other


def test_emphasis_is_not_torn() -> None:
    """Sentences inside emphasis that goes on stay."""
    other = f"# B\n\n*{WARDS} {LISTS} Other words.*\n"
    assert second(f"# A\n\n*{WARDS} {LISTS} These words.*\n", other) == other


def test_a_heading_goes_with_all_that_stands_under_it() -> None:
    """A heading is cut when its whole section is, and stays when any of it does."""
    first = f"# A\n\n## Key\n\n{WARDS}\n\n### More\n\n{LISTS}\n\n## Last\n\n{MEALS}\n"
    gone = first.replace("# A", "# B") + "\n## End\n\nOther.\n"
    assert second(first, gone) == "# B\n\n## End\n\nOther.\n"
    more = first.replace("# A", "# B") + "\nOther.\n"
    assert second(first, more) == "# B\n\n## Last\n\nOther.\n"


def test_a_heading_of_its_own_stays() -> None:
    """A heading that differs stays over what is put in the place of its text."""
    other = f"# B\n\n## Main\n\n{WARDS}\n\n## Next\n\nMore.\n"
    first = f"# A\n\n## Key\n\n{WARDS}\n\n## Next\n\nElse.\n"
    assert second(first, other) == "# B\n\n## Main\n\n## Next\n\nMore.\n"


def test_a_chapter_keeps_its_title() -> None:
    """Of a chapter that repeats another the title stays, to refer from."""
    text = f"# A\n\n{WARDS}\n\n## Key\n\n{LISTS}\n"
    assert second(text, text) == "# A\n\n"


def test_definitions_of_notes_and_links_stay() -> None:
    """What a note or link of the chapter leads to is never cut."""
    text = f"# A\n\n{WARDS}[^1]\n\n[^1]: A note.\n\n{LISTS} [Here].\n\n[Here]: https://a.org\n"
    assert second(text, text) == "# A\n\n[^1]: A note.\n\n[Here]: https://a.org\n"


def test_equal_text_with_another_note_stays() -> None:
    """A passage whose note says something else is no exact repeat."""
    text = f"# A\n\n{WARDS}[^1]\n\n[^1]: A note.\n"
    other = text.replace("A note.", "Another.")
    assert second(text, other) == other


def test_identifiers_move_to_the_kept_copy() -> None:
    """A cut names the identifiers it takes and what they are called where it stays."""
    text = (
        f"# A\n\n## Key\n\n{WARDS} []{{#here}}\n\n# B\n\n## Key\n\n{WARDS} []{{#here}}\n\n"
        "# C\n\n[There](#key-1)\n"
    )
    product, _ = repeats(text)
    assert [cut["moved"] for cut in product["cuts"]] == [
        {"key-1": "key", "here": "here"}
    ]


def test_what_others_refer_to_stays_without_a_twin() -> None:
    """A passage with an identifier that is used and that the first copy lacks stays."""
    first = f"{WARDS}\n\n{LISTS}\n"
    other = f"# B\n\n::: {{#box}}\n{WARDS}\n:::\n\nSee [box](#box).\n"
    product, _ = repeats(f"# A\n\n{first}", other)
    assert left(product, chapter(other, "02")) == (
        "# B\n\n::: {#box}\n:::\n\nSee [box](#box).\n"
    )


def test_the_first_copy_of_all_is_kept() -> None:
    """Where the source of a cut is cut itself, what that copies is named as kept."""
    one, two = f"# A\n\n{LISTS}\n", f"# B\n\n{WARDS}\n\n{LISTS}\n\n{MEALS}\n"
    three = two.replace("# B", "# C") + "\nEnd.\n"
    product, _ = repeats(one, two, three)
    found = [(c["name"], c["keep"]["file"][8:-3], c["refer"]) for c in product["cuts"]]
    assert found == [
        ("02", "01", True),
        ("03", "02", True),
        ("03", "01", False),
        ("03", "02", False),
    ]
    texts = {c.file: c.source for c in chapters(one, two, three)}
    for cut in product["cuts"]:
        where = texts[cut["keep"]["file"]][slice(*cut["keep"]["span"])]
        assert where == cut["text"].strip()


def test_three_copies_are_cut_and_four_are_not() -> None:
    """A passage with four copies or more is boilerplate, which stays."""
    texts = [f"# {name}\n\n{WARDS}\n\nOf {name}.\n" for name in "ABCD"]
    product, findings = repeats(*texts[:3])
    assert [cut["name"] for cut in product["cuts"]] == ["02", "03"]
    assert [finding.code for finding in findings] == ["REP01", "REP01"]
    product, findings = repeats(*texts)
    assert (product["cuts"], findings) == ([], [])
    assert [one["class"] for one in product["relations"]] == ["boilerplate"]
    assert len(product["relations"][0]["b"]) == 3


@pytest.mark.parametrize(
    ("policy", "action", "cuts", "told"),
    [
        ("drop", "drop", 1, "warning; this copy is left out"),
        ("report", "report", 0, "warning"),
        ("fail", "fail", 0, "error"),
        ("allow", "none", 0, ""),
    ],
)
def test_a_report_sets_what_is_done(
    policy: str, action: str, cuts: int, told: str
) -> None:
    """The policy of exact repeats decides on cut, finding and severity."""
    product, findings = repeats(
        f"# A\n\n{WARDS}\n", f"# B\n\n{WARDS}\n\nEnd.\n", policy={"exact": policy}
    )
    assert [one["action"] for one in product["relations"]] == [action]
    assert len(product["cuts"]) == cuts
    level, _, tail = told.partition(";")
    line = (
        f"REP01 {level} sources/02.md:3:1 Passage of 31 words repeats sources/01.md:3"
    )
    assert messages(findings) == ([line + (";" + tail if tail else "")] if told else [])


def test_the_least_number_of_words_is_a_setting() -> None:
    """Shorter passages are exact repeats when the report says so."""
    said = "One two three four five six seven eight nine ten."
    texts = f"# A\n\n{said}\n", f"# B\n\n{said}\n\nEnd.\n"
    assert repeats(*texts)[0]["cuts"] == []
    assert len(repeats(*texts, min_words=10)[0]["cuts"]) == 1


def test_a_passage_that_its_author_allows_stays() -> None:
    """A comment that allows REP01 keeps the copy; the finding is there to be waived."""
    comment = "<!-- crossfoot: allow REP01 because it is quoted in full -->"
    product, findings = repeats(
        f"# A\n\n{WARDS}\n", f"# B\n\n{comment}\n\n{WARDS}\n\nEnd.\n"
    )
    assert [one["action"] for one in product["relations"]] == ["waived"]
    assert product["cuts"] == []
    assert messages(findings) == [
        "REP01 warning sources/02.md:5:1 Passage of 31 words repeats sources/01.md:3"
    ]


def test_lines_that_would_run_together_stay() -> None:
    """A block between two that it alone holds apart cannot go."""
    assert lines("a\nb\nc\n", 2, 3) is None
    assert lines("a\n\nb\n\nc\n", 3, 4) == (3, 6)
    assert lines("a\nb\n\nc\n", 2, 3) == (2, 4)
    assert lines("x a\n", 2, 3) is None


def test_sources_that_are_cut_are_replaced() -> None:
    """Each part of a cut is kept where nothing is cut."""
    assert resolve([(40, 60, 10, 1, 1), (15, 20, 0, 0, 0)]) == [
        Cut(15, 20, 0, 0, 0),
        Cut(40, 45, 10, 1, 1),
        Cut(45, 50, 0, 1, 1),
        Cut(50, 60, 20, 1, 1),
    ]
