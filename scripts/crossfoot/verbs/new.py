"""`crossfoot new`: a small complete report that builds at once."""

import sys
from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.findings import several
from crossfoot.outputs import THEMES
from crossfoot.verbs.printing import say, then

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from crossfoot.engines.starter import Answers

SAYS = "write a small report that builds at once"
TAKES = "folder"
TITLE = "Visits to our libraries"
LANGUAGE = "en-GB"


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot new`."""
    one.add_argument("--title", help="its title")
    one.add_argument("--author", action="append", help="an author; may stand twice")
    says = f"a language tag; default: {LANGUAGE}"
    one.add_argument("--language", type=_language, metavar="LANGUAGE", help=says)
    says = f"its look; default: {THEMES[0]}"
    one.add_argument("--theme", choices=THEMES, help=says)
    says = "one chapter, a table and a figure, and nothing for editors and CI"
    one.add_argument("--minimal", action="store_true", help=says)
    says = "start from Word documents, web pages or texts instead"
    one.add_argument(
        "--from", nargs="+", type=Path, metavar="OLD", dest="old", help=says
    )


def run(arguments: Arguments) -> int:
    """Write a small complete report into a new folder."""
    from crossfoot.engines.starter import OccupiedError, create

    folder = Path(arguments.folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return say(f"crossfoot: {folder} is not empty; name a new folder", 2)
    if arguments.old:
        return _from(arguments, folder)
    try:
        answers = _answers(arguments)
    except (EOFError, KeyboardInterrupt):
        return say("\nNothing was written", 130)
    try:
        made = create(folder, answers, whole=not arguments.minimal)
    except OccupiedError as taken:
        return say(f"crossfoot: {taken} is not empty; name a new folder", 2)
    if sys.stdout.isatty():
        count = several(len(made), "file")
        print(f"Wrote {count} into {folder}; your text goes into {folder}/sources")
    else:
        print("\n".join(made))
    return then(folder, 0)


def _from(arguments: Arguments, folder: Path) -> int:
    """Bring files into a new folder, and add what editors and CI need."""
    from crossfoot.engines.starter import complete
    from crossfoot.verbs import import_

    asked = vars(arguments)
    other = [name for name in ("title", "author", "language", "theme") if asked[name]]
    if other or arguments.minimal:
        name = [*other, "minimal"][0]
        said = f"--{name} does not go with --from; report.yml says it afterwards"
        return say(f"crossfoot: {said}", 2)
    code = import_.bring_in(arguments.old, folder)
    if code == import_.NOTHING:
        return code
    for name in complete(folder):
        print(name)
    return import_.checked(folder, code)


def _answers(arguments: Arguments) -> "Answers":
    """Return what the options say; on a terminal, what else is answered there."""
    from crossfoot.engines.starter import Answers

    given = (arguments.title, arguments.author, arguments.language, arguments.theme)
    asks = sys.stdin.isatty() and sys.stdout.isatty() and not any(given)
    if not asks:
        return Answers(
            arguments.title or "",
            tuple(arguments.author or ()),
            arguments.language or "",
            arguments.theme or THEMES[0],
        )
    print("Four questions; Enter takes what is in brackets.")
    title = _ask("Title", TITLE)
    authors = _ask("Authors, separated by commas", "Your name")
    language = ""
    while not _is_language(language):
        language = _ask("Language", LANGUAGE)
    theme = ""
    while theme not in THEMES:
        theme = _ask(f"Look, {' or '.join(THEMES)}", THEMES[0])
    people = [one.strip() for one in authors.split(",") if one.strip()]
    known = () if authors == "Your name" else tuple(people)
    return Answers("" if title == TITLE else title, known, language, theme)


def _is_language(said: str) -> bool:
    """Say whether `report.yml` takes a text as the language of a report."""
    from crossfoot.read.frontmatter import LANGUAGE as TAG

    return TAG.fullmatch(said) is not None


def _language(said: str) -> str:
    """Return a language tag; argparse tells of what is none."""
    if not _is_language(said):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"“{said}” is no language tag such as {LANGUAGE}")
    return said


def _ask(question: str, default: str) -> str:
    return input(f"{question} [{default}]: ").strip() or default
