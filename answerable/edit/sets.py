"""Something new for a record: which form is meant, what comes of it, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from answerable.edit.form import forms, parse
from answerable.edit.inputs import unfit
from answerable.edit.new import Asked, Talk, visible
from answerable.edit.new import new as ask
from answerable.load.record import load
from answerable.load.sources import Sources
from answerable.model.field import SERIES_FOLDERS, Record
from answerable.model.registry import KINDS, models
from answerable.problem import CallError, ContentError, did_you_mean
from answerable.rules import check

STEPS: Final = (
    "Open it in an editor, and read it once more.",
    "build.py check      says what is wrong, if anything is",
    "build.py preview    shows it in a browser",
)
REGISTERED: Final = "build.py register   enters its address among those that are public"


@dataclass(frozen=True, slots=True)
class Made:
    """A new record before it is written."""

    file: str
    """Below the folder it goes into."""
    text: str
    draft: bool
    launched: bool
    """Whether the portal is, so that the register has to know of what is new."""
    wrong: tuple[str, ...]
    """What `check` will say of it, each a line."""


def sorts() -> dict[str, tuple[str, type[Record]]]:
    """Give what a form is of by its name: how it is called, and what it holds."""
    kinds = {kind.model: str(kind.one) for kind in KINDS.values()}
    ordered = sorted(models(), key=lambda model: bool(model.form))
    return {model.kind_folder: (model.form or kinds[model], model) for model in ordered}


def new(sources: Sources, kind: str, talk: Talk, drafts: str = "") -> Made:
    """Ask what is new, and give the record; `drafts` names the folder of drafts, where it goes into one.

    Raises ContentError where the settings cannot be read, CallError where no form is of that kind or the
    form does not fit it, and whatever ends the talk.
    """
    portal = load(sources.settings, sources.content, sources.private).portal
    if portal is None:
        raise ContentError(check(load(sources.settings, sources.content), sources)[0])
    there = forms(sources.content)
    texts = {name: there[name] for name in sorts() if name in there}
    if not texts:
        raise CallError("There are no forms. They stand in the folder _forms of the content.")
    choices = [(name, sorts()[name][0]) for name in texts]
    folder = _folder(kind, dict(choices)) if kind else ""
    while not folder:
        folder = visible(talk, "What do you want to add?", choices)
    own = {path.partition("/")[2] for path in (*sources.content, *sources.private)}
    form, draft = parse(texts[folder]), bool(drafts) or portal.settings.repository == "private"
    model = sorts()[folder][1]
    if said := unfit(form, model):
        raise CallError(f"The form {folder} {said}. docs/fields.md says what each kind holds.")
    given = next((b.fixed for b in form.blanks if b.key == "status" and b.fixed), "draft")
    made = ask(form, model, Asked(portal, frozenset(own), talk), "draft" if draft else given)
    return Made(
        made.file, made.text, draft, portal.settings.launched, _wrong(sources, made.file, made.text, drafts)
    )


def _folder(kind: str, choices: Mapping[str, str]) -> str:
    """The form of a kind by any of its names."""
    if kind in choices:
        return kind
    if "series" in choices and any(kind in (name, str(KINDS[name].one)) for name in SERIES_FOLDERS):
        return "series"
    if folder := next((folder for folder, one in choices.items() if one == kind), ""):
        return folder
    names = ", ".join(choices.values())
    meant = did_you_mean(kind, choices.values()) or f"There are forms for: {names}."
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


def after(made: Made, file: str) -> Iterator[str]:
    """Say what was written and what to do next, a line at a time."""
    yield f"\nWritten: {file}"
    if made.draft:
        yield 'It is a draft: nobody else sees it until its status is "published".'
    if made.wrong:
        yield "Still to be put right in it:"
        yield from (f"  {line}" for line in made.wrong)
    steps = [
        *STEPS,
        *([REGISTERED] if made.launched and not made.draft else []),
        f'git add {file} && git commit -m "What changed and why, in a sentence"',
    ]
    yield "What to do next:"
    yield from (f"  {number}. {step}" for number, step in enumerate(steps, start=1))
