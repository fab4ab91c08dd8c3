"""What all tests share: whole small reports in temporary folders."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

Make = Callable[..., Path]

# On a busy machine any step may be slow; speed is a matter of benchmarks.
settings.register_profile(
    "busy", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy")

# A shell's background job ignores Ctrl-C, and so would all that the tests start there.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
