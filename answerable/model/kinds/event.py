"""Events: dated happenings that no other record carries."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from answerable.model.date import When
from answerable.model.field import (
    PRINTED_DATE,
    Basis,
    Cites,
    Date,
    Ours,
    Part,
    PrintedDate,
    Record,
    Subjects,
    Title,
    with_note,
)
from answerable.model.spec import MINOR, Declared, unwritten


class DatedSaying(Part):
    """One of several dates that papers give for one thing."""

    date: Date
    """The date this paper gives."""
    says: Annotated[Ours, Declared(heading=True)]
    """What the paper dates: agreed, signed."""
    cites: Cites
    """Where it is written."""


class Event(Record):
    """A dated happening that no other record carries."""

    kind_folder: ClassVar[str] = "events"

    title: Title
    """What it is called."""
    date: Annotated[Date | None, Declared(kept=True, dates="comes in")] = None
    """When; left out where papers disagree."""
    printed_date: Annotated[PrintedDate | None, PRINTED_DATE] = None
    """What the paper prints, where another date is counted; readers see both."""
    dates: Annotated[tuple[DatedSaying, ...], Declared(called="date"), MINOR] = ()
    """Where papers disagree: all are shown, none wins."""
    happened: Annotated[
        Literal["yes", "planned", "probable", "reported"],
        Declared(choices="whether it happened", kept=True),
        MINOR,
    ]
    """`reported`: somebody said so at a meeting."""
    announced: Annotated[Date | None, Declared(kept=True)] = None
    """The day the record first knows of a planned event; it stays when the event happened."""
    says: Annotated[Ours | None, Declared(afterwards=True)] = None
    """What happened, in our words."""
    basis: Basis = "in the source"
    """Whether the source dates it, or we worked the date out."""
    about: Subjects = ()
    """What it speaks of."""

    @property
    def whens(self) -> tuple[Date, ...]:
        """Its dates, in the order written."""
        if self.date:
            return (with_note(self, "date", self.date),)
        return tuple(saying.date for saying in self.dates)

    @property
    def when(self) -> When | None:
        """Its date; of several the first written."""
        return next(iter(self.whens), None)

    @property
    def effective_on(self) -> dt.date:
        """Day it was announced, where the record knows it, else the first day on which it happened."""
        return self.announced.day if self.announced else self._first

    @property
    def known_until(self) -> dt.date:
        """Day it happened, or was announced if only planned; of several dates the earliest."""
        return self.effective_on if self.happened == "planned" else self._first

    @property
    def _first(self) -> dt.date:
        return min((when.day for when in self.whens), default=dt.date.min)

    def as_announced(self) -> Event:
        """What could be known of it until it happened: that it was planned, for when and about what."""
        return self.model_copy(update={**unwritten(Event, "afterwards"), "happened": "planned"})
