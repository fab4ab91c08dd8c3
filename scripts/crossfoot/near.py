"""Near names: two names in, whether one may be meant for the other out.

A name is near that a slip or two of the keys makes, or that has the same words. Names
of files keep their kind: what ends in `.csv` is no `.png`. Names with another year
are those of other things.
"""

import re

ENDING = re.compile(
    r"\.(?:csv|tsv|md|ya?ml|json|bib|csl|py|png|jpe?g|gif|svg|webp|pdf|docx|xlsx|html?"
    r"|txt)\Z",
    re.IGNORECASE,
)
KIND = re.compile(r"\A@?(?:fig|tbl|sec|eq)-")
PART = re.compile(r"[^\W_]+")
YEAR = re.compile(r"(?<![0-9])(?:1[89]|2[01])[0-9]{2}(?![0-9])")
SHORTEST = 3
"""Letters of a name of which one may be another."""
EACH = 3
"""One in so many letters of a name may be wrong."""


def is_near(one: str, other: str) -> bool:
    """Say whether a slip makes one name of the other."""
    first, second = (_bare(each) for each in (one, other))
    found = [ENDING.search(each) for each in (one, other)]
    endings = {each[0].lower() for each in found if each}
    if first == second:
        return True
    years = {tuple(YEAR.findall(each)) for each in (first, second)} - {()}
    if len(endings) > 1 or len(years) > 1:
        return False
    parts = [frozenset(PART.findall(each)) for each in (first, second)]
    if all(parts) and (parts[0] <= parts[1] or parts[1] <= parts[0]):
        return True
    short, long = sorted((first, second), key=len)
    longest = len(long)
    if long[:-1] == short:
        return True
    return longest >= SHORTEST and slips(first, second) <= max(1, longest // EACH)


def _bare(name: str) -> str:
    """Return a name without folder, ending and the prefix of references."""
    return KIND.sub("", ENDING.sub("", name.rpartition("/")[2])).casefold()


def slips(one: str, other: str) -> int:
    """Return how many letters are put in, left out, wrong or swapped."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        here = [at]
        for to, wanted in enumerate(other, 1):
            cost = min(last[to] + 1, here[-1] + 1, last[to - 1] + (sign != wanted))
            swapped = (
                at > 1 and to > 1 and sign == other[to - 2] and one[at - 2] == wanted
            )
            here.append(min(cost, before[to - 2] + 1) if swapped else cost)
        before, last = last, here
    return last[-1]
