"""Contraries: words that say the contrary of each other, English, data and a look-up.

Another language is another file with these names.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

OPPOSITES = (
    ("rose", "fell dropped declined sank slipped slid slumped plunged tumbled"),
    ("risen", "fallen dropped declined"),
    ("rise", "fall drop decline"),
    ("rises", "falls drops declines"),
    ("rising", "falling dropping declining"),
    ("increase", "decrease reduction fall drop decline"),
    ("increased", "decreased reduced fell dropped declined"),
    ("increases", "decreases reduces falls drops declines reductions"),
    ("increasing", "decreasing reducing falling dropping declining"),
    ("grew", "shrank fell declined contracted"),
    ("grown", "shrunk fallen declined contracted"),
    ("grow", "shrink fall decline contract"),
    ("growth", "decline contraction fall"),
    ("growing", "shrinking falling declining contracting"),
    ("expanded", "contracted shrank"),
    ("up", "down"),
    ("upward", "downward"),
    ("upwards", "downwards"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("high", "low"),
    ("greater", "smaller less lower"),
    ("greatest", "least smallest"),
    ("more", "less fewer"),
    ("most", "least fewest few"),
    ("many", "few"),
    ("above", "below"),
    ("over", "under"),
    ("exceeded", "missed"),
    ("gained", "lost"),
    ("gain", "loss"),
    ("gains", "losses"),
    ("improved", "worsened deteriorated"),
    ("improve", "worsen deteriorate"),
    ("improving", "worsening deteriorating"),
    ("improvement", "deterioration"),
    ("better", "worse"),
    ("best", "worst"),
    ("earlier", "later"),
    ("early", "late"),
    ("earliest", "latest"),
    ("first", "last final"),
    ("initial", "final"),
    ("former", "latter"),
    ("after", "before prior_to"),
    ("majority", "minority"),
    ("surplus", "deficit"),
    ("maximum", "minimum"),
    ("always", "never rarely seldom hardly_ever"),
    ("often", "never rarely seldom hardly_ever"),
    ("usually", "never rarely seldom hardly_ever"),
    ("frequently", "never rarely seldom hardly_ever"),
    ("regularly", "never rarely seldom hardly_ever"),
    ("all", "none no"),
    ("each", "none"),
    ("everyone", "no_one none"),
    ("everybody", "no_one none"),
    ("at_least", "up_to at_most no_more_than"),
    ("at_most", "no_fewer_than no_less_than"),
    ("over", "up_to almost nearly just_under"),
    ("just_over", "almost nearly just_under"),
    ("more_than", "up_to almost nearly"),
    ("must", "need_not"),
    ("has_to", "may need_not does_not_have_to"),
    ("have_to", "may need_not do_not_have_to"),
    ("required_to", "free_to"),
    ("no", "every each any some"),
    ("neither", "both either"),
    ("nobody", "everybody everyone anybody anyone somebody someone"),
    ("nothing", "everything anything something"),
    ("nowhere", "everywhere anywhere somewhere"),
    ("with", "without"),
    ("for", "against"),
    ("inside", "outside"),
    ("open", "closed shut"),
    ("opened", "shut"),
    ("reopened", "closed shut"),
    ("begins", "ends stops"),
    ("began", "ended stopped ceased"),
    ("starts", "ends finishes stops"),
    ("started", "ended finished stopped ceased"),
    ("continued", "stopped ceased"),
    ("resumed", "stopped suspended"),
    ("permitted", "prohibited forbidden banned"),
    ("allowed", "prohibited forbidden banned"),
    ("welcome", "unwelcome"),
    ("begin", "end"),
    ("begun", "ended"),
    ("beginning", "end"),
    ("start", "end finish"),
    ("doubled", "halved tripled trebled quadrupled"),
    ("tripled", "halved quadrupled"),
    ("double", "half triple treble"),
    ("same", "different"),
    ("similar", "different"),
    ("easy", "difficult hard"),
    ("climbed", "fell dropped declined sank slipped slid slumped plunged tumbled"),
    ("jumped", "fell dropped slumped plunged"),
    ("soared", "fell dropped slumped plunged"),
    ("raised", "lowered reduced"),
    ("profit", "loss"),
    ("profits", "losses"),
    ("won", "lost"),
    ("wins", "loses"),
    ("win", "lose"),
    ("gain", "lose"),
    ("forfeited", "gained won kept"),
    ("beat", "lost_to"),
    ("safe", "dangerous"),
    ("clean", "dirty contaminated polluted"),
    ("healthy", "sick ill"),
    ("full", "empty"),
    ("alive", "dead"),
    ("present", "absent"),
    ("correct", "wrong"),
    ("acid", "alkaline"),
    ("satisfied", "dissatisfied"),
    ("advantage", "disadvantage"),
    ("overspent", "underspent"),
    ("guilty", "innocent"),
    ("upheld", "overturned dismissed quashed"),
    ("granted", "refused denied"),
    ("success", "failure"),
    ("mandatory", "optional voluntary"),
    ("required", "optional allowed permitted"),
    ("obliged", "allowed permitted free"),
    ("compulsory", "optional voluntary"),
    ("positive", "negative"),
    ("true", "false"),
    ("yes", "no"),
)
"""A word, and those that say the contrary of it."""

CONTRARY_VERBS = (
    ("accept", "reject refuse decline"),
    ("approve", "reject refuse block disapprove"),
    ("back", "block oppose reject"),
    ("support", "oppose block reject"),
    ("favour", "oppose reject"),
    ("favor", "oppose reject"),
    ("endorse", "oppose reject condemn"),
    ("welcome", "condemn oppose reject criticise criticize"),
    ("praise", "condemn criticise criticize"),
    ("agree", "refuse disagree"),
    ("grant", "refuse deny"),
    ("include", "exclude"),
    ("cover", "exclude"),
    ("open", "close"),
    ("succeed", "fail"),
    ("pass", "fail"),
    ("confirm", "deny"),
    ("admit", "deny"),
    ("encourage", "discourage"),
    ("expand", "contract"),
    ("lengthen", "shorten"),
    ("widen", "narrow"),
    ("strengthen", "weaken"),
    ("tighten", "loosen relax"),
    ("quicken", "slow"),
    ("accelerate", "slow decelerate"),
    ("appreciate", "depreciate"),
    ("overestimate", "underestimate"),
    ("overstate", "understate"),
    ("outperform", "underperform"),
)
"""The same of verbs that end as most do: accepts, accepted, accepting …"""

CONTRARY_DEGREES = (
    ("old", "young new"),
    ("rich", "poor"),
    ("wealthy", "poor"),
    ("fast", "slow"),
    ("quick", "slow"),
    ("long", "short"),
    ("tall", "short"),
    ("large", "small"),
    ("big", "small"),
    ("strong", "weak"),
    ("heavy", "light"),
    ("warm", "cool cold"),
    ("hot", "cool cold"),
    ("wet", "dry"),
    ("easy", "hard"),
    ("soft", "hard"),
    ("wide", "narrow"),
    ("deep", "shallow"),
    ("thick", "thin"),
    ("loud", "quiet"),
    ("busy", "quiet"),
    ("cheap", "dear costly"),
    ("bright", "dark dim"),
    ("near", "far"),
    ("close", "far"),
    ("tight", "loose"),
    ("safe", "risky"),
    ("clean", "dirty"),
)
"""… and of what is compared: older and younger, oldest and youngest. Without an end
such a word tells two things apart: old towns, young towns."""

PREFIXES = ("un", "non-", "non")
"""What turns any word of `STEM` letters or more into its contrary: unsafe …"""
LATIN = ("in", "im", "il", "ir")
"""… and what does so with words that end as adjectives do: illegal, but no inform."""
ADJECTIVE = (
    *("able", "ible", "al", "ent", "ant", "ate", "ar", "ct", "ous", "ly", "ite"),
    *("ive", "id", "ete", "ure", "ty", "cy"),
)
STEM = 4
DOUBLED = re.compile("[^aeiou]+[aeiou][bdgmnt]")
"""Words of which the last letter is doubled before an end: big, thin."""


def are_contrary(one: str, other: str) -> bool:
    """Say whether one of two words says the contrary of the other."""
    if other in contraries().get(one, frozenset()):
        return True
    word, longer = sorted((one, other), key=len)
    before = longer.removesuffix(word)
    if len(word) < STEM or before == longer:
        return False
    return before in PREFIXES or (before in LATIN and word.endswith(ADJECTIVE))


@cache
def contraries() -> dict[str, frozenset[str]]:
    """Return for each word those that say the contrary."""
    found: dict[str, set[str]] = {}
    tables = ((CONTRARY_VERBS, _forms), (CONTRARY_DEGREES, _degrees))
    formed = (
        one for pairs, forms in tables for pair in pairs for one in _each(*pair, forms)
    )
    for word, others in (*OPPOSITES, *formed):
        for other in others.split():
            found.setdefault(word, set()).add(other)
            found.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in found.items()}


def _each(
    word: str, others: str, forms: Callable[[str], tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield a word and its contraries in each of their forms."""
    same = zip(*map(forms, (word, *others.split())), strict=True)
    return ((one, " ".join(rest)) for one, *rest in same)


def _forms(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb: deny, denies, denied, denying."""
    if verb.endswith("y"):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    bare = verb.removesuffix("e")
    going = verb if verb.endswith("ee") else bare
    third = f"{verb}es" if verb.endswith(("s", "x")) else f"{verb}s"
    return verb, third, f"{bare}ed", f"{going}ing"


def _degrees(word: str) -> tuple[str, ...]:
    """Return how a word is compared: dry, drier, driest; big, bigger, biggest."""
    if word == "far":
        return "farther", "farthest"
    bare = word.removesuffix("e")
    if word.endswith("y"):
        bare = f"{word[:-1]}i"
    elif DOUBLED.fullmatch(word):
        bare = f"{word}{word[-1]}"
    return f"{bare}er", f"{bare}est"
