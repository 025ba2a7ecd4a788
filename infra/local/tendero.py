"""Tendero as a process on this machine: brought up step by step, and down without losing a change."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from typing import Any

from infra import build, deploy, synthesis
from infra.local import cloud as clouds
from infra.local import home as homes
from infra.local import quiet, stack
from infra.local.cloud import Cloud
from infra.local.edge import Edge
from infra.local.home import Home
from infra.local.mail import MailRoom
from infra.local.names import Zone

LOOK_EVERY_SECONDS = 0.2
DEMO_LOGIN = "demo@olmedo.example / demo-tendero"


class CannotStart(Exception):
    """Something is missing or in the way; the message names it in one sentence."""


@dataclass(slots=True)
class Running:
    home: Home
    cloud: Cloud
    edge: Edge
    server: ThreadingHTTPServer
    address: str

    def stop(self) -> None:
        """This function will turn visitors away, let the pipeline finish, and have the emulator save."""
        self.edge.is_draining = True
        say("Draining streams and queues")
        if not quiet.drain(self.cloud):
            say(f"Not everything finished within a minute; see {self.home.cloud_log}")
        say("Saving")
        self.cloud.stop()
        self.server.shutdown()
        self.home.run.forget()
        say("Stopped")


Beside = Callable[[Running], AbstractContextManager[str]]


def say(message: str) -> None:
    print(f"  {message}", flush=True)


@contextmanager
def step(name: str) -> Iterator[None]:
    started = time.monotonic()
    print(f"· {name}", flush=True)
    yield
    if (seconds := time.monotonic() - started) >= 1:
        say(f"{seconds:.1f} s")


def start(home: Home, port: int) -> Running:
    """This function will bring everything up and return when the API is healthy.

    :raises CannotStart: a port is taken, the portal is not built, or the API does not become healthy.
    """
    address = f"http://localhost:{port}"
    _check(home, port)
    home.run.update(pid=os.getpid(), port=port, address=address, ready=False)
    try:
        with step("Building and synthesising"), ThreadPoolExecutor(1) as beside:
            emulator = beside.submit(clouds.start, home, edge=f"http://127.0.0.1:{port}")
            core = build.build()
            assembly = synthesis.synthesise(stack.STAGE)
            cloud = emulator.result()
        with step("Deploying the template to the local AWS"):
            zone, resolver = _publish(home)
            outputs = stack.deploy_to(cloud, assembly, core, address=address, resolver=resolver, say=say)
            stack.take_up_streams(cloud)
        with step("Opening the door"):
            edge = Edge(
                cloud, outputs["ApiId"], MailRoom(home.mail, cloud), zone, deploy.PORTAL, outputs["FilesBucket"]
            )
            running = Running(home, cloud, edge, edge.serve(port), address)
            _wait_until_healthy(running)
    except BaseException:
        clouds.stop_leftover(home)
        home.run.forget()
        raise
    home.run.update(ready=True)
    return running


def _publish(home: Home) -> tuple[Zone, str]:
    """The zone of this home, and where it is asked: the same port from start to start, for functions know it."""
    zone, known = Zone(home.zone), home.memory.read().get("dns_port", 0)
    try:
        server = zone.serve(known)
    except OSError:
        server = zone.serve()
    port = int(server.server_address[1])
    home.memory.update(dns_port=port)
    return zone, f"127.0.0.1:{port}"


def serve(home: Home, port: int, *, beside: Beside | None = None) -> None:
    """This function will bring everything up, stay until it is told to stop, and bring everything down.

    The demo tenant comes in while visitors are served. `beside` runs something else meanwhile and gives the address
    where the portal is then.

    :raises CannotStart: it did not come up, or the demo did not come in.
    """
    told = threading.Event()
    _on_signal(_give_up)
    running = start(home, port)
    _on_signal(lambda *_: told.set())
    with beside(running) if beside else nullcontext(running.address) as address, _seeding(running) as demo:
        print(welcome(home, running.address, portal=address, is_filling=demo is not None), flush=True)
        is_whole = demo is None or _is_filled(running, demo, told)
        if is_whole:
            told.wait()
        print(flush=True)
    running.stop()
    if not is_whole:
        raise CannotStart(f"The demo tenant could not be filled; see above, and {home.cloud_log}.")


def _on_signal(handler: Callable[..., Any]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, handler)


def _give_up(*_: object) -> None:
    raise CannotStart("Told to stop while starting.")


def welcome(home: Home, address: str, *, portal: str | None = None, is_filling: bool = False) -> str:
    """Where everything is, and how one gets in: with the demo login, or by signing up where there is no demo."""
    has_demo = is_filling or home.memory.read().get("seeded")
    first = f"demo login   {DEMO_LOGIN}" if has_demo else f"begin        at {portal or address}/sign-up"
    return (
        f"\nTendero is at {portal or address}\n"
        f"  {first}\n"
        f"  mail         lands at {address}/_mail (as data: {address}/_mail.json)\n"
        f"  dns          is published at {address}/_dns\n"
        + ("\n· Filling the demo tenant; look around meanwhile\n" if is_filling else "")
    )


def _check(home: Home, port: int) -> None:
    running = home.run.read().get("pid")
    if running and running != os.getpid() and homes.is_alive(running):
        raise CannotStart(f"Tendero already runs from {home.folder}: stop it with `make down`.")
    if not homes.is_free(port):
        raise CannotStart(f"Port {port} is taken: choose another with PORT=….")
    if not (deploy.PORTAL / "index.html").exists():
        raise CannotStart("The portal is not built: run this through make, or `npm run build` in frontend.")


def _wait_until_healthy(running: Running, *, patience: float = 60.0) -> None:
    deadline = time.monotonic() + patience
    last = "no answer"
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{running.address}/v1/health", timeout=30) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except urllib.error.HTTPError as problem:
            last = f"{problem.code} {problem.read(300).decode(errors='replace')}"
        except OSError as problem:
            last = str(problem)
        time.sleep(0.5)
    raise CannotStart(f"The API did not become healthy ({last}); see {running.home.cloud_log}.")


@contextmanager
def _seeding(running: Running) -> Iterator[subprocess.Popen[bytes] | None]:
    """The demo tenant on its way in, once a home, through the public API as anybody would; TENDERO_DEMO=no leaves it
    out. Told to stop before it is in, the next start goes on."""
    if running.home.memory.read().get("seeded") or os.environ.get("TENDERO_DEMO") == "no":
        yield None
        return
    environment = os.environ | {"TENDERO_ADDRESS": running.address}
    # A session of its own, so that Ctrl-C reaches only its parent, which ends it quietly.
    demo = subprocess.Popen(
        [sys.executable, "-m", "infra.demo"], cwd=build.ROOT, env=environment, start_new_session=True
    )
    try:
        yield demo
    finally:
        demo.terminate()
        demo.wait()


def _is_filled(running: Running, demo: subprocess.Popen[bytes], told: threading.Event) -> bool:
    """Whether the demo came in, or at least nothing went wrong until everything was told to stop."""
    started = time.monotonic()
    while demo.poll() is None:
        if told.wait(LOOK_EVERY_SECONDS):
            return True
    if demo.returncode == 0:
        running.home.memory.update(seeded=True)
        say(f"{time.monotonic() - started:.1f} s")
    return demo.returncode == 0 or told.is_set()
