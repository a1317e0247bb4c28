"""The preview: started as people start it, asked as a browser asks, and by those who should not."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from answerable.load.sources import Folders as Places
from answerable.load.sources import gather
from answerable.preview import Preview, draft, marked, not_public, serve, unveiled, wrong
from answerable.problem import CallError, Problem
from tests.engines import ROOT
from tests.portals import TODAY, harbour, harbour_files, site_of, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from answerable.load.sources import Sources
    from tests.browser import Chromium

TRIES = 200
PAUSE = 0.1
"""Seconds between two tries; twenty seconds in all, though a page comes back in one or two."""
PAGE = "/motions/2029-06-12/1/"
TERM = "terms/mole.yaml"
TERM_FILE = f"content/{TERM}"
UPDATE = "updates/2030-06-20-thirteenth-siren/"
PARADE = "events/2030-parade/"
TRIED = "events/2030-thirteenth-siren/"
ITEM = "reviews/2029-09-20/3/"
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


class Shown:
    """A preview that runs: its content, and what it answers."""

    def __init__(self, content: Path, port: int) -> None:
        """Take the content folder and the port it listens on."""
        self.content = content
        self.port = port

    def ask(self, path: str, **headers: str) -> tuple[int, str]:
        """Give status and words of an answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            upgraded = answer.status == 101
            return answer.status, "" if upgraded else answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def until(self, path: str, wanted: Callable[[int, str], bool]) -> str:
        """Ask until the answer is as wanted; give its words."""
        for _ in range(TRIES):
            status, words = self.ask(path)
            if wanted(status, words):
                return words
            time.sleep(PAUSE)
        raise AssertionError(f"{path} did not become what was wanted; the last answer was {status}:\n{words}")


@contextmanager
def previewed(folder: Path) -> Iterator[Shown]:
    """Start a preview of a copy of the fictional harbour; end it by its own process."""
    shutil.copytree(ROOT / "examples/harbour", folder)
    command = [
        sys.executable,
        "build.py",
        "preview",
        "--content",
        str(folder / "content"),
        "--port",
        "0",
        "--today",
        "2030-07-01",
    ]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            port = re.search(r":(\d+)/", first)
            assert port, first
            yield Shown(folder / "content", int(port[1]))
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """Give a preview that runs until these tests end."""
    with previewed(tmp_path_factory.mktemp("preview") / "harbour") as running:
        running.until("/", lambda status, _: status == 200)
        yield running


def test_a_mistake_is_shown_instead_of_the_page_and_the_page_comes_back(running: Shown) -> None:
    file = running.content / TERM
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("title:", "titel:"), encoding="utf-8")
    wrong = running.until(PAGE, lambda status, _: status == 500)
    assert "<b>content/terms/mole.yaml</b>, line 1, column 1</p>" in wrong
    assert "<pre>titel: &quot;Mole&quot;</pre><p>&quot;titel&quot; is not a field that is known" in wrong
    assert "/livereload.js" in wrong
    assert f'<iframe src="/_last{PAGE}"' in wrong
    status, last = running.ask(f"/_last{PAGE}")
    assert (status, "<h1>Test the sirens each month</h1>" in last) == (200, True)
    assert "/livereload.js" not in last
    file.write_text(good.replace("Mole", "Mole or quay"), encoding="utf-8")
    running.until("/terms/", lambda status, words: status == 200 and "Mole or quay" in words)
    assert "Content-Security-Policy" in running.until(PAGE, lambda status, _: status == 200)


def test_a_page_listens_for_news_from_this_server_only(running: Shown) -> None:
    _, words = running.ask(PAGE)
    assert f'<script src="/livereload.js?port={running.port}" defer></script>\n</head>' in words
    assert "default-src 'none'; connect-src 'self';" in words
    assert running.ask("/livereload.js")[0] == 200


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        (PAGE, {"Host": "evil.example"}, 421),
        ("/livereload.js", {"Host": "evil.example"}, 421),
        ("/", {"Host": "127.0.0.1.evil.example"}, 421),
        ("/livereload", {**UPGRADE, "Host": "evil.example", "Origin": "http://evil.example"}, 421),
        ("/livereload", {**UPGRADE, "Origin": "https://evil.example"}, 403),
        ("/forcereload", {}, 404),
        ("/../../site.yaml", {}, 404),
        ("/%2e%2e/%2e%2e/etc/passwd", {}, 404),
        ("/.git/config", {}, 404),
        ("/%00", {}, 404),
        ("/_last/../../site.yaml", {}, 404),
        ("//evil.example/", {}, 404),
        ("/motions/2029-06-12/1", {}, 302),
    ],
)
def test_who_should_not_ask_is_refused(
    running: Shown, path: str, headers: dict[str, str], status: int
) -> None:
    assert running.ask(path, **headers)[0] == status


