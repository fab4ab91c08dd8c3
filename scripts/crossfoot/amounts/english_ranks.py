"""English: the words by which a sentence puts the rows of a table in an order.

Plain data, GB and US usage. Another language is another file with these names.
"""

GREATEST = (
    *("largest", "biggest", "highest", "greatest", "most", "most common", "busiest"),
    *("most popular", "most frequent", "most numerous", "top"),
)
"""Words for the one that has most of what a column says."""
LEAST = (
    *("smallest", "lowest", "fewest", "least", "least common", "least popular"),
    *("least frequent", "bottom"),
)
"""Words for the one that has least."""
RANKED = ("came", "comes", "ranked", "ranks", "was ranked", "is ranked", "placed")
"""Verbs right before a place in an order, the greatest being first."""
NEUTRAL = (
    *("amount", "total", "share", "percentage", "proportion", "figure", "level"),
    *("single", "recorded", "group", "category", "type", "by", "place", "range"),
    *("table", "chart", "ever"),
)
"""Words that leave it open neither what is put in an order nor by what."""
LAST = ("last", "latest", "most recent", "final")
FIRST = ("first", "earliest")
"""Words before a number of periods at one end of a table."""
PERIODS = ("years", "months", "quarters", "weeks", "days", "terms", "seasons")
TOGETHER = (
    *("between them", "together", "combined", "in all", "in total", "altogether"),
    *("jointly", "account for", "accounted for", "make up", "made up"),
)
"""Words by which the numbers of several rows are added up."""
DENIED = (
    *("not", "never", "no longer", "after", "behind", "except", "without", "nor"),
    *("excluding", "apart from", "outside", "other than"),
)
"""Words by which a sentence says that it leaves something out."""
AVERAGED = ("average", "mean", "median", "per", "rate", "each", "a year", "annually")
"""Words by which a number is no sum."""
EACH_OF = ("each of the", "all", "all of the", "every one of the", "each of our")
"""Words before the number of all rows of a table."""
ENDINGS = {1: "st", 2: "nd", 3: "rd"}
ENDING = "th"
"""What stands after the last digit of a place in an order, and after most."""
OF_BOTH = (
    *("both", "the two", "between them", "together", "combined", "across the two"),
    *("taken together", "jointly"),
)
"""Words by which a sentence speaks of two tables at once."""
