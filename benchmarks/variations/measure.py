"""Varies what a build must not depend on: one thing at a time in, a matrix out.

Each variation builds the sample report in other surroundings and compares every file
that is made, byte by byte, with those of a build in plain ones. See ../README.md.
"""

import argparse
import shutil
import sys
from pathlib import Path

from surroundings import BY_NAME, REPO, CannotVaryError, Setting
from varied import build, differing, differing_paths, made, scratch_folder, table


def main() -> None:
    """Build once for each variation, print the matrix, fail when anything differs."""
    parser = argparse.ArgumentParser(description="Vary what a build must not show.")
    parser.add_argument("--report", type=Path, default=REPO, help="default: the sample")
    parser.add_argument("--only", nargs="*", default=[*BY_NAME], choices=[*BY_NAME])
    given = parser.parse_args()
    top = scratch_folder()
    try:
        base = Setting(top / "plain")
        build(given.report, base, ())
        expected = made(base.root)
        failed = False
        rows: dict[str, dict[str, list[str]] | str] = {}
        for number, name in enumerate(given.only):
            one = Setting(top / str(number))
            one.base.mkdir()
            label = f"{name}: {BY_NAME[name].says}".removesuffix(": ")
            try:
                build(given.report, one, [BY_NAME[name]])
                rows[label] = differing(expected, made(one.root))
            except CannotVaryError as problem:
                rows[label] = f"not varied: {problem}"
            except RuntimeError as problem:
                rows[label] = f"not built: {str(problem).splitlines()[-1]}"
                failed = True
            print(label, file=sys.stderr, flush=True)
            shutil.rmtree(one.base)
    finally:
        shutil.rmtree(top)
    print(table(rows))
    print(f"\n{len(expected)} files of each build were compared.")
    worse = {path for one in rows.values() for path in differing_paths(one)}
    for path in sorted(worse):
        print(f"differs: {path}")
    sys.exit(failed or bool(worse))


if __name__ == "__main__":
    main()
