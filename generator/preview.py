"""The site on this machine, built again after every save: livereload, wrapped.

From livereload come the page's script and what it says with the server. The watching is our own: a
save is a folder that reads differently, so its times, its editor's leavings and links do not matter.
Pages are served from memory; nothing is written, and no address leads to a file of this machine.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from html import escape

from jinja2 import TemplateError, TemplateSyntaxError
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.websocket import WebSocketHandler

from generator.problems import Built, CallError, ContentError
from generator.read.sources import Sources
from generator.record.addresses import file_of

HERE = "127.0.0.1"
NAMES = r"(?:127\.0\.0\.1|localhost)"
"""By these names a browser on this machine asks; any other is refused."""
PAUSE = 0.25
"""Seconds between two looks at the folders; a look takes about 15 ms of the real portal."""
SETTLE = 0.05
"""Seconds after a change was seen until it is looked at again: only what stays the same is built."""

_POLICY = b"default-src 'none';"
_POLICY_HERE = b"default-src 'none'; connect-src 'self';"
_HEAD_END = b"</head>"
_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{about}</p>
<ol>
{entries}
</ol>
</main>
</body>
</html>
"""


class Preview:
    """What is shown now: the last good site, and what is wrong with the folders since."""

    def __init__(self, gather: Callable[[], Sources], build: Callable[[Sources], Built]) -> None:
        """Take how the sources are read and how a site is made of them; nothing is done yet."""
        self._gather = gather
        self._build = build
        self._seen: Sources | str | None = None
        self._built: Sources | str | None = None
        self.site: dict[str, bytes] = {}
        self.wrong: tuple[str, ...] = ()
        self.warnings: tuple[str, ...] = ()

    @property
    def changing(self) -> bool:
        """Whether something was seen that is not built yet."""
        return self._seen != self._built

    def look(self) -> bool:
        """Read the folders; when they have changed and come to rest, build. Give whether it did."""
        before, self._seen = self._seen, self._read()
        if self._seen in (self._built, None) or self._seen != before:
            return False
        self._built = self._seen
        self._make(self._seen)
        return True

    def _read(self) -> Sources | str:
        try:
            return self._gather()
        except (CallError, UnicodeDecodeError) as error:
            return str(error)

    def _make(self, seen: Sources | str) -> None:
        """Build; what goes wrong is kept to be shown, and the last good site stays."""
        if isinstance(seen, str):
            self.wrong = (seen,)
            return
        try:
            built = self._build(seen)
            self.site, self.wrong, self.warnings = built.files, (), tuple(map(str, built.warnings))
        except ContentError as error:
            self.wrong = tuple(map(str, error.problems))
        except TemplateError as error:
            self.wrong = (f"A template{_place(error)}: {error}",)
        except Exception as error:  # noqa: BLE001  (whatever it is, the person at the browser must see it)
            self.wrong = (f"The program itself failed: {type(error).__name__}: {error}",)

    def page(self, path: str) -> tuple[int, str, bytes]:
        """Give status, type and bytes for a path below the root; with problems each page shows them."""
        file = file_of(path)
        if file not in self.site and f"{path}/index.html" in self.site:
            return 302, "text/html", b""
        kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
        if self.wrong and kind == "text/html":
            return 500, "text/html", _problem_page(self.wrong)
        if file in self.site:
            return 200, kind, self.site[file]
        return 404, "text/html", self.site.get("404.html", b"")


def _place(error: TemplateError) -> str:
    """Where a template is wrong, where that is known: `, pages/item.html:12`."""
    return f", templates/{error.name}:{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""


def _problem_page(wrong: tuple[str, ...]) -> bytes:
    count = "One thing is" if len(wrong) == 1 else f"{len(wrong)} things are"
    entries = "\n".join(f"<li><p>{escape(sentence)}</p></li>" for sentence in wrong)
    about = "Put it right and save: the page comes back by itself. The last good site is kept."
    return _PAGE.format(title=f"{count} to be put right", about=about, entries=entries).encode()


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
        self.finish(_listening(body, self.request.host) if kind == "text/html" else body)

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


def serve(gather: Callable[[], Sources], build: Callable[[Sources], Built], port: int) -> None:
    """Show the site on this machine until the person ends it; raise CallError where the port is taken."""
    preview = Preview(gather, build)
    gather()  # a folder that is not there is told before anything listens
    server = HTTPServer(_application(preview))
    try:
        sockets = bind_sockets(port, HERE)
    except OSError as error:
        raise CallError(f"Port {port} is taken: {error.strerror}. Choose another with --port.") from error
    server.add_sockets(sockets)
    print(f"Open http://{HERE}:{sockets[0].getsockname()[1]}/ (Ctrl and C ends it)", flush=True)
    loop = IOLoop.current()
    loop.add_callback(_look, loop, preview)
    try:
        loop.start()
    except KeyboardInterrupt:
        print("\nEnded.")


def _look(loop: IOLoop, preview: Preview) -> None:
    """Look once, tell what came of it, and look again in a moment."""
    if preview.look():
        for sentence in preview.wrong or preview.warnings:
            print(sentence, flush=True)
        print("Not shown until this is put right." if preview.wrong else "Built.", flush=True)
        _Socket.reload_waiters("*")
    loop.call_later(SETTLE if preview.changing else PAUSE, _look, loop, preview)
