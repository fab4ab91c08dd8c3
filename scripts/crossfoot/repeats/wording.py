"""Words that deny, bind or point beside a statement: English, data and a look-up.

Another language is another file with these names.
"""

from collections.abc import Sequence

NEGATIONS = frozenset({"not", "no", "never", "neither", "nor", "hardly", "cannot"})
"""Words that deny what the sentence says without them."""

HELPERS = frozenset({"do", "does", "did"})
"""Words that a denial brings with it: do not agree …"""
UNTIL_NOW = frozenset({"longer", "yet"})
"""… or may bring: no longer, not yet."""

A = frozenset({"a", "an"})
ARTICLES = A | {"the", "any", "some"}
"""Words in the place of which `no` denies."""
FAILING = frozenset({"fail", "fails", "failed", "failing"})
"""Words that deny what comes after their `to`."""

IRREGULAR = {
    verb.split()[0]: tuple(verb.split()[1:])
    for verb in (
        *("become became become", "begin began begun", "bring brought brought"),
        *("build built built", "buy bought bought", "choose chose chosen"),
        *("come came come", "draw drew drawn", "fall fell fallen", "feel felt felt"),
        *("find found found", "forbid forbade forbidden", "get got got"),
        *("give gave given", "go went gone", "grow grew grown", "hear heard heard"),
        *("hold held held", "keep kept kept", "know knew known", "lay laid laid"),
        *("lead led led", "leave left left", "lose lost lost", "make made made"),
        *("mean meant meant", "meet met met", "pay paid paid", "rise rose risen"),
        *("run ran run", "say said said", "see saw seen", "seek sought sought"),
        *("sell sold sold", "send sent sent", "set set set", "shrink shrank shrunk"),
        *("shut shut shut", "sink sank sunk", "slide slid slid", "speak spoke spoken"),
        *("spend spent spent", "stand stood stood", "swell swelled swollen"),
        *("take took taken", "teach taught taught", "tell told told"),
        *("think thought thought", "throw threw thrown", "uphold upheld upheld"),
        *("understand understood understood", "win won won", "wind wound wound"),
        *("withdraw withdrew withdrawn", "withhold withheld withheld"),
        "write wrote written",
    )
}
"""The past and the participle of verbs that form them in a way of their own."""
INFLECTED = {"has": "have", "had": "have"} | {
    past: verb for verb, (past, _) in IRREGULAR.items()
}
"""Forms of words that a denial changes, beside those that share a stem."""
POWERS = frozenset({"square", "cubic"})
"""Words between a figure and its unit."""
LED_BY = frozenset({"in", "from", "to", "of", "on", "by", "at", "with", "into", "for"})
"""Prepositions by which a verb goes on, whichever it is: included in, excluded from."""

LABELS = (
    *("q", "no", "criterion", "criteria", "listing", "release", "issue", "ticket"),
    *("article", "regulation", "requirement", "question", "exercise", "lesson"),
    *("zone", "zones", "version", "versions"),
)
"""Words that a number names a thing of, beside those of the grammar of amounts."""

PERIODS = frozenset(
    (
        *("first", "second", "third", "fourth", "last", "next", "previous", "quarter"),
        *("half", "annual", "quarterly", "monthly", "weekly", "daily", "yearly"),
    )
)
"""Words that name a time when others of them stand in their place."""

MODALS = {
    "must": 3,
    "shall": 3,
    "should": 2,
    "ought": 2,
    "may": 1,
    "might": 1,
    "can": 1,
    "could": 1,
    "will": 4,
    "would": 5,
}
"""Words of duty and leave; those of another number bind otherwise."""

PERSONS = frozenset({"he", "she", "his", "her"})
"""Words for a person whom the text before names."""

