"""What a preview shows now: when the folders are built again, and what stands at an address."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from dataclasses import replace

from jinja2 import TemplateError, TemplateSyntaxError

from answerable.load.sources import Sources
from answerable.model.address import file_of
from answerable.preview import pages
from answerable.preview.quick import Draft
from answerable.problem import CallError, ContentError, Problem

Answer = tuple[int, str, bytes]
"""Status, type and bytes."""


class Preview:
    """What is shown now: the last good site, and what is wrong with the folders since."""

    def __init__(self, gather: Callable[[], Sources], build: Callable[[Sources], Draft]) -> None:
        """Take how the sources are read and how a site is made of them; nothing is done yet."""
        self._gather = gather
        self._build = build
        self._seen: Sources | str | None = None
        self._built: Sources | str | None = None
        self._good: Sources | None = None
        self.site = Draft({})
        self.wrong: tuple[Problem | str, ...] = ()

    @property
    def changing(self) -> bool:
        """Whether something was seen that is not built yet."""
        return self._seen != self._built

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the last good site warns of."""
        return self.site.warnings

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
        except (CallError, UnicodeDecodeError, OSError) as error:
            return str(error)

    def _make(self, seen: Sources | str) -> None:
        """Build; what goes wrong is kept to be shown, and the last good site stays."""
        if isinstance(seen, str):
            self.wrong = (seen,)
            return
        try:
            self.site = self._build(replace(seen, judged=self._to_judge(seen)))
            self.wrong, self._good = (), seen
        except ContentError as error:
            self.wrong = tuple(problem for problem in error.problems if problem.level == "error")
        except (Exception, SystemExit) as error:
            self.wrong = (_told(error),)

    def _to_judge(self, seen: Sources) -> frozenset[str] | None:
        """The files whose words are to be looked at: those that changed since all were good.

        All of them where what changed says how words are judged.
        """
        changed = seen.changed_since(self._good) if self._good else None
        return None if changed is None or any(map(_rules_words, changed)) else changed

    def page(self, path: str) -> Answer:
        """Give what stands at a path below the root; with problems each page shows them."""
        try:
            if path.startswith(pages.LAST):
                return self._file(path.removeprefix(pages.LAST))
            if path.startswith(pages.FORM):
                return self._form(path.removeprefix(pages.FORM))
            file = file_of(path)
            if _kind(file) == "text/html" and self.wrong:
                return self._wrong(path, self.wrong)
            return self._decked(path, self._file(path))
        except (Exception, SystemExit) as error:
            return self._wrong(path, (_told(error),))

    def _file(self, path: str) -> Answer:
        """A file of the last good site."""
        file = file_of(path)
        if file in self.site.files:
            return 200, _kind(file), self.site.files[file]
        if path and not path.endswith("/") and f"{path}/index.html" in self.site.files:
            return 302, "text/html", b""
        return self._missing()

    def _missing(self) -> Answer:
        there = "404.html" in self.site.files
        return 404, "text/html", self.site.files["404.html"] if there else b""

    def _decked(self, path: str, answer: Answer) -> Answer:
        """A page with what only a preview shows on it."""
        status, kind, body = answer
        if status != 200 or kind != "text/html":
            return answer
        more = bool(self.site.hidden) and self.site.more(file_of(path))
        body = pages.marked(body, path, self.site.hidden, more=more)
        if self.site.portal and (record := pages.movable(self.site.portal, path)):
            body = pages.offered(body, record.address)
        return status, kind, body

    def _form(self, path: str) -> Answer:
        """The form of an update to what stands at a path."""
        record = pages.movable(self.site.portal, path) if self.site.portal else None
        body = pages.form(record, self._good) if record and self._good else None
        return (200, "text/html", body) if body else self._missing()

    def _wrong(self, path: str, faults: tuple[Problem | str, ...]) -> Answer:
        """The page of what is wrong, with the last good page beneath it where there is one."""
        body = pages.wrong(faults, self._built if isinstance(self._built, Sources) else None)
        there = self._file(path)[0] == 200 if faults is self.wrong else False
        return 500, "text/html", pages.with_last(body, path) if there else body


def _rules_words(path: str) -> bool:
    """Whether a file may say which words stand well anywhere: it is beside the records, or explains one."""
    return path.count("/") < 2 or "/terms/" in path


def _kind(file: str) -> str:
    return mimetypes.guess_type(file)[0] or "application/octet-stream"


def _told(error: BaseException) -> str:
    """What went wrong, whatever it is: the person at the browser must see it."""
    if isinstance(error, TemplateError):
        where = f", templates/{error.name}:{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        return f"A template{where}: {error}"
    return f"The program itself failed: {type(error).__name__}: {error}"
