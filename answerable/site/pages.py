"""Every page of the site: its address, its template, its view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from answerable.export.downloads import FOLDER, Download
from answerable.graph import coverage as covering
from answerable.graph import past_days as dated
from answerable.graph.graph import Graph
from answerable.graph.titles import neutral
from answerable.i18n import capital, gettext
from answerable.model.address import href
from answerable.model.date import day_in_words
from answerable.model.field import SERIES_FOLDERS
from answerable.model.registry import KINDS
from answerable.site import changelog as changed
from answerable.site import (
    coverage,
    days,
    governance,
    home,
    lists,
    questions,
    search,
    statuses,
    timeline,
)
from answerable.site import downloads as takeaway
from answerable.site.frame import CHANGES, THEN_AND_NOW, Crumb, head
from answerable.site.page import Page, of_record, ready
from answerable.site.page import page as _page
from answerable.site.parts import LINES, cut, listed
from answerable.site.print import on_paper

TITLE, CARD, ENTRY, WHOLE_RECORD = 1, 2, 3, 8
"""How many lines an entry of a list takes: a title alone, a card, what was said and where, a whole record."""


def plan(graph: Graph, downloads: Sequence[Download]) -> tuple[Page, ...]:
    """Give every page, in the order of its file; no two share an address."""
    records = [of_record(graph, record) for record in graph.portal.records.values()]
    pages = [
        *_own_pages(graph),
        *_lists(graph),
        *_coverage(graph),
        *_days(graph),
        *_sheets(graph),
        *_finding(graph),
        *records,
        *on_paper(graph),
        *_former(graph),
        _data(graph, downloads),
    ]
    return tuple(sorted(_told_apart(pages), key=lambda page: page.file))


def _told_apart(pages: list[Page]) -> Iterator[Page]:
    """Pages of one title in the browser have their address in it as well."""
    titles = Counter(page.head.head_title for page in pages)
    for page in pages:
        own = page.head
        if titles[own.head_title] > 1:
            words = gettext("%(address)s: %(title)s", address=own.address.strip("/"), title=own.head_title)
            own = replace(own, head_title=words)
        yield replace(page, head=own)


def _former(graph: Graph) -> Iterator[Page]:
    """At each address that a record had before: where it went."""
    for record in graph.portal.records.values():
        for former in record.aliases:
            own = head(graph.portal.settings, href(former), gettext("This page has moved"))
            yield _page("former", replace(own, noindex=True), graph.card, record.address)


def _lists(graph: Graph) -> Iterator[Page]:
    for folder, kind in KINDS.items():
        if kind.about is None:
            continue
        view = lists.of_kind(graph, kind, kind.about, kind.whole)
        if view.groups or folder not in SERIES_FOLDERS:
            title = capital(kind.many)
            page = _page("list", head(graph.portal.settings, f"{folder}/", title), ready, view)
            if view.told:
                yield from cut(page, view, "told", WHOLE_RECORD)
            else:
                yield from cut(page, view, "groups", CARD)


def _coverage(graph: Graph) -> Iterator[Page]:
    settings, tables = graph.portal.settings, graph.once(covering.tables)
    above = Crumb(gettext("What reaches what"), "coverage/")
    by_later: dict[str, list[coverage.CoverageView]] = {}
    for table in tables:
        by_later.setdefault(table.later.href, []).append(coverage.coverage(graph, table))
    for later, views in by_later.items():
        title = gettext("What reaches what: %(series)s", series=views[0].table.later.title)
        yield _page("coverage", head(settings, f"coverage/{later}", title, (above,)), ready, tuple(views))
    cards = graph.cards(later.strip("/") for later in by_later)
    view = coverage.CoverageList(cards, coverage.way(graph))
    yield _page("coverages", head(settings, "coverage/", above.title), ready, view)


def _days(graph: Graph) -> Iterator[Page]:
    settings, above = graph.portal.settings, Crumb(gettext("As it stood"), "as-of/")
    past, answers = dated.past_days(graph), dated.answers(graph.portal)
    listed_days = days.everything(graph, past)
    page = _page("days", head(settings, above.href, above.title), ready, listed_days)
    yield from cut(page, listed_days, "days", ENTRY)
    for after, day, before in zip((None, *past), past, (*past[1:], None), strict=False):
        title = gettext("As it stood on %(day)s", day=day_in_words(day.day))
        own = replace(head(settings, days.address_of(day.day), title, (above,)), noindex=True)
        yield _page("day", own, days.one, graph, day, (before, after), answers)


def _sheets(graph: Graph) -> Iterator[Page]:
    """The browser's title is made from the body's own, which is neutral already."""
    settings, above = graph.portal.settings, Crumb(gettext("Questions for the next meeting"), "questions/")
    made = questions.everything(graph)
    yield _page("sheets", head(settings, above.href, above.title), questions.listed, made)
    for body, view in made.items():
        title = gettext("Questions for the next meeting: %(body)s", body=view.body.title)
        name = gettext("Questions: %(body)s", body=neutral(graph, graph.portal.records[body]))
        own = head(settings, questions.address_of(body), title, (above,), name)
        yield _page("sheet", own, ready, view)


def _finding(graph: Graph) -> Iterator[Page]:
    """The search page, and the lists by standing and by year that it leads to."""
    settings = graph.portal.settings
    words, years = search.by_word(graph), search.by_year(graph)
    found = search.search(graph, words, years)
    page = _page("search", head(settings, "search/", gettext("Search")), ready, found)
    letters = lists.ListView("", found.letters, ())
    whole, *parts = cut(page, letters, "groups", TITLE, replace(found, letters=()))
    yield whole
    yield from (replace(part, template="pages/list.html") for part in parts)
    above = Crumb(gettext("What was asked"), "standing/")
    for address, view in words.items():
        title = gettext("Where it stands: %(word)s", word=view.word)
        page = _page("word", head(settings, address, title, (above,)), ready, view)
        yield from cut(page, view, "groups", ENTRY)
    yield from _timeline(graph, years)


def _timeline(graph: Graph, years: Mapping[str, search.YearView]) -> Iterator[Page]:
    """The timeline, which leads to its years where they are long, and a page for each year."""
    settings, above = graph.portal.settings, Crumb(gettext("Timeline"), "timeline/")
    whole = graph.once(timeline.timeline)
    page = _page("timeline", head(settings, above.href, above.title), ready, whole)
    if sum(year.number for year in years.values()) * ENTRY > LINES:
        parts = tuple(listed((one.year,), address) for address, one in years.items())
        page = _page("timeline", replace(page.head, parts=parts), ready, replace(whole, years=()))
    yield page
    for address, year in years.items():
        title = gettext("Timeline: %(year)s", year=year.year.title)
        page = _page("year", head(settings, address, title, (above,)), ready, year)
        yield from cut(page, year, "year.months", ENTRY)


def _own_pages(graph: Graph) -> Iterator[Page]:
    settings = graph.portal.settings
    yield _page("home", head(settings, "", settings.title), home.home, graph)
    changes = changed.changes(graph)
    page = _page("changes", head(settings, CHANGES.href, CHANGES.title), ready, changes)
    yield from cut(page, changes, "days", ENTRY)
    standing, title = lists.standing(graph), gettext("What was asked, and where it stands")
    page = _page("standing", head(settings, "standing/", title), ready, standing)
    series = replace(standing, apart=(), again=(), quoted=())
    yield from cut(page, series, "series", CARD, rest=replace(standing, series=()))
    unknown = lists.unknown(graph)
    page = _page("unknown", head(settings, "unknown/", gettext("What we do not know")), ready, unknown)
    yield from cut(page, unknown, "gaps", ENTRY)
    words = gettext("What the reviewers found working")
    yield _page("working", head(settings, "working/", words), lists.working, graph)
    if settings.bodies_in:
        above = Crumb(gettext("Bodies"), "bodies/")
        own = head(settings, THEN_AND_NOW, gettext("Bodies then and now"), (above,))
        yield _page("governance", own, governance.then_and_now, graph)
    words = gettext("What the words on the badges mean")
    yield _page("statuses", head(settings, "statuses/", words), statuses.statuses, graph)
    missing = head(settings, "404.html", gettext("This page is not here"))
    yield _page("missing", replace(missing, root=settings.base), ready, ())


def _data(graph: Graph, downloads: Sequence[Download]) -> Page:
    own = head(graph.portal.settings, FOLDER, gettext("Take it away"))
    view = takeaway.takeaway(graph, downloads)
    return _page("data", replace(own, ld=takeaway.described(graph, view)), ready, view)
