"""Words that turn a statement round or point beside it: English, data and a look-up.

Another language is another file with these names.
"""

from collections.abc import Iterator, Sequence
from functools import cache

OPPOSITES = (
    ("rose", "fell dropped declined sank"),
    ("risen", "fallen dropped declined"),
    ("rise", "fall drop decline"),
    ("rises", "falls drops declines"),
    ("rising", "falling dropping declining"),
    ("increase", "decrease reduction fall drop decline"),
    ("increased", "decreased reduced fell dropped declined"),
    ("increases", "decreases reduces falls drops declines reductions"),
    ("increasing", "decreasing reducing falling dropping declining"),
    ("grew", "shrank fell declined contracted"),
    ("grown", "shrunk fallen declined contracted"),
    ("grow", "shrink fall decline contract"),
    ("growth", "decline contraction fall"),
    ("growing", "shrinking falling declining contracting"),
    ("expanded", "contracted shrank"),
    ("up", "down"),
    ("upward", "downward"),
    ("upwards", "downwards"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("high", "low"),
    ("larger", "smaller"),
    ("largest", "smallest"),
    ("greater", "smaller less lower"),
    ("greatest", "least smallest"),
    ("more", "less fewer"),
    ("most", "least fewest few"),
    ("many", "few"),
    ("above", "below"),
    ("over", "under"),
    ("exceeded", "missed"),
    ("gained", "lost"),
    ("gain", "loss"),
    ("gains", "losses"),
    ("improved", "worsened deteriorated"),
    ("improve", "worsen deteriorate"),
    ("improving", "worsening deteriorating"),
    ("improvement", "deterioration"),
    ("better", "worse"),
    ("best", "worst"),
    ("stronger", "weaker"),
    ("strengthened", "weakened"),
    ("widened", "narrowed"),
    ("faster", "slower"),
    ("quicker", "slower"),
    ("earlier", "later"),
    ("early", "late"),
    ("earliest", "latest"),
    ("first", "last final"),
    ("initial", "final"),
    ("former", "latter"),
    ("before", "after"),
    ("longer", "shorter"),
    ("majority", "minority"),
    ("surplus", "deficit"),
    ("maximum", "minimum"),
    ("always", "never rarely"),
    ("often", "rarely seldom"),
    ("all", "none no"),
    ("no", "every each any some"),
    ("neither", "both either"),
    ("nobody", "everybody everyone anybody anyone somebody someone"),
    ("nothing", "everything anything something"),
    ("nowhere", "everywhere anywhere somewhere"),
    ("with", "without"),
    ("for", "against"),
    ("inside", "outside"),
    ("open", "closed shut"),
    ("begin", "end"),
    ("begins", "ends"),
    ("began", "ended"),
    ("begun", "ended"),
    ("beginning", "end"),
    ("start", "end finish"),
    ("starts", "ends finishes"),
    ("started", "ended finished"),
    ("doubled", "halved tripled trebled quadrupled"),
    ("tripled", "halved quadrupled"),
    ("double", "half triple treble"),
    ("same", "different"),
    ("similar", "different"),
    ("easy", "difficult hard"),
    ("climbed", "fell dropped declined sank slumped plunged"),
    ("jumped", "fell dropped slumped plunged"),
    ("soared", "fell dropped slumped plunged"),
    ("raised", "lowered reduced"),
    ("heavier", "lighter"),
    ("warmer", "cooler colder"),
    ("wetter", "drier"),
    ("older", "younger"),
    ("richer", "poorer"),
    ("easier", "harder"),
    ("wider", "narrower"),
    ("deeper", "shallower"),
    ("usually", "rarely seldom"),
    ("frequently", "rarely seldom"),
    ("permitted", "prohibited forbidden"),
    ("allowed", "prohibited forbidden"),
    ("profit", "loss"),
    ("profits", "losses"),
    ("won", "lost"),
    ("wins", "loses"),
    ("win", "lose"),
    ("gain", "lose"),
    ("safe", "dangerous"),
    ("guilty", "innocent"),
    ("upheld", "overturned dismissed quashed"),
    ("granted", "refused denied"),
    ("success", "failure"),
    ("mandatory", "optional voluntary"),
    ("required", "optional allowed permitted"),
    ("obliged", "allowed permitted free"),
    ("compulsory", "optional voluntary"),
    ("positive", "negative"),
    ("true", "false"),
    ("yes", "no"),
)
"""A word, and those that say the contrary of it."""

CONTRARY_VERBS = (
    ("accept", "reject refuse decline"),
    ("approve", "reject refuse"),
    ("support", "oppose"),
    ("agree", "refuse disagree"),
    ("include", "exclude"),
    ("open", "close"),
    ("succeed", "fail"),
    ("confirm", "deny"),
    ("encourage", "discourage"),
)
"""The same of verbs that end as most do: accepts, accepted, accepting."""

PREFIXES = ("un", "non-", "non")
"""What turns any word of `STEM` letters or more into its contrary: unsafe …"""
LATIN = ("in", "im", "il", "ir")
"""… and what does so with words that end as adjectives do: illegal, but no inform."""
ADJECTIVE = ("able", "ible", "al", "ent", "ant", "ate", "ar", "ct", "ous", "ly", "ite")
STEM = 4

NEGATIONS = frozenset({"not", "no", "never", "neither", "nor", "hardly", "cannot"})
"""Words that deny what the sentence says without them."""

HELPERS = frozenset({"do", "does", "did"})
"""Words that a denial brings with it: do not agree."""

INFLECTED = {"has": "have", "had": "have"}
"""Forms of words that a denial changes, beside those that share a stem."""

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


def are_contrary(one: str, other: str) -> bool:
    """Say whether one of two words says the contrary of the other."""
    if other in contraries().get(one, frozenset()):
        return True
    word, longer = sorted((one, other), key=len)
    before = longer.removesuffix(word)
    if len(word) < STEM or before == longer:
        return False
    return before in PREFIXES or (before in LATIN and word.endswith(ADJECTIVE))


@cache
def contraries() -> dict[str, frozenset[str]]:
    """Return for each word those that say the contrary."""
    found: dict[str, set[str]] = {}
    inflected = (pair for pair in CONTRARY_VERBS for pair in _inflected(*pair))
    for word, others in (*OPPOSITES, *inflected):
        for other in others.split():
            found.setdefault(word, set()).add(other)
            found.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in found.items()}


def _inflected(verb: str, others: str) -> Iterator[tuple[str, str]]:
    """Yield a verb and its contraries in each of their forms."""
    forms = zip(*map(_forms, (verb, *others.split())), strict=True)
    return ((one, " ".join(rest)) for one, *rest in forms)


def _forms(verb: str) -> tuple[str, str, str, str]:
    """Return the forms of a verb: deny, denies, denied, denying."""
    if verb.endswith("y"):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    bare = verb.removesuffix("e")
    going = verb if verb.endswith("ee") else bare
    return verb, f"{verb}s", f"{bare}ed", f"{going}ing"
