"""English: the words by which a sentence says an amount again, in other terms.

Plain data, GB and US usage. Another language is another file with these names.
Sizes are exact where the units are defined by each other (International Yard and Pound
Agreement, 1959; SI), and per unit of the first of a kind.
"""

from decimal import Decimal

LENGTH, MASS, TIME = (
    {
        **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), Decimal(1)),
        **dict.fromkeys(("cm", "centimetre", "centimetres"), Decimal("0.01")),
        **dict.fromkeys(("mm", "millimetre", "millimetres"), Decimal("0.001")),
        **dict.fromkeys(("km", "kilometre", "kilometres"), Decimal(1000)),
        **dict.fromkeys(("kilometer", "kilometers"), Decimal(1000)),
        **dict.fromkeys(("mile", "miles"), Decimal("1609.344")),
        **dict.fromkeys(("ft", "foot", "feet"), Decimal("0.3048")),
        **dict.fromkeys(("inch", "inches"), Decimal("0.0254")),
        **dict.fromkeys(("yard", "yards"), Decimal("0.9144")),
    },
    {
        **dict.fromkeys(("kg", "kilogram", "kilograms"), Decimal(1)),
        **dict.fromkeys(("g", "gram", "grams"), Decimal("0.001")),
        **dict.fromkeys(("tonne", "tonnes"), Decimal(1000)),
        **dict.fromkeys(("lb", "lbs"), Decimal("0.45359237")),
    },
    {
        **dict.fromkeys(("day", "days"), Decimal(1)),
        **dict.fromkeys(("week", "weeks"), Decimal(7)),
        **dict.fromkeys(("hour", "hours"), 1 / Decimal(24)),
        **dict.fromkeys(("minute", "minutes"), 1 / Decimal(1440)),
        **dict.fromkeys(("second", "seconds"), 1 / Decimal(86400)),
        **dict.fromkeys(("year", "years"), Decimal(365)),
        **dict.fromkeys(("month", "months"), Decimal(365) / 12),
    },
)
MEASURES = {
    unit: (kind, size)
    for kind, sizes in (("length", LENGTH), ("mass", MASS), ("time", TIME))
    for unit, size in sizes.items()
}
"""For each unit what it measures, and its size."""

IN_PERIOD = {
    ("month", "year"): Decimal(12),
    ("quarter", "year"): Decimal(4),
    ("month", "quarter"): Decimal(3),
    ("week", "year"): Decimal(52),
}
"""How many of one period another one holds."""
PERIODS = ("week", "month", "quarter", "year")

LEAVING = ("leaving", "leaves", "which left", "that left")
"""Before what is left of a whole."""
WHICH_IS = (
    *("which is", "that is", "i.e.", "representing", "which represents", "equal to"),
    *("equivalent to", "which makes", "which means", "a rate of", "a share of"),
    *("giving a rate of", "which comes to", "which amounts to", "or exactly"),
)
"""Words before a number that those right before it make."""
COMPARED = ("more", "fewer", "less", "higher", "lower")
"""Words after how much one of two values is above or below the other."""
LASTING = (
    *("that is", "i.e.", "a period of", "over a period of", "a span of", "which is"),
)
"""Words between two years and how many lie between them."""
REMAIN = (
    *("remain", "remains", "is left", "are left", "was left", "were left", "unspent"),
    *("is outstanding", "are outstanding", "remained"),
)
"""Words after what a part leaves of a whole."""
OR_SO = ("or", "i.e.", "that is", "which is", "equal to", "equivalent to", "or about")
"""Words between two numbers and the share that one is of the other."""
BARELY = ("just", "slightly", "marginally", "a little")
"""Words by which what is over a number is hardly more."""
THAT_IS = (
    *("that is", "this is", "that was", "this represents", "that represents"),
    *("this amounts to", "that amounts to", "this equates to", "that equates to"),
    *("this means", "that makes", "this makes", "that’s", "that's"),
)
"""How a sentence starts that gives the share of two numbers before it."""
OF_ALL = (
    *("of all", "of the total", "of total", "of our", "of its", "of their", "of the"),
    *("account for", "accounts for", "accounted for", "make up", "makes up", "made up"),
)
"""What says that a percentage is one of a whole."""
OF_OWN = ("of its", "of their")
"""Those by which the whole is what the one that was named has."""
MORE = ("more", "higher", "extra", "additional", "larger", "greater", "above")
FEWER = ("fewer", "less", "lower", "smaller", "below")
MORE_OR_FEWER = ("more", "fewer", "less", "higher", "lower", "extra", "additional")
"""Words after what lies between two numbers."""
FOR_EACH = ("per", "for each", "for every", "a", "an", "each", "for one")
"""Words between what one has and what the one is: `£31 for each child`."""
APART = (
    "each",
    "average",
    "per",
    "another",
    "a further",
    "also",
    "as well as",
    "about",
)
"""Words by which numbers of one sentence are not a whole and its two parts."""
UP_OR_DOWN = ("up", "down")
AGAINST = ("on", "from", "against", "compared")
"""Words on both sides of how much something moved: `down 24% on the year before`."""
