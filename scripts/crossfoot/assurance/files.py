"""Files of people: YAML in, its valid part and what is wrong with it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crossfoot.findings import Finding
from crossfoot.places import Text
from crossfoot.settings import EMPTY, Terms, faults
from crossfoot.yamlfile import Document, Path, YamlError, load


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds."""

    value: dict[str, Any] = field(default_factory=dict)
    """The valid part: an entry in which anything is wrong is left out whole."""
    document: Document = EMPTY
    at: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Which entries of the file those of a list are."""
    findings: list[Finding] = field(default_factory=list)


def held(
    text: Text | None,
    schema: Mapping[str, Any],
    code: str,
    called: str,
    *,
    trusted: bool = False,
) -> Held:
    """Return what a file holds; a `trusted` one is known to be as its schema says."""
    if text is None:
        return Held()
    try:
        document = load(text)
    except YamlError as problem:
        message = f"{called} is not YAML: {problem.message}"
        way = "Correct the YAML here; until then nothing of it counts"
        return Held(findings=[Finding(code, message, problem.place, help=way)])
    terms = Terms(code, "key", called)
    value = _filled(document.value)
    check = not trusted and value is not None
    wrong = dict(faults(document, value, dict(schema), terms)) if check else {}
    bad = {path[:2] for path in wrong}
    if value is None or () in bad:
        return Held(document=document, findings=list(wrong.values()))
    return _kept(document, value, bad, list(wrong.values()))


def _kept(
    document: Document, value: dict[str, Any], bad: set[Path], findings: list[Finding]
) -> Held:
    out: dict[str, Any] = {}
    at: dict[str, tuple[int, ...]] = {}
    for key, part in value.items():
        if (key,) in bad:
            continue
        if isinstance(part, list):
            at[key] = tuple(n for n in range(len(part)) if (key, n) not in bad)
            out[key] = [_texts(part[n]) for n in at[key]]
        elif isinstance(part, dict):
            good = {one: part[one] for one in part if (key, one) not in bad}
            out[key] = _texts(good)
        else:
            out[key] = _texts(part)
    return Held(out, document, at, findings)


def _filled(value: Any) -> Any:
    """Return a value without its empty keys, which count as left out."""
    if isinstance(value, dict):
        return {key: _filled(part) for key, part in value.items() if part is not None}
    return [_filled(part) for part in value] if isinstance(value, list) else value


def _texts(value: Any) -> Any:
    """Return a value with whole numbers as the texts they were written as."""
    if isinstance(value, dict):
        return {key: _texts(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_texts(part) for part in value]
    return str(value) if type(value) is int else value
