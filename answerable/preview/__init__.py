"""The site on this machine, built again after every save: livereload, wrapped.

From livereload come the page's script and what it says with the server. The watching is our own: where
something of a file's state changed, all is read, and a save is a folder that reads differently; so an
editor's leavings, links, and times that were put back do not matter.
Pages are served from memory; nothing is written, and no address leads to a file of this machine.
"""

from __future__ import annotations

from collections.abc import Callable

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.websocket import WebSocketHandler

from answerable.load.sources import Sources
from answerable.preview.pages import LAST
from answerable.preview.quick import drafting
from answerable.preview.state import Preview
from answerable.problem import CallError

HERE = "127.0.0.1"
NAMES = r"(?:127\.0\.0\.1|localhost)"
"""By these names a browser on this machine asks; any other is refused."""
PAUSE = 0.03
"""Seconds between two looks at the state of the files; a look takes 2.5 ms of the real portal."""
SETTLE = 0.01
"""Seconds from reading what changed until all is read again: only what stays the same is built."""

_POLICY = b"default-src 'none';"
_POLICY_HERE = b"default-src 'none'; connect-src 'self';"
_HEAD_END = b"</head>"


class _Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload ships no types
    """Tells the browser's script that there is something new; only a page of this site may listen."""

    watcher = Watcher()
    live_css = False

    def check_origin(self, origin: str) -> bool:
        return WebSocketHandler.check_origin(self, origin)


class _Page(web.RequestHandler):
    """Gives the pages, each with livereload's script."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    def get(self, path: str) -> None:
        status, kind, body = self.preview.page(path)
        if status == 302:
            self.redirect(f"/{path}/")
            return
        self.set_status(status)
        text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        listens = kind == "text/html" and not path.startswith(LAST)
        self.finish(_listening(body, self.request.host) if listens else body)

    head = get


def _listening(page: bytes, host: str) -> bytes:
    """The page with the script that waits for news, and leave for it to ask this server."""
    port = host.rpartition(":")[2]
    script = f'<script src="/livereload.js?port={port}" defer></script>\n'.encode()
    return page.replace(_POLICY, _POLICY_HERE, 1).replace(_HEAD_END, script + _HEAD_END, 1)


def _application(preview: Preview) -> web.Application:
    """Give what answers requests: 421 to any that does not call this machine by its own name.

    So a page of another site, whose name was made to lead here, cannot read drafts.
    """
    site = web.Application(default_handler_class=web.ErrorHandler, default_handler_args={"status_code": 421})
    pages = ("/(.*)", _Page, {"preview": preview})
    site.add_handlers(NAMES, [("/livereload", _Socket), ("/livereload.js", LiveReloadJSHandler), pages])
    return site


def serve(gather: Callable[[], Sources], stamp: Callable[[], object], port: int) -> None:
    """Show the site on this machine until the person ends it; raise CallError where the port is taken.

    `gather` reads the folders; `stamp` gives what is another after any save, and costs little.
    """
    preview = Preview(gather, drafting())
    gather()  # a folder that is not there is told before anything listens
    server = HTTPServer(_application(preview))
    try:
        sockets = bind_sockets(port, HERE)
    except OSError as error:
        raise CallError(f"Port {port} is taken: {error.strerror}. Choose another with --port.") from error
    server.add_sockets(sockets)
    print(f"Open http://{HERE}:{sockets[0].getsockname()[1]}/ (Ctrl and C ends it)", flush=True)
    loop = IOLoop.current()
    loop.add_callback(_look, loop, preview, stamp, None)
    try:
        loop.start()
    except KeyboardInterrupt:
        print("\nEnded.")


def _look(loop: IOLoop, preview: Preview, stamp: Callable[[], object], before: object) -> None:
    """Look once, tell what came of it, and look again in a moment."""
    now = stamp()
    if (now != before or preview.changing) and preview.look():
        for told in preview.wrong or preview.warnings:
            print(told, flush=True)
        print("Not shown until this is put right." if preview.wrong else "Built.", flush=True)
        _Socket.reload_waiters("*")
    loop.call_later(SETTLE if preview.changing else PAUSE, _look, loop, preview, stamp, now)
