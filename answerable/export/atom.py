"""The form of a feed: Atom (RFC 4287), whose bytes depend on no host and no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from io import BytesIO
from typing import Final, NamedTuple

from feedgenerator import Atom1Feed

from answerable.export.syndication import held_until, identity
from answerable.graph.graph import Graph
from answerable.i18n import Language, ended, sentences
from answerable.model.address import root_of

NAME: Final = "feed.xml"


@dataclass(frozen=True, slots=True)
class News:
    """One entry, the same in every feed that has it."""

    key: str
    """What its id follows from."""
    title: str
    page: str
    """The page, with the place on it, below the site's root."""
    published: date
    updated: date
    day: date
    """The day by which it is put in order."""
    order: int
    """Among entries of one day."""
    words: str


class About(NamedTuple):
    """What a feed is of: the page it stands beside, its title, and what it says of itself."""

    page: str
    title: str
    words: str


def atom(graph: Graph, language: Language, about: About, news: tuple[News, ...]) -> bytes:
    """Bytes of one feed of at least one entry; until launch the banner's words open its subtitle."""
    settings, page = graph.portal.settings, about.page
    subtitle = sentences("" if settings.launched else settings.banner, about.words, held_until(settings))
    rights = sentences(settings.licence.covers, ended(settings.licence.name), settings.licence.papers)
    feed = _Atom(
        title=language.say(about.title),
        link=page or "./",
        description=None,
        subtitle=language.say(subtitle),
        language=settings.language,
        author_name=settings.short if settings.publisher.placeholder else settings.publisher.name,
        feed_url=page + NAME,
        feed_guid=f"urn:uuid:{identity(settings, page)}",
        feed_copyright=language.say(rights),
        base=root_of(page) or "./",
        updated=_midnight(max(one.updated for one in news)),
    )
    for one in news:
        feed.add_item(
            language.say(one.title),
            one.page,
            escape(language.say(one.words), quote=False),
            pubdate=_midnight(one.published),
            updateddate=_midnight(one.updated),
            unique_id=f"urn:uuid:{identity(settings, one.key)}",
        )
    made = BytesIO()
    feed.write(made, "utf-8")
    return made.getvalue() + b"\n"


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library ships no types
    """The library's Atom, which knows no `xml:base` and would date an empty feed by the clock."""

    def root_attributes(self) -> Mapping[str, str]:
        """Add the way to the site's root."""
        attributes: Mapping[str, str] = super().root_attributes()
        return {**attributes, "xml:base": self.feed["base"]}

    def latest_post_date(self) -> datetime:
        """Give the day of the latest entry."""
        latest: datetime = self.feed["updated"]
        return latest


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
