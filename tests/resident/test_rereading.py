"""Of a chapter in which words were edited, only the passage is read again."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Make

from crossfoot.carrying import edit
from crossfoot.engines.belt import run
from crossfoot.engines.belt.read import made_of
from crossfoot.engines.files import read_chapter
from crossfoot.engines.resident import Resident
from crossfoot.engines.resident.ahead import reread, standing, texts_of
from crossfoot.places import Text
from crossfoot.read import opened
from crossfoot.rereading import passage
from crossfoot.site import Site

HERE = Path(__file__).parents[2]
SOME = ("harvest", "“ledgers” and gardens", "", "Mr. Bridge’s\nriver --", "a\n\nb")
CHAPTER = """# A

Words, with a note[^n] in them.

A list of words and [words that lead there] in brackets.

- words in an item
- others

See @one, and words of [@two, p. 3]; @three.

[^n]: Words of a note.

[words that led there]: https://example.org
"""


def words_of(text: str, seed: int) -> list[int]:
    """Return offsets of some plain words."""
    found = [at for at in range(1, len(text)) if text[at - 1 : at].isspace()]
    return random.Random(seed).sample(found, 6)  # noqa: S311 - no secret


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a report of the sample's and the manual's chapters, read."""
    root = tmp_path_factory.mktemp("report")
    (root / "sources").mkdir()
    for path in (*HERE.glob("sources/*.md"), *HERE.glob("docs/*.md")):
        shutil.copy(path, root / "sources" / path.name)
    made = Site.at(root)
    run("read", made, lambda _: None)
    return made


def test_real_chapters_are_what_reading_them_whole_gives(site: Site) -> None:
    """Words of real chapters, edited anywhere, give the JSON of a whole reading."""
    known = 0
    for file in site.chapters():
        path = site.root / file
        product = site.build / "chapters" / f"{path.stem}.json"
        text, before = path.read_text("utf-8"), product.read_bytes()
        for number, at in enumerate(words_of(text, len(text))):
            word = SOME[number % len(SOME)]
            path.write_text(text[:at] + word + text[at:], encoding="utf-8")
            whole = made_of(opened(file, path.read_bytes())).partition(b"\n")[2]
            if reread(site, texts_of(site, [file])):
                known += 1
                assert product.read_bytes() == whole, (file, at, word)
            product.write_bytes(before)
        path.write_text(text, encoding="utf-8")
    assert known > 40


def test_hashes_and_findings_are_those_of_the_chapter_now(make: Make) -> None:
    """Settings and findings of a passage read again are those of a whole reading."""
    root = make({"sources/a.md": f"<b>\n\n{CHAPTER}", "sources/b.md": "# B\n\nText.\n"})
    site = Site.at(root)
    run("read", site, lambda _: None)
    path = root / "sources/a.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("an item", "one\n  item of many"), encoding="utf-8")
    assert reread(site, texts_of(site, ["sources/a.md"]))
    files = ("settings.json", "chapters/a.json", "findings/read.jsonl")
    again = [(site.build / name).read_bytes() for name in files]
    run("read", site, lambda _: None)
    assert again == [(site.build / name).read_bytes() for name in files]


KNOWN = {
    ("A list of words", "A list of more words"): True,
    ("an item", "an item\n\n  of two"): True,
    ("and words of", "and some words of"): True,
    ("Words, with", "More words, with"): False,
    ("Words of a note", "Words of notes"): False,
    ("# A", "# Another"): False,
    ("A list of words", "A list of `words"): False,
    ("others\n\nSee", "others\n\nAlso\n\nSee"): True,
    ("- others\n", "- others\n\n\n"): True,
    ("[words that led", "More words.\n\n[words that led"): False,
}


