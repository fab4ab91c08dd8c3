"""Options of the commands that print ledgers: an argument parser in, the same out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser


THEMES = ("sober", "bold")
"""Themes that come with the package, the default first."""


def new(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot new`."""
    one.add_argument(
        "--theme", choices=THEMES, default=THEMES[0], help="its look; default: sober"
    )


def numbers(one: "ArgumentParser") -> None:
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
    one.add_argument("--because", help="what the signature rests on")


def repeats(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot repeats`, those that write decisions included."""
    one.add_argument("--format", choices=("text", "json"), default="text")
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
    one.add_argument("--because", help="the reason, which --accept needs")
    one.add_argument("--owner", help="who decided")
    one.add_argument("--expires", metavar="DAY", help="last day on which it holds")
