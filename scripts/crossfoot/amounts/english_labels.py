"""English: the words around numbers that name what stands before them.

Handed on by `english_names`.
"""

CAPITALS_NAME = True
"""A capital inside a sentence begins a name, as it does not in every language."""
UNNAMED = (
    *("a", "an", "the", "this", "that", "these", "those", "all", "any", "both", "each"),
    *(
        "every",
        "either",
        "neither",
        "some",
        "no",
        "not",
        "only",
        "just",
        "even",
        "other",
    ),
    *(
        "another",
        "such",
        "most",
        "many",
        "few",
        "several",
        "our",
        "their",
        "its",
        "his",
    ),
    *(
        "her",
        "my",
        "your",
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "there",
        "here",
    ),
    *("in", "on", "at", "by", "to", "for", "from", "with", "within", "without", "into"),
    *("onto", "of", "off", "out", "up", "down", "since", "until", "till", "during"),
    *("after", "before", "between", "among", "amongst", "across", "through", "against"),
    *("per", "via", "like", "and", "or", "but", "nor", "so", "yet", "if", "when", "as"),
    *("while", "where", "whereas", "because", "although", "though", "than", "then"),
    *(
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
    ),
    *("can", "could", "may", "might", "must", "shall", "should", "will", "would"),
    *("now", "also", "still", "already", "today", "once", "twice", "again", "first"),
    *("last", "next", "new", "top", "bottom", "which", "who", "whose", "what", "how"),
    *("add", "see", "use", "take", "make", "give", "get", "find", "choose", "select"),
    *(
        "return",
        "need",
        "press",
        "enter",
        "read",
        "allow",
        "wait",
        "expect",
        "includes",
    ),
    *("maximum", "minimum", "max", "min", "circa", "plus", "minus", "further", "extra"),
    *("men", "women", "people", "children", "staff", "male", "female", "boy", "girl"),
    *("yes", "none", "unknown", "total", "subtotal", "overall", "average", "mean"),
    *("median", "mode", "range", "score", "rate", "ratio", "share", "count", "size"),
    *("number", "value", "index", "age", "aged", "ages", "population", "temperature"),
    *("height", "weight", "length", "depth", "width", "speed", "distance", "area"),
    *("volume", "price", "cost", "income", "spend", "expenditure", "budget", "balance"),
    *("turnover", "profit", "capacity", "attendance", "turnout", "output", "factor"),
    *("high", "medium", "low", "major", "minor", "severe", "serious", "slight", "good"),
    *("fair", "poor", "excellent", "satisfactory", "positive", "negative", "full"),
    *("part-time", "full-time", "approximately", "approx", "around", "about", "nearly"),
    *("almost", "roughly", "over", "under", "above", "below", "exactly", "alpha"),
    *("kappa", "rho", "beta", "cohen", "sharpe", "pearson", "spearman", "deviation"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("earth", "god", "english", "mr", "mrs", "ms", "dr", "st"),
)
"""Words with a capital that no number after them belongs to."""
MEASURED_SHORT = (
    *("BMI", "IQ", "SD", "SE", "SEM", "IQR", "OR", "RR", "HR", "CI", "AUC", "GCS"),
    *(
        "MMSE",
        "LDL",
        "HDL",
        "GPA",
        "PSA",
        "AQI",
        "N",
        "ROI",
        "ROE",
        "EPS",
        "NPS",
        "CPI",
    ),
    *("RPI", "PPI", "GDP", "DALY", "QALY", "AGE", "AGES", "AGED", "MAE", "RMSE", "MSE"),
    *("MAPE", "AIC", "BIC", "LOD", "SNR", "PAR", "UK", "US", "USA", "EU", "NHS", "AM"),
    *("PM", "FY", "FTE", "WTE", "ANI", "MVRV", "DF", "KM", "KG", "CM", "MM"),
)
"""Short for measures and places, before a number that is one."""
GOES_ON = (
    *("and", "or", "in", "to", "for", "at", "on", "by", "with", "from", "as", "is"),
    *(
        "was",
        "the",
        "a",
        "an",
        "that",
        "which",
        "when",
        "if",
        "but",
        "because",
        "since",
    ),
    *("while", "after", "before", "until", "where", "although", "has", "can", "will"),
    *("would", "could", "may", "must", "should", "it", "its", "this", "we", "they"),
    *("then", "also", "under", "through", "during", "within", "without", "against"),
    *("via", "than", "so", "does", "did", "itself", "only", "plus", "versus", "vs"),
    "effective",
)
"""Words by which a sentence goes on after a name, and never what is counted."""
SINGLE = (
    *("is", "was", "has", "can", "will", "would", "could", "may", "must", "should"),
    *("does", "did", "shows", "showed", "began", "begins", "includes", "included"),
    *("covers", "covered", "requires", "describes", "sets", "provides", "applies"),
)
"""Words after one thing that a sentence begins with."""
DOES = (
    *("shows", "begins", "includes", "requires", "describes", "provides", "applies"),
    *("introduces", "represents", "adds", "brings", "comes", "contains", "allows"),
    *("becomes", "seems", "lets", "gives", "takes", "makes", "keeps", "replaces"),
    *("improves", "enables", "explains", "specifies", "defines", "says", "offers"),
)
"""Those of them, and more, that are said of one thing and never of what is counted."""
RELEASED = (
    *("release notes", "release", "license", "licence", "compatibility", "compliance"),
    *("specification", "compiler", "toolchain", "runtime", "standard", "protocol"),
)
"""What a version of something has, after its number: the Kettle 1.2 release notes."""
RELEASED_OTHERS = r"(?!\s[a-z]*[^\Ws]s\b)"
"""After such a word: nothing in the plural, as in 3 license plates."""
PER = (
    "m",
    "cm",
    "km",
    "mm",
    "s",
    "h",
    "d",
    "yr",
    "l",
    "L",
    "ml",
    "kg",
    "g",
    "mg",
    "ha",
)
"""Units before a hyphen and a power by which something is for each: g m-2."""
LABELLED = (
    *("agent", "approach", "assumption", "attempt", "hypothesis", "problem", "client"),
    *(
        "method",
        "position",
        "layer",
        "entry",
        "iteration",
        "pass",
        "district",
        "lecture",
    ),
    *("exercise", "experiment", "trial", "sample", "point", "borehole", "reactor"),
    *("reviewer", "respondent", "interviewee", "participant", "patient", "player"),
    *("generation", "variant", "strategy", "algorithm", "model", "rule", "task"),
    *("milestone", "deliverable", "component", "requirement", "commitment", "priority"),
    *("indicator", "hypotheses", "bus", "channel", "gate", "berth", "bay", "pier"),
    *("lane", "flat", "ward", "block", "lot", "plot", "batch", "turbine", "well"),
    *("guideline", "path", "migration", "session", "seat", "snapshot"),
    *("pipeline", "listing", "regime", "protocol", "attachment", "check", "track"),
    *("topic", "edition", "route", "node", "segment", "resolution", "transect"),
)
"""Nouns that name a thing by number where nothing that is counted comes next."""
DATED = ("on", "until", "till", "since", "dated", "due")
"""Words before a month and a day with a stroke between them: on 9/5."""
ON_DAYS = ("on the",)
WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"),
)
SERIALS = ("ISSN",)
"""Keys of series, between which and their digits a word may stand."""
LAW_PARTS = ("title",)
"""Words before the number of a part of a code: title 44, U.S. Code."""
BRACKETED = (
    *("subsection", "subparagraph", "paragraph", "section", "clause", "article"),
    *("equation", "eq", "expression"),
)
"""Parts of a text that are named by a number in brackets: subsection (10)."""
LAW_CODES = ("Code", "Codes")
MEETS = ("at", "from", "until", "till")
STOOD = (
    *("stands", "stood", "stand", "remained", "remains", "valued", "priced", "closed"),
    *("estimated", "measured", "opened", "traded", "set", "index", "ended", "rate"),
)
"""Words before `at 18.00` that make a level of it and no time."""
POSTAL = (
    *("Alabama", "Alaska", "Arizona", "Arkansas", "California", "Carolina", "Colorado"),
    *("Connecticut", "Dakota", "Delaware", "Florida", "Georgia", "Hampshire", "Hawaii"),
    *("Idaho", "Illinois", "Indiana", "Iowa", "Jersey", "Kansas", "Kentucky"),
    *("Louisiana", "Maine", "Maryland", "Massachusetts", "Mexico", "Michigan"),
    *("Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "Ohio"),
    *("Oklahoma", "Oregon", "Pennsylvania", "Tennessee", "Texas", "Utah", "Vermont"),
    *("Virginia", "Washington", "Wisconsin", "Wyoming", "York"),
)
"""Last words of the states of America, before a postcode of five digits."""
STREETS = (
    *("Street", "St", "Road", "Rd", "Lane", "Avenue", "Ave", "Close", "Drive"),
    *("Terrace", "Place", "Square", "Crescent", "Row", "Way", "Gardens", "Court"),
    *(
        "Hwy",
        "Highway",
        "Route",
        "Pike",
        "Blvd",
        "Parkway",
        "Pkwy",
        "Ln",
        "Ct",
        "Plaza",
    ),
    *("Hill", "Mews", "Boulevard", "Parade", "Walk", "Grove", "Quay", "Wharf"),
)
"""Last words of an address that begins with the number of a house."""
LASTING_FOR = ("a", "per", "of", "each", "every", "more", "less", "longer", "on", "in")
"""Words after hours with a point by which they last and are no time of day."""
NO_LEVEL = (
    *("this", "each", "that", "every", "which", "same", "another", "any", "per", "one"),
    *("first", "second", "third", "last", "next", "whole", "lowest", "highest", "top"),
    *("bottom", "middle", "new", "old", "other", "no"),
)
"""Words before a level after which a number counts: in each category 12 people."""
DETERMINERS = (
    *("the", "a", "an", "this", "that", "each", "every", "our", "their", "its", "his"),
    *("her", "my", "your"),
)
"""Words before a name and its number that one thing ends: the Russell 3000 index."""
NO_THING = (
    *("more", "fewer", "less", "new", "other", "further", "additional", "extra", "per"),
    *("are", "were", "have", "had", "do", "did", "went", "came", "of", "out", "old"),
)
"""Words after a number that count all the same: in the Trust 12 more."""
PARTICIPLES = ("ed",)
"""Ends of words that say what those counted did: 12 attended."""
NO_HEAD = ("sub", "non", "mid", "semi", "plus", "minus", "pre", "post", "anti", "multi")
"""Words before a hyphen and a number that it does not name: sub-30."""
SCORED = (
    *("scored", "score", "scores", "scoring", "rated", "rates", "rating", "ratings"),
    *("graded", "grade", "marked"),
)
"""Words before 3/5 by which it is a score."""
MARKS = ("star", "stars", "mark", "marks", "point", "points")
"""Words after it that do the same."""
BROUGHT = ("bring", "brings", "bringing", "brought")
"""Words before what is brought up to a number, which bounds nothing."""
ADDS_UP = (
    r"\b(?:adds|(?:these|those|they|which|that|all|numbers|figures|parts|shares|items"
    r"|percentages|amounts|values|columns|rows)(?:\s(?:all|together|may|must|should|will"
    r"|can|do))?(?:\snot)?\sadd(?:ed)?)\s\Z"
)
"""Before `up to` a number that something makes, which it does not bound."""
BROUGHT_TO = "up to"
GENES = (
    *("gene", "genes", "genome", "genomes", "genomic", "DNA", "RNA", "reads", "kb"),
    *("sequence", "sequences", "sequenced", "sequencing", "primer", "primers", "PCR"),
    *("contig", "contigs", "deletion", "deletions", "insertion", "insertions", "exon"),
    *("base pairs", "nucleotide", "nucleotides", "allele", "alleles", "amplicon"),
)
"""Words near which bp are base pairs, which are counted."""
OFF_THIS = ("off",)
THIS = ("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "our")
"""Words after `one off` by which it is one: one off the list."""
DOING = (
    *(
        "to",
        "we",
        "they",
        "you",
        "i",
        "who",
        "not",
        "and",
        "or",
        "must",
        "should",
        "will",
    ),
    *("can", "could", "may", "would", "please", "people", "men", "women", "children"),
)
"""Words before what looks like a thing with a number and is done: we sample 20."""

UNDER = ("under",)
PROVIDING = (
    *("agreements", "contracts", "schemes", "headings", "themes", "acts", "orders"),
    *("licences", "licenses", "leases", "treaties", "conventions", "policies"),
    *("programmes", "programs", "objectives", "pillars", "titles", "categories"),
    *("provisions", "warrants", "powers", "regulations", "frameworks", "mandates"),
)
"""What something is done or listed under: grants made under twelve schemes."""
CALLED = r"(?<=[A-Z]{2}\()[0-9](?:,\s?[0-9]){0,3}(?=\))"
"""Numbers in brackets that go with a short name: AR(1), ARIMA(2,1,1)."""
WEIGHTS = ("weight", "weights", "weighting", "weightings", "weightage")
"""What a column of the shares is called that parts have in one whole."""
ON_TOP = (
    *("bonus", "extra", "extra credit", "optional", "additional", "or", "alternative"),
    *("either", "max", "maximum", "up to", "cap"),
)
"""Words of parts that come on top of a whole, or in place of another."""
PEOPLED = ("population", "inhabitants", "subscribers", "passengers", "viewers")
"""Words besides those of what is counted after which `1.1m` is no length."""
