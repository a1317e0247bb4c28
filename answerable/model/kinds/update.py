"""Updates: who moved which items, to what, because of what."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from answerable.i18n import Message, gettext
from answerable.model.field import (
    BY,
    ActorOrNone,
    ActorRef,
    AnyRef,
    Basis,
    Cites,
    Date,
    DateOrNone,
    Day,
    Detail,
    Due,
    ItemRef,
    Ours,
    Part,
    PartId,
    PlaceOrNone,
    Printed,
    Record,
    Title,
    YesNo,
)
from answerable.model.kinds.ask import Question
from answerable.model.spec import MINOR, PLACED, Back, Declared, Meaning, Voice

Found = Annotated[Literal["yes", "no", "in part", "not looked at"], Declared(choices="what a check found")]


class Evidence(Part):
    """What a reply points to."""

    what: Annotated[Ours, Declared(heading=True)]
    """What it points to, in our words."""
    cites: Cites
    """Where it is written."""


class Suggestion(Part):
    """A suggestion made in a reply."""

    noun: ClassVar[Message] = gettext("suggestion")

    id: PartId
    """Its id on the page, for links: small letters, digits and hyphens."""
    says: Annotated[Ours, Declared(heading=True, undertakes=True)]
    """In our words."""
    cites: Cites
    """Where it is written."""


class Voiced(Part):
    """What somebody said of a rating."""

    by: Annotated[ActorRef, BY, MINOR]
    """Who said it."""
    says: Annotated[Ours, Declared(heading=True, undertakes=True)]
    """In our words."""
    cites: Cites
    """Where it is written."""


class Rating(Part):
    """A rating as somebody reported it; it sets no status here."""

    as_printed: Printed
    """The colour and words as printed."""
    by: Annotated[ActorOrNone, BY, Declared(none="nobody, in the papers held"), MINOR]
    """Who rated it; `none` where no paper says."""
    challenge: Annotated[Voiced | None, MINOR] = None
    """Who questioned it, and how."""
    answer: Annotated[Voiced | None, MINOR] = None
    """What was said in answer."""


class Measurement(Part):
    """What was found later where a measure is looked at again."""

    of: Annotated[Question, Declared(choices="a question of a measure"), MINOR]
    """Which measure of the item or ask it is of."""
    found: Detail
    """What was counted or seen, in our words."""
    on: Date | None = None
    """The day or time it is of; the update's own day where left out."""
    cites: Cites
    """Where it is written."""


class Move(Part):
    """One item or ask moved, on one or more axes."""

    item: Annotated[
        ItemRef, Declared(back=Back("What moved it", 23), heading=True, identity=True), MINOR, PLACED
    ]
    """The item, ask or promise that moved."""
    reply: Annotated[Detail | None, PLACED] = None
    """A word of the reply axis in statuses.yaml."""
    progress: Annotated[Detail | None, PLACED] = None
    """A word of the progress axis."""
    check: Annotated[Detail | None, PLACED] = None
    """A word of the check axis."""
    by: Annotated[ActorRef | None, BY, Declared(change=Meaning.STATUS), PLACED] = None
    """Whose view or work it is; the update's own `by` where left out."""
    reported_by: Annotated[
        ActorRef | None, Declared(back=Back("What it reported of others", 5), change=Meaning.STATUS), PLACED
    ] = None
    """Who says so, where that is somebody else: the badge then speaks in its voice."""
    says: Annotated[Ours | None, Declared(undertakes=True), PLACED] = None
    """What was said, in our words."""
    leaves_open: Annotated[Ours | None, PLACED] = None
    """What the reply does not answer, in our words."""
    adopted_by: Annotated[
        AnyRef | None,
        Declared(label="Because of", back=Back("Named as the reason", 24), change=Meaning.STATUS),
    ] = None
    """The item that takes it up."""
    due: Annotated[Due | None, MINOR] = None
    """A new due date; the first one is kept."""
    due_why: Annotated[
        Ours | None, Declared(label="Reason for the new date", undertakes=True, after="due")
    ] = None
    """Needed with `due`: the reason given, or `no reason given`."""
    due_effect: Annotated[Ours | None, Declared(label="What the new date changes")] = None
    """What the new date changes for others, where a paper says."""
    forwarded_to: Annotated[
        tuple[ActorRef, ...], Declared(back=Back("What was forwarded to it", 29)), MINOR
    ] = ()
    """To whom it was sent on, on the day this happened."""
    carried_out: Annotated[
        Found | None, Declared(label="Carried out?", after="check", change=Meaning.STATUS)
    ] = None
    """What a check found of whether it was carried out; needed with `check`."""
    working: Annotated[Found | None, Declared(label="Working?", after="check", change=Meaning.STATUS)] = None
    """What a check found of whether it works; needed with `check`."""
    recheck: Annotated[Date | None, Declared(label="To be checked again", change=Meaning.STATUS)] = None
    """When it is to be checked again."""
    rating: Annotated[Rating | None, Declared(change=Meaning.STATUS)] = None
    """A rating as reported, beside our own words."""
    measurements: Annotated[tuple[Measurement, ...], Declared(change=Meaning.MEASURE)] = ()
    """What was found where a measure of the item or ask was looked at again."""
    in_part: Annotated[YesNo, Declared(change=Meaning.STATUS)] = False
    """Whether it holds only in part."""
    basis: Annotated[Basis | None, Declared(change=Meaning.STATUS), PLACED] = None
    """Whose words sort this move, where not the whole update's."""
    suggests: Annotated[tuple[Suggestion, ...], Declared(called="suggestion"), MINOR] = ()
    """Suggestions made in the reply."""
    evidence: Annotated[
        tuple[Evidence, ...], Declared(label="Shows", called="what is shown", change=Meaning.CITATION)
    ] = ()
    """What the reply points to."""
    cites: Cites
    """Where it is written."""


class Update(Record):
    """A dated file that says who moved which items, to what, because of what."""

    kind_folder: ClassVar[str] = "updates"
    template: ClassVar[str] = "update"

    title: Annotated[Title, Declared(voice=Voice.OURS, undertakes=True)]
    """What happened, in a few words."""
    happened: Annotated[Date, Declared(kept=True, dates="comes in")]
    """The day the standing counts from."""
    happened_is: Annotated[Detail | None, Declared(label="The day counts from")] = None
    """What that day is of."""
    decided: DateOrNone = None
    """The day it was decided."""
    published: DateOrNone = None
    """The day it became public; `none` where no paper says."""
    by: Annotated[ActorRef, BY, Declared(opens=True, change=Meaning.STATUS)]
    """Whose view or work it is."""
    at: Annotated[
        PlaceOrNone,
        Declared(
            label="Where",
            none="no meeting that a paper held names",
            back=Back("What moved there", 20),
            called="place",
            opens=True,
        ),
        MINOR,
    ]
    """The meeting's item or the document in which it happened, or `none`."""
    order: Annotated[
        int, Declared(called="place in the order", framed=True, kept=True, change=Meaning.STATUS)
    ] = 1
    """Among updates of one day."""
    basis: Annotated[Basis, Declared(change=Meaning.STATUS)]
    """Whose words sort the moves: the source's or ours."""
    offered_reply: Annotated[Day | None, Declared(label="A reply was offered", opens=True), MINOR] = None
    """The day on which whoever is criticised was offered a reply before it became public."""
    why_not: Annotated[Ours | None, Declared(label="No reply was offered", opens=True)] = None
    """Where nobody was offered one: why not."""
    moves: Annotated[tuple[Move, ...], Declared(called="move"), MINOR]
    """What it says of which items."""
