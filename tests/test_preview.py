"""The preview: started as people start it, asked as a browser asks, and by those who should not."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest
from jinja2 import UndefinedError

from answerable.load.sources import Folders as Places
from answerable.load.sources import gather
from answerable.preview import serve
from answerable.preview.quick import Draft
from answerable.preview.state import Preview
from answerable.problem import CallError, ContentError, Problem
from tests.engines import ROOT
from tests.portals import TODAY, harbour

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
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """Give a preview that runs until these tests end."""
    with previewed(tmp_path_factory.mktemp("preview") / "harbour") as running:
        running.until("/", lambda status, _: status == 200)
        yield running


def test_a_mistake_is_shown_instead_of_the_page_and_the_page_comes_back(shown: Shown) -> None:
    file = shown.content / TERM
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("title:", "titel:"), encoding="utf-8")
    wrong = shown.until(PAGE, lambda status, _: status == 500)
    assert "<b>content/terms/mole.yaml</b>, line 1, column 1</p>" in wrong
    assert "<pre>titel: &quot;Mole&quot;</pre><p>&quot;titel&quot; is not a field that is known" in wrong
    assert "/livereload.js" in wrong
    assert f'<iframe src="/_last{PAGE}"' in wrong
    status, last = shown.ask(f"/_last{PAGE}")
    assert (status, "<h1>Test the sirens each month</h1>" in last) == (200, True)
    assert "/livereload.js" not in last
    file.write_text(good.replace("Mole", "Mole or quay"), encoding="utf-8")
    shown.until("/terms/", lambda status, words: status == 200 and "Mole or quay" in words)
    assert "Content-Security-Policy" in shown.until(PAGE, lambda status, _: status == 200)


def test_a_page_listens_for_news_from_this_server_only(shown: Shown) -> None:
    _, words = shown.ask(PAGE)
    assert f'<script src="/livereload.js?port={shown.port}" defer></script>\n</head>' in words
    assert "default-src 'none'; connect-src 'self';" in words
    assert shown.ask("/livereload.js")[0] == 200


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
        ("/_form/motions/none/1/", {}, 404),
        ("/_last/motions/2029-06-12/1", {}, 302),
        ("//evil.example/", {}, 404),
        ("/motions/2029-06-12/1", {}, 302),
    ],
)
def test_who_should_not_ask_is_refused(shown: Shown, path: str, headers: dict[str, str], status: int) -> None:
    assert shown.ask(path, **headers)[0] == status


def test_a_page_of_this_server_may_listen(shown: Shown) -> None:
    assert shown.ask("/livereload", **UPGRADE, Origin=f"http://127.0.0.1:{shown.port}")[0] == 101


def test_a_browser_shows_the_new_page_without_being_asked(shown: Shown, chromium: Chromium) -> None:
    page = chromium.browser.new_page()
    page.goto(f"http://127.0.0.1:{shown.port}/about/", wait_until="networkidle")
    page.evaluate("window.beforeTheSave = true")
    file = shown.content / "pages/about.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nA line that was not there.\n", encoding="utf-8")
    page.get_by_text("A line that was not there.").wait_for(timeout=TRIES * PAUSE * 1000)
    assert page.evaluate("window.beforeTheSave") is None
    page.close()


class Folders:
    """Folders that read as a test says."""

    def __init__(self) -> None:
        """Begin with the fictional harbour."""
        self.now: Sources | Exception = harbour()
        self.builds: list[Sources] = []
        self.fault: BaseException | None = None
        self.warnings: tuple[str, ...] = ()

    def gather(self) -> Sources:
        """Give what the folders hold, or fail as reading them would."""
        if isinstance(self.now, Exception):
            raise self.now
        return self.now

    def build(self, sources: Sources) -> Draft:
        """Count a build; give a site of one page, and what it warns of."""
        self.builds.append(sources)
        if self.fault:
            raise self.fault
        return Draft({"index.html": b"<head></head>home", "assets/a.css": b"a"}, self.warnings)


@pytest.fixture
def folders() -> Folders:
    """Give folders whose content a test decides."""
    return Folders()


def changed(number: int) -> Sources:
    """Give the harbour with one more file, each time another."""
    return harbour(more={"content/terms/new.yaml": str(number).encode()})


def test_one_burst_of_saves_is_one_build(folders: Folders) -> None:
    preview = Preview(folders.gather, folders.build)
    assert [preview.look() for _ in range(3)] == [False, True, False]
    for number in range(30):
        folders.now = changed(number)
        assert not preview.look()
        assert preview.changing
    assert preview.look()
    assert folders.builds == [harbour(), changed(29)]
    assert not preview.changing


def test_words_are_judged_in_what_changed_since_all_were_good_and_anew_where_their_rules_did(
    folders: Folders,
) -> None:
    preview = Preview(folders.gather, folders.build)
    about, event = "content/pages/about.md", "content/events/parade.yaml"
    seen = [
        folders.now,
        harbour(more={about: b"a"}),
        harbour(more={about: b"a", event: b"b"}),
        harbour(more={about: b"a"}),
        harbour(more={about: b"a", "content/words.yaml": b"c"}),
        harbour(more={about: b"a", "content/terms/new.yaml": b"d"}),
    ]
    for number, folders.now in enumerate(seen):
        folders.fault = SystemExit(1) if number in (1, 2) else None
        preview.look()
        preview.look()
    assert [sources.judged for sources in folders.builds] == [
        None,
        {about},
        {about, event},
        {about},
        None,
        None,
    ]


def test_a_change_taken_back_before_it_came_to_rest_builds_nothing(folders: Folders) -> None:
    preview = Preview(folders.gather, folders.build)
    assert [preview.look(), preview.look()] == [False, True]
    for now in (changed(1), harbour(), harbour()):
        folders.now = now
        assert not preview.look()
    assert len(folders.builds) == 1


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            ContentError(
                [
                    Problem("content/a.md", 2, 3, "It is <b>wrong</b>.", "Mend it."),
                    Problem("content/a.md", 1, 1, "It is old.", "", "warning"),
                ]
            ),
            "<b>content/a.md</b>, line 2, column 3</p><p>It is &lt;b&gt;wrong&lt;/b&gt;. Mend it.</p>",
        ),
        (UndefinedError("no such name"), "A template: no such name"),
        (ZeroDivisionError("division"), "The program itself failed: ZeroDivisionError: division"),
        (SystemExit(1), "The program itself failed: SystemExit: 1"),
    ],
)
def test_whatever_goes_wrong_is_shown_and_the_last_good_site_stays(
    folders: Folders, fault: BaseException, said: str
) -> None:
    preview = Preview(folders.gather, folders.build)
    assert [preview.look(), preview.look()] == [False, True]
    folders.now, folders.fault = changed(1), fault
    assert [preview.look(), preview.look()] == [False, True]
    status, kind, body = preview.page("")
    assert (status, kind) == (500, "text/html")
    assert said in body.decode()
    assert "<h1>One thing is to be put right</h1>" in body.decode()
    assert preview.page("assets/a.css") == (200, "text/css", b"a")
    folders.now, folders.fault = changed(2), None
    assert [preview.look(), preview.look()] == [False, True]
    assert preview.page("") == (200, "text/html", b"<head></head>home")


def test_a_warning_is_told_and_the_site_is_shown(folders: Folders) -> None:
    preview = Preview(folders.gather, folders.build)
    folders.warnings = ("content/a.md:2:3: warning: It is old. Look again.",)
    assert [preview.look(), preview.look()] == [False, True]
    assert preview.page("")[0] == 200
    assert (preview.wrong, preview.warnings) == ((), ("content/a.md:2:3: warning: It is old. Look again.",))


class Kept:
    """A copy of the harbour on the disk, and a preview that counts how often it was built."""

    def __init__(self, folder: Path) -> None:
        """Copy the harbour, and build it once."""
        shutil.copytree(ROOT / "examples/harbour", folder)
        self.terms = folder / "content/terms"
        self.builds = 0
        where = Places(ROOT, folder / "content")
        self.preview = Preview(lambda: gather(where, TODAY, TODAY), self.build)
        self.rest()

    def build(self, _: Sources) -> Draft:
        """Count, and make nothing."""
        self.builds += 1
        return Draft({})

    def rest(self) -> int:
        """Look until nothing changes any more; give how many builds that took."""
        before = self.builds
        for _ in range(4):
            self.preview.look()
        return self.builds - before


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Give a preview of a folder that a test changes."""
    return Kept(tmp_path / "harbour")


