"""`crossfoot numbers`: list every number and what it rests on."""

from typing import TYPE_CHECKING

from crossfoot.verbs.ledgers import run

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "list every number and what it rests on"
TAKES = "DIR"
__all__ = ["SAYS", "TAKES", "options", "run"]


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot numbers`."""
    one.add_argument(
        "--format",
        choices=("text", "plain", "json"),
        help="default: text, or plain in a pipe",
    )
    one.add_argument(
        "--baseline",
        action="store_true",
        help="make checks.yml ask for the coverage that stands",
    )
    one.add_argument("--of", metavar="NAME", help="list what depends on it")
    one.add_argument(
        "--sign", metavar="NAME", help="sign every number, in signoff.yml, as NAME"
    )
    one.add_argument(
        "--date", metavar="DAY", help="day of the signature; else SOURCE_DATE_EPOCH"
    )
    one.add_argument("--because", metavar="REASON", help="what the signature rests on")
