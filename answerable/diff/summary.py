"""Everything a reviewer is told of two revisions, as one value; the writers beside it give it a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from answerable.diff.changes import compare
from answerable.diff.effect import Build, Effect, Files, effect
from answerable.diff.fields import FILES
from answerable.diff.gate import Judged, judge
from answerable.diff.revision import SITE, Revision
from answerable.load.sources import Sources

NAMED = 5
"""So many files or addresses of a sort are named; the others are counted."""
SORTS = MappingProxyType({"pages": "Pages", "feeds": "Feeds", "others": "Other files"})
UNTOLD = "NO PUBLIC NOTE"


@dataclass(frozen=True, slots=True)
class Place:
    """The changes of one record, or of a file beside the records."""

    address: str
    heading: str
    judged: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What changed between two revisions, what that does, and what the checks think."""

    old: str
    new: str
    places: tuple[Place, ...]
    form: tuple[str, ...]
    """Files that differ in form only: comments, the order of fields, where lines end."""
    effect: Effect

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Every change, in order."""
        return tuple(one for place in self.places for one in place.judged)

    @property
    def first(self) -> str:
        """The first sentence of the brief: all of it, where the difference is cosmetic throughout."""
        if not self.places:
            form = f"; {_differ(len(self.form))} in form" if self.form else ""
            number = sum(files.number for files in self.effect.sorts)
            ends = f"; with it {counted(number, 'file')} of the site" if number else ""
            return f"No change in meaning{form}{ends}."
        many = counted(len(self.judged), "change")
        return f"{many} in meaning in {counted(len(self.places), 'place')}, from {self.old} to {self.new}."

    @property
    def verdict(self) -> str:
        """How many changes are substantive, and how many of these no public note tells; else empty."""
        grave = sum(1 for one in self.judged if one.substantive)
        silent = sum(1 for one in self.judged if one.silent)
        if not grave:
            return "None of it is substantive." if self.places else ""
        told = f"no public note tells of {silent}" if silent else "public notes tell of all"
        return f"Substantive: {grave}; {told}."

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
        told = [f"{SORTS[files.sort]}: {_came(files)}." for files in self.effect.sorts if files.number]
        gone = tuple(path for files in self.effect.sorts if files.sort == "pages" for path in files.removed)
        if gone:
            told.append(f"Addresses that lead nowhere any more: {some(gone)}.")
        return tuple(told) if self.places else ()

    @property
    def checks(self) -> tuple[str, ...]:
        """What the checks find that they did not find before, and what they find no more."""
        mended = counted(len(self.effect.mended), "problem or warning", "problems or warnings")
        gone = (f"No longer found: {mended}.",) if self.effect.mended else ()
        return (*map(str, self.effect.found), *gone)

    @property
    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What stands beneath the changes, each with its heading."""
        found = (("On the site", self.site), ("What the checks say that is new", self.checks))
        return tuple((heading, sentences) for heading, sentences in found if sentences)


def brief(old: Revision, new: Revision, around: Sources, build: Build) -> Brief:
    """The brief of two revisions; `around` is what both are built with, for its two days."""
    judged = judge(old.portal, new.portal, compare(old.portal, new.portal), around.today)
    places = tuple(
        Place(record, heading(old, new, record), tuple(one for one in judged if one.change.record == record))
        for record in dict.fromkeys(one.change.record for one in judged)
    )
    done = effect(old.sources(around), new.sources(around), build)
    return Brief(old.name, new.name, places, _form_only(old, new, judged), done)


def heading(old: Revision, new: Revision, address: str) -> str:
    """What stands over the changes of one record: its address and its title."""
    record = new.portal.records.get(address) or old.portal.records.get(address)
    return f"{address} · {record.heading if record else FILES.get(address, address)}"


def told(one: Judged) -> str:
    """What is said behind a change's sentence: which note tells of it, or that none does."""
    if not one.substantive:
        return ""
    return UNTOLD if one.silent else f"told by {one.note}"


def some(names: Sequence[str]) -> str:
    """The first of several names, and that there are more."""
    return ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with what it counts."""
    return f"{number} {noun}" if number == 1 else f"{number} {nouns or noun + 's'}"


def _form_only(old: Revision, new: Revision, judged: Sequence[Judged]) -> tuple[str, ...]:
    """The paths of the files whose bytes differ and of whose record no change is told."""
    told = {one.change.record for one in judged}
    owners = {source.path: address for one in (old, new) for address, source in one.portal.sources.items()}
    differing = (
        path
        for path in sorted(old.files.keys() | new.files.keys())
        if old.files.get(path) != new.files.get(path)
    )
    return tuple(path for path in differing if owners.get(path, _beside(path)) not in told)


def _came(files: Files) -> str:
    sorts = (("new", files.added), ("changed", files.changed), ("removed", files.removed))
    return "; ".join(f"{len(paths)} {sort} ({some(paths)})" for sort, paths in sorts if paths)


def _beside(path: str) -> str:
    """The address under which changes of a file that holds no record are told."""
    return path if path == SITE else path.rpartition("/")[2]


def _differ(number: int) -> str:
    return "1 file differs" if number == 1 else f"{number} files differ"
