"""Streams of PDF files: bytes in, bytes in which the end of each is certain out."""

import re
from bisect import bisect_left

AMBIGUOUS = re.compile(rb"\r\nendstream")
ENTRY = re.compile(rb"(\d{10})( \d{5} n)")
XREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


def clear_ends(pdf: bytes) -> bytes:
    """Return a PDF in which the end of every stream is certain.

    Typst ends a stream with a line feed. When the last byte of its data is a carriage
    return, the two read as one end of line, and the stream as a byte too short
    (ISO 32000-1, 7.3.8.1): such a stream gets an end of line of two bytes. Only for
    files with a plain table of cross references, as Typst writes them.
    """
    cuts = [found.start() + 1 for found in AMBIGUOUS.finditer(pdf)]
    tail = XREF.search(pdf)
    if not cuts or not tail or pdf[int(tail[1]) :][:4] != b"xref":
        return pdf
    table = int(tail[1])
    body = [pdf[a:b] for a, b in zip([0, *cuts], [*cuts, table], strict=True)]
    # As many digits, so that the order of numbers is that of their texts.
    written = [b"%010d" % cut for cut in cuts]

    def moved(found: re.Match[bytes]) -> bytes:
        by = bisect_left(written, found[1])
        return b"%010d%s" % (int(found[1]) + by, found[2]) if by else found[0]

    entries = ENTRY.sub(moved, pdf[table : tail.start()])
    end = b"startxref\n%d\n%%%%EOF" % (table + len(cuts))
    return b"\r".join(body) + entries + end
