"""Regions of a chapter's source that stand apart from its flow.

A chapter's text in; out come the stretches that are not read in order: front
matter, definitions of links, abbreviations and footnotes, the last ones by key.
"""

import re
from dataclasses import dataclass

from crossfoot.places import Span

FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*")
LINK = re.compile(
    r" {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\r?\n?[ \t]*(?:<[^>\n]*>|\S+)"
    r"(?:[ \t]*\r?\n?[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\)))?"
    r"(?:[ \t]*\{[^}\n]*\})?[ \t]*(?=\r?\n|\Z)"
)
ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:[^\n]*")
FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Regions:
    """What of a chapter's text is not part of its flow."""

    masks: dict[int, int]
    """End of each region by its start; a region is made of whole lines."""
    notes: dict[str, Span]
    """Where each footnote's content stands, by its key."""


def front_matter(text: str) -> Span | None:
    """Return where the YAML between the first two rules stands, if it is there."""
    found = FRONT.match(text)
    return found.span(1) if found else None


def survey(text: str) -> Regions:
    """Return the regions of a chapter."""
    masks: dict[int, int] = {}
    notes: dict[str, Span] = {}
    found = FRONT.match(text)
    at = found.end() if found else 0
    if found:
        masks[0] = at
    fence = ""
    while at < len(text):
        end = _line_end(text, at)
        mark = FENCE.match(text, at, end)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        elif note := NOTE.match(text, at, end):
            end = _note_end(text, end)
            notes.setdefault(note[1], (note.end(), end))
            masks[at] = end
        elif link := LINK.match(text, at) or ABBREVIATION.match(text, at, end):
            end = _line_end(text, link.end())
            masks[at] = end
        at = end
    return Regions(masks, notes)


def _line_end(text: str, at: int) -> int:
    """Return where the next line starts."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _note_end(text: str, at: int) -> int:
    """Return where the lines of a footnote's content end."""
    blank = False
    end = at
    while at < len(text):
        after = _line_end(text, at)
        line = text[at:after]
        if not line.strip():
            blank = True
        elif line.startswith(("    ", "\t")):
            blank, end = False, after
        elif blank or NOTE.match(line):
            break
        else:
            end = after  # a lazy continuation line
        at = after
    return end
