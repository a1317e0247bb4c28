"""The words on badges: three axes, each word with its meaning, its shape and the proof it needs.

The words are data (`content/statuses.yaml`); this module gives them types. The rules are in check/.
"""

from __future__ import annotations

from typing import Final, Literal

from generator.record.fields import Part, Text, YesNo

AXES: Final = ("reply", "progress", "check")
Shape = Literal["question", "half", "bar", "empty", "tick", "cross", "none", "two-ticks", "two-bars", "arrow"]
Need = Literal["by", "cites", "because", "reported_by", "checker-is-not-owner"]


class Word(Part):
    """One word a badge may bear."""

    word: Text
    means: Text
    default: YesNo = False
    """A default has nobody, no day and no citation; it is no badge but one sentence a page."""
    shape: Shape
    needs: tuple[Need, ...] = ()
    closes: YesNo = False
    """Whether nothing more is expected after it."""
    counts_as: Text | None = None
    """The word under which a parent counts it; its own id where left out."""

    @property
    def short_word(self) -> str:
        """The word up to its first comma, for counts: `taken up`."""
        return self.word.partition(",")[0]


class Vocabulary(Part):
    """The words of the three axes, by id, in the order of the file."""

    reply: dict[str, Word]
    progress: dict[str, Word]
    check: dict[str, Word]

    def axis(self, name: str) -> dict[str, Word]:
        """Give the words of one axis; the name is one of AXES."""
        words: dict[str, Word] = getattr(self, name)
        return words

    def default(self, axis: str) -> Word:
        """Give the word that stands where nobody set one."""
        return next(word for word in self.axis(axis).values() if word.default)
