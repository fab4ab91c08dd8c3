"""The finding codes: what each stands for and how severe it is by default.

Codes live for ever; a rule's name states the good condition. Each has a page,
`rules/CODE.md`.
"""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]


class Rule(NamedTuple):
    """A code's good condition and its default severity."""

    name: str
    severity: Severity
    compares: bool = False
    """The first note is at other words for what stands at the finding's place:
    a frame shows the difference."""


CODES: dict[str, Rule] = {
    "SRC01": Rule("file-is-utf-8", "error"),
    "SRC02": Rule("front-matter-is-yaml", "error"),
    "SRC03": Rule("report-settings-are-valid", "error"),
    "SRC04": Rule("named-chapter-exists", "error"),
    "SRC05": Rule("report-has-a-chapter", "error"),
    "SRC06": Rule("file-has-no-byte-order-mark", "note"),
    "SRC07": Rule("chapter-parses", "error"),
    "SRC08": Rule("chapter-has-text", "warning"),
    "SRC09": Rule("sources-stand-still-during-a-build", "error"),
    "SRC10": Rule("chapter-is-listed", "warning"),
    "SRC11": Rule("waiver-has-a-reason", "error"),
    "SRC12": Rule("waiver-is-used", "warning"),
    "SRC13": Rule("waiver-has-not-expired", "error"),
    "SRC14": Rule("bibliography-is-readable", "error"),
    "DAT01": Rule("table-is-readable", "error"),
    "DAT02": Rule("row-is-as-wide-as-the-header", "error"),
    "DAT03": Rule("column-names-are-unique", "error"),
    "DAT04": Rule("cell-has-the-declared-type", "error"),
    "DAT05": Rule("required-cell-is-filled", "error"),
    "DAT06": Rule("key-is-unique", "error"),
    "DAT07": Rule("foreign-key-exists", "error"),
    "DAT08": Rule("cell-keeps-its-constraints", "error"),
    "DAT09": Rule("quantities-file-is-valid", "error"),
    "DAT10": Rule("data-package-is-valid", "error"),
    "DAT11": Rule("quantity-can-be-computed", "error"),
    "DAT12": Rule("cell-holds-a-value-not-a-formula", "error"),
    "DAT13": Rule("cell-is-as-it-was-typed", "error"),
    "DAT14": Rule("row-keeps-its-identity", "error"),
    "DAT15": Rule("row-has-a-filled-cell", "error"),
    "DAT16": Rule("delimiter-is-declared", "error"),
    "FIG01": Rule("recipe-draws", "error"),
    "FIG02": Rule("figure-names-are-unique", "error"),
    "FIG03": Rule("figure-has-alt-text", "error"),
    "FIG04": Rule("figure-exists", "error"),
    "FIG05": Rule("recipe-is-used", "warning"),
    "REP01": Rule("passage-stands-once", "warning"),
    "REP02": Rule("copies-agree-on-figures", "error", compares=True),
    "REP03": Rule("passage-is-not-nearly-repeated", "warning", compares=True),
    "REP04": Rule("decision-fits-the-text", "warning"),
    "REP05": Rule("decision-is-used", "warning"),
    "REP06": Rule("decision-has-not-expired", "error"),
    "REP07": Rule("decisions-file-is-valid", "error"),
    "REP08": Rule("decision-has-a-reason", "error"),
    "REP09": Rule("decision-can-be-carried-out", "error"),
    "NUM01": Rule("number-matches-data", "error"),
    "NUM02": Rule("bound-quantity-exists", "error"),
    "NUM03": Rule("bound-text-is-a-number", "error"),
    "NUM04": Rule("format-is-known", "error"),
    "NUM05": Rule("number-is-bound", "note"),
    "NUM06": Rule("identity-holds", "error"),
    "NUM07": Rule("coverage-does-not-fall", "error"),
    "NUM08": Rule("checks-file-is-valid", "error"),
    "NUM09": Rule("digits-keep-their-scale", "warning"),
    "NUM10": Rule("one-thing-has-one-number", "warning"),
    "NUM11": Rule("agreed-wording-has-one-number", "error"),
    "NUM12": Rule("typed-reference-exists", "warning"),
    "NUM13": Rule("stated-pages-match-the-pdf", "error"),
    "NUM14": Rule("report-fact-can-be-told", "error"),
    "TAB01": Rule("declared-total-matches", "error"),
    "TAB02": Rule("total-matches-its-parts", "warning"),
    "TAB03": Rule("total-names-a-column", "error"),
    "TAB04": Rule("table-file-exists", "error"),
    "TAB05": Rule("stated-sum-adds-up", "warning"),
    "TAB06": Rule("row-follows-its-columns", "warning"),
    "TAB07": Rule("list-has-as-many-as-stated", "warning"),
    "TAB08": Rule("total-is-explained", "note"),
    "TAB09": Rule("labelled-total-matches", "warning"),
    "REF01": Rule("cross-reference-has-a-target", "error"),
    "REF02": Rule("link-has-a-target", "error"),
    "REF03": Rule("citation-is-in-the-bibliography", "warning"),
    "REF04": Rule("footnote-is-defined", "error"),
    "REF05": Rule("image-exists", "error"),
    "REF06": Rule("identifiers-are-unique", "error"),
    "REF07": Rule("definition-stands-once", "error"),
    "REF08": Rule("footnote-is-used", "warning"),
    "REF09": Rule("include-holds-no-words", "warning"),
    "STR01": Rule("heading-levels-do-not-skip", "error"),
    "STR02": Rule("heading-has-text", "error"),
    "STR03": Rule("chapter-starts-with-a-title", "warning"),
    "ACC01": Rule("image-has-alt-text", "error"),
    "ACC02": Rule("pdf-names-itself", "error"),
    "ACC03": Rule("pdf-headings-match-the-report", "error"),
    "ACC04": Rule("pdf-pictures-have-alt-text", "error"),
    "ACC05": Rule("pdf-tables-have-headers", "error"),
    "ACC06": Rule("pdf-bookmarks-match-the-report", "error"),
    "ACC07": Rule("links-lead-somewhere", "error"),
    "ACC08": Rule("page-identifiers-are-unique", "error"),
    "ACC09": Rule("page-pictures-have-alt-text", "error"),
    "ACC10": Rule("page-names-itself", "error"),
    "TYP01": Rule("document-compiles", "error"),
    "TYP02": Rule("glyph-is-in-the-fonts", "error"),
    "TYP03": Rule("maths-converts", "error"),
    "TYP04": Rule("output-holds-every-word", "error"),
    "TYP05": Rule("raw-markup-is-understood", "warning"),
    "REL01": Rule("release-is-whole", "error"),
}
"""Every code there is."""
