"""A pandoc that stays reads what the program reads."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Make
from editing import CHAPTERS

from crossfoot.engines import pandoc
from crossfoot.engines.belt import read
from crossfoot.engines.reader import Reader
from crossfoot.site import Site

TORTURE = Path(__file__).parent.parent / "torture" / "constructs.md"
PLAIN = TORTURE.read_text("utf-8").replace("\t", "    ")
TEXTS = (
    *CHAPTERS.values(),
    *(f"{one}\n" for one in PLAIN.split("\n\n\n")),
    f"A table | that | is\n:--|--:|:--\nwider than a line | {'of words ' * 9} | of a text\n",
    "Incl. Mr. Smith, e.g. and Dr. No, vol. 3, p. 4 and Jan. 5\n",
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """Return a reader for all texts."""
    one = Reader(pandoc.program())
    yield one
    one.close()


def test_texts_are_read_as_the_program_reads_them(reader: Reader) -> None:
    """Tables, abbreviations and all constructs come out the same."""
    read = 0
    for text in TEXTS:
        tree = reader.read(text, "markdown", 20)
        made = pandoc.markdown(text)
        if tree is None:
            assert made.warnings or made.error
        else:
            read += 1
            assert (tree, made.warnings, made.error) == (made.value, (), "")
    assert read > len(CHAPTERS)


@pytest.mark.parametrize(
    "text", ["", "a\tb\n", "a\r\nb\n", "[a]: b\n[a]: c\n\n[a]\n", "---\na: [\n---\n"]
)
def test_what_it_cannot_tell_alike_is_left_to_the_program(
    reader: Reader, text: str
) -> None:
    """Tabs, carriage returns, warnings and errors are the program's."""
    assert reader.read(text, "markdown", 20) is None


def test_it_leaves_nothing_in_a_temporary_folder(tmp_path: Path) -> None:
    """What pandoc keeps there while it stays is gone when it is closed."""
    one = Reader(pandoc.program(), tmp_path)
    assert one.read("a\n", "markdown", 20) is not None
    assert any(tmp_path.iterdir())
    one.close()
    assert not any(tmp_path.iterdir())


def test_it_starts_again_after_an_end(reader: Reader) -> None:
    """A pandoc that was ended gives nothing once, and is there for the next text."""
    assert reader.read("a\n", "markdown", 20) is not None
    assert reader.process is not None
    reader.process.kill()
    reader.process.wait()
    assert reader.read("a\n", "markdown", 20) is None
    assert reader.read("a\n", "markdown", 20) is not None


def test_no_file_of_the_user_s_changes_what_is_read(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Abbreviations that a user gave pandoc count for neither of them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "pandoc").mkdir()
    (tmp_path / "pandoc" / "abbreviations").write_text("river\n", "utf-8")
    text = "The river runs, e.g. south.\n"
    assert reader.read(text, "markdown", 20) == pandoc.markdown(text).value


def test_many_chapters_are_read_by_pandocs_that_stay(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build gives the same chapters and findings whoever reads them."""
    broken = {"sources/08-half.md": "---\na: [\n---\n\n# Half\n", "sources/09.md": ""}
    made = []
    for name, many in (("one", 1), ("each", 100)):
        root = make({**CHAPTERS, **broken}, name)
        monkeypatch.setattr(read, "MANY", many)
        read.run(Site.at(root), lambda _: None, 2)
        folders = (root / "build" / "chapters", root / "build" / "findings")
        files = sorted(path for folder in folders for path in folder.iterdir())
        made.append({path.name: path.read_bytes() for path in files})
    assert made[0] == made[1]
