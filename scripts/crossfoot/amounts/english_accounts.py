"""English: what lines of accounts and registers are called that make each other.

Plain data, GB and US usage. Another language is another file with these names.
"""

INCOME = (
    *("income", "receipts", "revenue", "revenues", "turnover", "sales", "funding"),
    *("incoming resources", "money in", "inflows", "earnings"),
)
SPENT = (
    *("expenditure", "expenditures", "expenses", "costs", "spending", "spend"),
    *("payments", "outgoings", "resources expended", "money out", "outflows"),
)
LEFT = (
    *("surplus", "deficit", "surplus/(deficit)", "surplus / (deficit)"),
    *("surplus/deficit", "(deficit)/surplus", "deficit/surplus", "profit", "loss"),
    *("profit/loss", "profit/(loss)", "net income", "net expenditure", "net surplus"),
    *("net deficit", "net profit", "net loss", "net result", "net position"),
)
NET = (
    *("net", "net amount", "subtotal", "sub-total", "excluding vat", "excl. vat"),
    *("ex vat", "exc. vat", "before vat", "before tax", "net cost", "net price"),
)
TAX = ("vat", "tax", "sales tax", "gst", "value added tax")
GROSS = (
    *("gross", "gross amount", "total due", "amount due", "including vat", "incl. vat"),
    *("inc vat", "inc. vat", "total", "total inc vat", "total incl. vat"),
    *("total including vat", "after tax", "gross cost", "gross price"),
)
ASSETS = ("assets", "total assets")
OWED = ("liabilities", "total liabilities")
OWNED = ("net assets", "net liabilities", "equity", "total equity", "net worth")
SALES = ("sales", "turnover", "revenue")
COST_OF_SALES = ("cost of sales", "cost of goods sold", "cogs")
OVERHEADS = (
    *("overheads", "expenses", "operating expenses", "operating costs", "admin costs"),
    *("administrative expenses", "administrative costs", "fixed costs"),
)
GROSS_PROFIT = ("gross profit", "gross loss", "gross margin")
CURRENT_ASSETS = ("current assets", "total current assets")
CURRENT_OWED = (
    *("creditors", "creditors due within one year", "current liabilities"),
    *("creditors: due within one year", "total current liabilities"),
    *("creditors: amounts falling due within one year", "liabilities due in one year"),
    *("creditors: amounts due within one year", "creditors falling due in one year"),
    *("creditors: falling due within one year", "amounts due within one year"),
)
CURRENT_NET = (
    *("net current assets", "net current liabilities", "working capital"),
    *("net current assets/(liabilities)", "net current assets / (liabilities)"),
)

TIES: tuple[
    tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]],
    ...,
] = (
    (LEFT, (INCOME,), (SPENT,)),
    (GROSS, (NET, TAX), ()),
    (OWNED, (ASSETS,), (OWED,)),
    (GROSS_PROFIT, (SALES,), (COST_OF_SALES,)),
    (LEFT, (GROSS_PROFIT,), (OVERHEADS,)),
    (CURRENT_NET, (CURRENT_ASSETS,), (CURRENT_OWED,)),
)
"""What a line is called, what it is the sum of, and what is taken away from it."""

PAIRS = (
    *(("men", "women"), ("male", "female"), ("males", "females"), ("boys", "girls")),
    *(("full time", "part time"), ("full-time", "part-time"), ("urban", "rural")),
    *(("permanent", "temporary"), ("home", "abroad"), ("domestic", "foreign")),
    *(("domestic", "international"), ("passed", "failed"), ("indoor", "outdoor")),
    *(("in favour", "against"), ("open", "closed"), ("online", "in person")),
)
"""Two lines that make up a whole, where one of these stands beside them."""
WHOLES = (
    *("all", "both", "both sexes", "everyone", "persons", "people", "total", "staff"),
    *("all staff", "all people", "all persons", "all pupils", "pupils", "overall"),
    *("entered", "sat", "votes", "all sexes", "combined", "employees", "members"),
    *("all members", "all ages", "residents", "population"),
)
BESIDE = ("total", "less", "add", "plus", "annual", "overall", "of which", "of whom")
"""What may stand before any of these names."""
PERIODS = ("for", "in", "at", "to", "of", "during", "before")
"""Words after any of these names before the time that is meant."""

CHANGE = (
    *("change", "difference", "diff", "variance", "delta", "increase", "decrease"),
    *("growth", "gap", "saving", "savings", "rise", "fall", "movement", "net"),
    *("surplus", "deficit", "balance", "remaining", "left", "unspent"),
)
"""Words in the heading of a column that may be one column less another."""
SHARES = ("share", "proportion", "percentage", "percent", "rate", "per cent", "of")
"""Words in the heading of a column that may be one column as a share of another."""
MEANS = (
    *("average", "avg", "mean", "per", "each", "cost per", "rate", "speed", "density"),
    *("ratio", "yield", "intensity"),
)
"""Words in the heading of a column that may be one column divided by another."""
PRODUCTS = ("total", "subtotal", "cost", "amount", "sum", "extended", "value", "price")
"""Words in the heading of a column that may be one column times another."""
FACTORS = (
    *("qty", "quantity", "count", "number", "units", "pcs", "pieces", "hours"),
    *("days", "months", "weeks", "nights", "people", "heads", "amount", "no"),
    *("fte", "ftes", "#"),
)
"""Words in the heading of a column that counts what another prices."""

