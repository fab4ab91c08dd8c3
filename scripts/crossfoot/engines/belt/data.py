"""The data stage: tables and `quantities.yml` in, `build/quantities.json` out."""

import json
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from crossfoot.csvfile import PLAIN
from crossfoot.data import (
    Entries,
    Quantity,
    Resource,
    Table,
    check,
    checked_of,
    compute,
    entries,
    foreign,
    from_script,
    package,
    product,
)
from crossfoot.engines.belt import Log
from crossfoot.engines.cache import Cache
from crossfoot.engines.files import (
    decode,
    dumps,
    sha256,
    write_findings,
    write_json,
)
from crossfoot.engines.quantities_file import run as run_file
from crossfoot.fields import as_dict
from crossfoot.findings import Finding, several
from crossfoot.fingerprints import code
from crossfoot.places import Text
from crossfoot.site import Site
from crossfoot.utf8 import encoding


def run(site: Site, log: Log) -> None:
    """Look at every table, compute every quantity and write what came of it."""
    stage = Stage(site, log)
    tables = stage.tables()
    known = stage.from_file(tables)
    given = stage.entries()
    by_path = {table.file.removeprefix(site.prefix): table for table in tables}
    file = site.source("quantities.yml")
    values, more = compute(given, by_path, {one.key: one for one in known}, file)
    findings = [*stage.findings, *more]
    failed = {key: at for key, at in given.keys.items() if key not in values}
    write_json(
        site.build / "quantities.json",
        product(values.values(), tables, failed, stage.read, findings),
    )
    write_findings(site, "data", findings)
    stage.cache.sweep()
    parts = [
        several(len(tables), "table"),
        several(len(values), "quantity", "quantities"),
    ]
    parts += [several(len(findings), "problem")] if findings else []
    log(", ".join(parts))


class Stage:
    """One run of the stage: the files it saw and what it found in them."""

    def __init__(self, site: Site, log: Log) -> None:
        self.site = site
        self.log = log
        self.cache = Cache(site, "data", code("data"))
        self.findings: list[Finding] = []
        self.read: dict[str, str] = {}
        """SHA-256 of every source file seen, by path."""

    def bytes(self, file: str) -> bytes | None:
        """Return a file's bytes, or None without one."""
        path = self.site.root / file
        if not path.is_file():
            return None
        data = path.read_bytes()
        self.read[file] = sha256(data)
        return data

    def text(self, file: str) -> Text | None:
        """Return a file's text, or None without one."""
        data = self.bytes(file)
        return None if data is None else Text(file, decode(data)[0])

    def told(self, file: str) -> Text | None:
        """Return a file's text, or None without one; say what is no UTF-8 in it."""
        text = self.text(file)
        if text is not None:
            self.findings += encoding(text, self.bytes(file) or b"")
        return text

    def tables(self) -> list[Table]:
        """Return every table, held against the data package."""
        folder = self.site.source("data/")
        text = self.told(folder + "datapackage.json")
        resources: list[Resource] = []
        if text:
            resources, found = package(text, folder, self._present(folder))
            self.findings += found
        by_file = {one.file: one for one in resources}
        declared = text.text if text else ""
        made = (
            self._table(file, by_file.get(file), declared)
            for file in self.site.tables()
        )
        tables = list(made)
        self.findings += foreign(tables)
        return tables

    def _present(self, folder: str) -> list[str]:
        root = self.site.root
        found = (path for path in (root / folder).rglob("*") if path.is_file())
        return sorted(path.relative_to(root).as_posix() for path in found)

    def _table(self, file: str, resource: Resource | None, declared: str) -> Table:
        path = self.site.root / file

        def source() -> BinaryIO:
            return path.open("rb")

        with path.open("rb") as stream:
            self.read[file] = file_digest(stream, "sha256").hexdigest()
        raw, made = self.cache.item(
            lambda: dumps(check(file, source, resource).as_dict()).encode(),
            file,
            self.read[file],
            declared,
        )
        checked = checked_of(json.loads(raw))
        self.findings += checked.findings
        name = resource.name if resource else Path(file).stem
        self.log(f"{'checked' if made else 'kept'} {name}")
        return Table(
            name=name,
            file=file,
            source=source,
            sha256=self.read[file],
            fields=checked.fields,
            count=checked.count,
            schema=resource.schema if resource else None,
            dialect=resource.dialect if resource else PLAIN,
        )

    def from_file(self, tables: list[Table]) -> list[Quantity]:
        """Return what `quantities.py` gives, when there is one."""
        text = self.text(self.site.source("quantities.py"))
        if text is None:
            return []
        told = [
            {
                "name": one.name,
                "file": one.file,
                "sha256": one.sha256,
                "columns": [as_dict(field) for field in one.fields],
                "dialect": one.dialect.as_dict(),
            }
            for one in tables
        ]
        root = self.site.root
        raw, made = self.cache.item(
            lambda: dumps(run_file(root / text.file, told, root)).encode(),
            text.text,
            dumps(told),
        )
        self.log(f"{'ran' if made else 'kept'} {text.file}")
        found, findings = from_script(json.loads(raw), text)
        self.findings += findings
        return found

    def entries(self) -> Entries:
        """Return what `quantities.yml` defines."""
        text = self.told(self.site.source("quantities.yml"))
        found = entries(text) if text else Entries()
        self.findings += found.findings
        return found
