"""A new record: which form is meant, what comes of it, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from answerable.edit.form import Form, forms
from answerable.edit.interview import Interview, Talk
from answerable.load.record import load
from answerable.load.sources import Sources
from answerable.model.field import SERIES_FOLDERS
from answerable.model.registry import KINDS
from answerable.problem import CallError, ContentError, did_you_mean
from answerable.rules import check

STEPS: Final = (
    "Open it in an editor, and read it once more.",
    "build.py check      says what is wrong, if anything is",
    "build.py preview    shows it in a browser",
)
REGISTERED: Final = "build.py register   enters its address among those that are public"


@dataclass(frozen=True, slots=True)
class New:
    """A new record before it is written."""

    file: str
    """Below the folder it goes into."""
    text: str
    draft: bool
    launched: bool
    """Whether the portal is, so that the register has to know of what is new."""
    wrong: tuple[str, ...]
    """What `check` will say of it, each a line."""

    def next_steps(self, file: str) -> Iterator[str]:
        """Lines that say what was written where, and what to do next."""
        yield f"\nWritten: {file}"
        if self.draft:
            yield 'It is a draft: nobody else sees it until its status is "published".'
        if self.wrong:
            yield "Still to be put right in it:"
            yield from (f"  {line}" for line in self.wrong)
        steps = [
            *STEPS,
            *([REGISTERED] if self.launched and not self.draft else []),
            f'git add {file} && git commit -m "What changed and why, in a sentence"',
        ]
        yield "What to do next:"
        yield from (f"  {number}. {step}" for number, step in enumerate(steps, start=1))


def new(sources: Sources, kind: str, talk: Talk, drafts: str = "") -> New:
    """A new record, after somebody was asked; `drafts` names the folder of drafts, where it goes into one.

    Raises ContentError where the settings cannot be read, CallError where no form is of that kind, and
    whatever ends the talk.
    """
    portal = load(sources.settings, sources.content, sources.private).portal
    if portal is None:
        raise ContentError(check(load(sources.settings, sources.content), sources)[0])
    by_folder = forms(sources.forms)
    folder = _folder(kind, by_folder) if kind else ""
    while not folder:
        names = [(name, form.name) for name, form in by_folder.items()]
        folder = talk.choose("What do you want to add?", names)
    draft = bool(drafts) or portal.settings.repository == "private"
    taken = frozenset(path.partition("/")[2] for path in (*sources.content, *sources.private))
    file, text = Interview(portal, taken, talk).record(by_folder[folder], "draft" if draft else "published")
    return New(file, text, draft, portal.settings.launched, _wrong(sources, file, text, drafts))


def _folder(kind: str, by_folder: Mapping[str, Form]) -> str:
    """The form of a kind by any of its names."""
    if kind in by_folder:
        return kind
    if any(kind in (name, str(KINDS[name].one)) for name in SERIES_FOLDERS):
        return "series"
    names = {form.name: folder for folder, form in by_folder.items()}
    if kind in names:
        return names[kind]
    meant = did_you_mean(kind, names) or f"There are forms for: {', '.join(names)}."
    raise CallError(f'There is no form for "{kind}". {meant}')


def _wrong(sources: Sources, file: str, text: str, drafts: str) -> tuple[str, ...]:
    """What the checks say of the new file."""
    path = f"{drafts or next(iter(sources.content)).partition('/')[0]}/{file}"
    if drafts:
        sources = replace(sources, private={**sources.private, path: text.encode()})
    else:
        sources = replace(sources, content={**sources.content, path: text.encode()})
    loaded = load(sources.settings, sources.content, sources.private)
    problems, warnings = check(loaded, replace(sources, publishing=False))
    return tuple(str(problem) for problem in (*problems, *warnings) if problem.path == path)
