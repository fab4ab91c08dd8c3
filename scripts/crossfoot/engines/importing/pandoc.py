"""Pandoc as an importer: documents in, ASTs out; blocks in, Markdown out."""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from crossfoot.engines.pandoc import program, too_deep
from crossfoot.importing.draft import RefusedError
from crossfoot.nodes import Node

SECONDS = 300
API = [1, 23, 1]
WIDTH = 88
FORM = (
    "markdown-smart-simple_tables-multiline_tables-raw_attribute"
    "-bracketed_spans-native_spans-grid_tables+grid_tables"
)
"""What chapters are written in. Not smart: quotation marks stay as they were."""


def document(data: bytes, form: str) -> dict[str, Any]:
    """Return the AST of an office document; RefusedError when it fails."""
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        path = Path(folder) / "document"
        path.write_bytes(data)
        words = [f"--from={form}", "--to=json", "--quiet", "--track-changes=all"]
        told = _run([*words, str(path)], b"", folder)
    return _ast(told)


def html(data: str) -> dict[str, Any]:
    """Return the AST of a page of HTML."""
    words = ["--from=html-native_divs-native_spans", "--to=json"]
    return _ast(_run([*words, "--quiet"], data.encode(), "."))


def _ast(told: bytes) -> dict[str, Any]:
    try:
        ast: dict[str, Any] = json.loads(told)
    except RecursionError:
        raise RefusedError("is nested too deep to be read") from None
    if too_deep(ast["blocks"]):
        raise RefusedError("is nested too deep to be read")
    return ast


def as_markdown(blocks: list[Node]) -> str:
    """Return blocks as the Markdown of a chapter."""
    ast = json.dumps({"pandoc-api-version": API, "meta": {}, "blocks": blocks})
    words = ["--from=json", f"--to={FORM}", f"--columns={WIDTH}", "--quiet"]
    words += ["--markdown-headings=atx", "--wrap=auto"]
    return _run(words, ast.encode(), ".").decode()


def _run(words: list[str], data: bytes, folder: str) -> bytes:
    try:
        done = subprocess.run(
            [program(), "+RTS", "-M3G", "-RTS", *words],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=folder,
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(f"was not read in {SECONDS} seconds; split it") from None
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise RefusedError(f"could not be read by pandoc: {said[:300]}")
    return done.stdout
