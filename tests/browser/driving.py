"""A headless Chromium that a test drives through `drive.mjs`."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def needed(name: str, *, there: object) -> None:
    """Skip the test without a tool; fail it where all tools have to be."""
    if there:
        return
    reason = f"{name} is missing; see “Set up” in CONTRIBUTING.md"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


class Browser:
    """One window; each method is a command of `drive.mjs`."""

    def __init__(self) -> None:
        browser = next(filter(None, map(shutil.which, BROWSERS)), None)
        needed("Chromium", there=browser)
        needed("Node.js", there=shutil.which("node"))
        needed("playwright-core", there=(MODULES / "playwright-core").is_dir())
        self.process = subprocess.Popen(
            ["node", str(HERE / "drive.mjs"), str(browser)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __call__(self, command: str, **words: Any) -> Any:
        """Run a command; return its value."""
        self.process.stdin.write(json.dumps({"command": command, **words}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def close(self) -> None:
        """End the browser."""
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()
