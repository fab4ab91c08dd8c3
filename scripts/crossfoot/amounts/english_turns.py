"""English: the words by which a sentence says that something went up or down.

Plain data, GB and US usage. Another language is another file with these names.
"""

ROSE = (
    *("rose", "risen", "grew", "grown", "increased", "climbed", "jumped", "soared"),
    *("went up", "gone up", "surged", "was up", "were up", "doubled", "trebled"),
    *("tripled", "crept up"),
)
"""Verbs that say that a number became larger; the present tells of curves as well."""
FELL = (
    *("fell", "fallen", "dropped", "declined", "decreased", "shrank", "shrunk"),
    *("went down", "gone down", "halved", "plunged", "plummeted", "slumped"),
    *("was down", "were down"),
)
"""Verbs that say that a number became smaller."""
FROM = "from"
"""Before the number that something moved away from; each such sentence has it."""
A_RISE = ("rise", "increase", "gain", "growth", "jump", "uplift")
A_FALL = ("fall", "drop", "decrease", "decline", "reduction")
"""What became larger or smaller, as a noun."""
CALLED_FALL = (*A_FALL, "cut", "dip", "slump")
"""What a number right before it is the size of: a 5% cut."""
BROUGHT_BY = (
    *("because of", "due to", "thanks to", "owing to", "caused by", "driven by"),
    *("from", "despite", "after", "following", "through", "for", "reflects"),
    *("reflecting",),
)
"""Words before a rise or fall of something else that brought about what is told."""
HIGHER = ("more", "higher", "larger", "bigger", "greater", "longer", "above")
LOWER = ("fewer", "less", "lower", "smaller", "shorter", "below")
"""Words after a number by which something differs from another."""
ASIDE = (
    *("place", "placed", "rank", "ranked", "ranking", "position", "number one", "not"),
    *("never", "if", "would", "could", "grade", "band", "stage", "version", "table"),
    *("top", "level", "from left", "odds"),
)
"""Words of a sentence whose numbers may become smaller as something goes up."""
PLAIN = (
    *("number", "numbers", "amount", "cost", "costs", "spending", "level", "use"),
    *("slightly", "sharply", "again", "steadily", "further", "too", "strongly"),
    *("year", "years", "period", "last", "previous", "both", "only", "still", "same"),
    *("markedly", "significantly", "modestly", "little", "lot"),
)
"""Words beside such a verb that leave it open neither what moved nor when."""
