"""A whole Tendero for the browser: the built portal, the real API, the deployed template, and a mailbox.

One local cloud serves the session. `TENDERO_URL` names one that is already up, for a person who tries a test again and
again. Every test of a page fails when the console says an error or a warning that the test did not announce.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.steps.shop import Shop, enter, open_shop, sign_in

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A home and a port of their own, and the commands that a newcomer has."""

    home: Path
    port: int
    demo: bool = True

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def make(self, target: str) -> str:
        """Run a target and return what it said; a failure shows it, with the end of the functions' log."""
        environment = os.environ | {"TENDERO_HOME": str(self.home), "PORT": str(self.port)}
        if not self.demo:
            environment["TENDERO_DEMO"] = "no"
        done = subprocess.run(["make", target], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)
        if done.returncode:
            log = self.home / "cloud.log"
            said = log.read_text(errors="replace")[-4000:] if log.exists() else ""
            pytest.fail(f"make {target} failed:\n{done.stdout}{done.stderr}\n{said}", pytrace=False)
        return done.stdout

    def memory(self) -> dict[str, Any]:
        known: dict[str, Any] = json.loads((self.home / "memory.json").read_text())
        return known


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def new_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Place]]:
    """Return a maker of places, with the demo or without; whatever still runs in them at the end is brought down."""
    made: list[Place] = []

    def new(name: str, *, demo: bool = True) -> Place:
        made.append(Place(tmp_path_factory.mktemp(name), free_port(), demo))
        return made[-1]

    yield new
    for place in made:
        place.make("down")


@pytest.fixture(scope="session")
def place(new_place: Callable[..., Place]) -> Place:
    """Return a Tendero that is up, with the demo in it."""
    found = new_place("tendero")
    found.make("up")
    return found


@pytest.fixture(scope="session")
def base_url(request: pytest.FixtureRequest) -> str:
    """Return where Tendero is; pages of playwright take addresses relative to it."""
    given = os.environ.get("TENDERO_URL")
    return given or str(request.getfixturevalue("place").url)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_context_args,
        "locale": "es-ES",
        "timezone_id": "Europe/Madrid",
        "viewport": {"width": 1366, "height": 850},
    }


@pytest.fixture
def page(request: pytest.FixtureRequest, page: Any) -> Iterator[Any]:
    """Return a page whose console must stay silent, but for what `@pytest.mark.console_may_say(...)` announces."""
    marker = request.node.get_closest_marker("console_may_say")
    announced = [re.compile(pattern) for pattern in (marker.args if marker else ())]
    said: list[str] = []
    page.context.on(
        "console",
        lambda message: (
            said.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")
            if message.type in ("error", "warning")
            else None
        ),
    )
    page.context.on("weberror", lambda problem: said.append(f"uncaught: {problem.error}"))

    yield page

    unannounced = [line for line in said if not any(pattern.search(line) for pattern in announced)]
    assert unannounced == []


@pytest.fixture
def mailbox(base_url: str) -> Callable[[], list[dict[str, Any]]]:
    """Return a reader of every mail that was sent, newest first."""

    def read() -> list[dict[str, Any]]:
        with urllib.request.urlopen(f"{base_url}/_mail.json", timeout=10) as answer:
            mails: list[dict[str, Any]] = json.load(answer)
            return mails

    return read


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """Let a busy machine take its time: a wait ends as soon as what it waits for is there."""
    expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def shop(playwright: Playwright, base_url: str) -> Shop:
    """Return a firm that only the tests of one module know."""
    return open_shop(playwright, base_url, "Ultramarinos Campos")


@pytest.fixture(scope="session")
def demo(playwright: Playwright, base_url: str) -> Shop:
    """Return the demo firm, for tests that only look."""
    return enter(playwright, base_url, "Distribuciones Olmedo, S.L.", "demo@olmedo.example", "demo-tendero")


@pytest.fixture
def counter(page: Page, shop: Shop) -> Page:
    """Return a page that is signed in to the module's shop."""
    return sign_in(page, shop)
