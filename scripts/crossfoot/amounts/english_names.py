"""English: the words of dates, references and names, which are no quantities.

The second half of the language; `english` is the first and hands these on, and this
one what `english_labels` says.
"""

from crossfoot.amounts import english_labels

CAPITALS_NAME = english_labels.CAPITALS_NAME
UNNAMED = english_labels.UNNAMED
MEASURED_SHORT = english_labels.MEASURED_SHORT
GOES_ON = english_labels.GOES_ON
SINGLE = english_labels.SINGLE
LABELLED = english_labels.LABELLED
DATED = english_labels.DATED
ON_DAYS = english_labels.ON_DAYS
WEEKDAYS = english_labels.WEEKDAYS
SERIALS = english_labels.SERIALS
MEETS = english_labels.MEETS
STOOD = english_labels.STOOD
POSTAL = english_labels.POSTAL
STREETS = english_labels.STREETS
LASTING_FOR = english_labels.LASTING_FOR
NO_LEVEL = english_labels.NO_LEVEL

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr"),
    *("Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"),
)
CLOCK = (
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "o'clock",
    "o’clock",
    "noon",
    "midnight",
    "hours",
    "GMT",
    "BST",
    "UTC",
)
HOURS = ("hrs", "hours", "h")
"""After hours and minutes with a point: 18.50hrs."""
AT_TIME = ("at", "until", "till")
"""Before four digits and hours it makes a time of them."""
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
    *("responses", "respondents", "participants", "meals", "places", "units", "tonnes"),
    *("miles", "hours", "visits", "calls", "cases", "deaths", "members"),
    *("organisations", "organizations", "businesses", "charities", "residents"),
    *("workers", "employees", "words", "copies", "users", "visitors", "requests"),
    *("voters", "carers", "veterans", "claimants", "tenants", "dwellings"),
    *("properties", "houses", "flats", "schools", "teachers", "nurses", "doctors"),
    *("officers", "prisoners", "offences", "crimes", "incidents", "trees", "sites"),
    *("acres", "hectares", "metres", "meters", "kilometres", "kilometers", "vehicles"),
    *("cars", "bikes", "projects", "grants", "applications", "interviews", "surveys"),
    *("records", "items", "days", "weeks", "books", "signatures", "donors", "firms"),
    *("companies", "clients", "customers", "delegates", "attendees", "supporters"),
    *("individuals", "persons", "babies", "births", "beds", "pounds", "dollars"),
)
"""What four digits count when no firm word before makes them a year."""
LOOSE_BEFORE_YEAR = (
    *("of", "to", "by", "for", "from", "between", "and", "around", "about", "the"),
)
"""Of the words before a year, those that stand before a count as well."""
GROWTH = (
    *("increase", "increases", "rise", "growth", "gain", "improvement", "decrease"),
    *("decline", "fall", "drop", "reduction"),
)
"""Words after which `over` and four digits compare with a year."""
NO_YEAR = (
    *("over", "than", "least", "most", "nearly", "almost", "some", "under", "further"),
    *("exceeded", "exceeding", "additional", "extra", "another", "only"),
)
"""Words after which four digits are no year."""

REFERENCES = (
    *("chapter", "chapters", "table", "tables", "figure", "figures", "fig", "figs"),
    *("section", "sections", "sec", "page", "pages", "paragraph", "paragraphs", "para"),
    *("paras", "appendix", "appendices", "annex", "annexes", "box", "boxes"),
    *("footnote", "footnotes", "endnote", "equation", "equations", "eq", "exhibit"),
    *("article", "articles", "schedule", "clause", "clauses", "volume", "vol"),
    *("regulation", "regulations", "subsection", "chart", "charts", "map", "maps", "p"),
    *("pp", "ch", "chs", "scope", "scopes", "heading", "headings", "subheading"),
    *("docket", "subparagraph", "subparagraphs", "fn", "subpart", "title page"),
)
"""Nouns that name a part of a text, with or without a capital."""

