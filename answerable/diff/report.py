"""Report on two revisions, for a reviewer: what changed, what that does to the site, what the checks think.

It is one value, and can be text for a terminal, Markdown for a merge request, and JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from answerable.diff.compare import FILES, compare
from answerable.diff.gate import Verdict, judge
from answerable.diff.revision import SITE, Revision
from answerable.export.atom import NAME
from answerable.load.sources import Sources
from answerable.problem import Built, ContentError, Problem

Build = Callable[[Sources], Built]
Sort = Literal["pages", "feeds", "others"]
SORTS: Final = MappingProxyType[Sort, str]({"pages": "Pages", "feeds": "Feeds", "others": "Other files"})
"""Others are tables, calendars, pictures, styles."""
NAMED = 5
"""So many files or addresses of a sort are named; the others are counted."""
_MARKS = re.compile(r"([\\`*_\[\]<>#|~&@])")


@dataclass(frozen=True, slots=True)
class Files:
    """Files of one sort that came, changed or went, each in the order of its address."""

    sort: Sort
    added: tuple[str, ...]
    """Addresses as people type them: `/about/`."""
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many did."""
        return len(self.added) + len(self.changed) + len(self.removed)

    @property
    def words(self) -> str:
        """The same in words, the first of each named."""
        sorts = (("new", self.added), ("changed", self.changed), ("removed", self.removed))
        return "; ".join(f"{len(paths)} {sort} ({some(paths)})" for sort, paths in sorts if paths)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to the site and to what the checks find."""

    built: bool
    """Whether both revisions can be built."""
    sorts: tuple[Files, ...]
    """One of each sort; none where one of the revisions cannot be built."""
    new_problems: tuple[Problem, ...]
    """Problems and warnings of the new revision that the old one does not have."""
    mended: tuple[Problem, ...]
    """Those of the old one that the new one does not have."""


@dataclass(frozen=True, slots=True)
class Report:
    """What changed between two revisions, what that does, and what the checks think."""

    old: str
    new: str
    places: Mapping[str, tuple[Verdict, ...]]
    """The changes of each record, or file beside the records, beneath its address and title."""
    form: tuple[str, ...]
    """Files that differ in form only: the order of fields, where lines end."""
    effect: Effect

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every change with its verdict, in order."""
        return tuple(one for verdicts in self.places.values() for one in verdicts)

    @property
    def first(self) -> str:
        """The first sentence: all of it, where the difference is cosmetic throughout."""
        if not self.places:
            form = f"; {_differ(len(self.form))} in form" if self.form else ""
            number = sum(files.number for files in self.effect.sorts)
            ends = f"; with it {counted(number, 'file')} of the site" if number else ""
            return f"No change in meaning{form}{ends}."
        many = counted(len(self.verdicts), "change")
        return f"{many} in meaning in {counted(len(self.places), 'place')}, from {self.old} to {self.new}."

    @property
    def verdict(self) -> str:
        """How many changes are substantive, and how many of these no public note tells; else empty."""
        grave = sum(1 for one in self.verdicts if one.substantive)
        silent = sum(1 for one in self.verdicts if one.silent)
        if not grave:
            return "None of it is substantive." if self.places else ""
        notes = f"no public note tells of {silent}" if silent else "public notes tell of all"
        return f"Substantive: {grave}; {notes}."

    @property
    def in_form(self) -> str:
        """Which files differ in form only, beside changes in meaning; else empty."""
        if not self.form or not self.places:
            return ""
        return f"{_differ(len(self.form))} in form only: {some(self.form)}."

    @property
    def site(self) -> tuple[str, ...]:
        """What it does to the site, a sentence each; none where no byte differs."""
        if not self.effect.built:
            return ("One of the two cannot be built, so what the site would lose or gain is not known.",)
        sentences = [f"{SORTS[files.sort]}: {files.words}." for files in self.effect.sorts if files.number]
        gone = tuple(path for files in self.effect.sorts if files.sort == "pages" for path in files.removed)
        if gone:
            sentences.append(f"Addresses that lead nowhere any more: {some(gone)}.")
        return tuple(sentences) if self.places else ()

    @property
    def checks(self) -> tuple[str, ...]:
        """What the checks find that they did not find before, and what they find no more."""
        mended = counted(len(self.effect.mended), "problem or warning", "problems or warnings")
        gone = (f"No longer found: {mended}.",) if self.effect.mended else ()
        return (*map(str, self.effect.new_problems), *gone)

    @property
    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What stands beneath the changes, each with its heading."""
        sections = (("On the site", self.site), ("What the checks say that is new", self.checks))
        return tuple((heading, sentences) for heading, sentences in sections if sentences)


def report(old: Revision, new: Revision, around: Sources, build: Build) -> Report:
    """The report on two revisions; `around` is what both are built with, for its two days."""
    verdicts = judge(old.portal, new.portal, compare(old.portal, new.portal), around.today)
    places: dict[str, list[Verdict]] = {}
    for one in verdicts:
        places.setdefault(_heading(old, new, one.change.record), []).append(one)
    return Report(
        old.name,
        new.name,
        {heading: tuple(changes) for heading, changes in places.items()},
        _form_only(old, new, verdicts),
        effect(old.sources(around), new.sources(around), build),
    )


def _heading(old: Revision, new: Revision, address: str) -> str:
    """What stands over the changes of one record: its address and its title."""
    record = new.portal.records.get(address) or old.portal.records.get(address)
    return f"{address} · {record.heading if record else FILES.get(address, address)}"


def _form_only(old: Revision, new: Revision, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    """The paths of the files whose bytes differ and whose record has no change."""
    changed = {one.change.record for one in verdicts}
    owners = {source.path: address for one in (old, new) for address, source in one.portal.sources.items()}
    differing = (
        path
        for path in sorted(old.files.keys() | new.files.keys())
        if old.files.get(path) != new.files.get(path)
    )
    return tuple(path for path in differing if owners.get(path, _beside(path)) not in changed)


def _beside(path: str) -> str:
    """The address under which changes of a file that holds no record are listed."""
    return path if path == SITE else path.rpartition("/")[2]


def _differ(number: int) -> str:
    return "1 file differs" if number == 1 else f"{number} files differ"


def effect(old: Sources, new: Sources, build: Build) -> Effect:
    """What differs between two sites, both built, nothing written; a revision with problems has none."""
    (before, was), (after, now) = _outcome(old, build), _outcome(new, build)
    known, left = {_same(one) for one in was}, {_same(one) for one in now}
    new_problems = tuple(one for one in now if _same(one) not in known)
    mended = tuple(one for one in was if _same(one) not in left)
    if before is None or after is None:
        return Effect(False, (), new_problems, mended)
    return Effect(True, tuple(_files(before, after, sort) for sort in get_args(Sort)), new_problems, mended)


def _outcome(sources: Sources, build: Build) -> tuple[Mapping[str, bytes] | None, tuple[Problem, ...]]:
    try:
        built = build(sources)
    except ContentError as error:
        return None, error.problems
    return built.files, built.warnings


def _same(problem: Problem) -> tuple[str, str, str]:
    """What makes it the same problem in another revision, in which lines have moved."""
    return problem.path, problem.message, problem.level


def _files(before: Mapping[str, bytes], after: Mapping[str, bytes], sort: Sort) -> Files:
    was, now = ({path for path in files if _sort(path) == sort} for files in (before, after))
    altered = {path for path in was & now if before[path] != after[path]}
    added, changed, removed = (tuple(sorted(map(_address, p))) for p in (now - was, altered, was - now))
    return Files(sort, added, changed, removed)


def _sort(path: str) -> Sort:
    if path.endswith(".html"):
        return "pages"
    return "feeds" if path.rpartition("/")[2] == NAME else "others"


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"


def in_text(report: Report) -> str:
    """The whole report as plain text, grouped by record; it ends with a line feed."""
    lines = [words for words in (report.first, report.verdict) if words]
    for heading, verdicts in report.places.items():
        lines += ["", heading, *(f"  {one}" for one in verdicts)]
    if report.in_form:
        lines += ["", report.in_form]
    for heading, sentences in report.sections:
        lines += ["", heading, *(f"  {sentence}" for sentence in sentences)]
    return "\n".join(lines) + "\n"


def in_markdown(report: Report) -> str:
    """The whole report as Markdown in which no word of the record can become markup."""
    lines = [f"**{_plain(f'{report.first} {report.verdict}'.strip())}**"]
    for heading, verdicts in report.places.items():
        lines += ["", f"### {_plain(heading)}", "", *(f"- {_plain(str(one))}" for one in verdicts)]
    if report.in_form:
        lines += ["", _plain(report.in_form)]
    for heading, sentences in report.sections:
        lines += ["", f"### {heading}", "", *(f"- {_plain(sentence)}" for sentence in sentences)]
    return "\n".join(lines) + "\n"


def in_json(report: Report) -> str:
    """The whole report as JSON; `docs/reviewing.md` says what each field holds."""
    effect = report.effect
    whole = {
        "old": report.old,
        "new": report.new,
        "cosmetic": not report.places,
        "changes": [_as_data(one) for one in report.verdicts],
        "in_form_only": report.form,
        "site": [asdict(files) for files in effect.sorts] if effect.built else None,
        "found": [asdict(one) for one in effect.new_problems],
        "mended": [asdict(one) for one in effect.mended],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _as_data(one: Verdict) -> dict[str, object]:
    change = one.change
    return {
        "kind": change.kind.value,
        "address": change.address,
        "field": change.field,
        "was": change.was,
        "now": change.now,
        "sentence": change.sentence,
        "substantive": one.substantive,
        "note": one.note or None,
    }


def checked(problems: Sequence[Problem]) -> str:
    """What a check found as Markdown: a sentence, then a line for each problem and each warning."""
    wrong = [problem for problem in problems if problem.level == "error"]
    warnings = [problem for problem in problems if problem.level == "warning"]
    many = counted(len(wrong), "problem") if wrong else "no problems"
    lines = [f"**The content has {many}.**"]
    for title, some in (("To put right", wrong), ("Warnings; they stop nothing", warnings)):
        if some:
            lines += ["", f"### {title}", "", *map(_line, some)]
    return "\n".join(lines) + "\n"


def _line(problem: Problem) -> str:
    words = f"{problem.message} {problem.hint}".split()
    return f"- **{_plain(problem.path)}**, line {problem.line}: {_plain(' '.join(words))}"


def _plain(words: str) -> str:
    """Words in which Markdown sees no mark of its own, and a host no mention of a person."""
    return _MARKS.sub(r"\\\1", words)


def some(names: Sequence[str]) -> str:
    """The first of several names, and that there are more."""
    return ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with what it counts."""
    return f"{number} {noun}" if number == 1 else f"{number} {nouns or noun + 's'}"
