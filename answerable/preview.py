"""The preview: the site on this machine, made of what a build is made of, and made anew after every save.

A page is rendered when somebody asks for it. Drafts and embargoed records are shown here alone, and marked.
Nothing is written, no address leads to a file of this machine, and no template knows of the preview.
"""

from __future__ import annotations

import asyncio
import mimetypes
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from html import escape
from pathlib import Path
from posixpath import join, normpath
from typing import Final

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.websocket import WebSocketHandler
from watchfiles import awatch

from answerable.export.atom import feeds
from answerable.export.downloads import FOLDER, data
from answerable.export.ics import calendars
from answerable.graph.graph import Graph, link
from answerable.graph.visibility import visible
from answerable.i18n import Language, load_language
from answerable.load.record import Loaded, load
from answerable.load.sources import Sources
from answerable.model.address import file_of, href
from answerable.model.date import day_in_words
from answerable.model.portal import Portal
from answerable.problem import CallError, Problem
from answerable.rules import check
from answerable.site.assets import assets
from answerable.site.frame import site
from answerable.site.page import Page
from answerable.site.pages import plan
from answerable.site.parts import whole_of
from answerable.site.render import environment, one_by_one

HERE: Final = "127.0.0.1"
NAMES: Final = r"(?:127\.0\.0\.1|localhost)"
"""By these names a browser on this machine asks; any other is refused."""
LAST: Final = "_last/"
"""Beneath it stands the last good site."""
STEP: Final = 20
"""Milliseconds without another save until the folders are read."""
REST: Final = 0.4
"""Seconds from showing a draft until the rules are applied to it; a browser asks for its page meanwhile."""
BANNER: Final = "A preview on this machine."
HIDDEN: Final = (
    "A preview on this machine. It shows {n} records that are not public; links to them are marked."
)

_LINK: Final = re.compile(r'<a href="([^":#?]*)(?:#[^"]*)?"[^>]*>.*?</a>', re.DOTALL)
_POLICY, _POLICY_HERE = "default-src 'none';", "default-src 'none'; connect-src 'self';"
_WRONG: Final = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>body {{font: 1.1em/1.5 sans-serif; margin: 1em auto; max-inline-size: 60em; padding: 0 1em}}
pre {{border: 1px solid; font: 1em/1.4 monospace; overflow: auto; padding: 1em}}
iframe {{block-size: 70vh; inline-size: 100%}}</style>
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>Put it right and save: the page comes back by itself.</p>
<ol>
{problems}
</ol>
<h2>The last good page</h2>
<iframe src="/{last}" title="The last good page"></iframe>
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Draft:
    """A site to look at: its pages, each rendered when it is asked for, and what of it is not public."""

    graph: Graph
    language: Language
    assets: Mapping[str, bytes]
    renderer: Callable[[Page], dict[str, bytes]]
    hidden: Mapping[str, str]
    """By address, why it is not public: `draft`, or `until 1 August 2030`."""

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page but the parts of long lists, by its file; none of them is rendered."""
        return {page.file: page for page in plan(self.graph, ())}

    @cached_property
    def exports(self) -> Mapping[str, bytes]:
        """Feeds, calendars, the record as data and the page that offers it: slow, and seldom looked at."""
        downloads = data(self.graph)
        offer = next(page for page in plan(self.graph, downloads) if page.head.address == FOLDER)
        files = feeds(self.graph, self.language) | calendars(self.graph, self.language)
        return files | {one.path: one.data for one in downloads} | self.renderer(offer)

    def file(self, path: str) -> bytes | None:
        """Bytes of one file of the site; None where it has none of this name."""
        if path in self.assets:
            return self.assets[path]
        page = self.pages.get(path) or self.pages.get(whole_of(path))
        if page and path != file_of(FOLDER):
            return self.renderer(page).get(path)
        return self.exports.get(path)


def draft(portal: Portal, sources: Sources, compiled: dict[tuple[str, ...], Environment]) -> Draft:
    """Site of a portal with what is not public in it.

    `compiled` keeps the templates from one draft to the next while they stay the same.
    """
    hidden = not_public(portal, sources.today)
    graph = link(visible(unveiled(portal, hidden), sources.today, sources.as_of))
    language = load_language(*graph.portal.settings.languages, sources.languages)
    names, files = assets(sources.static, graph.portal.settings.brand, search=False)
    key = (language.code, language.record, repr(sources.languages), *sources.templates.values())
    if key not in compiled:
        compiled.clear()
        compiled[key] = environment(sources.templates, language)
    renderer = one_by_one(compiled[key], site(graph, names, language))
    return Draft(graph, language, files, renderer, hidden)


def not_public(portal: Portal, today: date) -> dict[str, str]:
    """Why each record that is not public on a day is not, by its address."""
    hidden = {a: r for a, r in portal.records.items() if not portal.is_public(r, today)}
    return {
        address: f"until {day_in_words(record.embargo)}"
        if record.status == "published" and record.embargo
        else "draft"
        for address, record in hidden.items()
    }


def unveiled(portal: Portal, hidden: Mapping[str, str]) -> Portal:
    """Portal in which what is not public is as if it were."""
    public = {"status": "published", "embargo": None}
    records = {
        address: record.model_copy(update=public) if address in hidden and not record.retracted else record
        for address, record in portal.records.items()
    }
    return replace(portal, records=records, private=frozenset())


def marked(page: bytes, path: str, hidden: Mapping[str, str]) -> bytes:
    """Page with the preview's banner, and a mark at each link to what is not public."""
    marks = {href(address): why for address, why in hidden.items()}
    text = page.decode()
    if marks:
        text = _LINK.sub(lambda match: match[0] + _mark(marks.get(_target(path, match[1]), "")), text)
    words = HIDDEN.format(n=len(marks)) if marks else BANNER
    if path in marks:
        words = f"Not public: {marks[path]}. Only this preview shows it."
    banner = f'<aside class="banner" aria-label="Preview"><p>{escape(words)}</p></aside>'
    return text.replace("<main ", f"{banner}<main ", 1).encode()


