"""Reports with much that stands twice: two editions of one policy, a crowded section."""

OLD = (
    (
        "Everybody who has worked here for more than a year may take six weeks off in a"
        " row, as long as the team knows about it three months ahead and somebody stands in."
    ),
    (
        "Unpaid leave can be agreed with the head of the team at any time, and it does not"
        " count towards the weeks that everybody has anyway."
    ),
    (
        "Whoever falls ill while on leave gets those days back, once the doctor's note has"
        " come in at the front desk."
    ),
)
NEW = (
    OLD[0].replace("knows", "hears"),
    OLD[1].replace("agreed", "settled"),
    OLD[2].replace("once the", "as soon as the"),
)
APART = (
    (
        "Days that are left over can be taken until spring.\n\nSundays never count.",
        "A form lies beside the coffee machine.\n\nIt is two pages long.",
    ),
    (
        "Keys hang at the front desk.\n\nThe alarm is set by the last one out.",
        "Bicycles belong in the yard.\n\nLunch is at noon, and dogs are welcome.",
    ),
)
"""What stands between the passages of either."""


def edition(title: str, side: int, passages: tuple[str, ...] = ()) -> str:
    """Return the text of an edition, with a heading."""
    first, second, third = passages or (OLD, NEW)[side]
    between = APART[side]
    return (
        f"# {title}\n\n{first}\n\n{between[0]}\n\n{second}\n\n{between[1]}\n\n{third}\n"
    )


def sayings(count: int) -> list[str]:
    """Return paragraphs of forty words that have none in common."""
    words = [
        first + middle + last
        for first in ("bar", "cor", "dul", "fen", "gar", "hol", "kin", "mor")
        for middle in ("ba", "de", "fi", "go", "lu", "ma", "ni", "po")
        for last in ("n", "l", "r", "m", "t", "ck", "nd", "sh")
    ]
    return [
        " ".join(words[at * 40 : at * 40 + 40]).capitalize() + "."
        for at in range(count)
    ]


def crowd(count: int, equal: int = 0) -> dict[str, str]:
    """Return a chapter of so many paragraphs, and one for each that holds it again.

    So many are equal there; in the others one word is another.
    """
    said = sayings(count)
    first = "# All\n\n" + "\n\n".join(said) + "\n"
    others = [
        f"# Other {at}\n\n{one if at < equal else one.replace(one.split()[9], 'else')}\n"
        for at, one in enumerate(said)
    ]
    return {f"{at:02}.md": text for at, text in enumerate([first, *others], 1)}
