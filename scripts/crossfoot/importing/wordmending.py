"""A Word document's text mended where pandoc 3.9 would lose some of it.

Comments that overlap or hold tables, fields and controls that it does not know, rows
that are wider than their table says.
"""

import re
from collections.abc import Mapping

from lxml import etree

from crossfoot.importing.draft import Entry
from crossfoot.importing.wordxml import Element, W, said, signed, tree

COMMENT = "\ue0c0comment{}\ue0c1"
LINKS = re.compile(r"\s*(?:HYPERLINK|REF|PAGEREF|NOTEREF)\b", re.IGNORECASE)
"""Fields that pandoc makes links of; of others it drops the words."""
WRAPPERS = tuple(
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")
)


def mark_comments(
    root: Element,
    parts: Mapping[str, bytes],
    entries: list[Entry],
    comments: dict[str, tuple[str, str]],
) -> None:
    """Put a mark where each comment hangs; those that hang nowhere are listed."""
    said_by = _comments(parts)
    for kind in ("commentReference", "commentRangeEnd", "commentRangeStart"):
        for one in list(root.iter(f"{W}{kind}")):
            ident = one.get(f"{W}id", "")
            if ident in said_by:
                mark = COMMENT.format(len(comments) + 1)
                comments[mark] = said_by.pop(ident)
                _put(one, mark)
            if kind != "commentReference" and (parent := one.getparent()) is not None:
                parent.remove(one)
    for by, words in said_by.values():
        now, where = "it hangs on no place of the text", f"comment by {by}"
        entries.append(Entry("changed", words, now, where, holds=True))


def _comments(parts: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Return who said what in each comment, by its number."""
    name = "word/comments.xml"
    if name not in parts:
        return {}
    return {
        one.get(f"{W}id", ""): (
            signed(one),
            " ".join(" ".join(said(part) for part in one.iter(f"{W}p")).split()),
        )
        for one in tree(parts[name], name).iter(f"{W}comment")
    }


def _put(edge: Element, mark: str) -> None:
    """Put a run with a mark before an edge, or before the run that it is in."""
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = mark
    parent = edge.getparent()
    if parent is not None and parent.tag == f"{W}r":
        parent.addprevious(run)
    else:
        edge.addprevious(run)


def unwrap(root: Element) -> None:
    """Take out wrappers that say nothing to a reader, and keep what is in them."""
    for ruby in list(root.iter(f"{W}ruby")):
        _say_after(ruby)
    etree.strip_tags(root, *WRAPPERS)
    for one in list(root.iter(f"{W}fldSimple")):
        for data in one.findall(f"{W}fldData"):
            one.remove(data)
    etree.strip_tags(root, f"{W}fldSimple")
    _unwrap_fields(root)


def _say_after(ruby: Element) -> None:
    """Put a reading aid in brackets behind the word that it belongs to."""
    base, aid = ruby.find(f"{W}rubyBase"), ruby.find(f"{W}rt")
    run = ruby.getparent()
    if base is None or aid is None or run is None:
        return
    told = etree.Element(f"{W}r")
    etree.SubElement(told, f"{W}t").text = f" ({said(aid).strip()}) "
    for part in (*reversed([told]), *reversed(list(base))):
        run.addnext(part)
    run.remove(ruby)


def _unwrap_fields(root: Element) -> None:
    """Make plain text of fields that are no links; their instructions go."""
    stack: list[list[Element]] = []
    kinds = (f"{W}fldChar", f"{W}instrText", f"{W}delInstrText")
    for one in list(root.iter(*kinds)):
        kind = one.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append([])
        if stack:
            stack[-1].append(one)
        if kind == "end" and stack:
            _unwrap_field(stack.pop())


def _unwrap_field(parts: list[Element]) -> None:
    said_by = [one.text or "" for one in parts if one.tag == f"{W}instrText"]
    if LINKS.match("".join(said_by)):
        return
    for one in parts:
        if (parent := one.getparent()) is not None:
            parent.remove(one)


def widen_tables(root: Element) -> None:
    """Give each table as many columns as its widest row has."""
    for table in root.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        if grid is None:
            continue
        _measure(grid)
        for row in table.iter(f"{W}tr"):
            _fill_edges(row)
        _go_on(table)
        widest = max((_width(row) for row in table.iter(f"{W}tr")), default=0)
        for _ in range(min(widest, 500) - len(grid.findall(f"{W}gridCol"))):
            etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", "1000")


def _measure(grid: Element) -> None:
    """Give each column a width in whole units; pandoc drops one of any other width."""
    for column in grid.findall(f"{W}gridCol"):
        if not column.get(f"{W}w", "").isdecimal():
            column.set(f"{W}w", "1000")


def _go_on(table: Element) -> None:
    """Put the cells that a row leaves out below a cell over several rows.

    Where a row has no such cell, pandoc loses the words of the one above it.
    """
    above: list[Element] = []
    for row in table.findall(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        even = not any(one.find(f"{W}tcPr/{W}gridSpan") is not None for one in cells)
        for cell in above[len(cells) :] if even else []:
            if cell.find(f"{W}tcPr/{W}vMerge") is not None:
                new = etree.SubElement(row, f"{W}tc")
                below = etree.SubElement(new, f"{W}tcPr")
                etree.SubElement(below, f"{W}vMerge").set(f"{W}val", "continue")
                etree.SubElement(new, f"{W}p")
        above = row.findall(f"{W}tc")


def _fill_edges(row: Element) -> None:
    """Put an empty cell where a row leaves columns out at one of its ends."""
    for name in ("gridBefore", "gridAfter"):
        gap = row.find(f"{W}trPr/{W}{name}")
        many = min(_many(gap, 0), 500)
        if gap is None or not many or (parent := gap.getparent()) is None:
            continue
        parent.remove(gap)
        cell = etree.Element(f"{W}tc")
        span = etree.SubElement(etree.SubElement(cell, f"{W}tcPr"), f"{W}gridSpan")
        span.set(f"{W}val", str(many))
        etree.SubElement(cell, f"{W}p")
        edge = row.find(f"{W}trPr")
        if name == "gridBefore" and edge is not None:
            edge.addnext(cell)
        else:
            row.append(cell)


def _width(row: Element) -> int:
    cells = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc"))
    return sum(_many(one, 1) for one in cells)


def _many(element: Element | None, without: int) -> int:
    written = "" if element is None else element.get(f"{W}val", "")
    return int(written) if written.isdecimal() else without
