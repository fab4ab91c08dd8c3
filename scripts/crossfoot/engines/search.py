"""Search: a site's pages in, the index that its search reads out.

The index is pagefind's (https://pagefind.app): one file for each page and for words
that begin alike, of which a reader's browser loads what it needs.
"""

import json
import shutil
from pathlib import Path

FOLDER = "pagefind"
SECONDS = 300
KEPT = ("fragment", "index", "pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""What the site's own search uses; pagefind also writes pages and styles of its own."""


def index(site: Path) -> bool:
    """Write the index of a folder of pages; say whether there is one."""
    import subprocess

    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    try:
        from pagefind_bin import get_executable

        words = [str(get_executable()), "--site", str(site), "--glob", "*.html"]
        done = subprocess.run(
            [*words, "--silent"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (ImportError, OSError, subprocess.TimeoutExpired):
        return False
    if done.returncode or not (folder / "pagefind-entry.json").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        return False
    _strip(folder)
    return True


def _strip(folder: Path) -> None:
    """Delete what no page asks for."""
    entry = json.loads((folder / "pagefind-entry.json").read_bytes())
    engines = {f"wasm.{one['wasm']}.pagefind" for one in entry["languages"].values()}
    kept = {*KEPT, *engines}
    for path in folder.iterdir():
        if path.name not in kept and path.suffix != ".pf_meta":
            path.unlink()
