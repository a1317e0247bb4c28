"""Help lines: whom to call, shown only while somebody has confirmed it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Final

from answerable.model.field import Day, Detail, Ours, Record, Title, YesNo
from answerable.model.spec import MINOR, Declared, unwritten

NOT_SHOWN: Final = "not shown"
"""What stands for the number of a line that nobody has confirmed lately."""
Lapsing = Annotated[Detail, Declared(lapses=True)]
"""What goes out of date, besides the number."""


class HelpLine(Record):
    """A line for help: data that goes out of date.

    A number that no longer answers can do harm, and the pages of the services themselves disagree about
    hours and ages. So each line says when somebody last confirmed it, and is shown for a time only.
    """

    kind_folder: ClassVar[str] = "help"
    template: ClassVar[str] = "help"

    name: Title
    """What the line is."""
    order: Annotated[int, Declared(called="place in the order", framed=True, kept=True), MINOR]
    """Its place among the lines; those that are certain stand before all others."""
    certain: Annotated[YesNo, Declared(framed=True), MINOR]
    """Whether it needs no confirming, because it does not change (999, 101); one line at least is certain."""
    number: Annotated[Detail, Declared(name=True)]
    """The number to call, as people dial it; `not shown` in what readers get where it is left out."""
    who_for: Annotated[Ours, Declared(label="For")]
    """Whom it is for, in the words they would use."""
    ages: Lapsing | None = None
    """Who is too young or too old for it, where there is a limit: `16 and over`."""
    area: Lapsing | None = None
    """Where callers must live, where there is a limit."""
    hours: Lapsing | None = None
    """When somebody answers."""
    cost: Lapsing | None = None
    """What a call costs the caller."""
    on_bill: Annotated[Lapsing | None, Declared(label="On a phone bill")] = None
    """Whether the call shows on a phone bill; somebody else may open it."""
    languages: Lapsing | None = None
    """Languages in which it answers, and how to ask for another."""
    by_text: Annotated[Lapsing | None, Declared(label="By text message")] = None
    """How to reach it by text message."""
    by_chat: Annotated[Lapsing | None, Declared(label="Web chat")] = None
    """The address of its web chat, over https, or how to find it."""
    bsl: Annotated[Lapsing | None, Declared(label="In British Sign Language")] = None
    """How to reach it in British Sign Language."""
    checked: Annotated[Day | None, Declared(label="Last confirmed"), MINOR] = None
    """The day somebody last called it or asked the service, and confirmed all of the above."""
    checked_by: Annotated[Detail | None, Declared(label="Confirmed by", after="checked")] = None
    """Who did, by role."""

    @property
    def is_hidden(self) -> bool:
        """Whether its number is not there, because nobody has confirmed it lately."""
        return self.number == NOT_SHOWN

    def shown_until(self, days: int) -> dt.date | None:
        """Last day it is shown, so many days after it was confirmed; none if it never was."""
        if self.checked is None or self.checked_by is None:
            return None
        return self.checked + dt.timedelta(days=days)

    def unconfirmed(self, today: dt.date, days: int) -> HelpLine:
        """Line as it is; on a day when it is not to be shown, without number and ways to reach it.

        Its name, whom it is for and when it was last confirmed stay.
        """
        until = self.shown_until(days)
        if self.certain or (until and today <= until):
            return self
        return self.model_copy(update={**unwritten(HelpLine, "lapses"), "number": NOT_SHOWN})
