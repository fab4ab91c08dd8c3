"""Two editions of one policy, for tests of sections that run in parallel."""

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
