"""The doctor's account: what was looked at in, lines or JSON out."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from crossfoot.render.terminal import Style, paint

COLOURS = {"ok": "help", "missing": "warning", "wrong": "error"}


State = Literal["ok", "missing", "wrong"]
"""`missing`: can be done without; `wrong`: a build needs it."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    group: str
    name: str
    state: State
    says: str
    """What was found."""
    costs: str = ""
    """What needs it, or where something is wrong what comes of that, as a clause."""
    way: str = ""
    """How to get it."""


def text(checks: Sequence[Check], style: Style) -> str:
    """Return a line for each thing, and beneath what is missing what to do."""
    out: list[str] = []
    group = ""
    width = max((len(one.name) for one in checks), default=0)
    for one in checks:
        if one.group != group:
            out += [*([""] if group else []), paint(one.group, "head", style)]
            group = one.group
        state = paint(f"{one.state:<7}", COLOURS[one.state], style)
        out.append(f"  {state}  {one.name:<{width}}  {one.says}")
        if one.state != "ok":
            under = " " * (width + 13)
            what = "needed for " if one.state == "missing" else ""
            out += [f"{under}{what}{one.costs}"] if one.costs else []
            out += [f"{under}get it: {one.way}"] if one.way else []
    return "\n".join(out) + "\n"


def as_json(checks: Sequence[Check]) -> str:
    """Return the account as JSON."""
    entries = [asdict(one) for one in checks]
    value = {"schema": "crossfoot/doctor/1", "checks": entries}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