KINDS = (
    *(
        "type",
        "genotype",
        "subtype",
        "serotype",
        "phenotype",
        "chromosome",
        "isoform",
        "exon",
    ),
    *("peptide", "interleukin", "cotransporter"),
)
"""More of them, whose kinds have numbers for names: genotype 1, peptide 1."""
DOCUMENTS = (
    *("Bulletin", "Report", "Paper", "Circular", "Notice", "Order", "Opinion", "Note"),
    *("Decision", "Minute", "Case", "Application", "Memorandum", "Document", "Doc"),
    *("Brief",),
)
"""Documents whose number and year stand with a slash: Bulletin 18/99, Doc 18-12."""

NAMED = (
    *("theme", "themes", "part", "parts", "phase", "phases", "stage", "stages", "step"),
    *("steps", "question", "questions", "recommendation", "recommendations", "level"),
    *("tier", "type", "group", "option", "options", "scenario", "year", "wave"),
    *("round", "goal", "objective", "priority", "principle", "strand", "pillar"),
    *("workstream", "action", "finding", "case", "item", "row", "column", "line"),
    *("block", "unit", "room", "route", "junction", "band", "zone", "lot", "grade"),
    *("class", "number", "note", "issue", "day", "formula", "big", "week", "month"),
    *("session", "test", "rule", "study", "ask", "ambition", "ward", "book", "art"),
    *(
        "area",
        "areas",
        "statistic",
        "branch",
        "proposition",
        "prop",
        "lecture",
        "agent",
    ),
)
"""Nouns that name a thing by number when they have a capital."""

TITLED = (
    *("project", "district", "sector", "region", "flat", "floor", "gate", "bay"),
    *("plot", "site", "building", "platform", "studio", "mission", "model", "trial"),
    *("experiment", "arm", "output", "outcome", "indicator", "target", "component"),
    *("deliverable", "milestone", "measure", "standard", "requirement", "criterion"),
    *("lesson", "module", "scene", "episode", "season", "series", "division", "lane"),
    *("berth", "terminal", "seat", "slide", "entry", "session", "cohort", "key stage"),
    *("quarter", "period", "category", "cluster", "sprint", "sample", "stream"),
    *(
        "paper",
        "condition",
        "appeal",
        "budget",
        "minute",
        "point",
        "pool",
        "heading",
        "cell",
    ),
    *("pathway", "form", "formula", "agenda", "plan", "tip", "runway", "trench"),
    *("pier", "dock", "court", "courtroom", "theatre", "lab", "laboratory", "reactor"),
    *("turbine", "borehole", "pit", "heat", "verse"),
    *("batch", "motion", "amendment", "bill", "petition"),
    *("dataset", "panel", "plate", "specimen", "patient", "participant", "subject"),
    *("respondent", "interviewee", "task", "challenge", "domain"),
    *("workshop", "exercise", "activity", "precinct", "ward", "constituency"),
    *("apartment", "suite", "wing", "car park", "squadron", "bin"),
    *("shaft", "tower", "engine", "boiler", "substation", "circuit", "cycle"),
    "topic",
)
"""More nouns that name a thing by number when they have a capital."""

