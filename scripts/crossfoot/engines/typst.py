"""Typst: a folder of markup in, the bytes of a PDF out.

Fonts come from packages and from Typst itself, never from the system: the same
names there would give other bytes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from errno import ENOENT
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from crossfoot.engines.fontfiles import own_files
from crossfoot.fingerprints import FONTS
from crossfoot.typeset.scripts import SCRIPTS

STANDARDS = ("ua-1", "a-2a")
"""PDF/UA-1 for readers, PDF/A-2a for archives; both in one file."""

WHERE = re.compile(r"┌─ (\S.*?):(\d+):\d+")
SHOWN = re.compile(r"the text `\"(.*?)\"` could not be displayed", re.DOTALL)
ESCAPED = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|(.))", re.DOTALL)
"""A character as Rust's debug format writes it."""
KEPT = 10
"""Documents for which Typst keeps what it has no use for."""
AGES = 5
"""Of these, how many are made after a PDF: the others are left for trials before the
next one."""
MEANT = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def _meant(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else MEANT.get(found[2], found[2])


@dataclass(frozen=True, slots=True)
class Spot:
    """A line that Typst names: of the fault itself, or of what called it."""

    file: str
    line: int


class RefusedError(RuntimeError):
    """Typst made no PDF; the text is its first message."""

    def __init__(self, message: str, spots: tuple[Spot, ...]) -> None:
        super().__init__(message)
        self.message = message
        self.spots = spots

    @property
    def glyphs(self) -> str:
        """The characters that no font has, or "" when that was not the fault."""
        found = SHOWN.search(self.message)
        return ESCAPED.sub(_meant, found[1]) if found else ""


def fonts(root: Path | None = None) -> Any:
    """Return the fonts: of the packages, inside Typst, and in `root/fonts`."""
    own = own_files(root / "fonts") if root else []
    marks = tuple((str(path), path.stat().st_mtime_ns) for path in own)
    return _fonts(str(own[0].parent) if own else "", marks)


@cache
def _fonts(own: str, marks: tuple[tuple[str, int], ...]) -> Any:
    """Return the fonts; `marks` tell when a file was changed under its name."""
    del marks
    import typst

    folders = [str(folder_of(name)) for name in (*FONTS, *other_fonts())]
    folders += [own] if own else []
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=folders
    )


@cache
def other_fonts() -> tuple[str, ...]:
    """Return the packages of fonts for other scripts that are installed."""
    names = dict.fromkeys(script.module for script in SCRIPTS)
    return tuple(name for name in names if find_spec(name) is not None)


def folder_of(package: str) -> Path:
    """Return the folder of a package of fonts."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(ENOENT, f"fonts are missing; install {package}")
    return Path(spec.origin).parent


class Press:
    """A compiler that keeps what it learnt, so that a second run is quicker."""

    def __init__(self, root: Path, main: str = "main.typ") -> None:
        """Open the folder `root`; `main` is the file in it to compile."""
        import typst

        self.error = typst.TypstError
        self.root = root
        self.input = str(root / main)
        self.fonts = fonts(root)
        self.frame = ""
        self.compiler: Any = typst.Compiler(
            root=str(root), font_paths=self.fonts, ignore_system_fonts=True
        )

    def holds(self, root: Path) -> bool:
        """Say whether this is the folder `root` with the fonts that it has now."""
        return self.root == root and self.fonts is fonts(root)

    def print(self, timestamp: int, standards: Iterable[str] = STANDARDS) -> bytes:
        """Return the PDF; raises RefusedError with the lines to blame."""
        try:
            return bytes(
                self.compiler.compile(
                    input=self.input,
                    format="pdf",
                    pdf_standards=list(standards),
                    timestamp=timestamp,
                )
            )
        except self.error as problem:
            raise RefusedError(problem.message, spots(problem.diagnostic)) from None

    def begin(self, frame: str) -> None:
        """Let go all that is kept when `frame` is another: each page is made of it.

        Nothing of the old pages would be of use, and twice as much would be held.
        """
        if self.frame not in {"", frame}:
            self._age(KEPT + 1)
        self.frame = frame

    def let_go(self) -> None:
        """Let go what the last PDF had no use for.

        Of a report of a hundred pages on which a mark comes and goes, ten layouts were
        kept after 30 edits: 1,120 MB, now 440.
        """
        self._age(AGES)

    def _age(self, documents: int) -> None:
        """Make empty documents, so that what is kept grows older by as many."""
        import typst

        empty: Any = typst.Compiler(font_paths=self.fonts, ignore_system_fonts=True)
        for _ in range(documents):
            empty.compile(input=b" ", format="svg")


def spots(diagnostic: str) -> tuple[Spot, ...]:
    """Return the lines that a diagnostic names, the fault's own first."""
    return tuple(
        Spot(file.replace("\\", "/"), int(line))
        for file, line in WHERE.findall(diagnostic)
    )


def lacking(characters: str, root: Path) -> str:
    """Return those of `characters` that no font can show, in their order."""
    shown = _halves(characters, lambda some: _made(f'#"{_string(some)}"', root))
    return "".join(shown)


@dataclass(frozen=True, slots=True)
class Trial:
    """Says whether Typst refuses a thing by itself."""

    root: Path
    """The folder that paths start from."""

    def refuses_formula(self, markup: str) -> bool:
        """Say whether it refuses what stands between the dollars of a formula."""
        return not _made(f'#math.equation(alt: "x", ${markup}$.body)', self.root)

    def refuses_picture(self, path: str) -> bool:
        """Say whether it refuses a picture."""
        return not _made(f'#image("{_string(path)}", alt: "x", width: 9mm)', self.root)

    def refuses_raw(self, markup: str) -> bool:
        """Say whether it refuses what an author wrote in Typst."""
        return not _made(f'#eval("{_string(markup)}", mode: "markup")', self.root)


def pdf_as_png(data: bytes) -> bytes:
    """Return the first page of a PDF as a PNG, or nothing when that fails."""
    return picture_as_png(data, "page.pdf")


def picture_as_png(data: bytes, name: str) -> bytes:
    """Return a picture as a PNG, or nothing when that fails.

    `name` says by its ending which kind of picture it is.
    """
    import tempfile

    import typst

    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        Path(folder, name).write_bytes(data)
        page = "#set page(width: auto, height: auto, margin: 0pt)"
        source = f'{page}\n#image("{name}")'
        Path(folder, "main.typ").write_text(source, encoding="utf-8")
        try:
            made = typst.compile(
                str(Path(folder, "main.typ")),
                root=folder,
                format="png",
                ppi=200,
                font_paths=fonts(),
                ignore_system_fonts=True,
            )
        except typst.TypstError:
            return b""
    return bytes(made if isinstance(made, bytes) else made[0])


def _string(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _made(body: str, root: Path | None = None) -> bool:
    """Say whether a document of one body compiles to the standards."""
    import typst

    make: Any = typst.compile
    families = '("Source Sans 3", "Source Serif 4")'
    source = f'#set document(title: "x")\n#set text(font: {families})\n{body}'
    try:
        make(
            input=source.encode(),
            format="pdf",
            root=str(root) if root else None,
            font_paths=fonts(root),
            ignore_system_fonts=True,
            pdf_standards=list(STANDARDS),
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True


def _halves(some: str, shown: Callable[[str], bool]) -> Iterator[str]:
    """Yield what is not shown, by halves: most often all of it is, at once."""
    if not some or shown(some):
        return
    if len(some) == 1:
        yield some
        return
    middle = len(some) // 2
    yield from _halves(some[:middle], shown)
    yield from _halves(some[middle:], shown)
