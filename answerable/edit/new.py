"""The questions of a form, one by one: what is answered, and the record that comes of it.

Nothing is read, written or printed here. Whoever asks gives two functions: one that puts a question and
gives the answer, one that says something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from answerable.edit.form import Blank, Form, Value
from answerable.edit.inputs import Takes, problem, required, takes
from answerable.edit.lookup import search
from answerable.load.writer import record_text
from answerable.model import address as addresses
from answerable.model.field import SERIES_FOLDERS, Part, Record
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal
from answerable.model.registry import KINDS
from answerable.model.spec import Ref, spec
from answerable.problem import did_you_mean

SHOWN: Final = 9
"""So many finds are listed at once."""
_DAY: Final = re.compile(r"\d{4}(-\d\d){0,2}")
_NAME: Final = (
    "What should the file be called? A few neutral words that stay: small letters, digits and hyphens, "
    "such as lamp-mended."
)


@dataclass(frozen=True, slots=True)
class Talk:
    """How somebody is spoken to."""

    ask: Callable[[str], str]
    """Puts a question and gives the answer; may raise whatever ends the talk."""
    tell: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What questions are asked of: the record as it is, and the files there are."""

    portal: Portal
    taken: frozenset[str]
    """Files below the content folders, which nothing may take the place of."""
    talk: Talk


@dataclass(frozen=True, slots=True)
class New:
    """A new record: its file below the content folder, and the file's text."""

    file: str
    text: str


def visible(talk: Talk, question: str, choices: Sequence[tuple[str, str]]) -> str:
    """Give one of a few values, by its number or as it is written."""
    values = [value for value, _ in choices]
    shown = (called if called == value else f"{called} ({value})" for value, called in choices)
    listed = "\n".join(f"  {number}. {called}" for number, called in enumerate(shown, start=1))
    while True:
        answer = talk.ask(f"{question}\n{listed}").strip()
        value = _numbered(answer, values) or answer
        if value in values or not value:
            return value
        talk.tell(f"“{answer}” is none of these. {did_you_mean(answer, values) or 'Write its number.'}")


def new(form: Form, model: type[Record], asked: Asked, status: str) -> New:
    """Ask all that a form asks, and give the record with this `status`."""
    asked.talk.tell(form.about)
    values = _entry(asked, model, form.blanks)
    values["status"] = status
    prose = None
    if form.prose:
        prose = _prose(asked.talk, form.prose)
    file = _file(form, values, asked)
    return New(file, record_text(values, prose, model))


def _entry(asked: Asked, model: type[Part], blanks: Sequence[Blank]) -> dict[str, Value]:
    """What is answered to some blanks, in their order; what may be left out and is, does not appear."""
    values: dict[str, Value] = {}
    for blank in blanks:
        if blank.fixed is not None:
            values[blank.key] = blank.fixed
        elif (after := spec(model, blank.key).declared.after) and after not in values:
            continue
        elif (value := _answered(asked, model, blank, values)) or (blank.many and required(model, blank.key)):
            values[blank.key] = value or []
    return values


def _answered(asked: Asked, model: type[Part], blank: Blank, values: Mapping[str, Value]) -> Value:
    taken = takes(asked.portal, model, blank.key, values)
    needed = not blank.optional and required(model, blank.key)
    if blank.entries and taken.inner:
        if blank.listed:
            return _entries(asked, taken.inner, blank, needed=needed)
        wanted = needed or _yes(asked.talk, blank.question)
        return _entry(asked, taken.inner, blank.entries) if wanted else {}
    question = blank.question if needed else f"{blank.question} Press Enter to leave it out."
    first = _one(asked, question, taken, partial(_wrong, model, blank, needed))
    if not blank.many or not first:
        return first
    many, wrong = [first], partial(_wrong, model, blank, False)
    while answer := _one(asked, "One more, or press Enter to go on.", taken, wrong):
        many.append(answer)
    return many


def _wrong(model: type[Part], blank: Blank, needed: bool, answer: str) -> str:
    """Say what is wrong with an answer; empty when it fits."""
    if not answer:
        return "This is needed." if needed else ""
    return problem(model, blank.key, [answer] if blank.many else answer)


def _entries(asked: Asked, inner: type[Part], blank: Blank, *, needed: bool) -> list[dict[str, Value]]:
    """One entry after another, until no more are wanted."""
    made: list[dict[str, Value]] = []
    asked.talk.tell(blank.question)
    if needed:
        made.append(_entry(asked, inner, blank.entries))
    while _yes(asked.talk, "One more?" if made else "Is there one?"):
        made.append(_entry(asked, inner, blank.entries))
    return made


