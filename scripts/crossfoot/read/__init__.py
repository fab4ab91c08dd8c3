"""Read: a chapter's bytes and pandoc's AST in, the chapter with places out.

Two steps, as pandoc runs between them: `opened` decodes the bytes and says what
pandoc is to read, `closed` puts a place on what pandoc made of it.
"""

import hashlib
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.findings import Finding
from crossfoot.nodes import text as shown
from crossfoot.places import Place, Text
from crossfoot.read.align import align
from crossfoot.read.faults import from_error, from_warnings, open_comments, stray_fences
from crossfoot.read.frontmatter import ROLES, Front, blank, front
from crossfoot.read.htmlimages import with_images
from crossfoot.read.htmltables import with_tables
from crossfoot.read.indented import indented
from crossfoot.read.lost import lost
from crossfoot.read.misread import misread
from crossfoot.read.ruled import ruled
from crossfoot.read.sentences import with_sentences
from crossfoot.read.swallowed import swallowed
from crossfoot.read.texmaths import with_formulas
from crossfoot.read.unopened import unopened
from crossfoot.utf8 import decoded, encoding

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
    text = Text(file, decoded(data))
    found = front(text)
    findings = [*encoding(text, data), *found.findings]
    if len(text.text[found.span[1] :].strip()) < 2:
        way = "Write the chapter, or move the file out of the folder"
        findings.append(Finding("SRC08", "Chapter has no text", Place(file), help=way))
    digest = hashlib.sha256(data).hexdigest()
    return Opened(text, digest, found, tuple(findings))


def closed(
    one: Opened,
    ast: dict[str, Any] | None,
    warnings: Iterable[Mapping[str, Any]] = (),
    error: str = "",
) -> tuple[Chapter, list[Finding]]:
    """Return the chapter of pandoc's answer, and all that was found.

    Without an AST the chapter is its raw text as one block of code. `error` may also
    tell why pandoc took the text only after its metadata was left out.
    """
    text, findings = one.text, list(one.findings)
    if error:
        findings.append(from_error(text, error))
    if ast is None:
        whole = [0, len(text.text)]
        raw = {"t": "CodeBlock", "c": [["", [], []], text.text], "s": whole}
        ast = {"pandoc-api-version": API, "meta": {}, "blocks": [raw]}
    else:
        align(text.text, ast, one.front.span[1] > 0)
        findings += from_warnings(text, warnings)
        findings += stray_fences(text, ast["blocks"])
        findings += open_comments(text, ast["blocks"])
        findings += misread(text, ast["blocks"])
        findings += swallowed(text, ast["blocks"], one.front.span[1])
        findings += unopened(text, ast["blocks"])
        findings += ruled(text, ast["blocks"], tuple(findings))
        findings += indented(text, ast["blocks"])
        findings += lost(text, ast["blocks"], one.front.span[1], tuple(findings))
        findings += with_sentences(text, ast["blocks"])
        ast["blocks"] = with_tables(with_formulas(with_images(ast["blocks"])))
    return _chapter(one, ast), findings


def _chapter(one: Opened, ast: dict[str, Any]) -> Chapter:
    meta = {key: plain(value) for key, value in ast["meta"].items()} | one.front.meta
    role = meta.get("role")
    return Chapter(
        name=posixpath.basename(one.text.file).removesuffix(".md"),
        file=one.text.file,
        role=role if role in ROLES else "chapter",
        sha256=one.sha256,
        source=one.text.text,
        meta=meta,
        ast=ast,
    )


def plain(value: Any) -> Any:
    """Return pandoc metadata as plain JSON; marked-up text loses its marks."""
    kind, content = value["t"], value["c"]
    if kind == "MetaMap":
        return {key: plain(part) for key, part in content.items()}
    if kind == "MetaList":
        return [plain(part) for part in content]
    return content if kind in {"MetaString", "MetaBool"} else shown(content)


def title(chapter: Chapter) -> str:
    """Return a chapter's title: of its front matter, else its first heading."""
    own = chapter.meta.get("title")
    if isinstance(own, str | int):
        return " ".join(str(own).split())
    heads = (block for block in chapter.blocks if block["t"] == "Header")
    return next((" ".join(shown(head["c"][2]).split()) for head in heads), "")
