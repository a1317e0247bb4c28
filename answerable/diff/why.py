"""Why a page is as it is, in sentences: what it is made of, and whether a build would write it anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from answerable.graph.visibility import visible
from answerable.load.record import load
from answerable.load.sources import Sources
from answerable.model.address import file_of, href
from answerable.model.date import day_in_words
from answerable.model.portal import Portal
from answerable.problem import CallError, did_you_mean
from answerable.site.assets import assets
from answerable.site.dependencies import MadeOf, made_of

INDEX = "index.html"
_SHORT = 80
"""So many characters of a line that differs are shown."""


def file_at(address: str, files: Mapping[str, bytes]) -> str:
    """Give the file of a site that an address, or a file's own path, names; raise CallError for none."""
    plain = address.strip("/")
    for file in (plain, file_of(f"{plain}/" if plain else ""), f"{plain}.html"):
        if file in files:
            return file
    near = did_you_mean(plain, (file.removesuffix(INDEX).strip("/") for file in files))
    raise CallError(f'The site has nothing at "{address}". {near}'.strip())


def why(sources: Sources, files: Mapping[str, bytes], file: str, held: bytes | None, out: str) -> str:
    """Give what a file of the site is made of, and how it compares with the one published in `out`.

    `files` is the site that these sources give; `held` is the published file, None where there is none.
    Raises nothing on checked content.
    """
    told = [*_made(sources, file), "", _compared(files[file], held, out)]
    return "\n".join(told) + "\n"


def _made(sources: Sources, file: str) -> list[str]:
    loaded = load(sources.settings, sources.content, sources.private).portal
    address = file.removesuffix(INDEX).strip("/")
    public = visible(loaded, sources.today, sources.as_of) if loaded else None
    if file.startswith("assets/"):
        return [f"{file} is made of files in static/; where site.yaml has a brand, its colour is in it."]
    if public is None or address not in public.records or not file.endswith(f"/{INDEX}"):
        return [f"{file} is made from the whole record: each public record may show in it.", *_days(sources)]
    names, _ = assets(sources.static, public.settings.brand, search=sources.search)
    return _of_record(public, address, made_of(public, address, sources.templates, names), sources)


def _of_record(public: Portal, address: str, made: MadeOf, sources: Sources) -> list[str]:
    others = [one for one in made.own if one != address]
    around = [one for one in made.around if one not in made.own]
    first, *used = made.templates
    register = "; its first public day is in register.csv" if public.register else ""
    others_say = "What any further record says can change and leave it as it is."
    return [
        f"/{href(address)} is the page of {_path(public, address)}.",
        "",
        f"While it was made, these {len(others)} others were read. {others_say}",
        *(f"  {_path(public, one)}" for one in others),
        "",
        f"Around it stands what stands around every page, from {_folders(public, around)}.",
        f"Its template is templates/{first}. It uses {len(used)} more: {', '.join(used)}.",
        f"Its settings are in site.yaml; the words on its badges are in statuses.yaml{register}.",
        *_days(sources),
    ]


def _path(public: Portal, address: str) -> str:
    return public.sources[address].path


def _folders(public: Portal, addresses: Iterable[str]) -> str:
    counts = Counter(_path(public, one).rpartition("/")[0] for one in addresses)
    return ", ".join(f"{folder}/ ({number})" for folder, number in sorted(counts.items()))


def _days(sources: Sources) -> list[str]:
    today, then = day_in_words(sources.today), day_in_words(sources.as_of)
    return [f"It is made for {today}" + ("." if today == then else f", and tells of {then}.")]


def _compared(now: bytes, held: bytes | None, out: str) -> str:
    if held is None:
        return f"{out} does not hold it yet: the next build adds it."
    if held == now:
        return f"{out} holds the same bytes: nothing that it shows has changed since, and a build leaves it."
    was, is_ = held.decode(errors="replace").splitlines(), now.decode(errors="replace").splitlines()
    line = next(
        (n for n, (old, new) in enumerate(zip(was, is_, strict=False)) if old != new), min(len(was), len(is_))
    )
    return (
        f"{out} holds other bytes: the next build writes it anew. They differ first in line {line + 1}.\n"
        f"  published: {_at(was, line, is_)}\n  now:       {_at(is_, line, was)}"
    )


def _at(lines: list[str], line: int, others: list[str]) -> str:
    """The line from a little before where it differs from the other's; nothing where there is none."""
    own = lines[line] if line < len(lines) else ""
    other = others[line] if line < len(others) else ""
    same = next((n for n, (a, b) in enumerate(zip(own, other, strict=False)) if a != b), 0)
    start = max(0, same - _SHORT // 4)
    return ("…" if start else "") + own[start : start + _SHORT] + ("…" if len(own) > start + _SHORT else "")