def test_a_page_of_this_server_may_listen(running: Shown) -> None:
    assert running.ask("/livereload", **UPGRADE, Origin=f"http://127.0.0.1:{running.port}")[0] == 101


def test_a_browser_shows_the_new_page_without_being_asked(running: Shown, chromium: Chromium) -> None:
    page = chromium.browser.new_page()
    page.goto(f"http://127.0.0.1:{running.port}/about/", wait_until="networkidle")
    page.evaluate("window.beforeTheSave = true")
    file = running.content / "pages/about.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nA line that was not there.\n", encoding="utf-8")
    page.get_by_text("A line that was not there.").wait_for(timeout=TRIES * PAUSE * 1000)
    assert page.evaluate("window.beforeTheSave") is None
    page.close()


class Folders:
    """Folders that read as a test says."""

    def __init__(self) -> None:
        """Begin with the fictional harbour."""
        self.now: Sources | Exception = harbour()

    def gather(self) -> Sources:
        """Give what the folders hold, or fail as reading them would."""
        if isinstance(self.now, Exception):
            raise self.now
        return self.now


@pytest.fixture
def folders() -> Folders:
    """Give folders whose content a test decides."""
    return Folders()


def page(preview: Preview, path: str) -> str:
    """Give a page's words."""
    status, kind, body = preview.answer(path)
    assert (status, kind) == (200, "text/html")
    return body.decode()


def test_what_reads_as_before_makes_no_draft(folders: Folders) -> None:
    preview = Preview(folders.gather)
    assert [preview.look(), preview.look()] == [True, False]
    folders.now = harbour(more={TERM_FILE: b'title: "Pier"\nmeans: "A pier."\nstatus: "published"\n'})
    assert [preview.look(), preview.look()] == [True, False]
    assert "Pier" in page(preview, "terms/mole/")


def test_a_page_is_there_before_the_rules_are_applied_and_their_problems_take_its_place(
    folders: Folders,
) -> None:
    preview = Preview(folders.gather)
    assert preview.look()
    preview.check()
    about = folders.gather().content["content/pages/about.md"]
    folders.now = harbour(more={"content/pages/about.md": about + b"\nCall Ada on 0114 273 4567.\n"})
    assert preview.look()
    assert "Call Ada" in page(preview, "about/")
    assert preview.check()
    status, _, body = preview.answer("about/")
    assert (status, b"telephone number" in body, b'src="/_last/about/"' in body) == (500, True, True)
    assert b"Call Ada" not in preview.answer("_last/about/")[2]
    assert preview.answer("assets/none.css")[0] == 404
    folders.now = harbour()
    assert preview.look()
    assert "Call Ada" not in page(preview, "about/")


def test_what_cannot_be_shown_is_explained_by_the_rules(folders: Folders) -> None:
    good = folders.gather().content["content/promises/2029-06-12-map.yaml"]
    folders.now = harbour(
        more={"content/promises/2029-06-12-map.yaml": good.replace(b"bodies/board", b"bodies/bored")}
    )
    preview = Preview(folders.gather)
    assert preview.look()
    status, _, body = preview.answer("bodies/board/")
    preview.check()
    assert (status, preview.answer("bodies/board/")[0]) in ((200, 500), (500, 500))
    assert b"bodies/bored" in preview.answer("bodies/board/")[2]
    assert body


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (PermissionError(13, "Permission denied", "site.yaml"), "Permission denied"),
        (CallError("There is no folder content."), "There is no folder content."),
    ],
)
def test_folders_that_cannot_be_read_for_a_while_end_nothing(
    folders: Folders, fault: Exception, words: str
) -> None:
    preview = Preview(folders.gather)
    folders.now = fault
    assert [preview.look(), preview.look()] == [True, False]
    assert (preview.answer("")[0], words.encode() in preview.answer("")[2]) == (500, True)
    folders.now = harbour()
    assert preview.look()
    assert preview.answer("")[0] == 200


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{% if %}", "A template, templates/pages/home.html:1: "),
        ("{{ nothing.more }}", "A template: &#x27;nothing&#x27; is undefined"),
        ("{{ 1 // 0 }}", "The program itself failed: ZeroDivisionError: "),
    ],
)
def test_whatever_goes_wrong_is_shown(folders: Folders, template: str, words: str) -> None:
    good = harbour()
    folders.now = replace(good, templates={**good.templates, "pages/home.html": template})
    preview = Preview(folders.gather)
    assert preview.look()
    status, _, body = preview.answer("")
    assert (status, words in body.decode()) == (500, True)


