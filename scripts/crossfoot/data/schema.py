"""What a table must look like: resources, columns, constraints and keys, as values."""

import re
from dataclasses import dataclass

from crossfoot.csvfile import PLAIN, Dialect
from crossfoot.data.expression import Expression
from crossfoot.fields import Field, Value
from crossfoot.places import Place


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands for no value, and for one that is not published, in a table."""

    missing: tuple[str, ...] = ("",)
    suppressed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A field and what its cells must keep to."""

    field: Field
    place: Place
    """Where `data/datapackage.json` declares it."""
    required: bool = False
    unique: bool = False
    minimum: Value | None = None
    maximum: Value | None = None
    above: Value | None = None
    """The cells are greater than this: `exclusiveMinimum`."""
    below: Value | None = None
    """They are less than this: `exclusiveMaximum`."""
    enum: tuple[Value, ...] | None = None
    pattern: re.Pattern[str] | None = None
    shortest: int | None = None
    """Least number of characters."""
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Foreign:
    """Columns whose values stand in another table."""

    fields: tuple[str, ...]
    resource: str
    """The other table's name; empty: this one."""
    reference: tuple[str, ...]
    """The columns there, in the order of `fields`."""
    place: Place


@dataclass(frozen=True, slots=True)
class Identity:
    """Two sides that are equal in each row: `total = capital + revenue`."""

    written: str
    left: Expression
    right: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class Schema:
    """A table's columns and keys."""

    columns: tuple[Column, ...]
    primary: tuple[str, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    """Columns whose values together stand once: `uniqueKeys`."""
    identities: tuple[Identity, ...] = ()
    """What holds in each row."""
    match: str = "default"
    """How the columns of schema and file go together: `fieldsMatch`."""
    marks: Marks = Marks()
    """Those of the columns that are not declared, and of others by default."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One table of a data package."""

    name: str
    file: str
    """Path relative to the report's root."""
    place: Place
    schema: Schema | None = None
    """None: types are inferred."""
    dialect: Dialect = PLAIN
