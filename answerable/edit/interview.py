"""An interview: the questions of a form one by one, and what is answered.

Nothing is read, written or printed here. Whoever asks gives two functions: one that puts a question and
gives the answer, one that says something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from answerable.edit.form import Form, Value, choices, problem
from answerable.edit.lookup import Match, search
from answerable.load.question import NEEDED, question
from answerable.load.writer import record_text
from answerable.model.address import id_problem
from answerable.model.field import SERIES_FOLDERS, Part, Record
from answerable.model.kinds.series import Series
from answerable.model.portal import Portal
from answerable.model.registry import KINDS
from answerable.model.spec import FieldSpec, Ref, spec, specs
from answerable.problem import did_you_mean

MATCHES: Final = 9
"""So many matches are listed at once."""
MISSING: Final = "This is needed."
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

    def choose(self, question: str, choices: Sequence[tuple[str, str]]) -> str:
        """One of a few values, by its number or as it is written; empty for no answer."""
        values = [value for value, _ in choices]
        names = (name if name == value else f"{name} ({value})" for value, name in choices)
        listed = "\n".join(f"  {number}. {name}" for number, name in enumerate(names, start=1))
        while True:
            answer = self.ask(f"{question}\n{listed}").strip()
            value = _numbered(answer, values) or answer
            if value in values or not value:
                return value
            self.tell(f"“{answer}” is none of these. {did_you_mean(answer, values) or 'Write its number.'}")

    def agrees(self, question: str) -> bool:
        """Whether somebody says yes."""
        while True:
            answer = self.ask(f"{question} Write yes, or press Enter for no.").strip().lower()
            if answer in ("yes", "y", "no", "n", ""):
                return answer.startswith("y")
            self.tell("Write yes or no.")

    def lines(self, question: str) -> str:
        """Lines of words, until an empty one."""
        lines: list[str] = []
        while line := self.ask("" if lines else f"{question} An empty line ends it.").strip():
            lines.append(line)
        return "\n".join(lines)


def _numbered(answer: str, listed: Sequence[str]) -> str:
    """The one of a list whose number was written; empty when none was."""
    number = int(answer) if answer.isascii() and answer.isdecimal() else 0
    return listed[number - 1] if 0 < number <= len(listed) else ""


@dataclass(frozen=True, slots=True)
class Interview:
    """Somebody who is asked, beside the record as it is and the files there are."""

    portal: Portal
    taken: frozenset[str]
    """Files below the content folders, which nothing may take the place of."""
    talk: Talk

    def record(self, form: Form, status: str) -> tuple[str, str]:
        """File below the content folder, and its text, of a new record with this `status`."""
        self.talk.tell(" ".join((form.model.__doc__ or "").split()))
        values = self._entry(form.model, form.fields) | {"status": status}
        prose = self.talk.lines(form.prose) if form.prose else None
        return self._file(form, values), record_text(values, prose, form.model)

    def _entry(self, model: type[Part], fields: Mapping[str, Value]) -> dict[str, Value]:
        """Answers to some questions, in their order, without what was left out."""
        values: dict[str, Value] = {}
        for key, asked in fields.items():
            field = spec(model, key)
            if isinstance(asked, str) and not question(asked):
                values[key] = asked
            elif field.declared.after and field.declared.after not in values:
                continue
            elif answer := self._answer(model, field, asked, values):
                values[key] = answer
            elif field.many and field.required:
                values[key] = []
        return values

    def _answer(
        self, model: type[Part], field: FieldSpec, asked: Value, values: Mapping[str, Value]
    ) -> Value:
        if field.part:
            return self._parts(field, asked)
        text = asked if isinstance(asked, str) else str(next(iter(asked)))
        needed, words = text.startswith(NEEDED), question(text)
        words = words if needed else f"{words} Press Enter to leave it out."
        answers: list[str] = []
        while answer := self._one(model, field, words, values, needed=needed and not answers):
            if not field.many:
                return answer
            answers.append(answer)
            words = "One more, or press Enter to go on."
        return answers

    def _parts(self, field: FieldSpec, asked: Value) -> Value:
        """The parts of a field one after another, until no more are wanted; or its one part."""
        part = cast("type[Part]", field.part)
        fields = cast("Mapping[str, Value]", asked[0] if isinstance(asked, list) else asked)
        self.talk.tell(field.says)
        entries: list[Mapping[str, Value]] = []
        while (field.required and not entries) or self.talk.agrees(
            "One more?" if entries else "Is there one?"
        ):
            entries.append(self._entry(part, fields))
            if not field.many:
                return entries[0]
        return entries

    def _one(
        self, model: type[Part], field: FieldSpec, words: str, values: Mapping[str, Value], *, needed: bool
    ) -> str:
        """One answer that fits; an empty one where it may be left out."""
        listed = choices(self.portal, model, field, values)
        while True:
            if field.ref:
                answer = self._meant(words, field.ref, self.portal)
            else:
                answer = self.talk.choose(words, listed) if listed else self.talk.ask(words).strip()
            fault = MISSING if needed else ""
            if answer:
                fault = problem(model, field, [answer] if field.many else answer)
            if not fault:
                return answer
            self.talk.tell(fault)

    def _meant(self, words: str, ref: Ref, portal: Portal) -> str:
        """The address of what somebody means: its own, or a number in a list of what the words may mean."""
        listed: list[str] = []
        none = " Write none where the papers show none." if ref.none else ""
        words = f"{words}{none} Write a few words to look for, or its address."
        while True:
            answer = self.talk.ask(words).strip()
            chosen = _numbered(answer, listed) or answer
            if not chosen or chosen in listed or (chosen == "none" and ref.none):
                return chosen
            matches = search(portal, answer, ref.folders)
            if matches and matches[0].address == answer:
                return answer
            listed = [match.address for match in matches[:MATCHES]]
            self._list(matches, answer)
            words = "Which one? Write its number, or other words."
            if not matches:
                words = "Write other words, or its address."

    def _list(self, matches: Sequence[Match], answer: str) -> None:
        for number, match in enumerate(matches[:MATCHES], start=1):
            self.talk.tell(f"  {number}. {match.title} ({match.address})")
        if not matches:
            self.talk.tell(f"Nothing here has the words “{answer}”.")
        elif len(matches) > MATCHES:
            more = len(matches) - MATCHES
            self.talk.tell(f"  {more} more have some of these words. Add a word to find them.")

    def _file(self, form: Form, values: Mapping[str, Value]) -> str:
        """The file's name, from its day and what somebody calls it; never that of a file that is there."""
        days = (str(values.get(spec.alias, "")) for spec in specs(form.model) if spec.declared.dates)
        day = next((day for day in days if _DAY.fullmatch(day)), "")
        pattern = self._placed(form.file).replace("DAY-", f"{day}-" if day else "")
        while True:
            file = pattern.replace("NAME", self.talk.ask(_NAME).strip().lower())
            name = file.removesuffix("/index.md").rpartition("/")[2].partition(".")[0]
            if wrong := id_problem(name):
                self.talk.tell(f'The name "{name}" {wrong}. Choose another.')
            elif word := self.portal.settings.avoided_word_in(file):
                self.talk.tell(f"“{word}” would stay in histories. Choose a neutral name.")
            elif file in self.taken:
                self.talk.tell(
                    f"There is {file} already, and nothing is written over. Choose another name, "
                    "or end here with Ctrl and C and change that file."
                )
            else:
                return file

    def _placed(self, file: str) -> str:
        """A form's file in its folder, where the form leaves the folder open."""
        if file.startswith("KIND/"):
            kinds = [(folder, str(KINDS[folder].one)) for folder in SERIES_FOLDERS]
            while not (folder := self.talk.choose("What sort of set is it?", kinds)):
                pass
            return file.replace("KIND", folder)
        if file.startswith("SERIES/"):
            series: dict[str, Record] = {one.address: one for one in self.portal.of(Series)}
            sets = replace(self.portal, records=series)
            while (
                address := self._meant("In which set does it stand?", Ref(SERIES_FOLDERS), sets)
            ) not in series:
                self.talk.tell(MISSING)
            return file.replace("SERIES", address)
        return file
