"""Columns of one side only: a header and a schema in, DAT10 out."""

from collections.abc import Iterator

from crossfoot.csvfile import Row
from crossfoot.data.schema import Schema
from crossfoot.findings import Finding, listed, nearest


def strangers(
    file: str, header: Row, schema: Schema, *, written: bool
) -> Iterator[Finding]:
    """Yield DAT10 for columns that stand on one side only, as `fieldsMatch` asks.

    `written` says that the file has a header; else names are those of the schema.
    """
    declared = [one.field.name for one in schema.columns]
    both = set(declared) & set(header.values)
    few = schema.match == "superset" or (schema.match == "partial" and both)
    if not few:
        yield from _missing(file, header, schema, declared)
    if written and schema.match not in {"subset", "partial"}:
        yield from _undeclared(file, header, schema, declared)
    if schema.match == "exact" and both == set(declared) == set(header.values):
        yield from _order(file, header, declared)


def _missing(
    file: str, header: Row, schema: Schema, declared: list[str]
) -> Iterator[Finding]:
    for one in schema.columns:
        if one.field.name not in header.values:
            yield Finding(
                "DAT10",
                f"Column “{one.field.name}” is declared, but {file} has no such column",
                one.place,
                help=_rename(
                    one.field.name,
                    set(header.values) - set(declared),
                    "Add the column to the table, or take it out here",
                ),
            )


def _undeclared(
    file: str, header: Row, schema: Schema, declared: list[str]
) -> Iterator[Finding]:
    for at, name in enumerate(header.values):
        if name and name not in declared:
            yield Finding(
                "DAT10",
                f"Column “{name}” is not declared in data/datapackage.json",
                header.place(file, at),
                help=_rename(
                    name,
                    set(declared) - set(header.values),
                    "Declare the column, or take it out",
                ),
                severity=None if schema.match in {"exact", "equal"} else "warning",
            )


def _order(file: str, header: Row, declared: list[str]) -> Iterator[Finding]:
    pairs = zip(header.values, declared, strict=False)
    for at, (name, wanted) in enumerate(pairs):
        if name != wanted:
            yield Finding(
                "DAT10",
                f"Column {at + 1} is “{name}”; declared is “{wanted}”",
                header.place(file, at),
                help=f"Put the columns in the order {listed(declared)}",
                found=name,
                expected=wanted,
            )
            return


def _rename(name: str, others: set[str], way: str) -> str:
    near = nearest(name, others)
    return f"Write {near}" if near else way
