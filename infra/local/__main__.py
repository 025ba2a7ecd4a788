"""`python -m infra.local run | up | down | dev`: what `make run` and its siblings call."""

import argparse
import os
import signal
import subprocess
import sys
import time

from infra.build import ROOT
from infra.deploy import NotDeployed
from infra.local import home as homes
from infra.local import tendero
from infra.local.cloud import CloudDidNotStart
from infra.local.dev import reloading
from infra.local.home import Home
from infra.local.tendero import CannotStart


def run(home: Home) -> None:
    tendero.serve(home, homes.port())


def dev(home: Home) -> None:
    tendero.serve(home, homes.port(), beside=reloading)


def up(home: Home) -> None:
    """Start in the background, show its progress, and return when it is ready and the demo is in.

    With TENDERO_DEMO=meanwhile the demo comes in while one does something else.
    """
    started = time.monotonic()
    if _is_ready(home):
        while _is_ready(home) and not _is_whole(home):
            time.sleep(0.2)
        print(tendero.welcome(home, home.run.read()["address"]))
        return
    home.run.forget()
    with home.log.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "infra.local", "run"], stdout=log, stderr=log, start_new_session=True, cwd=ROOT
        )
    with home.log.open() as progress:
        while process.poll() is None and not (_is_ready(home) and _is_whole(home)):
            print(progress.read(), end="", flush=True)
            time.sleep(0.2)
        time.sleep(0.1)
        print(progress.read(), end="", flush=True)
    if process.poll() is not None:
        sys.exit(1)
    print(f"Up in {time.monotonic() - started:.0f} s; `make down` stops it.")


def down(home: Home) -> None:
    """Tell the background process to stop, and wait until it has saved."""
    pid = home.run.read().get("pid")
    if pid is None or not homes.is_alive(pid):
        home.run.forget()
        print("Nothing runs here.")
        return
    os.kill(pid, signal.SIGTERM)
    while homes.is_alive(pid):
        time.sleep(0.1)
    print("Stopped; the state is kept.")


def _is_ready(home: Home) -> bool:
    state = home.run.read()
    return bool(state.get("ready")) and homes.is_alive(state["pid"])


def _is_whole(home: Home) -> bool:
    return bool(home.memory.read().get("seeded")) or os.environ.get("TENDERO_DEMO") in ("no", "meanwhile")


COMMANDS = {"run": run, "up": up, "down": down, "dev": dev}


def main() -> None:
    parser = argparse.ArgumentParser(description="Tendero on a local AWS.")
    parser.add_argument("command", choices=COMMANDS)
    try:
        COMMANDS[parser.parse_args().command](homes.current())
    except (CannotStart, CloudDidNotStart, NotDeployed) as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
