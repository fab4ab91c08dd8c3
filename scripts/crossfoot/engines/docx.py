"""Word documents: blocks prepared by `office.word` in, the bytes of a .docx out.

pandoc writes the document after a reference document that is made of its own and the
house style. What pandoc has no means for is put right in what it wrote.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from crossfoot.engines.pandoc import program
from crossfoot.engines.zipped import packed, read
from crossfoot.nodes import Node
from crossfoot.office.marks import clean
from crossfoot.office.publication import Publication
from crossfoot.office.style import settings, styles
from crossfoot.office.wordfront import first_header, footer, header, page

API = [1, 23, 1]
SECONDS = 300
PLAIN = ("--syntax-highlighting=none", "--quiet")
EDGES = (
    ("header1.xml", "header", "default"),
    ("header2.xml", "header", "first"),
    ("footer1.xml", "footer", "default"),
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONS = f"{OFFICE}/relationships"
SECTION = re.compile(r"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
REFERENCE = re.compile(r"<w:(?:header|footer)Reference [^>]*/>")
ROW = re.compile(r"<w:tr>(?!\s*<w:trPr>)")
DECORATIVE = re.compile(r'(<wp:docPr [^>]*?descr=""[^>]*?)\s*/>')
PATH = re.compile(r'(<pic:cNvPr )descr="[^"]*"')
"""Where pandoc tells the file that a picture came from."""
SIDEWAYS = 'w:rsidR="00000001"'
PROGRAM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{OFFICE}/extended-properties">'
    "<Application>Crossfoot</Application></Properties>"
)
"""What made the document: pandoc's own part counts the words of its example."""
UNSEEN = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)
"""Says that a picture is decorative: [MS-ODRAWXML] 2.7.4."""


class RefusedError(RuntimeError):
    """pandoc made no document; the text says why."""


def docx(
    blocks: list[Node],
    publication: Publication,
    tokens: Mapping[str, Any],
    folder: Path,
    timestamp: int,
) -> bytes:
    """Return the document; `folder` holds the pictures that blocks name.

    Raises RefusedError when pandoc makes none.
    """
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as held:
        reference = Path(held, "reference.docx")
        reference.write_bytes(packed(reference_parts(publication, tokens)))
        made = _written(blocks, publication, reference, folder, timestamp)
    return packed(mended(read(made), tokens, publication.language))


def _written(
    blocks: list[Node],
    publication: Publication,
    reference: Path,
    folder: Path,
    timestamp: int,
) -> bytes:
    template = reference.with_name("body.openxml")
    template.write_text(TEMPLATE, encoding="utf-8")
    document = {
        "pandoc-api-version": API,
        "meta": _properties(publication),
        "blocks": blocks,
    }
    words = ["--from=json", "--to=docx", f"--reference-doc={reference}", "--output=-"]
    done = subprocess.run(
        [program(), *words, f"--template={template}", *PLAIN],
        input=json.dumps(document).encode(),
        capture_output=True,
        cwd=folder,
        env={"SOURCE_DATE_EPOCH": str(timestamp), "LC_ALL": "C.UTF-8"},
        timeout=SECONDS,
        check=False,
    )
    if done.returncode or not done.stdout.startswith(b"PK"):
        said = done.stderr.decode("utf-8", "replace").strip()
        raise RefusedError(said or f"pandoc ended with code {done.returncode}")
    return done.stdout


def _properties(publication: Publication) -> dict[str, Any]:
    """Return the metadata that pandoc writes into the document's properties."""
    told = {
        "title": publication.title,
        "author": publication.names,
        "keywords": publication.keywords,
        "subject": publication.subtitle,
        "description": publication.description,
        "lang": publication.language,
    }
    return {
        key: _meta(value if isinstance(value, str) else tuple(value))
        for key, value in told.items()
        if value
    }


def _meta(value: str | tuple[str, ...]) -> Node:
    # pandoc takes keywords only as inlines.
    if isinstance(value, str):
        return {"t": "MetaInlines", "c": [{"t": "Str", "c": clean(value)}]}
    return {"t": "MetaList", "c": [_meta(part) for part in value]}


@cache
def _own() -> dict[str, bytes]:
    """Return the parts of pandoc's own reference document."""
    words = [program(), "--print-default-data-file", "reference.docx"]
    return read(subprocess.run(words, capture_output=True, check=True).stdout)


def reference_parts(
    publication: Publication, tokens: Mapping[str, Any]
) -> dict[str, bytes]:
    """Return the parts of the reference document in the house style."""
    parts = {name: data.decode("utf-8") for name, data in _own().items()}
    parts["word/styles.xml"] = styles(tokens, publication.language)
    shown = (header(publication), first_header(publication), footer(publication))
    links, kinds, marks = "", "", ""
    for (name, kind, pages), body in zip(EDGES, shown, strict=True):
        parts[f"word/{name}"] = body
        key = f"rIdEdge{name.partition('.')[0]}"
        links += f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{name}"/>'
        kinds += (
            f'<Override PartName="/word/{name}" ContentType="application/vnd.'
            f'openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        )
        marks += f'<w:{kind}Reference w:type="{pages}" r:id="{key}"/>'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", links + "</Relationships>")
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace("</Types>", kinds + "</Types>")
    end = f"<w:sectPr>{marks}{page(tokens)}<w:titlePg/></w:sectPr>"
    document = parts["word/document.xml"]
    start, last = document.find("<w:body>"), document.rfind("<w:sectPr>")
    parts["word/document.xml"] = (
        document[: start + len("<w:body>")]
        + end
        + document[document.find("</w:sectPr>", last) + len("</w:sectPr>") :]
    )
    return {name: text.encode() for name, text in parts.items()}


def mended(
    parts: dict[str, bytes], tokens: Mapping[str, Any], language: str
) -> dict[str, bytes]:
    """Return a document's parts with what pandoc has no means for."""
    body = parts["word/document.xml"].decode("utf-8")
    out = dict(parts)
    out["word/document.xml"] = decorated(sections(body, tokens)).encode()
    out["docProps/app.xml"] = PROGRAM.encode()
    out["word/settings.xml"] = settings(language).encode()
    return out


def sections(body: str, tokens: Mapping[str, Any]) -> str:
    """Give each section its page, and all of them the same head and foot."""
    found = SECTION.findall(body)
    edges = "".join(REFERENCE.findall(found[-1])) if found else ""

    def end(match: re.Match[str]) -> str:
        turned = SIDEWAYS in match[0].partition(">")[0]
        first = "<w:titlePg/>" if match.start() == starts else ""
        return f"<w:sectPr>{edges}{page(tokens, sideways=turned)}{first}</w:sectPr>"

    match = SECTION.search(body)
    starts = match.start() if match else -1
    return SECTION.sub(end, body)


def decorated(body: str) -> str:
    """Mark pictures without alternative text as decorative, and keep rows whole."""
    body = DECORATIVE.sub(rf"\1>{UNSEEN}</wp:docPr>", PATH.sub(r'\1descr=""', body))
    return ROW.sub("<w:tr><w:trPr><w:cantSplit/></w:trPr>", body)


TEMPLATE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<w:document
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:m="{OFFICE}/math"
 xmlns:r="{RELATIONS}"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:w10="urn:schemas-microsoft-com:office:word"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
<w:body>
$body$
$sectpr$
</w:body>
</w:document>
"""
