"""English: the words of totals and of sums in prose, and nothing else.

Plain data beside `english`. Another language is another file with these names.
"""

from decimal import Decimal

TOTAL = (
    r"(?:(?:(?:grand|sub|overall|combined|running)[\s-]?)?(?:sub)?totals?"
    r"|sum(?=\s(?:of|with|without|excluding|including)\b))"
)
"""Pattern of a label that calls a row or column a total."""
TOTAL_ALSO = ("sum", "altogether")
NO_TOTAL = (
    *("cumulative", "since", "to date", "so far", "of total", "of the total"),
    *("per total", "running total", "totals so far", "brought forward"),
    *("carried forward", "as a share", "as a percentage", "deduplicated", "unique"),
    *("distinct", "without double counting", "estimated total"),
)
"""Words that make a label with `total` another thing."""
PER_PERIOD = ("equivalent", "average", "cost", "spend", "spending", "total", "rate")
"""Words after `monthly` in the label of a row that says a sum again, for a month."""
PERIODIC = ("monthly", "quarterly", "weekly", "daily", "hourly", "per month")
"""Words that make a total one of a part of the period that the others are of."""
MEASURED = (
    *("metric", "metrics", "measure", "indicator", "statistic", "parameter", "axis"),
    *("property", "key", "field", "question", "check", "quantity", "variable"),
)
"""Headings over the labels of a list of measures, which do not add up."""
MEANT = ("average", "avg", "mean", "median")
"""Words anywhere in the label of a row that is no part of a sum."""
WEAK_TOTAL = ("all", "overall", "net", "base")
NET = (
    *("net", "surplus", "deficit", "balance", "profit", "loss", "margin", "operating"),
    *("remaining", "gross", "closing", "excess"),
)
"""First words of a row or column that may be one amount less others."""
BOTH = ("and", "&", "plus", "+")
"""Words between two totals in the label of their sum."""
LEFT = (
    *("net income", "net expenditure", "net result", "net surplus", "net deficit"),
    *(
        "net profit",
        "net loss",
        "net movement in funds",
        "net receipts",
        "net incoming",
    ),
    *("net cost", "net spending", "net revenue", "surplus", "deficit", "result for"),
    *("excess of", "balance for the year", "profit for the", "loss for the"),
)
"""First words of a row of accounts that says what income leaves after expenses."""
OPENED = (
    *("opening", "brought forward", "b/f", "b/fwd", "beginning", "start of the year"),
    *("start of the period", "start of year", "start of period"),
)
"""Words in the label of what there was before the rows below it."""
CLOSED = (
    *("closing", "carried forward", "c/f", "c/fwd", "ending balance", "end of year"),
    *("end of the year", "end of period", "end of the period", "end of the quarter"),
    *("end of month", "end of the month", "ending", "end of quarter"),
)
"""Words in the label of what there is after the rows above it."""
STOOD = r"\W*(?:balances?,?(?:\s(?:as\s)?(?:at|of|on))?|(?:as\s)?at)\s"
"""Pattern of how the label of what there was on a day starts, before the day."""
PRICED = ("per", "price", "average", "mean", "rate", "ratio")
PAID = (
    *("payments", "expenditure", "expenses", "outgoings", "spending", "spent", "paid"),
    *("withdrawals", "disposals", "deductions", "decrease", "decreases", "leavers"),
    *("reductions", "repayments", "deaths", "used", "utilised", "utilized", "released"),
    *("written off", "write-offs", "transfers out", "transfers to", "distributions"),
    *("dividends", "costs", "exercised", "forfeited", "expired", "cancelled", "sold"),
    *("depreciation", "amortisation", "amortization", "settlements", "outflows"),
    *(
        "vested",
        "canceled",
        "repaid",
        "redeemed",
        "settled",
        "lapsed",
        "resigned",
        "left",
        "retired",
    ),
)
"""Words in the label of what is taken away between the two, though it has no sign."""
MOVEMENTS = ("increase", "decrease", "change", "movement", "inflow", "outflow")
"""Words after `net` in the label of a row that is the sum of what is above it."""
EXCEPTED = ("excluding", "excl", "without", "before", "less", "net of", "except")
"""Words in the label of a total of which something is taken away."""
CHANGES = ("change", "changes", "growth", "variance", "increase", "decrease")
"""Words in the heading of a column of percentages that are no shares of a whole."""
THOUSANDS = ("thousand", "million", "billion", "trillion", "lakh", "crore")
"""What a table says that its figures are in, and so rounded to."""
THOUSANDS_SHORT = ("thous", "thousand", "mil", "million", "bil", "billion")
"""Such words first in the brackets of a heading."""
UNITS = (
    *("km", "km2", "km²", "sq km", "sq mi", "square miles", "square kilometres"),
    *("mi2", "mi²", "miles", "ha", "hectares", "acres", "tonnes", "tons", "kg"),
    *("gwh", "mwh", "twh", "kwh", "mw", "tco2e", "kt", "mt", "litres", "m2", "m²"),
    *("m3", "m³", "sq miles", "sq ft", "kilometres", "metres", "feet"),
)
"""Units in a heading of what is measured, so that its whole numbers are rounded."""
LESS = ("less", "deduct", "deduction", "minus")
"""First words of a row that is taken away though its amount has no sign."""
WHICH = ("of which", "of whom", "from which", "thereof")
NO_PART = (*WHICH, "including", "incl", "excluding", "memo", "o/w", "as %")
"""First words of rows and columns that are no part of a sum."""
NO_PART_ALONE = (
    *("average", "mean", "median", "change", "difference", "percentage", "per cent"),
    *("share", "minimum", "maximum", "range", "ratio", "avg", "percent", "proportion"),
    *(
        "cumulative",
        "variance",
        "majority",
        "std",
        "standard deviation",
        "growth",
        "rate",
        "max",
        "min",
    ),
)
"""Such words where the label ends, or goes on with one of the next."""
OF_SOMETHING = (
    *("in", "from", "of", "on", "since", "over", "vs", "per", "to", "year", "against"),
    *("between", "by", "for"),
)
NO_SUM = (
    *("rate", "ratio", "average", "avg", "mean", "median", "price", "per", "index"),
    *("score", "rank", "year", "date", "duration", "density", "turnout", "id", "code"),
    *("expectancy", "temperature", "speed", "yield", "no", "ref", "age", "share"),
    *("proportion", "multiple", "growth", "weight", "target", "quarter", "month"),
    *("week", "day", "number of times", "cumulative", "max", "min", "percentile"),
    *("latency", "version", "priority", "unit cost", "rating", "weeks", "months"),
    *("p50", "p90", "p95", "p99", "std", "accuracy", "precision", "recall", "each"),
    *("coverage", "risk", "phase", "tier", "level", "step", "chained"),
)
"""Words in the heading of a column whose numbers are not to be added."""
VOTES = ("yes", "no")
NAMES = (
    *("district", "precinct", "ward", "zip", "postcode", "phone", "zip code", "fips"),
    *("geoid", "block", "code", "section", "item", "chapter", "line", "row"),
)
"""Whole headings of columns whose numbers are names."""

