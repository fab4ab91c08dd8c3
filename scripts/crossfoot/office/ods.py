"""OpenDocument spreadsheets: worksheets in, the XML of an .ods out.

Source: OpenDocument 1.3, part 3, https://docs.oasis-open.org/office/OpenDocument/.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from crossfoot.office.marks import clean, escape
from crossfoot.office.publication import Publication
from crossfoot.office.values import Value
from crossfoot.office.workbook import Text, Worksheet

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
START = '<?xml version="1.0" encoding="UTF-8"?>\n'
CHARACTER = 2.1
"""Millimetres that a character takes."""
Key = tuple[int, bool, str, str, str]
"""What makes the form of a number: places, groups, before, after, negative."""


def spaces(*names: str) -> str:
    """Return the declarations of namespaces."""
    return "".join(f' xmlns:{name}="{NAMES[name]}"' for name in names)


def files(publication: Publication, sheets: Sequence[Worksheet]) -> dict[str, str]:
    """Return the files of the document in their order, by name."""
    forms = _forms(sheets)
    return {
        "mimetype": MIMETYPE,
        "content.xml": _content(sheets, forms),
        "styles.xml": _styles(publication),
        "meta.xml": _meta(publication),
        "META-INF/manifest.xml": _manifest(),
    }


def key(value: Value) -> Key:
    """Return what makes the form of a number."""
    return (value.places, value.grouped, value.before, value.after, value.negative)


def _forms(sheets: Sequence[Worksheet]) -> dict[Key, str]:
    found = sorted(
        {
            key(cell)
            for one in sheets
            for row in one.rows
            for cell in row
            if isinstance(cell, Value) and cell.number is not None
        }
    )
    return {form: f"n{index}" for index, form in enumerate(found, 1)}


def _content(sheets: Sequence[Worksheet], forms: Mapping[Key, str]) -> str:
    widths = sorted({width for one in sheets for width in one.widths})
    styles = "".join(_number(form, name) for form, name in forms.items())
    styles += "".join(
        f'<style:style style:name="w{width}" style:family="table-column">'
        "<style:table-column-properties"
        f' style:column-width="{width * CHARACTER:.1f}mm"/>'
        "</style:style>"
        for width in widths
    )
    styles += _looks()
    body = "".join(_table(one, forms) for one in sheets)
    ranges = "".join(_range(one) for one in sheets if one.head)
    held = f"<table:database-ranges>{ranges}</table:database-ranges>" if ranges else ""
    names = ("office", "table", "text", "style", "number", "fo", "xlink")
    return (
        f'{START}<office:document-content{spaces(*names)} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}{held}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )


def _looks() -> str:
    told = 'fo:wrap-option="wrap" style:vertical-align="top"'
    wrap = f"<style:table-cell-properties {told}/>"
    looks = {
        "text": "",
        "title": 'fo:font-size="16pt" fo:font-weight="bold"',
        "draft": 'fo:font-weight="bold"',
        "head": 'fo:font-weight="bold"',
    }
    out = ""
    for name, look in looks.items():
        bold = f"<style:text-properties {look}/>" if look else ""
        inside = "" if name == "title" else wrap
        out += (
            f'<style:style style:name="{name}" style:family="table-cell">{inside}'
            f"{bold}</style:style>"
        )
    return out


def _number(form: Key, name: str) -> str:
    """Return the form of a number and the cell style that names it."""
    places, grouped, before, after, negative = form
    kind = "percentage" if after.strip() == "%" else "number"
    group = ' number:grouping="true"' if grouped else ""
    number = (
        f'<number:number number:decimal-places="{places}"'
        f' number:min-decimal-places="{places}" number:min-integer-digits="1"{group}/>'
    )
    ends = ("(", ")") if negative == "(" else (negative, "")
    head, tail = _words(ends[0] + before), _words(after + ends[1])
    return (
        f'<number:{kind}-style style:name="f{name}">{head}{number}{tail}'
        f"</number:{kind}-style>"
        f'<style:style style:name="{name}" style:family="table-cell"'
        f' style:data-style-name="f{name}"><style:table-cell-properties'
        ' style:vertical-align="top"/><style:paragraph-properties'
        ' fo:text-align="end"/></style:style>'
    )


def _words(words: str) -> str:
    return f"<number:text>{escape(words)}</number:text>" if words else ""


def _table(one: Worksheet, forms: Mapping[Key, str]) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="w{width}"/>' for width in one.widths
    )
    lines = "".join(
        f"<table:table-row>{_text(line)}</table:table-row>" for line in one.lines
    )
    head = "".join(_cell("head", name) for name in one.head)
    marked = (
        f"<table:table-header-rows><table:table-row>{head}</table:table-row>"
        "</table:table-header-rows>"
        if head
        else ""
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(_any(cell, forms) for cell in row)
        + "</table:table-row>"
        for row in one.rows
    )
    inside = columns + lines + marked + rows
    return f'<table:table table:name="{escape(one.name)}">{inside}</table:table>'


def _any(cell: Value | Text, forms: Mapping[Key, str]) -> str:
    if isinstance(cell, Text):
        return _text(cell)
    if cell.number is None:
        return _cell("text", cell.text) if cell.text else "<table:table-cell/>"
    number = held(cell)
    kind = "percentage" if cell.percent else "float"
    return (
        f'<table:table-cell table:style-name="{forms[key(cell)]}"'
        f' office:value-type="{kind}" office:value="{number}">'
        f"<text:p>{escape(cell.text)}</text:p></table:table-cell>"
    )


def held(cell: Value) -> str:
    """Return the number that a cell holds: of a percentage, its share of one."""
    number = cell.number or Decimal(0)
    return format(number.scaleb(-2) if cell.percent else number, "f")


def _text(line: Text) -> str:
    where = f"#'{line.sheet}'.A1" if line.sheet else line.address
    look = line.look or "text"
    if not where:
        return _cell(look, line.words)
    link = (
        f'<text:a xlink:type="simple" xlink:href="{escape(where)}">'
        f"{escape(line.words)}</text:a>"
    )
    return _held(look, f"<text:p>{link}</text:p>")


def _cell(look: str, words: str) -> str:
    return _held(look, f"<text:p>{escape(clean(words))}</text:p>")


def _held(look: str, inside: str) -> str:
    return (
        f'<table:table-cell table:style-name="{look}" office:value-type="string">'
        f"{inside}</table:table-cell>"
    )


def _range(one: Worksheet) -> str:
    """Return the named range that marks a table, its header row included."""
    first = len(one.lines) + 1
    last = first + len(one.rows)
    end = column(len(one.head) - 1)
    where = f"'{one.name}'.A{first}:'{one.name}'.{end}{last}"
    return (
        f'<table:database-range table:name="{escape(f"t_{one.name}")}"'
        f' table:target-range-address="{escape(where)}"'
        ' table:contains-header="true"/>'
    )


def column(index: int) -> str:
    """Return a column's letters, `A` for 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _styles(publication: Publication) -> str:
    lang, _, region = publication.language.partition("-")
    return (
        f"{START}<office:document-styles{spaces('office', 'style', 'fo')}"
        ' office:version="1.3"><office:styles>'
        '<style:default-style style:family="table-cell"><style:text-properties'
        f' style:font-name="Arial" fo:font-size="12pt" fo:language="{escape(lang)}"'
        f' fo:country="{escape(region or "none")}"/></style:default-style>'
        "</office:styles></office:document-styles>"
    )


def _meta(publication: Publication) -> str:
    told = [
        ("dc:title", publication.title),
        ("dc:description", publication.description),
        *(("meta:initial-creator", ", ".join(publication.names)),),
        *(("meta:keyword", word) for word in publication.keywords),
        ("dc:language", publication.language),
        ("meta:creation-date", f"{publication.day}T00:00:00"),
    ]
    body = "".join(f"<{name}>{escape(words)}</{name}>" for name, words in told if words)
    return (
        f"{START}<office:document-meta{spaces('office', 'meta', 'dc')}"
        f' office:version="1.3"><office:meta>{body}</office:meta>'
        "</office:document-meta>"
    )


def _manifest() -> str:
    names = {"/": MIMETYPE} | dict.fromkeys(
        ("content.xml", "styles.xml", "meta.xml"), "text/xml"
    )
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}"'
        f' manifest:media-type="{kind}"/>'
        for name, kind in names.items()
    )
    return (
        f'{START}<manifest:manifest{spaces("manifest")} manifest:version="1.3">'
        f"{rows}</manifest:manifest>"
    )
