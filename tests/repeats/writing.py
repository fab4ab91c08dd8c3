"""Random reports with planted copies: a source of chance in, texts of chapters out."""

import random

WORDS = (
    *("alpha", "bridge", "council", "doctor", "estate", "farmer", "garden", "harbour"),
    *("island", "jury", "kitchen", "library", "market", "nurse", "office", "parish"),
    *("quarter", "river", "school", "teacher", "union", "village", "window", "yard"),
    *("*stress*", "[link](https://example.org/a)", "7", "1,200", "£5m"),
)


def sentence(rng: random.Random, least: int = 4) -> str:
    """Return a sentence."""
    words = [rng.choice(WORDS) for _ in range(rng.randint(least, 16))]
    return " ".join(["So", *words]) + "."


def paragraph(rng: random.Random) -> str:
    """Return a paragraph, at times wrapped."""
    text = " ".join(sentence(rng) for _ in range(rng.randint(1, 5)))
    return text.replace(" So", "\nSo") if rng.random() < 0.3 else text


def flat(rng: random.Random) -> str:
    """Return a paragraph on one line."""
    return paragraph(rng).replace("\n", " ")


def bullets(rng: random.Random) -> str:
    """Return a list, tight or loose, at times with another one inside."""
    items = ["- " + flat(rng) for _ in range(rng.randint(1, 4))]
    if rng.random() < 0.3:
        items[0] += f"\n    - {sentence(rng)}\n    - {sentence(rng)}"
    return rng.choice(["\n", "\n\n"]).join(items)


def numbered(rng: random.Random) -> str:
    """Return a numbered list."""
    return "\n".join(f"{n}. {flat(rng)}" for n in range(1, rng.randint(2, 4)))


def table(rng: random.Random) -> str:
    """Return a pipe table."""
    rows = (f"| {sentence(rng)} | 5 |\n" for _ in range(rng.randint(1, 3)))
    return "| A | B |\n|---|---|\n" + "".join(rows).rstrip()


def note(rng: random.Random) -> str:
    """Return a fenced div."""
    gap = rng.choice(["\n", "\n\n"])
    inside = "\n\n".join(paragraph(rng) for _ in range(rng.randint(1, 2)))
    return f"::: {{.note}}{gap}{inside}{gap}:::"


def block(rng: random.Random) -> str:
    """Return a block of any kind."""
    kinds = (
        *(paragraph, paragraph, paragraph, paragraph, bullets, numbered, table, note),
        lambda rng: "> " + paragraph(rng).replace("\n", "\n> "),
        lambda rng: f"## {sentence(rng, 1)[:-1]}",
        lambda rng: f"### {sentence(rng, 1)[:-1]}",
        lambda rng: f"```\ncode {rng.choice(WORDS)}\n```",
        lambda rng: f"<!-- {sentence(rng)} -->",
    )
    return rng.choice(kinds)(rng)


def noted(rng: random.Random, blocks: list[str]) -> list[str]:
    """Return blocks with footnotes to some of their paragraphs."""
    out: list[str] = []
    late: list[str] = []
    for number, one in enumerate(blocks):
        if one.startswith("So ") and rng.random() < 0.3:
            out.append(f"{one}[^{number}]")
            said = f"[^{number}]: {rng.choice(['This note.', 'That note.'])}"
            (out if rng.random() < 0.5 else late).append(said)
        else:
            out.append(one)
    return out + late


def report(rng: random.Random) -> list[str]:
    """Return chapters in which blocks, stretches of blocks and halves recur."""
    pool = [block(rng) for _ in range(rng.randint(3, 8))]
    texts = []
    for _ in range(rng.randint(1, 3)):
        blocks = [f"# {sentence(rng, 1)[:-1]}"]
        for _ in range(rng.randint(1, 7)):
            start = rng.randrange(len(pool))
            some = pool[start : start + rng.randint(1, 4)]
            inside = some[0].replace("\n", " ")
            blocks += rng.choice([[block(rng)], some, some, some[:1]])
            if inside.startswith("So ") and rng.random() < 0.2:
                blocks.append(f"{sentence(rng)} {inside} {sentence(rng)}")
        texts.append("\n\n".join(noted(rng, blocks)) + "\n")
    return texts + texts[: rng.random() < 0.2]
