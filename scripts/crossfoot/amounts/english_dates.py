"""English: the words by which a sentence says how long it is from one date to another.

Plain data, GB and US usage. Another language is another file with these names.
"""

LENGTHS = ("day", "week", "month", "year")
"""What the time between two dates is counted in, the shortest first."""
UP_TO = ("to", "until", "till", "through", "and", "up to")
"""Words between the first and the last date."""
ENDS_ON = ("until", "till", "through")
"""Words before the last day of something, which is never put forward by them."""
AT_THE = ("the end of", "the start of", "the beginning of", "late", "early", "mid")
"""Words before a month that say which part of it is meant."""
SINCE = ("from", "between")
SO_LONG = (
    *("that is", "i.e.", "or", "a period of", "a total of", "lasting", "lasted"),
    *("which is", "which was", "so", "it", "and", "they", "in all", "over a period of"),
    *(
        "a span of",
        "spanning",
        "has lasted",
        "had lasted",
        "ran for",
        "stayed open for",
    ),
    *("a run of", "a term of", "making", "and so"),
)
"""Words between the last date and how long it is from the first."""
BEGAN = (
    *("began", "started", "opened", "was founded", "was set up", "was launched"),
    *("founded", "established", "set up", "launched", "created", "formed", "came"),
    *("took office", "was elected", "was appointed", "joined", "arrived", "starting"),
    *("beginning", "opening", "was established", "was created", "was formed"),
)
ENDED = (
    *("ended", "finished", "closed", "was closed", "was dissolved", "left", "retired"),
    *("stopped", "came to an end", "resigned", "departed", "ending", "closing"),
    *("was wound up", "stepped down", "merged"),
)
AFTERWARDS = ("after", "having lasted", "after a run of", "after a life of")
"""Words between the end of something and how long it had been."""
WHOLE = ("all", "each of the", "all of the", "every one of the", "each of its")
"""Words before a number that counts every one from the first to the last."""
COUNTED_BY = ("years", "seasons", "financial years", "school years", "academic years")
"""What is counted from the first to the last, both ends among them."""
BORN = ("born", "was born")
AGED = ("at the age of", "aged", "at age", "when he was", "when she was")
BROKEN = ("term", "course", "semester", "season", "series", "programme", "program")
"""What may have breaks, so that its weeks are fewer than lie between two dates."""
CUES = ("lasted", "lasting", "a period of", "at the age of", "aged")
"""Words of a sentence with such a length, where no other check has its own."""
