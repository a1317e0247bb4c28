"""What the rules about words find: `.venv/bin/python -m bench.false_alarms [CONTENT] [FOLDER OF TEXTS]`.

For the record, each rule looks where it looks in a check. A paper is read as one text, as if all of it were
quoted, and by the rules of `words.yaml` as if all of it were ours. It prints how often each rule finds
something, and where, by line; what is personal is masked. Which of the finds are false is for people to say.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from answerable.load.record import load
from answerable.load.sources import Folders, gather
from answerable.model.portal import Portal
from answerable.rules import personal_data, words
from answerable.rules.texts import Find, Passage, passages

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 22)


def main(content: str = "content", papers: str = "") -> None:
    """Print the finds in a record, and in each paper of a folder."""
    sources = gather(Folders(ROOT, ROOT / content), DAY, DAY)
    portal = load(sources.settings, sources.content).portal
    if portal is None:
        sys.exit("The content cannot be read: see build.py check.")
    ours, printed = passages(portal)
    finds = [*personal_data.finds(printed), *words.avoided(portal, ours)]
    _print(f"{content}: {len(printed)} texts", finds)
    for file in sorted(Path(papers).glob("*.txt")) if papers else ():
        text = file.read_text(encoding="utf-8")
        _print(f"{file.name}: {len(text.split()):,} words", list(_in_paper(portal, text)))


def _in_paper(portal: Portal, text: str) -> Iterator[Find]:
    passage = Passage("paper", (), text)
    yield from personal_data.finds([passage])
    rules = {name: rule for name, rule in portal.words.rules.items() if rule.only_in == "everything"}
    everywhere = replace(portal, words=portal.words.model_copy(update={"rules": rules}))
    yield from words.avoided(everywhere, [passage])


def _print(title: str, finds: list[Find]) -> None:
    print(title)
    for rule, count in sorted(Counter(find.rule for find in finds).items()):
        lines = [1 + f.passage.text.count("\n", 0, f.start) for f in finds if f.rule == rule]
        print(f"  {rule:<20} {count:4}  line {', '.join(map(str, lines[:12]))}")
    if not finds:
        print("  nothing")


if __name__ == "__main__":
    main(*sys.argv[1:])