SERIES = (
    *("stage", "phase", "tier", "level", "grade", "band", "type", "class", "category"),
    *("wave", "round", "option", "scenario", "step", "question", "recommendation"),
    *("objective", "quarter", "period", "note", "item", "row", "column", "line"),
    *("port", "zone", "part", "strand", "theme", "pillar", "goal", "principle"),
    *("finding", "cohort", "sprint", "room", "junction", "platform", "module"),
    *("lesson", "section", "key stage", "criterion", "condition", "group", "arm"),
    *("day", "week", "month", "year", "dose", "layer", "runway", "gate", "berth"),
)
"""Nouns that name a thing by number without a capital, where a word before shows it."""
NOTING = ("note",)
"""Those that are verbs as well: it notes 12 cases."""
BEFORE_SERIES = (
    *("in", "at", "to", "of", "from", "for", "on", "by", "with", "under", "during"),
    *("than", "via", "into", "within", "and", "or", "is", "was", "are", "see", "key"),
    *("follow", "following", "called", "dubbed", "only", "both", "repeat", "skip"),
    *("reach", "reached", "reaches", "achieve", "achieved", "get", "gets", "got"),
    *("through", "completed", "complete", "start", "started", "starting", "until"),
    *("till", "since", "after", "before", "between", "meet", "met", "including"),
    *("entering", "against", "like", "as", "per", "agenda"),
)
ORDINAL_ENDS = ("st", "nd", "rd", "th")
"""After digits they make a place in a row."""
METRE = "m"
MULTIPLES = ("hundred", "hundreds", "dozen", "dozens", "score", "bln", "mio")
"""What multiplies digits before it, and is not read with them: 5 dozen."""
MONEY_SCALES = ("b", "mm", "cr")
"""Scales that stand after money alone: £5b, but 5b is a name, and 5mm a length."""
PLURAL = "s"
"""What makes one of the series several."""
BEFORE_LEVEL = ("a", "an", "the", "have", "has", "with", "had", "least", "other")
LEVELS = (
    *("stage", "tier", "level", "grade", "band", "type", "class", "category", "phase"),
    *("layer",),
)
"""Those of the series that `a` and `the` name as well: a grade 5, the type 2 error."""

STANDARDS = (
    *("COVID", "Covid", "FTSE", "S&P", "Fortune", "Web", "Industry", "Agenda", "Form"),
    *("UKSC", "UKHL", "UKPC", "EWCA Civ", "EWCA Crim", "EWHC", "CSIH", "ECHR"),
    *("Public Law", "Pub. L.", "P.L.", "Executive Order", "H.R.", "S.B.", "SB", "HB"),
    *("SI", "S.I.", "SSI", "CP", "Cmd", "Regulation", "Decision", "SORP", "IPSAS"),
    *("World War", "Highway", "Interstate", "Flight", "Horizon", "USB", "Bluetooth"),
    *("Drupal", "FIPS", "BCP", "AASB", "ASC", "ASU", "SAB", "SFAS", "GASB", "IFRIC"),
    *("Java", "PHP", "Node", "iPhone", "Sentinel", "Landsat", "ID", "P.O. Box"),
    *("Private Bag", "Locked Bag", "GPO Box", "PM"),
    *("PO Box", "GPT", "Formula", "Sars", "SARS", "Key Stage", "World Cup", "OMB"),
    *("PID", "HTTP", "Linux", "Analytics", "Node.js", "Ruby", "Rails", "Django", "TLS"),
    *("Postgres", "Debian", "Fedora", "Angular", "React", "Vue", "Bootstrap", "SSL"),
    *("Chrome", "Firefox", "Safari", "Edge", "Internet Explorer", "IE", "Gradle"),
    *("Special Publication", "Publication", "Spring Boot", "Kotlin", "Swift", "Perl"),
    *("License", "Licence", "Attribution", "ShareAlike", "Share Alike", "CC0", "OGL"),
    *("ISO", "IEC", "BS", "EN", "RFC", "WCAG", "HTML", "CSS", "PDF", "XML", "XBRL"),
    *("SARIF", "UTF", "SHA", "MD", "CC", "BY", "GPL", "LGPL", "MIT", "ASTM", "DIN"),
    *("ANSI", "NIST", "IEEE", "PAS", "SDG", "GRI", "IFRS", "IAS", "FRS", "ISAE", "ISA"),
    *("Python", "Windows", "Android", "iOS", "macOS", "Ubuntu", "Excel", "Office"),
    *("DOI", "ISBN", "ISSN", "Directive", "Act", "Cmnd", "Cm", "Cd", "HC", "HL"),
    *(
        "Attainment",
        "Progress",
        "Resolution",
        "Protocol",
        "Apollo",
        "Boeing",
        "Airbus",
        "Radio",
        "Channel",
    ),
)
"""Names that a number belongs to."""

