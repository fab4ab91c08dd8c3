"""The house style of Word documents: design tokens in, the parts of a document out.

`styles.xml` names every style that pandoc uses and those of ours. Source: ECMA-376,
part 1, 17.7.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from crossfoot.office.marks import escape

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONTS = {"text": "Arial", "display": "Georgia", "code": "Courier New"}
"""Fonts that come with office programs; those of the theme seldom do."""
TWIPS = 20
"""Twentieths of a point, Word's measure of space."""


class Look(NamedTuple):
    """How text of a style looks; measures are in points."""

    size: float = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    font: str = ""

    def xml(self) -> str:
        """Return the properties of a run, in the order that the schema asks for."""
        name = escape(self.font)
        face = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
        half = round(self.size * 2)
        return "".join(
            part
            for part, wanted in (
                (face, self.font),
                ("<w:b/><w:bCs/>", self.bold),
                ("<w:i/><w:iCs/>", self.italic),
                (f'<w:color w:val="{self.colour}"/>', self.colour),
                (f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>', self.size),
            )
            if wanted
        )


class Style(NamedTuple):
    """A style of paragraphs."""

    id: str
    name: str
    based: str = "Normal"
    before: float = 0
    after: float = 0
    look: Look = Look()
    more: str = ""
    """What its paragraph properties hold before the spacing."""
    late: str = ""
    """The same, behind the spacing."""
    follow: str = ""
    """The style of the next paragraph."""

    def xml(self) -> str:
        """Return the style."""
        gap = f'w:before="{_twips(self.before)}" w:after="{_twips(self.after)}"'
        follow = f'<w:next w:val="{self.follow}"/>' if self.follow else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.based}"/>{follow}'
            f"<w:qFormat/><w:pPr>{self.more}<w:spacing {gap}/>{self.late}</w:pPr>"
            f"<w:rPr>{self.look.xml()}</w:rPr></w:style>"
        )


def _twips(points: float) -> int:
    return round(points * TWIPS)


def styles(tokens: Mapping[str, Any], language: str) -> str:
    """Return `styles.xml`."""
    fonts = {**FONTS, **tokens.get("office", {})}
    body = _defaults(tokens, fonts, language)
    body += "".join(style.xml() for style in _paragraphs(tokens, fonts))
    body += "".join(_character(*one) for one in _characters(tokens, fonts))
    return f'{XML}<w:styles xmlns:w="{SPACE}">{body}{_table(tokens)}</w:styles>'


def settings(language: str) -> str:
    """Return `settings.xml`: a document of today's Word, in a language."""
    mode = (
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'{XML}<w:settings xmlns:w="{SPACE}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{mode}</w:compat>"
        f'<w:themeFontLang w:val="{escape(language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def colour(tokens: Mapping[str, Any], name: str) -> str:
    """Return a colour of the light scheme as six figures."""
    return str(tokens["light"][name]).lstrip("#").upper()


def _defaults(
    tokens: Mapping[str, Any], fonts: Mapping[str, str], language: str
) -> str:
    paper = tokens["paper"]
    look = Look(paper["text"] - 1, colour(tokens, "ink"), font=fonts["text"]).xml()
    tag = escape(language)
    line = _twips(paper["line"])
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{look}<w:lang w:val="{tag}"'
        f' w:eastAsia="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr>"
        f'<w:spacing w:line="{line}" w:lineRule="atLeast"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
    )


def _paragraphs(tokens: Mapping[str, Any], fonts: Mapping[str, str]) -> list[Style]:
    return [
        *_title_page(tokens, fonts),
        *_headings(tokens, fonts),
        *_text(tokens, fonts),
        *_floats(tokens),
        *_furniture(tokens),
    ]


def _title_page(tokens: Mapping[str, Any], fonts: Mapping[str, str]) -> list[Style]:
    accent, muted = colour(tokens, "accent"), colour(tokens, "muted")
    display = fonts["display"]
    return [
        Style("Publisher", "Publisher", after=120, look=Look(12, muted, bold=True)),
        Style(
            *("Title", "Title", "Normal", 0, 12),
            look=Look(32, accent, bold=True, font=display),
            more="<w:keepNext/>",
        ),
        Style("Subtitle", "Subtitle", after=24, look=Look(17, muted)),
        Style("Author", "Author", after=4, look=Look(13, bold=True)),
        Style("Date", "Date", after=4),
        Style("CoverLine", "Cover Line", after=4, look=Look(colour=muted)),
        Style(
            *("Draft", "Draft", "Normal", 0, 12),
            look=Look(14, colour(tokens, "draft"), bold=True),
        ),
        Style(
            *("TOCHeading", "TOC Heading", "Normal", 24, 12),
            look=Look(tokens["paper"]["heading"][0], accent, bold=True, font=display),
            more="<w:keepNext/>",
        ),
        *(
            Style(
                *(f"TOC{level}", f"toc {level}", "Normal", 4 if level == 1 else 0, 3),
                look=Look(bold=level == 1),
                late=f'<w:ind w:left="{(level - 1) * 360}"/>',
            )
            for level in (1, 2, 3)
        ),
        Style("TableofFigures", "table of figures", after=3),
    ]


