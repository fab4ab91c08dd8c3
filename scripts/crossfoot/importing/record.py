"""What a document says of itself: its properties in, keys of `report.yml` out."""

import re
from collections.abc import Mapping
from typing import Any

from crossfoot.importing.draft import Entry
from crossfoot.nodes import Node, text

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+),?\s+(\d{4})")
MONTH_FIRST = re.compile(r"([A-Za-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?,\s*(\d{4})")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def day(written: str) -> str:
    """Return a date as `2021-02-01` or `2021-02`, or nothing when it is not sure."""
    plain = written.strip()
    if found := ISO.fullmatch(plain):
        return "-".join(part for part in found.groups() if part)
    if found := DAY_FIRST.fullmatch(plain):
        number, month, year = found.groups()
    elif found := MONTH_FIRST.fullmatch(plain):
        month, number, year = found.groups()
    else:
        return ""
    if month.lower() not in MONTHS:
        return ""
    out = f"{year}-{MONTHS.index(month.lower()) + 1:02}"
    return f"{out}-{int(number):02}" if number else out


def of_document(meta: Mapping[str, Any]) -> tuple[dict[str, Any], list[Entry]]:
    """Return what pandoc's metadata say, as keys of `report.yml`."""
    plain = {key: _plain(value) for key, value in meta.items()}
    return keys(plain)


def keys(plain: Mapping[str, Any]) -> tuple[dict[str, Any], list[Entry]]:
    """Return plain metadata as keys of `report.yml`; what has no key is listed."""
    out: dict[str, Any] = {}
    entries: list[Entry] = []
    for name, value in plain.items():
        one = value[0] if isinstance(value, list) and len(value) == 1 else value
        if name in {"title", "subtitle", "doi"} and isinstance(one, str):
            out[name] = one
        elif name in {"author", "authors"}:
            out["authors"] = [part for part in map(_author, _several(value)) if part]
        elif name == "date" and isinstance(one, str) and day(one):
            out["date"] = day(one)
            now = f"date: {day(one)}"
            entries.append(Entry("mapped", one, now, "date", holds=True))
        elif name in {"lang", "language"} and LANGUAGE.fullmatch(str(one)):
            out["language"] = str(one)
        elif name in {"description", "keywords"} and value:
            out[name] = value
        elif name != "abstract" and _said(value):
            now = "in no setting of report.yml"
            entries.append(Entry("aside", _said(value), now, f"{name}", holds=True))
    return {key: value for key, value in out.items() if value}, entries


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _author(value: Any) -> Any:
    """Return an author as `report.yml` has them: a name, or what is known of one."""
    if isinstance(value, str):
        return " ".join(value.split())
    if not isinstance(value, dict):
        return ""
    name = value.get("name", "")
    if isinstance(name, dict):
        name = " ".join(str(name[k]) for k in ("given", "family") if name.get(k))
    if not isinstance(name, str) or not name.strip():
        return ""
    orcid = re.search(r"(\d{4}-){3}\d{3}[\dX]", str(value.get("orcid", "")))
    email = str(value.get("email", ""))
    out = {"name": name.strip()}
    out |= {"orcid": orcid[0]} if orcid else {}
    return out | ({"email": email} if re.fullmatch(r"[^@\s]+@[^@\s]+", email) else {})


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(f"{_said(key)} {_said(one)}" for key, one in value.items())
    if isinstance(value, list):
        return " ".join(map(_said, value))
    return "" if value is None else str(value)


def _plain(value: Node) -> Any:
    """Return a MetaValue as plain text, list or mapping."""
    kind, content = value["t"], value.get("c")
    if kind == "MetaList":
        return [_plain(one) for one in content or ()]
    if kind == "MetaMap":
        return {key: _plain(one) for key, one in (content or {}).items()}
    if kind in {"MetaString", "MetaBool"}:
        return str(content)
    if kind == "MetaBlocks":
        return " ".join(" ".join(text(one) for one in content or ()).split())
    return " ".join(text(content).split())
