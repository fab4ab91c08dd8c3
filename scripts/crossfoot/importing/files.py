"""Files of an imported report: sheets and records in, the texts of files out."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from crossfoot.importing.draft import Sheet


def csv_text(sheet: Sheet) -> str:
    """Return a sheet as CSV, its header made of the columns' names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(field["name"] for field in sheet.fields)
    writer.writerows(sheet.rows)
    return out.getvalue()


def sheet_words(sheet: Sheet) -> str:
    """Return the words that a sheet brings to readers: its headings and cells."""
    rows = (" ".join(row) for row in sheet.rows)
    return "\n".join([*(str(field["title"]) for field in sheet.fields), *rows])


def package(sheets: Sequence[Sheet]) -> str:
    """Return the data package that describes the sheets."""
    resources = [
        {
            "name": sheet.name,
            "path": f"{sheet.name}.csv",
            **({"title": sheet.title} if sheet.title else {}),
            "schema": {"fields": [dict(field) for field in sheet.fields]},
        }
        for sheet in sheets
    ]
    whole = {"name": "imported", "resources": resources}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def settings_text(settings: Mapping[str, Any]) -> str:
    """Return `report.yml`."""
    return yaml.safe_dump(dict(settings), allow_unicode=True, sort_keys=False, width=88)


def settings_words(settings: Mapping[str, Any]) -> str:
    """Return the words of settings, as the document had them."""
    return " ".join(
        _said(value) for key, value in settings.items() if key != "chapters"
    )


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return " ".join(map(_said, value.values()))
    return " ".join(map(_said, value)) if isinstance(value, list) else str(value)