VERSIONS = ("version", "versions", "v", "ver")
"""Words after which digits are a version."""
EDITIONS = ("release", "revision", "edition", "update")
"""Words after which digits with a point are a version."""
NUMBERED = (
    *("charity", "company", "registered", "registration", "award", "grant", "phone"),
    *("telephone", "reference", "account", "project", "case", "invoice"),
    *("VAT", "customer", "policy", "planning", "application", "contract", "tel"),
    *("mobile", "fax", "contact", "helpline", "serial", "patient", "commission"),
)
"""Words that make the digits after `number` somebody's number."""
PHONES = (
    *("telephone", "tel", "phone", "mobile", "fax", "facsimile", "freephone"),
    *("helpline", "hotline"),
)
"""Words that seven digits or more after them are a telephone number of."""
NUMBER_WORDS = ("number", "numbers", "no.", "no", "nos.", "nos", "ref.", "ref")
REGISTERS = (
    *("charity", "company", "tel", "telephone", "phone", "mobile", "fax", "ref"),
    *("reference", "ID", "registration", "call", "ring", "text", "dial"),
)
"""Words that make the digits after a colon somebody's number."""
NO = ("No", "Nos", "no.", "nos.", "No.", "Nos.", "nos", "NO.", "NOS.", "NO:")
"""Short for `number` before digits."""

NAMES = ("covid", "omicron", "sars", "cop", "brexit")
"""Names that a number may follow after a hyphen, in lower case as well."""

IDIOMS = (
    *("one-off", "one-offs", "one off", "one-to-one", "one to one", "one-to-many"),
    *("one-stop", "one-time", "one-way"),
    *("two-way", "one-sided", "two-sided", "one-size", "one-on-one", "two-fold"),
    *("first-class", "second-hand", "third-party", "third party", "third parties"),
    *("second-class", "first-hand", "one by one", "one after another", "zero-waste"),
    *("zero waste", "one-third-party", "zero-hours", "zero hours", "zero-sum"),
    *("net zero", "net-zero", "number one", "day one", "third sector", "NHS 111"),
    *("two-faced", "all fours", "at sixes and sevens", "one day", "call 111"),
    *("call 101", "call 999", "call 911", "dial 999", "dial 911", "calling 999"),
    *("calling 111", "calling 101", "calling 911", "dial 111", "zero-carbon"),
    *("zero carbon", "zero-emission", "zero-emissions", "zero emission"),
    *("zero tolerance", "zero-tolerance", "zero-rated", "ground zero", "big four"),
    *("one another", "one at a time", "one and all", "one and the same", "one thing"),
    *("one-third party", "first aid", "at one time", "one way or another", "one way"),
    *("third-sector", "third reading", "second reading", "first reading"),
    *("one-of-a-kind", "one of a kind", "one-out", "nine-to-five"),
)
"""Set phrases in which a number word counts nothing."""

COUNTED_IDIOMS = {
    "one day": (
        *("a", "in", "within", "for", "than", "least", "only", "of", "just", "about"),
        *("after", "lasting", "lasted", "over", "under", "every", "per", "took", "on"),
    ),
}
"""Words before such a phrase after which it counts."""

DIGIT_IDIOMS = (
    *(
        "1-on-1",
        "1-to-1",
        "24/7",
        "24x7",
        "401k",
        "9/11",
        "7/7",
        "50/50",
        "20/20",
        "50:50",
        "360-degree",
        "999 call",
        *("9-to-5", "9 to 5 job", "9 to 5 jobs", "9-5 job", "9-5 jobs"),
    ),
    *("999 calls", "911 call", "911 calls", "111 call", "111 calls", "101 calls"),
)
"""Set phrases in digits."""

