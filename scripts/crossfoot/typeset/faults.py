"""Faults: what paper could not show in, findings at the author's words out."""

import re
from collections.abc import Iterable, Mapping

from crossfoot.findings import Finding
from crossfoot.nodes import Node, text, walk
from crossfoot.parts import Part
from crossfoot.phrases import spoken
from crossfoot.places import Place, Text
from crossfoot.typeset import raw
from crossfoot.typeset.scripts import COMING, EXTRA, script_of
from crossfoot.typeset.survey import words_of

KEY = re.compile(r"^language\b", re.MULTILINE)
Sources = Mapping[str, Text]
"""The report's chapters and tables, by path."""


def find(sources: Sources, file: str, words: str) -> Place:
    """Return where words stand: in their file, else in any, else the file's start."""
    order = [file, *(name for name in sources if name != file)]
    for name in order:
        source = sources.get(name)
        at = source.text.find(words) if source and words else -1
        if source and at >= 0:
            return source.place((at, at + len(words)))
    return Place(file)


def glyphs(sources: Sources, parts: Iterable[Part], lacking: str) -> list[Finding]:
    """Return a finding for each run of characters that no font has, by file."""
    wanted = set(lacking)
    out: dict[tuple[str, str], Finding] = {}
    for part in parts:
        for run in _runs(part.blocks, wanted):
            if (part.file, run) not in out:
                out[part.file, run] = _glyph(sources, part.file, run)
    return list(out.values())


def _runs(blocks: list[Node], wanted: set[str]) -> Iterable[str]:
    for node in walk(blocks):
        words = words_of(node)
        if not wanted.isdisjoint(words):
            yield from runs(words, wanted)


def runs(words: str, wanted: set[str]) -> Iterable[str]:
    """Yield the longest stretches of `words` that are made of `wanted` alone."""
    marked = "".join(one if one in wanted else "\0" for one in words)
    return (run for run in marked.split("\0") if run)


def titles(sources: Sources, file: str, words: str, lacking: str) -> list[Finding]:
    """Return the findings of the same kind for words of the publication record."""
    found = dict.fromkeys(runs(words, set(lacking)))
    return [_glyph(sources, file, run) for run in found]


def _glyph(sources: Sources, file: str, run: str) -> Finding:
    stands = substitute(run)
    return Finding(
        "TYP02",
        f"The fonts have no glyph for “{run}”; the PDF shows {stands}",
        find(sources, file, run),
        help=_way(run),
        found=run,
        expected=stands,
    )


def _way(run: str) -> str:
    """Return what can be done about characters without a glyph."""
    known = (script_of(one) for one in run)
    script = next((one for one in known if one and one.module not in COMING), None)
    if script is None:
        return "Write it in words, or in characters that the fonts have"
    return f"Install the fonts of {script.name}: pip install '{EXTRA}'"


def substitute(words: str) -> str:
    """Return what stands on paper for characters that no font has."""
    return "".join(f"[U+{ord(one):04X}]" for one in words)


def formula(sources: Sources, file: str, tex: str) -> Finding:
    """Return the finding for a formula that is shown as its source."""
    return Finding(
        "TYP03",
        f"Formula “{_short(tex)}” cannot be set; its source is shown",
        find(sources, file, tex),
        help="Write it in TeX without packages or commands of your own",
        found=tex,
        anchor=tex,
    )


def picture(sources: Sources, file: str, target: str) -> Finding:
    """Return the finding for a picture that Typst refuses."""
    name = target.rsplit("/", 1)[-1]
    return Finding(
        "TYP01",
        f"Picture {target} cannot be shown on paper; its alternative text is",
        find(sources, file, name),
        help="Save it again, as SVG without outside links, or as PNG",
        found=target,
        anchor=target,
    )


def logo(sources: Sources, target: str) -> Finding:
    """Return the finding for a logo that is no picture, or that Typst refuses."""
    names = (name for name in sources if name.endswith("report.yml"))
    return Finding(
        "TYP01",
        f"Logo {target} cannot be shown; the title page is printed without it",
        find(sources, next(names, "report.yml"), target),
        help="Save it again, as SVG without outside links, or as PNG",
        found=target,
        anchor=target,
    )


def frame(sources: Sources, file: str, language: str) -> list[Finding]:
    """Return the finding for a language that the frame of a report does not speak."""
    if spoken(language):
        return []
    source = sources.get(file)
    key = KEY.search(source.text) if source else None
    place = source.place(key.span()) if source and key else Place(file)
    return [
        Finding(
            "TYP16",
            f"The frame of a report in “{language}” is in English: it has no words of"
            " that language",
            place,
            help="Leave it, or add the language to phrases.py",
            found=language,
            anchor=language,
        )
    ]


def typst(sources: Sources, file: str, content: str) -> Finding:
    """Return the finding for raw Typst that is shown as its source."""
    words = content.strip()
    return Finding(
        "TYP01",
        f"Raw Typst “{_short(words)}” cannot be set; its source is shown",
        find(sources, file, words),
        help="Try it by itself in Typst: names of the theme are not known in it",
        found=words,
        anchor=words,
    )


def block(sources: Sources, file: str, node: Node, reason: str) -> Finding:
    """Return the finding for a block that is shown as plain text."""
    code = (one["c"][1] for one in walk(node) if one["t"] == "CodeBlock")
    words = " ".join(" ".join((text(node), *code)).split())
    starts = (" ".join(words.split(" ")[:count]) for count in (5, 3, 2, 1))
    places = (find(sources, file, start) for start in starts)
    place = next((one for one in places if one != Place(file)), Place(file))
    what = f"“{_short(words)}”" if words else "A block without words"
    return Finding(
        "TYP01",
        f"{what} cannot be set and is shown as plain text: {_short(reason)}",
        place,
        help="Write it another way",
        anchor=words,
    )


def untagged(file: str, reason: str) -> Finding:
    """Return the finding for a report that had to be printed without tags."""
    return Finding(
        "TYP01",
        f"The report cannot be printed to PDF/UA-1 and PDF/A-2a: {_short(reason)}",
        Place(file),
        help="Report this: the build should have found what is at fault",
    )


def markup(sources: Sources, parts: Iterable[Part]) -> list[Finding]:
    """Return a finding for each piece of raw markup that is not shown as meant."""
    out: dict[tuple[str, str], Finding] = {}
    for part in parts:
        for node in walk(part.blocks):
            if node["t"] in {"RawInline", "RawBlock"} and raw.lost(node):
                words = node["c"][1].strip()
                out.setdefault((part.file, words), _markup(sources, part.file, node))
    return list(out.values())


def _markup(sources: Sources, file: str, node: Node) -> Finding:
    form, content = node["c"]
    name = {"html": "HTML", "tex": "TeX", "latex": "LaTeX"}.get(form, form)
    words = content.strip()
    shown = raw.shown(node)
    what = "it is not shown"
    if shown:
        what = "its words are shown" if name == "HTML" else "its source is shown"
    return Finding(
        "TYP05",
        f"Raw {name} “{_short(words)}” has no form in print and on screen; {what}",
        find(sources, file, words),
        help="Write it in Markdown, or take it out",
        found=words,
        anchor=words,
    )


def _short(words: str) -> str:
    bare = " ".join(words.split())
    return bare if len(bare) <= 60 else f"{bare[:57].rstrip()}…"
