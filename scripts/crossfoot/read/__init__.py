"""Read: a chapter's bytes and pandoc's AST in, the chapter with places out.

Two steps, as pandoc runs between them: `opened` decodes the bytes and says what
pandoc is to read, `closed` puts pandoc's answer in its place.
"""

import hashlib
import posixpath
from dataclasses import dataclass, replace
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, several
from crossfoot.nodes import text as plain_text
from crossfoot.places import Place, Text
from crossfoot.read.align import align
from crossfoot.read.frontmatter import ROLES, Front, blank, front

BOM = b"\xef\xbb\xbf"
API = [1, 23, 1, 1]
"""Version of the AST that a chapter gets which pandoc cannot read."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A chapter before pandoc has read it."""

    text: Text
    sha256: str
    front: Front
    findings: tuple[Finding, ...]

    @property
    def blanked(self) -> str:
        """The Markdown without front matter, for when pandoc rejects that."""
        return blank(self.text.text, self.front.span[1])


def opened(file: str, data: bytes) -> Opened:
    """Return a chapter's text and what was found wrong with it."""
    text = Text(file, data.decode("utf-8-sig", errors="replace"))
    found = front(text)
    findings = [*_encoding(text, data), *found.findings]
    if len(text.text.strip()) < 2:
        message = "Chapter has no text"
        way = "Write the chapter, or delete the file"
        findings.append(Finding("SRC08", message, Place(file), help=way))
    digest = hashlib.sha256(data).hexdigest()
    return Opened(text, digest, found, tuple(findings))


def _encoding(text: Text, data: bytes) -> list[Finding]:
    """Return what is wrong with a file's bytes."""
    out = []
    if data.startswith(BOM):
        message = "File starts with a byte order mark; expected plain UTF-8"
        way = "Save the file as UTF-8 without a byte order mark"
        out.append(Finding("SRC06", message, text.place((0, 0)), help=way))
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        at = len(data[: problem.start].decode("utf-8-sig"))
        bad = data[problem.start : problem.end].hex(" ")
        message = f"Byte {bad} is not UTF-8; the text shows “\ufffd” in its place"
        way = "Save the file as UTF-8"
        out.append(Finding("SRC01", message, text.place((at, at + 1)), help=way))
    return out


def closed(
    one: Opened, ast: dict[str, Any] | None, warnings: list[dict[str, Any]], error: str
) -> tuple[Chapter, list[Finding]]:
    """Return the chapter of pandoc's answer, and all that was found."""
    text = one.text
    findings = list(one.findings)
    if ast is None:
        block = {"t": "CodeBlock", "c": [["", [], []], text.text], "s": [0, len(text.text)]}
        ast = {"pandoc-api-version": API, "meta": {}, "blocks": [block]}
        findings.append(Finding("SRC07", f"Pandoc cannot read the chapter: {error}", Place(text.file)))
    else:
        align(text.text, ast, one.front.span[1] > 0)
    role = one.front.meta.get("role", "chapter")
    stem = posixpath.basename(text.file).removesuffix(".md")
    chapter = Chapter(
        name=stem,
        file=text.file,
        role=role if role in ROLES else "chapter",
        sha256=one.sha256,
        source=text.text,
        meta=one.front.meta,
        ast=ast,
    )
    return chapter, findings


def title(chapter: Chapter) -> str:
    """Return a chapter's title: of its front matter, else its first heading."""
    if chapter.meta.get("title"):
        return str(chapter.meta["title"])
    for block in chapter.blocks:
        if block["t"] == "Header":
            return plain_text(block["c"][2]).strip()
    return ""
