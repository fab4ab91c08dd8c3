"""Tokens: the shipped themes and a report's own file in, one full set out.

A theme file holds only what it changes. What is not valid in it is reported, and the
theme that it starts from stands in.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crossfoot.findings import Finding, listed, nearest
from crossfoot.places import Place, Text
from crossfoot.settings import Terms, faults
from crossfoot.theming.colours import shown
from crossfoot.theming.pairs import Weak, weak
from crossfoot.yamlfile import Document, Path, YamlError, load

DEFAULT = "sober"
"""The theme of a report that names none."""
FILES = (".json", ".yml", ".yaml")
"""What the name of a theme file ends with."""
TERMS = Terms("SRC16", "design token", "The theme")
NUMBER = re.compile(r"-?[0-9]+\.[0-9]+")

Tokens = dict[str, Any]
Shipped = Mapping[str, Tokens]
"""The themes that come with the package: the default whole, others what they change."""


Has = Callable[[str, str], bool]
"""Says whether there is a family of fonts for `text`, `display`, `code`, `fallback`."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a report looks like, and what is wrong with what it asks for."""

    tokens: Tokens
    findings: tuple[Finding, ...] = ()


def is_file(name: str) -> bool:
    """Say whether `theme:` names a file beside the chapters, not a shipped theme."""
    return name.lower().endswith(FILES)


def shipped(name: str, themes: Shipped, place: Place) -> Theme:
    """Return a shipped theme; the default with a finding at `place` for another name.

    `name` may be empty.
    """
    if name in themes or not name:
        return Theme(whole(name or DEFAULT, themes))
    return Theme(whole(DEFAULT, themes), (_unknown(name, themes, place),))


def _unknown(name: str, themes: Shipped, place: Place) -> Finding:
    near = nearest(name, themes)
    known = listed(sorted(themes), "or")
    return Finding(
        "SRC15",
        f"There is no theme called {name}; expected {known}, or a file such as"
        " theme.yml",
        place,
        help=f"Write {near or known}",
        found=name,
        expected=near,
    )


def whole(name: str, themes: Shipped) -> Tokens:
    """Return the full set of tokens of a shipped theme."""
    return merged(themes[DEFAULT], themes[name] if name != DEFAULT else {})


def absent(name: str, themes: Shipped, place: Place) -> Theme:
    """Return the default with the finding on a theme file that is not there."""
    finding = Finding(
        "SRC15",
        f"theme names {name}, which does not exist",
        place,
        help="Mend the path, which starts beside the chapters",
        found=name,
    )
    return Theme(whole(DEFAULT, themes), (finding,))


def own(text: Text, themes: Shipped, schema: dict[str, Any], has: Has) -> Theme:
    """Return the theme that a report's own file makes."""
    # JSON may be indented with tabs, and holds none elsewhere; YAML takes neither.
    spaced = text.text.replace("\t", " ") if text.text.lstrip()[:1] == "{" else None
    try:
        document = load(text if spaced is None else Text(text.file, spaced))
    except YamlError as problem:
        way = "Correct it here; until then the default theme stands in"
        message = f"The theme is neither YAML nor JSON: {problem.message}"
        finding = Finding("SRC15", message, problem.place, help=way)
        return Theme(whole(DEFAULT, themes), (finding,))
    value = _numbers(document.value)
    wrong = _wrong(document, value, schema, themes)
    wrong |= _unset(document, _without(value, set(wrong)), has)
    good = _without(value, set(wrong)) if isinstance(value, dict) else {}
    base = good.pop("base", DEFAULT)
    tokens = merged(whole(base, themes), good)
    found = [*wrong.values(), *_weak(document, tokens)]
    return Theme(tokens, tuple(found))


def logo(theme: Theme, place: Place) -> Theme:
    """Return a theme without its logo, a picture that is not there.

    `place` is that of `theme:` in `report.yml`.
    """
    name = theme.tokens["logo"]
    if not name:
        return theme
    finding = Finding(
        "SRC15",
        f"The theme names the logo {name}, which does not exist",
        place,
        help="Mend the path in the theme, which starts beside the chapters",
        found=name,
    )
    tokens = merged(theme.tokens, {"logo": ""})
    return Theme(tokens, (*theme.findings, finding))


