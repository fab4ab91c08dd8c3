"""Pages of rules on a terminal: Markdown in, lines of its width out; and their list.

The pages use headings, paragraphs, code blocks, lists, bold and code, and no more.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from crossfoot.codes import CODES
from crossfoot.render.terminal import Style, paint

FAMILIES = {
    "SRC": "Sources: chapters, settings, themes",
    "DAT": "Data: tables and quantities",
    "FIG": "Figures",
    "REP": "Repeats",
    "NUM": "Numbers",
    "TAB": "Tables and totals",
    "REF": "References, links, notes",
    "STR": "Structure and house style",
    "ACC": "Accessibility",
    "TYP": "Typesetting",
    "REL": "Release",
    "QAP": "Quality assurance and corrections",
}
"""What the first three letters of a code stand for, in the order of the belt."""

FENCE = re.compile(r"^(`{3,}) *([^\n`]*)\n(.*?)^\1 *$", re.MULTILINE | re.DOTALL)
BOLD = re.compile(r"\*\*([^*]+)\*\*")
EMPHASIS = re.compile(r"(?<![*\w])\*([^*\s][^*]*)\*(?!\*)")
CODE = re.compile(r"`([^`]+)`")
WIDEST = 88


def page(text: str, style: Style) -> str:
    """Return a page for a terminal; without colours it is as it is written."""
    if not style.colour:
        return text
    out: list[str] = []
    end = 0
    for found in FENCE.finditer(text):
        out += _prose(text[end : found.start()], style)
        out += [*_block(found[2].strip(), found[3], style), ""]
        end = found.end()
    out += _prose(text[end:], style)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out).strip() + "\n")


def _block(info: str, body: str, style: Style) -> Iterator[str]:
    kind, _, name = info.partition(" ")
    head = (
        f"{name}:"
        if kind in {"file", "bytes", "link"}
        else ("Crossfoot finds:" if kind == "expect" else "")
    )
    if head:
        yield "  " + paint(head, "place", style)
    yield from (f"    {line}" for line in body.rstrip("\n").split("\n"))


def _prose(text: str, style: Style) -> Iterator[str]:
    width = max(min(style.width, WIDEST), 30)
    for part in re.split(r"\n{2,}", text.strip()):
        if part.startswith("#"):
            yield paint(part.lstrip("# "), "head", style)
        elif re.match(r"[-*] |\d+\. ", part):
            for item in re.split(r"\n(?=[-*] |\d+\. )", part):
                yield from _set(item, width, style, "  ")
        elif part:
            yield from _set(part, width, style, "")
        yield ""


def _set(text: str, width: int, style: Style, hang: str) -> list[str]:
    """Return a paragraph as lines, its marks as colours."""
    # Marks are taken out of the lines, where they take no room.
    lines = wrap(" ".join(text.split()), width, subsequent_indent=hang)
    whole = EMPHASIS.sub(r"\1", "\n".join(lines))
    whole = BOLD.sub(lambda found: paint(found[1], "head", style), whole)
    return CODE.sub(lambda found: paint(found[1], "place", style), whole).split("\n")


def listing(codes: Iterable[str], style: Style) -> str:
    """Return codes by family, a line each: code, good condition, severity."""
    wanted = list(codes)
    out: list[str] = []
    for family, says in FAMILIES.items():
        mine = [code for code in wanted if code.startswith(family)]
        if mine:
            out += ["", paint(says, "head", style)]
        out += [_line(code, style) for code in mine]
    return "\n".join(out).lstrip("\n") + "\n"


def _line(code: str, style: Style) -> str:
    rule = CODES[code]
    severity = paint(f"{rule.severity:<7}", rule.severity, style)
    return f"  {code}  {severity}  {rule.name.replace('-', ' ')}"


def about(words: str) -> list[str]:
    """Return the codes of a family, and those whose good condition holds all words.

    A family is named by its letters, `REP`, or by what comes first in its title.
    """
    asked = _words(words)
    family = {
        letters
        for letters, says in FAMILIES.items()
        if words.upper() == letters or asked == _words(says)[:1]
    }
    return [
        code
        for code, rule in CODES.items()
        if code[:3] in family or _holds(_words(rule.name), asked)
    ]


def among(words: str, pages: Mapping[str, str]) -> list[str]:
    """Return the codes whose pages hold all words before their example.

    What has a digit is a code with a slip in it, and no word.
    """
    asked = [] if re.search(r"\d", words) else _words(words)
    told = ((code, text.split("**Example", 1)[0]) for code, text in pages.items())
    return [code for code, text in told if asked and _holds(_words(text), asked)]


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case, those in the plural without their s."""
    found = re.findall(r"\w+", text.lower())
    return [re.sub(r"(?<=[^s]{3})s$", "", one) for one in found]


def _holds(parts: Sequence[str], asked: Iterable[str]) -> bool:
    return all(any(part.startswith(one) for part in parts) for one in asked)
