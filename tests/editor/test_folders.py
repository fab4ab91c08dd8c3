"""Which report a file belongs to, and the image of a report with open documents."""

from contextlib import closing
from pathlib import Path
from shutil import rmtree

from worlds import write

from crossfoot.editor.world import World
from crossfoot.engines.editing.folders import report_of
from crossfoot.engines.editing.kept import Kept
from crossfoot.engines.editing.mirror import mirror


def test_the_nearest_folder_with_chapters_decides(tmp_path: Path) -> None:
    """Sources, data, recipes and files beside them belong to their own report."""
    write(
        tmp_path,
        {"a/sources/01.md": "", "a/sources/data/README.md": "", "a/b/02.md": ""},
    )
    write(
        tmp_path,
        {"a/figures/x.py": "", "a/b/data/x.csv": "", "README.md": "", "n/x.md": ""},
    )
    found = {
        name: report_of(tmp_path / name)
        for name in (
            *(
                "a/sources/01.md",
                "a/sources/data/README.md",
                "a/figures/x.py",
                "a/x.txt",
            ),
            *("a/b/02.md", "a/b/data/x.csv", "n/x.md", "README.md", "a/src/x.py"),
        )
    }
    assert {name: root and root.relative_to(tmp_path).as_posix() for name, root in found.items()} == {
        **dict.fromkeys(("a/sources/01.md", "a/sources/data/README.md"), "a"),
        **dict.fromkeys(("a/figures/x.py", "a/x.txt"), "a"),
        **dict.fromkeys(("a/b/02.md", "a/b/data/x.csv"), "a/b"),
        "n/x.md": "n", "README.md": None, "a/src/x.py": None,
    }  # fmt: skip


def test_documents_of_any_project_make_a_report_only_with_its_settings(
    tmp_path: Path,
) -> None:
    """A folder with a README alone is a report when it has a report.yml."""
    write(tmp_path, {"README.md": "", "CHANGELOG.md": ""})
    assert report_of(tmp_path / "README.md") is None
    write(tmp_path, {"report.yml": ""})
    assert report_of(tmp_path / "README.md") == tmp_path


def held(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_a_mirror_holds_the_report_with_open_documents_in_it(tmp_path: Path) -> None:
    """Links follow the report; documents stand in for files, until they are closed."""
    root, image = tmp_path / "r", tmp_path / "image"
    image.mkdir()
    write(root, {"sources/01.md": "one", "sources/data/a.csv": "a", "report.txt": "r"})
    write(root, {".git/x": "", "figures/f.py": "f"})
    mirror(
        root,
        image,
        {"sources/01.md": "ONE", "sources/data/new.csv": "n", "deep/x.md": ""},
    )
    expected = {
        "figures/f.py": "f",
        "report.txt": "r",
        "sources/01.md": "ONE",
        "sources/data/a.csv": "a",
        "sources/data/new.csv": "n",
    }
    assert held(image) == expected
    assert (root / "sources/01.md").read_text() == "one"
    (root / "sources/data/a.csv").unlink()
    (root / "sources/images").mkdir()
    write(root, {"sources/02.md": "two"})
    mirror(root, image, {})
    assert held(image) == {
        "figures/f.py": "f",
        "report.txt": "r",
        "sources/01.md": "one",
        "sources/02.md": "two",
    }
    assert not (image / "sources/data").exists()


def test_a_document_keeps_its_file_s_byte_order_mark(tmp_path: Path) -> None:
    """An editor leaves the mark out of its text; the file is read with it."""
    write(tmp_path, {"r/01.md": ""})
    (tmp_path / "r/01.md").write_bytes(b"\xef\xbb\xbfone")
    (tmp_path / "image").mkdir()
    mirror(tmp_path / "r", tmp_path / "image", {"01.md": "two"})
    assert (tmp_path / "image/01.md").read_bytes() == b"\xef\xbb\xbftwo"


def test_a_check_starts_from_the_items_of_the_last_build(tmp_path: Path) -> None:
    """Kept items are linked, and a build's own cache is never written to."""
    write(tmp_path, {"r/01.md": "# One\n", "r/build/.cache/read/abc": "item"})
    kept, first = Kept(tmp_path / "r", tmp_path / "work"), list[World]()
    assert (kept.build / ".cache/read/abc").read_text() == "item"
    world = kept.check({"01.md": "# One\n\nSee @fig-no.\n"}, lambda: True, first.append)
    assert world
    assert [one.code for one in world.findings] == ["NUM05", "REF01"]
    assert held(tmp_path / "r") == {"01.md": "# One\n", "build/.cache/read/abc": "item"}
    assert [[one.code for one in world.findings] for world in first] == [["REF01"]]
    assert kept.check({}, lambda: False, first.append) is None
    kept.close()
    assert not (tmp_path / "work").exists()


VERSIONS = (
    {
        "01.md": "# One {#sec-one}\n\nIt was [3]{value=a.b}[^n], see @sec-two.\n\n[^n]: x\n"
    },
    {"01.md": "# One {#sec-one}\n\nIt was [5]{value=a.b}, see @sec-two.\n"},
    {"02.md": "# Two {#sec-two}\n\nA word of it changed.\n"},
    {"quantities.yml": "a.b: {value: 5, source: us}\n"},
    {"02.md": "# Two\n\n$x^$ and [half](\n"},
    {"report.yml": "title: [\n"},
    {},
)


def test_what_is_kept_gives_what_a_first_check_gives(tmp_path: Path) -> None:
    """After any document was opened or closed, an editor is told what a new one is."""
    plain = {"01.md": "# One\n\nWords.\n", "02.md": "# Two {#sec-two}\n\nMore.\n"}
    rest = "a.b: {value: 3, source: us}\n"
    write(tmp_path, {f"r/{name}": text for name, text in plain.items()})
    write(tmp_path, {"r/quantities.yml": rest, "r/report.yml": "title: It\n"})
    kept, seen = Kept(tmp_path / "r", tmp_path / "work"), list[str]()
    for number, documents in enumerate((*VERSIONS, *VERSIONS[:2])):
        told = kept.check(documents, lambda: True, lambda _: None)
        with closing(Kept(tmp_path / "r", tmp_path / f"new{number}")) as fresh:
            assert told == fresh.check(documents, lambda: True, lambda _: None)
        assert told
        seen += [one.code for one in told.findings]
        if number == 1:  # as a system does that tidies its temporary files
            rmtree(kept.build)
    assert {"NUM01", "SRC03"} <= {*seen}
    kept.close()
