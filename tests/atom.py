"""What the W3C feed validator calls an error in an Atom feed, as far as our feeds could make it.

The rules are RFC 4287's: 4.1.1 and 4.1.2 (what a feed and an entry must hold and how often), 3.1 (texts),
3.3 (dates, as RFC 3339 writes them), 4.2.6 (ids), 4.2.7 (links); and the validator's own of their order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ATOM: Final = "{http://www.w3.org/2005/Atom}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
INSTANT: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T00:00:00\+00:00")
URN: Final = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}")
FEED_HAS: Final = {"title": 1, "id": 1, "updated": 1, "author": 1, "subtitle": 1, "rights": 1, "link": 2}
ENTRY_HAS: Final = {"title": 1, "id": 1, "updated": 1, "published": 1, "summary": 1, "link": 1}
MAY: Final = {
    f"{ATOM}feed": (f"{XML}base", f"{XML}lang"),
    f"{ATOM}link": ("href", "rel"),
    f"{ATOM}summary": ("type",),
}
"""The attributes our feeds use; every other would be a mistake."""
ADDRESS: Final = re.compile(r"(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
"""Of the characters that RFC 3986 lets stand in an address."""
BARE: Final = re.compile(r"[<>]|&(?!(?:amp|lt|gt);)")
"""In escaped HTML without elements, what would be read as one, or as an entity of no name."""
CONTROL: Final = re.compile("[\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\ufffe\uffff]")


def faults(data: bytes) -> list[str]:
    """List what is wrong with a feed; expat itself raises where it is not well-formed."""
    root = ET.fromstring(data)
    entries = root.findall(f"{ATOM}entry")
    told = [] if root.tag == f"{ATOM}feed" else [f"the root is {root.tag}"]
    told += _counts(root, FEED_HAS, "feed")
    told += [fault for entry in entries for fault in _counts(entry, ENTRY_HAS, "entry")]
    ids = [element.text or "" for element in root.iter(f"{ATOM}id")]
    told += [f"{name} is no urn:uuid" for name in ids if not URN.fullmatch(name)]
    told += [f"{name} stands twice" for name in set(ids) if ids.count(name) > 1]
    days = [e.text or "" for tag in ("updated", "published") for e in root.iter(ATOM + tag)]
    told += [f"{day} is no instant" for day in days if not INSTANT.fullmatch(day)]
    updated = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    told += ["the latest does not come first"] if updated != sorted(updated, reverse=True) else []
    if updated and root.findtext(f"{ATOM}updated") != updated[0]:
        told.append("it is older or newer than its entries")
    rels = sorted(link.get("rel", "") for link in root.findall(f"{ATOM}link"))
    told += [] if rels == ["alternate", "self"] else [f"its links are {rels}"]
    told += ["its language is not said"] if not root.get(f"{XML}lang") else []
    told += _as_the_validator_says(root)
    texts = [text for element in root.iter() for text in (element.text or "", *element.attrib.values())]
    return told + [f"a control character: {text!r}" for text in texts if CONTROL.search(text)]


def _as_the_validator_says(root: Element) -> list[str]:
    """What the W3C's feed validator says besides: of order, links, attributes and escaped HTML."""
    children = [child.tag for child in root]
    first = children.index(f"{ATOM}entry") if f"{ATOM}entry" in children else len(children)
    told = [f"{tag} stands after an entry" for tag in children[first:] if tag != f"{ATOM}entry"]
    for element in root.iter():
        may = MAY.get(element.tag, ())
        told += [f"{element.tag} has {name}" for name in element.attrib if name not in may]
        if (element.get("type") or "text") == "html":
            told += [f"no HTML: {found}" for found in BARE.findall(element.text or "")]
    links = list(root.iter(f"{ATOM}link"))
    told += ["a link is not empty" for link in links if link.text or len(link)]
    addresses = [*(link.get("href", " ") for link in links), root.get(f"{XML}base", " ")]
    return told + [f"{address!r} is no address" for address in addresses if not ADDRESS.fullmatch(address)]


def _counts(element: Element, wanted: dict[str, int], name: str) -> list[str]:
    found = [child.tag.removeprefix(ATOM) for child in element if child.tag != f"{ATOM}entry"]
    told = [f"{name} has {found.count(tag)} {tag}" for tag, n in wanted.items() if found.count(tag) != n]
    told += [f"{name} has {tag}" for tag in found if tag not in wanted]
    return told + [f"{name} has an empty {e.tag}" for e in element if e.tag == f"{ATOM}title" and not e.text]
