"""Why stages would run, in plain words."""

import pytest

from crossfoot.reasons import Change, Planned, plan, why

READ = Planned("read", "Code has changed since last execution", ("build/s.json",))


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("Missing output files: a, b", "a and b are not there"),
        ("Missing output files: a, b, c, d, e", "a, b, c and 2 others are not there"),
        ("Updated input files: sources/01.md", "sources/01.md changed"),
        (
            "Input files updated by another job: build/s.json, x",
            "read and x run before",
        ),
        (
            "Set of input files has changed since last execution",
            "there are other files",
        ),
        ("Forced execution", "it was asked for"),
        ("Something new", "something new"),
        ("", "it was asked for"),
    ],
)
def test_snakemake_s_reasons_are_said_in_plain_words(reason: str, said: str) -> None:
    """Each part of a reason becomes a part of a sentence."""
    assert why(Planned("x", reason), {"build/s.json": "read"}, Change()).startswith(
        said
    )


def test_the_plan_of_a_dry_run_has_a_line_a_stage() -> None:
    """Changed sources are named, and stages that run before."""
    planned = [
        READ,
        Planned("data", "Code has changed since last execution"),
        Planned("gate", "Input files updated by another job: build/s.json"),
        Planned("all", "Input files updated by another job: build/passed"),
    ]
    changes = {
        "read": Change(("sources/01.md",)),
        "data": Change((), code=True),
    }
    assert plan(planned, changes) == (
        "read      sources/01.md changed\n"
        "data      Crossfoot or a library that it uses is another version\n"
        "gate      read runs before it\n"
        "3 stages would run; nothing was written\n"
    )
    assert plan([], {}) == "Nothing would be done: everything is up to date\n"
