"""Facts of an ask: who is to act, by when and how that moved, how we will know, who may sign it off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from answerable.graph.events import StatusEvent
from answerable.graph.facts import facts
from answerable.graph.graph import Graph
from answerable.graph.measures import measured, measured_by_move
from answerable.graph.values import Fact
from answerable.i18n import commas, gettext, ngettext, sentences
from answerable.model.kinds.ask import Ask, Consulted
from answerable.model.kinds.item import Item
from answerable.model.kinds.series import Series
from answerable.model.kinds.update import Move, Update
from answerable.model.spec import placed, spec

CONSULTED = gettext("Who was listened to")


def answering(graph: Graph, record: Item) -> tuple[Fact, ...]:
    """Who is to act on an item and by when; of one divided into asks, all of them together."""
    if not record.asks:
        return asked_of(graph, record.address, record)
    bodies = dict.fromkeys(body for ask in record.asks for body in ask.owners)
    nobody, all_ = sum(not ask.owners for ask in record.asks), len(record.asks)
    note = ngettext(
        "%(n)s of %(all)s asks names nobody.", "%(n)s of %(all)s asks name nobody.", nobody, all=all_
    )
    dues = [graph.due(target) for target in graph.asks_of(record)]
    days = commas(dict.fromkeys(due.words for due in dues if due))
    open_ = dues.count(None)
    dateless = ngettext(
        "%(n)s of %(all)s asks gives no timescale.",
        "%(n)s of %(all)s asks give no timescale.",
        open_,
        all=all_,
    )
    return (
        Fact(
            gettext("Falls on"),
            "" if bodies else gettext("nobody named"),
            graph.cards(bodies),
            note=note if bodies and nobody else "",
        ),
        Fact(
            gettext("By when"), days or gettext("no timescale given"), note=dateless if days and open_ else ""
        ),
    )


def item_facts(graph: Graph, record: Item) -> tuple[Fact, ...]:
    """Facts of an item beside who is to act: its dates, its measures, who was listened to."""
    followed = graph.portal.series_of(record).force != "quoted"
    return (
        *moved_dates(graph, record.address),
        *sign_off(graph, record),
        *measured(graph, record.address, record),
        *_recheck(graph, record.address),
        *(consulted(graph, record) if followed or record.consulted else ()),
    )


def ask_facts(graph: Graph, target: str, ask: Ask) -> tuple[Fact, ...]:
    """Facts of an ask: whom it falls on and by when, each said also where the text says nothing."""
    shares = (
        Fact(gettext("What its own part is"), part.does, (graph.card(part.body),), when=part.due)
        for part in ask.contributions
    )
    return (
        *asked_of(graph, target, ask),
        *shares,
        *moved_dates(graph, target),
        *facts(graph, ask, placed(Ask)),
        *sign_off(graph, ask),
        *measured(graph, target, ask),
        *_recheck(graph, target),
    )


def move_facts(graph: Graph, event: StatusEvent) -> tuple[Fact, ...]:
    """Facts that a move gives beside its words: a new date, what a check found, how late it came."""
    in_part = () if event.move.in_part else ("in_part",)
    rows = facts(graph, event.move, placed(Move).union(in_part))
    new, due = gettext("New date"), spec(Move, "due").label
    rows = tuple(replace(fact, label=new) if fact.label == due else fact for fact in rows)
    rows += measured_by_move(graph, event.move.measurements)
    late = event.lateness
    return (*rows, Fact(gettext("Shown after the date due"), late)) if late else rows


def update_dates(record: Update) -> tuple[Fact, ...]:
    """Days on which it happened, was decided and became public, never mixed.

    A date that the record gives as `none` is said to be in no paper; one it leaves out is left out.
    """
    note = gettext("The day of: %(what)s.", what=record.happened_is) if record.happened_is else ""
    others = (
        (gettext("Decided"), "decided", record.decided),
        (gettext("Published"), "published", record.published),
    )
    rows = (
        Fact(label, "" if when else gettext("no paper held says"), when=when)
        for label, field, when in others
        if when or field in record.model_fields_set
    )
    return (Fact(gettext("Happened"), when=record.happened, note=note), *rows)


def asked_of(graph: Graph, target: str, asked: Ask | Item) -> tuple[Fact, ...]:
    """Who is to act, and by when as it stands now; nothing of what is quoted and not followed."""
    if asked.named is None:
        return ()
    role = gettext("In the role of %(role)s.", role=asked.owners_role) if asked.owners_role else ""
    context = gettext("Not named in the text; this is by context.") if asked.named == "by context" else ""
    note = sentences(role, context, asked.named_why or "")
    who = "" if asked.owners else gettext("nobody named")
    now = graph.due(target)
    due = Fact(gettext("By when"), "" if now else gettext("no timescale given"), when=now)
    return (Fact(gettext("Falls on"), who, graph.cards(asked.owners), note=note), due)


def moved_dates(graph: Graph, target: str) -> tuple[Fact, ...]:
    """How a due date moved in all; who moved it, when and why stands with each move."""
    delay = graph.delay(target)
    if delay is None:
        return ()
    now = gettext(
        "It is now %(date)s. The first was %(first)s.", date=delay.now.words, first=delay.first.words
    )
    return (Fact(gettext("The date has"), sentences(gettext("%(words)s.", words=delay.words), now)),)


def sign_off(graph: Graph, record: Ask | Item | Series) -> tuple[Fact, ...]:
    """Who may sign it off; nothing where the papers keep that to nobody."""
    rule = record.sign_off
    if rule is None:
        return ()
    cards, cites = graph.cards(rule.bodies), graph.cites(rule.cites)
    return (Fact(gettext("Who may sign it off"), "", cards, note=rule.says or "", cites=cites),)


def consulted(graph: Graph, record: Item | Series) -> tuple[Fact, ...]:
    """Who was listened to; said also where no paper held says so."""
    listed = record.consulted
    if not listed and isinstance(record, Item):
        listed = graph.portal.series_of(record).consulted
        if listed:
            series = graph.card(graph.portal.series_of(record).address)
            return (Fact(CONSULTED, gettext("told of the whole, on its page"), (series,)),)
    if not listed:
        return (Fact(CONSULTED, gettext("not stated in the papers held")),)
    return tuple(_consulted(graph, one) for one in listed)


def _consulted(graph: Graph, one: Consulted) -> Fact:
    return Fact(CONSULTED, one.who, when=one.on, note=one.how or "", cites=graph.cites(one.cites))


def _recheck(graph: Graph, target: str) -> Iterator[Fact]:
    """Day on which it is to be checked again, and who said so."""
    event = graph.log.rechecks.get(target)
    if event:
        who = gettext("%(who)s, %(date)s.", who=event.speaker_name, date=event.update.happened.words)
        yield Fact(
            gettext("To be checked again"),
            when=event.move.recheck,
            note=who,
            cites=graph.cites(event.move.cites),
        )
