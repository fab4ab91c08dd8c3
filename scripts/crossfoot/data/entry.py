"""One entry of `quantities.yml`, being read: its options in, values and DAT09 out."""

from decimal import Decimal, InvalidOperation
from typing import Any

from crossfoot.codes import Severity
from crossfoot.data.quantity import LISTED
from crossfoot.findings import Finding
from crossfoot.places import Place
from crossfoot.yamlfile import Document

MANY = {"per": 1_000_000_000, "periods": 1000}
"""What a number of persons or periods may come to; of cells, as many as are listed."""


def decimal(value: Any) -> Decimal | None:
    """Return a number as written in YAML or JSON, or None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < 100 else None


class Entry:
    """One entry, being read; what is wrong with it is in `findings`."""

    def __init__(self, document: Document, key: str) -> None:
        self.document = document
        self.key = key
        self.value: Any = document.value[key]
        self.findings: list[Finding] = []

    def fault(
        self, message: str, place: Place, advice: str, severity: Severity | None = None
    ) -> None:
        """Note a DAT09."""
        self.findings.append(
            Finding("DAT09", message, place, help=advice, severity=severity)
        )

    def number(self, option: str) -> Decimal | None:
        """Return the number that an option holds, exactly as written."""
        value = self.value[option]
        found = decimal(value)
        if found is None:
            self.fault(
                f"{option} of {self.key} is “{value}”; expected a number",
                self.document.place(self.key, option),
                "Write digits only, such as 3200000000 or 12.5",
            )
        return found

    def whole(self, option: str) -> int:
        """Return an option's whole number, 1 or more."""
        found = self.number(option)
        most = MANY.get(option, LISTED)
        if found is not None and found % 1 == 0 and 1 <= found <= most:
            return int(found)
        if found is not None:
            self.fault(
                f"{option} of {self.key} is {found}; expected a whole number"
                f" from 1 to {most:,}",
                self.document.place(self.key, option),
                f"Write {option}: 3",
            )
        return 1

    def text(self, option: str) -> str | None:
        """Return an option's text, or None without one."""
        value = self.value.get(option)
        if value is None or isinstance(value, str | int):
            return None if value is None else str(value)
        self.fault(
            f"{option} of {self.key} is a list or mapping; expected a text",
            self.document.place(self.key, option),
            f'Write {option}: "…"',
        )
        return None
