"""Numbers that name things: labels, codes, places, days; and those that count."""

import pytest

from crossfoot.amounts.scan import scan

NAMING = [
    ("It was done in Kettle 2.13 and later.", ["2.13"]),
    ("They flew a Heron 8 to the coast.", ["8"]),
    ("The release of Kettle 1.2 introduces a spout.", ["1.2"]),
    ("Please read the Kettle 1.27 release notes for it.", ["1.27"]),
    ("It stands under an Orchard 2.0 license for all.", ["2.0"]),
    ("Kettle 1.5’s spout was long.", ["1.5"]),
    ("It had parts of Kettle 3 that Kettle 3 explains.", ["3", "3"]),
    ("Kiln 4 was shut.", ["4"]),
    ("We report this in Supplement 3, too.", ["3"]),
    ("Pumps 2 and 3 run dry.", ["2 and 3"]),
    ("It needs Lantern 1 or 2.", ["1 or 2"]),
    ("As a rule, see patient 3 and rule 12.", ["patient 3", "rule 12"]),
    ("Ref QV 19-127, QV 18-4A", ["19-127", "18-4A"]),
    ("on MZS 6803:1999", ["6803:1999"]),
    ("the key QMID 30510254 is ours", ["30510254"]),
    ("Case 6/64 and Paper 10/62", ["Case 6/64", "Paper 10/62"]),
    ("Article 28 (6) of the Charter", ["Article 28 (6)"]),
    ("Code section 48918 says", ["section 48918"]),
    ("under Steps 2/3/4 again", ["Steps 2/3/4"]),
    ("all phases 21-22 changes", ["phases 21-22"]),
    ("Journal of Kilns 12(3), 119-135.", ["12(3), 119-135"]),
    ("Kiln Review 99(4).", ["99(4)"]),
    ("at 54°48′S, 68°18′W", ["54°48′S", "68°18′W"]),
    ("between 45 - 47°S", ["45 - 47°S"]),
    ("with 1,4-dioxin in it", ["1,4-dioxin"]),
    ("permit 2021-02541", ["2021-02541"]),
    ("ISSN (online) 2253-392X", ["2253-392X"]),
    ("Milltown, Ohio 44999", ["44999"]),
    ("23/104 Apologies came", ["23/104"]),
    ("From 2019 - 20 on", ["2019 - 20"]),
    ("Mar 28: a new name", ["Mar 28"]),
    ("due 9/5, on 10/31", ["9/5", "10/31"]),
    ("on the 15-16, again", ["15-16"]),
    ("Closed Friday 28 and after", ["28"]),
    ("made 24-Jun-2020", ["24-Jun-2020"]),
    ("opens at 18.00, closes", ["18.00"]),
    ("the 2015 and 2017 surveys", ["2015", "2017"]),
    ("PAPER NO. 123", ["NO. 123"]),
    ("for 1-on-1 talks", ["1-on-1"]),
    ("a large type 1 pump", ["type 1"]),
    ("as in model 1 plus age", ["model 1"]),
    ("Mtg No: 12", ["No: 12"]),
    ("in H1 23/24 again", ["H1 23/24"]),
    ("Doc # 4276.01", ["4276.01"]),
    ("split 2:1:1 by lot", ["2:1:1"]),
    ("at position 614 (G614)", ["position 614", "G614"]),
    ("at One Mill Street", ["One"]),
    ("on QR 161 and Oldside", ["161"]),
    ("12 Petty Green Oldtown LS1 4AP", ["12", "LS1 4AP"]),
    ("38371 South Hwy near", ["38371 South Hwy"]),
]
COUNTING = [
    ("In Ashby 45, in Corby 12, so fewer.", ["45", "12"]),
    ("Total 45, women 12.", ["45", "12"]),
    ("Deaths 12, births 30.", ["12", "30"]),
    (
        "They route 12 calls to it, aged 20-80, or 30 - 40.",
        ["12", "20", "80", "30", "40"],
    ),
    ("Votes were 157, 77 and, at last, 12–30.", ["157", "77", "12", "30"]),
    ("In Ashby 12 releases came, and in Corby 3 license plates.", ["12", "3"]),
    ("In Ashby 12 introduced it.", ["12"]),
    ("It stood in the north; Over 12 came.", ["12"]),
    ("In Ashby 12 people and in all 3 were ill.", ["12", "3"]),
    ("a population of 1500000.", ["1500000"]),
    ("In trial 12 people fell ill.", ["12"]),
    ("The report notes 8.8 cases a week.", ["8.8"]),
    ("The report notes 12 cases a week.", ["12"]),
    ("a BMI 25-30 and ages 18-65", ["25", "30", "18", "65"]),
    ("on 3/4 of the sites", ["3/4"]),
    ("on the 1-2 farms left", ["1", "2"]),
    ("It stood at 18.00 and fell.", ["18.00"]),
    ("In Texas 12000 people live.", ["12000"]),
    ("In 2019 – 20 homes fewer – it stopped.", ["20"]),
    ("at 28 °C in May", ["28"]),
    ("on Monday 3 people came", ["3"]),
    ("12/15 patients left", ["12", "15"]),
    ("a death toll at magnitude 8 of May 12, 2008", ["8"]),
]


@pytest.mark.parametrize(("text", "names"), NAMING)
def test_what_names_a_thing_counts_nothing(text: str, names: list[str]) -> None:
    """Labels, codes, places and days are found whole, and there is no quantity."""
    found = scan(text)
    assert [one.text for one in found if one.kind != "ordinal"] == names
    assert {one.kind for one in found} <= {"identifier", "reference", "date", "ordinal"}


@pytest.mark.parametrize(("text", "counts"), COUNTING)
def test_what_counts_is_no_name(text: str, counts: list[str]) -> None:
    """A number after a capital or a short name still counts where a reader counts."""
    assert [one.text for one in scan(text) if one.kind == "quantity"] == counts


@pytest.mark.parametrize("text", ["4262466", "Total", "12", "1:1"])
def test_a_cell_is_never_a_key(text: str) -> None:
    """Digits that fill a text are a number, however many they are."""
    assert [one.kind for one in scan(text)] == ["quantity"] * len(scan(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The slower one fails.", "identifier"),
        ("It is the only one.", "identifier"),
        ("They hold ten of it at any one time.", "identifier"),
        ("Choose which one the owner took.", "identifier"),
        ("Here one arrives at it.", "identifier"),
        ("Only one came.", "quantity"),
        ("The last one year was dry.", "quantity"),
        ("It fell in one day.", "quantity"),
        ("In which one person fell ill.", "quantity"),
        ("It has one sports club.", "quantity"),
        ("One minutes silence was kept.", "quantity"),
        ("We have one based on it.", "identifier"),
        ("A further one officer came.", "quantity"),
        ("It ran in one class and school.", "quantity"),
        ("One hardly can expect it.", "identifier"),
        ("Here one rarely sees it.", "identifier"),
        ("One rarely used path is shut.", "quantity"),
        ("There one typically must start low.", "identifier"),
        ("It is not one I know.", "identifier"),
        ("It is light on one day.", "quantity"),
    ],
)
def test_one_counts_or_stands_for_something(text: str, kind: str) -> None:
    """`One` is a pronoun before a verb, and a number before what it counts."""
    [one] = [amount for amount in scan(text) if amount.text.lower() == "one"]
    assert one.kind == kind
