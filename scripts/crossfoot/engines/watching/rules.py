"""The pages of rules: a code in, HTML out."""

import subprocess
from functools import cache
from importlib.resources import files

from crossfoot.engines.pandoc import SECONDS, program


@cache
def rule(code: str) -> str:
    """Return the page of a rule as HTML; `code` is one of `CODES`."""
    page = (files("crossfoot") / "rules" / f"{code}.md").read_bytes()
    words = [program(), "--from=commonmark", "--to=html", "--no-highlight", "--sandbox"]
    done = subprocess.run(
        words, input=page, capture_output=True, check=True, timeout=SECONDS
    )
    return done.stdout.decode()
