"""How soon a page is there again after a save: `.venv/bin/python -m bench.preview_time [CONTENT] [RUNS]`.

A preview of a copy of the content is started as people start it, and listened to as a browser listens. Each
run adds a sentence to one file, waits for the word that there is something new, and asks for the page. It
counts from the save until the page's bytes are there; the rules are applied after that. Other work on the
machine makes it longer.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

ROOT = Path(__file__).resolve().parent.parent
FILE, PAGE, LIST = "motions/2021-11-10/09.md", "motions/2021-11-10/09/", "timeline/"
HELLO = json.dumps({"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]})


async def main(content: str = "content", runs: str = "15") -> None:
    """Print the medians in milliseconds, for the record's own page and for a page of many."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / content, f"{folder}/content")
        shutil.copy(ROOT / content / "../site.yaml", folder)
        call = [sys.executable, "build.py", "preview", "--content", f"{folder}/content", "--port", "0"]
        with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
            try:
                told = server.stdout.readline() if server.stdout else ""
                await _measure(told.split("/")[2], Path(folder) / "content" / FILE, int(runs))
            finally:
                server.terminate()


async def _measure(server: str, file: Path, runs: int) -> None:
    while (await AsyncHTTPClient().fetch(f"http://{server}/", raise_error=False)).code != 200:
        await asyncio.sleep(0.1)
    listener = await websocket_connect(f"ws://{server}/livereload")
    await listener.write_message(HELLO)
    await listener.read_message()
    await listener.write_message(json.dumps({"command": "info", "url": f"http://{server}/"}))
    for page in (PAGE, LIST):
        taken = [await _saved(server, listener, file, page, number) for number in range(runs)]
        print(f"{page}: median {statistics.median(taken):.0f} ms, fastest {min(taken):.0f} ms, ", end="")
        print(f"slowest {max(taken):.0f} ms of {runs}")


async def _saved(
    server: str, listener: WebSocketClientConnection, file: Path, page: str, number: int
) -> float:
    await asyncio.sleep(3)  # so that the rules have been applied to the last save
    text = f"{file.read_text(encoding='utf-8')}\nA sentence, number {number}.\n"
    start = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    await asyncio.wait_for(listener.read_message(), 10)
    body = (await AsyncHTTPClient().fetch(f"http://{server}/{page}")).body
    taken = (time.perf_counter() - start) * 1000
    if page == PAGE and f"number {number}.".encode() not in body:
        sys.exit(f"{page} came back as it was.")
    return taken


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
