"""The server, asked by a real client: who gets in, and what is never handed out."""

import http.client
import json
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from standing import SOURCE, WRONG, page, paper

from crossfoot.engines.resident import Turn
from crossfoot.engines.watching.board import ASSETS, Board
from crossfoot.engines.watching.door import Door, PortError, start_opening
from crossfoot.engines.watching.pictures import Pictures
from crossfoot.engines.watching.server import SAME, Service

HOSTILE = "<script>alert(1)</script><a href='javascript:alert(2)'>x</a>"
TURN = Turn(1, (WRONG,), {SOURCE.file: SOURCE}, page("<p>Rain</p>", HOSTILE))


class Served:
    """A server, and a client that asks it."""

    def __init__(self, root: Path) -> None:
        self.pictures = Pictures()
        self.board = Board(root, ("page", "paper"), "vscode", self.pictures)
        self.door = Door.open()
        self.service = Service(self.board, self.door)
        self.service.start()

    def client(self) -> http.client.HTTPConnection:
        host, port = self.door.socket.getsockname()[:2]
        return http.client.HTTPConnection(host, port, timeout=10)

    def ask(self, path: str, method: str = "GET", **headers: str):
        """Return status, headers and body of an answer, for a path below the token."""
        return self.raw(f"/{self.door.token}/{path}", method, **headers)

    def raw(self, path: str, method: str = "GET", **headers: str):
        client = self.client()
        client.request(method, path, headers=headers)
        answer = client.getresponse()
        body = answer.read()
        client.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    root = tmp_path_factory.mktemp("report")
    (root / "secret.txt").write_text("secret")
    (root / "out").symlink_to("/etc")
    made = Served(root)
    made.board.show_page(TURN, "Making the PDF")
    made.board.show_paper(replace(TURN, paper=paper(300, 300)))
    made.board.post(phase="resting")
    yield made
    assert made.service.stop(5)
    made.door.close()
    made.pictures.close()


EVERYTHING = (
    *(
        "",
        "frame",
        "findings.html",
        "report.html",
        "report.pdf",
        "paper/1.bmp?wide=300",
    ),
    *("rules/NUM01", "paper/changed.json", *ASSETS),
)


@pytest.mark.parametrize("path", EVERYTHING)
def test_what_there_is_is_handed_out_safely(served, path: str) -> None:
    """Every answer comes with a policy of its own and the headers that all share."""
    status, headers, body = served.ask(path)
    assert (status, bool(body)) == (200, True)
    assert headers["content-security-policy"]
    open_to_the_frame = {"cross-origin-resource-policy": "cross-origin"}
    expected = {name.lower(): value for name, value in SAME.items()}
    if path in {"frame.js", "morph.js"}:
        expected |= open_to_the_frame
    assert {name: headers[name] for name in expected} == expected
    assert ("access-control-allow-origin" in headers) == (expected != headers_of(SAME))
    assert "server" not in headers


def test_a_page_that_a_browser_has_is_not_sent_again(served) -> None:
    """A picture's tag, sent back, is answered without the picture while it holds."""
    path = "paper/1.bmp?wide=300"
    tag = served.ask(path)[1]["etag"]
    status, headers, body = served.ask(path, **{"If-None-Match": tag})
    assert (status, headers["etag"], body) == (304, tag, b"")
    status, _, body = served.ask(path, **{"If-None-Match": '"another"'})
    assert (status, bool(body)) == (200, True)


def headers_of(entries: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in entries.items()}


