"""What is planted for the repeats benchmark stands where the truth says, and is scored."""

import json
import os
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import bulk
import changes
import measure
import plant
import pytest
import speed
from author import masked
from field import ENOUGH, Stretch, field, folded
from results import as_json, tables
from score import score
from sower import weight

from crossfoot.engines.checking import check

ROOT = Path(__file__).parent.parent
PLANT = ROOT / "benchmarks" / "repeats" / "plant.py"
SIZE, TIMES = 40_000, 1


def written(root, *options, hash_seed="1"):
    """Run the generator; return the report's files by name."""
    command = [sys.executable, PLANT, root, *options]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": hash_seed})
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files
    }


@pytest.fixture(scope="module")
def grown():
    """Give a report planted into generated text."""
    return field(plant.report(SIZE, TIMES, 1))


@pytest.fixture(scope="module", params=["generated", "docs", "sources"])
def planted(request, grown):
    """Give reports planted into generated text, into the manual and into the sample."""
    if request.param == "generated":
        return grown
    return field(plant.report(SIZE, TIMES, 1, ROOT / request.param))


def test_same_arguments_same_bytes(tmp_path):
    """Two runs with the same seed write the same tree under any hash seed."""
    size = ("--size", "20000", "--times", "1", "--seed", "7")
    one = written(tmp_path / "one", *size)
    assert one == written(tmp_path / "two", *size, hash_seed="2")
    assert one != written(tmp_path / "three", *size[:-1], "8")
    assert "truth.json" in one


def test_every_kind_is_planted(grown):
    """Generated text has room for everything that can be planted."""
    truth = json.loads(grown.files["truth.json"].text)
    assert truth["missing"] == {}
    assert len(grown.plants) + len(grown.negatives) == len(list(plant.planters()))


def test_real_text_is_planted_into(planted):
    """Each carrier takes plants of at least five classes."""
    assert len({one.cls for one in planted.plants}) >= 5


def test_places_of_a_plant_stand_apart(planted):
    """No place of a plant overlaps another place of any plant or hard negative."""
    spots = [
        spot for one in (*planted.plants, *planted.negatives) for spot in one.places
    ]
    overlaps = [
        (one, other)
        for at, one in enumerate(spots)
        for other in spots[at + 1 :]
        if one.shared(other)
    ]
    assert overlaps == []


def test_exact_copies_are_equal(planted):
    """All places of an exact plant, and of boilerplate, hold the same strict text."""
    for one in planted.plants:
        if one.cls in {"exact", "boilerplate"}:
            assert len({folded(spot.text) for spot in one.places}) == 1, one.ident
            assert len(one.places) > (3 if one.cls == "boilerplate" else 1)


def test_removable_copies_are_long_enough(planted):
    """Only exact copies of 25 words or more, outside a summary, may be taken out."""
    for one in planted.plants:
        long = weight(one.a[0].text) >= 25
        body = not planted.summaries & {spot.file for spot in one.places}
        assert one.removable == (one.cls == "exact" and long and body), one.ident


def flat(text):
    """Return the words of a passage without heading and list marks."""
    return " ".join(re.sub(r"(?m)^#+ ", "", text).split())


def test_contained_copies_hold_the_same_words(planted):
    """The two sides of a contained plant are equal but for headings and breaks."""
    for one in planted.plants:
        if one.cls == "contained":
            texts = [" ".join(flat(s.text) for s in side) for side in (one.a, one.b)]
            assert texts[0] == texts[1], one.ident


def without(spot, differing):
    """Return a passage with what differs in it replaced by a sign."""
    text, at = "", spot.lo
    for lo, hi in sorted((one.lo, one.hi) for one in differing):
        text += spot.text[at - spot.lo : lo - spot.lo] + "§"
        at = hi
    return folded(re.sub(r"\s*§\s*", "§", text + spot.text[at - spot.lo :]))


def test_differences_are_all_that_differs(planted):
    """Without the differences named, an edited or contradicting copy is equal."""
    for one in planted.plants:
        whole = one.cls == "contradiction" or one.kind in {
            "words edited",
            "list edited",
        }
        if whole and not (one.cls == "contradiction" and one.rate):
            a = without(one.a[0], [pair.a for pair in one.differences])
            b = without(one.b[0], [pair.b for pair in one.differences])
            assert a == b, one.ident
            assert folded(one.a[0].text) != folded(one.b[0].text)


