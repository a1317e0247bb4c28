"""The brief as one HTML file that needs nothing else: old and new side by side, what differs marked.

It is made as a tree, so no word of the record can become markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from xml.etree import ElementTree as ET

from answerable.diff.gate import Judged
from answerable.diff.summary import Brief, Place, told

STYLE = """body{font:1rem/1.5 system-ui,sans-serif;margin:1rem auto;max-inline-size:75rem;padding-inline:1rem}
table{border-collapse:collapse;inline-size:100%;table-layout:fixed}
td,th{border:1px solid;padding:.5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
td p{margin:0 0 .5rem}
del{text-decoration:line-through;font-weight:bold}ins{text-decoration:underline;font-weight:bold}
.silent{border:3px double}"""


def in_html(brief: Brief) -> str:
    """Give the whole brief as one HTML page, old beside new; it ends with a line feed."""
    page = ET.Element("html", lang="en-GB")
    head = ET.SubElement(page, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "title", f"From {brief.old} to {brief.new}")
    _add(head, "style", STYLE)
    main = ET.SubElement(ET.SubElement(page, "body"), "main")
    _add(main, "h1", f"From {brief.old} to {brief.new}")
    for words in (brief.first, brief.verdict, brief.in_form):
        if words:
            _add(main, "p", words)
    for place in brief.places:
        _place(main, place)
    for heading, sentences in brief.sections:
        _add(main, "h2", heading)
        listed = ET.SubElement(main, "ul")
        for sentence in sentences:
            _add(listed, "li", sentence)
    return f"<!doctype html>\n{ET.tostring(page, encoding='unicode', method='html')}\n"


def _place(main: ET.Element, place: Place) -> None:
    _add(main, "h2", place.heading)
    table = ET.SubElement(main, "table")
    row = ET.SubElement(table, "tr")
    for words in ("What changed", "Old", "New"):
        _add(row, "th", words).set("scope", "col")
    for one in place.judged:
        _row(table, one)


def _row(table: ET.Element, one: Judged) -> None:
    row = ET.SubElement(table, "tr")
    if one.silent:
        row.set("class", "silent")
    first = ET.SubElement(row, "td")
    _add(first, "p", one.change.sentence)
    if one.substantive:
        _add(first, "p", f"Substantive; {told(one)}.")
    for sign, parts in zip(("del", "ins"), marked(one.change.was, one.change.now), strict=True):
        cell = ET.SubElement(row, "td")
        for words, differs in parts:
            _add(cell, sign if differs else "span", words).tail = " "


def marked(was: str, now: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Give both texts in runs of words, each with whether the other text lacks it."""
    old, new = was.split(), now.split()
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    before = [(" ".join(old[i:j]), code != "equal") for code, i, j, _, _ in codes]
    after = [(" ".join(new[i:j]), code != "equal") for code, _, _, i, j in codes]
    return list(_there(before)), list(_there(after))


def _there(runs: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    return (run for run in runs if run[0])


def _add(above: ET.Element, tag: str, words: str) -> ET.Element:
    made = ET.SubElement(above, tag)
    made.text = words
    return made
