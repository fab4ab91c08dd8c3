"""English: the words of quantities; `english_names` and `english_money` have the rest.

Plain data, GB and US usage. Another language is another pair of files with these
names.
"""

from crossfoot.amounts import (
    english_money,
    english_names,
    english_one,
    english_parts,
    english_shares,
)

BEFORE_YEAR = english_names.BEFORE_YEAR
MONTHS = english_names.MONTHS
NAMED = english_names.NAMED
REFERENCES = english_names.REFERENCES
SYMBOLS = english_money.SYMBOLS
MORE_SYMBOLS = english_money.MORE_SYMBOLS
DOLLARS = english_money.DOLLARS
CODES = english_money.CODES
MONEY_LETTERS = english_money.MONEY_LETTERS
SCALED_LETTERS = english_money.SCALED_LETTERS
MONEY = english_money.MONEY
PENCE = english_money.PENCE
OWED_BEFORE = english_money.OWED_BEFORE
OWED_SAID = english_money.OWED_SAID
WEIGHTS = english_money.WEIGHTS
WEIGHING = english_money.WEIGHING
FUNDS = english_money.FUNDS
ONE_BEFORE = english_one.ONE_BEFORE
ONE_COUNTED = english_one.ONE_COUNTED
ONE_AFTER = english_one.ONE_AFTER
VERB_ENDS = english_one.VERB_ENDS
ONE_NO_VERB = english_one.ONE_NO_VERB
ONE_NOUNS = english_one.ONE_NOUNS
ONE_PICKED = english_one.ONE_PICKED
ONE_MEASURED = english_one.ONE_MEASURED
ONE_DONE = english_one.ONE_DONE
ONE_DONE_BY = english_one.ONE_DONE_BY
ONE_ASKED = english_one.ONE_ASKED
ONE_ASKED_IN = english_one.ONE_ASKED_IN
FRACTION_BEFORE = english_shares.FRACTION_BEFORE
SINGLE_BEFORE = english_shares.SINGLE_BEFORE
FRACTION_AFTER = english_shares.FRACTION_AFTER
FRACTION_FURTHER = english_shares.FRACTION_FURTHER
FRACTION_VERBS = english_shares.FRACTION_VERBS
FRACTION_MAYBE = english_shares.FRACTION_MAYBE
FRACTION_MORE = english_shares.FRACTION_MORE
FRACTION_DONE = english_shares.FRACTION_DONE
HALF_AFTER = english_shares.HALF_AFTER
HALF_BEFORE = english_shares.HALF_BEFORE
HOURS_SAID = english_parts.HOURS_SAID
MINUTES_SAID = english_parts.MINUTES_SAID
SECONDS_SAID = english_parts.SECONDS_SAID
AN_HOUR = english_parts.AN_HOUR
APART = english_parts.APART
RATIOS = english_parts.RATIOS
RATIOS_TO_ANY = english_parts.RATIOS_TO_ANY
SCALES_TO = english_parts.SCALES_TO
RATIO_LINKS = english_parts.RATIO_LINKS
RATIO_AFTER = english_parts.RATIO_AFTER
CHANGED_FROM = english_parts.CHANGED_FROM
CLASS_BEFORE = english_parts.CLASS_BEFORE

