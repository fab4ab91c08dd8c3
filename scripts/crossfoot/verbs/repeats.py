"""`crossfoot repeats`: list the passages that stand more than once."""

from typing import TYPE_CHECKING

from crossfoot.verbs.ledgers import run

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "list the passages that stand more than once"
TAKES = "DIR"
__all__ = ["SAYS", "TAKES", "options", "run"]


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot repeats`, those that write decisions included."""
    one.add_argument(
        "--format", choices=("text", "json"), default="text", help="default: text"
    )
    one.add_argument("--all", action="store_true", help="leave nothing out")
    which = one.add_mutually_exclusive_group()
    which.add_argument(
        "--accept", nargs="+", metavar="ID", help="decide about these relations"
    )
    which.add_argument(
        "--baseline", action="store_true", help="accept all that stands today"
    )
    one.add_argument(
        "--as",
        dest="ruling",
        choices=("allow", "link", "drop", "keep-second"),
        help="what is decided; without it both passages stay",
    )
    one.add_argument(
        "--because", metavar="REASON", help="the reason, which --accept needs"
    )
    one.add_argument("--owner", help="who decided")
    one.add_argument("--expires", metavar="DAY", help="last day on which it holds")
