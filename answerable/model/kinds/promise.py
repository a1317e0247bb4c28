"""Promises: who said they would do what, by when."""

from __future__ import annotations

from typing import Annotated, ClassVar

from answerable.model.field import (
    BY,
    ActorOrNone,
    Basis,
    BodyRef,
    Date,
    Detail,
    Due,
    Ours,
    Printed,
    Record,
    Subjects,
    Text,
    Title,
)
from answerable.model.spec import Back, Declared, Meaning, Voice


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
