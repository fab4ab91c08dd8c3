"""Mistypes numbers that add up and takes the fixes: texts in, what is left out.

Each text is a report of its own. In each, a few numbers that a total, a column or a
sentence holds are mistyped by one digit, one at a time; where that is told with a fix,
the fix is taken. It should give back the text as it was, or at least leave no finding
of its own and bring no new one.
"""

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from crossfoot.engines.checking import check
from crossfoot.engines.fixing import fixed
from crossfoot.findings import Finding

STAGES = ("read", "data", "numbers")
HELD = re.compile(r", as in \d+ other rows?$")
"""How many rows a message counts may change with a fix elsewhere."""
NAME = "01-text.md"

Told = Counter[tuple[str, str]]


def told(findings: list[Finding]) -> Told:
    """Count findings by code and message, unbound numbers left out."""
    return Counter(
        (one.code, HELD.sub("", one.message))
        for one in findings
        if one.code != "NUM05" and not one.waiver
    )


def slips(root: Path, rng: random.Random, most: int) -> Iterator[str]:
    """Yield the text of a report with one number mistyped, a few times."""
    done = check(root, STAGES, ("numbers.json",))
    lines = (root / NAME).read_text("utf-8").split("\n")
    numbers = done.products["numbers.json"]["numbers"]
    held = [one for one in numbers if one["state"] == "footed"]
    held = [one for one in held if one["line"] == one["end_line"]]
    for one in rng.sample(held, min(most, len(held))):
        line, at = lines[one["line"] - 1], one["column"] - 1
        places = [n for n, sign in enumerate(one["text"]) if sign in "0123456789"]
        place = at + rng.choice(places) if places else at
        digit = rng.choice([sign for sign in "123456789" if sign != line[place]])
        wrong = f"{line[:place]}{digit}{line[place + 1 :]}" if places else line
        yield "\n".join([*lines[: one["line"] - 1], wrong, *lines[one["line"] :]])


def taken(root: Path, right: str, before: Told) -> str:
    """Return what taking the first fix of a mistyped report does to it."""
    done = check(root, STAGES)
    now = told(done.findings)
    new = [one for one in done.findings if told([one]) - before]
    with_fix = next((one for one in new if one.fix), None)
    if with_fix is None:
        return "told without a fix" if new else "not told"
    text = fixed([with_fix], done.sources)[NAME]
    if text == right:
        return "given back"
    (root / NAME).write_text(text, "utf-8")
    after = told(check(root, STAGES).findings)
    return "brings others" if after - now else "mended elsewhere"


def main() -> None:
    """Print how many fixes did what."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--slips", type=int, default=3, help="mistypes of a text")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    for file in given.files:
        right = file.read_text("utf-8").replace("\r\n", "\n")
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / NAME).write_text(right, "utf-8")
            before = told(check(root, STAGES).findings)
            rng = random.Random(f"{given.seed} {file.name}")
            for wrong in list(slips(root, rng, given.slips)):
                (root / NAME).write_text(wrong, "utf-8")
                counts[taken(root, right, before)] += 1
    for what, count in counts.most_common():
        print(f"{count:6,} {what}")


if __name__ == "__main__":
    main()