LIGHT = frozenset(
    (
        *("a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "and"),
        *("or", "that", "which", "who", "whom", "this", "these", "those", "it", "its"),
        *("is", "was", "are", "were", "be", "been", "being", "has", "have", "had"),
        *("as", "also", "then", "thus", "so", "very", "just", "only", "some", "about"),
        *("however", "therefore", "moreover", "furthermore", "indeed", "overall"),
        *("said", "such", "there", "here", "into", "across", "within", "their", "our"),
    )
)
"""Words that may come and go while a statement stays the same."""

POINTED = {
    "table": ("table", "tables"),
    "figure": (
        *("figure", "figures", "chart", "charts", "graph", "graphs", "diagram"),
        *("diagrams", "image", "images", "picture", "pictures", "map", "maps"),
        *("photo", "photos", "photograph", "photographs", "screenshot", "screenshots"),
        *("illustration", "illustrations", "plot", "plots"),
    ),
    "list": ("list", "lists", "bullets"),
    "code": (
        *("code", "command", "commands", "example", "examples", "snippet", "listing"),
    ),
    "text": (
        *("box", "boxes", "note", "notes", "paragraph", "paragraphs", "quote"),
        *("quotation", "equation", "equations", "formula", "points", "steps", "items"),
        *("questions", "definitions", "criteria", "rules", "principles", "words"),
    ),
    "section": ("section", "sections", "subsection", "subsections"),
    "chapter": ("chapter", "chapters", "page", "pages", "appendix", "annex"),
}
"""What a text may have beside it, by kind, and the names that it points to it by."""
AFTER, BESIDE, BEFORE = 1, 0, -1
LEADING_TO = {
    **dict.fromkeys(("following", "next", "below"), AFTER),
    **dict.fromkeys(("preceding", "previous", "above"), BEFORE),
    **dict.fromkeys(("this", "these", "accompanying", "adjacent"), BESIDE),
}
"""Words before a name that say where it stands …"""
LED_TO = {"below": AFTER, "overleaf": AFTER, "above": BEFORE, "opposite": BESIDE}
"""… and words behind it, …"""
PLACED = {"below": AFTER, "above": BEFORE}
"""… some of which point without a name where a clause ends, but after one of these."""
NOT_PLACED = frozenset({"and", "or", "from", "far"})
TOLD = frozenset({"shown", "given", "seen", "told", "found", "out", "see"})
"""Words other than participles in `-ed` before a word that points: set out above."""
OVERLEAF = "overleaf"
"""A word that points wherever it stands."""
AS_FOLLOWS = ("as", "follows")
REFERS = frozenset({"they", "he", "she"})
"""Words at the opening of a passage for what was named before it …"""
REFERS_TO_ONE = frozenset({"latter", "former"})
"""… such words behind `the` …"""
REFERS_BEFORE = frozenset({"this", "these", "those", "that", "both", "neither"})
DOES = frozenset({"is", "was", "are", "were", "has", "have", "had", "means", "meant"})
DOES |= {"will", "would", "can", "could", "may", "must", "should", "shows", "showed"}
"""… and those that do so before such a word: this means."""
MEASURED = frozenset({"figure", "figures"})
"""Names that with `this` or `these` are those of what a sentence says itself."""
COMPARED = frozenset({"a", "an", "the", "this", "that", "these", "those", "its"})
COMPARED |= {"their", "our", "average", "zero", "ground", "sea", "which"}
"""Words before which `below` and `above` compare: a figure below the line."""


UNITS = (
    *("per cent", "percent", "%", "percentage point", "pp", "basis point", "bp"),
    *("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"),
    *("millimetre", "centimetre", "metre", "kilometre", "inch", "foot", "yard", "mile"),
    *("millimeter", "centimeter", "meter", "kilometer", "acre", "hectare", "mm", "cm"),
    *("km", "gram", "kilogram", "tonne", "ton", "pound", "ounce", "kg", "litre"),
    *("liter", "gallon", "pint", "pence", "cent", "euro", "dollar", "watt", "kilowatt"),
    *("megawatt", "gigawatt", "kw", "mw", "gw", "kwh", "mwh", "gwh", "byte"),
    *("kilobyte", "megabyte", "gigabyte", "terabyte", "kb", "mb", "gb", "tb"),
)
"""What amounts are measured in, one of it."""
MANY_OF = {"inches": "inch", "feet": "foot", "percents": "percent"}
"""What several of them are called, where that is no `s` at the end."""
SAME = {"percent": "per cent", "%": "per cent", "pp": "percentage point"}
SAME |= {"bp": "basis point", "meter": "metre", "liter": "litre", "mm": "millimetre"}
SAME |= {"cm": "centimetre", "km": "kilometre", "kg": "kilogram", "kw": "kilowatt"}
SAME |= {"mw": "megawatt", "gw": "gigawatt", "kb": "kilobyte", "mb": "megabyte"}
SAME |= {"gb": "gigabyte", "tb": "terabyte", "kilometer": "kilometre"}
SAME |= {"millimeter": "millimetre", "centimeter": "centimetre"}
"""Units by other names."""


def unit(words: Sequence[str]) -> str:
    """Return the unit that some words name, by its first name; "" for none."""
    said = " ".join(words)
    one = MANY_OF.get(said, said if said in UNITS else said.removesuffix("s"))
    return SAME.get(one, one) if one in UNITS else ""
