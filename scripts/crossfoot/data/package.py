"""The data package: `data/datapackage.json` in, tables' schemas and findings out.

https://specs.frictionlessdata.io/data-package/ and https://datapackage.org/, that is
versions 1 and 2. Keys of ours beside the standard's: a field's `unit` and `step`,
`suppressed`, the marks of values that are not published, and `identity`, arithmetic
that holds in each row.
"""

import posixpath
from collections.abc import Collection, Iterator
from typing import Any

from crossfoot.data.columns import column
from crossfoot.data.dialect import dialect
from crossfoot.data.expression import ExpressionError, sides
from crossfoot.data.jsonfile import Json, JsonError
from crossfoot.data.reader import Path, Reader
from crossfoot.data.schema import Column, Foreign, Identity, Marks, Resource, Schema
from crossfoot.findings import Finding, listed, nearest
from crossfoot.places import Text

SCHEMA_KEYS = (
    "fields",
    "fieldsMatch",
    "foreignKeys",
    "identity",
    "missingValues",
    "primaryKey",
    "suppressed",
    "uniqueKeys",
)


def package(
    text: Text, folder: str, present: Collection[str]
) -> tuple[list[Resource], list[Finding]]:
    """Return the tables that a data package describes, and what is wrong with it.

    `folder` is the package's folder, ending in `/`; `present` are the paths of the
    files there. Both are relative to the report's root.
    """
    try:
        reader = Reader(Json(text))
        entries = _entries(reader)
        read = [_resource(reader, one, at, folder, present) for at, one in entries]
    except JsonError as problem:
        message = problem.message[:1].lower() + problem.message[1:]
        finding = Finding(
            "DAT10",
            f"Data package is not JSON: {message}",
            problem.place,
            help="Correct the JSON here",
        )
        return [], [finding]
    found = _once(reader, [one for one in read if one])
    _check_references(reader, found)
    return found, reader.findings


def _entries(reader: Reader) -> list[tuple[int, Any]]:
    whole = reader.json.value
    entries = whole.get("resources") if isinstance(whole, dict) else None
    if isinstance(entries, list):
        return list(enumerate(entries))
    reader.fault(
        "Data package names no tables; expected a list called resources",
        (),
        'Write {"resources": [{"name": "…", "path": "….csv"}]}',
    )
    return []


def _once(reader: Reader, found: list[Resource]) -> list[Resource]:
    """Return resources without those whose name or file stands before."""
    out: list[Resource] = []
    for one in found:
        same = next((b for b in out if one.name == b.name or one.file == b.file), None)
        if same is None:
            out.append(one)
            continue
        what = f"name “{one.name}”" if one.name == same.name else f"file {one.file}"
        reader.findings.append(
            Finding("DAT10", f"Two tables have the {what}", one.place, help="Keep one")
        )
    return out


def _resource(
    reader: Reader, entry: Any, at: int, folder: str, present: Collection[str]
) -> Resource | None:
    here: Path = ("resources", at)
    path = entry.get("path") if isinstance(entry, dict) else None
    if not isinstance(path, str):
        advice = 'Write "path": "….csv"'
        reader.fault("Table has no path; expected one CSV file", here, advice)
        return None
    file = posixpath.normpath(folder + path)
    if file not in present:
        near = nearest(path, _undescribed(reader, folder, present))
        reader.fault(
            f"{path} is not in {folder.rstrip('/')}",
            (*here, "path"),
            f"Write {near}" if near else "Add the file, or take out the entry",
        )
        return None
    return _table(reader, entry, here, file) if file.endswith(".csv") else None


def _undescribed(reader: Reader, folder: str, present: Collection[str]) -> list[str]:
    """Return the files of the folder that no entry names yet."""
    entries = [one for _, one in _entries(reader) if isinstance(one, dict)]
    named = {one.get("path") for one in entries}
    files = (one.removeprefix(folder) for one in present)
    return [one for one in files if one not in named]


def _table(reader: Reader, entry: dict[str, Any], here: Path, file: str) -> Resource:
    _check_encoding(reader, entry, here)
    stem = posixpath.basename(file).removesuffix(".csv")
    name = entry.get("name")
    schema = entry.get("schema")
    path = (*here, "schema")
    place = reader.place((*here, "name" if "name" in entry else "path"))
    read = dialect(reader, entry.get("dialect"), (*here, "dialect"))
    label = name if isinstance(name, str) and name else stem
    if not isinstance(schema, dict):
        if schema is not None:
            reader.fault(
                "Schema is not an object; expected its fields here, not elsewhere",
                path,
                'Write {"fields": [{"name": "…"}]}',
            )
        return Resource(label, file, place, None, read)
    if "fields" not in schema:
        _check_without_fields(reader, schema, path)
        return Resource(label, file, place, None, read)
    return Resource(label, file, place, _schema(reader, schema, path), read)


def _check_without_fields(reader: Reader, schema: dict[str, Any], path: Path) -> None:
    kept = [key for key in SCHEMA_KEYS if key in schema]
    if kept:
        verb = "does" if len(kept) == 1 else "do"
        message = f"Schema has no fields, so {listed(kept)} {verb} nothing"
        advice = 'Write "fields": [], "fieldsMatch": "subset" beside it'
        reader.fault(message, (*path, kept[0]), advice, "warning")


def _check_encoding(reader: Reader, entry: dict[str, Any], here: Path) -> None:
    encoding = str(entry.get("encoding", "utf-8"))
    if encoding.lower().replace("-", "") not in {"utf8", "utf8sig"}:
        reader.fault(
            f"Encoding is {encoding}; expected utf-8",
            (*here, "encoding"),
            "Save the table as UTF-8, and say so here",
        )