def test_contradictions_name_what_differs(planted):
    """Each contradiction holds one difference or two, in the places of its sides."""
    for one in planted.plants:
        if one.cls == "contradiction":
            assert 1 <= len(one.differences) <= 2
            for pair in one.differences:
                assert pair.a.text != pair.b.text
                assert one.a[0].lo <= pair.a.lo <= pair.a.hi <= one.a[0].hi
                assert one.b[0].lo <= pair.b.lo <= pair.b.hi <= one.b[0].hi


def test_the_number_of_a_clause_states_nothing() -> None:
    """What a clause starts with counts it, also behind the marks of its emphasis."""
    said = "**3.5** Every keeper of the hut signs 41 forms."
    dice = [random.Random(seed) for seed in range(9)]  # noqa: S311 - no secret
    assert {changes.figure(said, one)[0].start for one in dice} == {said.index("41")}


def test_reordered_copies_hold_the_same_sentences(planted):
    """A copy in another order has the words of its source, and other neighbours."""
    for one in planted.plants:
        if one.kind == "sentences reordered" and not one.rate:
            a, b = (folded(side[0].text) for side in (one.a, one.b))
            assert sorted(a.split()) == sorted(b.split())
            assert a != b


def test_generated_text_does_not_repeat():
    """No two sentences of the carrier share seven words in a row, figures masked."""
    seen = set()
    for chapter in plant.carrier.generated(20_000, 3):
        for block in chapter.blocks:
            if block.kind == "prose":
                for one in re.split(r"(?<=[.!?])[”’]? (?=[A-Z“])", folded(block.text)):
                    words = masked(re.sub(r" \([^)]*\)", "", one))
                    runs = {tuple(words[at : at + 7]) for at in range(len(words) - 6)}
                    assert not runs & seen, one
                    seen |= runs


def place(spot, lines):
    """Return a stretch as the contract gives it."""
    made = lines[spot.file].place((spot.lo, spot.hi))._asdict()
    return {name: made[name] for name in made if name != "text"}


def relation(one, lines, cls=None, action="report"):
    """Return the relation that reports a plant as it is."""
    return {
        "id": one.ident,
        "class": cls or ("near" if one.cls == "small" else one.cls),
        "action": action,
        "a": [place(spot, lines) for spot in one.a],
        "b": [place(spot, lines) for spot in one.b],
        "words": 30,
        "differences": [
            {
                "a": pair.a.text,
                "b": pair.b.text,
                "a_span": [pair.a.lo, pair.a.hi],
                "b_span": [pair.b.lo, pair.b.hi],
            }
            for pair in one.differences
        ],
    }


def cut(spot, lines):
    """Return the record that takes a stretch out."""
    text = lines[spot.file].text
    start = len(text[: spot.lo].encode())
    end = start + len(spot.text.encode())
    return {"file": spot.file, "start": start, "end": end, "text": spot.text}


def oracle(ground):
    """Return a product that reports every plant and takes out what may go."""
    return {
        "relations": [
            relation(one, ground.files, action="replace" if one.removable else "report")
            for one in ground.plants
        ],
        "cuts": [
            cut(spot, ground.files)
            for one in ground.plants
            if one.removable
            for spot in one.b
        ],
    }


def marks(ground, product):
    """Return what a product is worth, in five figures."""
    done = score(ground, product)
    found = sum(done.found(one) for one in ground.plants)
    unsafe = sum(one.unsafe for one in done.faults)
    return found, len(done.right), len(done.wrong), unsafe, len(done.faults) - unsafe


def test_the_truth_gets_full_marks(planted):
    """A product that says what was planted has recall 1, precision 1 and no fault."""
    done = score(planted, oracle(planted))
    assert [one.ident for one in planted.plants if not done.found(one)] == []
    assert (done.wrong, done.unplanted, done.faults) == ((), (), ())
    assert done.removed[0] == done.removed[1] > 0
    assert "**no**" not in tables([done])
    assert all(one["found"] for one in as_json([done])[0]["plants"])


@pytest.fixture(scope="module")
def perfect(grown):
    """Give the marks of the truth itself."""
    return marks(grown, oracle(grown))


def some(ground, cls, kind=""):
    """Return the first plant of a class and a kind."""
    return next(one for one in ground.plants if one.cls == cls and kind in one.kind)


def changed(ground, one, **values):
    """Return the truth's product with one relation changed."""
    product = oracle(ground)
    at = ground.plants.index(one)
    product["relations"][at] |= values
    return product


