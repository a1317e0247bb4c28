"""Status events: each move of an item, ask or promise, with everything that any page says of it.

A page, a feed, a calendar, a table and a comparison read the event; none of them works it out again.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from answerable.graph.values import Badge
from answerable.i18n import all_of, ended, gettext, ngettext, one_of, sentences
from answerable.model.date import When, by_then
from answerable.model.kinds.body import Body
from answerable.model.kinds.update import Move, Update
from answerable.model.portal import Portal
from answerable.model.spec import word
from answerable.model.status import Word

NO_REASON = "no reason given"
"""What a move of a date says where its paper gives no reason."""


@dataclass(frozen=True, slots=True)
class Status:
    """One word that somebody set on one track of one item, ask or promise."""

    target: str
    track: str
    word_id: str
    word: Word
    by: str
    """Whose view or work it is."""
    speaker: str
    """Who says so; the badge speaks in its voice."""
    voice: str
    """The word before the colon on its badge."""
    update: Update
    move: Move
    late: bool
    """Whether it is an end that a paper shows after the date due."""

    @property
    def when(self) -> When:
        """Day it counts from."""
        return self.update.happened

    @property
    def badge(self) -> Badge:
        """Badge, with what keeps it from saying too much."""
        word = self.word
        limits = sentences(
            gettext("In part.") if self.move.in_part else "",
            gettext("After the date due.") if self.late else "",
        )
        return Badge(
            self.track, self.voice, word.word, word.shape, word.shape, word.means, word.misleads, limits
        )

    def limited(self, word: str) -> str:
        """Word for it, with what keeps an end in part or a late one from saying more."""
        if self.move.in_part:
            word = gettext("%(word)s in part", word=word)
        return gettext("%(word)s after the date due", word=word) if self.late else word

    @property
    def voiced(self) -> str:
        """Limited word, with who says it: `Board: shown done in part`."""
        return gettext("%(voice)s: %(word)s", voice=self.voice, word=self.limited(self.word.word))


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """One move of one item, ask or promise: on several tracks, or only of its date, or only by words."""

    target: str
    by: str
    """Whose view or work it is."""
    speaker: str
    """Who says so."""
    update: Update
    move: Move
    due: When | None
    """The date it was due by until then, if any was given."""
    place: int
    """Its place among the moves of the same thing in the same update, from 0."""
    statuses: tuple[Status, ...]
    portal: Portal = field(compare=False, repr=False)
    """The portal it stands in."""

    @property
    def key(self) -> str:
        """Words that tell it from every other event, and stay."""
        return f"{self.update.address} {self.target} {self.place or ''}".strip()

    @property
    def basis(self) -> str:
        """Whose words sort it."""
        return self.move.basis or self.update.basis

    @property
    def ours(self) -> bool:
        """Whether it is sorted by our reading."""
        return self.basis != "in the source"

    @property
    def badges(self) -> tuple[Badge, ...]:
        """Badges of the words it sets."""
        return tuple(status.badge for status in self.statuses)

    @property
    def speaker_name(self) -> str:
        """Name of who says so."""
        return name_of(self.portal, self.speaker)

    @property
    def by_name(self) -> str:
        """Name of whose view or work it is."""
        return name_of(self.portal, self.by)

    @property
    def who(self) -> str:
        """Who says so, and of whom where that is somebody else: `Board, speaking of Council`."""
        if self.speaker == self.by:
            return self.speaker_name
        return gettext("%(who)s, speaking of %(body)s", who=self.speaker_name, body=self.by_name)

    @property
    def days_late(self) -> int:
        """By how many days after its due date a paper shows its end; 0 where none does."""
        return next(
            (late_by(self.due, self.update.happened) for s in self.statuses if s.late and self.due), 0
        )

    @property
    def lateness(self) -> str:
        """By how much it came after which date: `4 days after 31 January 2030`; empty where it did not."""
        if not self.due or not self.days_late:
            return ""
        return ngettext(
            "%(n)s day after %(date)s", "%(n)s days after %(date)s", self.days_late, date=self.due.words
        )

    @property
    def lateness_on_timeline(self) -> str:
        """Same as a sentence within a timeline."""
        if not self.due or not self.days_late:
            return ""
        return ngettext(
            "Shown %(n)s day after the date due, %(date)s.",
            "Shown %(n)s days after the date due, %(date)s.",
            self.days_late,
            date=self.due.words,
        )

    @property
    def lateness_alone(self) -> str:
        """Same as a sentence that stands by itself, away from the event."""
        due, day = by_then(self.due) if self.due else "", self.update.happened.words
        if self.move.in_part:
            return ngettext(
                "Was due %(by)s; shown in part on %(day)s, %(n)s day later.",
                "Was due %(by)s; shown in part on %(day)s, %(n)s days later.",
                self.days_late,
                by=due,
                day=day,
            )
        return ngettext(
            "Was due %(by)s; shown on %(day)s, %(n)s day later.",
            "Was due %(by)s; shown on %(day)s, %(n)s days later.",
            self.days_late,
            by=due,
            day=day,
        )

    @property
    def reason(self) -> str:
        """Why a date moved and what that changes, in sentences, also where no reason was given."""
        why, effect = self.move.due_why or NO_REASON, self.move.due_effect
        given = gettext("Reason given: %(why)s", why=ended(why))
        return sentences(
            gettext("No reason given.") if why == NO_REASON else given,
            gettext("What it changes: %(effect)s", effect=ended(effect)) if effect else "",
        )

    @property
    def unsigned(self) -> str:
        """Why a word reads otherwise than it was written, not being the speaker's to sign off; else empty."""
        written = self.portal.vocabulary.progress.get(self.move.progress or "")
        word = next((status.word for status in self.statuses if status.track == "progress"), None)
        if written is None or word is None or written == word:
            return ""
        signers = one_of(name_of(self.portal, body) for body in self.portal.signers(self.target) or ())
        return gettext(
            "It was put as “%(word)s”. %(signers)s may sign it off; "
            "said by anybody else, it reads “%(other)s”.",
            word=written.word,
            signers=signers or gettext("Somebody else"),
            other=word.word,
        )

    @property
    def text(self) -> str:
        """All that it says, in sentences: for a timeline, a feed and a table."""
        move, part = self.move, self.target.partition("#")[2]
        words = [
            gettext("Ask %(id)s.", id=part) if part else "",
            move.says or gettext("%(words)s.", words=self.update.title),
            self.lateness_on_timeline,
        ]
        if move.due:
            words += [gettext("Date moved to %(date)s.", date=move.due.words), self.reason]
        if move.forwarded_to:
            names = all_of(name_of(self.portal, to) for to in move.forwarded_to)
            words.append(gettext("Forwarded to %(names)s.", names=names))
        if move.rating:
            words.append(gettext("A rating is reported: “%(rating)s”.", rating=move.rating.as_printed))
        words += (
            gettext("Found, %(question)s: %(found)s.", question=word(reading, "of"), found=reading.found)
            for reading in move.measurements
        )
        return sentences(*words)


def name_of(portal: Portal, address: str) -> str:
    """Name of a body or person."""
    record = portal.records.get(address)
    return record.heading if record else address


def voice_of(portal: Portal, address: str) -> str:
    """Word before the colon on a badge when this body or person speaks."""
    record = portal.records.get(address)
    if isinstance(record, Body):
        return record.label or record.short or record.name
    return name_of(portal, address)


def late_by(due: When, happened: When) -> int:
    """Number of days by which something came after its due date; 0 where it did not, or nobody can tell."""
    if due.latest is None or happened.earliest is None:
        return 0
    return max((happened.earliest - due.latest).days, 0)
