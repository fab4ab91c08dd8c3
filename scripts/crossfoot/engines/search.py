"""Search: a site's pages in, the index that its search reads out.

The index is pagefind's (https://pagefind.app): one file for each page and for words
that begin alike, of which a reader's browser loads what it needs.
"""

import json
import shutil
from pathlib import Path
from subprocess import Popen

FOLDER = "pagefind"
SECONDS = 300
KEPT = ("fragment", "index", "pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""What the site's own search uses; pagefind also writes pages and styles of its own."""


def start(site: Path) -> Popen[bytes] | None:
    """Start to write the index of a folder of pages; None when that cannot be."""
    import subprocess

    shutil.rmtree(site / FOLDER, ignore_errors=True)
    try:
        from pagefind_bin import get_executable

        words = [str(get_executable()), "--site", str(site), "--glob", "*.html"]
        return subprocess.Popen(
            [*words, "--silent"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (ImportError, OSError):
        return None


def finished(process: Popen[bytes] | None, site: Path) -> bool:
    """Wait for the index of a folder of pages; say whether there is one."""
    folder = site / FOLDER
    if _ended(process) and (folder / "pagefind-entry.json").is_file():
        _strip(folder)
        return True
    shutil.rmtree(folder, ignore_errors=True)
    return False


def _ended(process: Popen[bytes] | None) -> bool:
    """Wait for a process; say whether it did what it should."""
    from subprocess import TimeoutExpired

    if process is None:
        return False
    try:
        return process.wait(SECONDS) == 0
    except TimeoutExpired:
        return False
    finally:
        process.kill()
        process.wait()


def _strip(folder: Path) -> None:
    """Delete what no page asks for."""
    entry = json.loads((folder / "pagefind-entry.json").read_bytes())
    engines = {f"wasm.{one['wasm']}.pagefind" for one in entry["languages"].values()}
    kept = {*KEPT, *engines}
    for path in folder.iterdir():
        if path.name not in kept and path.suffix != ".pf_meta":
            path.unlink()
