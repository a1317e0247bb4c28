"""Asks: each single thing asked, whose it is, by when, and how it is measured."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, get_args

from answerable.i18n import Message, gettext
from answerable.model.field import (
    BODY,
    Basis,
    BodyRef,
    Cites,
    Date,
    Detail,
    Due,
    Named,
    Ours,
    Part,
    PartId,
    Text,
)
from answerable.model.spec import MINOR, PLACED, Back, Declared, Meaning, Voice

Question = Literal["how much", "how well", "is anyone better off"]


QUESTIONS: Final = get_args(Question)
"""The three questions of a measure, in the order shown."""


class SignOff(Part):
    """Who may say that a thing is done."""

    bodies: Annotated[tuple[BodyRef, ...], Declared(back=Back("What it may sign off", 30)), MINOR]
    """A word that closes reads otherwise when anybody else says it; empty where only an office is named."""
    says: Annotated[Ours | None, Declared(heading=True)] = None
    """On what terms, in our words."""
    cites: Cites = ()
    """Where it is written."""


class Measure(Part):
    """How it is to be measured: how much, how well, or whether anyone is better off."""

    kind: Annotated[Question, MINOR]
    """Which of the three questions it answers; one measure of an item or ask answers each."""
    counts: Ours
    """What is counted or looked at, in our words."""
    baseline: Detail | None = None
    """What it is compared with."""
    baseline_on: Date | None = None
    """The day or time of the baseline."""
    review: Date | None = None
    """When it is to be looked at again."""
    cites: Cites = ()
    """Where it is written."""


class Contribution(Part):
    """What one of several owners is to do."""

    body: Annotated[BodyRef, BODY, MINOR]
    """The owner."""
    does: Annotated[Ours, Declared(heading=True)]
    """Its part, in our words."""
    due: Due | None = None
    """By when this part is due."""


class Consulted(Part):
    """Who was listened to; groups and roles, never a person who has no public role."""

    who: Ours
    """Who they were, as a group or by role."""
    how: Ours | None = None
    """How they were heard, in our words."""
    on: Date | None = None
    """When."""
    cites: Cites
    """Where it is written."""


DueIs = Annotated[Basis | None, Declared(label="Whose reading the date is", called="basis of the due date")]
HowWeWillKnow = Annotated[Text | None, Declared(voice=Voice.OURS, change=Meaning.MEASURE)]
SignsOff = Annotated[SignOff | None, Declared(change=Meaning.MEASURE)]
Measures = Annotated[tuple[Measure, ...], Declared(change=Meaning.MEASURE)]
"""What an ask and a whole item may both say of their date and of what would show that it was done."""


class Ask(Part):
    """One thing asked, with an anchor of its own."""

    noun: ClassVar[Message] = gettext("ask")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    asks: Annotated[
        Text, Declared(called="wording", heading=True, voice=Voice.OURS, change=Meaning.WORDING), PLACED
    ]
    """In our words."""
    in_short: Annotated[
        Text | None, Declared(framed=True, name=True, voice=Voice.NAME, change=Meaning.WORDING)
    ] = None
    """The same in at most twelve plain words, where it is longer; they stand on the sheet to print."""
    owners: Annotated[
        tuple[BodyRef, ...],
        Declared(back=Back("What falls on it", 2), called="who it falls on", change=Meaning.OWNER),
        PLACED,
    ]
    """Who is to do it; empty where nobody is named."""
    owners_role: Annotated[
        Text | None, Declared(called="role it falls on", voice=Voice.PAPER, change=Meaning.OWNER), PLACED
    ] = None
    """In which role."""
    named: Annotated[Named, Declared(called="how its owner is named", change=Meaning.OWNER), PLACED]
    """Whether the text names who, the context does, or nothing does."""
    named_why: Annotated[Text | None, Declared(voice=Voice.OURS, change=Meaning.OWNER), PLACED] = None
    """What the context is, or what else the text says of who."""
    implied: Annotated[Literal["yes"] | None, Declared(choices="whether it is implied"), MINOR] = None
    """The text calls for it without putting it as a request."""
    contributions: Annotated[
        tuple[Contribution, ...], Declared(called="contribution", change=Meaning.OWNER)
    ] = ()
    """Each owner's own part."""
    due: Annotated[Due | None, PLACED] = None
    """Left out where no timescale is given."""
    due_is: DueIs = None
    """Whose reading the due date is, where no paper prints it."""
    how_we_will_know: HowWeWillKnow = None
    """What would show that it was done."""
    sign_off: SignsOff = None
    """Who may say that it is done, where not everybody may."""
    measures: Measures = ()
    """How it is to be measured."""
    cites: Cites
    """Where it is written."""

    @property
    def has_timescale(self) -> bool:
        """Whether the text gives a day by when, for the whole or for one owner's part."""
        return self.due is not None or any(share.due for share in self.contributions)