def test_nothing_reported_nothing_found(grown):
    """An empty product finds no plant and does no harm."""
    assert marks(grown, {"relations": [], "cuts": []}) == (0, 0, 0, 0, 0)


def minus(perfect, *changes):
    """Return the marks that differ from the perfect ones by so much."""
    return tuple(one + by for one, by in zip(perfect, changes, strict=True))


def test_a_missing_relation_costs_recall(grown, perfect):
    """A plant that is not reported is not found, and nothing else changes."""
    one = some(grown, "near")
    product = oracle(grown)
    del product["relations"][grown.plants.index(one)]
    assert marks(grown, product) == minus(perfect, -1, -1, 0, 0, 0)


@pytest.mark.parametrize(
    "case",
    [
        ("exact", "paragraph", "near", -1, False),
        ("exact", "paragraph", "contained", -1, True),
        ("near", "words edited", "contained", 0, True),
        ("near", "words edited", "exact", -1, False),
        ("near", "words edited", "contradiction", -1, False),
        ("near", "words edited", "template", -1, None),
        ("contained", "half", "exact", 0, True),
        ("contained", "half", "contradiction", -1, False),
        ("contradiction", "figure", "near", -1, True),
        ("contradiction", "figure", "exact", -1, False),
        ("small", "sentence", "exact", 0, True),
        ("small", "paraphrase", "contradiction", -1, False),
        ("template", "other place", "near", -1, False),
        ("boilerplate", "paragraph", "exact", -1, False),
    ],
)
def test_classes_are_compatible_as_documented(grown, perfect, case):
    """A plant reported as another class is found, right or wrong as README.md says."""
    planted_as, kind, reported_as, found, right = case
    one = some(grown, planted_as, kind)
    product = changed(grown, one, **{"class": reported_as})
    product["cuts"] = [c for c in product["cuts"] if c["text"] != one.b[0].text]
    product["relations"][grown.plants.index(one)]["action"] = "report"
    was = one.cls not in {"template", "boilerplate"}
    is_right, is_wrong = right is True, right is False
    expected = minus(perfect, found, is_right - was, is_wrong, 0, 0)
    assert marks(grown, product) == expected


def test_a_place_elsewhere_is_wrong(grown, perfect):
    """A relation of which one side points to other text is no finding."""
    one, other = some(grown, "near"), some(grown, "contained")
    product = changed(grown, one, b=[place(other.a[0], grown.files)])
    assert marks(grown, product) == minus(perfect, -1, -1, 1, 0, 0)


def test_a_place_related_to_itself_is_wrong(grown, perfect):
    """Both sides have to be there, not one of them twice."""
    one = some(grown, "near")
    product = changed(grown, one, b=[place(one.a[0], grown.files)])
    assert marks(grown, product) == minus(perfect, -1, -1, 1, 0, 0)


def shortened(spot, share):
    """Return the first part of a stretch."""
    hi = spot.lo + round(share * (spot.hi - spot.lo))
    return Stretch(spot.file, spot.lo, hi, spot.text[: hi - spot.lo])


def test_a_small_part_is_right_but_does_not_find(grown, perfect):
    """A relation that covers less than half of a plant is right and finds nothing."""
    one = some(grown, "near")
    for share, found in ((ENOUGH - 0.1, -1), (ENOUGH + 0.1, 0)):
        sides = [
            place(shortened(side[0], share), grown.files) for side in (one.a, one.b)
        ]
        product = changed(grown, one, a=[sides[0]], b=[sides[1]])
        assert marks(grown, product) == minus(perfect, found, 0, 0, 0, 0)


def test_parts_find_together(grown, perfect):
    """Two relations that cover a plant between them find it."""
    one = some(grown, "contained", "apart")
    product = oracle(grown)
    first = product["relations"].pop(grown.plants.index(one))
    middle = one.a[0].lo + len(one.b[0].text) + 1
    text = one.a[0].text
    halves = (
        Stretch(one.a[0].file, one.a[0].lo, middle, text[: middle - one.a[0].lo]),
        Stretch(one.a[0].file, middle, one.a[0].hi, text[middle - one.a[0].lo :]),
    )
    for half, copy in zip(halves, first["b"], strict=True):
        made = first | {"a": [place(half, grown.files)], "b": [copy]}
        product["relations"].append(made)
    assert marks(grown, product) == minus(perfect, 0, 1, 0, 0, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"a_span": None},
        {"a": "the council"},
        {"a_span": [0, 5]},
    ],
)
def test_a_contradiction_names_what_differs(grown, perfect, change):
    """Without its differing texts in their places a contradiction is not found."""
    one = some(grown, "contradiction", "figure")
    product = oracle(grown)
    product["relations"][grown.plants.index(one)]["differences"][0] |= change
    assert marks(grown, product) == minus(perfect, -1, -1, 1, 0, 0)


