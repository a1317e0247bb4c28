"""What a preview puts on pages, or in their place: mistakes, marks of what is not public, a form to copy.

None of it is in a template, so none of it can come into a site that is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from posixpath import join, normpath
from typing import Final

from answerable.edit.form import filled, forms, parse
from answerable.load.sources import Sources
from answerable.model.address import href
from answerable.model.field import Record
from answerable.model.kinds.series import Item
from answerable.model.kinds.update import Promise
from answerable.model.portal import Portal
from answerable.problem import Problem

LAST: Final = "_last/"
"""Beneath it stands the last good site."""
FORM: Final = "_form/"
"""Beneath it stands, for each thing that can be moved, a form with its address filled in."""
MORE: Final = (
    "Some of this page is not public yet. Links to it are marked; what follows from it, such as badges and "
    "counts, is not."
)

_LINK: Final = re.compile(r'<a href="([^":#?]*)(?:#[^"]*)?"[^>]*>.*?</a>', re.DOTALL)
_OPENING: Final = re.compile(r"<main [^>]*>")
_PAGE: Final = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>body {{font: 1.1em/1.5 sans-serif; margin: 1em auto; max-inline-size: 60em; padding: 0 1em}}
pre {{overflow: auto; padding: 1em; border: 1px solid}} iframe {{inline-size: 100%; block-size: 70vh}}
pre, textarea {{font: 1em/1.4 monospace}} textarea {{inline-size: 100%; box-sizing: border-box}}</style>
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def wrong(faults: Sequence[Problem | str], sources: Sources | None) -> bytes:
    """Give the page that stands in place of others while something is wrong: each fault with its place.

    `sources` hold the lines that are wrong; None stands for sources that could not be read.
    """
    count = "One thing is" if len(faults) == 1 else f"{len(faults)} things are"
    entries = "\n".join(f"<li>{_fault(fault, sources)}</li>" for fault in faults)
    body = f"<p>Put it right and save: the page comes back by itself.</p>\n<ol>\n{entries}\n</ol>"
    return _PAGE.format(title=f"{count} to be put right", body=body).encode()


def with_last(page: bytes, path: str) -> bytes:
    """Give a page of faults with the last good page beneath it."""
    where = escape(f"/{LAST}{path}")
    frame = (
        f'<h2>The last good page</h2>\n<p><a href="{where}">Open it alone</a></p>\n'
        f'<iframe src="{where}" title="The last good page"></iframe>\n</main>'
    )
    return page.replace(b"</main>", frame.encode(), 1)


def _fault(fault: Problem | str, sources: Sources | None) -> str:
    """A sentence, and before it the file, the line and what stands there."""
    if isinstance(fault, str):
        return f"<p>{escape(fault)}</p>"
    files = {**sources.settings, **sources.content, **sources.private} if sources else {}
    lines = files.get(fault.path, b"").decode("utf-8", "replace").splitlines()
    line = f"<pre>{escape(lines[fault.line - 1])}</pre>" if 0 < fault.line <= len(lines) else ""
    said = escape(f"{fault.message} {fault.hint}".strip())
    return f"<p><b>{escape(fault.path)}</b>, line {fault.line}, column {fault.column}</p>{line}<p>{said}</p>"


def marked(page: bytes, path: str, hidden: Mapping[str, str], *, more: bool) -> bytes:
    """Give a page on which what is not public says so: the page itself, and each link to one that is not.

    `more` says that the page tells more than the public one does, in links, badges, counts or anywhere.
    """
    marks = {href(address): why for address, why in hidden.items()}
    if not marks:
        return page
    text = page.decode()
    said = _said(marks[path]) if path in marks else MORE if more else ""
    text = _LINK.sub(lambda link: link[0] + _mark(marks.get(_target(path, link[1]), "")), text)
    if said:
        banner = f'<aside class="banner" aria-label="Preview"><p>{said}</p></aside>'
        text = _OPENING.sub(lambda opening: banner + opening[0], text, count=1)
    return text.encode()


def _target(path: str, link: str) -> str:
    """The address below the root that a link of a page leads to."""
    return normpath(join("/", path, link)).lstrip("/") + "/"


def _mark(why: str) -> str:
    return f" <mark>{escape(why)}</mark>" if why else ""


def _said(why: str) -> str:
    if why.startswith("until "):
        return escape(f"Not public {why}. Only this preview shows it.")
    return "A draft. Only this preview shows it."


def offered(page: bytes, address: str) -> bytes:
    """Give the page of something that can be moved with a link to its form."""
    link = f'<p><a href="/{FORM}{escape(address)}/">Add an update to this</a></p>\n</main>'
    return page.replace(b"</main>", link.encode(), 1)


def movable(portal: Portal, path: str) -> Record | None:
    """Give the item or promise whose page stands at a path; None where nothing can be moved."""
    record = portal.records.get(path.rstrip("/"))
    return record if isinstance(record, Item | Promise) and not record.retracted else None


def form(record: Record, sources: Sources) -> bytes | None:
    """Give the page with an update's form for a record, to copy, and the file's name; None without a form."""
    text = forms(sources.content).get("updates")
    if text is None:
        return None
    folder = next(iter(sources.content)).partition("/")[0]
    file = f"{folder}/{parse(text).file.replace('DAY', sources.today.isoformat())}"
    asks = [f"{record.address}#{ask.id}: {ask.asks}" for ask in getattr(record, "asks", ())]
    listed = "".join(f"<li>{escape(ask)}</li>" for ask in asks)
    words = escape(filled(text, "item", record.address), quote=False)
    body = f"""<p><a href="/{escape(href(record.address))}">{escape(record.heading)}</a></p>
<ol>
<li>Copy the text below into a new file, <b>{escape(file)}</b>. Put the day on which it happened, and a short
neutral name in place of NAME.</li>
<li>Write between the "". Take out the lines you do not need.</li>
<li>Save. The page shows it, or says what is to be put right.</li>
</ol>
{f"<p>To move one ask alone, write its address after item:</p><ul>{listed}</ul>" if asks else ""}
<textarea rows="40" readonly aria-label="The form">{words}</textarea>
<p>To be asked instead: <code>build.py new update</code></p>"""
    return _PAGE.format(title="Add an update to this", body=body).encode()
