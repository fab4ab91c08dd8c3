"""A session: what the editor opens and types in, checks asked for, findings published.

A check is asked for when nothing has been typed for a moment. What it found is
published for every file that stands as the check saw it; another check is under way
for the others.
"""

import asyncio
import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from lsprotocol import types

from crossfoot.editor.world import World, of_row
from crossfoot.engines.editing.diagnosing import Ranges, diagnostic
from crossfoot.engines.editing.documents import (
    Desk,
    Document,
    Report,
    is_code,
    saved_text,
)
from crossfoot.engines.editing.hand import Hand
from crossfoot.findings import Finding
from crossfoot.places import Text

PAUSE = 0.25
"""Seconds without a change after which a report is checked."""
FALLS = 3
"""How often the process that checks may end before it is started only by an edit."""


def one_line(problem: BaseException) -> str:
    """Return an exception in one line."""
    return f"{type(problem).__name__}: {' '.join(str(problem).split())}"[:500]


class Client(Protocol):
    """What a session needs of the editor."""

    def publish(
        self, uri: str, found: list[types.Diagnostic], version: int | None
    ) -> None:
        """Show diagnostics."""

    def log(self, line: str) -> None:
        """Write one line to the editor's log."""


class Session:
    """Everything that the server knows."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.desk = Desk()
        self.hand = Hand(self.told)
        self.encoding = "utf-16"
        """How the editor counts columns."""
        self.abilities = types.ClientCapabilities()
        self.falls = 0
        self.count = 0
        """Checks asked for."""

    # What the editor does.

    def opened(self, uri: str, path: Path, text: str, version: int) -> None:
        """Take in a document that was opened."""
        document = Document(uri, path, text, version, saved=path.is_file())
        self.desk.documents[path] = document
        self.changed(path, pause=0)

    def typed(self, path: Path, text: str, version: int) -> None:
        """Take in a document's new text."""
        document = self.desk.documents.get(path)
        if document is not None:
            document.text, document.version = text, version
            self.falls = 0
            self.changed(path, pause=PAUSE)

    def saved(self, path: Path) -> None:
        """Note that a document is on disk."""
        document = self.desk.documents.get(path)
        if document is not None:
            document.saved = True
        self.changed(path, pause=0)

    def closed(self, path: Path) -> None:
        """Forget a document, and its report with the last one."""
        self.desk.documents.pop(path, None)
        self.changed(path, pause=0)

    def changed(self, path: Path, pause: float = PAUSE) -> None:
        """Have the reports that a file is in checked after a pause."""
        self.desk.report(path)
        for report in [*self.desk.reports.values()]:
            if not any(self.desk.open_in(report)):
                self.dropped(report)
            elif report.holds(path):
                self.later(report, pause)

    def close(self) -> None:
        """End what runs beside."""
        for report in self.desk.reports.values():
            if report.timer is not None:
                report.timer.cancel()
        self.hand.close()

    def later(self, report: Report, pause: float) -> None:
        """Have a report checked after a pause; another change starts it anew."""
        if report.timer is not None:
            report.timer.cancel()
        loop = asyncio.get_running_loop()
        report.timer = loop.call_later(pause, self.ask, report)

    def ask(self, report: Report) -> None:
        """Ask for a check of a report as it is now."""
        if report.timer is not None:
            report.timer.cancel()
            report.timer = None
        # Counted through all reports: one that is opened again takes no late answer.
        self.count += 1
        report.serial = self.count
        texts = self.desk.texts_of(report)
        report.seen[report.serial] = texts
        self.hand.ask(str(report.root), report.serial, texts)

    def dropped(self, report: Report) -> None:
        """Stop looking at a report."""
        if report.timer is not None:
            report.timer.cancel()
        self.desk.reports.pop(report.root, None)
        for file in report.published:
            self.client.publish((report.root / file).as_uri(), [], None)
        self.release(report, report.serial)
        self.hand.forget(str(report.root))

    # What the checks answer.

    def told(self, answer: dict[str, Any]) -> None:
        """Take in an answer of the process that checks; a fault is one line."""
        try:
            self.take(answer)
        except Exception as problem:  # noqa: BLE001 - told in one line; the server lives on
            self.client.log(f"crossfoot: {one_line(problem)}")

    def take(self, answer: dict[str, Any]) -> None:
        """Keep what a check made, and show it."""
        if "ended" in answer:
            self.ended(answer["ended"])
            return
        report = self.desk.reports.get(Path(answer["root"]))
        if report is None or answer["serial"] <= report.done:
            return
        serial = answer["serial"]
        if "early" in answer:
            report.world = of_row(answer["early"])
            report.checked = report.seen.get(serial, {})
            self.publish(report, report.world, whole=False)
            return
        if "fault" in answer:
            self.client.log(f"crossfoot: {report.root}: {answer['fault']}")
        else:
            report.world = of_row(answer["world"])
            report.checked = report.seen.get(serial, {})
        report.done = serial
        report.seen = {n: texts for n, texts in report.seen.items() if n > serial}
        self.release(report, serial)
        if "world" in answer:
            self.publish(report, report.world or World())

    def ended(self, code: int) -> None:
        """Start again what an end of the process has left undone."""
        self.falls += 1
        self.client.log(f"crossfoot: the checks ended with exit code {code}")
        for report in self.desk.reports.values():
            if report.done < report.serial:
                if self.falls < FALLS:
                    self.later(report, PAUSE)
                else:
                    self.release(report, report.serial)

    def release(self, report: Report, serial: int) -> None:
        """Wake who waits for a check that has been made."""
        for wanted, future in report.waiting:
            if wanted <= serial and not future.done():
                future.set_result(None)
        report.waiting = [one for one in report.waiting if one[0] > serial]

    async def fresh(self, report: Report, patience: float, *, anew: bool) -> bool:
        """Wait for a check of a report as it is now; say whether there is one.

        With `anew` files that are not open are looked at again as well.
        """
        if anew or report.timer is not None or report.serial == 0:
            self.ask(report)
        if report.done >= report.serial:
            return True
        future = asyncio.get_running_loop().create_future()
        report.waiting.append((report.serial, future))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await future
                return report.world is not None
        return False

    def publish(self, report: Report, world: World, *, whole: bool = True) -> None:
        """Show a report's findings, of every file that stands as it was checked.

        With `whole` a file without a finding is told of as well.
        """
        ranges = Ranges(self.encoding, lambda file: self.seen(report, file))
        found: dict[str, list[types.Diagnostic]] = {
            report.file(one.path): [] for one in self.desk.open_in(report)
        }
        found |= {file: [] for file in report.published}
        for finding in _live(world.findings):
            file = finding.place.file
            if self.can_show(report, file):
                made = diagnostic(finding, ranges, lambda f: self.uri(report, f))
                found.setdefault(file, []).append(made)
        for file, all_ in sorted(found.items()):
            if (all_ or whole) and self.can_show(report, file):
                self.show(report, file, all_)

    def can_show(self, report: Report, file: str) -> bool:
        """Say whether findings of the last check can be shown in a file."""
        return is_code(file) or self.desk.is_fresh(report, file)

    def seen(self, report: Report, file: str) -> Text | None:
        """Return a file as the checks see it."""
        if is_code(file):
            return Text(file, saved_text(report.root / file))
        return self.desk.text(report, file)

    def show(self, report: Report, file: str, found: list[types.Diagnostic]) -> None:
        """Publish a file's diagnostics, unless they are shown already."""
        document = self.desk.documents.get(report.root / file)
        version = document.version if document else None
        told = [version, found]
        if report.published.get(file) == told:
            return
        self.client.publish(self.uri(report, file), found, version)
        report.published.pop(file, None)
        if found or document:
            report.published[file] = told

    def ranges(self, report: Report) -> Ranges:
        """Return what turns places of a report, as the editor has it, into ranges."""
        return Ranges(self.encoding, lambda file: self.desk.text(report, file))

    def uri(self, report: Report, file: str) -> str:
        """Return the address of a file, as the editor writes it when it is open."""
        path = report.root / file
        document = self.desk.documents.get(path)
        return document.uri if document else path.as_uri()


def _live(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings that are not waived."""
    return (one for one in findings if not one.waiver)