def test_a_contradiction_may_name_its_sides_in_any_order(grown, perfect):
    """Which copy comes first does not matter."""
    one = some(grown, "contradiction", "figure")
    said = relation(one, grown.files)
    (named,) = said["differences"]
    turned = {
        "a": named["b"],
        "b": named["a"],
        "a_span": named["b_span"],
        "b_span": named["a_span"],
    }
    product = changed(grown, one, a=said["b"], b=said["a"], differences=[turned])
    assert marks(grown, product) == perfect


def test_half_a_swap_is_not_found(grown, perfect):
    """Of two figures that were exchanged both have to be named."""
    one = some(grown, "contradiction", "swapped")
    differences = relation(one, grown.files)["differences"][:1]
    product = changed(grown, one, differences=differences)
    assert marks(grown, product) == minus(perfect, -1, 0, 0, 0, 0)


def test_a_hard_negative_is_wrong(grown, perfect):
    """A relation between passages that only look alike costs precision."""
    for negative in grown.negatives:
        first = some(grown, "near")
        like = replace(
            first, a=negative.places[:1], b=negative.places[1:2], differences=()
        )
        product = oracle(grown)
        product["relations"].append(relation(like, grown.files))
        assert marks(grown, product) == minus(perfect, 0, 0, 1, 0, 0)
        wrong = score(grown, product).wrong
        assert [one.reason for one in wrong] == [f"no repeat: {negative.kind}"]


def with_cut(ground, spot):
    """Return the truth's product with one more cut."""
    product = oracle(ground)
    product["cuts"].append(cut(spot, ground.files))
    return product


def test_a_cut_needs_an_equal_text_that_is_kept(grown, perfect):
    """Taking out the first copy as well as the second is unsafe for both."""
    one = next(one for one in grown.plants if one.removable and len(one.b) == 1)
    assert marks(grown, with_cut(grown, one.a[0])) == minus(perfect, 0, 0, 0, 2, 0)


def test_a_cut_holds_nothing_that_differs(grown, perfect):
    """Taking out an edited copy is unsafe for what differs in it and is kept nowhere."""
    one = some(grown, "near", "words edited")
    assert marks(grown, with_cut(grown, one.b[0])) == minus(perfect, 0, 0, 0, 2, 0)


def test_a_cut_stays_out_of_the_summary(grown, perfect):
    """A summary may repeat the body, so nothing of it is taken out."""
    one = some(grown, "exact", "in the summary")
    assert marks(grown, with_cut(grown, one.a[0])) == minus(perfect, 0, 0, 0, 1, 0)


def test_a_standing_phrase_stays(grown, perfect):
    """Taking out boilerplate is not unsafe, but nobody asked for it."""
    one = some(grown, "boilerplate")
    assert marks(grown, with_cut(grown, one.b[0])) == minus(perfect, 0, 0, 0, 0, 1)


def test_a_cut_record_holds_what_stood_there(grown, perfect):
    """A record whose text is not that of its bytes is unsafe."""
    product = oracle(grown)
    product["cuts"][0]["text"] += "!"
    assert marks(grown, product) == minus(perfect, 0, 0, 0, 1, 0)


def test_a_replaced_copy_is_equal(grown, perfect):
    """A relation that would replace text by other text is unsafe without a cut, too."""
    one = some(grown, "near", "words edited")
    product = changed(grown, one, action="replace")
    assert marks(grown, product) == minus(perfect, 0, 0, 0, 1, 0)


def test_findings_in_real_text_are_counted_apart():
    """Text that nobody planted anything in is for a reader to judge."""
    ground = field(plant.report(SIZE, TIMES, 1, ROOT / "sources"))
    lines = next(lines for name, lines in ground.files.items() if "context" in name)
    first, second = (
        Stretch(lines.file, at, at + 30, lines.text[at : at + 30]) for at in (3, 60)
    )
    like = replace(
        ground.plants[0], a=(first,), b=(second,), differences=(), cls="near"
    )
    product = oracle(ground)
    product["relations"].append(relation(like, ground.files))
    done = score(ground, product)
    assert (len(done.wrong), len(done.unplanted)) == (0, 1)


