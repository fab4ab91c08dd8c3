"""Written decisions: `decisions.yml` and new decisions in, the file's new text out.

What stands there stays, comments included. The new text is read again: it must hold
what the old one held and the new decisions, or nothing is written.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from crossfoot.places import Text
from crossfoot.repeats.decisions import Decision, Side
from crossfoot.yamlfile import Document, YamlError, load

DASH = re.compile(r"(?P<indent> *)-(?P<gap> +)")
COMMENT = re.compile(r"^[ \t]*#[^\n]*(?:\n|\Z)", re.MULTILINE)
ODD = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that YAML takes for something else when they stand as they are."""

FORM = "it is not written as `decisions:` with an entry below for each relation"


class FormError(ValueError):
    """Why a file cannot be added to, in one line."""


def recorded(
    text: Text, new: Mapping[str, str], gone: Mapping[str, str] | None = None
) -> str:
    """Return the text of `decisions.yml` with new decisions.

    `new` are their entries by identifier, as `entry` gives them, `gone` the decisions
    that they replace, each with the identifier of the new one. Raises FormError when
    the file is of a form that cannot be added to.
    """
    document = _load(text)
    if not new:
        return text.text
    old = _entries(document)
    ways = dict(gone or {}) | {ident: ident for ident in new}
    spans = [_span(text, document, number) for number in range(len(old))]
    left = dict(new)
    put: list[str | None] = []
    """What stands in the place of each old entry; None: the entry."""
    for one in old:
        ident = ways.get(_ident(one))
        put.append(None if ident is None else left.pop(ident, ""))
    out = _added(text, document, spans, "".join(left.values()))
    for (start, end), told in reversed(list(zip(spans, put, strict=True))):
        if told is not None:
            lines = _fitted(told, text.text, start) + _comments(text.text[start:end])
            out = out[:start] + lines + out[end:]
    wanted = [_raw(t) if t else e for e, t in zip(old, put, strict=True) if t != ""]
    _prove(text, out, document, [*wanted, *map(_raw, left.values())])
    return out


def _load(text: Text) -> Document:
    try:
        document = load(text)
    except YamlError as problem:
        raise FormError(f"line {problem.place.line}: {problem.message}") from None
    except RecursionError:
        raise FormError(FORM) from None
    value = document.value
    if value is not None and not isinstance(value, dict):
        raise FormError(FORM)
    if value and not isinstance(value.get("decisions"), list | None):
        raise FormError(FORM)
    return document


def _entries(document: Document) -> list[Any]:
    return list((document.value or {}).get("decisions") or [])


def _ident(one: Any) -> str:
    return str(one.get("id")) if isinstance(one, dict) else ""


def _span(text: Text, document: Document, number: int) -> tuple[int, int]:
    """Return the whole lines of an entry."""
    at = text.span(document.values["decisions", number])[0]
    start = text.text.rfind("\n", 0, at) + 1
    if not DASH.fullmatch(text.text[start:at]):
        raise FormError(FORM)
    end = max(_ends(text, document, number))
    if not text.text[:end].endswith("\n"):
        line = text.text.find("\n", end)
        end = len(text.text) if line < 0 else line + 1
    return start, end


def _ends(text: Text, document: Document, number: int) -> Iterator[int]:
    """Yield where the parts of an entry end; a block of parts ends with its last."""
    parents = {path[:-1] for path in document.values}
    for path, place in document.values.items():
        if path[:2] == ("decisions", number):
            start, end = text.span(place)
            if path not in parents or text.text[start : start + 1] in {"{", "["}:
                yield end


def _fitted(told: str, text: str, start: int) -> str:
    """Return an entry with the indent of the entry that starts at `start`."""
    found = DASH.match(text, start)
    indent = found["indent"] if found else "  "
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = (indent + line[2:] for line in told.splitlines())
    return "".join(line + ending for line in lines)


def _comments(lines: str) -> str:
    """Return the comments that stand on lines of their own."""
    found = (one[0] for one in COMMENT.finditer(lines))
    return "".join(one if one.endswith("\n") else one + "\n" for one in found)


def _added(
    text: Text, document: Document, spans: Sequence[tuple[int, int]], told: str
) -> str:
    """Return the text with entries after the last one."""
    raw = text.text
    if not told:
        return raw
    ending = "\r\n" if "\r\n" in raw else "\n"
    if spans:
        last = max(text.span(document.key(key))[0] for key in document.value)
        at = len(raw) if last < spans[0][0] else spans[-1][1]
        lines = _fitted(told, raw, spans[-1][0])
    else:
        lines = told.replace("\n", ending)
        if "decisions" in (document.value or {}):
            at = raw.find("\n", text.span(document.key("decisions"))[1]) + 1 or len(raw)
        else:
            at, lines = len(raw), f"decisions:{ending}{lines}"
    before = raw[:at]
    if not spans and document.value and document.value.get("decisions") == []:
        before = re.sub(r"\[\s*\]([^\[\]]*)$", r"\1", before)
    gap = ending if before and not before.endswith("\n") else ""
    return before + gap + lines + raw[at:]


def _raw(told: str) -> Any:
    return load(Text("", f"decisions:\n{told}")).value["decisions"][0]


def _prove(text: Text, out: str, before: Document, wanted: Sequence[Any]) -> None:
    """Raise FormError unless a new text holds the decisions wanted, and all else."""
    after = _load(Text(text.file, out))
    rest = {**(before.value or {}), "decisions": list(wanted)}
    if after.value != rest:
        raise FormError(FORM)


def entry(one: Decision, words: str = "") -> str:
    """Return a decision as lines of YAML, with the first words of its text."""
    parts = {
        "id": _quoted(one.ident),
        "class": one.kind,
        "as": one.ruling,
        "text": _quoted(words) if words else "",
        "a": _side(one.a),
        "b": _side(one.b),
        "because": _quoted(one.because),
        "owner": _quoted(one.owner) if one.owner else "",
        "expires": _quoted(one.expires) if one.expires else "",
    }
    lines = [f"{key}: {value}" for key, value in parts.items() if value]
    return "  - " + "\n    ".join(lines) + "\n"


def _side(one: Side) -> str:
    files = list(map(_quoted, one.files))
    file = files[0] if len(files) == 1 else f"[{', '.join(files)}]"
    says = f", says: [{', '.join(map(_quoted, one.says))}]" if one.says else ""
    return f"{{file: {file}, sha256: {_quoted(one.sha256)}{says}}}"


def _quoted(text: str) -> str:
    plain = json.dumps(text, ensure_ascii=False)
    return ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)
