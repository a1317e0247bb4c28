"""Pages of the site: address, template and question of each; none asks before it is rendered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from answerable.export.downloads import FOLDER, Download
from answerable.graph.graph import Graph
from answerable.i18n import capital, gettext
from answerable.model.address import href
from answerable.model.date import day_in_words
from answerable.model.field import SERIES_FOLDERS, Record
from answerable.model.kinds.body import Body
from answerable.model.kinds.series import Series
from answerable.model.registry import KINDS
from answerable.site import coverage, downloads, lists, questions, search, timeline
from answerable.site.context import Context
from answerable.site.frame import CHANGES, THEN_AND_NOW, Crumb, Head, head, head_of
from answerable.site.page import Page


def plan(graph: Graph, files: Sequence[Download]) -> tuple[Page, ...]:
    """Every page but the parts of long lists, in the order of its file; no two share an address."""
    ctx = Context(graph, "")
    pages = [
        *_single(ctx),
        *_kinds(ctx),
        *_coverage(ctx),
        *_days(ctx),
        *_sheets(ctx),
        *_words(ctx),
        *_years(ctx),
        *(of_record(ctx, record) for record in ctx.portal.records.values()),
        *_on_paper(ctx),
        *_former(ctx),
        Page("data", _head(ctx, FOLDER, gettext("Take it away")), view=partial(_data, files)),
    ]
    names = Counter(page.head.name for page in pages)
    unlike = (replace(page, head=replace(page.head, shared=names[page.head.name] > 1)) for page in pages)
    return tuple(sorted(unlike, key=lambda page: page.file))


def of_record(ctx: Context, record: Record) -> Page:
    """Page of a record; what was taken back has no more than what all have."""
    name = Record.template if record.withdrawn else record.template
    view = partial(lists.of_record, record=record)
    return Page(name, head_of(ctx, record), view=view, listed=True, part="part", record=record)


def _data(files: Sequence[Download], ctx: Context) -> downloads.Downloads:
    return downloads.takeaway(ctx, files)


def _head(ctx: Context, address: str, title: str, *crumbs: Crumb, name: str = "") -> Head:
    return head(ctx.settings, address, title, crumbs, name)


def _single(ctx: Context) -> Iterator[Page]:
    yield Page("home", _head(ctx, "", ctx.settings.title), view=coverage.way)
    yield Page("changes", _head(ctx, CHANGES.href, CHANGES.title), view=lists.changes, listed=True)
    title = gettext("What was asked, and where it stands")
    yield Page("standing", _head(ctx, "standing/", title), view=lists.standing, listed=True)
    title = gettext("What we do not know")
    yield Page("unknown", _head(ctx, "unknown/", title), view=lists.gaps, listed=True)
    title = gettext("What the reviewers found working")
    yield Page("working", _head(ctx, "working/", title), view=lists.working, listed=True)
    if ctx.settings.bodies_in:
        above = Crumb(gettext("Bodies"), "bodies/")
        title = gettext("Bodies then and now")
        yield Page("governance", _head(ctx, THEN_AND_NOW, title, above), view=Context.trees)
    yield Page("statuses", _head(ctx, "statuses/", gettext("What the words on the badges mean")))
    page_head = _head(ctx, "search/", gettext("Search"))
    yield Page("search", page_head, search.Search(ctx), search.letters, listed=True, part="letters")
    missing = _head(ctx, "404.html", gettext("This page is not here"))
    yield Page("missing", replace(missing, root=ctx.settings.base))


def _kinds(ctx: Context) -> Iterator[Page]:
    folders = {record.address.partition("/")[0] for record in ctx.portal.records.values()}
    for folder, kind in KINDS.items():
        if kind.about is not None and (folder in folders or folder not in SERIES_FOLDERS):
            page_head = _head(ctx, f"{folder}/", capital(kind.many))
            yield Page("list", page_head, kind, lists.of_kind(kind), listed=True)


def _coverage(ctx: Context) -> Iterator[Page]:
    above = Crumb(gettext("What reaches what"), "coverage/")
    yield Page("coverages", _head(ctx, above.href, above.title), view=coverage.way)
    for series in ctx.portal.of(Series):
        if ctx.follows(series):
            title = gettext("What reaches what: %(series)s", series=series.title)
            page_head = _head(ctx, f"coverage/{href(series.address)}", title, above)
            yield Page("coverage", page_head, view=partial(coverage.of_series, later=series.address))


def _days(ctx: Context) -> Iterator[Page]:
    above = Crumb(gettext("As it stood"), "as-of/")
    yield Page("days", _head(ctx, above.href, above.title), view=lists.days, listed=True)
    days = ctx.days()
    for after, day, before in zip((None, *days), days, (*days[1:], None), strict=False):
        title = gettext("As it stood on %(day)s", day=day_in_words(day))
        page_head = replace(_head(ctx, f"as-of/{day}/", title, above), noindex=True)
        yield Page("day", page_head, (before, day, after), partial(Context.past_day, day=day))


def _sheets(ctx: Context) -> Iterator[Page]:
    """The browser's title is made from the body's own, which is neutral already."""
    above = Crumb(gettext("Questions for the next meeting"), "questions/")
    yield Page("sheets", _head(ctx, above.href, above.title))
    for body in ctx.portal.of(Body):
        if ctx.has_sheet(body):
            title = gettext("Questions for the next meeting: %(body)s", body=body.heading)
            name = gettext("Questions: %(body)s", body=ctx.browser_title(body))
            page_head = _head(ctx, f"questions/{body.address.partition('/')[2]}/", title, above, name=name)
            yield Page("sheet", page_head, body, partial(questions.sheet, body=body), listed=True)


def _words(ctx: Context) -> Iterator[Page]:
    above = Crumb(gettext("What was asked"), "standing/")
    for track, word_id in search.words_in_use(ctx):
        word = ctx.portal.vocabulary.track(track)[word_id]
        title = gettext("Where it stands: %(word)s", word=word.word)
        page_head = _head(ctx, search.address_of_word(track, word_id), title, above)
        yield Page("word", page_head, word, lists.at_word(track, word_id), listed=True)


def _years(ctx: Context) -> Iterator[Page]:
    above = Crumb(gettext("Timeline"), "timeline/")
    yield Page("timeline", _head(ctx, above.href, above.title), view=timeline.timeline)
    years = ctx.years()
    for after, year, before in zip((None, *years), years, (*years[1:], None), strict=False):
        title = gettext("Timeline: %(year)s", year=str(year))
        page_head = _head(ctx, f"timeline/{year}/", title, above)
        yield Page("year", page_head, (before, year, after), lists.of_year(year), listed=True)


def _on_paper(ctx: Context) -> Iterator[Page]:
    above = Crumb(gettext("On paper"), "on-paper/")
    yield Page("on-paper", _head(ctx, above.href, above.title))
    title = gettext("%(title)s: on one sheet", title=ctx.settings.title)
    page_head = _head(ctx, "on-paper/one-sheet/", title, above, name=gettext("On one sheet"))
    yield Page("one-sheet", page_head, view=Context.one_sheet)
    for series in ctx.printed_series():
        crumb = Crumb(series.title, href(series.address))
        number = len(ctx.printed_items(series))
        title = gettext("In one minute: the %(n)s %(things)s", n=number, things=series.many)
        name = gettext("In one minute: %(title)s", title=ctx.browser_title(series))
        page_head = _head(ctx, f"in-one-minute/{series.address}/", title, crumb, name=name)
        yield Page("minute", page_head, series, partial(lists.minute, series=series), listed=True)


def _former(ctx: Context) -> Iterator[Page]:
    """At each address that a record had before: where it went."""
    for record in ctx.portal.records.values():
        for former in record.aliases:
            page_head = _head(ctx, href(former), gettext("This page has moved"))
            yield Page("former", replace(page_head, noindex=True), record)
