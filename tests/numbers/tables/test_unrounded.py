"""Totals that rounding cannot explain: all others of the table are exact."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing

TABLE = """
    Costs | 2023 | 2024 | 2025
    Staff | 31,418 | 32,917 | 34,126
    Rent | 8,214 | 8,377 | 8,642
    Travel | 2,905 | 3,114 | 3,051
    Total running | 42,537 | 44,408 | 45,819
    Roofs | 5,106 | 6,213 | 7,904
    Lifts | 3,317 | 1,848 | 2,216
    Paths | 1,229 | 1,437 | 1,645
    Total works | 9,652 | 9,498 | {works}"""


def said(text: str, *, rounded: bool = False) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text, scaled=True, rounded=rounded)).findings
    return [one.message for one in found if one.level != "note"]


def test_one_total_that_is_off_where_all_others_are_exact_is_told() -> None:
    """Five exact totals are few; eight show that nothing was left to rounding."""
    text = TABLE.format(works="11,766")
    assert said(text) == []
    text += """
    Bank | 1,117 | 1,206 | 1,345
    Audit | 2,218 | 2,229 | 2,241
    Print | 3,319 | 3,404 | 3,533
    Total other | 6,654 | 6,839 | 7,119"""
    told = ["Total works says “11,766”; its 3 parts add up to 11,765"]
    assert said(text) == told
    assert said(text.replace("11,766", "11,765")) == []


def test_two_totals_that_are_off_may_be_rounded() -> None:
    """Where roundings show in more than one place they are meant."""
    text = TABLE.format(works="11,766").replace("42,537", "42,538")
    text += """
    Bank | 1,117 | 1,206 | 1,345
    Audit | 2,218 | 2,229 | 2,241
    Print | 3,319 | 3,404 | 3,533
    Total other | 6,654 | 6,839 | 7,119"""
    assert said(text) == []


def test_a_table_that_says_it_is_rounded_may_be_off() -> None:
    """Its author says that totals may not add up."""
    text = TABLE.format(works="11,766")
    text += """
    Bank | 1,117 | 1,206 | 1,345
    Audit | 2,218 | 2,229 | 2,241
    Print | 3,319 | 3,404 | 3,533
    Total other | 6,654 | 6,839 | 7,119"""
    assert said(text, rounded=True) == []


LOADS = """
    Load | Frame (kg) | Fill (kg) | Total
    Cart | 34 | {} | 89.25
    Sledge | 35 | 58.50 | 93.50
    Barrow | 35 | 16.25 | 51.25"""


def test_whole_parts_that_make_exact_totals_were_not_rounded() -> None:
    """Where 35 and 16.25 make 51.25, 34 and 55.52 do not make 89.25."""
    assert said(LOADS.format("55.25")) == []
    assert said(LOADS.format("55.52")) == [
        "Total says “89.25”; its 2 parts add up to 89.52"
    ]
    assert said(LOADS.format("55.52"), rounded=True) == []


def test_whole_parts_may_be_rounded_where_other_totals_do_not_show_it() -> None:
    """Of two such totals one proves nothing of the other."""
    text = LOADS.format("55.52").replace("93.50", "93.72").replace("51.25", "51.47")
    assert said(text) == []
