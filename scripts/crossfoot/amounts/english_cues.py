"""English: words beside a number by which it is made of others that stand near.

Plain data, GB and US usage. Another language is another file with these names. Each is
a regular expression; `BEFORE` ones end where the number starts, and `AFTER` ones start
where it ends.
"""

_MOVES = (
    r"(?:increases?|rises?|growth|gains?|jumps?|falls?|drops?|decreases?|reductions?"
    r"|declines?|cuts?|changes?|improvements?|differences?|gaps?|savings?|overspends?"
    r"|underspends?|surplus|deficit|shortfalls?|loss|losses|margin|uplift|headroom"
    r"|excess|balance|slippage|overrun)"
)
_MOVED = (
    r"(?:increased|rose|risen|grew|grown|gained|jumped|fell|fallen|dropped|decreased"
    r"|reduced|declined|cut|improved|overspent|underspent|missed|beat|exceeded|shrank"
    r"|shrunk|widened|narrowed|up|down|higher|lower|raised|lost)"
)
APART_BEFORE = (
    rf"\b{_MOVES}\s(?:\w+\s)?(?:of|was|is|by|to)\s(?:\w+\s)?\Z",
    rf"\b{_MOVES}\s(?:\w+\s)?(?:comes|came|amounts|amounted)\sto\s\Z",
    r"\b(?:more|less|fewer)\s(?:\w+\s)?by\s\Z",
    r"\b(?:[Aa]\sfurther|[Aa]nother)\s\Z",
    rf"\b{_MOVED}\s(?:\w+\s){{0,6}}by\s\Z",
    r"\b(?:up|down|gained|lost)\s\Z",
    r"\b(?:leaving|leaves|left|which left|remaining|remainder|the rest|the other)\s\Z",
)
APART_AFTER = (
    r"\s?(?:\w+\s){0,3}(?:more|fewer|less|higher|lower|better|worse|above|below|short)\b",
    r"\s?(?:\w+\s){0,2}(?:over|under|up|down)\s(?:on|the|its|from)\b",
    r"(?:\sor\s|\s\()[0-9.]+\s?(?:%|per ?cent)\)?\s(?:more|fewer|less|higher|lower)\b",
    r"\s(?:left|remain|remained|outstanding)\b",
)
SUM_BEFORE = (
    (
        r"\b(?:a total of|totalling|totaling|in total|in all|together|combined"
        r"|altogether|making|bringing|comes? to|came to|brings|brought|makes|made"
        r"|adding up to),?\s(?:\w+\s){0,4}(?:to\s)?\Z"
    ),
    r"\b(?:[Tt]hat|[Tt]his|which|together)\s(?:means?|makes?|gives?|gave|meant)\s\Z",
    r"\b[Tt]hese\s(?:two|three|four|five|six)\s(?:[\w’'-]+\s){1,4}\Z",
)
SUM_AFTER = (
    r"\s?(?:\w+\s){0,2}(?:in all|in total|altogether|all told|together|overall)\b",
)
EACH_BEFORE = (r"\baverag\w*\s(?:\w+\s){0,3}\Z", r"\bmean\s(?:\w+\s){0,2}\Z")
EACH_AFTER = (
    r"\s?(?:\w+\s){0,3}(?:each|apiece|on average|per \w+|a head)\b",
    r"\s(?:\w+\s){0,2}(?:to|in|for) (?:an?|each|every)\b",
    r"\s?(?:\w+\s)?(?:for (?:each|every)|an? (?:head|week|day|month|mile|year|hour))\b",
)
MADE_BEFORE = (
    *SUM_BEFORE,
    r"\b(?:worth|costing|costs?|some|or|that is|gives|means)\s\Z",
    r"\b(?:corresponds?|equivalent|amounts?|equal|adds?\sup)\sto\s(?:\w+\s)?\Z",
)
MADE_AFTER = SUM_AFTER
BESIDE = (
    r"(?:(?:\s[\w’'-]+){0,8}\s\(|,?\sor\s|,\s(?:or\s)?"
    r"|(?:\s[\w’'-]+){0,8},\s(?:i\.e\.|that\sis|which\sis)\s)"
)
"""Between a number and the same one as a percentage: `36 or 5.9%`."""
OF_WHOLE = r"(?:\A|[.;:!?]\s|\sand\s)[Oo]f\s(?:the|our|these|all|its|those)?\s?\Z"
"""Before a whole whose parts the sentence goes on to name."""
PARTED = r"\bof\s(?:which|whom)\b"
"""What the parts of a whole come after, in its sentence."""
PARTED_ALL = r"\b(?:compris(?:es?|ed|ing)|consist(?:s|ed|ing)?\sof|made\sup\sof)\b"
"""The same where all of them are named."""
PARTED_AGAIN = (
    r"\W*(?:(?:Of|Among)|(?:(?:About|Almost|Nearly|More\sthan|Just\s(?:over|under))\s)?"
    r"(?:an?\s)?(?:[a-z]+\s){1,3}of)\s(?:these|those|them)\b"
)
"""The start of a sentence that names the parts of the whole before it."""
PARTED_THEY = r"\W*(?:They|These|Those)\s(?:were|are)\s\Z"
"""The start of a sentence that names all of them, before the first."""
PARTED_FIRST = r"\W*Of\s(?:(?:the|our|its|their|all)\s)?\W*\Z"
"""Before a whole that opens the sentence of its parts."""
LAST_PART = r"\b(?:other|remaining|rest|remainder)\s(?:of\s)?\W*\Z"
"""Before the part that completes a whole: `the other 120`."""
OF_PART = r"\s(?:of|in)\s(?:these|those|them|which|whom)\b"
"""After a number that is some of a part: `55 of those`."""
NOT_PART = (
    r"\s(?:\w+\s)?(?:did|had|have|has|was|were|are|is|could|would)\s(?:not|none)\b"
)
"""After the part that completes a whole: `547 did not`."""
MEASURE_BEFORE = r"\b(?:within|after|than|under|over|aged|between)\s\W*\Z"
MEASURE_AFTER = (
    r"[\s-](?:\w+\s)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?)\b"
)
"""Beside a number that measures, and is no part of a count: `within 26 weeks`."""
ANY = (
    r"[0-9].*(?:[0-9]|\b(?:more|fewer|less|higher|lower|better|worse|above|below|left"
    r"|short)\b)"
)
"""What a paragraph has with two numbers, or one and what it differs by."""
DEFINITE = (
    r"\b(?:the|our|its|their|these|all|make|makes|made|makes the|sets? out|contains?"
    r"|gives?|gave|offers?|find|read|includes?|tells?|describes?|sees?|under|following|has|have|at|in|across|lists?|covers?|propose"
    r"|proposes|presents?|of our|of the)"
)
"""Before a count of all that there is."""
NO_MORE = (
    r"(?:[.;:,)]|\Z"
    r"|(?:at|in|below|above|are|is|and|to|set|for|that follow)\b)"
)
"""After the name of what is counted, where nothing narrows it."""
STRUCTURE = (
    *("recommendations", "findings", "conclusions", "appendices", "annexes"),
    *("chapters", "objectives", "priorities", "themes", "aims", "principles"),
    *("lessons", "messages", "options", "proposals", "commitments", "pledges"),
    *("questions", "studies", "goals", "actions", "challenges", "risks", "outcomes"),
)
"""What reports count of themselves, in whichever chapter it stands."""