UNITS = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight"),
            *("nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
            *("sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
HUNDRED = "hundred"
DOZEN = "dozen"
AND = "and"
TO = "to"
FROM = "from"
BY = "by"
ONE = "one"
ARTICLES = ("a", "an")
POINT = "."
"""What stands before the decimals."""
GROUPING = ",\u2009\u202f\u00a0'’"
"""What may stand between thousands: comma, thin and unbreakable spaces, apostrophe."""
OTHER_POINT = ","
"""The point of other languages, read where a scale, a unit or money shows it: 1,5 %."""
SPACED = " "
"""What may stand there as well, where no other number is near: 1 128 proposals."""
OF = "of"
PER = ("per",)
"""Before a magnitude it needs no article: 22 per thousand."""
OUT_OF = ("in", "out of", "in every", "out of every", "of every")
"""Between two numbers that make a chance: one in five."""
MINUS = "minus"
OR = PLUS_OR = "or"
"""Before `minus` it makes a margin of it: plus or minus two."""
MAGNITUDES = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}
"""Powers of ten; `hundred` is apart because it multiplies what stands before."""

SCALES = {
    name: power
    for power, names in (
        (3, ("thousand", "thousands", "k")),
        (6, ("million", "millions", "m", "mn", "mln", "mm")),
        (9, ("billion", "billions", "bn", "b")),
        (12, ("trillion", "trillions", "tn", "trn", "lakh crore")),
        (5, ("lakh", "lakhs")),
        (7, ("crore", "crores", "cr")),
    )
    for name in names
}
"""Powers of ten that may stand after digits."""

HALF = "half"
THREE_QUARTERS = "three quarters"
ADDED_PARTS = ("half", "quarter", "third")
"""What `and a` adds to a whole number, with `and three quarters`."""
GREAT_PARTS = ("half", "quarter")
"""Parts right before a magnitude: a quarter million."""
DENOMINATORS = {
    word: value
    for value, words in (
        (2, ("half", "halves")),
        (3, ("third", "thirds")),
        (4, ("quarter", "quarters", "fourth", "fourths")),
        (5, ("fifth", "fifths")),
        (6, ("sixth", "sixths")),
        (7, ("seventh", "sevenths")),
        (8, ("eighth", "eighths")),
        (9, ("ninth", "ninths")),
        (10, ("tenth", "tenths")),
        (100, ("hundredth", "hundredths")),
    )
    for word in words
}
PARTS = tuple(word for word in DENOMINATORS if word.endswith("s"))
"""Those of the denominators that stand after two or more: thirds."""
ORDINALS = {
    **{
        word: value
        for value, word in enumerate(
            (
                *("first", "second", "third", "fourth", "fifth", "sixth", "seventh"),
                *("eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth"),
                *("fourteenth", "fifteenth", "sixteenth", "seventeenth"),
                *("eighteenth", "nineteenth", "twentieth"),
            ),
            1,
        )
    },
    **{
        word: 10 * value
        for value, word in enumerate(
            (
                *("thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth"),
                *("eightieth", "ninetieth", "hundredth"),
            ),
            3,
        )
    },
    "thousandth": 1000,
}
PERIODS = ("quarter", "year", "month", "week", "day", "half", "century", "decade")

SAID_BEFORE = {
    "over": (
        *("over", "more than", "just over", "well over", "above", "greater than"),
        *("larger than", "higher than", "exceeding", "exceeds", "exceeded"),
        *("in excess of", "upwards of", "beyond", "topped", "topping", "surpassing"),
        *("surpassed", "exceed", "north of", "a little over", "slightly over"),
        *("slightly more than", ">", "little more than", "a little more than"),
        *("longer than", "older than", "taller than", "bigger than"),
        *("far more than", "over the age of", "above the age of", "over age"),
    ),
    "under": (
        *("under", "less than", "fewer than", "lower than", "smaller than"),
        *("well under", "below", "well below", "far fewer than", "<", "shorter than"),
        *("younger than", "under the age of", "below the age of", "under age"),
    ),
    "at_least": (
        *("at least", "no fewer than", "no less than", "not less than"),
        *("not fewer than", "a minimum of", "minimum of", "≥", ">=", "the minimum of"),
        *("minimum", "min", "min.", "not below", "greater than or equal to"),
        *("more than or equal to", "equal to or greater than", "equal to or more than"),
        *("as few as", "as little as", "as low as", "at or above", "at or over"),
        *("no lower than", "no smaller than", "no younger than", "no shorter than"),
    ),
    "at_most": (
        *("at most", "up to", "no more than", "not more than", "a maximum of"),
        *("maximum of", "as many as", "as much as", "≤", "the maximum of", "maximum"),
        *("max", "max.", "anything up to", "<=", "not exceeding", "upto", "not exceed"),
        *("as high as", "up to a height of", "up to a depth of", "up to a length of"),
        *("up to a distance of", "up to a value of", "up to a maximum of"),
        *("less than or equal to", "equal to or less than", "no longer than"),
        *("no later than", "no higher than", "no older than", "no larger than"),
        *("no greater than", "no bigger than", "not longer than", "not greater than"),
        *("up to and including", "at or below", "at or under"),
        *("up to a total of", "up to a limit of", "up to a weight of", "up to age"),
        *("up to the age of",),
    ),
    "nearly": (
        *("nearly", "almost", "just under", "just below", "close to", "not quite"),
        *("approaching", "nearing", "just short of", "just shy of", "a little under"),
        *("slightly under", "slightly less than", "just less than", "just fewer than"),
        *("a little less than", "virtually", "getting on for", "little short of"),
        *("not far off", "not far short of"),
    ),
    "about": (
        *("about", "around", "approximately", "approx", "approx.", "roughly"),
        *("broadly", "circa", "ca.", "c.", "some", "an estimated", "estimated at"),
        *("in the region of", "in the order of", "of the order of", "in the area of"),
        *("an estimated total of", "an approximate", "an approximate of"),
        *("somewhere around", "~", "≈", "est.", "est", "in the vicinity of"),
    ),
    "further": (
        *("a further", "further", "another", "an additional", "additional", "an extra"),
    ),
    "between": (
        *("between", "from between", "between the ages of", "between ages"),
        *("between the years", "between values"),
    ),
}
BEFORE = {
    phrase: comparator
    for comparator, phrases in SAID_BEFORE.items()
    for phrase in phrases
}
"""Phrases before a number, and the comparator that each states."""

AFTER = {
    phrase: comparator
    for comparator, phrases in (
        (
            "at_least",
            (
                *("or more", "or over", "or above", "or higher", "and over"),
                *("and above", "or older", "and older", "or longer", "or greater"),
                *("or larger", "or better", "and up", "and upwards", "or upwards"),
                *("upwards", "plus", "+"),
            ),
        ),
        (
            "at_most",
            (
                *("or less", "or fewer", "or under", "or below", "or lower"),
                *("and under", "and below", "or younger", "and younger", "or smaller"),
                *("or shorter",),
            ),
        ),
        ("about", ("or so", "or thereabouts", "odd", "ish")),
    )
    for phrase in phrases
}
"""Phrases after a number."""

TOPIC = (
    *("report", "reports", "learn", "learned", "talk", "talked", "ask", "asked"),
    *("hear", "heard", "know", "question", "questions", "information", "book"),
    *("chapter", "concerns", "worry", "speak", "story", "stories", "is", "are"),
    *("was", "were", "raised"),
)
"""Words after which `about` names a subject when a small number in words follows."""
IS = ("is", "are", "was", "were")
"""Those of them after which it compares measures: it was about two miles."""
SUBJECTS = (
    *("complaint", "complaints", "query", "queries", "enquiry", "enquiries"),
    *("inquiry", "inquiries", "information", "concerns", "details", "allegations"),
    *("stories", "posts", "articles", "questions", "facts", "discussion"),
    *("discussions", "debate", "debates", "concern"),
)
"""Words after which `about` names a subject, however large the number is."""
EQUALLY = (
    *("as many as", "as much as", "as few as", "as little as", "as high as"),
    "as low as",
)
TIMES_OVER = ("twice", "times", "thrice", "half", "again")
"""Words before those that multiply: twice as many as 50 is no bound."""
DIFFERING = (
    *("more than", "less than", "fewer than", "higher than", "lower than"),
    *("greater than", "larger than", "smaller than", "longer than", "shorter than"),
    *("older than", "younger than", "bigger than", "taller than"),
)
"""After a number they say what it differs from."""
AIMED = ("to", "by", "at", "with", "from", "than", "for", "of")
"""Words before `over` after which it compares all the same: spread to over 215."""
STRETCHED = ("averag", "spread", "spaced", "staged", "split", "phased", "repeated")
"""Beginnings of words after which `over` says during how many of something."""

SPAN_OF_TIME = ("year", "month", "week", "day", "decade", "hour", "minute", "century")
LASTING = (
    *("for", "after", "lasting", "took", "take", "takes", "of", "by", "with", "in"),
    *("serving", "served", "serve", "spent", "spend", "spending", "waited", "waiting"),
    *("wait", "lasted", "lasts", "last", "is", "was", "are", "were", "being", "been"),
    *("sentence", "sentences", "within", "from", "to", "than", "at", "needs", "worked"),
)
"""Words that make `over five years` a comparison; alone it means `during`."""

SPREAD = ("over", "under", "above", "below", "beyond", "around")
"""Words that place things as often as they compare small numbers in words."""
ROUND = ("around",)
PLACED = (
    *("based", "built", "centred", "centered", "organised", "organized", "structured"),
    *("grouped", "framed", "revolve", "revolves", "gathered", "clustered", "arranged"),
    *("themes", "designed", "focused", "focussed", "turn", "turns", "concerns"),
)
"""Words after which `around` places and does not compare."""
MEASURES = (
    *("year", "month", "week", "day", "decade", "hour", "minute", "second", "mile"),
    *("metre", "meter", "kilometre", "acre", "hectare", "tonne", "time", "foot"),
    *("feet", "inch", "inches", "degree", "people", "pound", "euro", "dollar"),
)
"""What a small number in words measures when such a word compares it."""

DECLINE = (
    *("fell", "fall", "falls", "fallen", "falling", "dropped", "drop", "drops"),
    *("decreased", "decrease", "declined", "decline", "reduced", "reduction"),
    *("cut", "cuts", "down", "lower", "less", "fewer", "shrank", "lost", "loss"),
)
"""Words that state the sign of the number after them."""
RISE = (
    *("rose", "rise", "rises", "risen", "rising", "grew", "grow", "grown", "growth"),
    *("increased", "increase", "climbed", "jumped", "gained", "gain", "up", "added"),
)
FEWER = ("fewer", "less", "lower", "down")
MORE = ("more", "higher", "up", "extra")
"""The same of words behind a number: 30 fewer."""

PLUS = ("plus",)
THAN = "than"
SHORT_ABOUT = ("c", "ca")
"""Short for about; glued to the number or with a full stop."""
LATER = tuple(
    phrase for phrase in AFTER if phrase.split()[0] in {OR, AND} and phrase != "or so"
)
"""Those that a unit may stand before: six weeks or more."""

MOVED = (
    *("rise", "rises", "rose", "risen", "increase", "increases", "increased", "grew"),
    *("fall", "falls", "fell", "fallen", "decrease", "decreased", "drop", "dropped"),
    *("up", "down", "decline", "declined", "climbed", "grown", "jumped", "cut"),
    *("reduced", "by", "went", "moved"),
)
"""Words before `5% to 10%` that make it a change and no range."""
RANGING = (
    *("range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying"),
    *("anywhere", "anything", "spanning", "extending", "ages", "aged", "cost", "costs"),
    *("costing", "take", "takes", "took", "lasting", "lasts", "lasted", "priced"),
)
"""Words before `from 5 to 10` that make it a range and no change."""

PLAYED = (
    *("lost", "won", "drew", "beat", "beaten", "lose", "win", "draw", "defeat"),
    *("defeated", "victory", "loss", "scored", "score", "voted", "vote", "trailed"),
)
"""Words around 1–3 that make it a score and no range."""

DURING = ("over",)
"""Before a span of time it means while that lasts, too."""
ABOUT = ("about",)
"""Before a small number in words it may name a subject, too."""
PLACING = ("above", "below")
"""They point, too: the table below."""
POINTED = ("the", "table", "figure")
"""Words that such a word points from."""
STILL = ("of", "ago", "old")
"""After a span of time, `over` compares it all the same: over five years ago."""

MILLE = ("‰", "per mille")
PERCENT = ("%", "per cent", "percent", "pc", "pct")
POINTS = (
    *("percentage points", "percentage point", "percentage-point"),
    *("per cent points", "% points", "ppts", "ppt", "pp", "%-points", "%-point"),
    *("percent points", "% point", "percentage-points", "p.p."),
)
BASIS = ("basis points", "basis point", "bps", "bp")
