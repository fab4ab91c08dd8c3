"""The cache of items: what a stage made of one chapter, figure or table.

`build/.cache/STAGE/KEY` holds a product, addressed by the hash of everything that
made it: inputs, parameters and code. It may be lost at any time. An entry is
written aside and renamed, and holds the hash of its content, so that a damaged one
is seen and made again.
"""

import contextlib
import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from crossfoot.engines.files import put
from crossfoot.engines.memory import remembered
from crossfoot.site import Site

DIGEST = 32
ADDRESS = re.compile(r"[0-9a-f]{64}")


def key(parts: Iterable[str | bytes]) -> str:
    """Return the address of a product from all that went into it, in order."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()


def load(path: Path) -> bytes | None:
    """Return an entry's content, or None when it is missing or damaged."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    digest, content = raw[:DIGEST], raw[DIGEST:]
    return content if hashlib.sha256(content).digest() == digest else None


def store(path: Path, content: bytes) -> None:
    """Write an entry."""
    put(path, hashlib.sha256(content).digest() + content)


class Cache:
    """The items of one stage."""

    def __init__(self, site: Site, stage: str, code: str) -> None:
        """Open the cache; `code` is the fingerprint of the code that makes items."""
        self.folder = site.build / ".cache" / stage
        self.code = code
        self.used: set[str] = set()

    def address(self, *parts: str | bytes) -> str:
        """Return the address of an item made of `parts` by this code."""
        every = self.code, *parts
        return remembered(lambda: key(every), "address", every)

    def get(self, address: str) -> bytes | None:
        """Return an item, or None when it has to be made."""
        self.used.add(address)
        path = self.folder / address
        kept: list[bytes] = remembered(list, "item", path)
        if not kept and (found := load(path)) is not None:
            kept.append(found)
        return kept[0] if kept else None

    def put(self, address: str, content: bytes) -> None:
        """Keep an item."""
        self.used.add(address)
        kept: list[bytes] = remembered(list, "item", self.folder / address)
        kept[:] = [content]
        store(self.folder / address, content)

    def item(
        self,
        make: Callable[[], bytes],
        *parts: str | bytes,
        lasting: Callable[[bytes], bool] | None = None,
    ) -> tuple[bytes, bool]:
        """Return an item made of `parts`, and whether it had to be made.

        What `lasting` says is none is not kept.
        """
        address = self.address(*parts)
        found = self.get(address)
        if found is not None:
            return found, False
        made = make()
        if not lasting or lasting(made):
            self.put(address, made)
        return made, True

    def sweep(self) -> None:
        """Delete the entries that this run did not use."""
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.name not in self.used:
                path.unlink(missing_ok=True)


def take_items(builds: Iterable[Path | None], build: Path) -> None:
    """Let a new build find the items of others; these are left as they are.

    An entry is never written in its place, so that two builds can share it.
    """
    for other in filter(None, builds):
        for path in (other / ".cache").glob("*/*"):
            copy = build / ".cache" / path.parent.name / path.name
            if ADDRESS.fullmatch(path.name) and not copy.exists():
                copy.parent.mkdir(parents=True, exist_ok=True)
                with contextlib.suppress(
                    OSError
                ):  # it may be swept, or cannot be linked
                    copy.hardlink_to(path)
