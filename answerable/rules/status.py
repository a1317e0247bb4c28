"""Standings: each word exists, has the proof it needs, and was set by somebody who may."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.model.address import split
from answerable.model.kinds.item import Item
from answerable.model.kinds.update import Move, Update
from answerable.model.portal import Portal
from answerable.model.registry import Where
from answerable.model.status import TRACKS, Word
from answerable.problem import Problem, did_you_mean
from answerable.rules.locate import at

Placed = tuple[Update, Where, Move]


def words_exist(portal: Portal) -> Iterator[Problem]:
    """A move uses the words of statuses.yaml, and never a default."""
    for update, where, move in _moves(portal):
        for track in TRACKS:
            said = getattr(move, track)
            words = portal.vocabulary.track(track)
            settable = [word for word, meaning in words.items() if not meaning.default]
            if said and said not in settable:
                listed = ", ".join(f'"{word}"' for word in settable)
                message = f'{track}: "{said}" is not one of {listed}.'
                hint = did_you_mean(said, settable) or "The words are in statuses.yaml."
                yield at(portal, update.address, (*where, track), message, hint)


def moves_say_something(portal: Portal) -> Iterator[Problem]:
    """A move sets a standing, moves a date, or says something."""
    for update, where, move in _moves(portal):
        told = (move.says, move.forwarded_to, move.rating, move.measurements, move.recheck)
        if not any((move.reply, move.progress, move.check, move.due, *told)):
            hint = "Add reply, progress, check, due or says."
            yield at(portal, update.address, (*where, "item"), "This move says nothing.", hint)


def proof_is_there(portal: Portal) -> Iterator[Problem]:
    """A standing has the proof its word needs."""
    for update, where, move in _moves(portal):
        for track in TRACKS:
            word = portal.vocabulary.track(track).get(getattr(move, track) or "")
            if word:
                yield from _unproven(portal, update, (*where, track), move, word)


def _unproven(portal: Portal, update: Update, where: Where, move: Move, word: Word) -> Iterator[Problem]:
    for need in word.needs:
        if need == "checker-is-not-owner":
            yield from _own_checker(portal, update, where, move)
        elif need == "by-owner":
            yield from _owner_only(portal, update, where, move, word)
        elif need != "by" and not getattr(move, need):
            message = f'"{word.word}" needs "{need}", and this move has none.'
            yield at(portal, update.address, where, message, "Add it to the move.")


def _own_checker(portal: Portal, update: Update, where: Where, move: Move) -> Iterator[Problem]:
    checker = move.by or update.by
    if checker in portal.owners(move.item):
        message = f'"{checker}" is to do this itself, and cannot be the one who checked it.'
        hint = "Name who looked, or use a word of the progress axis."
        yield at(portal, update.address, where, message, hint)


def _owner_only(portal: Portal, update: Update, where: Where, move: Move, word: Word) -> Iterator[Problem]:
    by, owners = move.by or update.by, portal.owners(move.item)
    if owners and by not in owners:
        listed = " or ".join(f'"{owner}"' for owner in owners)
        message = f'"{word.word}" is for {listed} to say, and this is the view of "{by}".'
        yield at(portal, update.address, where, message, "Use another word, or name whose view it is.")


def signed_off(portal: Portal) -> Iterator[Problem]:
    """Where only some may sign a thing off, there is a word for what anybody else says of it."""
    for update, where, move in _moves(portal):
        word = portal.vocabulary.progress.get(move.progress or "")
        signers = portal.signers(move.item)
        speaker = move.reported_by or move.by or update.by
        signed = signers is None or speaker in signers
        if word and word.final and not word.unsigned and not signed:
            message = f'"{speaker}" may not sign this off, so “{word.word}” would say too much.'
            hint = f'Give "{move.progress}" in statuses.yaml a word for that: unsigned.'
            yield at(portal, update.address, (*where, "progress"), message, hint)


def checks_find_two_things(portal: Portal) -> Iterator[Problem]:
    """A check says whether it was carried out, and whether it works."""
    for update, where, move in _moves(portal):
        for field in ("carried_out", "working") if move.check else ():
            if getattr(move, field) is None:
                message = f'A check finds two things, and this one does not give "{field}".'
                hint = 'Write "not looked at" where nobody looked.'
                yield at(portal, update.address, (*where, "check"), message, hint)


def dates_move_for_a_reason(portal: Portal) -> Iterator[Problem]:
    """A date that moves says why, also where its paper does not."""
    for update, where, move in _moves(portal):
        if move.due and not move.due_why:
            message = "This date moved, and nothing says why."
            hint = 'Add due_why; where the paper gives no reason, write "no reason given".'
            yield at(portal, update.address, (*where, "due"), message, hint)
        for field in ("due_why", "due_effect"):
            if getattr(move, field) and not move.due:
                message = f'"{field}" speaks of a date that moved, and this move has no due.'
                yield at(portal, update.address, (*where, field), message, "Add due, or take it out.")


def reasons_reach(portal: Portal) -> Iterator[Problem]:
    """What takes something up is linked to it, strongly or likely."""
    for update, where, move in _moves(portal):
        reason = portal.records.get(split(move.adopted_by or "")[0])
        if not isinstance(reason, Item):
            continue
        if not any(link.to == move.item and link.reaches for link in reason.links):
            message = f'"{move.adopted_by}" has no strong or likely link to "{move.item}".'
            hint = "Add the link there, or leave the standing out."
            yield at(portal, update.address, (*where, "adopted_by"), message, hint)


def _moves(portal: Portal) -> Iterator[Placed]:
    for update in portal.of(Update):
        for number, move in enumerate(update.moves):
            yield update, ("moves", number), move


def moved_once(portal: Portal) -> Iterator[Problem]:
    """One update moves an item on an axis once for each body."""
    for update in portal.of(Update):
        seen: set[tuple[str, str, str]] = set()
        for number, move in enumerate(update.moves):
            where = ("moves", number)
            for track in TRACKS:
                key = (move.item, track, move.by or update.by)
                if not getattr(move, track):
                    continue
                if key in seen:
                    message = f'"{move.item}" is moved twice on the {track} axis in this update.'
                    yield at(portal, update.address, (*where, track), message, "Keep one of the two.")
                seen.add(key)


RULES = (
    words_exist,
    moves_say_something,
    proof_is_there,
    signed_off,
    checks_find_two_things,
    dates_move_for_a_reason,
    reasons_reach,
    moved_once,
)
