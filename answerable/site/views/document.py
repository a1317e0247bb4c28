"""The page of a document: what it is, where it is, how to ask for it, what cites which place."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.graph.graph import Graph
from answerable.graph.unknowns import HOLDING
from answerable.graph.values import Card, Cite
from answerable.i18n import gettext
from answerable.model.address import anchor
from answerable.model.choices import CHOICES
from answerable.model.kinds.document import Document, Finding
from answerable.site.views.common import Common, common
from answerable.site.views.replies import Said


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place in the document, and the pages that cite it."""

    id: str
    words: str
    opens: str
    """The words with which it begins; empty where the record does not say."""
    cited_by: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A section of the document, in our words."""

    id: str
    title: str
    says: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document."""

    common: Common
    holding: str
    holding_says: str
    how_to_ask: str
    places: tuple[PlaceView, ...]
    parts: tuple[PartView, ...]
    findings: tuple[Said, ...]
    strengths: tuple[Said, ...]
    told: tuple[Said, ...]


ASK = gettext(
    "Ask the body that made it. If it is a public body, anybody may ask for it under the Freedom of "
    "Information Act 2000. The body must answer within 20 working days, and may say why it withholds "
    "something."
)
NOT_FACTS = frozenset({"places", "parts", "findings", "summary", "holding"})


def document(graph: Graph, record: Document) -> DocumentView:
    """Give the page of one document."""
    cited = graph.cited.get(record.address, {})
    opens = {place.place: place.starts_with for place in record.places}
    named = list(dict.fromkeys([*opens, *cited]))
    return DocumentView(
        common=common(graph, record, NOT_FACTS, frozenset({"in"} if cited else ())),
        holding=CHOICES["holding"][record.holding],
        holding_says=HOLDING[record.holding],
        how_to_ask=ASK if record.holding in ("cited only", "withheld") else "",
        places=tuple(
            PlaceView(anchor(place), place, opens.get(place, ""), graph.cards(cited.get(place, ())))
            for place in named
        ),
        parts=tuple(PartView(p.id, p.title, p.says, graph.cites(p.cites)) for p in record.parts),
        findings=_findings(graph, record, "finding"),
        strengths=_findings(graph, record, "strength"),
        told=_findings(graph, record, "told the board"),
    )


def _findings(graph: Graph, record: Document, kind: str) -> tuple[Said, ...]:
    return tuple(
        Said(_staged(found), graph.cites(found.cites)) for found in record.findings if found.kind == kind
    )


def _staged(found: Finding) -> str:
    return gettext("{stage}: {says}", stage=found.stage, says=found.says) if found.stage else found.says
