"""English: every word that the grammar of amounts knows, and nothing else.

Plain data, GB and US usage. Another language is another file with these names.
"""

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
AGED = ("over", "under")
"""Before `60s` they name people of an age."""
GLUED_REFERENCES = ("p", "pp", "s", "ss", "p.", "pp.", "s.", "para.", "fig.", "ch.")
"""Short words that a number is glued to when it refers."""
FINANCIAL_YEAR = "fy"
QUARTER = "q"
MINUS = "minus"
PLUS_OR = "or"
"""Before `minus` it makes a margin of it: plus or minus two."""
MAGNITUDES = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}
"""Powers of ten; `hundred` is apart because it multiplies what stands before."""

SCALES = {
    **MAGNITUDES,
    "k": 3,
    "m": 6,
    "mn": 6,
    "mln": 6,
    "bn": 9,
    "b": 9,
    "tn": 12,
    "trn": 12,
}
"""Powers of ten that may stand after digits."""

HALF = "half"
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

BEFORE = {
    phrase: comparator
    for comparator, phrases in (
        (
            "over",
            (
                *("over", "more than", "just over", "well over", "above"),
                *("greater than", "larger than", "higher than", "exceeding"),
                *("exceeds", "exceeded", "in excess of", "upwards of", "beyond"),
                *("topped", ">"),
            ),
        ),
        (
            "under",
            (
                *("under", "less than", "fewer than", "lower than", "smaller than"),
                *("well under", "below", "<"),
            ),
        ),
        (
            "at_least",
            (
                *("at least", "no fewer than", "no less than", "not less than"),
                *("not fewer than", "a minimum of", "minimum of", "≥", ">="),
            ),
        ),
        (
            "at_most",
            (
                *("at most", "up to", "no more than", "not more than"),
                *("a maximum of", "maximum of", "as many as", "as much as", "≤"),
                *("<=",),
            ),
        ),
        (
            "nearly",
            (
                *("nearly", "almost", "just under", "just below", "close to"),
                *("not quite", "approaching", "nearing"),
            ),
        ),
        (
            "about",
            (
                *("about", "around", "approximately", "approx", "approx.", "roughly"),
                *("broadly", "circa", "ca.", "c.", "some", "an estimated"),
                *("estimated at", "in the region of", "in the order of"),
                *("of the order of", "~", "≈"),
            ),
        ),
        (
            "further",
            (
                *("a further", "further", "another", "an additional", "additional"),
                *("an extra",),
            ),
        ),
        ("between", ("between", "from between")),
    )
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
                *("and above", "plus", "+"),
            ),
        ),
        ("at_most", ("or less", "or fewer", "or under", "or below", "or lower")),
        ("about", ("or so",)),
    )
    for phrase in phrases
}
"""Phrases after a number."""

TOPIC = (
    *("report", "reports", "learn", "learned", "talk", "talked", "ask", "asked"),
    *("hear", "heard", "know", "question", "questions", "information", "book"),
    *("chapter", "concerns", "worry", "speak", "story", "stories", "is", "are"),
    *("was", "were"),
)
"""Words after which `about` names a subject when a small number in words follows."""

SPAN_OF_TIME = ("year", "month", "week", "day", "decade", "hour", "minute", "century")
LASTING = ("for", "after", "lasting", "took", "take", "takes", "of", "by", "with", "in")
"""Words that make `over five years` a comparison; alone it means `during`."""

SPREAD = ("over", "under", "above", "below", "beyond", "around")
"""Words that place things as often as they compare small numbers in words."""
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

PERCENT = ("%", "per cent", "percent", "pc")
POINTS = (
    *("percentage points", "percentage point", "percentage-point"),
    *("per cent points", "% points", "ppts", "ppt", "pp"),
)
BASIS = ("basis points", "basis point", "bps", "bp")

SYMBOLS = {"£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY", "₹": "INR"}
DOLLARS = {"US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD"}
CODES = (
    *("GBP", "USD", "EUR", "JPY", "INR", "AUD", "CAD", "NZD", "HKD", "CHF", "SEK"),
    *("NOK", "DKK", "PLN", "CZK", "HUF", "CNY", "ZAR", "BRL", "SGD"),
)
MONEY = {
    "pounds sterling": "GBP",
    "pounds": "GBP",
    "pound": "GBP",
    "sterling": "GBP",
    "US dollars": "USD",
    "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR",
    "euro": "EUR",
}
PENCE = {"pence": "GBP", "p": "GBP", "cents": "USD"}

