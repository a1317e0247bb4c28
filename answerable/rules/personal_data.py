"""Personal data in what pages print: numbers and addresses of private persons, and clues that show one.

Clues are harmless alone and point to one person together, or count few people; they are told by their kind.

No message repeats what it is about: a check's output is read by many, and kept.
The shapes are those of the United Kingdom. Numbers with a check digit are found only where it is right.
What no rule can see is in docs/reviewing.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type
from stdnum import iban, luhn
from stdnum.gb import nhs, upn

from answerable.problem import Level
from answerable.rules.texts import Find, Passage

Span: TypeAlias = tuple[str, int, int, str, str, Level]
"""What a rule finds in a text: the rule's name, start and end, message, hint and level."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY: Final = (
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s(?:{_MONTHS})\b(?:\s[0-9]{{4}})?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})"
)
"""A day as people write it: `3 May 2001`, `2001-05-03`, `3/5/01`."""
ROLES: Final = frozenset(
    {"access", "admin", "archive", "board", "chairs", "childrens", "clerk", "commissioner"}
    | {"committee", "committees", "comms", "communications", "community", "complaint", "complaints"}
    | {"contact", "council", "councillors", "customer", "data", "dataprotection", "democracy"}
    | {"democratic", "desk", "dpo", "enquiries", "enquiry", "feedback", "foi", "governance", "hello"}
    | {"help", "helpline", "info", "information", "library", "mail", "media", "minutes", "monitoring"}
    | {"news", "office", "officer", "postmaster", "press", "privacy", "protection", "records"}
    | {"reports", "review", "room", "safeguarding", "scrutiny", "secretariat", "secretary", "service"}
    | {"services", "support", "team", "webmaster"}
)
"""Words of which the addresses of posts and teams are made; each part of an address has to be one."""
NOBODYS: Final = (".example", ".invalid", ".test", "example.com", "example.net", "example.org")
"""Ends of addresses that can never be anybody's: RFC 2606."""
PRIVATE: Final = frozenset(
    {PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}
    | {PhoneNumberType.PERSONAL_NUMBER, PhoneNumberType.PAGER, PhoneNumberType.VOIP}
)
"""Kinds of number that may be a private person's; freephone and the like are services'."""
_SIGNS: Final = re.compile("[0-9@]")
"""Nothing personal of these shapes is written without one of them."""
_LONG: Final = re.compile(r"[0-9](?:[ ()./-]{0,3}[0-9]){8}")
_CODE: Final = re.compile(r"[A-Z] ?[0-9]")
_AT: Final = re.compile("@")
_BIRTH: Final = re.compile(r"born|birth|d\.?o\.?b", re.IGNORECASE)
_NO_NINO: Final = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
TAKE_OUT: Final = "Take it out, here and in what was committed; if it may stand, allow it in words.yaml."


def _always(_match: str) -> bool:
    return True


def _somebodys(address: str) -> bool:
    local, _, domain = address.lower().partition("@")
    parts = {part for part in re.split(r"[._+'-]", local) if part}
    return not domain.endswith(NOBODYS) and not parts <= ROLES


def _insurance(number: str) -> bool:
    return number[:2] not in _NO_NINO


def _card(number: str) -> bool:
    return number[0] in "3456" and bool(luhn.is_valid(re.sub(r"[ -]", "", number)))


@dataclass(frozen=True, slots=True)
class _Shape:
    """How something personal is written, what it is called, and what else has to be so."""

    sign: re.Pattern[str]
    """What a text has in which it may stand; quicker to look for."""
    pattern: re.Pattern[str]
    called: str
    holds: Callable[[str], bool] = _always