def test_a_file_with_an_old_time_is_seen(kept: Kept, tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text("old", encoding="utf-8")
    os.utime(old, (1, 1))
    old.rename(kept.terms / "old.yaml")
    assert kept.rest() == 1


def test_a_change_whose_time_was_put_back_is_seen(kept: Kept) -> None:
    file = kept.terms / "mole.yaml"
    times = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("Mole", "Pier"), encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert kept.rest() == 1


def test_a_file_that_is_named_anew_is_one_build(kept: Kept) -> None:
    (kept.terms / "mole.yaml").rename(kept.terms / "pier.yaml")
    assert kept.rest() == 1


def test_a_file_saved_again_as_it_was_is_no_build(kept: Kept) -> None:
    file = kept.terms / "mole.yaml"
    file.write_bytes(file.read_bytes())
    assert kept.rest() == 0


@pytest.mark.parametrize(
    "name",
    [
        "mole.yaml~",
        "4913",
        ".#mole.yaml",
        "#mole.yaml#",
        ".mole.yaml.swp",
        "mole.yaml.tmp",
        "mole.yaml.bak",
        ".DS_Store",
    ],
)
def test_what_an_editor_leaves_behind_is_no_build(kept: Kept, name: str) -> None:
    (kept.terms / name).write_text("x", encoding="utf-8")
    assert kept.rest() == 0


def test_links_that_lead_in_a_circle_are_told_once_and_not_followed(kept: Kept) -> None:
    (kept.terms / "circle").symlink_to(kept.terms, target_is_directory=True)
    assert kept.rest() == 1
    assert kept.rest() == 0


def test_two_saves_are_two_builds_and_the_second_is_shown(folders: Folders) -> None:
    preview = Preview(folders.gather, folders.build)
    for number in (1, 2):
        folders.now = changed(number)
        assert [preview.look(), preview.look(), preview.look()] == [False, True, False]
    assert folders.builds == [changed(1), changed(2)]


def test_a_folder_that_may_not_be_read_for_a_moment_ends_nothing(folders: Folders) -> None:
    preview = Preview(folders.gather, folders.build)
    folders.now = PermissionError(13, "Permission denied", "site.yaml")
    assert [preview.look(), preview.look()] == [False, True]
    assert preview.wrong == ("[Errno 13] Permission denied: 'site.yaml'",)


def test_a_folder_that_is_gone_for_a_while_is_told_and_comes_back(folders: Folders) -> None:
    preview = Preview(folders.gather, folders.build)
    folders.now = CallError("There is no folder content.")
    assert [preview.look(), preview.look(), preview.look()] == [False, True, False]
    assert preview.wrong == ("There is no folder content.",)
    folders.now = harbour()
    assert [preview.look(), preview.look()] == [False, True]
    assert preview.page("")[0] == 200


def test_a_port_that_is_taken_is_a_wrong_call(shown: Shown) -> None:
    words = ["preview", "--content", str(shown.content), "--port", str(shown.port)]
    command = [sys.executable, "build.py", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Port {shown.port} is taken: Address already in use. Choose another with --port.\n"


def test_a_folder_that_was_never_there_is_told_before_anything_is_served(folders: Folders) -> None:
    folders.now = CallError("There is no folder content.")
    with pytest.raises(CallError):
        serve(folders.gather, object, 0)