GLUED = (
    *("km", "m", "cm", "mm", "kg", "g", "mg", "t", "kt", "mt", "ha", "l", "ml"),
    *("ft", "in", "yd", "lb", "oz", "mph", "kph", "mw", "gw", "kw", "kwh", "mwh"),
    *("gwh", "twh", "kb", "mb", "gb", "tb", "hz", "khz", "mhz", "ghz", "hr", "hrs"),
    *("h", "s", "ms", "min", "mins", "sec", "secs", "yr", "yrs", "x", "c", "f", "°c"),
    *("pt", "px", "dpi", "fte", "co2e", "tco2e", "sqm", "sq", "wte", "kcal", "v"),
)
"""Units that may be glued to digits without making them a name (5km, 3x)."""

METRES = (
    *("long", "wide", "high", "deep", "tall", "away", "apart", "radius"),
    *("distance", "sprint", "race", "pool", "above", "below"),
)
"""Words after which a glued `m` is metres and no million."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr"),
    *("Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"),
)
CLOCK = ("am", "pm", "a.m.", "p.m.", "noon", "hours", "GMT", "BST", "UTC")
BEFORE_YEAR = (
    *("in", "since", "of", "by", "from", "until", "till", "during", "to", "year"),
    *("early", "late", "mid", "before", "after", "the", "through", "throughout", "fy"),
    *("ending", "ended", "between", "and", "for", "summer", "spring", "autumn"),
    *("winter", "fall", "christmas", "easter", "around", "about", "circa", "c."),
)
"""Words after which four digits are a year even when people come next."""

COUNTED = (
    *("people", "households", "homes", "jobs", "children", "families", "adults"),
    *("patients", "pupils", "students", "women", "men", "staff", "volunteers"),
    *("responses", "respondents", "participants", "meals", "places", "units"),
    *("tonnes", "miles", "hours", "visits", "calls", "cases", "deaths", "members"),
    *("organisations", "organizations", "businesses", "charities", "residents"),
    *("workers", "employees", "words", "copies", "users", "visitors", "requests"),
)
"""What four digits count when no word before makes them a year."""

REFERENCES = (
    *("chapter", "chapters", "table", "tables", "figure", "figures", "fig", "figs"),
    *("section", "sections", "sec", "page", "pages", "paragraph", "paragraphs"),
    *("para", "paras", "appendix", "appendices", "annex", "annexes", "box", "boxes"),
    *("footnote", "footnotes", "endnote", "equation", "equations", "eq", "exhibit"),
    *("article", "articles", "schedule", "clause", "clauses", "volume", "vol"),
    *("regulation", "regulations", "subsection", "chart", "charts", "map", "maps"),
    *("p", "pp", "ch", "chs"),
)
"""Nouns that name a part of a text, with or without a capital."""

NAMED = (
    *("theme", "themes", "part", "parts", "phase", "phases", "stage", "stages"),
    *("step", "steps", "question", "questions", "recommendation"),
    *("recommendations", "level", "tier", "type", "group", "option", "options"),
    *("scenario", "year", "wave", "round", "goal", "objective", "priority"),
    *("principle", "strand", "pillar", "workstream", "action", "finding", "case"),
    *("item", "row", "column", "line", "block", "unit", "room", "route", "junction"),
    *("band", "zone", "lot", "grade", "class", "number", "note", "issue", "day"),
    *(
        "formula",
        "big",
        "week",
        "month",
        "session",
        "test",
        "rule",
        "study",
        "ask",
        "ambition",
        "ward",
    ),
)
"""Nouns that name a thing by number when they have a capital."""

STANDARDS = (
    *("ISO", "IEC", "BS", "EN", "RFC", "WCAG", "HTML", "CSS", "PDF", "XML", "XBRL"),
    *("SARIF", "UTF", "SHA", "MD", "CC", "BY", "GPL", "LGPL", "MIT", "ASTM", "DIN"),
    *("ANSI", "NIST", "IEEE", "PAS", "SDG", "IFRS", "IAS", "FRS", "ISAE", "ISA"),
    *("Python", "Windows", "Android", "iOS", "macOS", "Ubuntu", "Excel", "Office"),
    *("DOI", "ISBN", "ISSN", "Directive", "Act", "Cmnd", "Cm", "Cd", "HC", "HL"),
    *("Resolution", "Protocol", "Apollo", "Boeing", "Airbus", "Radio", "Channel"),
)
"""Names that a number belongs to."""

VERSIONS = ("version", "versions", "v", "ver")
"""Words after which digits are a version."""
EDITIONS = ("release", "revision", "edition", "update")
"""Words after which digits with a point are a version."""
NUMBERED = (
    *("charity", "company", "registered", "registration", "award", "grant", "phone"),
    *("telephone", "reference", "account", "project", "case", "order", "invoice"),
)
"""Words that make the digits after `number` somebody's number."""
NUMBER_WORDS = ("number", "no.", "no", "ref.", "ref")