def _yes(talk: Talk, question: str) -> bool:
    while True:
        answer = talk.ask(f"{question} Write yes, or press Enter for no.").strip().lower()
        if answer in ("yes", "y", "no", "n", ""):
            return answer.startswith("y")
        talk.tell("Write yes or no.")


def _one(asked: Asked, question: str, taken: Takes, wrong: Callable[[str], str]) -> str:
    """One answer that fits; an empty one where it may be left out."""
    while True:
        if taken.refers:
            answer = _meant(asked, question, taken.refers)
        elif taken.choices:
            answer = visible(asked.talk, question, taken.choices)
        else:
            answer = asked.talk.ask(question).strip()
        said = wrong(answer)
        if not said:
            return answer
        asked.talk.tell(said)


def _meant(asked: Asked, question: str, refers: Ref) -> str:
    """The address of what somebody means: its own, or a number in a list of what their words may mean."""
    listed: list[str] = []
    none = " Write none where the papers show none." if refers.none else ""
    question = f"{question}{none} Write a few words to look for, or its address."
    while True:
        answer = asked.talk.ask(question).strip()
        chosen = _numbered(answer, listed) or answer
        if not chosen or chosen in listed or (chosen == "none" and refers.none):
            return chosen
        found = search(asked.portal, answer, refers.folders)
        if found and found[0].address == answer:
            return answer
        listed = [one.address for one in found[:SHOWN]]
        for number, one in enumerate(found[:SHOWN], start=1):
            asked.talk.tell(f"  {number}. {one.title} ({one.address})")
        question = "Which one? Write its number, or other words."
        if not found:
            asked.talk.tell(f"Nothing here has the words “{answer}”.")
            question = "Write other words, or its address."
        elif len(found) > SHOWN:
            asked.talk.tell(f"  {len(found) - SHOWN} more have some of these words. Add a word to find them.")


def _numbered(answer: str, listed: Sequence[str]) -> str:
    """The one of a list whose number was written; empty when none was."""
    number = int(answer) if answer.isascii() and answer.isdecimal() else 0
    return listed[number - 1] if 0 < number <= len(listed) else ""


def _prose(talk: Talk, question: str) -> str:
    """Lines of words, until an empty one."""
    lines: list[str] = []
    while line := talk.ask(f"{question} An empty line ends it." if not lines else "").strip():
        lines.append(line)
    return "\n".join(lines)


def _file(form: Form, values: Mapping[str, Value], asked: Asked) -> str:
    """The file's name, from its day and what somebody calls it; never that of a file that is there."""
    days = [str(values.get(key, "")) for key in ("happened", "date", "made", "on")]
    day = next((day for day in days if _DAY.fullmatch(day)), "")
    pattern = _placed(form.file, asked).replace("DAY-", f"{day}-" if day else "")
    called = -2 if pattern.endswith("/index.md") else -1
    while True:
        file = pattern.replace("NAME", asked.talk.ask(_NAME).strip().lower())
        name = file.split("/")[called].partition(".")[0]
        if wrong := addresses.id_problem(name):
            asked.talk.tell(f'The name "{name}" {wrong}. Choose another.')
        elif word := asked.portal.settings.avoided_word_in(file):
            asked.talk.tell(f"“{word}” would stay in histories. Choose a neutral name.")
        elif file in asked.taken:
            asked.talk.tell(
                f"There is {file} already, and nothing is written over. Choose another name, "
                "or end here with Ctrl and C and change that file."
            )
        else:
            return file


def _placed(file: str, asked: Asked) -> str:
    """A form's file in its folder, where the form leaves the folder open."""
    if file.startswith("KIND/"):
        kinds = [(folder, str(KINDS[folder].one)) for folder in SERIES_FOLDERS]
        return file.replace("KIND", _needed(partial(visible, asked.talk, "What sort of set is it?", kinds)))
    if file.startswith("SERIES/"):
        return file.replace("SERIES", _series(asked))
    return file


def _series(asked: Asked) -> str:
    """The address of a set."""
    there: dict[str, Record] = {series.address: series for series in asked.portal.of(Series)}
    sets = replace(asked, portal=replace(asked.portal, records=there))
    while True:
        address = _meant(sets, "In which set does it stand?", Ref(SERIES_FOLDERS))
        if address in there:
            return address
        asked.talk.tell("This is needed.")


def _needed(ask: Callable[[], str]) -> str:
    while not (answer := ask()):
        pass
    return answer