_SHAPES: Final = {
    "email": _Shape(
        _AT, re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"), "the e-mail address of a person", _somebodys
    ),
    "postcode": _Shape(
        _CODE, re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}\b"), "a postcode"
    ),
    "nhs-number": _Shape(
        _LONG, re.compile(r"\b[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}\b"), "an NHS number", nhs.is_valid
    ),
    "pupil-number": _Shape(
        _CODE, re.compile(r"\b[A-Z][0-9]{11}[0-9A-Z]\b"), "a unique pupil number", upn.is_valid
    ),
    "national-insurance": _Shape(
        _CODE,
        re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?[0-9]{2}){3} ?[A-D]\b"),
        "a National Insurance number",
        _insurance,
    ),
    "bank": _Shape(
        _CODE,
        re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"),
        "a bank account",
        iban.is_valid,
    ),
    "card": _Shape(_LONG, re.compile(r"\b[0-9](?:[ -]?[0-9]){12,18}\b"), "the number of a bank card", _card),
    "vehicle": _Shape(
        _CODE, re.compile(r"\b[A-HJ-PR-Y]{2}[0-9]{2} ?[A-HJ-PR-Z]{3}\b"), "the plate of a vehicle"
    ),
    "birth-date": _Shape(
        _BIRTH,
        re.compile(rf"\b(?i:born|date\sof\sbirth|D\.?O\.?B)\b\.?(?:\W{{0,3}}(?:is|was|on))?\W{{0,3}}{DAY}"),
        "somebody’s day of birth",
    ),
}

_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|[.!?](?!\s|$)|\n(?!\s*\n))+")
_YOUNG: Final = (
    "[1-9]|1[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_AGE: Final = re.compile(
    r"(?<![-–0-9])(?<!under\s)(?<!over\s)(?<!to\s)(?<!and\s)(?<!or\s)"
    rf"\b(?:(?:aged|age|at\sthe\sage\sof)\s(?:{_YOUNG})\b"
    rf"(?!\s?(?:[-–+/]|,\s?[0-9]|to\b|and\b|or\b|years?\s(?:and|or|to)\b))|(?:{_YOUNG})[-\s]years?[-\s]old\b(?!s))",
    re.IGNORECASE,
)
_ONE: Final = re.compile(
    r"\b(?:an?|the|this|that|one|his|her|their)\s(?:[a-z-]+\s){0,2}?(?:girl|boy|child|teenager|pupil|student"
    r"|young\s(?:person|woman|man)|daughter|son|sister|brother)\b(?![’'-])",
    re.IGNORECASE,
)
_HARMED: Final = re.compile(
    r"\b(?:an?|the|this|that|one)\s(?:[a-z-]+\s){0,2}?(?:victim|survivor)\b(?![’'-])", re.IGNORECASE
)
_NAME: Final = r"\b(?!The\b)[A-Z][\w’']+(?:\s[A-Z][\w’']+)*"
_CLUES: Final = {
    "a school": re.compile(rf"{_NAME}\s(?:School|Academy|College|Nursery|Comprehensive)\b"),
    "a home": re.compile(rf"{_NAME}\s(?:Children’s\sHome|Children's\sHome|Care\sHome|House)\b"),
    "a street": re.compile(
        rf"{_NAME}\s(?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Estate)\b"
    ),
    "a day": re.compile(DAY),
    "a month": re.compile(
        r"\bin\s(?:early\s|late\s)?(?:January|February|March|April|May|June|July|August|September|October"
        r"|November|December)\b"
    ),
    "a place": re.compile(r"\b(?:lived|lives|living|from|born|moved)\s(?:in|to|at|near)?\s?[A-Z][a-z]+\b"),
}
_CLOSE: Final = frozenset({"a school", "a home", "a street"})
"""Clues that few people share."""
_SOMEBODY: Final = re.compile(
    r"girl|boy|child|teenager|pupil|student|young|daughter|son|sister|brother|victim|survivor|aged?\s|bab"
    r"|years?\Wold"
)
"""Where none of these stands, in small letters, no sentence needs to be looked at."""
_FEW: Final = re.compile(
    r"(?<!at\smost\s)(?<!up\sto\s)(?<!more\sthan\s)(?<!maximum\sof\s)(?<!no\s)(?<![0-9.])"
    r"\b(?:one|two|three|four|[1-4]|a\ssingle)\s(?:of\s(?:the|these|those)\s|more\s|other\s|further\s|young(?:er)?\s"
    r"|looked[-\s]after\s|missing\s|local\s)*(?:child|children|girls?|boys?|pupils?|victims?|survivors?"
    r"|young\s(?:people|persons?|women|woman|men|man)|teenagers?|babies|baby)\b(?![’'-])(?!\sat\smost\b)",
    re.IGNORECASE,
)
"""A limit, such as “up to three children”, counts nobody."""
FEWER: Final = "Write “fewer than five”, unless nobody can be known by it."
TOGETHER: Final = "Take out what is not needed to understand it: say “a child”, “a school”, “in that year”."
AGE: Final = "exact-age"
RULES: Final = (*_SHAPES, "phone", "jigsaw", AGE, "small-count")
"""The rules' names, as exceptions call them."""
_REACHING: Final = frozenset({"email", "phone", "postcode"})
"""What a line for help and a publisher give so that people can reach them."""


