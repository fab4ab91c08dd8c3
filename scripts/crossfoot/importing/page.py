"""Plain text of a page: lines in, blocks out, each guess with its line.

Nothing says what a heading, a list or a table is; it is guessed from shape, and every
guess is listed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from crossfoot.importing.boxes import table
from crossfoot.importing.draft import Entry, Passage
from crossfoot.importing.inlines import strings
from crossfoot.importing.lines import (
    BULLET,
    DIVIDER,
    LABELLED,
    NUMBERED,
    RULE,
    TITLED_NUMBER,
    Line,
    Rest,
    furniture,
    gapped,
    in_columns,
    is_capitals,
    is_heading,
    is_table,
    is_wrapped,
    lines_of,
)
from crossfoot.nodes import Node, para

ORDINARY = 2
"""Level of a heading that nothing says more of."""


@dataclass(slots=True)
class Page:
    """A page as far as it was read."""

    label: str
    lines: list[Line]
    wrapped: bool
    blocks: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    beside: set[int] = field(default_factory=set)
    """Numbers of lines that are not read from top to bottom: tables, edges."""

    def guess(self, line: Line, said: str, now: str) -> None:
        """List a guess."""
        where = f"{self.label}:{line.number}"
        self.entries.append(Entry("guess", said, now, where))


def read(text: str, label: str) -> Page:
    """Return the blocks of a page."""
    lines = lines_of(text)
    page = Page(label, lines, is_wrapped(lines))
    apart = furniture(lines)
    page.beside = set(apart)
    for line in lines:
        if line.number in apart:
            now, where = "taken for the edge of a page", f"{label}:{line.number}"
            page.entries.append(Entry("aside", line.plain, now, where, holds=True))
    rest = Rest([one for one in lines if one.number not in apart])
    while rest:
        readers = READERS if rest[0].plain else ()
        rest = rest[next((n for one in readers if (n := one(page, rest))), 1) :]
    page.passages = [
        Passage(line.plain, f"{label}:{line.number}", line.number not in page.beside)
        for line in lines
        if line.plain and not RULE.fullmatch(line.text)
    ]
    return page


def _underlined(page: Page, rest: Rest) -> int:
    """Read a heading with a line of signs below it."""
    if len(rest) < 2 or not RULE.fullmatch(rest[1].text):
        return 0
    if len(rest[0].plain.split()) > 20 or is_table(rest[0]):
        return 0
    level = 1 if "=" in rest[1].text else ORDINARY
    page.blocks.append(_header(level, rest[0].plain))
    page.guess(rest[0], rest[0].plain, f"a heading of level {level}, underlined")
    return 2


def _rule(page: Page, rest: Rest) -> int:
    if not RULE.fullmatch(rest[0].text):
        return 0
    page.blocks.append({"t": "HorizontalRule"})
    return 1


def _bars(page: Page, rest: Rest) -> int:
    """Read a table whose cells have bars between them."""
    held = _while(rest, is_table)
    if len(held) < 2 or not DIVIDER.fullmatch(held[1].text):
        return 0
    rows = [
        tuple(cell.strip() for cell in one.plain.strip("|").split("|"))
        for at, one in enumerate(held)
        if at != 1
    ]
    return _table(page, held, rows)


def _gaps(page: Page, rest: Rest) -> int:
    """Read a table whose cells have tabs or wide gaps between them."""
    width = len(gapped(rest[0]))
    if width < 2 or BULLET.fullmatch(rest[0].text) or NUMBERED.fullmatch(rest[0].text):
        return 0
    held = _while(rest, lambda line: len(gapped(line)) == width)
    if len(held) < 3 or not in_columns(held):
        return 0
    return _table(page, held, [tuple(gapped(one)) for one in held])


def _table(page: Page, held: Sequence[Line], rows: list[tuple[str, ...]]) -> int:
    page.blocks.append(table(tuple(rows), ""))
    page.beside |= {one.number for one in held}
    page.guess(held[0], " | ".join(rows[0]), f"a table of {len(rows)} rows")
    return len(held)


def _list(page: Page, rest: Rest) -> int:
    """Read a list of one level; a line that goes on below its words belongs to it."""
    bullet = BULLET.fullmatch(rest[0].text)
    pattern = BULLET if bullet else NUMBERED
    if not pattern.fullmatch(rest[0].text) or _is_titled(rest):
        return 0
    items: list[list[str]] = []
    used, blank = 0, 0
    for line in rest:
        found = pattern.fullmatch(line.text)
        if not line.plain:
            blank += 1
        elif found:
            items.append([found.groups()[-1]])
        elif line.text.startswith("  ") and not blank:
            items[-1].append(line.plain)
        else:
            break
        if line.plain:
            used, blank = used + blank + 1, 0
    blocks = [[{"t": "Plain", "c": strings(" ".join(one))}] for one in items]
    page.guess(rest[0], items[0][0], f"the first of {len(items)} items of a list")
    if bullet:
        page.blocks.append({"t": "BulletList", "c": blocks})
        return used
    page.blocks.append({"t": "OrderedList", "c": [_numbers(rest[0]), blocks]})
    page.entries.append(_marks(page, rest[:used], pattern))
    return used


def _numbers(line: Line) -> list[object]:
    found = NUMBERED.fullmatch(line.text)
    first = (found[2] or found[3] or "1") if found else "1"
    start = int(first) if first.isdecimal() else ord(first) - ord("a") + 1
    style = "Decimal" if first.isdecimal() else "LowerAlpha"
    return [start, {"t": style}, {"t": "Period"}]


def _marks(page: Page, held: Iterable[Line], pattern: re.Pattern[str]) -> Entry:
    """Return the entry that keeps the marks of a numbered list, which is made anew."""
    found = [one for line in held if (one := pattern.fullmatch(line.text))]
    said = " ".join(one[2] or one[3] for one in found)
    where = f"{page.label}:{next(iter(held)).number}"
    return Entry("mapped", said, "the numbers of the list", where, holds=True)


def _is_titled(rest: Rest) -> bool:
    """Say whether a numbered line is a heading and no item of a list.

    Items follow each other; headings have text below them.
    """
    found = TITLED_NUMBER.match(rest[0].plain)
    if not found or not is_heading(rest[0]):
        return False
    behind = [one for one in rest[1:6] if one.plain]
    items = [one for one in behind[:1] if NUMBERED.fullmatch(one.text)]
    return bool(behind) and not items


def _heading(page: Page, rest: Rest) -> int:
    line = rest[0]
    if not is_heading(line) or (page.wrapped and not _alone(page, rest)):
        return 0
    behind = next((one for one in rest[1:] if one.plain), None)
    if behind is None:
        return 0
    said = line.plain
    numbered = TITLED_NUMBER.match(said)
    if numbered:
        level = numbered[1].count(".") + 1
    elif LABELLED.match(said):
        level = ORDINARY + 1
    else:
        level = 1 if is_capitals(said) else ORDINARY
    page.blocks.append(_header(level, said))
    page.guess(line, said, "a heading, as it is short and ends without a stop")
    return 1


def _alone(page: Page, rest: Rest) -> bool:
    """Say whether a line stands between blank ones."""
    at = rest[0].number
    before = page.lines[at - 2].plain if at > 1 else ""
    return not before and (len(rest) < 2 or not rest[1].plain)


def _paragraph(page: Page, rest: Rest) -> int:
    if not page.wrapped:
        page.blocks.append(para(strings(rest[0].plain)))
        return 1
    held = [rest[0]]
    for line in rest[1:]:
        if not line.plain or BULLET.fullmatch(line.text) or RULE.fullmatch(line.text):
            break
        held.append(line)
    page.blocks.append(para(strings(" ".join(one.plain for one in held))))
    return len(held)


READERS: tuple[Callable[[Page, Rest], int], ...] = (
    _bars,
    _underlined,
    _rule,
    _list,
    _gaps,
    _heading,
    _paragraph,
)
"""What a line may start, the surest first; each returns how many lines it read."""


def _while(rest: Rest, holds: Callable[[Line], bool]) -> list[Line]:
    out = []
    for line in rest:
        if not line.plain or not holds(line):
            break
        out.append(line)
    return out


def _header(level: int, said: str) -> Node:
    return {"t": "Header", "c": [level, ["", [], []], strings(said)]}
