"""A whole Tendero for the browser: the built portal, the real API, the deployed template, and a mailbox.

One local cloud serves the session, and all its workers. `TENDERO_URL` names one that is already up, for a person who
tries a test again and again. Every test of a page fails when the console says an error or a warning that the test did
not announce.
"""

import fcntl
import json
import os
import re
import shutil
import socket
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.steps.seat import MANNERS, Manner, Seat
from tests.e2e.steps.shop import Shop, open_shop, sign_in

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000
NOT_YET = r"status of 503 .*/versions/\d+"
"""What a browser says when an earlier version is not written down yet; the portal asks again."""
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
    """A home and a port of their own, and the commands that a newcomer has; `demo` says whether it is waited for."""

    home: Path
    port: int
    demo: Literal["yes", "no", "meanwhile"] = "yes"

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def make(self, target: str) -> str:
        """Run a target and return what it said; a failure shows it, with the end of the functions' log."""
        environment = os.environ | {"TENDERO_HOME": str(self.home), "PORT": str(self.port), "TENDERO_DEMO": self.demo}
        done = subprocess.run(["make", target], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=1800)
        if done.returncode:
            log = self.home / "cloud.log"
            said = log.read_text(errors="replace")[-4000:] if log.exists() else ""
            pytest.fail(f"make {target} failed:\n{done.stdout}{done.stderr}\n{said}", pytrace=False)
        return done.stdout

    def memory(self) -> dict[str, Any]:
        known: dict[str, Any] = json.loads((self.home / "memory.json").read_text())
        return known

    def fill(self) -> None:
        """Wait until the demo is in, which began to come in when this place was brought up."""
        replace(self, demo="yes").make("up")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let those who look at the demo come last: the others need not wait until it is in."""
    items.sort(key=lambda item: "demo" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def new_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Place]]:
    """Return a maker of places without the demo; whatever still runs in them at the end is brought down."""
    made: list[Place] = []

    def new(name: str) -> Place:
        made.append(Place(tmp_path_factory.mktemp(name), free_port(), "no"))
        return made[-1]

    yield new
    for place in made:
        place.make("down")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other workers out."""
    with path.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Return a Tendero that is up, the demo on its way; workers side by side share one, and the last brings it down."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    home, guests = root / "tendero", root / "guests.json"
    with alone(root / "lock"):
        known = json.loads(guests.read_text()) if guests.exists() else {"port": free_port(), "count": 0}
        shared = Place(home, known["port"], "meanwhile")
        if not known["count"]:
            home.mkdir(exist_ok=True)
            shared.make("up")
        guests.write_text(json.dumps({**known, "count": known["count"] + 1}))

    yield shared

    with alone(root / "lock"):
        known = json.loads(guests.read_text())
        guests.write_text(json.dumps({**known, "count": known["count"] - 1}))
        if known["count"] == 1:
            shared.make("down")


@pytest.fixture(scope="session")
def base_url(request: pytest.FixtureRequest) -> str:
    """Return where Tendero is; pages of playwright take addresses relative to it."""
    given = os.environ.get("TENDERO_URL")
    return given or str(request.getfixturevalue("place").url)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": list(FLAGS)}


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return what the browser of a test is opened with: in Spanish at a desk, unless the test has a manner."""
    manner: Manner = request.getfixturevalue("manner") if "manner" in request.fixturenames else MANNERS[0]
    return {**browser_context_args, **manner.browser, "timezone_id": "Europe/Madrid"}


@pytest.fixture
def page(request: pytest.FixtureRequest, page: Any) -> Iterator[Any]:
    """Return a page whose console must stay silent, but for what `@pytest.mark.console_may_say(...)` announces."""
    marker = request.node.get_closest_marker("console_may_say")
    announced = [re.compile(pattern) for pattern in (NOT_YET, *(marker.args if marker else ()))]
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
    expect.set_options(timeout=PATIENCE)


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Return a browser whose clicks and pages wait as long as its tests do."""
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture(scope="module")
def shop(playwright: Playwright, base_url: str) -> Shop:
    """Return a firm that only the tests of one module know."""
    return open_shop(playwright, base_url, "Ultramarinos Campos")


@pytest.fixture(scope="session")
def demo(request: pytest.FixtureRequest, playwright: Playwright, base_url: str) -> Shop:
    """Return the demo firm once all of it is in, for tests that only look."""
    if "TENDERO_URL" not in os.environ:
        request.getfixturevalue("place").fill()
    return Shop(playwright, base_url, "Distribuciones Olmedo, S.L.", "demo@olmedo.example", "demo-tendero")


@pytest.fixture
def counter(page: Page, shop: Shop) -> Page:
    """Return a page that is signed in to the module's shop."""
    return sign_in(page, shop)


@pytest.fixture(scope="module", params=MANNERS, ids=str)
def manner(request: pytest.FixtureRequest) -> Manner:
    """Return one manner of reading the portal after another: whatever asks for it is walked in each."""
    chosen: Manner = request.param
    return chosen


@pytest.fixture(scope="module")
def store(playwright: Playwright, base_url: str, manner: Manner) -> Shop:
    """Return a firm of the manner's language that only the tests of one module know."""
    return open_shop(playwright, base_url, "Ultramarinos Campos", locale=manner.language, currency=manner.currency)


@pytest.fixture
def door(page: Page, manner: Manner, store: Shop) -> Iterator[Seat]:
    """Return a seat before the portal at which nobody has signed in; in the end nothing is wider than its screen."""
    seat = Seat(page, manner, store)
    yield seat
    assert seat.fits()


@pytest.fixture
def seat(door: Seat) -> Seat:
    """Return the seat of the administrator of the manner's firm, signed in."""
    sign_in(door.page, door.shop)
    return door
