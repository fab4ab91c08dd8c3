"""Practice: the RAP minimum in, whether a build shows that each point is met out.

Source: Government Analysis Function, Reproducible Analytical Pipelines, what a pipeline
must do at the least. A point is met when the build itself shows it, or when somebody
says so by name and says what shows it; where neither is there, it is not known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crossfoot.findings import listed, several
from crossfoot.pack.facts import Facts
from crossfoot.record import person

OPEN = frozenset({"CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0", "OGL 3.0", "MIT"})
"""Licences under which anyone may use and pass on what they cover."""
MOST = 5
"""Names that a sentence lists."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a point is met."""

    met: bool | None
    """None: nothing shows it."""
    shows: str
    """What shows it, or why nothing does."""

    @property
    def words(self) -> str:
        """The answer: yes, no or not known."""
        return "Not known" if self.met is None else "Yes" if self.met else "No"


@dataclass(frozen=True, slots=True)
class Point:
    """One point, and its answer."""

    key: str
    asks: str
    answer: Answer
    minimum: bool
    """Whether the RAP minimum asks for it; if not, it goes beyond."""


def points(facts: Facts) -> list[Point]:
    """Return every point with its answer, the minimum first."""
    return [
        Point(key, asks, _settled(facts, key, look(facts)), minimum)
        for key, asks, look, minimum in ASKED
    ]


def _settled(facts: Facts, key: str, answer: Answer) -> Answer:
    """Return the answer, with what somebody says of the point."""
    said = facts.records.get("practice", {}).get(key)
    if not said:
        return answer
    told = f"{said['by']} says {'yes' if said['met'] else 'no'}: {said['evidence']}"
    if answer.met is None:
        return Answer(bool(said["met"]), told)
    return Answer(answer.met, f"{answer.shows} {told}")


def _some(names: list[str]) -> str:
    more = len(names) - MOST
    return listed(names) if more <= 0 else f"{', '.join(names[:MOST])} and {more} more"


def _manual(facts: Facts) -> Answer:
    tally, sources = facts.numbers["coverage"], facts.sources
    made = sum(len(one.makes) for one in facts.steps)
    steps = several(len(facts.steps), "step")
    drawn = several(facts.looked.get("figures", 0), "figure")
    done = f"{steps} made {several(made, 'file')} of the sources; recipes drew {drawn}."
    if tally["unbound"]:
        left = several(tally["unbound"], "number")
        return Answer(False, f"{done} {left} in the text rest on nothing.")
    byhand = [*sources.pictures, *sources.typed]
    noted = facts.records.get("manual_steps", ())
    if byhand and not noted:
        left = f"came ready made, and no manual step is recorded: {_some(byhand)}."
        return Answer(None, f"{done} What follows {left}")
    count = f" {several(len(noted), 'manual step')} recorded." if noted else ""
    return Answer(True, f"{done} Every number in the text rests on data.{count}")


def _software(facts: Facts) -> Answer:
    named = ("python", "snakemake", "pypandoc_binary", "typst", "matplotlib", "pandas")
    held = [f"{name} {facts.tools[name]}" for name in named if facts.tools.get(name)]
    return Answer(True, f"Made with {_some(held)}, all of them open source.")


def _reviewed(facts: Facts) -> Answer:
    authors = [one.name for one in facts.record.authors]
    own = {person(one) for one in (*facts.names("analyst"), *authors)}
    reviews = facts.records.get("reviews", ())
    others = [one for one in reviews if person(one["name"]) not in own]
    if others:
        told = [f"{one['name']} on {one['date']}, {one['what']}" for one in others]
        return Answer(True, f"Reviewed by {'; '.join(told)}.")
    if reviews:
        return Answer(False, "Only those who wrote the report are named as reviewers.")
    return Answer(None, "No review is recorded.")


def _versioned(_: Facts) -> Answer:
    return Answer(
        None,
        "A build does not look at version control, so that it is the same wherever the"
        " sources lie. The manifest has the SHA-256 of each source to hold against a"
        " revision.",
    )


def _open(facts: Facts) -> Answer:
    tables = several(facts.looked.get("tables", 0), "table")
    if not facts.record.licence:
        return Answer(None, f"The release holds {tables}; the report names no licence.")
    told = f"The release holds {tables}, under the licence {facts.record.licence}"
    if facts.record.licence in OPEN:
        return Answer(True, f"{told}, which lets anyone use them.")
    return Answer(None, f"{told}; whether that lets anyone use them is not known here.")


def _guided(_: Facts) -> Answer:
    return Answer(None, "Nothing recorded says which guidance was followed.")


def _documented(facts: Facts) -> Answer:
    held = {**facts.sources.recipes, **facts.sources.columns}
    bare = [name for name, told in held.items() if not told]
    recipes = several(len(facts.sources.recipes), "recipe")
    columns = several(len(facts.sources.columns), "column")
    if not held:
        return Answer(None, "There is no recipe and no table to describe.")
    if bare:
        return Answer(
            False, f"Of {recipes} and {columns} these say nothing: {_some(bare)}."
        )
    return Answer(True, f"{recipes} and {columns} say what they are for.")


def _tested(facts: Facts) -> Answer:
    looked = several(facts.looked.get("numbers", 0), "number")
    if facts.errors:
        return Answer(False, f"The checks found {several(facts.errors, 'error')}.")
    return Answer(True, f"{looked} and all else above were checked; no error is left.")


def _recorded(facts: Facts) -> Answer:
    known = [name for name, version in facts.tools.items() if version]
    return Answer(
        True, f"The manifest names {several(len(known), 'tool')} with their versions."
    )


def _same(_: Facts) -> Answer:
    return Answer(
        None,
        "A build cannot show this of itself; crossfoot verify RELEASE SOURCE builds it"
        " again and compares every byte.",
    )


ASKED: tuple[tuple[str, str, Callable[[Facts], Answer], bool], ...] = (
    (
        "manual_steps",
        "Manual steps are as few as can be, and those left are documented",
        _manual,
        True,
    ),
    ("software", "The software is open source", _software, True),
    ("peer_review", "Others reviewed the analysis", _reviewed, True),
    ("version_control", "Version control keeps an audit trail", _versioned, True),
    ("open", "Data and results are open to anyone", _open, True),
    ("guidance", "Guidance on quality assurance was followed", _guided, True),
    (
        "documentation",
        "Code and data are documented, beside themselves",
        _documented,
        True,
    ),
    ("tests", "The results are tested by machine", _tested, False),
    ("environment", "The software’s versions are recorded", _recorded, False),
    ("reproducible", "Anyone gets the same report of the same sources", _same, False),
)


def tally(answers: Mapping[str, int]) -> str:
    """Return answers as one phrase: `4 yes, 1 no, 2 not known`."""
    return ", ".join(f"{count} {name.lower()}" for name, count in answers.items())
