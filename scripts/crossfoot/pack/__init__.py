"""The QA pack: the facts of a build in, one document that shows its quality out.

What people did stands beside what machines found; what nobody recorded is said to be
missing. Sources: HM Treasury, The Aqua Book; Government Analysis Function, Reproducible
Analytical Pipelines.
"""

from collections.abc import Mapping
from typing import Any

from crossfoot.findings import count, several
from crossfoot.nodes import Node, meta
from crossfoot.pack import machine, people
from crossfoot.pack.blocks import heading, table, text
from crossfoot.pack.facts import Facts
from crossfoot.pack.practice import points, tally

API = [1, 23, 1]
KEPT = (
    "publisher",
    "place",
    "date",
    "version",
    "contact",
    "logo",
    "commissioning_body",
)
"""What of the report's record is printed on the pack, too."""
SECTIONS = (
    ("roles", "Roles", people.roles),
    ("process", "How the report was made", machine.process),
    ("checks", "Checks by machine", machine.checks),
    ("waivers", "Waivers", machine.waivers),
    ("numbers", "Numbers", machine.numbers),
    ("repeats", "Repeats", machine.repeats),
    ("assumptions", "Assumptions", people.assumptions),
    ("by-hand", "Checks by a person", people.by_hand),
    ("reviews", "Reviews", people.reviews),
    ("corrections", "Corrections", people.corrected),
    ("practice", "Reproducibility", machine.practice),
    ("software", "Software", machine.software),
)


def document(facts: Facts, record: Mapping[str, Node]) -> dict[str, Any]:
    """Return the pack as a pandoc document; `record` is the report's metadata."""
    title = f"Quality assurance of {facts.record.title}"
    blocks: list[Node] = [heading(1, "quality", "Quality assurance"), *_glance(facts)]
    for name, said, content in SECTIONS:
        blocks += [heading(2, name, said), *content(facts)]
    kept = {key: record[key] for key in KEPT if key in record}
    told = {
        **kept,
        "title": meta(title),
        "lang": meta("en-GB"),
        "description": meta(
            "What was done for the quality of this report, by people and by machine,"
            " and what was not. Made together with the report from the same build."
        ),
    }
    return {"pandoc-api-version": API, "meta": told, "blocks": blocks}


def _glance(facts: Facts) -> list[Node]:
    """Return the state of the report in a few lines."""
    counts = count(facts.findings)
    all_ = facts.numbers["coverage"]
    signed = {one["check"] for one in facts.records.get("signed", ())}
    by_hand = sum(one.key in signed for one in facts.asked)
    answers = {
        name: sum(one.answer.words == name for one in points(facts))
        for name in ("Yes", "No", "Not known")
    }
    named = [role for role, _, _ in people.ROLES if facts.names(role)]
    rows = [
        ("Version", facts.record.version or people.NOT_STATED),
        ("Date", facts.record.published or people.NOT_STATED),
        ("Findings", f"{counts}, {several(counts.notes, 'note')}"),
        (
            "Numbers",
            f"{all_['quantities']}, of which {all_['unbound']} rest on nothing",
        ),
        ("Signatures on the numbers", str(len(facts.numbers.get("signatures", ())))),
        ("Checks by a person", f"{by_hand} of {len(facts.asked)} signed"),
        ("Roles", f"{len(named)} of {len(people.ROLES)} named"),
        ("Assumptions", f"{len(facts.records.get('assumptions', ()))} recorded"),
        ("Reviews", f"{len(facts.records.get('reviews', ()))} recorded"),
        ("Corrections", f"{len(facts.record.corrections)} recorded"),
        ("Reproducibility", tally(answers)),
    ]
    state = (
        f"This is a draft: {several(counts.errors, 'error')} found. No release is made."
        if counts.errors
        else "The machine’s checks left no error. What only people can say stands with"
        " the names of those who said it; where nobody did, that is said, too."
    )
    return [text(state), table("At a glance", ("What", "State"), rows)]
