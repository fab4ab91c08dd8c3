"""Prints Markdown on paper and on screen for the tests: a text in, markup out.

`python tests/typeset/printing.py` writes the expected outputs of `cases/*.txt` anew;
read the difference before you keep it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attributed import with_attributes

from crossfoot.engines.pandoc import markdown
from crossfoot.nodes import Node, attributes, meta, rewrite, walk
from crossfoot.parts import Part, parts_of
from crossfoot.typeset.book import Book, Formula, Picture
from crossfoot.typeset.naming import named
from crossfoot.typeset.paper import chapters as paper
from crossfoot.typeset.screen import chapters as screen
from crossfoot.typeset.survey import survey

OURS = ("number", "label")
CASES = Path(__file__).parent / "cases"
FENCES = ("=== ", "--- typst", "--- html")
FORMULAS = {
    ("x^2", False): Formula("x^2", "<math><msup><mi>x</mi><mn>2</mn></msup></math>"),
    ("a=b", True): Formula("a = b", "<math><mi>a</mi><mo>=</mo><mi>b</mi></math>"),
    ("e=f", True): Formula(
        "e = f", "<math><mtext>sixteen or more signs</mtext></math>"
    ),
}
PICTURES = {
    "map.png": Picture("/pictures/map.png", "data:image/png;base64,AA", "", 80, 60),
    "figures/asks.svg": Picture(
        "/pictures/asks.svg",
        svg='<svg viewBox="0 0 4 3" width="4" height="3"></svg>',
        width=150,
        height=90,
        alt="Bars: two asks",
        description="The chart shows two rows.",
        table={"columns": ["Ask", "£m"], "rows": [["Open", "203"], ["Shut", "2,000"]]},
    ),
}


@dataclass(frozen=True)
class Case:
    """A text and what becomes of it."""

    name: str
    text: str
    typst: str
    html: str


def report(text: str, **record: Any) -> dict[str, Any]:
    """Return Markdown as the report that assemble would make of it."""
    ast = markdown(text).value
    ast["blocks"] = rewrite(ast["blocks"], _lift)
    told = {"title": "A report", "language": "en-GB", **record}
    return {
        "pandoc-api-version": ast["pandoc-api-version"],
        "meta": {key: meta(value) for key, value in told.items()},
        "blocks": ast["blocks"],
    }


def _lift(node: Node) -> list[Node] | None:
    """Move what assemble writes on a figure there: pandoc leaves it on its image."""
    found = [one for one in walk(node) if one["t"] == "Image"]
    if node["t"] != "Figure" or not found:
        return None
    told = attributes(found[0])
    return [with_attributes(node, **{key: told[key] for key in OURS if key in told})]


def parts(text: str) -> list[Part]:
    """Return the parts of a report of one chapter."""
    return named(parts_of(report(text)))


def book(text: str) -> Book:
    """Return what its chapters share."""
    seen = survey([part.blocks for part in parts(text)])
    return Book(frozenset(seen.ids), FORMULAS, PICTURES)


def typst(text: str) -> str:
    """Return Markdown as the blocks of a Typst file."""
    made = [paper.chapter(part, book(text), {}) for part in parts(text)]
    lines = [paper.numbered(one, 0).split("\n")[paper.PRELUDE :] for one in made]
    return "".join(f"{line}\n" for part in lines for line in part if line)


def html(text: str) -> str:
    """Return Markdown as sections of a page."""
    made = screen.sections(parts(text), book(text))
    return "".join(screen.filled(one, [""] * len(one.exhibits)) for one in made)


def cases(path: Path) -> list[Case]:
    """Return the cases of a file."""
    out = []
    for chunk in path.read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, rest = rest.partition("--- typst\n")
        paper_, _, screen_ = rest.partition("--- html\n")
        out.append(Case(head, text, paper_, screen_.rstrip("\n") + "\n"))
    return out


def written(case: Case) -> str:
    """Return a case as its file has it."""
    return f"=== {case.name}\n{case.text}--- typst\n{case.typst}--- html\n{case.html}"


def accept() -> None:
    """Write what is printed now into the files of cases."""
    for path in sorted(CASES.glob("*.txt")):
        new = [Case(c.name, c.text, typst(c.text), html(c.text)) for c in cases(path)]
        path.write_text("\n".join(map(written, new)), encoding="utf-8")


if __name__ == "__main__":
    accept()
