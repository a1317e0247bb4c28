"""Personal data in what pages print, in our words or quoted: numbers and addresses of private persons.

No message repeats what was found: a check's output is read by many, and kept.
The shapes are those of the United Kingdom. Numbers with a check digit are found only where it is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type
from stdnum import iban, luhn
from stdnum.gb import nhs, upn

from answerable.rules.allowances import Find
from answerable.rules.voice import Own

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
_SIGNS = re.compile("[0-9@]")
"""Nothing personal of these shapes is written without one of them."""
_LONG_NUMBER = re.compile(r"[0-9](?:[ ()./-]{0,3}[0-9]){8}")
_NO_NINO = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
TAKE_OUT = "Take it out, here and in what was committed; if it may stand, allow it in words.yaml."


def _always(_found: str) -> bool:
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

    pattern: re.Pattern[str]
    called: str
    holds: Callable[[str], bool] = _always


_SHAPES: Final = {
    "email": _Shape(
        re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"), "the e-mail address of a person", _somebodys
    ),
    "postcode": _Shape(re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}\b"), "a postcode"),
    "nhs-number": _Shape(
        re.compile(r"\b[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}\b"), "an NHS number", nhs.is_valid
    ),
    "pupil-number": _Shape(re.compile(r"\b[A-Z][0-9]{11}[0-9A-Z]\b"), "a unique pupil number", upn.is_valid),
    "national-insurance": _Shape(
        re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?[0-9]{2}){3} ?[A-D]\b"),
        "a National Insurance number",
        _insurance,
    ),
    "bank": _Shape(
        re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"),
        "a bank account",
        iban.is_valid,
    ),
    "card": _Shape(re.compile(r"\b[0-9](?:[ -]?[0-9]){12,18}\b"), "the number of a bank card", _card),
    "vehicle": _Shape(re.compile(r"\b[A-HJ-PR-Y]{2}[0-9]{2} ?[A-HJ-PR-Z]{3}\b"), "the plate of a vehicle"),
    "birth-date": _Shape(
        re.compile(rf"\b(?i:born|date\sof\sbirth|D\.?O\.?B)\b\.?(?:\W{{0,3}}(?:is|was|on))?\W{{0,3}}{DAY}"),
        "somebody’s day of birth",
    ),
}
RULES: Final = (*_SHAPES, "phone")
"""The rules' names, as exceptions call them."""
_REACHING: Final = frozenset({"email", "phone", "postcode"})
"""What a line for help and a publisher give so that people can reach them."""


def finds(texts: Iterable[Own]) -> Iterator[Find]:
    """Give each place where something personal stands; each stops a build."""
    for own in texts:
        to_reach = own.address == "site.yaml" or own.address.startswith("help/")
        for rule, start, end, called in _found(own.text):
            if not (to_reach and rule in _REACHING):
                message = f"This looks like {called}: {masked(own.text[start:end])}"
                yield Find(rule, own, start, end, f"{message}.", TAKE_OUT, "error")


def _found(text: str) -> Iterator[tuple[str, int, int, str]]:
    if not _SIGNS.search(text):
        return
    for rule, shape in _SHAPES.items():
        for found in shape.pattern.finditer(text):
            if shape.holds(found[0]):
                yield rule, *found.span(), shape.called
    if _LONG_NUMBER.search(text):
        for phone in PhoneNumberMatcher(text, "GB", leniency=Leniency.VALID):
            if number_type(phone.number) in PRIVATE:
                yield "phone", phone.start, phone.end, "a telephone number"


def without(own: Own) -> Own:
    """Give a text with all that is personal blanked out, for rules that repeat what they find."""
    text = own.text
    for _, start, end, _ in _found(own.text):
        text = text[:start] + " " * (end - start) + text[end:]
    return replace(own, text=text)


def masked(found: str) -> str:
    """Give what was found with all but its first two signs hidden."""
    return found[:2] + re.sub(r"\w", "•", found[2:])
