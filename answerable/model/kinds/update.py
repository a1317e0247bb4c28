"""What moved: updates, and beside them statements, corrections and promises."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from answerable.i18n import Message, gettext
from answerable.model.field import (
    BY,
    ActorOrNone,
    ActorRef,
    AnyRef,
    Basis,
    BodyRef,
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
    Prose,
    Record,
    Subjects,
    Text,
    Title,
    YesNo,
)
from answerable.model.kinds.ask import Measurement, Rating
from answerable.model.spec import MINOR, Back, Declared, Meaning, Voice

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


class Move(Part):
    """One item or ask moved, on one or more axes."""

    item: Annotated[ItemRef, Declared(back=Back("What moved it", 23), heading=True, identity=True), MINOR]
    """The item, ask or promise that moved."""
    reply: Detail | None = None
    """A word of the reply axis in statuses.yaml."""
    progress: Detail | None = None
    """A word of the progress axis."""
    check: Detail | None = None
    """A word of the check axis."""
    by: Annotated[ActorRef | None, BY, Declared(change=Meaning.STANDING)] = None
    """Whose view or work it is; the update's own `by` where left out."""
    reported_by: Annotated[
        ActorRef | None, Declared(back=Back("What it reported of others", 5), change=Meaning.STANDING)
    ] = None
    """Who says so, where that is somebody else: the badge then speaks in its voice."""
    says: Annotated[Ours | None, Declared(undertakes=True)] = None
    """What was said, in our words."""
    leaves_open: Ours | None = None
    """What the reply does not answer, in our words."""
    adopted_by: Annotated[
        AnyRef | None,
        Declared(label="Because of", back=Back("Named as the reason", 24), change=Meaning.STANDING),
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
        Found | None, Declared(label="Carried out?", after="check", change=Meaning.STANDING)
    ] = None
    """What a check found of whether it was carried out; needed with `check`."""
    working: Annotated[Found | None, Declared(label="Working?", after="check", change=Meaning.STANDING)] = (
        None
    )
    """What a check found of whether it works; needed with `check`."""
    recheck: Annotated[Date | None, Declared(label="To be checked again", change=Meaning.STANDING)] = None
    """When it is to be checked again."""
    rating: Annotated[Rating | None, Declared(change=Meaning.STANDING)] = None
    """A rating as reported, beside our own words."""
    measurements: Annotated[tuple[Measurement, ...], Declared(change=Meaning.MEASURE)] = ()
    """What was found where a measure of the item or ask was looked at again."""
    in_part: Annotated[YesNo, Declared(change=Meaning.STANDING)] = False
    """Whether it holds only in part."""
    basis: Annotated[Basis | None, Declared(change=Meaning.STANDING)] = None
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
    by: Annotated[ActorRef, BY, Declared(opens=True, change=Meaning.STANDING)]
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
        int, Declared(called="place in the order", framed=True, kept=True, change=Meaning.STANDING)
    ] = 1
    """Among updates of one day."""
    basis: Annotated[Basis, Declared(change=Meaning.STANDING)]
    """Whose words sort the moves: the source's or ours."""
    offered_reply: Annotated[Day | None, Declared(label="A reply was offered", opens=True), MINOR] = None
    """The day on which whoever is criticised was offered a reply before it became public."""
    why_not: Annotated[Ours | None, Declared(label="No reply was offered", opens=True)] = None
    """Where nobody was offered one: why not."""
    moves: Annotated[tuple[Move, ...], Declared(called="move"), MINOR]
    """What it says of which items."""


class Statement(Record):
    """A body's or person's own words in reply, unaltered."""

    kind_folder: ClassVar[str] = "statements"

    prose: Annotated[Prose, Declared(voice=Voice.PAPER, change=Meaning.OFFICIAL)] = ""
    """The words themselves, in Markdown; set by the loader."""
    title: Title | None = None
    """What it is called; left out where its words open it."""
    by: Annotated[ActorRef, BY, Declared(opens=True), MINOR]
    """Whose words they are."""
    on: Annotated[Day, Declared(opens=True, kept=True, dates="comes in"), MINOR]
    """The day of the words."""
    received: Annotated[Day | None, MINOR] = None
    """The day they reached us."""
    about: Subjects
    """What they answer."""


class Correction(Record):
    """What was altered here in public, old and new: an error put right, or words of ours changed."""

    kind_folder: ClassVar[str] = "corrections"

    title: Title
    """What was put right, in a few words."""
    on: Annotated[Day, Declared(opens=True, kept=True, dates="comes in"), MINOR]
    """The day it was put right."""
    about: Subjects
    """Which pages, asks or other parts it concerns; empty where it is the words on badges."""
    error: Annotated[YesNo, Declared(label="An error of ours"), MINOR] = True
    """Whether it was wrong; `no` where nothing was: then it is a note of a change of ours."""
    before: Annotated[Text, Declared(label="Said", voice=Voice.NAME, change=Meaning.WORDING)]
    """What the page said."""
    after: Annotated[Text, Declared(label="Says", voice=Voice.OURS, change=Meaning.WORDING)]
    """What it says now."""
    why: Annotated[Text, Declared(voice=Voice.OURS, change=Meaning.WORDING)]
    """Why it was wrong, or why it was changed."""
    approved_by: Annotated[Detail, Declared(opens=True)]
    """A public role, not a name."""


class Promise(Record):
    """Who said they would do what, by when."""

    kind_folder: ClassVar[str] = "promises"

    title: Annotated[Title, Declared(voice=Voice.OURS, undertakes=True, change=Meaning.WORDING)]
    """What is to be done, in a few words."""
    by: Annotated[
        ActorOrNone, BY, Declared(none="nobody, in the papers held", opens=True, change=Meaning.OWNER)
    ]
    """Who undertook it; `none` where no paper shows that anybody did."""
    by_role: Annotated[Printed | None, Declared(label="In the role of", opens=True, after="by")] = None
    """In which role."""
    asked_of: Annotated[
        tuple[BodyRef, ...], Declared(back=Back("What was asked of it", 3), opens=True, change=Meaning.OWNER)
    ] = ()
    """Who was asked, where nobody undertook it."""
    made: Annotated[Date, Declared(opens=True, kept=True, dates="comes in")]
    """The day of the paper that records it."""
    due: Annotated[Due | None, Declared(opens=True)] = None
    """By when; left out where no date is given."""
    due_says: Annotated[Detail | None, Declared(label="Due, as the paper puts it")] = None
    """How the paper puts the time, where it gives no date."""
    due_is: Annotated[
        Basis | None, Declared(label="Whose reading the date is", called="basis of the due date")
    ] = None
    """Whose reading the due date is, where no paper prints it."""
    about: Subjects = ()
    """What it speaks of."""
    how_we_will_know: Annotated[
        Text | None, Declared(voice=Voice.OURS, undertakes=True, change=Meaning.MEASURE)
    ] = None
    """What would show that it was done."""
    says: Annotated[Ours | None, Declared(undertakes=True)] = None
    """What else a reader should know."""
