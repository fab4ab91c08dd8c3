"""CSV on the Web: a table of the report in, its metadata out.

Source: W3C, Metadata Vocabulary for Tabular Data, 2015.
"""

from collections.abc import Mapping
from typing import Any

TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "decimal",
    "boolean": "boolean",
    "date": "date",
    "datetime": "dateTime",
    "time": "time",
    "year": "gYear",
    "yearmonth": "gYearMonth",
}
"""Types of CSVW by those of Frictionless Table Schema."""


def metadata(table: Mapping[str, Any], url: str, language: str) -> dict[str, Any]:
    """Return the metadata of a table of `quantities.json`, at `url` beside it."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "url": url,
        "dialect": {"delimiter": table["delimiter"], "header": True},
        "tableSchema": {"columns": [_column(one) for one in table["columns"]]},
        "dc:identifier": f"sha256:{table['sha256']}",
    }


def _column(one: Mapping[str, Any]) -> dict[str, Any]:
    told = {
        "name": one["name"],
        "titles": one["title"] or one["name"],
        "datatype": TYPES.get(one["type"], "string"),
    }
    return told | ({"dc:description": f"in {one['unit']}"} if one["unit"] else {})