def _schema(reader: Reader, entry: dict[str, Any], path: Path) -> Schema:
    for key in sorted(entry.keys() - set(SCHEMA_KEYS)):
        near = nearest(key, SCHEMA_KEYS)
        if near:
            message = f"“{key}” is no part of a schema, and does nothing"
            reader.fault(message, (*path, key), f"Write {near}", "warning")
    marks = Marks(
        reader.texts(entry, "missingValues", path, ("",)),
        reader.texts(entry, "suppressed", path, ()),
    )
    fields = entry["fields"] if isinstance(entry["fields"], list) else []
    read = [
        column(reader, one, (*path, "fields", at), marks)
        for at, one in enumerate(fields)
    ]
    columns = tuple(one for one in read if one)
    primary = reader.names(entry, "primaryKey", path)
    names = [one.field.name for one in columns]
    _check_names(reader, primary, names, (*path, "primaryKey"))
    _check_once(reader, names, (*path, "fields"))
    return Schema(
        columns,
        primary,
        _foreign(reader, entry, path, names),
        _unique(reader, entry, path, names),
        tuple(_identities(reader, entry, path, columns)),
        _match(reader, entry, path),
        marks,
    )


def _check_once(reader: Reader, names: list[str], path: Path) -> None:
    for at, name in enumerate(names):
        if name in names[:at]:
            message = f"Two fields are called “{name}”"
            reader.fault(message, (*path, at, "name"), "Keep one of them")


def _unique(
    reader: Reader, entry: dict[str, Any], path: Path, names: list[str]
) -> tuple[tuple[str, ...], ...]:
    """Return the keys of `uniqueKeys`, a list of lists of columns."""
    found = entry.get("uniqueKeys", [])
    here: Path = (*path, "uniqueKeys")
    if not isinstance(found, list):
        reader.fault("uniqueKeys is not a list", here, 'Write [["COLUMN"]]')
        return ()
    keys = []
    for at, one in enumerate(found):
        key = tuple(map(str, one if isinstance(one, list) else [one]))
        if _check_names(reader, key, names, (*here, at)) and key:
            keys.append(key)
    return tuple(keys)


def _identities(
    reader: Reader, entry: dict[str, Any], path: Path, columns: tuple[Column, ...]
) -> Iterator[Identity]:
    """Yield the identities of rows that a schema declares."""
    found = entry.get("identity", [])
    kinds = {one.field.name: one.field.type for one in columns}
    for at, one in enumerate(found if isinstance(found, list) else [found]):
        listing = isinstance(found, list)
        here: Path = (*path, "identity", at) if listing else (*path, "identity")
        try:
            left, right = sides(one if isinstance(one, str) else "")
        except ExpressionError as problem:
            advice = 'Write "total = capital + revenue", odd names in `back quotes`'
            reader.fault(f"“{one}” is no identity: {problem}", here, advice)
            continue
        used = (*left.names, *right.names)
        if not _check_names(reader, used, list(kinds), here):
            continue
        texts = [name for name in used if kinds[name] not in {"integer", "number"}]
        if texts:
            message = f"Identity needs numbers; {texts[0]} is of type {kinds[texts[0]]}"
            reader.fault(message, here, "Declare its type, or name another column")
            continue
        yield Identity(one, left, right, reader.place(here))


MATCHES = ("exact", "equal", "subset", "superset", "partial")


def _match(reader: Reader, entry: dict[str, Any], path: Path) -> str:
    found = entry.get("fieldsMatch", "default")
    one = found[0] if isinstance(found, list) and len(found) == 1 else found
    if one in MATCHES:
        return str(one)
    if one != "default":
        advice = f"Write {listed(MATCHES, 'or')}"
        reader.fault(f"fieldsMatch is “{one}”", (*path, "fieldsMatch"), advice)
    return "default"


def _check_names(
    reader: Reader, wanted: tuple[str, ...], names: list[str], path: Path
) -> bool:
    unknown = [name for name in wanted if name not in names]
    for name in unknown:
        near = nearest(name, names)
        reader.fault(
            f"“{name}” is not a column; columns are {listed(names)}",
            path,
            f"Write {near}" if near else "Name a column",
        )
    return not unknown


def _foreign(
    reader: Reader, entry: dict[str, Any], path: Path, names: list[str]
) -> tuple[Foreign, ...]:
    found = entry.get("foreignKeys", [])
    out = []
    for at, one in enumerate(found if isinstance(found, list) else []):
        here = (*path, "foreignKeys", at)
        reference = one.get("reference") if isinstance(one, dict) else None
        if not isinstance(reference, dict):
            advice = 'Write "reference": {"resource": "…", "fields": "…"}'
            reader.fault("Foreign key has no reference", here, advice)
            continue
        fields = reader.names(one, "fields", here)
        target = reader.names(reference, "fields", (*here, "reference"))
        resource = str(reference.get("resource", ""))
        if not _check_names(reader, fields, names, (*here, "fields")):
            continue
        if not fields or len(fields) != len(target):
            message = "Foreign key and its reference name unequal numbers of columns"
            reader.fault(message, here, "Name as many columns on both sides")
            continue
        out.append(Foreign(fields, resource, target, reader.place(here)))
    return tuple(out)


def _check_references(reader: Reader, found: list[Resource]) -> None:
    """Note the foreign keys that lead to no table."""
    known = [one.name for one in found]
    keys = [key for one in found if one.schema for key in one.schema.foreign]
    for key in keys:
        if key.resource and key.resource not in known:
            near = nearest(key.resource, known)
            reader.findings.append(
                Finding(
                    "DAT10",
                    f"Foreign key leads to “{key.resource}”, which is no table here",
                    key.place,
                    help=f"Write {near}" if near else "Name a table of this package",
                )
            )
