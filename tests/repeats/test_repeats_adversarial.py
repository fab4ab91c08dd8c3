"""Input that repeats itself without end: the work and the product stay small."""

from repeating import WARDS, bare, settings

from crossfoot.chapters import Chapter
from crossfoot.repeats import find
from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.stream import join


def kinds(*chapters: Chapter) -> list[tuple[str, int]]:
    product, _ = find(list(chapters), settings())
    assert product["cuts"] == []
    return [(one["class"], len(one["b"])) for one in product["relations"]]


def test_one_word_again_and_again_is_nothing() -> None:
    """A word repeated ten thousand times has no sentence to cut."""
    assert kinds(bare(" ".join(["word"] * 10_000))) == []


def test_a_thousand_copies_of_a_paragraph_are_one_relation() -> None:
    """A paragraph that stands everywhere is boilerplate, told once."""
    assert kinds(bare(*[WARDS] * 1000)) == [("boilerplate", 999)]


def test_a_thousand_copies_of_a_sentence_in_one_paragraph() -> None:
    """Copies side by side in one paragraph are copies of one sentence."""
    assert kinds(bare(" ".join([WARDS] * 1000))) == [("boilerplate", 999)]


def test_a_form_filled_in_a_thousand_times_is_one_relation() -> None:
    """A sentence with a thousand figures is one template."""
    said = "In that month the hub gave out {} parcels to families in the city."
    texts = [said.format(number) for number in range(1000)]
    assert kinds(bare(*texts)) == [("template", 999)]


def test_tokens_of_one_hash_are_not_taken_for_each_other() -> None:
    """Two words of one hash are no equal text, and nothing is cut."""
    # Of two words of 16 letters the second halves differ by as much as the hashes of
    # the first halves do, so that they are made equal.
    one, other = "ookryrxwaoyaeapa", "odpraszfmaayajat"
    said = WARDS.replace("volunteers", "{}")
    pair = (bare(said.format(x), name=x[:2]) for x in (one, other))
    known = Lexicon()
    made = join([lay_out(chapter, known) for chapter in pair])
    size = len(WARDS.split())
    assert made.ids[:size].tolist() == made.ids[size + 1 : -1].tolist()
    assert not made.same(0, size + 1, size)
    product, _ = find([page.chapter for page in made.layouts], settings())
    assert [one["class"] for one in product["relations"]] == ["near"]
    assert product["cuts"] == []


def test_marks_without_words_are_nothing() -> None:
    """Rules of dashes and bars repeat without a word to read."""
    assert kinds(bare(" ".join(["|", "-"] * 5000))) == []


def test_many_pairs_are_as_many_relations() -> None:
    """Each of a thousand paragraphs that stand twice is cut once."""
    texts = [f"{WARDS[:-1]} {number} {number * 7}x." for number in range(200)]
    spread = [word for text in texts for word in (text, text)]
    product, findings = find([bare(*spread)], settings())
    assert len(product["cuts"]) == 200
    assert len([one for one in findings if one.code == "REP01"]) == 200


def test_a_report_without_text_has_no_relations() -> None:
    """Chapters without a word give an empty product."""
    empty = Chapter("01", "sources/01.md", "chapter", "0" * 64, "", {}, {"blocks": []})
    product, findings = find([empty], settings())
    assert product == {"schema": "crossfoot/repeats/1", "relations": [], "cuts": []}
    assert findings == []


def test_elements_without_a_place_are_left_alone() -> None:
    """A chapter whose elements were not placed is compared as far as it can be."""
    words = [{"t": "Str", "c": word} for word in WARDS.split()]
    lost = Chapter(
        "02", "sources/02.md", "chapter", "0" * 64, WARDS, {}, {"blocks": []}
    )
    lost.ast["blocks"] += [{"t": "Para", "c": words}]
    product, _ = find([bare(WARDS), lost], settings())
    assert product["cuts"] == []