def test_the_pages_let_nothing_in(served) -> None:
    """The preview runs its own files alone; the report runs in an origin of its own."""
    shell = served.ask("")[1]["content-security-policy"]
    assert shell == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self';"
        " style-src 'self'; img-src 'self' blob:; connect-src 'self';"
        " frame-src 'self'; frame-ancestors 'none'"
    )
    first, second = (served.ask("frame") for _ in range(2))
    nonce = first[2].decode().split('nonce="')[1].split('"')[0]
    assert first[1]["content-security-policy"] == (
        "default-src 'none'; base-uri 'none'; form-action 'none';"
        " style-src 'unsafe-inline'; img-src data:; font-src data:;"
        f" script-src 'nonce-{nonce}'; frame-ancestors 'self'; sandbox allow-scripts"
        " allow-popups allow-popups-to-escape-sandbox allow-downloads"
    )
    assert nonce not in second[1]["content-security-policy"]
    alone = served.ask("report.html")
    assert HOSTILE.encode() in alone[2]
    assert alone[1]["content-security-policy"] == (
        "default-src 'none'; base-uri 'none'; form-action 'none';"
        " style-src 'unsafe-inline'; img-src data:; font-src data:;"
        " frame-ancestors 'none'; sandbox allow-popups"
        " allow-popups-to-escape-sandbox allow-downloads"
    )


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/report.html", "/preview.js", "/x/report.html", "//report.html"),
        *("/open/report.html", "/open/rules/NUM01", "/open/paper/1.bmp", "/open/frame"),
        *("/../secret.txt", "/open/", "/open/x", "/é/", "/%00/", "/favicon.ico"),
    ],
)
def test_nobody_gets_in_without_the_word(served, path: str) -> None:
    """An address without the preview's random word leads nowhere."""
    from urllib.parse import quote

    status, headers, body = served.raw(quote(path, safe="/%."))
    assert status == 404
    assert b"secret" not in body
    assert b"Rain" not in body
    assert headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "../secret.txt",
            "secret.txt",
            "out/passwd",
            "%2e%2e/secret.txt",
            "..%2fsecret.txt",
        ),
        *(
            "....//secret.txt",
            "%2fetc%2fpasswd",
            "/etc/passwd",
            "sources/../secret.txt",
        ),
        *("rules/..%2f..%2fsecret", "rules/NUM99", "rules/..", "preview/preview.js"),
        *(
            "morph.js%00",
            "paper/0.bmp?wide=9",
            "paper/99.bmp?wide=9",
            "paper/x.bmp",
            "nothing",
        ),
    ],
)
def test_no_file_is_handed_out(served, path: str) -> None:
    """Neither the report's files nor those behind its links can be asked for."""
    status, _, body = served.ask(path)
    assert status == 404
    assert b"root:" not in body
    assert b"secret" not in body


@pytest.mark.parametrize("wide", ["", "x", "-1", "9999999", "1e3", "²"])
def test_a_picture_s_width_is_a_number(served, wide: str) -> None:
    """A width that is no number of pixels is refused."""
    from urllib.parse import quote

    assert served.ask(f"paper/1.bmp?wide={quote(wide)}")[0] == 400


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "[::1]", ""]
)
def test_a_name_that_was_bound_to_this_machine_is_refused(served, host: str) -> None:
    """A page whose name leads to this machine (DNS rebinding) is refused by its name."""
    status, _, body = served.ask("report.html", Host=host)
    assert status == 400
    assert b"Rain" not in body


def test_its_own_names_are_accepted(served) -> None:
    """The address works by number and as localhost, with and without the port."""
    port = served.door.socket.getsockname()[1]
    for host in ("127.0.0.1", "localhost", f"localhost:{port}", f"127.0.0.1:{port}"):
        assert served.ask("report.html", Host=host)[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(served, method: str) -> None:
    """There is nothing that a request could change."""
    assert served.ask("report.html", method)[0] == 405


def test_only_this_machine_is_listened_to(served) -> None:
    """The server listens on the loopback interface alone."""
    assert served.door.socket.getsockname()[0] == "127.0.0.1"


def test_the_address_for_the_browser_works_once(served) -> None:
    """What a browser is started with leads to the preview the first time only."""
    path = served.door.once().removeprefix(served.door.origin)
    status, headers, _ = served.raw(path)
    assert (status, headers["location"]) == (303, served.door.address)
    assert served.raw(path)[0] == 404


def test_a_browser_is_started_with_that_address(served, tmp_path, monkeypatch) -> None:
    """The program that opens the preview is given an address of one use, no more."""
    told = tmp_path / "told"
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" > {told}.part && mv {told}.part {told}\n')
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{program} %s")
    once = served.door.once()
    start_opening(once)
    for _ in range(500):
        if told.is_file():
            break
        time.sleep(0.02)
    assert told.read_text() == f"{once}\n"
    assert served.door.token not in once


def test_a_port_in_use_is_said(served) -> None:
    """Two previews cannot have one port."""
    with pytest.raises(PortError):
        Door.open(served.door.socket.getsockname()[1])


def test_browsers_hear_what_is_new(served) -> None:
    """A listener gets the state at once, and each one that follows."""
    client = served.client()
    client.request("GET", f"/{served.door.token}/events")
    answer = client.getresponse()
    assert answer.getheader("content-type") == "text/event-stream; charset=utf-8"
    assert answer.readline() == b"retry: 500\n"
    first = state(answer)
    assert (first["title"], first["phase"], first["counts"]) == (
        *("Trees & rain", "resting"),
        "1 error, 0 warnings",
    )
    assert first["sizes"] == [[200, 300], [200, 300]]
    later = threading.Timer(0.1, served.board.post, kwargs={"trouble": "It “broke”"})
    later.start()
    assert state(answer) == {**first, "trouble": "It “broke”"}
    served.board.post(trouble="")
    client.close()


def state(answer) -> dict[str, object]:
    while not (line := answer.readline()).startswith(b"data: "):
        assert line
    return json.loads(line[6:])