MADE_OF = (
    *("made up of", "comprising", "comprised of", "comprises", "consisting of"),
    *("composed of", "split between", "split into", "split as", "broken down into"),
    *("broken down as", "divided between", "divided into", "namely", "that is"),
)
"""Phrases after a total before all its parts."""
OF_WHICH = (*WHICH, "of these", "including")
"""Phrases after a total before parts that may not be all."""
TOTALLING = (
    *("a total of", "totalling", "totaling", "making", "giving", "for a total of"),
    *("a combined total of", "in total", "adding up to", "amounting to", "a sum of"),
    *("making a total of", "giving a total of", "a combined", "bringing the total to"),
    *("together", "total", "in all"),
)
"""Phrases before the sum of the parts that stand before it."""
IN_TOTAL = ("in total", "in all", "altogether", "all told", "overall", "total")
"""Phrases after such a sum."""
LINKS = ("and", "plus", "&", "with", "as well as")
"""Words between the last two parts of a sum."""
MOVES = (
    *("increase", "rise", "growth", "gain", "jump", "fall", "drop", "decrease"),
    *("reduction", "decline", "cut", "change", "difference", "saving", "uplift"),
)
"""Nouns for what lies between two values."""
NOT_PLAIN = (
    *("confidence interval", "credible interval", "prediction interval"),
    *("a year", "per year", "per annum", "annual", "annually", "in real terms", "each"),
    *("on average", "average", "a month", "per month", "year on year", "compound"),
    *("adjusted", "real terms", "per cent points", "relative"),
)
"""Words by which a change is not that of the two values before it."""
WHOLES = (
    *(
        "the",
        "all",
        "every",
        "a",
        "total",
        "of",
        "our",
        "its",
        "their",
        "these",
        "those",
        "some",
    ),
    *("around", "about", "known", "possible", "available", "remaining", "eligible"),
)
"""Words between `of` and the whole that a share is of."""
LISTS = (
    *("as follows", "the following", "breakdown", "broken down", "split", "made up"),
    *("comprises", "comprising", "consists", "allocated", "allocation", "total"),
    *("distributed", "spent on", "budget", "of which", "including"),
)
"""Words of a sentence before a list whose items make up what it states."""
SPLIT = ("split", "broken down", "breakdown", "divided", "allocated", "distributed")
"""Words of a sentence before a list whose percentages are of one whole."""
ITEMS = (
    *("theme", "reason", "way", "thing", "question", "area", "part", "aim", "goal"),
    *("objective", "priority", "recommendation", "principle", "finding", "option"),
    *("class", "classe", "categorie", "sort"),
    *("category", "type", "kind", "group", "factor", "element", "component", "strand"),
    *("pillar", "issue", "challenge", "benefit", "risk", "lesson", "message", "stage"),
    *(
        "criterion",
        "criteria",
        "measure",
        "method",
        "approach",
        "model",
        "role",
        "rule",
    ),
    *("requirement", "condition", "feature", "topic", "item", "idea", "point", "task"),
    *("dimension", "ambition", "outcome", "proposal", "suggestion", "ask", "problem"),
    *("priorities", "categories", "goals", "deliverable", "milestone", "conclusion"),
    *("advantage", "disadvantage", "limitation", "assumption", "property", "attribute"),
    *("properties", "scenario", "exception", "similarity", "similarities", "purpose"),
    *("consequence", "implication", "decision", "constraint", "parameter", "mechanism"),
    *("protocol", "argument", "mode", "layer", "alternative", "concept", "value"),
)
"""Nouns that a list after them counts."""

