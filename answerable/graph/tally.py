"""Tallies: how many items or asks of a series stand where, and on which of all bodies differ."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.statuses import CONFLICT, IN_CONFLICT, conflict, count, stands_at
from answerable.graph.values import Card
from answerable.i18n import commas, gettext, ngettext, sentences
from answerable.model.kinds.ask import Ask
from answerable.model.kinds.item import Item
from answerable.model.kinds.promise import Promise
from answerable.model.kinds.series import Series
from answerable.model.registry import kind_of


@dataclass(frozen=True, slots=True)
class Share:
    """How many stand at one word, or how many two bodies hold different views of."""

    number: int
    words: str
    shape: str
    href: str = ""
    """Where both views are shown, for the latter."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A sentence of counts, and the same as shares of a whole; the shares add up to it."""

    sentence: str
    parts: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing of which bodies hold different views, and what each says."""

    card: Card
    words: str


def conflicts(graph: Graph) -> tuple[Conflict, ...]:
    """Things of which bodies hold different views, in the order of their addresses."""
    words = {target: conflict(graph.portal, graph.statuses[target]) for target in sorted(graph.statuses)}
    return tuple(Conflict(graph.card(target), says) for target, says in words.items() if says)


def targets(graph: Graph, series: Series) -> list[str]:
    """References of what a series counts: its asks, and the items that are not divided into asks."""
    references: list[str] = []
    for item in graph.portal.items(series):
        references += graph.asks_of(item) or [item.address]
    return references


def by_word(graph: Graph, series: Series) -> dict[str, list[str]]:
    """What of a series stands at each word, in the order of the words; CONFLICT for what stands at no one."""
    track = series.track
    words: dict[str, list[str]] = {word: [] for word in (*graph.portal.vocabulary.track(track), CONFLICT)}
    for target in targets(graph, series):
        words[stands_at(graph.status_of(target), track) or _default(graph, track)].append(target)
    return {word: references for word, references in words.items() if references}


def everything_by_word(graph: Graph) -> dict[tuple[str, str], dict[str, list[str]]]:
    """What stands at each word of each track, under the titles of the series; promises last."""
    series = [s for s in graph.portal.series_in_order() if s.force != "quoted" and not s.retracted]
    promises = [promise.address for promise in graph.portal.of(Promise) if not promise.retracted]
    groups: list[tuple[str, str, list[str]]] = [(s.title, s.track, targets(graph, s)) for s in series]
    words: dict[tuple[str, str], dict[str, list[str]]] = {}
    for title, track, addresses in [*groups, (gettext("Promises"), "progress", promises)]:
        for address in addresses:
            stands = {(one.track, one.word_id) for one in graph.status_of(address)}
            if track not in {one for one, _ in stands}:
                stands.add((track, _default(graph, track)))
            for key in stands:
                words.setdefault(key, {}).setdefault(title, []).append(address)
    return words


def _default(graph: Graph, track: str) -> str:
    words = graph.portal.vocabulary.track(track)
    return next(word_id for word_id, word in words.items() if word.default)


def tally(graph: Graph, series: Series) -> Tally | None:
    """Counts of a series; None for a quoted one, which nobody answers."""
    everything = targets(graph, series)
    if series.force == "quoted" or not everything:
        return None
    track = series.track
    counts = count(everything, graph.statuses, track)
    words = graph.portal.vocabulary.track(track)
    shares = [
        Share(counts[word_id], word.word, word.shape)
        for word_id, word in words.items()
        if counts.get(word_id)
    ]
    default = graph.portal.vocabulary.default(track)
    silent = default.word[0].lower() + default.word[1:]
    if counts.get(CONFLICT):
        shares.append(Share(counts[CONFLICT], IN_CONFLICT, "apart", "standing/#apart"))
    if counts.get(""):
        shares.append(Share(counts[""], silent, default.shape))
    noun = _noun(graph, series)
    if counts.get("") == len(everything):
        alike = gettext("For all %(n)s %(items)s: %(word)s.", n=len(everything), items=noun, word=silent)
        return Tally(alike, tuple(shares))
    numbers = commas(gettext("%(n)s %(word)s", n=share.number, word=_whole(share.words)) for share in shares)
    sentence = gettext("Of %(n)s %(items)s: %(counts)s.", n=len(everything), items=noun, counts=numbers)
    return Tally(sentence, tuple(shares))


def timescales(graph: Graph, series: Series) -> str:
    """Sentence that says how many of its asks give no timescale; empty for a quoted or an empty series."""
    everything = targets(graph, series)
    if series.force == "quoted" or not everything:
        return ""
    noun = _noun(graph, series)
    asked = [graph.portal.asked(target) for target in everything]
    without = sum(not (isinstance(one, Ask | Item) and one.has_timescale) for one in asked)
    lacking = ngettext(
        "%(n)s of %(all)s %(items)s gives no timescale.",
        "%(n)s of %(all)s %(items)s give no timescale.",
        without,
        all=len(everything),
        items=noun,
    )
    whole = [ask.due.words for ask in series.asks if ask.due]
    if not whole:
        return lacking
    return sentences(lacking, gettext("As a whole, it gives one: %(date)s.", date=whole[0]))


def unanswered(graph: Graph, item: Item) -> str:
    """Sentence for what nobody set; empty where everything was, or nothing is tracked."""
    series = graph.portal.series_of(item)
    if series.force == "quoted" or kind_of(item.address).folder == "strategies":
        return ""
    everything = graph.asks_of(item) or [item.address]
    silent = [target for target in everything if not graph.status_of(target)]
    if not silent:
        return ""
    default = graph.portal.vocabulary.default(series.track)
    if len(everything) == 1:
        return sentences(gettext("%(words)s.", words=default.word), default.means)
    asks = commas(target.partition("#")[2] for target in silent)
    words = gettext(
        "%(word)s for %(n)s of %(all)s asks (%(asks)s).",
        word=default.word,
        n=len(silent),
        all=len(everything),
        asks=asks,
    )
    return sentences(words, default.means)


def _noun(graph: Graph, series: Series) -> str:
    """What is counted: asks, or items by their own name."""
    return gettext("asks") if any(item.asks for item in graph.portal.items(series)) else series.many


def _whole(words: str) -> str:
    """Words with a comma of their own stand in quotation marks among others."""
    return gettext("“%(words)s”", words=words) if "," in words else words
