"""What people did: the sections of a QA pack on roles, assumptions, checks by hand."""

from collections.abc import Mapping

from crossfoot.corrections import Correction
from crossfoot.findings import several
from crossfoot.nodes import Node
from crossfoot.pack.blocks import bullets, code, sentence, table, text
from crossfoot.pack.facts import Facts

NOT_STATED = "not stated"
ROLES = (
    ("commissioner", "Commissioner", "asked for the analysis and agreed its scope"),
    ("analyst", "Analyst", "did the analysis and keeps its records"),
    ("assurer", "Analytical assurer", "checked it without having taken part in it"),
    ("approver", "Approver", "decided that it is fit for its purpose"),
)
"""The roles of the Aqua Book."""
OWN_WORDS = "assurance.yml beside the chapters is where this is recorded."


def roles(facts: Facts) -> list[Node]:
    """Return who did what."""
    rows = [
        (called, "; ".join(facts.names(role)) or NOT_STATED, did)
        for role, called, did in ROLES
    ]
    purpose = facts.records.get("purpose", "")
    told = purpose or "What the analysis is used for is not stated."
    heads = ("Role", "Who", "What the role does")
    return [text(told), table("Roles, as in the Aqua Book", heads, rows)]


def assumptions(facts: Facts) -> list[Node]:
    """Return the register of assumptions, and what was done by hand."""
    held = facts.records.get("assumptions", ())
    steps = facts.records.get("manual_steps", ())
    out = [text(f"No assumption is recorded. {OWN_WORDS}")] if not held else []
    if held:
        heads = ("Assumption", "Basis", "If it does not hold", "Rated", "Owner")
        out.append(table("Register of assumptions", heads, map(_assumption, held)))
        out.append(
            text(
                "Quality is how good the evidence for it is, impact how much depends on"
                " it. Those of low quality and high impact want looking at first."
            )
        )
    if steps:
        rows = [
            tuple(one.get(key, NOT_STATED) for key in ("step", "because", "checked"))
            for one in steps
        ]
        out.append(table("Steps by hand", ("Step", "Why", "How it was checked"), rows))
    return out


def _assumption(one: Mapping[str, str]) -> tuple[str, ...]:
    rated = [f"{key} {one[key]}" for key in ("quality", "impact") if key in one]
    owner = ", ".join(one[key] for key in ("owner", "date") if key in one)
    told = (one.get(key, NOT_STATED) for key in ("basis", "sensitivity"))
    rating = ", ".join(rated) or NOT_STATED
    return one["assumption"], *told, rating, owner or NOT_STATED


def by_hand(facts: Facts) -> list[Node]:
    """Return what only a person can check, and who signed it."""
    signed = facts.records.get("signed", ())
    rows = []
    for one in facts.asked:
        by = [_signed(facts, entry) for entry in signed if entry["check"] == one.key]
        who = "; ".join(by) or "not signed"
        rows.append(([code(one.key)], one.ask, one.holds or "all", one.standard, who))
    heads = ("Check", "What has to be true", "How many", "Standard", "Signed")
    done = sum(row[-1] != "not signed" for row in rows)
    said = f"{done} of {several(len(rows), 'check')} by a person signed. No machine can"
    way = sentence(
        f"{said} make these. To sign one, add a line below ",
        code("signed:"),
        " in ",
        code("assurance.yml"),
        ": ",
        code("- {check: pictures-1, name: Ada Byron, date: 2026-12-31}"),
        ".",
    )
    return [{"t": "Para", "c": way}, table("Checks by a person", heads, rows)]


def _signed(facts: Facts, entry: dict[str, str]) -> str:
    of = entry.get("version", "")
    other = f", for version {of}" if of and of != facts.record.version else ""
    note = f": {entry['note']}" if entry.get("note") else ""
    return f"{entry['name']} on {entry['date']}{other}{note}"


def reviews(facts: Facts) -> list[Node]:
    """Return who reviewed what."""
    held = facts.records.get("reviews", ())
    if not held:
        return [text(f"No review is recorded. {OWN_WORDS}")]
    rows = [
        (one["name"], one["date"], one["what"], one.get("outcome", NOT_STATED))
        for one in held
    ]
    return [table("Reviews", ("Who", "When", "What", "Outcome"), rows)]


def corrected(facts: Facts) -> list[Node]:
    """Return what was wrong in earlier editions."""
    if not facts.record.corrections:
        return [text("No correction of an earlier edition is recorded.")]
    of = facts.record.corrects
    told = f" of version {of}" if of else ""
    count = several(len(facts.record.corrections), "correction")
    out = [
        text(f"{count}{told} recorded. The page of corrections tells more."),
        table(
            "Corrections",
            ("What, and when", "Published", "Right", "Scale and nature", "Cause"),
            map(_correction, facts.record.corrections),
        ),
    ]
    if facts.unrecorded:
        out += [text("These numbers changed and have no entry:")]
        out += [bullets([[code(key)] for key in facts.unrecorded])]
    return out


def _correction(one: Correction) -> tuple[str, ...]:
    kind = f"{one.scale}. {one.nature}"
    return f"{one.what} ({one.date})", one.old, one.new, kind, one.cause
