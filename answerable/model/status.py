"""The words on badges: three axes, each word with its meaning, its shape and the proof it needs.

The words are data (`content/statuses.yaml`); this module gives them types. The rules are in rules/status.py.
"""

from __future__ import annotations

from typing import Final, Literal

from answerable.model.field import Detail, EditorsNote, Ours, Part, YesNo

TRACKS: Final = ("reply", "progress", "check")
Shape = Literal["question", "half", "bar", "empty", "tick", "cross", "none", "two-ticks", "two-bars", "arrow"]
Need = Literal["by", "cites", "adopted_by", "reported_by", "checker-is-not-owner", "by-owner"]


class Word(Part):
    """One word a badge may bear."""

    word: Detail
    """The word itself, as on the badge."""
    means: Ours
    """What it means, in a sentence or two for readers."""
    default: YesNo = False
    """A default has nobody, no day and no citation; it is no badge but one sentence a page."""
    shape: Shape
    """The shape beside it, so that colour never stands alone."""
    needs: tuple[Need, ...] = ()
    """The proof without which nobody may set it."""
    misleads: YesNo = False
    """Whether the word alone could be taken for something else; its meaning then always stands beside it."""
    final: YesNo = False
    """Whether nothing more is expected after it."""
    unsigned: Detail | None = None
    """The word it becomes where somebody other than whoever may sign it off says it."""
    disputes: YesNo = False
    """Whether it says that what another body said to have happened is not so."""
    counts_as: Detail | None = None
    """The word under which a parent counts it; its own id where left out."""

    @property
    def short_word(self) -> str:
        """Word up to its first comma, for counts: `taken up`."""
        return self.word.partition(",")[0]


class Vocabulary(Part):
    """The words of the three axes, by id, in the order of the file."""

    editors_note: EditorsNote = None
    """A note among those who publish; no page or table shows it."""
    reply: dict[str, Word]
    """What the body that was asked, or a reviewer, said."""
    progress: dict[str, Word]
    """What was shown to happen."""
    check: dict[str, Word]
    """What somebody other than the owner found."""

    def track(self, name: str) -> dict[str, Word]:
        """Words of one axis; the name is one of AXES."""
        words: dict[str, Word] = getattr(self, name)
        return words

    def default(self, track: str) -> Word:
        """Word that stands where nobody set one."""
        return next(word for word in self.track(track).values() if word.default)
