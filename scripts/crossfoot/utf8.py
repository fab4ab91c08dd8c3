"""UTF-8: a source file's bytes in, what is wrong with them as a text out."""

from crossfoot.findings import Finding, several
from crossfoot.places import Text

BOM = b"\xef\xbb\xbf"


def encoding(text: Text, data: bytes) -> list[Finding]:
    """Return what is wrong with a file's bytes, `text` being what they say."""
    out = []
    if data.startswith(BOM):
        message = "File starts with a byte order mark; expected plain UTF-8"
        way = "Save the file as UTF-8 without a byte order mark"
        out.append(Finding("SRC06", message, text.place((0, 0)), help=way))
    body = data.removeprefix(BOM)
    try:
        body.decode()
    except UnicodeDecodeError as problem:
        at = len(body[: problem.start].decode())
        bad = body[problem.start : problem.end].hex(" ")
        others = text.text.count("\ufffd", at + 1)
        more = f", as in {several(others, 'other place')}" if others else ""
        message = f"Byte {bad} is not UTF-8; it is shown as “\ufffd”{more}"
        way = "Save the file as UTF-8"
        place = text.place((at, at + 1))
        out.append(Finding("SRC01", message, place, help=way, anchor="encoding"))
    return out
