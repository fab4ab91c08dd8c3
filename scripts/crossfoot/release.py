"""The release: hashes of inputs and outputs in, manifest and checksums out."""

import json
import re
from collections.abc import Mapping
from typing import Any

from crossfoot.findings import Finding
from crossfoot.places import Place

SUMS = "SHA256SUMS"
MANIFEST = "manifest.json"


def altered(
    data: Mapping[str, str], copied: Mapping[str, str], seen: Mapping[str, str]
) -> list[Finding]:
    """Return REL01 for each data file that is not the one the checks saw.

    `data` holds the path in the report by the path in the release, `copied` SHA-256
    by path in the release, `seen` SHA-256 by path in the report.
    """
    return [
        Finding(
            "REL01",
            f"{file} is not the file that was checked",
            Place(file),
            help="Build again",
            anchor="altered",
        )
        for name, file in sorted(data.items())
        if seen.get(file) != copied[name]
    ]


def manifest(
    record: Mapping[str, Any],
    inputs: Mapping[str, str],
    outputs: Mapping[str, str],
    tools: Mapping[str, str],
    numbers: Mapping[str, Any],
) -> str:
    """Return `manifest.json`: what the release holds and what it was made of.

    `record` is the publication's own record from `report.yml`; `inputs` and
    `outputs` are SHA-256 by path (relative to the report and to the release);
    `tools` are versions by distribution; `numbers` is the content of `numbers.json`,
    which says who signed.
    """
    by = numbers.get("signatures", [])
    unsigned = len(numbers.get("unsigned", []))
    value = {
        "schema": "crossfoot/manifest/1",
        "report": dict(record),
        "inputs": _rows(inputs),
        "outputs": _rows(outputs),
        "tools": dict(tools),
        "signatures": {"by": by, "unsigned": unsigned},
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _rows(hashes: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"path": path, "sha256": hashes[path]} for path in sorted(hashes)]


def sums(hashes: Mapping[str, str]) -> str:
    """Return `SHA256SUMS` as `sha256sum --check` reads it, sorted by path.

    Names with a backslash or a line break are escaped as GNU coreutils does.
    """
    return "".join(_sum(path, hashes[path]) + "\n" for path in sorted(hashes))


def _sum(path: str, digest: str) -> str:
    escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{'' if escaped == path else chr(92)}{digest}  {escaped}"


def read_sums(text: str) -> dict[str, str]:
    """Return SHA-256 by path of a `SHA256SUMS`; the inverse of `sums`."""
    out = {}
    for row in filter(None, text.split("\n")):
        digest, _, path = row.removeprefix("\\").partition("  ")
        if row.startswith("\\"):
            path = re.sub(r"\\([\\nr])", lambda m: _ESCAPES[m[1]], path)
        out[path] = digest
    return out


_ESCAPES = {"\\": "\\", "n": "\n", "r": "\r"}


def differences(
    expected: Mapping[str, str], found: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return each file that is missing, changed or not listed, and a sentence."""
    out = []
    for path in sorted({*expected, *found}):
        if path not in found:
            out.append((path, f"{path} is missing"))
        elif path not in expected:
            out.append((path, f"{path} is not listed in {SUMS}"))
        elif expected[path] != found[path]:
            out.append((path, f"{path} has changed since the release was made"))
    return out