CUMULATIVE = (
    *("cumulative", "running total", "running sum", "accumulated", "total to date"),
    *("cumulated", "cum."),
)
"""Words in the heading of a column that adds up what another says so far."""
CARRIED = (
    *("balance", "closing", "at end", "end of month", "end of year", "end of quarter"),
    *("open", "outstanding", "stock", "in stock", "in hand", "on hand", "waiting"),
    *("caseload", "backlog", "remaining", "left", "members", "in post", "held"),
    *("carried forward", "c/f", "still open", "pending", "at year end"),
)
"""Words in the heading of a column that goes on from the row above."""
INDEXED = ("index", "indexed")
"""Words in the heading of a column that is another as a share of one of its rows."""
RANKED = ("rank", "ranking", "ranked", "position", "place")
"""Headings of a column that counts the rows in the order of another."""
AVERAGES = ("average", "mean", "avg", "arithmetic mean", "mean average")
"""What a row or a column is called that is the mean of those before it."""
PARTED = (
    *("vat", "tax", "discount", "commission", "fee", "interest", "levy", "rebate"),
    *("reduction", "deposit", "markup", "surcharge", "tip", "royalty", "grant"),
)
"""Words in the heading of a rate, or of the part of an amount that it makes."""

DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    r"(?:\s(?:[0-9]{2}|[0-9]{4}))?"
)
QUARTERS = (
    r"q[1-4](?:\s[0-9]{4})?|quarter\s[1-4]|(?:first|second|third|fourth)\squarter"
    r"|spring|summer|autumn|winter"
)
WEEK = r"(?:(?:all|whole|full|the)\s)?week"
YEAR = (
    r"(?:(?:all|whole|full|the|calendar|financial)\s)*year"
    r"|(?:fy\s?)?[0-9]{4}(?:[-–/][0-9]{2,4})?"
)
TIMES = ((DAYS, WEEK), (MONTHS, f"{YEAR}|quarter"), (QUARTERS, YEAR))
"""Patterns of rows that are times, and of what a row is called that is all of them."""
TIMED = (
    *("year", "years", "calendar year", "financial year", "fiscal year", "fy"),
    *("academic year", "school year", "survey year", "census year", "season"),
    *("year ending", "year ended", "period", "date"),
)
"""Headings of a column of years."""
OVERLAPS = (
    *(
        "not the sum",
        "not a sum",
        "not equal the sum",
        "not sum",
        "not add",
        "not total",
    ),
    *("more than one", "more than once", "double-counted", "counted twice", "chained"),
)
"""What a caption says of rows that count some things more than once, or not all."""
AGED = ("working age", "school age", "pension age", "pensionable age", "retirement age")
"""Words in the heading of a column that counts people of an age."""
PERIOD = (
    r"(?:(?:year|quarter|month|week)s?[\s-])?to[\s-]date\b"
    r"|(?:year|quarter|month|week)s?[\s-](?:end(?:ed|ing)?|to)\b"
    r"|(?:fiscal|financial)\s(?:year|quarter)s?\b|\byears?\s(?=[0-9]{4}\b)"
    r"|\b(?:this|last|current|prior|previous|preceding|past|next|full|base|budget|first"
    r"|second|third|fourth|fifth|final|in|(?:in|for|during|of)\sthe|[1-9](?:st|nd|rd|th))"
    r"[\s-](?:(?:financial|fiscal|calendar|school|academic)\s)?"
    r"(?:year|quarter|month|week|day)s?\b"
    r"|\b(?:year|quarter|month|week|day|phase|stage|step|tier|level)\s[1-9][0-9]?\b"
)
"""Pattern of the period in a heading that amounts are those of."""
SHARED = (
    r"(?:\bper|/|\ba)\s?(?:person|head|capita|member|pupil|student|household|attendee"
    r"|participant|delegate|year|yr|annum|quarter|month|mo|week)\b"
)
"""Pattern of what all amounts of a column are for, so that they add up as such."""
SPREAD = (
    *("lower", "upper", "ll", "ul", "lcl", "ucl", "error", "std", "se", "2.5%"),
    *("llci", "ulci", "bootllci", "bootulci", "97.5%"),
)
"""Words in the heading of how far an estimate may be off, on either side."""
ESTIMATES = (
    *("ci", "llci", "ulci", "bootllci", "bootulci", "confidence", "credible"),
    *("standard error", "std error", "std. error", "boot se", "95%", "lower limit"),
    *("upper limit", "lower bound", "upper bound"),
)
"""Words in a heading of a table of estimates, which has such columns."""
SQUARES = ("ss", "sum of squares", "sums of squares", "sum squares", "sum sq")
"""Words in the heading of what an analysis of variance parts, by more ways than one."""
FREEDOM = ("df", "d.f.", "degrees of freedom")
"""The heading that stands beside it."""
IN_UNITS = ("unit", "units", "unit of measure", "unit of measurement", "measured in")
"""Headings of a column that says what each row is in."""
RATED = ("%", "percent", "per cent", "percentage", "ratio", "rate", "index", "pp")
"""What a row says in a column of units whose numbers are not added across."""
