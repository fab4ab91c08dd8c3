"""Fixes: findings that carry one in, files as they would be and a diff out."""

from collections.abc import Iterable
from difflib import unified_diff

from crossfoot.findings import Finding
from crossfoot.places import Text
from crossfoot.render import Sources


def fixed(findings: Iterable[Finding], sources: Sources) -> dict[str, str]:
    """Return the new text of each file that safe fixes change, by path.

    Of fixes that overlap, the first one counts; the other finds its place again
    in a second run.
    """
    out: dict[str, str] = {}
    safe = [f for f in findings if f.fix and f.fix.safe and not f.waiver]
    for file in sorted({finding.place.file for finding in safe}):
        mine = [finding for finding in safe if finding.place.file == file]
        out[file] = _apply(sources[file], mine)
    return out


def _apply(source: Text, findings: list[Finding]) -> str:
    parts, end = [], 0
    spans = sorted((source.span(f.place), f) for f in findings if f.fix)
    for (start, stop), finding in spans:
        if start < end or finding.fix is None:
            continue
        parts += [source.text[end:start], finding.fix.replacement]
        end = stop
    return "".join([*parts, source.text[end:]])


def diff(sources: Sources, new: dict[str, str]) -> str:
    """Return the changes as a unified diff."""
    out: list[str] = []
    for file, text in new.items():
        before = sources[file].text.splitlines(keepends=True)
        out += unified_diff(before, text.splitlines(keepends=True), file, file)
    return "".join(out)