THERE = (
    *("there are", "there were", "there will be", "here are", "these are", "one of"),
    *("the following", "following", "below are", "below is a list of"),
)
"""Phrases before the number of things that a list after it names."""
ANNOUNCING = (
    *("has", "have", "had", "introduce", "introduces", "introduced", "create"),
    *("creates", "created", "provide", "provides", "offer", "offers", "contain"),
    *("contains", "support", "supports", "define", "defines", "defined", "use"),
    *("uses", "used", "add", "adds", "added", "make", "makes", "made", "propose"),
    *("proposes", "identify", "identifies", "identified", "found", "find", "see"),
    *("describe", "describes", "distinguish", "distinguishes", "recommend"),
    *("recommends", "recommended", "need", "needs", "require", "requires", "list"),
    *("lists", "gives", "give", "takes", "take", "set out", "sets out", "publish"),
    *("published", "received", "comes with", "come with", "consists of", "accept"),
    *("involve", "involves", "entails", "comprises"),
    *("accepts", "cover", "covers", "considered", "run", "runs", "expose", "exposes"),
)
"""Verbs before the number of things that a list after the sentence names."""
NOT_NAMED = (
    *("that", "which", "who", "where", "when", "each", "both", "all", "including"),
    *("include", "includes", "such as", "e.g.", "for example", "following", "these"),
    *("those", "like", "any", "some", "if", "by", "called", "below", "steps", "do"),
    *("does", "did", "because", "so", "but", "as", "then"),
)
"""Words after such a number by which the list may be one of something else."""
MADE = ("have been", "were", "has been", "are")
"""Verbs after the things that open a sentence, which a list after it may name."""
HEADED = ("top", "key", "biggest", "largest", "main")
"""Words before the number of things that a list right after it names, all of them."""
MORE_NAMED = (
    *("etc", "and so on", "others", "other", "for example", "such as", "including"),
    *("e.g", "among", "amongst", "more", "first", "second", "firstly", "one", "plus"),
    *("which", "who", "where", "that", "but", "so", "because", "if", "when", "while"),
    *("not", "especially", "particularly", "respectively", "either", "both", "then"),
    *("is", "are", "was", "were", "has", "have", "will", "can", "may", "must"),
)
"""Words in an enumeration by which its items are not all, or not only, items."""
CALLED = ("called", "named", "call them", "labelled", "titled", "namely")
"""Words between things and their names."""
HANGING = (
    *("that", "who", "which", "when", "if", "where", "to", "by", "with", "for", "of"),
    *("and", "or", "can", "will", "should", "must", "may"),
)
"""Last words of a sentence that each item of its list goes on with."""
IN_WORDS = ("firstly", "secondly", "the first is", "one is", "the other is")
"""Words after a number by which the sentence itself names what it counts."""
CLAUSE = ("the", "these", "those", "this", "that", "its", "their", "our", "your", "my")
OPEN = ("etc", "and so on", "and more", "many more", "and others", "…", "...")
"""Ends of the last item of a list that goes on."""
DRAWN = ("table", "figure", "chart", "graph", "example", "diagram", "column")
"""Nouns that no table right after their number counts by its rows."""
ROWS = ("row", "line", "record", "entry", "entries", "result")
"""What a table right after a sentence shows the first few of."""
NOW = (
    *("only", "just", "currently", "now", "basically", "generally", "broadly"),
    *("essentially", "typically", "presently", "mainly", "also"),
)
"""Words between such a phrase and the number."""
NO_COUNT = (
    *(
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "weekend",
        "month",
        "quarter",
    ),
    *("year", "decade", "time", "percent", "point", "pound", "dollar", "euro", "pence"),
    *("cent", "mile", "metre", "meter", "foot", "inch", "page", "word", "line", "byte"),
    *(
        "people",
        "person",
        "user",
        "member",
        "customer",
        "employee",
        "developer",
        "star",
    ),
    *("core", "bit", "character", "column", "row", "pixel", "digit", "step", "vote"),
    *("team", "side", "part-time", "fold", "volume", "version", "release", "machine"),
)
"""Nouns that measure, or that a list after them need not name one by one."""
NOT_ALL = (
    *("first", "last", "top", "next", "other", "another", "remaining", "any", "every"),
    *(
        "each",
        "both",
        "more",
        "further",
        "additional",
        "main",
        "least",
        "most",
        "about",
    ),
    *("than", "some", "extra", "previous", "past", "per", "same", "all", "or", "to"),
)
"""Words right before a number that does not count the whole of a list."""
AMID = (
    *("after", "across", "within", "under", "in", "for", "from", "on", "at", "by"),
    *("during", "over", "before", "with", "between", "than", "up"),
)
"""Words by which a number right after them belongs to what is said, not to a list."""
GREAT = ("grand", "overall", "combined")
"""Words before `total` in the label of an amount that others of its name make up."""

