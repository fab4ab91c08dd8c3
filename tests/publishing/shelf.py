"""Fills the RO-Crate validator's memory, so that it asks no server for a context.

Called with the path of that memory, then pairs of an address and a file.
"""

import io
import sys
from pathlib import Path

from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter
from requests_cache import CachedSession
from urllib3 import HTTPResponse

KIND = "application/ld+json"


class Shelf(BaseAdapter):
    """Answers with files in the place of servers."""

    def __init__(self, files: dict[str, Path]) -> None:
        """Answer with these files by address."""
        self.files = files

    def send(self, request: PreparedRequest, *_args: object, **_: object) -> Response:
        """Return a file as an answer."""
        body = self.files[str(request.url)].read_bytes()
        headers = {"Content-Type": KIND}
        answer = Response()
        answer.request, answer.url, answer.status_code = request, str(request.url), 200
        answer.headers.update(headers)
        answer.raw = HTTPResponse(
            io.BytesIO(body), headers=headers, status=200, preload_content=False
        )
        return answer

    def close(self) -> None:
        """Have nothing to close."""


def main() -> None:
    """Ask for each address once; the session remembers the answers."""
    memory, *words = sys.argv[1:]
    files = dict(zip(words[::2], map(Path, words[1::2]), strict=True))
    session = CachedSession(cache_name=memory, backend="sqlite", expire_after=-1)
    for name in ("https://", "http://"):
        session.mount(name, Shelf(files))
    for address in files:
        session.get(address)


if __name__ == "__main__":
    main()
