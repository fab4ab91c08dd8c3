"""A report's theme: `report.yml` and the file that it names in, design tokens out.

Stages that need the theme all read it here, so that none has to wait for another.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from crossfoot.engines.cache import Cache
from crossfoot.engines.files import decode, dumps
from crossfoot.engines.fontfiles import is_drawn, is_known, own_files
from crossfoot.findings import as_dict, from_dict
from crossfoot.fingerprints import PACKAGE, installed
from crossfoot.outputs import THEMES
from crossfoot.places import Place, Text
from crossfoot.site import Site
from crossfoot.theming import Theme, absent, is_file, logo, own, shipped
from crossfoot.yamlfile import Document, YamlError, load

FOLDER = PACKAGE / "themes"
SCHEMA = PACKAGE / "schemas" / "theme.schema.json"
FONTS = "fonts"
"""The folder beside the chapters that holds a report's own fonts."""


def theme_of(site: Site, cached: Cache | None = None) -> Theme:
    """Return the theme of a report, with a logo that exists or none.

    Without a `cached` place, a theme file is looked through again: that takes a tenth
    of a second.
    """
    document = _settings(site)
    name = document.value.get("theme") if document else None
    if document is None or not isinstance(name, str):
        return shipped("", themes(), Place(""))
    place = document.place("theme")
    if not is_file(name):
        return shipped(name, themes(), place)
    found = _file(site, name, place, cached)
    there = (site.sources / found.tokens["logo"]).is_file()
    return found if there else logo(found, place)


def _file(site: Site, name: str, place: Place, cached: Cache | None) -> Theme:
    """Return the theme that a file makes."""
    path = site.sources / name
    if not path.is_file():
        return absent(name, themes(), place)
    data = path.read_bytes()
    if cached is None:
        return _own(site, name, data)
    marks = [f"{one.name} {one.stat().st_size}" for one in own_files(folder(site))]
    parts = dumps([name, installed("fontpkg"), marks])
    made, _ = cached.item(lambda: _packed(_own(site, name, data)), "theme", parts, data)
    value = json.loads(made)
    return Theme(value["tokens"], tuple(map(from_dict, value["findings"])))


@cache
def themes() -> Mapping[str, dict[str, Any]]:
    """Return the themes that come with the package."""
    default, *others = THEMES
    found = {default: json.loads((FOLDER / "tokens.json").read_bytes())}
    for name in others:
        found[name] = json.loads((FOLDER / f"{name}.json").read_bytes())
    return found


def folder(site: Site) -> Any:
    """Return the folder of the report's own fonts, which need not exist."""
    return site.sources / FONTS


def _settings(site: Site) -> Document | None:
    """Return `report.yml`, or None when it says nothing of a theme."""
    path = site.sources / "report.yml"
    data = path.read_bytes() if path.is_file() else b""
    if b"theme" not in data:
        return None
    try:
        found = load(Text(site.source("report.yml"), decode(data)[0]))
    except YamlError:
        return None  # reported where the settings are read
    return found if isinstance(found.value, dict) else None


def _own(site: Site, name: str, data: bytes) -> Theme:
    text = Text(site.source(name), decode(data)[0])
    schema = json.loads(SCHEMA.read_bytes())
    fonts = folder(site)

    def has(key: str, family: str) -> bool:
        return (is_drawn if key in {"text", "display"} else is_known)(family, fonts)

    return own(text, themes(), schema, has)


def _packed(theme: Theme) -> bytes:
    findings = [as_dict(one) for one in theme.findings]
    return dumps({"tokens": theme.tokens, "findings": findings}).encode()
