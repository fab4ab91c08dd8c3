"""Addresses: the files beside the chapters that images and links name."""

import re
from collections.abc import Iterable
from typing import Any

from crossfoot.chapters import Chapter, beside

EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
"""What an address starts with that leads out of the report."""


def named(chapters: Iterable[Chapter]) -> set[str]:
    """Return the paths of files that chapters name, inside the report's folder."""
    paths = {
        beside(chapter, path)
        for chapter in chapters
        for address in _addresses(chapter.ast["blocks"])
        if (path := address.partition("#")[0]) and not EXTERNAL.match(address)
    }
    return {path for path in paths if not path.startswith("..")}


def _addresses(tree: list[Any]) -> set[str]:
    found: set[str] = set()
    stack = [tree]
    while stack:
        for part in stack.pop():
            if type(part) is list:
                stack.append(part)
            elif type(part) is dict:
                content = part.get("c")
                if type(content) is list:
                    stack.append(content)
                    if part.get("t") in {"Image", "Link"}:
                        found.add(content[2][0])
    return found
