"""English: the words by which a sentence counts the rows of a table.

Plain data, GB and US usage. Another language is another file with these names.
"""

ALL_OF = (
    *("all", "all the", "all of the", "the", "our", "its", "their", "these", "all our"),
    *("each of the", "every one of the", "across the", "of the", "of our", "of its"),
    *("of these", "of their", "of all", "in all", "across all"),
)
"""Before the number of all rows of a table."""
SOME = (
    *("top", "largest", "biggest", "main", "selected", "some", "examples", "example"),
    *(
        "sample",
        "leading",
        "most",
        "smallest",
        "key",
        "first",
        "last",
        "excerpt",
        "major",
    ),
)
"""Words of a caption or heading by which a table has not all rows."""
IN_TITLE = (
    "in",
    "from",
    "at",
    "by",
    "for",
    "across",
    "of",
    "each of",
    "of each of",
    "all",
)
"""Before the number of rows in a caption."""
NARROWED = (
    r"(?:\s(?:that|which|who|whose|with|where|outside|without|not|other|apart|except|of"
    r"|from|under|over|above|below|between|near|more|fewer|as)\b|\s?\()"
)
"""After what is counted, where that is only some of it."""
YES = (
    "yes",
    "y",
    "met",
    "achieved",
    "on track",
    "pass",
    "passed",
    "✓",
    "✔",
    "true",
    "done",
)
NO = (
    *("no", "n", "not met", "missed", "not achieved", "off track", "fail", "failed"),
    *("✗", "✘", "x", "false", "not done", "partly met"),
)
"""Cells of a column that says of each row whether."""
MET = ("met", "achieved", "hit", "reached", "passed", "meet", "fulfilled", "kept")
MISSED = (
    *("missed", "not met", "failed", "not achieved", "fell short of", "miss", "unmet"),
    *("not reached", "not hit", "did not meet", "were not", "was not", "not kept"),
)
"""Verbs of a sentence that counts the rows of which a column says yes, or no."""
MOVES = (
    *(
        "gained",
        "lost",
        "overspent",
        "underspent",
        "did more",
        "did less",
        "did better",
    ),
    *(
        "did worse",
        "improved",
        "worsened",
        "exceeded",
        "beat",
        "higher",
        "lower",
        "more",
    ),
    *("fewer", "less", "up", "down", "over", "under", "better", "worse", "above"),
    *("below", "same", "unchanged", "level", "reduced", "raised", "cut"),
)
"""Words of a sentence that counts the rows of which a number is larger than another."""
EVENTS = ("year", "years", "month", "months", "date", "period", "week")
"""Heads of rows of which a sentence counts others as often."""
APART_BEFORE = (
    r",\sby\s\Z",
    r"\b(?:gap|difference|range),?\s(?:was|is|of)\s(?:only\s|just\s)?\Z",
)
APART_AFTER = (r"\s(?:\w+\s){0,2}apart\b",)
"""Beside a number that lies between two cells; each is a regular expression."""
SUM_BEFORE = (r"\bmakes?\sup\s\Z", r"\bbetween\sthem\s(?:\w+\s){0,3}\Z")
"""Before a number that cells make together."""
PRONOUN = r"\W*(?:it|they|these|their|both|this|those|together)\b"
"""How a sentence starts that speaks of the rows of the one before it."""
THESE = r"\b(?:these|those)\s\Z"
"""Before the number of rows that were named."""
COMES_TO = (
    r"(?:in total|in all|altogether|all told|(?:taken )?together(?!\swith)|combined)\b"
    r"|(?:all (?:of )?)?(?:these|they|that|this)\s(?:all\s|together\s)?"
    r"(?:adds?\sup|comes?|amounts?|makes?|sums?|totals?)\b"
)
"""How a sentence starts that says what the items before it make together."""
EVERYTHING = (
    *("everything", "all", "the total", "the whole", "the lot", "it all", "them all"),
    *("total", "the overall", "the grand total", "our total", "the combined"),
)
"""What follows `of` where a share is of all that a table has."""
EACH = (
    r"(?:\s\w+){0,3}?\s(?:per|for each|for every|each|an?)\s"
    r"(?P<of>(?:[\w’'-]+\s?){1,3})"
)
"""After a number that is for each of something."""
