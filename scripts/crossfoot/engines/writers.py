"""Formulas: TeX in, Typst and MathML out, by pandoc.

All formulas of a report go through pandoc in one call a format. Source of both
conversions: texmath, https://github.com/jgm/texmath. What starts the program is
loaded when it is started: most often all formulas are those of the build before.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from crossfoot.typeset.book import Formula
from crossfoot.typeset.formulas import accented, readable, settable, unboxed

Key = tuple[str, bool]
"""TeX source, and whether it is displayed."""

API = [1, 23, 1]
FENCE = "crossfoot-formula"
ANNOTATION = re.compile(r"<annotation\b.*?</annotation>", re.DOTALL)
MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
LABEL = re.compile(r"(?<=\$)\s*<[^<>\s]*>$")
"""What pandoc writes behind a formula that is named."""
SECONDS = 120


def formulas(keys: Sequence[Key]) -> dict[Key, Formula]:
    """Return formulas as converted; a part that could not be is empty."""
    if not keys:
        return {}
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        typst = pool.submit(_converted, keys, "typst")
        html = pool.submit(_converted, keys, "html5")
    return {
        key: Formula(_typst(markup, key[0]), _mathml(page))
        for key, markup, page in zip(keys, typst.result(), html.result(), strict=True)
    }


def _converted(keys: Sequence[Key], form: str) -> list[str]:
    """Return each formula in a format, from one run of pandoc."""
    import subprocess

    from crossfoot.engines.pandoc import program

    blocks: list[Any] = []
    for tex, displayed in keys:
        kind = {"t": "DisplayMath" if displayed else "InlineMath"}
        fence = {"t": "RawBlock", "c": [form, FENCE]}
        blocks += [
            fence,
            {"t": "Para", "c": [{"t": "Math", "c": [kind, readable(tex)]}]},
        ]
    document = {"pandoc-api-version": API, "meta": {}, "blocks": blocks}
    words = [program(), "--from=json", f"--to={form}", "--mathml", "--wrap=none"]
    done = subprocess.run(
        [*words, "--quiet"],
        input=json.dumps(document).encode(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    parts = done.stdout.decode("utf-8", "replace").split(FENCE)[1:]
    return parts if len(parts) == len(keys) else [""] * len(keys)


def _typst(markup: str, tex: str) -> str:
    """Return what stands between the dollars, or "" when there are none."""
    bare = LABEL.sub("", markup.strip())
    inside = unboxed(bare[1:-1]).strip()
    whole = len(bare) > 2 and bare[0] == bare[-1] == "$"
    # An unescaped dollar inside would end the formula early.
    return (
        settable(inside, tex) if whole and not re.search(r"(?<!\\)\$", inside) else ""
    )


def _mathml(page: str) -> str:
    found = MATHML.search(page)
    return accented(ANNOTATION.sub("", found[0])) if found else ""
