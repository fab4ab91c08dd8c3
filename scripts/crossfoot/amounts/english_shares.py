"""English: the words around a share, by which `a third` is one and no place in a row.

Handed on by `english`.
"""

FRACTION_BEFORE = ("by", "to", "from", "than", "of", "only", "just", "least", "most")
SINGLE_BEFORE = (
    *FRACTION_BEFORE,
    *("within", "about", "around", "nearly", "almost", "over", "under", "up", "down"),
    *("roughly", "approximately", "rose", "fell", "grew", "gained", "lost", "dropped"),
)
"""Words before `a percentage point` that make one of it."""
FRACTION_AFTER = (
    *("of", "the", "more", "less", "fewer", "higher", "lower", "larger", "smaller"),
    *("had", "have", "were", "are", "said", "say", "felt", "feel", "did", "do", "live"),
    *("lived", "reported", "agreed", "thought", "think", "want", "wanted", "worked"),
    "as",
)
"""Words around `a third` that make it a share and no place in a row."""
FRACTION_FURTHER = ("another", "further", "additional")
"""Words that stand for its article: a further third of them."""
FRACTION_VERBS = (
    *("smoke", "own", "receive", "earn", "attend", "travel", "believe", "expect"),
    *("suffer", "lack", "rely", "depend", "speak", "hope", "intend", "prefer", "cite"),
    *("oppose", "disagree", "agree", "feel", "know", "come", "became", "went", "got"),
    *("saw", "took", "gave", "made", "found", "knew", "came", "chose", "left", "paid"),
)
"""Verbs that no noun after `a third` looks like."""
FRACTION_MAYBE = (
    *("work", "rent", "walk", "cycle", "drive", "drink", "use", "need", "face", "pay"),
    *("vote", "plan", "leave", "support", "live", "share", "claim", "report", "visit"),
)
"""Verbs that nouns look like as well, so that a word after them has to tell."""
FRACTION_MORE = (
    *("part", "full", "from", "more", "less", "fewer", "no", "alone", "only", "not"),
    *("outside", "abroad", "online", "privately", "their", "its", "it", "them"),
    *("daily", "regularly", "every", "heavily", "nights", "shifts"),
)
"""Words after such a verb."""
FRACTION_DONE = (
    *("the", "a", "an", "that", "their", "its", "his", "her", "it", "them", "no"),
    *("not", "in", "on", "to", "from", "with", "at", "as", "for", "more", "less"),
    *("being", "having", "feeling"),
)
"""Words after what a third did: a third missed the train."""
HALF_AFTER = (
    *("of", "the", "a", "an", "its", "their", "his", "her", "our", "all", "as"),
    *("this", "that", "these", "those", "were", "are", "had", "have", "said"),
    *("say", "felt", "feel", "did", "do", "live", "lived", "reported", "agreed"),
    *("thought", "think", "want", "wanted", "said", "worked"),
)
HALF_BEFORE = ("first", "second", "latter", "other", "earlier", "later", "top")
IN_A_ROW = ("first", "last", "past", "next", "previous", "preceding", "prior", "final")
"""Words before parts that follow each other: the last half of, first three quarters."""
