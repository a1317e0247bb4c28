"""The tool that deals sentences out for reading, and gathers two readings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from answerable.load.record import load
from tests.small import SMALL, sources
from tests.tools.readings import deal
from tests.tools.verdicts import gathered, kappa

if TYPE_CHECKING:
    from pathlib import Path


def test_sentences_are_dealt_with_their_papers_and_two_readings_gathered(tmp_path: Path) -> None:
    held = tmp_path / "archive"
    held.mkdir()
    (held / "pack.txt").write_text(SMALL["archive/pack.txt"])
    given = sources(SMALL)
    portal = load(given.settings, given.content).portal
    assert portal is not None
    told = deal(portal, held, tmp_path, 3)
    dealt = [json.loads(line) for line in (tmp_path / "sentences.jsonl").read_text().splitlines()]
    keys = [one["key"] for one in dealt]
    assert len(set(keys)) == len(keys)
    assert f"{len(keys)} sentences" in told
    point = "content/motions/2030-01-10/1.md:asks.0.asks:1"
    batch = next(one["batch"] for one in dealt if one["key"] == point)
    text = (tmp_path / f"{batch}.md").read_text()
    assert "> Mend the lamp." in text
    assert "1.1 (pack.txt lines 6-6)\n\n    1.1 The lamp is dark. The lamp is old." in text
    about = [one["text"] for one in dealt if one["key"].startswith("content/pages/about.md:body:")]
    assert about == ["What this is", "An example about a lamp."]
    assert "content/documents/pack.yaml:title:1" in keys
    assert not [key for key in keys if "/statements/" in key and ":body:" in key]

    for name, faulty in (("first", keys[:2]), ("second", keys[1:2])):
        (tmp_path / name).mkdir()
        verdicts = [{"key": key, "verdict": "wrong" if key in faulty else "right"} for key in keys]
        lines = [json.dumps(one) + "\n" for one in verdicts[: -1 if name == "second" else None]]
        (tmp_path / name / "all.jsonl").write_text("".join(lines) + (lines[0] if name == "first" else ""))
    report = gathered(tmp_path / "first", tmp_path / "second", tmp_path)
    assert "| wrong | 2 | 1 |" in report
    assert "## 2 that either faults" in report
    assert f"- `{keys[1]}` · “{dealt[1]['text']}”\n  - first: WRONG.\n  - second: WRONG." in report
    assert f"## first: 1 doubled\n\n- {keys[0]}" in report
    assert f"## second: 1 missing\n\n- {keys[-1]}" in report


def test_kappa_is_that_of_a_known_table() -> None:
    """Fifty proposals: twenty both accept, fifteen both refuse, five and ten one of the two."""
    pairs = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("right", "right")] * 3) == 1
