"""A table's dialect: its JSON in a data package in, how to read the table out.

https://specs.frictionlessdata.io/csv-dialect/ and the Table Dialect of version 2.
What we do not read is named, so that no table is read in another way than declared.
"""

from typing import Any

from crossfoot.csvfile import PLAIN, Dialect
from crossfoot.data.reader import Path, Reader
from crossfoot.findings import nearest

IDLE = ("$schema", "caseSensitiveHeader", "csvddfVersion", "lineTerminator")
"""Keys that change nothing for us."""
FIXED: dict[str, tuple[Any, ...]] = {
    "commentRows": (None, []),
    "doubleQuote": (None, True),
    "escapeChar": (None, "", "\\"),
    "headerJoin": (None, "", " "),
    "nullSequence": (None, "", "\\N"),
    "quoteChar": (None, '"'),
}
"""Keys of which we take one value only, with what each may be."""
READ = ("commentChar", "delimiter", "header", "headerRows", "skipInitialSpace")


def dialect(reader: Reader, entry: Any, path: Path) -> Dialect:
    """Return the dialect that a resource declares; what is wrong becomes DAT10."""
    if entry is None:
        return PLAIN
    if not isinstance(entry, dict):
        reader.fault(
            "Dialect is not an object; expected its keys here",
            path,
            'Write {"delimiter": ";"}',
        )
        return PLAIN
    _check_keys(reader, entry, path)
    return Dialect(
        _delimiter(reader, entry, path),
        _header(reader, entry, path),
        _comment(reader, entry, path),
        _flag(reader, entry, "skipInitialSpace", path, default=False),
    )


def _check_keys(reader: Reader, entry: dict[str, Any], path: Path) -> None:
    known = (*IDLE, *FIXED, *READ)
    for key, value in sorted(entry.items()):
        if key in FIXED and value not in FIXED[key]:
            reader.fault(
                f"{key} is “{value}”, which is not read here",
                (*path, key),
                f"Write the table so that {key} can be left out",
            )
        elif key not in known:
            near = nearest(key, known)
            reader.fault(
                f"“{key}” is no part of a dialect, and does nothing",
                (*path, key),
                f"Write {near}" if near else "Take it out",
                "warning",
            )


def _delimiter(reader: Reader, entry: dict[str, Any], path: Path) -> str:
    found = entry.get("delimiter", ",")
    if isinstance(found, str) and len(found) == 1 and found not in '"\r\n\0':
        return found
    reader.fault(
        f"Delimiter is “{found}”; expected one character",
        (*path, "delimiter"),
        'Write "delimiter": ";" for semicolons, "\\t" for tabs',
    )
    return ","


def _header(reader: Reader, entry: dict[str, Any], path: Path) -> bool:
    """Say whether the first record holds the columns' names."""
    rows = entry.get("headerRows", [1])
    if rows not in ([1], [], None):
        reader.fault(
            f"headerRows is “{rows}”; expected one header, on the first line",
            (*path, "headerRows"),
            "Write the names of the columns on the first line",
        )
    return _flag(reader, entry, "header", path, default=rows != [])


def _comment(reader: Reader, entry: dict[str, Any], path: Path) -> str:
    found = entry.get("commentChar", "")
    if isinstance(found, str) and '"' not in found:
        return found
    reader.fault(
        f"commentChar is “{found}”; expected a character such as #",
        (*path, "commentChar"),
        'Write "commentChar": "#"',
    )
    return ""


def _flag(
    reader: Reader, entry: dict[str, Any], key: str, path: Path, *, default: bool
) -> bool:
    found = entry.get(key, default)
    if not isinstance(found, bool):
        advice = f'Write "{key}": true, or leave it out'
        reader.fault(
            f"{key} is “{found}”; expected true or false", (*path, key), advice
        )
        return default
    return found
