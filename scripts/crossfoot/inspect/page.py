"""The page: HTML and the report's outline in, facts and findings out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from crossfoot.findings import Finding
from crossfoot.inspect.document import REPORT
from crossfoot.inspect.facts import Page
from crossfoot.inspect.markup import parsed
from crossfoot.inspect.passages import squeezed
from crossfoot.inspect.watch import Watch
from crossfoot.parts import Entry
from crossfoot.places import Place

UNSAID = frozenset({"svg", "math", "script", "style", "details"})
"""Elements whose words are not the report's running text."""
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "wbr"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PICTURES = frozenset({"img", "svg"})
TELLING = HEADINGS | UNSAID | {"title", "head", "main"}
"""Elements that say what the words in them belong to."""


def page_facts(html: str) -> Page:
    """Return what an HTML page holds."""
    reader = parsed(html, _Reader)
    seen = reader.seen
    return Page(
        title="".join(seen.title).strip(),
        language=seen.language,
        ids=tuple(seen.ids),
        links=tuple(seen.links),
        ways=tuple(seen.ways),
        silent=tuple(seen.silent),
        headings=tuple(
            (level, " ".join("".join(parts).split())) for level, parts in seen.headings
        ),
        text="".join(seen.text),
        watch=reader.watch,
    )


@dataclass(slots=True)
class _Seen:
    language: str = ""
    title: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    headings: list[tuple[int, list[str]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Notes what it meets; the elements that are open say what words belong to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = _Seen()
        self.open: Counter[str] = Counter()
        self.watch = Watch()
        self.into: list[list[str]] = []
        """What the words that come next are noted in."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {key: value or "" for key, value in attrs}
        if not self.open["svg"] and not self.open["math"]:
            self.watch.start(tag, told, void=tag in VOID)
        if "id" in told:
            self.seen.ids.append(told["id"])
        if tag == "html":
            self.seen.language = told.get("lang", "")
        elif tag == "a" and told.get("href"):
            self.linked(told["href"])
        elif tag in PICTURES and not self.open["svg"]:
            self.picture(tag, told)
        elif tag in HEADINGS and not self.watch.hidden:
            self.seen.headings.append((int(tag[1]), []))
        if tag not in VOID:
            self.open[tag] += 1
            if tag in TELLING:
                self.into = self.places()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def linked(self, target: str) -> None:
        """Note where a link leads."""
        within = target.startswith("#")
        (self.seen.links if within else self.seen.ways).append(target[within:])

    def picture(self, tag: str, told: dict[str, str]) -> None:
        """Note a picture that says nothing."""
        words = told.get("alt" if tag == "img" else "aria-label", "")
        if not words.strip():
            self.seen.silent.append(f"<{tag} {told.get('id', '')}".strip() + ">")

    def handle_endtag(self, tag: str) -> None:
        if self.open[tag]:
            self.open[tag] -= 1
            if not self.open["svg"] and not self.open["math"]:
                self.watch.end(tag)
            if tag in TELLING:
                self.into = self.places()

    def places(self) -> list[list[str]]:
        """Return what words are noted in where the reader stands."""
        now, seen = self.open, self.seen
        out: list[list[str]] = []
        if now["title"] and now["head"]:
            out.append(seen.title)
        if any(now[tag] for tag in HEADINGS) and not self.watch.hidden:
            out.append(seen.headings[-1][1])
        if now["main"] and not any(now[tag] for tag in UNSAID):
            out.append(seen.text)
        return out

    def handle_data(self, data: str) -> None:
        self.watch.heard(data)
        for words in self.into:
            words.append(data)


def screen(
    page: Page, entries: list[Entry], start: Place, name: str = "page"
) -> list[Finding]:
    """Return what is wrong with a page."""
    return [
        *_named(page, start, name),
        *_identifiers(page, start, name),
        *_links(page, start, name),
        *_pictures(page, start, name),
        *_headings(page, entries, start, name),
    ]


def _named(page: Page, start: Place, name: str) -> Iterator[Finding]:
    for wrong, what in (
        (not page.title, "has no title"),
        (not page.language, "names no language"),
        (sum(level == 1 for level, _ in page.headings) != 1, "has no one main heading"),
    ):
        if wrong:
            yield Finding("ACC10", f"The {name} {what}", start, help=REPORT)


def _identifiers(page: Page, start: Place, name: str) -> Iterator[Finding]:
    twice = [one for one, count in Counter(page.ids).items() if count > 1]
    if twice:
        message = f"Identifier “{twice[0]}” stands twice in the {name}"
        yield Finding(
            "ACC08", message, start, help="Give one another identifier", found=twice[0]
        )


def _links(page: Page, start: Place, name: str) -> Iterator[Finding]:
    known = set(page.ids)
    lost = next((one for one in page.links if one not in known), "")
    if lost:
        message = f"A link of the {name} leads to “{lost}”, which is not in it"
        yield Finding("ACC07", message, start, help=REPORT, found=lost)


def _pictures(page: Page, start: Place, name: str) -> Iterator[Finding]:
    if page.silent:
        message = f"The {name} has a picture without alternative text: {page.silent[0]}"
        yield Finding("ACC09", message, start, help=REPORT)


def _headings(
    page: Page, entries: list[Entry], start: Place, name: str
) -> Iterator[Finding]:
    """Check that no level is skipped and that every heading is in its order."""
    before = 0
    for level, words in page.headings:
        if level > before + 1:
            message = (
                f"Heading “{words}” of the {name} skips from h{before} to h{level}"
            )
            yield Finding("ACC10", message, start, help=REPORT)
        before = level
    found = iter(squeezed(words) for _, words in page.headings)
    for entry in entries:
        wanted = squeezed(f"{entry.number} {entry.title}")
        # Notes in a heading add their marks to its words.
        if not entry.title or not entry.exact:
            continue
        if not any(words.startswith(wanted) for words in found):
            message = f"Heading “{entry.title}” is not in the {name}, or not in order"
            place = Place(entry.file or start.file)
            yield Finding("ACC10", message, place, help=REPORT)
            return
