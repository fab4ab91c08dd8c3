"""English: the words of numbers in several parts, times and ratios.

Handed on by `english`.
"""

HOURS_SAID = ("hours", "hour", "hrs", "hr", "h")
MINUTES_SAID = ("minutes", "minute", "mins", "min", "m")
SECONDS_SAID = ("seconds", "second", "secs", "sec", "s")
"""After digits or number words they make parts of a time: 1 h 15 min."""
AN_HOUR = ("hour", "minute")
"""Parts of a time that an article counts: an hour and 20 minutes."""
APART = ("respectively", "each")
"""Words after two times by which they are no time together."""

AGO = ("ago", "earlier", "before", "previously", "back")
"""Words after a span of time that tell when something was."""
THAN_THEN = (
    *("higher than", "lower than", "greater than", "larger than", "smaller than"),
    *("fewer than", "bigger than", "shorter than", "taller than"),
)
"""Phrases that compare with that time, where `more than` says how long ago it was."""

TURNED = {"over": "at_most", "under": "at_least"}
"""What a comparator is after a word that denies it: cannot be more than five."""
DENIED = (
    r"(?:\b(?:not|never|cannot)|n[’']t)\s"
    r"(?:(?!only\b|just\b|yet\b|even\b|all\b|always\b|merely\b|simply\b|that\b)"
    r"[a-z]{2,12}\s)\Z"
)
"""Such a word and the verb after it; `not more than` is a comparator itself."""

RATIOS = (
    *("ratio", "ratios", "odds", "outnumber", "outnumbers", "outnumbered"),
    *("outnumbering", "margin", "margins", "majority", "majorities", "gearing"),
)
"""Words before two numbers that make a ratio of them: a ratio of 3 to 1."""
RATIOS_TO_ANY = ("ratio", "ratios", "odds")
"""Those of them after which neither number has to be one: a ratio of 3 to 2."""
SCALES_TO = (
    *("scale", "scales", "gradient", "gradients", "slope", "slopes", "dilution"),
    *("dilutions", "diluted", "leverage", "mix", "split", "proportion", "proportions"),
)
"""More of them where a colon stands: a scale of 1:50,000, but of 1 to 10."""
RATIO_LINKS = (
    *("of", "is", "was", "were", "are", "at", "about", "around", "roughly", "nearly"),
    *("over", "under", "below", "above", "than", "more", "less", "least", "most"),
    *("just", "only", "almost", "approximately", "some", "the", "a", "an", "in", "by"),
    *("stood", "stands", "remained", "remains", "rose", "fell", "improved", "to"),
    *("from", "up", "down", "averaged", "men", "women", "boys", "girls", "them"),
)
"""Words that may stand between such a word and the first number."""
RATIO_AFTER = (
    *("in favour", "in favor", "against", "margin", "majority", "ratio", "ratios"),
    *("odds", "preference", "match", "split", "slope", "gradient", "scale"),
)
"""Words after the second number that make a ratio of both."""
CHANGED_FROM = ("from", "to", "between")
"""Words right before `3 to 1` after which something went from one to the other."""
CLASS_BEFORE = ("a", "or", "upper")
"""Words before the class of a degree, 2:1."""
