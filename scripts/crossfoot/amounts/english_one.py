"""English: the words around `one` by which it counts or stands for something.

Handed on by `english`.
"""

ONE_BEFORE = (
    *("no", "any", "every", "some", "each", "this", "another"),
    *("the", "a", "big", "good", "new", "old", "last", "next", "other", "little"),
)
ONE_COUNTED = ("least", "most", "than", "only", "just", "exactly", "over", "under")
"""Words before `one` that make it a number whatever comes after."""
ONE_AT_A_TIME = r"(?:\s[a-z][a-z’'-]{1,20}){1,2}\sat\sa\stime\b"
"""After `one`, by which it counts what comes at a time."""
ONE_OR = ("more", "two")
"""Words after `one or` before which it says how many: one or two villages."""
COUNTED = (
    r"one\sway(?=\s(?:to|of|in|for|that|we|you|they|the)\b)(?!\sthe\sother\b)"
    r"|(?:(?<=than\s)|(?<=only\s))one\sway|(?<!for\s)one\sthing(?=\s(?:to|that|we|you|they|she|he|it)\b)"
)
"""Set phrases of one before words after which they say how many."""
ONE_AFTER = (
    *("another", "of", "or", "can", "could", "may", "might", "must", "should"),
    *("who", "that", "which", "is", "was", "has", "had", "would", "will", "does"),
    *(
        "every",
        "even",
        "showing",
        "ahead",
        "here",
        "there",
        "without",
        "where",
        "when",
        "from",
    ),
    *("too", "such", "thinks", "sees", "might", "needs", "knows", "finds", "another's"),
    *("in", "to", "for", "with", "by", "on", "at", "and", "but", "as", "than", "hand"),
    *("being", "having", "beside", "since", "so", "if", "via", "because", "whose"),
    *("can't", "can’t", "cannot", "didn't", "doesn't", "already", "did", "yet"),
    *("i", "i'm", "i’m", "we", "you", "they", "he", "she"),
)
"""Words around `one` that make it a pronoun."""
ONE_SELDOM = (
    *("hardly", "never", "rarely", "seldom", "often", "usually", "always", "ever"),
    *("sometimes", "simply", "scarcely", "barely", "easily", "normally", "generally"),
    *("typically", "frequently"),
)
"""Words between the pronoun and what one does: one rarely sees it."""
ONE_MODALS = (
    *("can", "could", "may", "might", "must", "should", "would", "will", "has", "is"),
    *("does", "had", "was", "did", "cannot", "can't", "can’t"),
)
"""Verbs after such a word, besides those that end as its others do."""

VERB_ENDS = ("s",)
"""Ends of verbs by which one does something."""
ONE_NO_VERB = "sui"
"""Letters before such an end that make a noun of a word: class, bus, basis."""
ONE_NOUNS = (
    *("series", "species", "means", "sports", "arts", "sales", "systems", "operations"),
    *("services", "lens", "news", "communications", "headquarters", "always", "plus"),
    *("times", "human", "games", "jobs", "savings", "customs", "works", "minutes"),
)
"""Words with such an end that one of something is."""
ONE_LIKE = (
    *("in", "for", "on", "at", "from", "to", "with", "by", "had", "has", "have", "was"),
    *("were", "is", "are", "did", "does", "do", "will", "would"),
)
"""Words after `and one` that another number has: three in Kent and one in Ayr."""
ONE_VERBS = {"has": "have", "was": "were", "is": "are", "does": "do"}
"""Of them those that another number has otherwise: two were paid and one was not."""
ONE_PICKED = ("the", "a", "an")
"""Words before an adjective and the pronoun: the slower one."""
ONE_MEASURED = (
    *("second", "minute", "hour", "day", "night", "week", "fortnight", "month"),
    *("quarter", "year", "decade", "century", "more", "per", "further", "extra"),
)
"""What is counted by one all the same: the last one year."""
ONE_DONE = ("ed",)
"""Ends of what was done to one: one based on it."""
ONE_DONE_BY = ("on", "from", "at", "by", "in", "with", "to", "for", "as", "directly")
"""Words after such a word."""
ONE_ASKED = ("which", "whichever")
ONE_ASKED_IN = ("in", "of", "to", "for", "from", "by", "with", "at", "on", "under")
"""Words that ask for one, and those before them after which it counts."""
