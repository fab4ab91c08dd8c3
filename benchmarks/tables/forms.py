"""Measures what is found of one slip in a short text, form by form.

    python benchmarks/tables/forms.py [FILE] [--half first] [--list]

FILE holds texts under lines `=== half | name | right | wrong`; `{}` stands for the
number that is right or wrong. A text with the wrong number counts as found when
anything is told of its numbers, and one with the right number should have nothing told.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corrections import SHOWN, alarms

TEXTS = Path(__file__).with_name("forms.txt")
MARK = "=== "


class Form(NamedTuple):
    """A text and the two numbers that may stand in it."""

    half: str
    name: str
    right: str
    wrong: str
    text: str


def forms(source: str) -> Iterator[Form]:
    """Yield the texts of a file."""
    for part in source.split(MARK)[1:]:
        head, _, text = part.partition("\n")
        half, name, right, wrong = (one.strip() for one in head.split(" | "))
        yield Form(half, name, right, wrong, f"# Here\n\n{text.strip()}\n")


def told(text: str) -> list[str]:
    """Return what is said of the numbers of a text."""
    found = (one for one in alarms(text) if one.level != "note")
    return [one.message for one in found if one.code.startswith(SHOWN)]


def main() -> None:
    """Print how many slips are found, half by half, and what is told of right texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=TEXTS)
    parser.add_argument("--half")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    every = list(forms(args.file.read_text(encoding="utf-8")))
    for half in dict.fromkeys(one.half for one in every):
        if args.half in {None, half}:
            _print([one for one in every if one.half == half], listed=args.list)


def _print(some: list[Form], *, listed: bool) -> None:
    found = {one: told(one.text.replace("{}", one.wrong)) for one in some}
    wrongly = {one: told(one.text.replace("{}", one.right)) for one in some}
    many = sum(map(bool, found.values()))
    print(f"{some[0].half}: {many} of {len(some)} slips found, ", end="")
    print(f"{sum(map(bool, wrongly.values()))} right texts told of")
    for one in some if listed else ():
        print(f"  {one.name}: {'; '.join(found[one]) or 'missed'}")
        for message in wrongly[one]:
            print(f"  {one.name}, right: {message}")


if __name__ == "__main__":
    main()
