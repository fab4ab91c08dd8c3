"""Archives: files in, a ZIP that depends on nothing else out.

Every entry has the same date and rights, so that the same files give the same bytes.
"""

import io
import zipfile
from collections.abc import Mapping

WHEN = (1980, 1, 1, 0, 0, 0)
"""The first date that a ZIP can hold."""
LEVEL = 6


def read(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive in their order, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            one.filename: archive.read(one)
            for one in archive.infolist()
            if not one.is_dir()
        }


def packed(files: Mapping[str, bytes], plain: str = "") -> bytes:
    """Return an archive of files in their order; `plain` is stored as it stands."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, WHEN)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            kind = zipfile.ZIP_STORED if name == plain else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, kind, LEVEL)
    return out.getvalue()
