"""Answering: addresses on the web in, why some of them do not answer out.

The one place of Crossfoot that uses the network, and only when asked to. Each address
is asked once, for its head alone where the server allows that. Servers that turn
programs away (401, 403, 405, 429 and so on) have answered.
"""

import ssl
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import HTTPRedirectHandler, Request, build_opener

TOGETHER = 8
"""Addresses asked at a time."""
PATIENCE = 15.0
"""Seconds that a server has."""
GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
SAFE = "%/:=&?~#+!$,;'@()*[]"
AGENT = "Mozilla/5.0 (compatible; crossfoot; +link check on request)"
OPENER = build_opener(HTTPRedirectHandler)


def silent(addresses: Collection[str]) -> dict[str, str]:
    """Return why an address does not answer, for those that do not."""
    asked = sorted(addresses)
    with ThreadPoolExecutor(TOGETHER) as pool:
        told = pool.map(_why, asked)
        return {one: why for one, why in zip(asked, told, strict=True) if why}


def _why(address: str) -> str:
    why = _ask(address, "HEAD")
    # Some servers know no HEAD, and say so with any code.
    return _ask(address, "GET") if why else ""


def _ask(address: str, method: str) -> str:
    """Return why an address does not answer, or "" when it does."""
    head = {"User-Agent": AGENT, "Accept": "*/*"}
    try:
        request = Request(  # noqa: S310 - only http and https come here
            quote(address, safe=SAFE), headers=head, method=method
        )
        with OPENER.open(request, timeout=PATIENCE):
            return ""
    except HTTPError as answer:
        gone = answer.code in GONE or answer.code >= HTTPStatus.INTERNAL_SERVER_ERROR
        return f"{answer.code} {answer.reason}".strip() if gone else ""
    except URLError as problem:
        return _said(problem.reason)
    except (OSError, HTTPException, ValueError) as problem:
        return _said(problem)


def _said(problem: object) -> str:
    """Return a problem in a few words, the same on every system."""
    if isinstance(problem, TimeoutError):
        return f"no answer in {PATIENCE:.0f} seconds"
    if isinstance(problem, ssl.SSLError):
        return "its certificate is not valid"
    if isinstance(problem, ConnectionError):
        return "the server refuses the connection"
    if isinstance(problem, OSError):
        return "there is no such server"
    return "it is no address"
