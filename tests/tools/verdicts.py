"""The verdicts of two readings: counts, what either faults, and how far they agree."""

from __future__ import annotations

import json
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

MEANINGS: Final = MappingProxyType(
    {
        "right": "the papers say so.",
        "overstated": "the papers say less: a hedge, a limit or an actor is lost, an inference passes as theirs.",
        "wrong": "the papers say otherwise.",
        "unsupported": "no paper says so.",
        "unclear": "a reader may take it for something that the papers do not say, or cannot understand it.",
        "no-claim": "it claims nothing that a paper could show: a heading, or words about this site.",
    }
)
FAULTS: Final = frozenset({"overstated", "wrong", "unsupported", "unclear"})

Verdict = dict[str, Any]


class Reading:
    """One reading: the verdict of each key that has one, and what is missing, doubled or not known."""

    def __init__(self, folder: Path, keys: Sequence[str]) -> None:
        entries = list(_entries(folder))
        known = set(keys)
        given = [one for one in entries if one.get("verdict") in MEANINGS and one.get("key") in known]
        times = Counter(one["key"] for one in given)
        self.name = folder.name
        self.verdicts: dict[str, Verdict] = {one["key"]: one for one in given}
        self.missing = [key for key in keys if key not in times]
        self.doubled = [key for key in keys if times[key] > 1]
        self.strange = [
            f"{one.get('key')} ({one.get('verdict')})"
            for one in entries
            if one.get("verdict") and one not in given
        ]

    def faults(self, key: str) -> bool:
        """Whether this reading faults a sentence."""
        return key in self.verdicts and self.verdicts[key]["verdict"] in FAULTS


def gathered(first: Path, second: Path, dealt: Path) -> str:
    """Give two readings of what was dealt side by side, as Markdown."""
    texts = {one["key"]: one["text"] for one in _of(dealt / "sentences.jsonl")}
    readings = [Reading(folder, list(texts)) for folder in (first, second)]
    lines = [
        f"# {len(texts)} sentences read twice",
        "",
        *_counts(readings),
        "",
        *_agreement(readings, texts),
        "",
    ]
    for reading in readings:
        for what in ("missing", "doubled", "strange"):
            if keys := getattr(reading, what):
                lines += [f"## {reading.name}: {len(keys)} {what}", "", *(f"- {key}" for key in keys), ""]
    faulted = [key for key in texts if any(reading.faults(key) for reading in readings)]
    lines += [f"## {len(faulted)} that either faults", ""]
    for key in sorted(faulted, key=lambda key: key.partition(":")[0]):
        lines.append(f"- `{key}` · “{texts[key]}”")
        lines += [f"  - {one.name}: {_said(one.verdicts.get(key))}" for one in readings]
    return "\n".join(lines) + "\n"


def _entries(folder: Path) -> Iterator[Verdict]:
    for path in sorted(folder.glob("*.jsonl")):
        yield from _of(path)


def _of(path: Path) -> Iterator[Verdict]:
    """Give the entries of a file, one a line; raise ValueError that names the line that is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield dict(json.loads(line))
            except (TypeError, ValueError) as error:
                raise ValueError(f"{path}, line {number}: {error}") from error


def _counts(readings: Sequence[Reading]) -> Iterator[str]:
    yield f"| | {' | '.join(reading.name for reading in readings)} |"
    yield "|---|---:|---:|"
    counts = [Counter(one["verdict"] for one in reading.verdicts.values()) for reading in readings]
    for verdict in MEANINGS:
        yield f"| {verdict} | {' | '.join(str(count[verdict]) for count in counts)} |"
    yield f"| at fault | {' | '.join(str(sum(count[one] for one in FAULTS)) for count in counts)} |"


def _agreement(readings: Sequence[Reading], keys: Mapping[str, str]) -> Iterator[str]:
    first, second = readings
    both = [key for key in keys if key in first.verdicts and key in second.verdicts]
    same = sum(first.faults(key) and second.faults(key) for key in both)
    yield f"Faulted by both: {same}. Read by both: {len(both)}."
    fault = kappa([(first.faults(key), second.faults(key)) for key in both])
    six = kappa([(first.verdicts[key]["verdict"], second.verdicts[key]["verdict"]) for key in both])
    yield f"Cohen's kappa: {fault:.2f} of fault or none, {six:.2f} of the six verdicts."


def kappa(pairs: Sequence[tuple[object, object]]) -> float:
    """Give Cohen's kappa: agreement beyond chance, as a share of what chance leaves; 1 where it leaves nothing."""
    if not pairs:
        return 1.0
    many = len(pairs)
    observed = sum(one == other for one, other in pairs) / many
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ones[name] * others[name] for name in ones) / many**2
    return 1.0 if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def _said(verdict: Verdict | None) -> str:
    if verdict is None:
        return "no verdict"
    better = f" Better: {verdict['better']}" if verdict.get("better") else ""
    return f"{verdict['verdict'].upper()}. {verdict.get('why', '')}{better}".rstrip()
