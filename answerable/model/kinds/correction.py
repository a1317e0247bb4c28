"""Corrections: what was altered here in public, old and new."""

from __future__ import annotations

from typing import Annotated, ClassVar

from answerable.model.field import Day, Detail, Record, Subjects, Text, Title, YesNo
from answerable.model.spec import MINOR, Declared, Meaning, Voice


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