def _target(path: str, address: str) -> str:
    """The address below the root that a link of a page leads to."""
    return normpath(join("/", path, address)).lstrip("/") + "/"


def _mark(why: str) -> str:
    return f" <mark>{escape(why)}</mark>" if why else ""


def wrong(problems: Sequence[Problem | str], sources: Sources | None, path: str) -> bytes:
    """Page of what is wrong, each problem with its line, above the last good page at `path`."""
    title = "One thing is" if len(problems) == 1 else f"{len(problems)} things are"
    items = "\n".join(f"<li>{_problem(one, sources)}</li>" for one in problems)
    last = escape(LAST + path)
    return _WRONG.format(title=f"{title} to be put right", problems=items, last=last).encode()


def _problem(problem: Problem | str, sources: Sources | None) -> str:
    if isinstance(problem, str):
        return f"<p>{escape(problem)}</p>"
    files = {**sources.settings, **sources.content, **sources.private} if sources else {}
    lines = files.get(problem.path, b"").decode("utf-8", "replace").splitlines()
    line = f"<pre>{escape(lines[problem.line - 1])}</pre>" if 0 < problem.line <= len(lines) else ""
    place = f"<b>{escape(problem.path)}</b>, line {problem.line}, column {problem.column}"
    return f"<p>{place}</p>{line}<p>{escape(f'{problem.message} {problem.hint}'.strip())}</p>"