@pytest.mark.parametrize("name", ["mole.yaml~", "4913", ".#mole.yaml", ".mole.yaml.swp", "mole.yaml.bak"])
def test_what_an_editor_leaves_behind_is_not_read(tmp_path: Path, name: str) -> None:
    shutil.copytree(ROOT / "examples/harbour", tmp_path / "harbour")
    places = Places(ROOT, tmp_path / "harbour/content")
    before = gather(places, TODAY, TODAY)
    (tmp_path / "harbour/content/terms" / name).write_text("x", encoding="utf-8")
    assert gather(places, TODAY, TODAY) == before
    assert {path.name for path in places.places} == {
        *("templates", "static", "languages", "forms", "content", "site.yaml")
    }


@pytest.fixture(scope="module")
def drafts() -> Preview:
    """Give the harbour and its drafts as a preview shows them."""
    preview = Preview(harbour)
    assert preview.look()
    preview.check()
    assert preview.problems == ()
    return preview


def test_each_page_says_that_it_is_a_preview_and_what_is_not_public_says_so(drafts: Preview) -> None:
    assert "It shows 3 records that are not public; links to them are marked." in page(drafts, ITEM)
    assert "<p>Not public: draft. Only this preview shows it.</p></aside><main " in page(drafts, PARADE)
    assert "<p>Not public: until 1 August 2030. Only this preview shows it.</p>" in page(drafts, UPDATE)
    assert marked(b'<main id="main">', "", {}).startswith(b'<aside class="banner" aria-label="Preview"><p>A ')


def test_each_link_to_what_is_not_public_is_marked_and_no_other_is(drafts: Preview) -> None:
    words = page(drafts, ITEM)
    hidden = rf'href="../../../(?:{UPDATE}|{TRIED})[^"]*"'
    links = re.findall(rf"{hidden}[^>]*>.*?</a>(.{{0,40}})", words, re.DOTALL)
    assert links
    assert all(after.startswith(" <mark>until 1 August 2030</mark>") for after in links)
    assert words.count("<mark>") == len(links)


def test_no_page_of_a_built_site_holds_what_only_a_preview_shows() -> None:
    words = (b"<mark>", b"thirteenth", b"A preview on this machine", b"livereload")
    assert [name for name, data in harbour_files().items() if any(word in data for word in words)] == []


def test_a_site_made_page_by_page_is_the_site_that_a_build_makes() -> None:
    sources = harbour(private={})
    running = draft(whole(sources), sources, {})
    built = site_of(sources)
    assert {*running.assets, *running.pages, *running.exports} == set(built)
    assert [name for name in built if running.file(name) != built[name]] == []


def test_what_is_not_public_is_named_with_the_day_or_as_a_draft() -> None:
    portal = whole(harbour())
    hidden = not_public(portal, TODAY)
    until = "until 1 August 2030"
    assert hidden == {PARADE.rstrip("/"): "draft", UPDATE.rstrip("/"): until, TRIED.rstrip("/"): until}
    assert not_public(unveiled(portal, hidden), TODAY) == {}
    assert portal.records[PARADE.rstrip("/")].status == "draft"


def test_a_page_of_mistakes_shows_each_line_and_the_last_good_page_beneath() -> None:
    fault = Problem("content/terms/mole.yaml", 3, 8, "It is <i>wrong</i>.", "Mend it.")
    running = wrong((fault, "There is no folder."), harbour(), "terms/").decode()
    assert "<h1>2 things are to be put right</h1>" in running
    assert "<b>content/terms/mole.yaml</b>, line 3, column 8</p><pre>means: &quot;A wall of stone" in running
    assert "<p>It is &lt;i&gt;wrong&lt;/i&gt;. Mend it.</p>" in running
    assert "<p>There is no folder.</p>" in running
    assert '<iframe src="/_last/terms/"' in running
    assert wrong((fault,), None, "").count(b"<pre>") == 0


def test_a_port_that_is_taken_is_a_wrong_call(running: Shown) -> None:
    words = ["preview", "--content", str(running.content), "--port", str(running.port)]
    command = [sys.executable, "build.py", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == f"Port {running.port} is taken: Address already in use. Choose another with --port.\n"
    )


def test_a_folder_that_was_never_there_is_told_before_anything_is_served(folders: Folders) -> None:
    folders.now = CallError("There is no folder content.")
    with pytest.raises(CallError):
        serve(folders.gather, (), 0)
