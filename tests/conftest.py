"""What all tests share: whole small reports in temporary folders."""

from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that writes a report's files and returns its folder."""

    def write(files: dict[str, str | bytes], name: str = "report") -> Path:
        root = tmp_path / name
        for path, content in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            raw = content if isinstance(content, bytes) else content.encode()
            target.write_bytes(raw)
        return root

    return write
