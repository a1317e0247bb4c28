"""Prose with one sentence a line, so that a difference shows the sentence that changed.

A line end within a paragraph is a space to readers. A paragraph is written anew only where what is shown
stays the same; headings, tables and blocks of code are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from answerable.load.markdown import parser

_SENTENCE_END = re.compile(r"(?<=[.!?…])([”’\"')\]*_]*) +(?=[“‘\"'(\[*_]*[A-Z0-9À-ÞĀ-Ž])")
_ENDED = re.compile(r"[.!?…][”’\"')\]*_]*$")
_NOT_AN_END = re.compile(
    r"(?:^|[\s(“‘\"'*_\[])(?:[A-Z]|Cllrs?|Mrs?|Ms|Dr|Prof|Rev|St|Nos?|pp?|paras?|cf|vs"
    r"|viz|e\.g|i\.e|etc|al)\.$"
)
"""An initial, a title or an abbreviation. Where a person ended the line behind one, it stays ended."""
_LEAD = re.compile(r"(?: {0,3}(?:>|[-*+]|[0-9]{1,9}[.)])(?: |$))* *")
"""What stands before the first word of a paragraph: marks of quotations and of lists."""


def one_sentence_a_line(text: str) -> str:
    """Give a prose whose paragraphs have a line for each sentence, and which shows what it showed before."""
    lines = text.split("\n")
    for first, after in reversed(list(_paragraphs(parser().parse(text, {})))):
        changed = [*lines[:first], *_rewritten(lines[first:after]), *lines[after:]]
        if changed != lines and shown("\n".join(changed)) == shown("\n".join(lines)):
            lines = changed
    return "\n".join(lines)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Give the first line of each paragraph and the line after it, from 0."""
    for token in tokens:
        if token.type == "paragraph_open" and token.map:
            yield token.map[0], token.map[1]


def _rewritten(lines: Sequence[str]) -> list[str]:
    match = _LEAD.match(lines[0])
    lead = match[0] if match else ""
    further = "".join(sign if sign == ">" else " " for sign in lead)
    words = [lines[0][len(lead) :], *(line.lstrip(" >") for line in lines[1:])]
    first, *rest = [sentence for line in _joined(words) for sentence in sentences(line)]
    return [lead + first, *(further + one for one in rest)]


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Give the lines, each that does not end as a sentence does joined with the next."""
    waiting = ""
    for line in lines:
        waiting = re.sub(" +", " ", f"{waiting} {line}").strip(" ")
        if _ENDED.search(waiting):
            yield waiting
            waiting = ""
    if waiting:
        yield waiting


def sentences(words: str) -> Iterator[str]:
    """Give each sentence of words that stand on one line."""
    begin = 0
    for found in _SENTENCE_END.finditer(words):
        if not _NOT_AN_END.search(words, begin, found.start()):
            yield words[begin : found.end(1)]
            begin = found.end()
    yield words[begin:]


def shown(text: str) -> list[tuple[str, ...]]:
    """Give all that a prose shows, where a line end within a paragraph is a space."""
    return list(_shown(parser().parse(text, {})))


def _shown(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    words = ""
    for token in tokens:
        if token.type in ("text", "softbreak"):
            words += " " if token.type == "softbreak" else token.content
            continue
        if words:
            yield "text", words
            words = ""
        if token.type == "inline":
            yield from _shown(token.children or ())
        else:
            yield token.type, token.tag, token.info, token.markup, token.content, repr(token.attrs)
            yield from _shown(token.children or ())
    if words:
        yield "text", words
