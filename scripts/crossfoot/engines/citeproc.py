"""citeproc: a document of citations and a bibliography in, rendered citations out.

What starts the program is loaded when it is started: most often the citations are
those of the build before.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crossfoot.engines.files import dumps


class CiteprocError(RuntimeError):
    """Why citations could not be rendered, in pandoc's own words."""


def render(document: str, references: Sequence[Any], style: Path | None) -> bytes:
    """Return a pandoc document (JSON) with its citations rendered.

    `references` is CSL JSON; `style` is a CSL file, pandoc's own author-date style
    without one. Raises CiteprocError, for instance for a style that is no CSL.
    """
    import subprocess
    import tempfile

    from crossfoot.engines.pandoc import SECONDS, program

    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        path = Path(folder) / "references.json"
        path.write_text(dumps(references), "utf-8")
        words = ["--from=json", "--to=json", "--citeproc", "--quiet"]
        words += [f"--bibliography={path}"]
        words += [f"--csl={style}"] if style else []
        try:
            done = subprocess.run(
                [program(), *words],
                input=document.encode(),
                capture_output=True,
                timeout=SECONDS * (1 + len(document) // 1_000_000),
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise CiteprocError("pandoc did not finish in time") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise CiteprocError(said.split("\n")[-1] or f"code {done.returncode}")
    json.loads(done.stdout)
    return done.stdout
