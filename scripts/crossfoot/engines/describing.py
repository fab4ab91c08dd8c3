"""Describing: a release's folder and what it was made of in, its descriptions out.

Each is written beside what is published, in an order in which it can name those before.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crossfoot.engines.files import read_json, sha256, write
from crossfoot.engines.zipped import packed
from crossfoot.publishing import catalogues, csvw
from crossfoot.publishing.crate import METADATA, Held, crate
from crossfoot.publishing.provenance import statement
from crossfoot.publishing.whole import ARCHIVE, PROVENANCE, SUMS
from crossfoot.record import Record
from crossfoot.release import sums
from crossfoot.site import Site


class Descriptions:
    """Writes files into a release and keeps their hashes and sizes."""

    def __init__(self, folder: Path, hashes: dict[str, str]) -> None:
        """Go on with a folder whose files have these hashes by name."""
        self.folder = folder
        self.hashes = hashes

    def write(self, name: str, text: str) -> None:
        """Write a file of the release."""
        data = text.encode()
        write(self.folder / name, data)
        self.hashes[name] = sha256(data)

    def catalogue(self, site: Site, work: Record) -> None:
        """Write what catalogues ask for: the work's record, the tables' columns."""
        self.write("CITATION.cff", catalogues.citation(work))
        self.write("datacite.json", _json(catalogues.datacite(work)))
        self.write(".zenodo.json", _json(catalogues.zenodo(work)))
        for table in read_json(site.build / "quantities.json")["tables"]:
            name = Path(table["file"]).name
            if f"data/{name}" in self.hashes:
                told = csvw.metadata(table, name, work.language)
                self.write(f"data/{name}-metadata.json", _json(told))

    def trace(
        self, work: Record, inputs: Mapping[str, str], tools: Mapping[str, str]
    ) -> None:
        """Write where everything comes from: the statement, then the crate."""
        parameters = {"title": work.title, "date": work.date}
        told = statement(inputs, self.hashes, tools, parameters)
        self.write(PROVENANCE, _json(told))
        held = [
            Held(name, digest, (self.folder / name).stat().st_size)
            for name, digest in self.hashes.items()
        ]
        self.write(METADATA, _json(crate(work, held, inputs, tools)))

    def close(self) -> None:
        """Write the archive and the checksums, which cover all."""
        inner = sums(self.hashes)
        names = sorted(self.hashes)
        files = {name: (self.folder / name).read_bytes() for name in names}
        data = packed({**files, SUMS: inner.encode()})
        write(self.folder / ARCHIVE, data)
        self.hashes[ARCHIVE] = sha256(data)
        write(self.folder / SUMS, sums(self.hashes))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