EMERGENCY = ("911", "999", "112", "988", "111", "101")
EMERGENCY_BEFORE = (
    *("call", "calling", "called", "calls", "dial", "dialling", "dialing", "dialled"),
    *("dialed", "ring", "rang", "ringing", "text", "phone", "a"),
)
EMERGENCY_AFTER = (
    *("call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator"),
    *("operators", "system", "systems", "service", "services", "emergency", "centre"),
    *("center", "response", "handler", "handlers"),
)
"""Numbers of emergency services, and the words around them that show it."""
SIZES = ("KB", "MB", "GB", "TB", "page", "pages")
"""After digits they measure a file: PDF 44 KB."""
OPENERS = (
    *("Our", "The", "What", "How", "Why", "Who", "When", "Where", "Introduction"),
    *("Background", "Summary", "Conclusion", "Conclusions", "Results", "Method"),
    *("Methods", "Methodology", "Discussion", "Recommendations", "Findings"),
    *("References", "Scope", "Purpose", "Context", "Overview", "Aims", "Objectives"),
    *("Governance", "Appendices", "Next", "About", "Key", "Executive", "However"),
    *("In", "On", "At", "As", "For", "From", "Of", "Under", "During", "After", "If"),
    *("Before", "While", "Although", "This", "These", "That", "Those", "It", "We"),
    *("See", "Based", "Includes", "Excludes", "Including", "Excluding", "Restated"),
)
"""First words of a heading or note; digits before them at the start number it."""
CODES = ("U.S.C.", "USC", "C.F.R.", "CFR", "Code of Federal Regulations")
"""Those that are cited without a place as well."""
LAWS = (
    *(*CODES, "Pub. L.", "Fed. Reg.", "FR", "U.S.", "U.S. Code", "F.2d", "F.3d"),
    *("Stat.",),
)
"""Collections of laws and cases, cited as volume, name and place."""
POSTCODE = r"[A-Z]{1,2}[0-9][0-9A-Z]?\s[0-9][A-Z]{2}(?![A-Za-z0-9])"
"""Pattern of a postcode of the United Kingdom."""
REGIONS = ("ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA")
"""States of Australia before a postcode."""
AGED = ("over", "under")
"""Before `60s` they name people of an age."""
STAGED = ("post", "pre")
"""Before `16` they name what comes after or before an age."""
GLUED_REFERENCES = ("p", "pp", "s", "ss", "p.", "pp.", "s.", "para.", "fig.", "ch.")
"""Short words that a number is glued to when it refers."""
FINANCIAL_YEAR = "fy"
ERAS_BEFORE = ("AD",)
ERAS = ("AD", "BC", "BCE", "CE", "BP")
"""Before and after the years of an era."""
YEAR_PARTS = ("q", "h")
"""Before digits they are a quarter or a half of a year: Q3, H1."""

GLUED = (
    *("km", "m", "cm", "mm", "kg", "g", "mg", "t", "kt", "mt", "ha", "l", "ml", "ft"),
    *("in", "yd", "lb", "oz", "mph", "kph", "mw", "gw", "kw", "kwh", "mwh", "gwh"),
    *("twh", "kb", "mb", "gb", "tb", "hz", "khz", "mhz", "ghz", "hr", "hrs", "h", "s"),
    *("ms", "min", "mins", "sec", "secs", "yr", "yrs", "x", "°c", "°f", "pt", "px"),
    *("dpi", "fte", "µg", "μg", "mcg", "co2e", "tco2e", "sqm", "sq", "wte", "kcal"),
    *("º", "ºc", "ºf", "ish", "mbps", "gbps", "kbps"),
)
"""Units that may be glued to digits without making them a name (5km, 3x).

Those of one letter are small ones; capitals make names: 5G, 18F.
"""
GLUED_CAPITALS = ("V", "W")
DEGREES = ("C", "F")
"""Units of temperature, which letters are after decimals alone: 1.5C, but Annex 2C."""
GRADING = ("scale", "grading", "grades")
"""Words that make 9-1 a name of grades."""

MEASURED_IN = ("pH", "eGFR")
"""Words with a capital inside that a measure follows and no release."""
METRES_BEFORE = ("within", "every", "per", "a", "the", "x", "×")
"""Words before digits whose glued `m` is metres."""
METRES_SAID = r"(?<![\w-])(?:depths?|deepest|altitudes?|elevations?)\b[^.;:]{0,30}\Z"
"""Before digits whose glued `m` is metres: the depth of most is 45m."""
METRES = (
    *("long", "wide", "high", "deep", "tall", "away", "apart", "radius", "distance"),
    *("sprint", "race", "pool", "above", "below", "of a", "from"),
)
"""Words after which a glued `m` is metres and no million."""
