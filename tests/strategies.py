"""Made-up records for properties: dated records of every kind, and whole small portals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from answerable.model import date as dates
from answerable.model.kinds.body import Body
from answerable.model.kinds.correction import Correction
from answerable.model.kinds.document import Document
from answerable.model.kinds.item import Item
from answerable.model.kinds.promise import Promise
from tests.portals import TODAY, harbour, public, record_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hypothesis.strategies import DrawFn, SearchStrategy

    from answerable.load.sources import Sources
    from answerable.model.portal import Portal

Files: TypeAlias = "dict[str, bytes]"
Fields: TypeAlias = "dict[str, object]"
FIRST = date(2029, 6, 12)
"""The day of the harbour's motion."""
CHECKER = "bodies/inspector"
"""A body on which nothing falls, so that it may check."""

WORDS = st.lists(
    st.sampled_from(
        [
            "lamp",
            "quay",
            "R&D",
            "<b>",
            "“so”",
            "don’t",
            "50%",
            "naïve",
            "mole_",
            "*bell*",
            "--",
            "½",
            "a|b",
            "[x](y)",
            "{{x}}",
            "née",
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
"""Texts in which much would mean something to markup, and must come out as it went in."""
IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
"""Ids that sort before, between and after those of the harbour."""


CHECKS = st.sampled_from(["checked", "disputed"])
FOUND = st.sampled_from(["yes", "no", "in part", "not looked at"])


@dataclass(frozen=True)
class Ground:
    """What made-up records may refer to."""

    days: Mapping[str, date]
    """Each address, with the day from which others may refer to it."""
    items: tuple[str, ...]
    """What can be moved: items, asks and promises."""
    places: tuple[tuple[str, str], ...]
    """A document and a place in it."""
    bodies: tuple[str, ...]

    def by(self, day: date, among: Iterable[str]) -> list[str]:
        """Give those of the addresses that are there on a day."""
        return [address for address in among if self.days[address.partition("#")[0]] <= day]


def ground(portal: Portal) -> Ground:
    """Give what of a portal new records may refer to."""
    known = {address: record for address, record in portal.records.items() if not record.retracted}
    asks = [f"{address}#{ask.id}" for address, r in known.items() if isinstance(r, Item) for ask in r.asks]
    whole = [a for a, r in known.items() if isinstance(r, Promise) or (isinstance(r, Item) and not r.asks)]
    return Ground(
        days={
            address: r.effective_on if isinstance(r, Correction) else portal.day_of(r)
            for address, r in known.items()
        },
        items=(*asks, *whole),
        places=tuple((d.address, d.places[0].place) for d in portal.of(Document) if d.places),
        bodies=tuple(body.address for body in portal.of(Body) if body.address != CHECKER),
    )


@st.composite
def days(draw: DrawFn, after: date, until: date) -> str:
    """Give a date as people write it: the day it comes in lies after one day, and not after another."""
    day = draw(st.dates(after + timedelta(days=1), until))
    forms = (
        f"{day}",
        f"by {day}",
        f"about {day}",
        f"since {day}",
        f"{day - timedelta(days=9)} to {day}",
        f"{day:%Y-%m}",
        f"end of {day:%Y-%m}",
        f"spring {day:%Y}",
        f"{day:%Y}",
    )
    return draw(st.sampled_from([form for form in forms if after < dates.read(form).day <= until]))


class Made:
    """One record in the making: draws its fields from what is there on its day."""

    def __init__(self, draw: DrawFn, known: Ground, when: str) -> None:
        self.draw, self.there, self.when = draw, known, when
        self.day = dates.read(when).day
        self.title = draw(WORDS)
        self.body = draw(st.sampled_from(known.bodies))

    def cites(self) -> list[Fields]:
        """Give a citation or two."""
        chosen = self.draw(st.lists(st.sampled_from(self.there.places), min_size=1, max_size=2))
        return [{"in": paper, "at": place, "quote": self.draw(WORDS)} for paper, place in chosen]

    def about(self) -> list[str]:
        """Give up to three things that are there on the day."""
        known = self.there.by(self.day, self.there.days)
        return self.draw(st.lists(st.sampled_from(known), max_size=3, unique=True))

    def event(self) -> Fields:
        """An event, of one date or of two that differ."""
        dated: Fields = {"date": self.when}
        if self.draw(st.booleans()):
            dated = {
                "dates": [{"date": self.when, "says": self.draw(WORDS), "cites": self.cites()} for _ in "12"]
            }
        happened = self.draw(st.sampled_from(["yes", "probable", "reported"]))
        return {
            "title": self.title,
            **dated,
            "happened": happened,
            "says": self.draw(WORDS),
            "about": self.about(),
        }

    def update(self) -> Fields:
        """An update that moves one to three things, each on some axis, or its date."""
        known = self.there.by(self.day, self.there.items)
        chosen = (
            self.draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True)) if known else []
        )
        order = str(self.draw(st.integers(1, 9)))
        basis = self.draw(st.sampled_from(["ours", "in the source"]))
        moves = [self._move(item) for item in chosen]
        return {
            "title": self.title,
            "happened": self.when,
            "by": self.body,
            "at": "none",
            "order": order,
            "basis": basis,
            "cites": self.cites(),
            "moves": moves,
            **self._offer(),
        }

    def _offer(self) -> Fields:
        """That somebody cleared it, and whether a reply was offered: needed where a move criticises."""
        offered = st.fixed_dictionaries({"offered_reply": st.just(self.day.isoformat())})
        told = self.draw(st.one_of(offered, st.fixed_dictionaries({"why_not": WORDS})))
        return {**told, "cleared": {"by": self.draw(WORDS), "on": FIRST.isoformat()}}

    def _move(self, item: str) -> Fields:
        reply = st.sampled_from(["agreed", "in-place", "no-comment"])
        what: Fields = self.draw(
            st.one_of(
                st.fixed_dictionaries({"reply": reply}),
                st.fixed_dictionaries({"progress": st.sampled_from(["said-under-way", "shown-done"])}),
                st.fixed_dictionaries(
                    {"check": CHECKS, "by": st.just(CHECKER), "carried_out": FOUND, "working": FOUND}
                ),
                st.fixed_dictionaries({"due": st.just("2031-05-01"), "due_why": WORDS}),
            )
        )
        return {"item": item, **what, "says": self.draw(WORDS), "cites": self.cites()}

    def promise(self) -> Fields:
        """A promise."""
        due = (self.day + timedelta(days=self.draw(st.integers(1, 99)))).isoformat()
        return {
            "title": self.title,
            "by": self.body,
            "made": self.when,
            "due": due,
            "about": self.about(),
            "cites": self.cites(),
        }

    def meeting(self) -> Fields:
        """A meeting, held or only mentioned."""
        state = self.draw(st.sampled_from(["held", "mentioned"]))
        items = [
            {"id": "m1", "number": "1", "title": self.draw(WORDS), "outcome": "noted", "cites": self.cites()}
        ]
        return {"title": self.title, "body": self.body, "date": self.when, "state": state, "items": items}

    def statement(self) -> Fields:
        """A statement; it is of one day."""
        return {"title": self.title, "by": self.body, "on": self.day.isoformat(), "about": self.about()}

    def correction(self) -> Fields:
        """A correction of what was there on the day it was made."""
        return {
            "title": self.title,
            "on": self.day.isoformat(),
            "about": self.about(),
            "before": self.draw(WORDS),
            "after": self.draw(WORDS),
            "why": self.draw(WORDS),
            "approved_by": self.draw(WORDS),
        }


KINDS: Mapping[str, tuple[str, Callable[[Made], Fields]]] = {
    "events": (".yaml", Made.event),
    "updates": (".md", Made.update),
    "promises": (".yaml", Made.promise),
    "meetings": (".md", Made.meeting),
    "statements": (".md", Made.statement),
}
OURS: Mapping[str, tuple[str, Callable[[Made], Fields]]] = {"corrections": (".yaml", Made.correction)}
"""What is not of a day of the record: it is shown with what it concerns, as it is today."""


def _states(today: date, *, hidden: bool) -> SearchStrategy[Fields]:
    """Give the fields that make a record public on a day, or keep it from being so."""
    if not hidden:
        return st.just({"status": "published"})
    until = st.dates(today + timedelta(days=1), today + timedelta(days=900)).map(str)
    return st.one_of(
        st.just({"status": "draft"}),
        st.fixed_dictionaries({"status": st.just("published"), "embargo": until}),
    )


@st.composite
def records(
    draw: DrawFn,
    known: Ground,
    folder: str,
    after: date,
    until: date,
    *,
    hidden: bool = False,
    today: date = TODAY,
    ours: bool = True,
    most: int = 3,
) -> Files:
    """Give one to `most` made-up dated records as files below `folder`; hidden ones are not public today.

    Some are of one set: these become public together.
    Without `ours`, what this site says of itself is not among them.
    """
    kinds = {**KINDS, **(OURS if ours else {})}
    made = {}
    for _ in range(draw(st.integers(1, most))):
        kind = draw(st.sampled_from(sorted(kinds)))
        suffix, fields = kinds[kind]
        record = Made(draw, known, draw(days(after, until)))
        path = f"{folder}/{kind}/{draw(IDS)}{suffix}"
        prose = draw(WORDS).replace("<b>", "").replace("[x](y)", "") + " quay." if suffix == ".md" else None
        made[path] = (fields(record), prose)
    states = _states(today, hidden=hidden)
    name = f"{folder}-{draw(IDS)}" if len(made) > 1 and draw(st.booleans()) else None
    shared = {**draw(states), "set": name} if name else None
    return {
        path: record_file({**own, **(shared or draw(states))}, prose) for path, (own, prose) in made.items()
    }


class Small:
    """A small portal; only what was made up for it is shown when a test fails."""

    def __init__(self, sources: Sources, made_up: Files) -> None:
        self.sources, self.made_up = sources, made_up

    def __repr__(self) -> str:
        return f"Small({self.made_up})"


@st.composite
def portals(draw: DrawFn) -> Small:
    """Give a small portal: the harbour's bodies and papers, some points, and made-up records about them."""
    base = harbour(private={})
    always = (
        "content/bodies/",
        "content/documents/",
        "content/people/",
        "content/pages/",
        "content/help/",
        "content/statuses.yaml",
        "content/motions/2029-06-12/",
        "content/meetings/2029-06-12",
    )
    dropped = draw(st.sets(st.sampled_from("1234"), max_size=3))
    points = {f"content/motions/2029-06-12/{number}.md" for number in dropped}
    few = {
        path: data for path, data in base.content.items() if path.startswith(always) and path not in points
    }
    settings = base.settings["site.yaml"].replace(b', "reviews/2029-09-20", "resolutions/2030-02-04"', b"")
    few["content/pages/about.md"] = record_file(
        {"title": draw(WORDS), "status": "published"}, "A small harbour."
    )
    sources = replace(base, settings={"site.yaml": settings}, content=few, archive=None)
    known = ground(public(sources))
    made_up = draw(records(known, "content", FIRST, TODAY))
    return Small(replace(sources, content={**few, **made_up}), made_up)