NAMES = ("covid", "omicron", "sars", "cop", "brexit")
"""Names that a number may follow after a hyphen, in lower case as well."""

IDIOMS = (
    *("one-off", "one-offs", "one-to-one", "one-to-many", "one-stop", "one-way"),
    *("two-way", "one-sided", "two-sided", "one-size", "one-on-one", "two-fold"),
    *("first-class", "second-hand", "third-party", "third party", "third parties"),
    *("second-class", "first-hand", "one by one", "one after another"),
    *("one or more", "one or two", "one-third-party", "zero-hours", "zero hours"),
    *("zero-sum", "net zero", "net-zero", "number one", "day one", "third sector"),
    *("NHS 111", "two-faced", "all fours", "at sixes and sevens", "one day"),
)
"""Set phrases in which a number word counts nothing."""

DIGIT_IDIOMS = ("24/7", "9/11", "7/7", "50/50", "20/20", "360-degree", "101")

ONE_BEFORE = (
    *("no", "any", "every", "some", "each", "this", "that", "which", "another"),
    *("the", "a", "big", "good", "new", "old", "last", "next", "other", "little"),
)
ONE_AFTER = (
    *("another", "of", "or", "can", "could", "may", "might", "must", "should"),
    *("who", "that", "which", "is", "was", "has", "had", "would", "will", "does"),
    *("such", "thinks", "sees", "might", "needs", "knows", "finds", "another's"),
    *("in", "to", "for", "with", "by", "on", "at", "and", "but", "as", "than", "hand"),
)
"""Words around `one` that make it a pronoun."""

FRACTION_BEFORE = ("by", "to", "from", "than", "of", "only", "just", "least", "most")
FRACTION_AFTER = ("of", "the", "more", "less", "fewer", "higher", "lower", "larger")
"""Words around `a third` that make it a share and no place in a row."""
HALF_AFTER = (
    *("of", "the", "a", "an", "its", "their", "his", "her", "our", "all", "as"),
    *("this", "that", "these", "those", "were", "are", "had", "have", "said"),
)
HALF_BEFORE = ("first", "second", "latter", "other", "earlier", "later", "top")

TOTAL = r"(?:(?:grand|sub|overall|combined|running)[\s-]?)?(?:sub)?totals?"
"""Pattern of a label that calls a row or column a total."""
TOTAL_ALSO = ("sum", "altogether")
WEAK_TOTAL = ("all", "overall", "net")
NO_PART = (
    *("of which", "including", "incl", "excluding", "memo", "o/w", "average", "mean"),
    *("median", "change", "difference", "percentage", "per cent", "share", "minimum"),
    *("maximum", "range", "ratio"),
)
"""First words of rows and columns that are no part of a sum."""
NO_SUM = (
    *("rate", "ratio", "average", "avg", "mean", "median", "price", "per", "index"),
    *("score", "rank", "year", "date", "duration", "density", "turnout", "id", "code"),
    *("expectancy", "temperature", "speed", "yield", "no", "ref", "age", "share"),
    *("proportion", "multiple", "growth", "weight", "target", "quarter", "month"),
    *("week", "day", "number of times"),
)
"""Words in the heading of a column whose numbers are not to be added."""
