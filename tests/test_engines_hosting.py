"""What docs/hosting.md tells whoever runs the server, loaded into a real server and asked."""

from __future__ import annotations

import re
from email.message import Message
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import pytest

from tests.engines import ROOT, required
from tests.pages import files
from tests.server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLOCK = re.compile(r"^```(?:nginx)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NGINX, HEADERS = BLOCK.findall((ROOT / "docs/hosting.md").read_text(encoding="utf-8"))[:2]
HERE = {
    "listen 443 ssl;": "listen 127.0.0.1:{port};",
    "server_name record.example;": "",
    "root /srv/record;": "root {root};",
}
"""The lines that everybody changes, and what they are for a test."""

# Without the machine's proxies: the server is on this machine.
OPENER = build_opener(ProxyHandler({}))


def fetch(address: str) -> tuple[int, Message, bytes]:
    """Give an answer's status, headers and body."""
    try:
        with OPENER.open(address, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def headers_of(rule: str) -> dict[str, str]:
    """Give the headers that the file `_headers` sets for one pattern of addresses."""
    _, _, below = f"\n{HEADERS}".partition(f"\n{rule}\n")
    lines = re.match(r"(?:  .*\n)*", below)
    assert lines
    assert lines[0]
    return dict(line.strip().split(": ", 1) for line in lines[0].splitlines() if ": " in line)


@pytest.fixture(scope="module")
def host(harbour_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address at which the documented server gives out the fictional harbour."""
    server = NGINX.replace("{", "{{").replace("}", "}}")
    for theirs, ours in HERE.items():
        assert server.count(theirs) == 1
        server = server.replace(theirs, ours)
    with serving(required("nginx"), harbour_site, tmp_path_factory.mktemp("hosting"), server) as address:
        yield address


@pytest.mark.parametrize(
    "path", ["/", "/motions/2029-06-12/1/", "/feed.xml", "/data/portal.json", "/nowhere/"]
)
def test_every_answer_has_the_headers_that_a_page_cannot_give_itself(host: str, path: str) -> None:
    _, headers, _ = fetch(host + path)
    wanted = headers_of("/*")
    assert {name: headers[name] for name in wanted} == wanted
    assert not {"Last-Modified", "ETag", "Set-Cookie"} & set(headers)
    assert headers["Server"] == "nginx"


def test_an_unknown_address_gets_our_page_for_it_and_the_status_404(host: str) -> None:
    status, headers, body = fetch(host + "/motions/of-another-world/")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert body == fetch(host + "/404.html")[2]


def test_what_is_named_by_its_content_may_be_kept_for_a_year(host: str, harbour_site: Path) -> None:
    kept = headers_of("/assets/*")["Cache-Control"]
    assets = [path for path in files(harbour_site) if path.startswith("assets/")]
    assert len(assets) >= 3
    for path in assets:
        _, headers, _ = fetch(f"{host}/{path}")
        assert headers["Cache-Control"] == kept, path
        assert headers["X-Content-Type-Options"] == "nosniff", path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/motions/2029-06-12/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/calendar.ics", "text/calendar; charset=utf-8"),
        ("/data/items.csv", "text/csv; charset=utf-8"),
        ("/data/portal.json", "application/json"),
        ("/data/portal.sqlite", "application/vnd.sqlite3"),
    ],
)
def test_every_kind_of_file_is_called_what_it_is(host: str, path: str, kind: str) -> None:
    status, headers, _ = fetch(host + path)
    assert (status, headers["Content-Type"]) == (200, kind)
    if path in ("/feed.xml", "/calendar.ics"):
        assert headers_of(path)["Content-Type"] == headers_of(f"/*{path}")["Content-Type"] == kind


def test_no_file_of_the_site_is_of_a_kind_the_server_does_not_know(host: str, harbour_site: Path) -> None:
    one_of_each = {path.rpartition(".")[2]: path for path in files(harbour_site) if not path.startswith(".")}
    told = {path: fetch(f"{host}/{path}")[1]["Content-Type"] for path in one_of_each.values()}
    unknown = {path.rpartition(".")[2] for path, kind in told.items() if kind == "application/octet-stream"}
    assert unknown <= {"pagefind", "pf_fragment", "pf_index", "pf_meta"}, "these have no kind of their own"


def test_an_address_without_its_slash_leads_to_the_page_and_hidden_files_are_not_given_out(
    host: str, harbour_site: Path
) -> None:
    with OPENER.open(f"{host}/motions/2029-06-12", timeout=10) as answer:
        assert answer.url == f"{host}/motions/2029-06-12/"
    hidden = [path for path in files(harbour_site) if path.startswith(".")]
    assert hidden
    assert [fetch(f"{host}/{path}")[0] for path in hidden] == [404] * len(hidden)
