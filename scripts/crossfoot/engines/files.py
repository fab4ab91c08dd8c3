"""Files: reading texts and writing them whole or not at all."""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from crossfoot.chapters import Chapter, Settings, chapter_of
from crossfoot.engines.memory import files_of, keeps, remembered
from crossfoot.findings import Finding, from_dict, from_lines, to_lines
from crossfoot.nodes import sharing
from crossfoot.places import Text
from crossfoot.site import Site

ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
)
"""Made once: `json.dumps` makes another with each call, a third of a row's time."""
PLAIN = (
    orjson.OPT_SORT_KEYS
    | orjson.OPT_PASSTHROUGH_DATACLASS
    | orjson.OPT_PASSTHROUGH_DATETIME
)
"""What the faster writer must not write in a form of its own."""


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes as lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes | str) -> None:
    """Write a file aside and rename it, so that no reader sees half of it."""
    raw = data.encode() if isinstance(data, str) else data
    kept = files_of(path)
    if kept is not None:
        if kept.get(path) == raw and path.is_file():
            return
        kept[path] = raw
    put(path, raw)


def put(path: Path, data: bytes) -> None:
    """Write a file as `write` does, without keeping its bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            aside.unlink()
        raise


def write_changed(path: Path, data: bytes) -> None:
    """Write a file unless it holds these bytes already."""
    if not path.is_file() or read_bytes(path) != data:
        write(path, data)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes: what this process keeps of it, or what is on the disk."""
    kept = files_of(path)
    if kept is None:
        return path.read_bytes()
    if path not in kept:
        kept[path] = path.read_bytes()
    return kept[path]


def write_json(path: Path, value: Any) -> None:
    """Write a value as one line of JSON with sorted keys."""
    write(path, dumps(value) + "\n")


def dumps(value: Any) -> str:
    """Return a value, which holds no cycle, as JSON with sorted keys and no spaces.

    Five times as fast as `json`, to which is left what the other refuses: a whole
    number of more than 64 bits, a tuple with names, half a surrogate pair.
    """
    try:
        return orjson.dumps(value, option=PLAIN).decode()
    except orjson.JSONEncodeError:
        return ENCODER.encode(value)


def read_json(path: Path) -> Any:
    """Return the value of a JSON file; it may be shared, so nobody changes it."""
    raw = read_bytes(path)
    return remembered(lambda: json.loads(raw), "json", raw)


def decode(data: bytes) -> tuple[str, bytes | None]:
    """Return bytes as text without byte order mark, and what was no UTF-8.

    The second value is None when all of it was UTF-8; otherwise the first bytes
    that were not, each of which stands in the text as U+FFFD.
    """
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as problem:
        bad = data[problem.start : problem.end]
        return data.decode("utf-8-sig", errors="replace"), bad


def encode_like(old: bytes, text: str) -> bytes:
    """Return text as bytes, with a byte order mark when the old bytes had one."""
    return (b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b"") + text.encode()


def read_text(path: Path) -> str | None:
    """Return a file as text without byte order mark, or None without a file."""
    return decode(read_bytes(path))[0] if path.is_file() else None


def write_findings(site: Site, stage: str, findings: Iterable[Finding]) -> None:
    """Write a stage's findings to `build/findings/STAGE.jsonl`."""
    write(site.findings(stage), to_lines(findings))


def read_findings(site: Site, stages: Iterable[str]) -> list[Finding]:
    """Return the findings that stages wrote; a stage without a file has none."""
    out: list[Finding] = []
    for stage in stages:
        path = site.findings(stage)
        if path.exists():
            raw = read_bytes(path)
            out += remembered(lambda: from_lines(raw.decode()), "findings", raw)  # noqa: B023 - called at once
    return out


def read_settled(site: Site) -> list[Finding]:
    """Return the findings of `build/findings.json`."""
    return [
        from_dict(one) for one in read_json(site.build / "findings.json")["findings"]
    ]


def sources_of(
    site: Site, findings: list[Finding], known: Iterable[Text] = ()
) -> dict[str, Text]:
    """Return the texts that findings point into; a missing file is left out.

    Those that are `known` are not read.
    """
    files = {f.place.file for f in findings}
    files |= {note.place.file for f in findings for note in f.notes}
    files |= {file for f in findings if f.fix for file, _ in f.fix.adds}
    found = {one.file: one for one in known if one.file in files}
    every = found | texts(site, files.difference(found))
    return {file: every[file] for file in sorted(every)}


def texts(site: Site, files: Iterable[str]) -> dict[str, Text]:
    """Return the texts of files in their order; a missing file is left out."""
    found = {file: read_text(site.root / file) for file in files}
    return {file: Text(file, text) for file, text in found.items() if text is not None}


class Texts(Mapping[str, Text]):
    """The texts of files by name, each read when it is looked at; none of a missing."""

    def __init__(self, root: Path, names: Callable[[], Iterable[str]]) -> None:
        """Take the names of files below `root`, which are asked for when needed."""
        self.root = root
        self.names = names

    @cached_property
    def _paths(self) -> dict[str, Path]:
        paths = {name: self.root / name for name in self.names()}
        return {name: path for name, path in paths.items() if path.is_file()}

    def __getitem__(self, name: str) -> Text:
        """Return a text; raises KeyError without its file."""
        path = self._paths[name]
        return Text(name, decode(read_bytes(path))[0])

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the files there are."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._paths)


def prune(folder: Path, keep: Iterable[Path]) -> list[str]:
    """Delete the files of a folder that are not to be kept; return their names."""
    kept = {path.name for path in keep}
    gone = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.is_file() and path.name not in kept:
            path.unlink()
            forget(path)
            gone.append(path.name)
    return gone


def forget(path: Path) -> None:
    """Keep nothing of a file that was deleted."""
    kept = files_of(path)
    if kept:
        kept.pop(path, None)


def read_settings(site: Site) -> Settings:
    """Return what `read` wrote to `build/settings.json`."""
    entry = read_json(site.build / "settings.json")
    names = tuple(chapter["name"] for chapter in entry["chapters"])
    return Settings(entry["report"], names, entry["read"])


def read_chapters(site: Site) -> list[Chapter]:
    """Return the chapters that `read` wrote, in reading order."""
    return [read_chapter(site, name) for name in read_settings(site).chapters]


def read_chapter(site: Site, name: str) -> Chapter:
    """Return a chapter that `read` wrote; it may be shared, so nobody changes it."""
    raw = read_bytes(site.build / "chapters" / f"{name}.json")
    return remembered(lambda: chapter_of(read_tree(raw)), "chapter", raw)


def read_tree(raw: bytes | str) -> Any:
    """Return the value of JSON that holds an AST; nobody may change it.

    A process that keeps it shares equal leaves, which takes a third of the reading.
    """
    return json.loads(raw, object_hook=sharing()) if keeps() else parsed(raw)


def parsed(raw: bytes | str) -> Any:
    """Return the value of JSON that Crossfoot or pandoc wrote.

    A third faster than `json`, which is left to say what is wrong. Not for the files of
    others: a whole number of more than 64 bits comes out as a float.
    """
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return json.loads(raw)
