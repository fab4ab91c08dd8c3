"""The words that assembly prints: a language in, the phrases of that language out.

What is not in `phrases` is said in English.
"""

from dataclasses import dataclass, field, replace

from crossfoot.phrases import phrases, spoken


@dataclass(frozen=True, slots=True)
class Wording:
    """Every phrase that stands in a report and that no author wrote."""

    nouns: dict[str, tuple[str, str]]
    """What a numbered thing is called in running text, one and several."""
    last: str
    """Stands between the last two of a list."""
    references: str
    """Title of the bibliography."""
    total: str
    """Head of a total row."""
    see: tuple[str, str]
    """Around the links to the sections that have a passage cut out here."""
    see_aside: tuple[str, str]
    """Around them inside a paragraph."""
    to: str
    """Between the first and the last section that have it."""
    above: dict[str, str]
    """Stands for the section, by its noun, that holds both passage and notice."""
    quotes: tuple[str, str]
    """Around the title of a part that has no number."""
    missing_image: str
    missing_table: str
    missing_figure: str
    missing_passage: str
    short_forms: str
    """Title of the list of abbreviations."""
    index: str
    """Title of the index."""
    see_entry: str
    """Before the entry of the index that another leads to."""
    corrections: str
    """Title of the list of corrections."""
    corrected: dict[str, str]
    """What a part of a correction is called, in the order in which they are printed."""
    long_table: tuple[str, str]
    """Before and after the link to the file of a table too long to print."""
    abbreviations: frozenset[str] = field(default_factory=frozenset)
    """Words whose full stop does not end a sentence."""

    def noun(self, kind: str, several: bool = False) -> str:
        """Return what a numbered thing is called: `Figure`, `sections`."""
        return self.nouns[kind][several]


ABBREVIATIONS = """
e.g. i.e. cf. etc. vs. viz. approx. no. nos. p. pp. ch. sec. fig. figs. dr. mr. mrs. ms.
prof. st. ca. c. ed. eds. al. ibid.
"""

ENGLISH = Wording(
    nouns={
        "figure": ("Figure", "Figures"),
        "table": ("Table", "Tables"),
        "equation": ("Equation", "Equations"),
        "section": ("section", "sections"),
        "chapter": ("chapter", "chapters"),
        "appendix": ("appendix", "appendices"),
        "part": ("part", "parts"),
    },
    last="and",
    references="References",
    total="Total",
    see=("See", "."),
    see_aside=("(See", ".)"),
    to="to",
    above={
        "section": "above in this section",
        "chapter": "above in this chapter",
        "appendix": "above in this appendix",
        "": "above",
    },
    quotes=("“", "”"),
    missing_image="[image missing: {}]",
    missing_table="[table missing: {}]",
    missing_figure="[figure missing: {}]",
    missing_passage="[passage missing: {}]",
    short_forms="Abbreviations",
    index="Index",
    see_entry="see",
    corrections="Corrections",
    corrected={
        "date": "Corrected on",
        "old": "Published",
        "new": "Right",
        "scale": "Scale",
        "nature": "Nature",
        "cause": "Cause",
        "where": "Where it stood",
    },
    long_table=("The table has {} rows and is published as a file, ", "."),
    abbreviations=frozenset(ABBREVIATIONS.split()),
)


NOUNS = {
    "figure": ("figure", "figures"),
    "table": ("table", "tables"),
    "equation": ("equation", "equations"),
    "section": ("section", "sections"),
    "chapter": ("chapter", "chapters"),
    "appendix": ("appendix", "appendices"),
    "part": ("part", "parts"),
}
"""Names of the phrases for one and for several of each numbered thing."""


def wording(language: str) -> Wording:
    """Return the phrases of a language (`en-GB`); English stands in for many."""
    if language.lower().startswith("en") or not spoken(language):
        return ENGLISH
    said = phrases(language)
    return replace(
        ENGLISH,
        nouns={kind: (said[one], said[all_]) for kind, (one, all_) in NOUNS.items()},
        last=said["and"],
        references=said["references"],
        total=said["total"],
        see=(said["see"], "."),
        see_aside=(f"({said['see']}", ".)"),
        to=said["to"],
        above=dict.fromkeys(ENGLISH.above, said["above"]),
        short_forms=said["abbreviations"],
        index=said["index"],
        see_entry=said["see"].lower(),
        corrections=said["corrections"],
        corrected={part: said[f"corrected {part}"] for part in ENGLISH.corrected},
        abbreviations=frozenset(),
    )
