"""Filled-in frames: what tells parallel text from a copy that was edited."""

import pytest
from repeating import repeats, summary

LONG = (
    "Let people choose several answers with {0}, and put the {0} below one another so"
    " that each stands beside its own label. Nobody has to answer, so none of the {0}"
    " is marked when the page is opened for the first time."
)
SYSTEMS = (
    "The team installs Widget on Windows, opens the folder that {0} gives it and types"
    " the name of the report; the first build takes about a minute on most machines{1}."
)
NAMED = (
    "The portal keeps every record in {0} and copies it to the archive at night, so that"
    " nothing is lost when the machine is started again in the morning."
)


NOTE = (
    "Here is what we changed for {0} of the portal lately, and what we mean to {1} the"
    " faults reported."
)


def classes(one: str, other: str) -> list[str]:
    """Return the classes of what two chapters of one paragraph have in common."""
    product, _ = repeats(f"# A\n\n{one}\n", f"# B\n\n{other}\n")
    return [kind for kind, *_ in summary(product)]


@pytest.mark.parametrize("other", ["radios", "option buttons"])
def test_one_term_for_another_throughout_is_a_template(other: str) -> None:
    """The same advice for two things is listed, and no repeat."""
    assert classes(LONG.format("checkboxes"), LONG.format(other)) == ["template"]


def test_a_term_that_both_texts_use_is_an_edit() -> None:
    """A word that one text lets stand is not what the other one is about."""
    one = LONG.format("checkboxes")
    other = f"{LONG.format('radios')[:-1]}, like checkboxes."
    assert classes(one, other) == ["near"]


def test_a_term_changed_once_is_an_edit() -> None:
    """One word that differs makes a near repeat."""
    one = LONG.format("checkboxes")
    assert classes(one, one.replace("checkboxes", "radios", 1)) == ["near"]


def test_a_term_and_other_words_changed_are_edits() -> None:
    """Where more than one term differs an editor was at work."""
    other = LONG.format("radios").replace("opened", "shown")
    assert classes(LONG.format("checkboxes"), other) == ["near"]


@pytest.mark.parametrize(
    ("title", "kind"), [("Kettles", "template"), ("Kitchen", "near")]
)
def test_what_each_section_is_about_in_one_place_is_a_template(
    title: str, kind: str
) -> None:
    """What is said of two things, each under its own heading, is no copy of one."""
    text = (
        "Note that whoever puts {0} on the stove {1} at nine must also write the hour"
        " down, since the cook who comes at ten looks nowhere but in the book for it."
    )
    pots = f"## Pots\n\n{text.format('pots', 'not later than')}\n"
    kettles = f"## {title}\n\n{text.format('kettles', 'punctually')}\n"
    product, _ = repeats(f"# A\n\n{pots}\n{kettles}")
    assert [one["class"] for one in product["relations"]] == [kind]


def test_a_name_put_in_makes_no_frame() -> None:
    """A copy to which a name was added is a near repeat, one with another is none."""
    plain = SYSTEMS.format("it", "")
    assert classes(plain, SYSTEMS.format("it", " in Kent")) == ["near"]
    assert classes(plain, plain.replace("Windows", "Linux")) == ["template"]


def test_one_name_for_another_makes_no_frame_of_a_long_passage() -> None:
    """Where a name was put in besides, an editor was at work, and where two differ not."""
    one = f"{NAMED.format('Kent')} {SYSTEMS.format('it', '')}"
    other = one.replace("Kent", "Dover").replace("minute on", "minute in Rome on")
    assert classes(one, other) == ["near"]
    assert classes(one, other.replace("Windows", "Linux")) == ["template"]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Elasitcsearch", ["near"]),
        ("Elastosearch", ["template"]),
        ("Manchester", ["template"]),
    ],
)
def test_a_name_with_two_letters_exchanged_is_the_same(
    other: str, told: list[str]
) -> None:
    """A slip of the pen makes no other thing of a name."""
    assert classes(NAMED.format("Elasticsearch"), NAMED.format(other)) == told


