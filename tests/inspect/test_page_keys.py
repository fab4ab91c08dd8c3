"""Keys of pages: the same for pages that look the same, and for no others."""

from itertools import product

import pytest

from crossfoot.engines import pdf as module
from crossfoot.engines.pagekeys import page_keys
from crossfoot.engines.pdf import page_texts, read_again, read_pdf

CONTENT = b"/P <</MCID 0>> BDC BT /f0 12 Tf (%s) Tj ET EMC"


def made(
    *words: bytes,
    font: bytes = b"/Helvetica",
    skip: int = 0,
    catalogue: bytes = b"",
    tree: bytes = b"",
    page: bytes = b"",
) -> bytes:
    """Return a PDF with a page for each text; `skip` numbers are left unused."""
    first = 4 + skip
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(words)))
    objects = {
        1: b"<</Type /Catalog /Pages 2 0 R%s>>" % catalogue,
        2: b"<</Type /Pages /Kids [%s] /Count %d%s>>" % (kids, len(words), tree),
        3: b"<</Type /Font /Subtype /Type1 /BaseFont %s>>" % font,
    }
    for at, text in enumerate(words):
        number, drawn = first + 2 * at, CONTENT % text
        objects[number] = (
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents %d 0 R"
            b" /Resources <</Font <</f0 3 0 R>>>>%s>>" % (number + 1, page)
        )
        objects[number + 1] = b"<</Length %d>>\nstream\n%s\nendstream" % (
            len(drawn),
            drawn,
        )
    return written(objects)


def written(objects: dict[int, bytes]) -> bytes:
    """Return a file of objects, those that are not there as null."""
    out, places = b"%PDF-1.7\n", []
    for number in range(1, max(objects) + 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects.get(number, b"null"))
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    count = len(places) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer <</Root 1 0 R /Size %d>>\nstartxref\n%d\n%%%%EOF"
        % (count, len(out))
    )


def test_a_page_that_stayed_keeps_its_key() -> None:
    """Numbers of objects, other pages and the page's own number do not count."""
    one, two = page_keys(made(b"One", b"Two"))
    assert one != two
    assert page_keys(made(b"Two", skip=3)) == (two,)
    assert page_keys(made(b"New", b"Two", b"One"))[1:] == (two, one)
    assert page_keys(made(b"One", page=b" /StructParents 7 /Tabs /S")) == (one,)


@pytest.mark.parametrize(
    "change",
    [{"font": b"/Courier"}, {"page": b" /Rotate 90"}, {"page": b" /UserUnit 2"}],
)
def test_what_a_page_is_drawn_with_counts(change: dict[str, bytes]) -> None:
    """Fonts and all else that the page refers to are part of its key."""
    assert page_keys(made(b"One", **change)) != page_keys(made(b"One"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        made(b"One", catalogue=b" /OCProperties <<>>"),
        made(b"One", tree=b" /Rotate 90"),
        made(b"One", page=b" /Again 4 0 R"),
        made(b"One").replace(b"/Length", b"/Longer"),
    ],
    ids=["no PDF", "layers", "inherited", "in a circle", "no length"],
)
def test_an_unusual_file_has_no_keys(data: bytes) -> None:
    """Where a page may depend on more than was looked at, it is read anew."""
    assert page_keys(data) == ()


def test_only_pages_that_changed_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before is told again; the facts are those of a first reading."""
    _, pages = read_again(made(b"One", b"Two", b"Three"), {})
    new = made(b"One", b"Six", b"Three")
    asked: list[set[int]] = []

    def spied(data: bytes, known: dict[int, str]) -> tuple[str, ...]:
        asked.append(set(known))
        return page_texts(data, known)

    monkeypatch.setattr(module, "page_texts", spied)
    facts, kept = read_again(new, pages)
    assert (facts.texts, asked) == (("One", "Six", "Three"), [{0, 2}])
    assert facts == read_pdf(new)
    assert kept == read_again(new, {})[1]


def test_pages_that_look_the_same_are_one() -> None:
    """Whatever pages a file has, reading it again with what is known changes nothing."""
    for words in product((b"A", b"B"), repeat=3):
        data = made(*words)
        facts, kept = read_again(data, {})
        assert len(kept) == len(set(words))
        assert read_again(data, kept) == (facts, kept)