@pytest.mark.parametrize(("old", "new"), KNOWN)
def test_passages_that_lead_nowhere_else_are_read_alone(
    make: Make, old: str, new: str
) -> None:
    """Notes, headings, marks of code and what lies between blocks need all of it read."""
    root = make({"sources/a.md": CHAPTER})
    site = Site.at(root)
    run("read", site, lambda _: None)
    path = root / "sources/a.md"
    path.write_text(CHAPTER.replace(old, new, 1), encoding="utf-8")
    whole = made_of(opened("sources/a.md", path.read_bytes())).partition(b"\n")[2]
    before = standing(site)
    known = reread(site, texts_of(site, ["sources/a.md"]))
    assert known == KNOWN[old, new]
    assert standing(site) == ([whole] if known else before)


def test_damaged_chapters_are_read_whole(make: Make) -> None:
    """Bytes that are no text, no file, and no chapter at all are not read in part."""
    root = make({"sources/a.md": CHAPTER})
    site = Site.at(root)
    run("read", site, lambda _: None)
    before = texts_of(site, ["sources/a.md"])
    path = root / "sources/a.md"
    path.write_bytes(CHAPTER.encode().replace(b"A list", b"A \xff list"))
    assert not reread(site, before)
    assert not reread(site, {})
    path.unlink()
    assert not reread(site, before)


def test_a_chapter_that_was_damaged_on_disk_is_read_whole(make: Make) -> None:
    """What is not the JSON that a stage wrote is not mended, but made anew."""
    root = make({"sources/a.md": CHAPTER})
    site = Site.at(root)
    run("read", site, lambda _: None)
    product = site.build / "chapters" / "a.json"
    product.write_text(json.dumps(json.loads(product.read_bytes())), encoding="utf-8")
    path = root / "sources/a.md"
    path.write_text(CHAPTER.replace("others", "some others"), encoding="utf-8")
    assert not reread(site, texts_of(site, ["sources/a.md"]))


def test_the_passage_is_the_block_around_the_edit(make: Make) -> None:
    """A list is one passage, and where it starts is the same before and after."""
    root = make({"sources/a.md": CHAPTER})
    site = Site.at(root)
    run("read", site, lambda _: None)
    chapter = read_chapter(site, "a")
    new = Text(chapter.file, CHAPTER.replace("others", "some others"))
    found = passage(chapter, edit(chapter.text, new))
    assert found
    assert found.old == "- words in an item\n- others"
    assert found.new == "- words in an item\n- some others"
    assert found.start == CHAPTER.index("- words")


@pytest.fixture
def resident(make: Make) -> Iterator[Resident]:
    """Return a resident process of a small report, its first page made."""
    one = Resident(make({"sources/a.md": CHAPTER, "sources/b.md": "# B\n\nText.\n"}))
    one.page()
    yield one
    one.close()


def test_pandoc_is_asked_for_the_passage_alone(
    resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For the page two short texts are read, and the chapter for the checks."""
    path = resident.root / "sources/a.md"
    path.write_text(CHAPTER.replace("others", "some others"), encoding="utf-8")
    asked = []
    read = resident.reader.read

    def reading(text: str, form: str, seconds: float) -> object:
        asked.append(len(text))
        return read(text, form, seconds)

    monkeypatch.setattr(resident.reader, "read", reading)
    early = resident.page(early=True)
    assert asked == [len("- words in an item\n- others"), 32]
    assert resident.check().page == early.page
    assert len(asked) == 3
    assert asked[2] > len(CHAPTER)


def test_words_that_become_an_address_are_mended_by_the_checks(
    resident: Resident,
) -> None:
    """Words in brackets that now name an address are a link when the checks are done."""
    path = resident.root / "sources/a.md"
    path.write_text(
        CHAPTER.replace("that lead there", "that led there"), encoding="utf-8"
    )
    early = resident.page(early=True)
    checked = resident.check()
    link = b'<a href="https://example.org">words that led there</a>'
    assert (early.checked, checked.checked) == (False, True)
    assert link not in (early.page or b"")
    assert link in (checked.page or b"")
    assert resident.settle().page == checked.page
