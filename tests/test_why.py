"""What a build would make anew and why, from plans."""

from crossfoot.reasons import Change, Planned, closure, of_product, of_source

READ = Planned("read", "", ("build/read.json",), ("sources/01.md",))
DATA = Planned("data", "", ("build/data.json",), ("sources/a.csv",))
SET = Planned(
    "typeset", "", ("build/report.pdf",), ("build/read.json", "build/data.json")
)
WHOLE = (READ, DATA, SET)
DUE = (
    Planned("read", "Code has changed since last execution", READ.makes, READ.needs),
    Planned(
        "typeset",
        "Input files updated by another job: build/read.json",
        SET.makes,
        SET.needs,
    ),
)
NEWS = {"read": Change(("sources/01.md",)), "data": Change()}


def test_what_is_before_and_after_a_rule_is_found() -> None:
    """A rule comes before another that needs what it makes."""
    assert closure(WHOLE, ["typeset"], up=True) == ["read", "data", "typeset"]
    assert closure(WHOLE, ["data"], up=False) == ["data", "typeset"]


def test_a_product_has_the_stages_that_lead_to_it() -> None:
    """It would be made anew for the source that changed, or is up to date."""
    assert of_product("build/report.pdf", DUE, WHOLE, NEWS) == (
        "build/report.pdf would be made anew."
        " typeset makes it of build/read.json and build/data.json:\n"
        "read      sources/01.md changed\n"
        "typeset   read runs before it\n"
    )
    assert of_product("build/data.json", DUE, WHOLE, NEWS) == (
        "build/data.json is up to date: nothing that it is made of changed."
        " data makes it of sources/a.csv\n"
    )


def test_a_source_has_what_it_would_set_going() -> None:
    """It says whether it changed, what reads it, and what would run."""
    assert of_source("sources/01.md", DUE, WHOLE, NEWS, ["read"]) == (
        "sources/01.md changed since it was read last. read reads it\n"
        "Because of it would run: read, typeset\n"
    )
    assert of_source("sources/a.csv", DUE, WHOLE, NEWS, ["data"]) == (
        "sources/a.csv is as it was when it was read last. data reads it\n"
        "For other reasons would run: typeset\n"
    )
    assert of_source("sources/a.csv", (), WHOLE, NEWS, ["data"]) == (
        "sources/a.csv is as it was when it was read last. data reads it\n"
        "Nothing would be done: what is made of it is up to date\n"
    )
    new = {"data": Change(known=False)}
    assert of_source("sources/a.csv", WHOLE, WHOLE, new, ["data"]) == (
        "sources/a.csv was not read yet. data reads it\n"
        "Because of it would run: data, typeset\n"
    )
