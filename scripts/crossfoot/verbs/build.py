"""`crossfoot build`: Snakemake with our Snakefile and profile.

It has no parser of its own: its words are Snakemake's.
"""

import contextlib
import io
from collections.abc import Sequence
from typing import Any

from crossfoot.verbs.printing import say

OWN = {
    "snakefile": ("-s", "--snakefile"),
    "profile": ("--profile", "--workflow-profile"),
    "cores": ("-c", "--cores", "-j", "--jobs"),
}
"""Options that we give unless they are given."""


def build(words: Sequence[str]) -> int:
    """Run Snakemake with our Snakefile and profile; its exit code is ours.

    A build that somebody stops ends with 130, as other programs do.
    """
    try:
        from snakemake.cli import args_to_api

        at = words.index("--") if "--" in words else len(words)
        own = _defaults(words[:at])
        parsed = _parsed([*words[:at], *own, *words[at:]])
        if isinstance(parsed, int):
            return parsed
        done = args_to_api(parsed[1], parsed[0])
    except SystemExit as ended:
        if isinstance(ended.code, str):  # what the Snakefile ends with, such as a lock
            return say(ended.code, 1)
        return int(ended.code or 0)
    except KeyboardInterrupt:
        return _stopped()
    except Exception as problem:  # noqa: BLE001 - whatever an option makes of Snakemake
        from crossfoot.hush import plain

        return say(f"crossfoot: {plain(str(problem))}", 1)
    return 0 if done else _failed()


def _failed() -> int:
    """Return the exit code of a build that did not end: Snakemake's, or of Ctrl-C."""
    from crossfoot.hush import HUSH

    return 130 if HUSH.stopped else 1


def _stopped() -> int:
    """Return the exit code of Ctrl-C, which the last line of a begun build tells of."""
    from crossfoot.hush import HUSH
    from crossfoot.workflow import graphs

    HUSH.stopped = True
    return 130 if graphs else say("Stopped. The same command goes on from here", 130)


def _given(words: Sequence[str], option: str) -> bool:
    names = OWN[option]
    return any(
        word.split("=")[0] in names or (word[:2] in names and word[2:3].isdigit())
        for word in words
    )


def _defaults(words: Sequence[str]) -> list[str]:
    """Return the options that are ours and were not given.

    They stand behind those that were, as an option may take what follows it.
    """
    from crossfoot.workflow import profile, snakefile

    out: list[str] = []
    if not _given(words, "snakefile"):
        out += ["--snakefile", str(snakefile())]
    if not _given(words, "cores"):
        out += ["--cores", "all"]
    if not _given(words, "profile"):
        out += ["--workflow-profile", str(profile())]
    return out


def _parsed(words: Sequence[str]) -> Any:
    """Return Snakemake's parser and arguments, or the exit code of a wrong option.

    Snakemake answers a wrong option with a hundred lines of usage.
    """
    from snakemake.cli import parse_args

    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            return parse_args(list(words))
    except SystemExit as ended:
        code = int(ended.code or 0)
        if not code:
            return 0
        _, _, why = said.getvalue().rpartition("error: ")
        line = " ".join(why.split())
        return say(
            f"crossfoot build: {line}. It takes Snakemake’s options:"
            " crossfoot build --help",
            code,
        )