REST = ("the other", "the remaining", "the rest,", "the remainder,")
"""Before a percentage that is what another leaves of a whole."""
LISTS_THEM = ("lists", "shows", "gives", "names", "describes", "summarises", "sets out")
"""What a table is said to do with what its rows are."""
FASTER = ("speedup", "speed-up", "improvement", "saving", "gain", "slowdown")
"""Changes that are said in times."""
MULTIPLES = {
    "doubled": Decimal(2),
    "trebled": Decimal(3),
    "tripled": Decimal(3),
    "quadrupled": Decimal(4),
    "halved": Decimal("0.5"),
}
"""Verbs for a change by a factor, before the two values."""
TIMES = {
    "twice": Decimal(2),
    "double": Decimal(2),
    "three times": Decimal(3),
    "triple": Decimal(3),
    "treble": Decimal(3),
    "four times": Decimal(4),
    "half": Decimal("0.5"),
}
"""Words between a number and the one that it is a multiple of."""
OVER = ("more than", "over", "well over", "just over")
NEARLY = ("almost", "nearly", "just under", "close to", "roughly", "about", "around")
"""Words before a multiple or fraction by which it is not quite that."""
MOVED = (
    *("rose", "fell", "grew", "dropped", "increased", "decreased", "declined"),
    *("climbed", "up", "down", "rise of", "fall of", "increase of", "jumped"),
)
"""Words before how much something moved."""
AGAIN = ("these", "those", "each", "the", "of")
"""Words before the things of which the sentence before has said how many."""
THESE = ("these", "the above", "these latter", "the latter")
"""Words before the number of the things that the list before a text names."""
CLAUSES = ("after", "once", "when", "if", "before", "until", "unless", "while")
"""First words of a clause that says when, not what the list after it names."""
NO_PART_OF = (
    *("introduction", "summary", "conclusion", "conclusions", "overview", "note"),
    *("notes", "see also", "next", "reference", "references", "example", "examples"),
    *("background", "further", "related", "appendix", "faq", "discussion", "other"),
    *("exercise", "exercises", "quiz", "answers", "solutions", "homework"),
)
"""First words of headings that are none of the things announced before them."""
BODIES = (
    *("ISO", "IEC", "BS", "EN", "DIN", "ANSI", "IEEE", "ASTM", "RFC", "NIST", "ITU"),
    *("ETSI", "SAE", "WCAG", "PAS", "IFRS", "IAS", "FIPS", "CFR", "USC", "ECMA", "PDF"),
)
"""Bodies before the number of a standard."""
TITLES = (
    *("Act", "Code", "Directive", "Standard", "Convention", "Treaty", "Bill", "Order"),
    *("Manual", "Handbook", "Guidelines", "Specification", "Constitution", "Statute"),
    *("Statutes", "Ordinance", "Charter", "Protocol", "Rulebook", "Regulations"),
    *("Framework", "Book", "Encyclopaedia", "Bible", "Textbook"),
)
"""Last words, in capitals, of titles of works with chapters and tables of their own."""
