"""Reads the page of checks as a browser does: HTML in, its elements out."""

from html.parser import HTMLParser

VOID = {"br", "meta", "wbr"}
PHRASING = {"a", "b", "code", "del", "ins", "span", "strong"}


class Page(HTMLParser):
    """A page, read; what is not well formed fails."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        """Names of the links that say more than they show."""
        self.elements: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, with its id and where it leads."""
        held = dict(attrs)
        assert len(held) == len(attrs), attrs
        self.elements.append(tag)
        self.ids += [str(held[key]) for key in ("id",) if key in held]
        self.links += [str(held["href"])] if "href" in held else []
        self.names += (
            [str(held["aria-label"])] if tag == "a" and "aria-label" in held else []
        )
        inner = self._open[-1:] and self._open[-1] in PHRASING | {"p", "h4"}
        assert not inner or tag in PHRASING | VOID, (self._open, tag)
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        assert data.isspace() or self._open
        self.text += data
