"""Keys of pages: a plain PDF in, for each page a hash of all that is drawn on it out.

After an edit most pages are as they were, but for numbers of objects. What was read
from such a page is still true of it.
"""

import hashlib
from typing import Any

from crossfoot.engines.plainfacts import pages_of
from crossfoot.engines.plainpdf import (
    Dictionary,
    Objects,
    UnusualError,
    dictionary,
    is_number,
    is_reference,
    parsed,
)

BESIDE = frozenset({b"/Parent", b"/Annots", b"/StructParents", b"/Tabs"})
"""Keys of a page that nothing drawn on it depends on."""
NODE = frozenset({b"/Type", b"/Kids", b"/Count", b"/Parent"})
"""Keys of a node of the page tree that its pages inherit nothing from."""


def page_keys(data: bytes) -> tuple[str, ...]:
    """Return a key for each page of a PDF, or none for a PDF of an unusual form."""
    try:
        objects = Objects(data)
        root = objects.dictionary(objects.trailer.get(b"/Root"))
        pages = pages_of(objects, root).values()
        # Layers may be shown or hidden, whatever stands on a page.
        plain = b"/OCProperties" not in root
        return tuple(map(Digests(objects).page, pages)) if plain else ()
    except UnusualError:
        return ()


class Digests:
    """Hashes of a file's objects, with the objects that they refer to."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects
        self.known: dict[bytes, bytes] = {}

    def page(self, page: Dictionary) -> str:
        """Return the key of a page."""
        self.inherits(page.get(b"/Parent"), 0)
        own = {key: value for key, value in page.items() if key not in BESIDE}
        return self.value(own).hex()

    def inherits(self, reference: Any, depth: int) -> None:
        """Make sure that a page has all it needs from itself."""
        node = self.objects.dictionary(reference)
        if not node.keys() <= NODE or depth > 100:
            raise UnusualError("Pages inherit what is drawn on them")
        if b"/Parent" in node:
            self.inherits(node[b"/Parent"], depth + 1)

    def value(self, value: Any) -> bytes:
        """Return the hash of a value."""
        if is_reference(value):
            if value not in self.known:
                # What turns back to itself is not drawn, and not looked at.
                self.known[value] = b"open"
                self.known[value] = self.object(int(value[:-4]))
            elif self.known[value] == b"open":
                raise UnusualError("An object turns back to itself")
            return self.known[value]
        if type(value) is bytes:
            return _hash(b"word", value)
        if type(value) is list:
            return _hash(b"list", *map(self.value, value))
        return _hash(b"dict", *(part for kv in value.items() for part in self.pair(kv)))

    def pair(self, pair: tuple[bytes, Any]) -> tuple[bytes, bytes]:
        """Return a key and the hash of its value."""
        return pair[0], self.value(pair[1])

    def object(self, number: int) -> bytes:
        """Return the hash of an object; a stream counts as it is packed."""
        at, data = self.objects.begin(number), self.objects.data
        end = data.find(b"endobj", at)
        stream = data.find(b"stream", at, end)
        if stream < 0:
            return self.value(parsed(data[at:end]))
        told = parsed(data[at:stream])
        size: Any = self.objects.get(dictionary(told).get(b"/Length"))
        if not is_number(size):
            raise UnusualError("A stream does not say how long it is")
        packed = data[stream : stream + len(b"stream\r\n") + int(size)]
        return _hash(b"stream", self.value(told), packed)


def _hash(*parts: bytes) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()
