"""``make scroll``: real records under the portal's own list, scrolled by a browser to the last of them.

The records lie in DynamoDB Local as the engine stores them, the API answers in this process, and Chromium draws the
built portal. Between its looks the list is pulled down as fast as its pages come, and from the last record it goes back
up in one go; at each look it is scrolled like by a hand, and the tasks of the page's thread are traced: their CPU time
says what a busy machine cannot. Pages far from the eye are let go and read again, so records may come more than once.
"""

import argparse
import http.server
import json
import mimetypes
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from app import app
from bench import people, place
from bench.firm import Firm
from chalicelib.engine import overlays
from chalicelib.engine import records as engine
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.storage import guard, writes
from chalicelib.storage.plan import Put

DIST = Path(__file__).parents[1] / "frontend" / "dist"
PLURAL = "contacts"
LONGEST_TASK_MS, MOST_ROWS, MOST_HEAP_MB = 50.0, 60, 60.0
A_LOOK_MS = 4_000
AT_ONCE = 250

LOOK = """async ([list, milliseconds, back]) => {
  const gaps = [], until = performance.now() + milliseconds;
  let rows = 0, last = await new Promise(requestAnimationFrame);
  while (performance.now() < until) {
    list.scrollTop += back ? -200 : 200;
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
    rows = Math.max(rows, list.querySelectorAll("tbody tr").length);
  }
  return { gaps, rows };
}"""


@dataclass(slots=True)
class Asked:
    """The calls for pages of the list, and how long each took here."""

    seconds: list[float] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    answered: int = 0
    bytes: int = 0

    @property
    def records(self) -> int:
        """How many have come, however often."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Look:
    """What scrolling like a hand costs where so many records have come already."""

    records: int
    rows: int
    frames: int
    late: int
    longest_task_ms: float
    heap_mb: float


@contextmanager
def serving(firm: Firm, portal: Path, asked: Asked) -> Iterator[str]:
    """Serve the built portal and the API on one origin until the block ends; yield the address."""
    one_at_a_time = threading.Lock()

    class Door(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path.startswith("/v1/"):
                self._api()
            else:
                file = portal / self.path.partition("?")[0].lstrip("/")
                file = file if file.is_file() else portal / "index.html"
                self._send(200, mimetypes.guess_type(file.name)[0] or "text/plain", file.read_bytes())

        def do_POST(self) -> None:
            self._api()

        def do_PUT(self) -> None:
            self._api()

        def _api(self) -> None:
            said = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path == "/v1/session/refresh":
                session = {"access_token": firm.token, "expires_in": 3_600}
                return self._send(200, "application/json", json.dumps(session).encode())
            event = firm.request(self.command, self.path, json.loads(said) if said else None)
            began = perf_counter()
            with one_at_a_time:
                answer = app(event, None)
            content = (answer["body"] or "").encode()
            if self.path == f"/v1/records/{PLURAL}/query":
                asked.seconds.append(perf_counter() - began)
                items = json.loads(content)["items"]
                asked.ids.update(item["id"] for item in items)
                asked.answered += len(items)
                asked.bytes += len(content)
            return self._send(answer["statusCode"], "application/json", content)

        def _send(self, status: int, kind: str, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            # A page that moves on lets go of answers that it no longer wants.
            with suppress(ConnectionError):
                self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def fill(ctx: Context, count: int) -> None:
    """Store contacts as the engine would; what a search looks for is left out, for nobody searches here."""
    with guard.entered(ctx.tenant):
        overlays.load(ctx)
        for begin in range(0, count, AT_ONCE):
            plans = [
                engine.plan_create(ctx, plural=PLURAL, values=people.contact(number))
                for number in range(begin, min(begin + AT_ONCE, count))
            ]
            rows = [write for plan in plans for write in plan.writes if isinstance(write, Put)]
            writes.batch(ctx, [replace(row, when=None) for row in rows])


def look(browser: Browser, page: Page, asked: Asked, *, back: bool = False) -> Look:
    """Scroll like a hand for a while and return what it cost."""
    at = asked.records
    list_ = page.get_by_role("grid").locator("..")
    browser.start_tracing(page=page, categories=["toplevel"])
    seen = page.evaluate(LOOK, [list_.element_handle(), A_LOOK_MS, back])
    longest = longest_task(json.loads(browser.stop_tracing()))
    heap: float = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    usual = sorted(seen["gaps"])[len(seen["gaps"]) // 2]
    late = sum(round(gap / usual) - 1 for gap in seen["gaps"] if gap > 1.5 * usual)
    return Look(at, seen["rows"], len(seen["gaps"]), late, longest, heap)


def longest_task(trace: dict[str, Any]) -> float:
    """Return the CPU time, in milliseconds, of the longest task of the page's main thread."""
    events: list[dict[str, Any]] = trace["traceEvents"]
    pages = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    longest: float = max(
        event["tdur"] / 1_000
        for event in events
        if event["name"].endswith("RunTask") and "tdur" in event and (event["pid"], event["tid"]) in pages
    )
    return longest