def as_read(tmp_path, chapter):
    """Return what the read stage makes of a chapter's text."""
    root = tmp_path / "report"
    path = root / chapter.file
    path.parent.mkdir(parents=True)
    path.write_text(chapter.source, encoding="utf-8")
    product = f"chapters/{chapter.name}.json"
    return check(root, ("read",), (product,)).products[product]


def test_bulk_prose_is_what_the_read_stage_gives(tmp_path):
    """Paragraphs built without pandoc are those that pandoc would have given."""
    (chapter,) = bulk.generated(200, 1).chapters
    assert as_read(tmp_path, chapter) == chapter.as_dict()


def test_a_bulk_table_is_what_the_read_stage_gives(tmp_path):
    """A table built without pandoc is the one that pandoc would have given."""
    (chapter,) = speed.rows().chapters
    lines = chapter.source.split("\n")[:5]
    made = bulk.table(
        0, [line.strip("| ").split(" | ") for line in lines if "-" not in line]
    )
    assert as_read(tmp_path, made) == made.as_dict()


def test_bulk_copies_stand_where_they_are_said_to():
    """Of the paragraphs named as copies some are equal, and some differ in few words."""
    made = bulk.generated(1_000, 2)
    said = [one.split() for one in made.chapters[0].source.strip().split("\n\n")]
    assert (len(said), len(made.exact), len(made.near)) == (1_000, 10, 10)
    assert all(len(one) == bulk.LENGTH for one in said)
    assert all(said[a] == said[b] for a, b in made.exact)
    edits = [sum(map(str.__ne__, said[a], said[b])) for a, b in made.near]
    assert all(0 < count <= bulk.EDITED for count in edits)


def test_a_small_size_is_measured_apart():
    """A measure runs in a process of its own and finds the planted copies."""
    done = speed.apart("200", 60)
    assert {name: done[name] for name in ("words", "exact", "near")} == {
        "words": 12_400,
        "exact": "2/2",
        "near": "2/2",
    }
    assert speed.apart("200", 0.01) == "more than 0 s"
    assert speed.apart("20000", 60, memory=500) == "more than 500 MB"


def test_late_paragraphs_are_the_same(monkeypatch):
    """Blocks that are built on the way are those that would have been held."""
    (held,) = bulk.generated(50, 1).chapters
    monkeypatch.setattr(bulk, "MOST", 40)
    (late,) = bulk.generated(50, 1).chapters
    assert (len(late.ast["blocks"]), late.source) == (50, held.source)
    assert late.blocks == held.blocks
    assert list(reversed(late.ast["blocks"]))[::-1] == held.blocks


@pytest.mark.parametrize("run", [measure.stage, measure.command])
def test_a_chapter_that_is_not_read_stops_the_measuring(tmp_path, run):
    """What stands in a chapter that pandoc gives up is not counted as missed."""
    (tmp_path / "one.md").write_text("The bridge was built in spring.\n", "utf-8")
    (tmp_path / "two.md").write_text("> " * 200 + "x\n", "utf-8")
    with pytest.raises(SystemExit, match=r"two\.md.*nested more than 150 levels deep"):
        run(tmp_path)


def test_a_rule_of_a_carrier_starts_no_metadata() -> None:
    """Text right beneath a rule gets an empty line, and so does a second rule."""
    text = "---\ntitle: Minutes\n---\n\nOne.\n\n---\n---\n## Two\n\n---\n\nThree.\n"
    assert plant.carrier._plain(text) == (
        "\nOne.\n\n---\n\n---\n\n## Two\n\n---\n\nThree.\n"
    )


def test_nothing_is_planted_into_code_of_a_carrier() -> None:
    """A fence ends where one as long does, and a block of raw code at its end tag."""
    code = "````md\n```js\na\n```\n\nNo text.\n````"
    raw = "<pre>\nb\n\nNo text.\n</pre>"
    script = "<script setup>\nc\n\nNo text.\n</script>"
    text = f"One.\n\n{code}\n\nTwo.\n\n{raw}\n\nThree.\n\n{script}\n\nFour.\n"
    blocks = [one.text for one in plant.carrier._blocks(text)]
    assert blocks == ["One.", code, "Two.", raw, "Three.", script, "Four."]