def _headings(tokens: Mapping[str, Any], fonts: Mapping[str, str]) -> list[Style]:
    accent = colour(tokens, "accent")
    sizes = tokens["paper"]["heading"]
    out = []
    for level in range(1, 10):
        size = sizes[min(level, len(sizes)) - 1]
        tab = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
        page = "<w:pageBreakBefore/>" if level == 1 else ""
        out.append(
            Style(
                *(f"Heading{level}", f"heading {level}", "Normal"),
                *(0 if level == 1 else 18, 12 if level == 1 else 6),
                look=Look(
                    size,
                    accent,
                    bold=True,
                    font=fonts["display"] if level < 3 else "",
                ),
                more=f"<w:keepNext/><w:keepLines/>{page}{tab}",
                late=f'<w:outlineLvl w:val="{level - 1}"/>',
                follow="BodyText",
            )
        )
    minor = Look(sizes[-1], accent, bold=True)
    return [
        *out,
        Style("MinorHeading", "Minor Heading", "Normal", 9, 3, minor, "<w:keepNext/>"),
    ]


def _text(tokens: Mapping[str, Any], fonts: Mapping[str, str]) -> list[Style]:
    gap, small = tokens["paper"]["gap"], tokens["paper"]["small"] - 1
    muted = colour(tokens, "muted")
    tint, accent = colour(tokens, "tint"), colour(tokens, "accent")
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
    bar, quote = _edge("left", 24, accent), _edge("left", 12, muted)
    inset = '<w:ind w:left="284" w:right="284"/>'
    code = Look(small, font=fonts["code"])
    return [
        Style("BodyText", "Body Text", after=gap),
        Style("FirstParagraph", "First Paragraph", "BodyText", after=gap),
        Style("AfterTable", "After Table", "BodyText", gap, gap),
        Style("Compact", "Compact", "BodyText", 2, 2),
        Style("BlockText", "Block Text", "BodyText", 0, gap, more=quote, late=inset),
        Style("Callout", "Callout", "BodyText", 0, 0, more=bar + shade, late=inset),
        Style(
            *("CalloutTitle", "Callout Title", "Callout", gap, 2),
            look=Look(bold=True, colour=accent),
            more="<w:keepNext/>" + bar + shade,
            late=inset,
        ),
        Style("SourceCode", "Source Code", after=gap, look=code, more=shade),
        Style("Equation", "Equation", "BodyText", 6, gap, more=_equation_tabs(tokens)),
        Style("DefinitionTerm", "Definition Term", "Normal", 6, 0, Look(bold=True)),
        Style(
            *("Definition", "Definition", "BodyText", 0, 6),
            late='<w:ind w:left="360"/>',
        ),
        Style(
            *("Bibliography", "Bibliography", "Normal", 0, 6),
            late='<w:ind w:left="360" w:hanging="360"/>',
        ),
        Style("FootnoteText", "footnote text", after=3, look=Look(small)),
        Style("FootnoteBlockText", "Footnote Block Text", "FootnoteText", 3, 3),
    ]


def _edge(side: str, eighths: int, line: str) -> str:
    """Return a line beside a paragraph; its width is in eighths of a point."""
    space = 8 if side == "left" else 1
    told = f'w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{line}"'
    return f"<w:pBdr><w:{side} {told}/></w:pBdr>"


def _equation_tabs(tokens: Mapping[str, Any]) -> str:
    room = 11906 - 2 * round(tokens["paper"]["margin"]["side"] / 25.4 * 1440)
    return (
        f'<w:tabs><w:tab w:val="center" w:pos="{room // 2}"/>'
        f'<w:tab w:val="right" w:pos="{room}"/></w:tabs>'
    )


def _floats(tokens: Mapping[str, Any]) -> list[Style]:
    gap, small = tokens["paper"]["gap"], tokens["paper"]["small"]
    line = colour(tokens, "rule")
    rule = _edge("bottom", 6, line)
    return [
        Style("Caption", "caption", "Normal", gap + 3, 4, Look(small), "<w:keepNext/>"),
        Style("TableCaption", "Table Caption", "Caption", gap + 3, 4),
        Style("ImageCaption", "Image Caption", "Caption", gap + 3, 4),
        Style("Figure", "Figure", after=gap + 3),
        Style("CaptionedFigure", "Captioned Figure", "Figure", 0, gap),
        Style("Rule", "Rule", "Normal", 0, gap, Look(4), rule),
    ]


def _furniture(tokens: Mapping[str, Any]) -> list[Style]:
    small, muted = tokens["paper"]["small"] - 1, colour(tokens, "muted")
    return [
        Style("Header", "header", look=Look(small, muted)),
        Style(
            "Footer", "footer", look=Look(small, muted), late='<w:jc w:val="right"/>'
        ),
        Style(
            *("DraftHeader", "Draft Header", "Header"),
            look=Look(small, colour(tokens, "draft"), bold=True),
        ),
    ]


def _characters(
    tokens: Mapping[str, Any], fonts: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    link = f'<w:color w:val="{colour(tokens, "link")}"/><w:u w:val="single"/>'
    code = Look(tokens["paper"]["small"] - 1, font=fonts["code"]).xml()
    return [
        ("SectionNumber", "Section Number", ""),
        ("CaptionLabel", "Caption Label", Look(bold=True).xml()),
        ("VerbatimChar", "Verbatim Char", code),
        ("Hyperlink", "Hyperlink", link),
        (
            "FootnoteReference",
            "footnote reference",
            '<w:vertAlign w:val="superscript"/>',
        ),
    ]


def _character(name: str, shown: str, look: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{shown}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{look}</w:rPr></w:style>'
    )


def _table(tokens: Mapping[str, Any]) -> str:
    """Return the style of tables: rules between rows, a bold head that is tinted."""
    line, tint = colour(tokens, "rule"), colour(tokens, "tint")
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
        for side in ("top", "bottom", "insideH")
    )
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
    )
    accent = colour(tokens, "accent")
    head = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{accent}"/>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        "</w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/>'
        '<w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>"
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
        f"<w:tcBorders>{head}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
        "</w:style>"
    )
