"""Pandoc: Markdown and bibliographies in, JSON and what pandoc warns about out.

The program is the one that `pypandoc_binary` brings; it is run here, because
pypandoc keeps neither its log nor its message apart.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOENT
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from crossfoot.engines.reader import Reader, Readers

SECONDS = 60
"""How long pandoc may take for a text, and for each million of its bytes."""

LEVELS = 150
"""How deep the lists and mappings of an AST may be nested."""

HOLDERS = (list, dict)
LATE = "pandoc did not finish in"
"""What the error starts with of a text that took too long."""


@dataclass(frozen=True, slots=True)
class Made:
    """What pandoc made of a text."""

    value: Any
    """The JSON, or None when pandoc failed."""
    warnings: tuple[dict[str, Any], ...] = ()
    """Entries of pandoc's log, as its `--log` writes them."""
    error: str = ""
    """Why pandoc failed, in its own words."""

    @property
    def late(self) -> bool:
        """Whether it failed for want of time, so that it may succeed another time."""
        return self.value is None and self.error.startswith(LATE)


_readers: list[Reader | Readers] = []


@contextmanager
def reading(reader: Reader | Readers) -> Iterator[None]:
    """Let chapters be read by a pandoc that stays, inside the `with` block."""
    _readers.append(reader)
    try:
        yield
    finally:
        _readers.pop()


@cache
def program() -> str:
    """Return the path of the pandoc that `pypandoc_binary` brings.

    Never another one of this machine, as pypandoc itself would take a newer one.
    """
    spec = find_spec("pypandoc")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    for path in (folder / "files" / "pandoc", folder / "files" / "pandoc.exe"):
        if path.is_file():
            return str(path)
    raise FileNotFoundError(ENOENT, "pandoc is missing; install pypandoc_binary")


@cache
def number() -> str:
    """Return pandoc's own version, such as `3.9`."""
    words = [program(), "--version"]
    done = subprocess.run(words, capture_output=True, check=True)
    return done.stdout.split(maxsplit=2)[1].decode()


def markdown(text: str, without: str = "") -> Made:
    """Return the AST of a chapter; `without` names an extension to switch off."""
    form = "markdown" + (f"-{without}" if without else "")
    seconds = _seconds(len(text))
    tree = _readers[-1].read(text, form, seconds) if _readers else None
    if tree is not None:
        made = Made(tree)
    else:
        # A log on standard error keeps this free of temporary files.
        told = [f"--from={form}", "--quiet", "--log=/dev/stderr"]
        made = _run(told, text.encode())
    if made.value is not None and too_deep(made.value["blocks"]):
        return Made(None, error=f"it is nested more than {LEVELS} levels deep")
    return made


def too_deep(tree: Any) -> bool:
    """Say whether a tree of lists and mappings has more levels than we can walk."""
    level = [tree]
    for _ in range(LEVELS):
        level = [
            part
            for held in level
            for part in (held if isinstance(held, list) else held.values())
            if isinstance(part, HOLDERS)
        ]
        if not level:
            return False
    return True


def bibliography(data: bytes, form: str) -> Made:
    """Return the CSL JSON of a bibliography, whose form is one of pandoc's."""
    return _run([f"--from={form}", "--quiet"], data, to="csljson")


def _seconds(size: int) -> int:
    return SECONDS * (1 + size // 1_000_000)


def _run(words: list[str], data: bytes, to: str = "json") -> Made:
    seconds = _seconds(len(data))
    # A folder without data: a user's own would change what is read.
    data_folder = f"--data-dir={Path(program()).parent}"
    try:
        done = subprocess.run(
            [program(), data_folder, f"--to={to}", *words],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Made(None, error=f"{LATE} {seconds} seconds")
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode:
        return Made(None, error=said or f"pandoc ended with code {done.returncode}")
    try:
        return Made(json.loads(done.stdout), _log(said))
    except RecursionError:
        return Made(None, error=f"it is nested more than {LEVELS} levels deep")


def _log(said: str) -> tuple[dict[str, Any], ...]:
    start = re.search(r"^\[", said, re.MULTILINE)
    if not start:
        return ()
    return tuple(json.loads(said[start.start() :]))