def pull(page: Page, asked: Asked, until: int) -> None:
    """Bring pages of the list, as a hand at the end of it would, until so many records have come."""
    list_ = page.get_by_role("grid").locator("..")
    stuck = 0
    while asked.records < until and stuck < 100:
        before = asked.records
        list_.evaluate("(list) => { list.scrollTop = list.scrollHeight; }")
        page.wait_for_timeout(50)
        stuck = stuck + 1 if asked.records == before else 0


def main() -> None:
    """Fill, scroll, print."""
    arguments = argparse.ArgumentParser(prog="python -m bench.scrolling", description=__doc__)
    arguments.add_argument("--records", type=int, default=100_000)
    arguments.add_argument("--portal", type=Path, default=DIST, help="where the portal was built to")
    given = arguments.parse_args()
    records: int = given.records
    logger.setLevel("WARNING")
    asked = Asked()
    with place.opened() as here, serving(here.firm, given.portal, asked) as address, sync_playwright() as playwright:
        print(f"Filling the store with {records:,} {PLURAL} ...", flush=True)
        fill(here.firm.ctx, records)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"],
        )
        page = browser.new_page(base_url=address, viewport={"width": 1366, "height": 850})
        page.add_init_script("localStorage.setItem('tendero-visited', '1')")
        page.goto(f"/records/{PLURAL}")
        page.get_by_role("rowheader").first.wait_for()
        began = perf_counter()
        looks = []
        for until in (0, records // 2, records):
            pull(page, asked, until)
            looks.append(look(browser, page, asked, back=until > 0))
        page.get_by_role("grid").locator("..").evaluate("(list) => { list.scrollTop /= 2; }")
        looks.append(look(browser, page, asked, back=True))
        show(looks, asked, perf_counter() - began)
        browser.close()


def show(looks: list[Look], asked: Asked, seconds: float) -> None:
    """Print what was seen."""
    slow = sorted(asked.seconds)
    print(
        f"{asked.records:,} records in {len(slow):,} calls, {asked.answered - asked.records:,} of them read again, "
        f"{asked.bytes / 1e6:.1f} MB, {seconds:.0f} s; a call takes {slow[len(slow) // 2] * 1000:.0f} ms in the middle "
        f"and {slow[int(len(slow) * 0.95)] * 1000:.0f} ms at p95"
    )
    for one in looks:
        kept = one.longest_task_ms <= LONGEST_TASK_MS and one.rows <= MOST_ROWS and one.heap_mb <= MOST_HEAP_MB
        print(
            f"behind {one.records:>7,}: {one.frames} frames, {one.late} dropped; longest task "
            f"{one.longest_task_ms:.0f} ms of CPU, {one.rows} rows drawn, {one.heap_mb:.0f} MB of heap  "
            f"{'met' if kept else 'MISSED'}"
        )


if __name__ == "__main__":
    main()
