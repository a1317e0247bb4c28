"""The words of the closed lists as pages say them: each value of a list, by the field that holds it.

A value is the same on a page as in a file, so that both can be compared; another language says its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from answerable.i18n import Message, pgettext

_BASIS = {
    "in the source": pgettext("whose reading", "in the source"),
    "ours": pgettext("whose reading", "ours"),
    "presumed": pgettext("whose reading", "presumed"),
}
_FOUND = {
    "yes": pgettext("what a check found", "yes"),
    "no": pgettext("what a check found", "no"),
    "in part": pgettext("what a check found", "in part"),
    "not looked at": pgettext("what a check found", "not looked at"),
}
CHOICES: Final[Mapping[str, Mapping[str, Message]]] = MappingProxyType(
    {
        "as_": {
            "earlier": pgettext("how a wording stands", "earlier"),
            "as agreed": pgettext("how a wording stands", "as agreed"),
            "as suggested": pgettext("how a wording stands", "as suggested"),
            "provisional": pgettext("how a wording stands", "provisional"),
            "refined": pgettext("how a wording stands", "refined"),
            "amended": pgettext("how a wording stands", "amended"),
            "corrected": pgettext("how a wording stands", "corrected"),
        },
        "asks_split": _BASIS,
        "basis": _BASIS,
        "carried_out": _FOUND,
        "change": {
            "renamed": pgettext("how a body changed", "renamed"),
            "succeeded": pgettext("how a body changed", "succeeded"),
        },
        "due_is": _BASIS,
        "force": {
            "asked to consider": pgettext("how firm", "asked to consider"),
            "suggested": pgettext("how firm", "suggested"),
            "provisional": pgettext("how firm", "provisional"),
            "decided": pgettext("how firm", "decided"),
            "agreed, not resolved": pgettext("how firm", "agreed, not resolved"),
            "quoted": pgettext("how firm", "quoted"),
        },
        "happened": {
            "yes": pgettext("whether it happened", "yes"),
            "planned": pgettext("whether it happened", "planned"),
            "probable": pgettext("whether it happened", "probable"),
            "reported": pgettext("whether it happened", "reported"),
        },
        "holding": {
            "held": pgettext("how a paper is known", "held"),
            "contained in": pgettext("how a paper is known", "contained in"),
            "cited only": pgettext("how a paper is known", "cited only"),
            "withheld": pgettext("how a paper is known", "withheld"),
            "proposed": pgettext("how a paper is known", "proposed"),
        },
        "implied": {"yes": pgettext("whether it is implied", "yes")},
        "kind": {
            "answer": pgettext("a kind of remark", "answer"),
            "comment": pgettext("a kind of remark", "comment"),
            "commitment": pgettext("a kind of remark", "commitment"),
            "correction": pgettext("a kind of remark", "correction"),
            "gap noted": pgettext("a kind of remark", "gap noted"),
            "no decision": pgettext("a kind of remark", "no decision"),
            "suggestion": pgettext("a kind of remark", "suggestion"),
            "view": pgettext("a kind of remark", "view"),
        },
        "of": {
            "how much": pgettext("a question of a measure", "how much"),
            "how well": pgettext("a question of a measure", "how well"),
            "is anyone better off": pgettext("a question of a measure", "is anyone better off"),
        },
        "outcome": {
            "recorded": pgettext("an outcome", "recorded"),
            "noted": pgettext("an outcome", "noted"),
            "resolved": pgettext("an outcome", "resolved"),
            "agreed": pgettext("an outcome", "agreed"),
            "provisional": pgettext("an outcome", "provisional"),
            "not held": pgettext("an outcome", "not held"),
            "no decision recorded": pgettext("an outcome", "no decision recorded"),
        },
        "state": {
            "held": pgettext("how a meeting is known", "held"),
            "planned": pgettext("how a meeting is known", "planned"),
            "report only": pgettext("how a meeting is known", "report only"),
            "mentioned": pgettext("how a meeting is known", "mentioned"),
        },
        "strength": {
            "strong": pgettext("how strong a link is", "strong"),
            "likely": pgettext("how strong a link is", "likely"),
            "topic": pgettext("how strong a link is", "topic only"),
            "weak": pgettext("how strong a link is", "weak"),
        },
        "why_named": {
            "elected": pgettext("why a person is named", "elected"),
            "chair": pgettext("why a person is named", "chair"),
            "reviewer": pgettext("why a person is named", "reviewer"),
            "chief officer": pgettext("why a person is named", "chief officer"),
            "statutory officer": pgettext("why a person is named", "statutory officer"),
            "spoke for a body": pgettext("why a person is named", "spoke for a body"),
        },
        "working": _FOUND,
    }
)
"""By field, then by the value in files."""
