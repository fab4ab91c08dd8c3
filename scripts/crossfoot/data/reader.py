"""A reader's notebook: values of a JSON file in, findings at their places out."""

from typing import Any

from crossfoot.codes import Severity
from crossfoot.data.jsonfile import Json
from crossfoot.findings import Finding
from crossfoot.places import Place

Path = tuple[str | int, ...]


class Reader:
    """Looks at a data package's parts, noting what is wrong with them as DAT10."""

    def __init__(self, json: Json) -> None:
        self.json = json
        self.findings: list[Finding] = []

    def place(self, path: Path) -> Place:
        """Return the place of the value at a path."""
        return self.json.document.place(*path)

    def fault(
        self, message: str, path: Path, advice: str, severity: Severity | None = None
    ) -> None:
        """Note that the value at `path` is not what it should be."""
        self.findings.append(
            Finding("DAT10", message, self.place(path), help=advice, severity=severity)
        )

    def texts(
        self, entry: dict[str, Any], key: str, path: Path, default: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return a list of texts, or the default with a fault when it is none.

        Entries such as `{"value": "-9"}` count as their value.
        """
        value = entry.get(key)
        if value is None:
            return default
        parts = value if isinstance(value, list) else [None]
        read = (one.get("value") if isinstance(one, dict) else one for one in parts)
        out = tuple(one for one in read if isinstance(one, str))
        if len(out) == len(parts):
            return out
        self.fault(
            f"{key} is not a list of texts", (*path, key), f'Write "{key}": [""]'
        )
        return default

    def names(self, entry: dict[str, Any], key: str, path: Path) -> tuple[str, ...]:
        """Return column names given as one text or a list of them."""
        value = entry.get(key, [])
        if isinstance(value, str):
            return (value,)
        return self.texts(entry, key, path, ())
