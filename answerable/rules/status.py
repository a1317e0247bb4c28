"""Status: the words of statuses.yaml fit together; each move uses them with the proof they need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final

from answerable.model.address import split
from answerable.model.kinds.ask import Measure
from answerable.model.kinds.item import Item
from answerable.model.kinds.update import Move, Update
from answerable.model.portal import Portal
from answerable.model.status import TRACKS
from answerable.problem import Problem, did_you_mean
from answerable.rules.records import Fault, repeated

STATUSES: Final = "statuses.yaml"


def problems(portal: Portal) -> Iterator[Problem]:
    """Mistakes in the words on badges, and in the moves that use them."""
    for track in TRACKS:
        for fault in (*_default(portal, track), *_counted(portal, track)):
            yield portal.problem(STATUSES, *fault)
    yield from (portal.problem(STATUSES, *fault) for fault in _unsigned(portal))
    for update in portal.of(Update):
        for number, move in enumerate(update.moves):
            for rule in MOVE_RULES:
                for where, message, hint in rule(portal, update, move):
                    yield portal.problem(update.address, ("moves", number, *where), message, hint)
        yield from (portal.problem(update.address, *fault) for fault in _repeated(update))


def _default(portal: Portal, track: str) -> Iterator[Fault]:
    """Each track has one word for what nobody has said anything of."""
    defaults = [word for word, meaning in portal.vocabulary.track(track).items() if meaning.default]
    if not defaults:
        hint = 'Give one of them default: "yes"; it stands where nobody has said anything.'
        yield (track,), f'No word of "{track}" is the default.', hint
    for second in defaults[1:]:
        message = f'"{defaults[0]}" is the default of "{track}" already.'
        yield (track, second, "default"), message, "Keep one of the two."


def _counted(portal: Portal, track: str) -> Iterator[Fault]:
    """A word is counted under a word of its own track."""
    words = portal.vocabulary.track(track)
    for word, meaning in words.items():
        if meaning.counts_as and meaning.counts_as not in words:
            hint = "Name another, or take the field out."
            yield (track, word, "counts_as"), *_no_word(meaning.counts_as, track, words, hint)


def _unsigned(portal: Portal) -> Iterator[Fault]:
    """The word for what somebody says who may not sign it off is one that does not close."""
    words = portal.vocabulary.progress
    for word, meaning in words.items():
        other = words.get(meaning.unsigned or "")
        where = ("progress", word, "unsigned")
        if meaning.unsigned and other is None:
            yield where, *_no_word(meaning.unsigned, "progress", words, "Take it out.")
        elif other and (other.final or other.default):
            message = f'"{meaning.unsigned}" closes, or is the default.'
            yield where, message, "Name a word that leaves it open."


def _no_word(word: str, track: str, words: Collection[str], hint: str) -> tuple[str, str]:
    return f'"{word}" is no word of "{track}".', did_you_mean(word, words) or hint


def words_exist(portal: Portal, _update: Update, move: Move) -> Iterator[Fault]:
    """A move uses the words of statuses.yaml, and never a default."""
    for track in TRACKS:
        word = getattr(move, track)
        if word:
            settable = [one for one, meaning in portal.vocabulary.track(track).items() if not meaning.default]
            if word not in settable:
                listed = ", ".join(f'"{one}"' for one in settable)
                message = f'{track}: "{word}" is not one of {listed}.'
                yield (track,), message, did_you_mean(word, settable) or "The words are in statuses.yaml."


def moves_say_something(_portal: Portal, _update: Update, move: Move) -> Iterator[Fault]:
    """A move sets a status, moves a date, or says something."""
    further = (move.says, move.forwarded_to, move.rating, move.measurements, move.recheck)
    if not any((move.reply, move.progress, move.check, move.due, *further)):
        yield ("item",), "This move says nothing.", "Add reply, progress, check, due or says."


def proof_is_given(portal: Portal, update: Update, move: Move) -> Iterator[Fault]:
    """A status has the proof its word needs, from somebody who may give it."""
    for track in TRACKS:
        if word := portal.vocabulary.track(track).get(getattr(move, track) or ""):
            for need in word.needs:
                if unmet := _unmet(portal, move, move.by or update.by, word.word, need):
                    yield (track,), *unmet


def _unmet(portal: Portal, move: Move, by: str, word: str, need: str) -> tuple[str, str] | None:
    """What is wrong where a need of a word is not met, and what to do."""
    if need == "by":
        return None
    if need == "checker-is-not-owner":
        message = f'"{by}" is to do this itself, and cannot be the one who checked it.'
        hint = "Name who looked, or use a word of the progress axis."
        return (message, hint) if by in portal.owners(move.item) else None
    if need == "by-owner":
        owners = portal.owners(move.item)
        listed = " or ".join(f'"{owner}"' for owner in owners)
        message = f'"{word}" is for {listed} to say, and this is the view of "{by}".'
        return (
            (message, "Use another word, or name whose view it is.") if owners and by not in owners else None
        )
    message = f'"{word}" needs "{need}", and this move has none.'
    return None if getattr(move, need) else (message, "Add it to the move.")


def signed_off(portal: Portal, update: Update, move: Move) -> Iterator[Fault]:
    """Where only some may sign a thing off, a word stands for what anybody else says of it."""
    word = portal.vocabulary.progress.get(move.progress or "")
    if word and word.final and not word.unsigned:
        signers = portal.signers(move.item)
        speaker = move.reported_by or move.by or update.by
        if signers is not None and speaker not in signers:
            message = f'"{speaker}" may not sign this off, so “{word.word}” would say too much.'
            hint = f'Give "{move.progress}" in statuses.yaml a word for that: unsigned.'
            yield ("progress",), message, hint


def checks_find_two_things(_portal: Portal, _update: Update, move: Move) -> Iterator[Fault]:
    """A check says whether it was carried out, and whether it works."""
    for field in ("carried_out", "working") if move.check else ():
        if getattr(move, field) is None:
            message = f'A check finds two things, and this one does not give "{field}".'
            yield ("check",), message, 'Write "not looked at" where nobody looked.'


def dates_move_for_a_reason(_portal: Portal, _update: Update, move: Move) -> Iterator[Fault]:
    """A date that moves says why, also where its paper does not."""
    if move.due and not move.due_why:
        hint = 'Add due_why; where the paper gives no reason, write "no reason given".'
        yield ("due",), "This date moved, and nothing says why.", hint
    for field in ("due_why", "due_effect"):
        if getattr(move, field) and not move.due:
            message = f'"{field}" speaks of a date that moved, and this move has no due.'
            yield (field,), message, "Add due, or take it out."


def reasons_reach(portal: Portal, _update: Update, move: Move) -> Iterator[Fault]:
    """What takes something up is linked to it, strongly or likely."""
    reason = portal.records.get(split(move.adopted_by or "")[0])
    if isinstance(reason, Item) and not any(link.to == move.item and link.reaches for link in reason.links):
        message = f'"{move.adopted_by}" has no strong or likely link to "{move.item}".'
        yield ("adopted_by",), message, "Add the link there, or leave the standing out."


def readings_are_of_a_measure(portal: Portal, _update: Update, move: Move) -> Iterator[Fault]:
    """A later reading is of a measure that the item or ask has."""
    for place, reading in enumerate(move.measurements):
        measures: tuple[Measure, ...] = getattr(portal.asked(move.item), "measures", ())
        if reading.of not in {measure.kind for measure in measures}:
            message = f'"{move.item}" has no measure for "{reading.of}".'
            yield ("measurements", place, "of"), message, "Add the measure there, or tell it with says."


def _repeated(update: Update) -> Iterator[Fault]:
    """One update moves an item on a track once for each body."""
    moves = (
        ((move.item, track, move.by or update.by), ("moves", number, track))
        for number, move in enumerate(update.moves)
        for track in TRACKS
        if getattr(move, track)
    )
    for (item, track, _), _, where in repeated(moves):
        message = f'"{item}" is moved twice on the {track} axis in this update.'
        yield where, message, "Keep one of the two."


MOVE_RULES: Final[tuple[Callable[[Portal, Update, Move], Iterator[Fault]], ...]] = (
    words_exist,
    moves_say_something,
    proof_is_given,
    signed_off,
    checks_find_two_things,
    dates_move_for_a_reason,
    reasons_reach,
    readings_are_of_a_measure,
)