def test_a_form_that_stands_twice_in_one_chapter_is_a_repeat() -> None:
    """Of a form with many wordings, the same wording twice in a chapter is told of."""
    texts = [
        f"# {title}\n\n{NOTE.format(who, what)}\n"
        for title, who, what in (
            ("One", "all users", "do about"),
            ("Two", "all users", "say of"),
            ("Three", "most users", "say of"),
            ("Four", "most users", "do about"),
        )
    ]
    twice = f"{texts[3]}\nSomething else.\n\n{NOTE.format('most users', 'do about')}\n"
    product, _ = repeats(*texts[:3], twice)
    assert ("exact", "report", ["04:3-3"], ["04:7-7"]) in summary(product)


def test_a_name_in_another_place_is_no_other_name() -> None:
    """What an item starts with on one side may stand within it on the other."""
    one = "`cover.png`: a picture of the cover in use with a size of about 2000 pixels"
    other = "have a `cover.png` of the cover in use with a size of about 2000 pixels"
    assert classes(f"- {one}\n- So.", f"- {other}\n- No.") == ["near"]
    another = other.replace("cover.png", "a.svg")
    assert classes(f"- {one}\n- So.", f"- {another}\n- No.") == ["template"]


def test_a_plain_word_for_a_name_makes_no_frame() -> None:
    """A copy in which an editor put common words for two names nearly repeats it."""
    said = (
        "Note that the entry which {} makes is not one of the leave kind. Visits that you"
        " have agreed to are not turned down, so go to the {} calendar and make an entry"
        " for the length of the time that you will be out."
    )
    one, other = said.format("Dovely", "Kestrel"), said.format("payroll", "shared")
    product, _ = repeats(f"# A\n\n{one}\n", f"# B\n\n{other}\n")
    assert [one["class"] for one in product["relations"]] == ["near"]
    other = said.format("Marlow", "Heron")
    product, _ = repeats(f"# A\n\n{one}\n", f"# B\n\n{other}\n")
    assert [one["class"] for one in product["relations"]] == ["template"]


@pytest.mark.parametrize(
    ("name", "kind"), [("NTT", "near"), ("NTB", "template"), ("EU", "template")]
)
def test_a_name_in_short_is_no_other_name(name: str, kind: str) -> None:
    """The first letters of a name stand for it."""
    assert classes(
        NAMED.format("the Night Tech Team"), NAMED.format(f"the {name}")
    ) == [kind]


BONUS = (
    "Whoever finds a new baker is paid a hundred pounds, unless the mill is already in"
    " touch with her. The name of the baker goes to {0}, who writes to her on the same"
    " day, and whoever found her stays at hand for questions until she has started."
    " She has to be at work for thirty days before anything is paid, and it is paid"
    " with the wages of the month after that. Whoever thinks that this was not done"
    " as it is written here says so to {0}, whose word is the last one in the matter."
)
ACCOUNT = (
    "So that keys do not go astray, ask for a key that is made for {0} alone. If you"
    " want {1} to open several depots, ask for one key for each. Each key opens one"
    " depot of your parish and nothing else, whoever holds it."
)


def test_a_name_now_and_then_is_not_what_a_passage_is_about() -> None:
    """Another name in two places of a long paragraph makes no frame of it."""
    assert classes(BONUS.format("Brenda"), BONUS.format("Ada")) == ["near"]


@pytest.mark.parametrize(
    ("terms", "kind"),
    [
        (("the Tilda machine", "the Tilda machine"), "template"),
        (("your TLD service", "your TLD tool"), "near"),
    ],
)
def test_one_name_for_two_things_makes_no_frame(
    terms: tuple[str, str], kind: str
) -> None:
    """A form has one name in the place of one other."""
    assert classes(ACCOUNT.format(*terms), ACCOUNT.format("Jonas", "Jonas")) == [kind]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("## Answers", "## Answers", "near"),
        ("## Answers", "## Questions", "template"),
        ("## Shop\n\n### Answers", "## Post\n\n### Answers", "template"),
        ("", "", "template"),
    ],
    ids=["one title", "two titles", "one title under two", "one section"],
)
def test_a_form_under_two_headings_of_one_title_is_a_repeat(
    first: str, second: str, kind: str
) -> None:
    """Two sections of one title, side by side, are about one thing."""
    texts = LONG.format("checkboxes"), LONG.format("radios")
    parts = [
        f"{head}\n\n{text}" for head, text in zip((first, second), texts, strict=True)
    ]
    product, _ = repeats("# Forms\n\n" + "\n\n".join(parts) + "\n")
    assert [told for told, *_ in summary(product)] == [kind]
