"""`make dev`: the local cloud with vite before it, and functions that take up new code as it is saved."""

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from infra import build
from infra.local import stack
from infra.local.tendero import Running, say

LOOK_EVERY_SECONDS = 0.5


@contextmanager
def reloading(running: Running) -> Iterator[str]:
    """This function will serve the portal by vite and keep the functions' code fresh, and return vite's address."""
    over = threading.Event()
    vite = subprocess.Popen(
        ["npm", "run", "--silent", "dev"],
        cwd=build.ROOT / "frontend",
        env=os.environ | {"TENDERO_API": running.address},
        start_new_session=True,
    )
    watcher = threading.Thread(target=_watch, args=(running, over), daemon=True)
    watcher.start()
    try:
        yield "http://127.0.0.1:5173"
    finally:
        over.set()
        os.killpg(vite.pid, 15)
        watcher.join()


def _watch(running: Running, over: threading.Event) -> None:
    """Build and hand over the code whenever a file of it was saved; a file that does not compile changes nothing."""
    known = _saved()
    while not over.wait(LOOK_EVERY_SECONDS):
        found = _saved()
        if found != known:
            known = found
            try:
                stack.replace_code(running.cloud, build.build())
                say("The functions run the new code")
            except SystemExit as problem:
                say(str(problem))


def _saved() -> frozenset[tuple[str, int]]:
    return frozenset((str(path), path.stat().st_mtime_ns) for path in build.source_files())