def finds(texts: Iterable[Passage]) -> Iterator[Find]:
    """Each place where something personal stands, where clues point to one person, or few are counted.

    The age of one person is a clue too where another text of the same record names a school, street or home.
    """
    known: dict[str, tuple[Span, ...]] = {}
    for address, group in groupby(texts, key=lambda passage: passage.address):
        record = tuple(group)
        to_reach = address == "site.yaml" or address.startswith("help/")
        spans: list[tuple[Passage, Span]] = []
        for passage in record:
            text = passage.text
            if text not in known:
                known[text] = (*_identifiers(text), *_clues(text))
            if known[text]:
                spans += ((passage, span) for span in known[text])
        near = _named_nearby(record) if any(span[0] == AGE for _, span in spans) else ""
        for passage, span in spans:
            rule, start, end = span[:3]
            if near and rule == AGE:
                message = f"This is the age of one person, and elsewhere the record names {near}."
                yield Find(passage, "jigsaw", start, end, message, TOGETHER, "error")
            elif not (to_reach and rule in _REACHING):
                yield Find(passage, *span)


def _named_nearby(texts: Iterable[Passage]) -> str:
    return ", ".join(
        sorted(name for name in _CLOSE if any(_CLUES[name].search(passage.text) for passage in texts))
    )


def _identifiers(text: str) -> Iterator[Span]:
    """Numbers and addresses of private persons."""
    for rule, start, end, called in _personal(text):
        message = f"This looks like {called}: {masked(text[start:end])}."
        yield rule, start, end, message, TAKE_OUT, "error"


def _personal(text: str) -> Iterator[tuple[str, int, int, str]]:
    """The rule, start, end and kind of what is personal."""
    if not _SIGNS.search(text):
        return
    signs = {sign: sign.search(text) for sign in (_AT, _CODE, _LONG, _BIRTH)}
    for rule, shape in _SHAPES.items():
        for match in shape.pattern.finditer(text) if signs[shape.sign] else ():
            if shape.holds(match[0]):
                yield rule, *match.span(), shape.called
    for phone in PhoneNumberMatcher(text, "GB", leniency=Leniency.VALID) if signs[_LONG] else ():
        if number_type(phone.number) in PRIVATE:
            yield "phone", phone.start, phone.end, "a telephone number"


def without(text: str) -> str:
    """The text with all that is personal blanked out, for rules that repeat what they find."""
    for _, start, end, _ in _personal(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def masked(words: str) -> str:
    """The words with all but their first two signs hidden."""
    return words[:2] + re.sub(r"\w", "•", words[2:])


def _clues(text: str) -> Iterator[Span]:
    """Sentences whose clues point to one person, single ages, and counts of few people."""
    for sentence in _SENTENCE.finditer(text) if _SOMEBODY.search(text.lower()) else ():
        yield from _jigsaw(sentence)
        for few in _FEW.finditer(sentence[0]):
            start = sentence.start() + few.start()
            yield "small-count", start, start + len(few[0]), "Few people are counted here.", FEWER, "warning"


def _jigsaw(sentence: re.Match[str]) -> Iterator[Span]:
    words = sentence[0]
    age, one, harmed = (pattern.search(words) for pattern in (_AGE, _ONE, _HARMED))
    about = age or one or harmed
    if about is None:
        return
    clues = [name for name, pattern in _CLUES.items() if pattern.search(words)]
    start, end = sentence.start() + about.start(), sentence.start() + about.end()
    if (age and clues) or len(clues) > 1 or ((one or harmed) and not _CLOSE.isdisjoint(clues)):
        listed = ", ".join(["a person", *(["an age"] if age else []), *clues])
        message = f"Together these may show who one person is: {listed}."
        yield "jigsaw", start, end, message, TOGETHER, "error"
    elif age:
        message = "This is the age of one person."
        yield AGE, start, end, message, "Leave it out, or say “a child”.", "warning"