class Preview:
    """What is shown now: the last draft, the last good one, and what is wrong with the folders since.

    A draft is shown as soon as it can be read; the rules are applied to it right after, so that a page is
    there soon after a save.
    """

    def __init__(self, gather: Callable[[], Sources]) -> None:
        """Take how the sources are read; nothing is done yet."""
        self._gather = gather
        self._compiled: dict[tuple[str, ...], Environment] = {}
        self._read: Sources | str | None = None
        self._unchecked: Loaded | None = None
        self.draft: Draft | None = None
        self.good: Draft | None = None
        self.problems: tuple[Problem | str, ...] = ()
        self.warnings: tuple[Problem, ...] = ()

    @property
    def _sources(self) -> Sources | None:
        return self._read if isinstance(self._read, Sources) else None

    def look(self) -> bool:
        """Whether the folders have changed; they are read, and a draft is made where they had."""
        before = self._read
        try:
            self._read = self._gather()
        except (CallError, UnicodeDecodeError, OSError) as error:
            self._read = str(error)
        if self._read == before:
            return False
        self.problems, self.warnings, self._unchecked = (), (), None
        if isinstance(self._read, str):
            self.problems = (self._read,)
            return True
        try:
            loaded = self._unchecked = load(self._read.settings, self._read.content, self._read.private)
            if loaded.problems or loaded.portal is None:
                self.check()
            else:
                self.draft = draft(loaded.portal, self._read, self._compiled)
        except (Exception, SystemExit) as error:
            self._fail(error)
        return True

    def check(self) -> bool:
        """Whether the rules find anything in what was read; they are applied where that is not done yet."""
        loaded, self._unchecked = self._unchecked, None
        if loaded is None or self._sources is None:
            return False
        self.problems, self.warnings = check(loaded, self._sources)
        if not self.problems:
            self.good = self.draft
        return bool(self.problems or self.warnings)

    def _fail(self, error: BaseException) -> None:
        """Keep what went wrong: the rules' problems, which explain it, or else the error."""
        try:
            self.check()
        except (Exception, SystemExit) as other:
            error = other
        self.problems = self.problems or (_failure(error),)

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, type and bytes of what stands at a path below the root; with problems, a page of them."""
        last = path.startswith(LAST)
        path = path.removeprefix(LAST)
        kind = mimetypes.guess_type(file_of(path))[0] or "application/octet-stream"
        if self.problems and kind == "text/html" and not last:
            return 500, kind, wrong(self.problems, self._sources, path)
        # A save can come before the rules were applied to the first draft: then that is the last one.
        draft = (self.good or self.draft) if last or self.problems else self.draft
        if draft is None:
            return 404, "text/html", b""
        try:
            body = draft.file(file_of(path))
            if body is not None:
                return 200, kind, body if last or kind != "text/html" else marked(body, path, draft.hidden)
            if path and not path.endswith("/") and file_of(f"{path}/") in draft.pages:
                return 302, "text/html", b""
            return 404, "text/html", draft.file("404.html") or b""
        except (Exception, SystemExit) as error:
            self._fail(error)
            return 500, "text/html", wrong(self.problems, self._sources, path)


def _failure(error: BaseException) -> str:
    """What went wrong, whatever it is: the person at the browser must see it."""
    if isinstance(error, TemplateError):
        where = f", templates/{error.name}:{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        return f"A template{where}: {error}"
    return f"The program itself failed: {type(error).__name__}: {error}"


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
        status, kind, body = self.preview.answer(path)
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
    script = f'<script src="/livereload.js?port={host.rpartition(":")[2]}" defer></script>\n</head>'
    return page.decode().replace(_POLICY, _POLICY_HERE, 1).replace("</head>", script, 1).encode()


def serve(gather: Callable[[], Sources], places: Sequence[Path], port: int) -> None:
    """The site on this machine until the person ends it; raise CallError where the port is taken.

    `gather` reads the folders; `places` are what it reads.
    """
    gather()  # a folder that is not there is told before anything listens
    try:
        asyncio.run(_serve(Preview(gather), places, port))
    except KeyboardInterrupt:
        print("\nEnded.")


async def _serve(preview: Preview, places: Sequence[Path], port: int) -> None:
    # 421 to any that does not call this machine by its own name: so a page of another site, whose name
    # was made to lead here, cannot read drafts.
    application = web.Application(
        default_handler_class=web.ErrorHandler, default_handler_args={"status_code": 421}
    )
    pages = ("/(.*)", _Page, {"preview": preview})
    application.add_handlers(
        NAMES, [("/livereload", _Socket), ("/livereload.js", LiveReloadJSHandler), pages]
    )
    try:
        sockets = bind_sockets(port, HERE)
    except OSError as error:
        raise CallError(f"Port {port} is taken: {error.strerror}. Choose another with --port.") from error
    HTTPServer(application).add_sockets(sockets)
    print(f"Open http://{HERE}:{sockets[0].getsockname()[1]}/ (Ctrl and C ends it)", flush=True)
    while True:
        # Each round listens anew, and before it reads: no save is missed, and a file that was replaced or
        # came back later is watched again. A round without news ends after five seconds.
        watched = [place for place in places if place.exists()]
        saves = awatch(*watched, watch_filter=None, step=STEP, debounce=200, yield_on_timeout=True)
        async with aclosing(saves):
            news = asyncio.ensure_future(anext(saves))
            await asyncio.sleep(0)
            if preview.look():
                _tell(preview)
                await asyncio.wait({news}, timeout=REST)
                if not news.done() and preview.check():
                    _tell(preview)
            await news


def _tell(preview: Preview) -> None:
    for words in preview.problems or preview.warnings:
        print(words, flush=True)
    print("Not shown until this is put right." if preview.problems else "Built.", flush=True)
    if preview.problems or not preview.warnings:
        _Socket.reload_waiters("*")
