"""UTF-8: a source file's bytes in, what is wrong with them as a text out."""

from crossfoot.findings import Finding, several
from crossfoot.places import Text

BOM = b"\xef\xbb\xbf"
UTF_32 = {b"\xff\xfe\x00\x00": "little-endian", b"\x00\x00\xfe\xff": "big-endian"}
UTF_16 = {b"\xff\xfe": "little-endian", b"\xfe\xff": "big-endian"}
PROBE = 4096
"""Bytes at a file's start that are looked at for UTF-16 without a mark."""
SHOWN = "\ufffd"
"""What a reader sees in place of a byte that is no text."""


def decoded(data: bytes) -> str:
    """Return what a file's bytes say; what is no text is one sign that shows it."""
    return data.decode("utf-8-sig", errors="replace").replace("\0", SHOWN)


def encoding(text: Text, data: bytes) -> list[Finding]:
    """Return what is wrong with a file's bytes, `text` being what they say."""
    out = []
    if data.startswith(BOM):
        message = "File starts with a byte order mark; expected plain UTF-8"
        way = "Save the file as UTF-8 without a byte order mark"
        out.append(Finding("SRC06", message, text.place((0, 0)), help=way))
    wide = wide_encoding(data[:PROBE])
    if wide:
        message = f"File is in {wide}; expected UTF-8, so none of it can be read"
        place = text.place((0, min(1, len(text.text))))
        way = "Save the file as UTF-8: in an editor, “Save as” with that encoding"
        return [Finding("SRC01", message, place, help=way, anchor="encoding")]
    body = data.removeprefix(BOM)
    if b"\0" in body:
        out.append(_null(text, body))
    try:
        body.decode()
    except UnicodeDecodeError as problem:
        at = len(body[: problem.start].decode())
        bad = body[problem.start : problem.end].hex(" ")
        others = text.text.count(SHOWN, at + 1) - body[problem.end :].count(0)
        more = f", as in {several(others, 'other place')}" if others else ""
        message = f"Byte {bad} is not UTF-8; it is shown as “{SHOWN}”{more}"
        way = "Save the file as UTF-8"
        place = text.place((at, at + 1))
        out.append(Finding("SRC01", message, place, help=way, anchor="encoding"))
    return out


def _null(text: Text, body: bytes) -> Finding:
    """Return the finding on the first NUL byte of a file."""
    at = len(body[: body.index(0)].decode(errors="replace"))
    others = body.count(0) - 1
    more = f", as in {several(others, 'other place')}" if others else ""
    message = f"NUL byte is no text; it is shown as “{SHOWN}”{more}"
    place = text.place((at, at + 1))
    return Finding("SRC01", message, place, help="Delete it", anchor="null")


def wide_encoding(start: bytes) -> str:
    """Return the name of the two- or four-byte encoding of a file's start, or ""."""
    for marks, name in ((UTF_32, "UTF-32"), (UTF_16, "UTF-16")):
        for mark, order in marks.items():
            if start.startswith(mark):
                return f"{name} ({order})"
    whole = start[: len(start) // 2 * 2]
    nulls = [whole[side::2].count(0) for side in (0, 1)]
    for side, order in ((1, "little-endian"), (0, "big-endian")):
        # Latin letters in UTF-16 have a zero byte each, always on the same side.
        if nulls[side] * 10 > len(whole) * 3 and nulls[1 - side] == 0:
            return f"UTF-16 ({order}, without a byte order mark)"
    return ""
