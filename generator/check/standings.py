"""Standings: each word exists, has the proof it needs, and was set by somebody who may."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.at import at
from generator.problems import Problem, did_you_mean
from generator.record.addresses import split
from generator.record.kinds import Where
from generator.record.portal import Portal
from generator.record.series import Item
from generator.record.standings import AXES, Word
from generator.record.updates import Move, Update

Placed = tuple[Update, Where, Move]


def words_exist(portal: Portal) -> Iterator[Problem]:
    """A move uses the words of statuses.yaml, and never a default."""
    for update, where, move in _moves(portal):
        for axis in AXES:
            said = getattr(move, axis)
            words = portal.vocabulary.axis(axis)
            settable = [word for word, meaning in words.items() if not meaning.default]
            if said and said not in settable:
                listed = ", ".join(f'"{word}"' for word in settable)
                message = f'{axis}: "{said}" is not one of {listed}.'
                hint = did_you_mean(said, settable) or "The words are in statuses.yaml."
                yield at(portal, update.address, (*where, axis), message, hint)


def moves_say_something(portal: Portal) -> Iterator[Problem]:
    """A move sets a standing, moves a date, or says something."""
    for update, where, move in _moves(portal):
        if not any((move.reply, move.progress, move.check, move.due, move.says)):
            hint = "Add reply, progress, check, due or says."
            yield at(portal, update.address, (*where, "item"), "This move says nothing.", hint)


def proof_is_there(portal: Portal) -> Iterator[Problem]:
    """A standing has the proof its word needs."""
    for update, where, move in _moves(portal):
        for axis in AXES:
            word = portal.vocabulary.axis(axis).get(getattr(move, axis) or "")
            if word:
                yield from _unproven(portal, update, (*where, axis), move, word)


def _unproven(portal: Portal, update: Update, where: Where, move: Move, word: Word) -> Iterator[Problem]:
    for need in word.needs:
        if need == "checker-is-not-owner":
            yield from _own_checker(portal, update, where, move)
        elif need != "by" and not getattr(move, need):
            message = f'"{word.word}" needs "{need}", and this move has none.'
            yield at(portal, update.address, where, message, "Add it to the move.")


def _own_checker(portal: Portal, update: Update, where: Where, move: Move) -> Iterator[Problem]:
    checker = move.by or update.by
    if checker in _owners(portal, move.item):
        message = f'"{checker}" is to do this itself, and cannot be the one who checked it.'
        hint = "Name who looked, or use a word of the progress axis."
        yield at(portal, update.address, where, message, hint)


def _owners(portal: Portal, target: str) -> tuple[str, ...]:
    address, part = split(target)
    item = portal.records.get(address)
    if not isinstance(item, Item):
        return ()
    ask = next((ask for ask in item.asks if ask.id == part), None)
    return ask.falls_on if ask else item.falls_on


def reasons_reach(portal: Portal) -> Iterator[Problem]:
    """What takes something up is linked to it, strongly or likely."""
    for update, where, move in _moves(portal):
        reason = portal.records.get(split(move.because or "")[0])
        if not isinstance(reason, Item):
            continue
        if not any(link.to == move.item and link.reaches for link in reason.links):
            message = f'"{move.because}" has no strong or likely link to "{move.item}".'
            hint = "Add the link there, or leave the standing out."
            yield at(portal, update.address, (*where, "because"), message, hint)


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
            for axis in AXES:
                key = (move.item, axis, move.by or update.by)
                if not getattr(move, axis):
                    continue
                if key in seen:
                    message = f'"{move.item}" is moved twice on the {axis} axis in this update.'
                    yield at(portal, update.address, (*where, axis), message, "Keep one of the two.")
                seen.add(key)


RULES = (words_exist, moves_say_something, proof_is_there, reasons_reach, moved_once)
