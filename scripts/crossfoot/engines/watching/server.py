"""The server: requests of one browser on this machine in, what is on the board out.

No file of the report or of this machine is ever opened for a request: what is handed
out is in memory, or one of the preview's own files by a fixed name.
"""

import json
import secrets
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from crossfoot.codes import CODES
from crossfoot.engines.watching.board import Board
from crossfoot.engines.watching.door import HOST, Door
from crossfoot.engines.watching.rules import rule
from crossfoot.places import Place
from crossfoot.render import preview

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

STRANGER = "Nothing is here: the preview’s address is in its terminal.\n"
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"
SHELL = (
    f"{NOTHING}; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
    " connect-src 'self'; frame-src 'self'; frame-ancestors 'none'"
)
"""The preview's own page: its own files, and nothing written in the page itself."""
INSIDE = f"{NOTHING}; style-src 'unsafe-inline'; img-src data:; font-src data:"
FRAME = (
    f"{INSIDE}; script-src 'nonce-{{}}'; frame-ancestors 'self';"
    " sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
)
"""The report in the preview: an origin of its own, and one script that is not its."""
ALONE = (
    f"{INSIDE}; frame-ancestors 'none';"
    " sandbox allow-popups allow-popups-to-escape-sandbox allow-downloads"
)
"""The report in a tab: no script at all."""
PLAIN = f"{NOTHING}; style-src 'self'; frame-ancestors 'none'"
SAME = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer says."""
POLICY = "Content-Security-Policy"
KINDS = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}


class Guard:
    """Lets only addresses with the random word through; headers on all answers."""

    def __init__(self, app: App, door: Door) -> None:
        """Stand before `app`."""
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def sent(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**SAME, POLICY: NOTHING}.items():
                    headers.setdefault(name, value)
            await send(message)

        word = scope["path"].split("/")[1]
        inside = word == "open" or self.door.fits(word)
        app = self.app if inside else PlainTextResponse(STRANGER, 404)
        await app(scope, receive, sent)


class Desk:
    """Answers the requests that were let through."""

    def __init__(self, board: Board, door: Door) -> None:
        """Hand out what is on `board`."""
        self.board = board
        self.door = door

    def app(self) -> App:
        """Return the application, with its guards."""
        pages = {
            "": self.shell,
            "frame": self.frame,
            "events": self.events,
            "findings.html": self.findings,
            "report.html": self.page,
            "news.json": self.news,
            "place.json": self.place,
            "passage.json": self.passage,
            "report.pdf": self.paper,
            "paper/{number:int}.bmp": self.picture,
            "paper/changed.json": self.changed,
            "rules/{code}": self.rule,
            "{name}": self.asset,
        }
        routes = [Route("/open/{ticket}", self.open, methods=["GET"])]
        routes += [
            Route(f"/{self.door.token}/{path}", answer, methods=["GET"])
            for path, answer in pages.items()
        ]
        hosts = [HOST, "localhost"]
        checks = [
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)
        ]
        app = Starlette(routes=routes, middleware=checks)
        app.router.redirect_slashes = False
        return Guard(app, self.door)

    async def open(self, request: Request) -> Response:
        """Lead to the preview, once."""
        if not self.door.admit(request.path_params["ticket"]):
            return PlainTextResponse(STRANGER, 404)
        return RedirectResponse(self.door.address, 303)

    async def shell(self, _: Request) -> Response:
        """Return the preview's own page."""
        page = preview.shell(self.board.state.title, self.board.kinds)
        return HTMLResponse(page, headers={POLICY: SHELL})

    async def frame(self, _: Request) -> Response:
        """Return the page that the report is put into."""
        nonce = secrets.token_urlsafe(16)
        style = self.board.assets["frame.css"].decode()
        return HTMLResponse(
            preview.frame(style, nonce), headers={POLICY: FRAME.format(nonce)}
        )

    async def events(self, _: Request) -> Response:
        """Tell the state whenever it changes (server-sent events)."""
        return StreamingResponse(self._told(), media_type="text/event-stream")

    async def _told(self) -> AsyncIterator[str]:
        yield "retry: 500\n\n"
        async for state in self.board.follow():
            told = ": still here" if state is None else f"data: {json.dumps(state)}"
            yield f"{told}\n\n"

    async def findings(self, _: Request) -> Response:
        """Return the list of findings."""
        return HTMLResponse(self.board.findings, headers={POLICY: PLAIN})

    async def page(self, _: Request) -> Response:
        """Return the report as a web page, which runs nothing."""
        if not self.board.page:
            raise HTTPException(404, "No web page has been made yet.")
        return HTMLResponse(self.board.page, headers={POLICY: ALONE})

    async def news(self, request: Request) -> Response:
        """Return what makes the web page out of one that the browser has."""
        if not self.board.page:
            raise HTTPException(404, "No web page has been made yet.")
        told = self.board.news(request.query_params.get("since", ""))
        return Response(told, media_type="application/json")

    def place(self, request: Request) -> Response:
        """Say where an element of the web page was written; in a thread."""
        number = _number(request, "number")
        self._is_shown(request)
        return JSONResponse(self.board.place(number))

    def passage(self, request: Request) -> Response:
        """Say which element of the web page shows a place; in a thread."""
        at = _number(request, "line"), _number(request, "column")
        place = Place(request.query_params.get("file", ""), *at)
        self._is_shown(request)
        return JSONResponse({"number": self.board.number(place)})

    def _is_shown(self, request: Request) -> None:
        if request.query_params.get("page") != self.board.state.page:
            raise HTTPException(404, "That web page is shown no more.")

    async def paper(self, _: Request) -> Response:
        """Return the PDF."""
        if not self.board.paper:
            raise HTTPException(404, "No PDF has been made yet.")
        # A sandbox would keep browsers from showing it.
        headers = {"Content-Disposition": 'inline; filename="report.pdf"'}
        headers[POLICY] = "frame-ancestors 'none'"
        return Response(self.board.paper, media_type="application/pdf", headers=headers)

    def picture(self, request: Request) -> Response:
        """Return a page of the PDF as a picture; in a thread, as it takes a while."""
        wide = request.query_params.get("wide", "")
        if not (wide.isascii() and wide.isdecimal() and len(wide) < 6):
            raise HTTPException(400, "A picture’s width is a number of pixels.")
        index = request.path_params["number"] - 1
        known = request.headers.get("if-none-match", "").strip('"')
        found = self.board.pictures.picture(index, int(wide), known)
        if found is None:
            raise HTTPException(404, "The PDF has no such page.")
        headers = {"ETag": f'"{found.tag}"'}
        if not found.bmp:
            return Response(status_code=304, headers=headers)
        if found.changed[1]:
            top, bottom = found.changed
            headers["Crossfoot-Changed"] = f"{top:.4f} {bottom:.4f}"
        return Response(found.bmp, media_type="image/bmp", headers=headers)

    def changed(self, _: Request) -> Response:
        """Say which page of the PDF (from 1) is the first that changed; 0: none."""
        return JSONResponse({"page": self.board.pictures.first() + 1})

    def rule(self, request: Request) -> Response:
        """Return the page of a rule."""
        code = request.path_params["code"]
        if code not in CODES:
            raise HTTPException(404, "There is no such rule.")
        return HTMLResponse(preview.plain(code, rule(code)), headers={POLICY: PLAIN})

    async def asset(self, request: Request) -> Response:
        """Return one of the preview's own files."""
        name = request.path_params["name"]
        data = self.board.assets.get(name)
        if data is None:
            raise HTTPException(404, "There is no such file.")
        headers = {}
        if name in {"frame.js", "morph.js"}:  # the frame has an origin of its own
            headers["Access-Control-Allow-Origin"] = "*"
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        kind = KINDS[name.rpartition(".")[2]]
        return Response(data, media_type=kind, headers=headers)


def _number(request: Request, name: str) -> int:
    """Return a number that a request tells."""
    told = request.query_params.get(name, "")
    if not (told.isascii() and told.isdecimal() and len(told) < 9):
        raise HTTPException(400, f"The {name} is a number.")
    return int(told)


class Service:
    """A server in a thread of its own."""

    def __init__(self, board: Board, door: Door) -> None:
        """Serve what is on `board` at `door`."""
        config = uvicorn.Config(
            Desk(board, door).app(),
            lifespan="off",
            log_config=None,
            log_level=100,  # a browser that goes away is no news for an author
            access_log=False,
            server_header=False,
            ws="none",
            loop="asyncio",
            http="h11",
            timeout_graceful_shutdown=1,
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(
            # The server closes its socket; the door's stays for when it starts again.
            target=self.server.run,
            kwargs={"sockets": [door.socket.dup()]},
            daemon=True,
        )

    def start(self) -> None:
        """Start serving."""
        self.thread.start()

    def stop(self, seconds: float) -> bool:
        """End serving; say whether it ended in time."""
        self.server.should_exit = True
        self.thread.join(seconds)
        return not self.thread.is_alive()
