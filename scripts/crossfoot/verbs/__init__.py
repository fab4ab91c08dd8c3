"""The commands for people: one module a verb.

Each has `SAYS` (its help), `TAKES` (`DIR` for a report's folder, else the name of its
argument, else nothing), `run(arguments)`, which prints and returns an exit code, and
where it has any, `options(parser)`. What a verb needs beyond the standard library, it
imports when it runs: all verbs are loaded to print the help.
"""

from keyword import iskeyword

VERBS = (
    *("new", "import", "watch", "check", "repeats", "numbers", "fix", "explain"),
    *("why", "doctor", "verify", "diff", "release", "lsp"),
)
"""Every verb, in the order of the help."""


def module_of(verb: str) -> str:
    """Return the module of a verb; one that Python keeps for itself gets a `_`."""
    return f"crossfoot.verbs.{verb}{'_' * iskeyword(verb)}"
