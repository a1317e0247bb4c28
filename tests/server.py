"""nginx for tests: one small configuration, on this machine only, ended by its own process id."""

from __future__ import annotations

import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TRIES = 200
PAUSE = 0.05
"""Seconds between two tries; ten seconds in all, though nginx takes a few hundredths of one."""

# One process and no daemon, so that ending it ends everything and a root-only folder can be read.
CONFIGURATION = """\
daemon off; master_process off; pid {work}/nginx.pid; error_log {work}/errors warn;
events {{}}
http {{
  access_log off; charset utf-8; absolute_redirect off; default_type application/octet-stream;
  client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
  types {{
    text/html html; text/css css; text/javascript js; text/plain txt; text/csv csv; text/calendar ics;
    application/json json; application/xml xml; image/svg+xml svg; image/png png; image/webp webp;
  }}
  {server}
}}
"""
SERVER = """\
server {{
    listen 127.0.0.1:{port}; root {root};
    error_page 404 /404.html;
    location / {{ try_files $uri $uri/index.html =404; }}
  }}"""


@contextmanager
def serving(program: Path, root: Path, work: Path, server: str = SERVER) -> Iterator[str]:
    """Serve a folder with nginx; give the address of its root, without a slash at the end.

    `work` is an empty folder of the test's own, for the configuration and nginx's files. `server` is the
    server's part of the configuration, with `{port}` and `{root}` to be filled in.
    """
    port = _free_port()
    own = server.format(port=port, root=root)
    configuration = work / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(work=work, server=own), encoding="utf-8")
    errors = work / "errors"
    command = [str(program), "-p", str(work), "-e", str(errors), "-c", str(configuration)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(process, port, errors)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], port: int, errors: Path) -> None:
    for _ in range(TRIES):
        if process.poll() is not None:
            raise RuntimeError(f"nginx did not start: {errors.read_text(encoding='utf-8')}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(PAUSE)
    raise RuntimeError(f"nginx did not answer on port {port} in {TRIES * PAUSE:.0f} seconds.")