def merged(base: Mapping[str, Any], more: Mapping[str, Any]) -> Tokens:
    """Return tokens with others put over them, mappings key by key."""
    out = dict(base)
    for key, value in more.items():
        held = out.get(key)
        both = isinstance(value, dict) and isinstance(held, dict)
        out[key] = merged(held, value) if both else value  # type: ignore[arg-type]
    return out


def _numbers(value: Any) -> Any:
    """Return a value with decimals as numbers: sizes in points and millimetres."""
    if isinstance(value, dict):
        return {key: _numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_numbers(part) for part in value]
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return float(value)
    return value


def _wrong(
    document: Document, value: Any, schema: dict[str, Any], themes: Shipped
) -> dict[Path, Finding]:
    """Return what is not valid, by path; an empty value is asked about by itself."""
    out = {path: _empty(document, path) for path in _blank(value)}
    filled = _without(value, set(out)) if isinstance(value, dict) else value
    if filled is not None:
        found = faults(document, filled, schema, TERMS)
        out |= dict(found)
    base = filled.get("base") if isinstance(filled, dict) else None
    if isinstance(base, str) and base not in themes and ("base",) not in out:
        out["base",] = _unknown(base, themes, document.place("base"))
    return out


def _unset(document: Document, value: Any, has: Has) -> dict[Path, Finding]:
    """Return the findings on fonts that are not there."""
    fonts = value.get("font", {}) if isinstance(value, dict) else {}
    named: list[tuple[Path, str]] = [
        (("font", key), fonts[key])
        for key in ("text", "display", "code")
        if key in fonts
    ]
    named += [
        (("font", "fallback", at), one)
        for at, one in enumerate(fonts.get("fallback", ()))
    ]
    return {
        path: Finding(
            "SRC16",
            f"{family} under {'.'.join(map(str, path[:2]))} is not installed; the theme"
            " it starts from stands in",
            document.place(*path),
            help=f"Install the package {_package(family)}, or put its TrueType files"
            " into fonts/ beside the chapters",
            found=family,
        )
        for path, family in named
        if not has(str(path[1]), family)
    }


def _package(family: str) -> str:
    return "fontpkg-" + re.sub(r"[^a-z0-9]+", "-", family.lower()).strip("-")


def _blank(value: Any, path: Path = ()) -> Iterator[Path]:
    parts: Iterator[tuple[Any, Any]] | None = None
    if isinstance(value, dict):
        parts = iter(value.items())
    elif isinstance(value, list):
        parts = iter(enumerate(value))
    for key, part in parts or ():
        yield from [(*path, key)] if part is None else _blank(part, (*path, key))


def _empty(document: Document, path: Path) -> Finding:
    name = ".".join(str(k + 1) if isinstance(k, int) else k for k in path)
    return Finding(
        "SRC16",
        f"{name} is empty; the theme it starts from stands in",
        document.key(*path),
        help='Put quotation marks round a colour in YAML: "#12436d"',
    )


def _without(value: Any, bad: set[Path], path: Path = ()) -> Any:
    """Return a value without what stands at bad paths; a bad entry takes its list."""
    if isinstance(value, dict):
        return {
            key: _without(part, bad, (*path, key))
            for key, part in value.items()
            if (*path, key) not in bad and not _spoilt(part, bad, (*path, key))
        }
    return value


def _spoilt(value: Any, bad: set[Path], path: Path) -> bool:
    return isinstance(value, list) and any(
        (*path, at) in bad for at in range(len(value))
    )


def _weak(document: Document, tokens: Tokens) -> list[Finding]:
    return [_pale(document, one) for one in weak(tokens)]


def _pale(document: Document, one: Weak) -> Finding:
    """Return the finding on a colour that does not stand out."""
    path = one.path if one.path in document.values else one.back
    name = ".".join(str(k + 1) if isinstance(k, int) else k for k in one.path)
    back = ".".join(one.back)
    return Finding(
        "SRC17",
        f"{name} has a contrast of {shown(one.ratio)}:1 with {back}; expected"
        f" {one.needed:g}:1 or more",
        document.place(*path),
        help="Make one of the two colours darker or lighter",
        found=shown(one.ratio),
        expected=f"{one.needed:g}",
        anchor=f"{name} {back}",
    )
