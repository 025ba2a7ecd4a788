"""A shop of a test's own: a firm that signed up a moment ago, and what the test puts on its shelves through the API."""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from playwright.sync_api import APIRequestContext, APIResponse, Page, Playwright, Route

T = TypeVar("T")

PASSWORD = "albahaca-y-harina"
PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Shop:
    """A tenant, its administrator's address, and a line to the API as the administrator."""

    company: str
    email: str
    password: str
    line: APIRequestContext

    def get(self, path: str) -> Any:
        return _body(self.line.get(path))

    def create(self, plural: str, **values: Any) -> dict[str, Any]:
        made: dict[str, Any] = _body(self.line.post(f"/v1/records/{plural}", data=values))
        return made

    def change(self, plural: str, record: dict[str, Any], **values: Any) -> dict[str, Any]:
        """Change a record as somebody else would, while the browser looks at it."""
        etag = {"If-Match": f'"{record["version"]}"'}
        changed: dict[str, Any] = _body(
            self.line.patch(f"/v1/records/{plural}/{record['id']}", data=values, headers=etag)
        )
        return changed

    def find(self, plural: str, words: str) -> list[dict[str, Any]]:
        """Return what a search finds, waiting for the words to reach the index."""

        def look() -> list[dict[str, Any]]:
            found: list[dict[str, Any]] = _body(self.line.get(f"/v1/records/{plural}", params={"q": words}))["items"]
            return found

        return eventually(look, f"finding {words}")


def open_shop(
    playwright: Playwright, base_url: str, company: str, *, locale: str = "es", currency: str = "EUR"
) -> Shop:
    """Sign a firm up and sign its administrator in."""
    email = f"nuria.{uuid.uuid4().hex[:12]}@ultramarinos.example"
    firm = {"company": company, "email": email, "password": PASSWORD, "name": "Nuria Campos"}
    region = {"locale": locale, "timezone": "Europe/Madrid", "currency": currency}
    visitor = playwright.request.new_context(base_url=base_url)
    _body(visitor.post("/v1/signup", data=firm | region))
    visitor.dispose()
    return enter(playwright, base_url, company, email, PASSWORD)


def enter(playwright: Playwright, base_url: str, company: str, email: str, password: str) -> Shop:
    """Open a line to a firm that is there already."""
    visitor = playwright.request.new_context(base_url=base_url)
    token = _body(visitor.post("/v1/session", data={"email": email, "password": password}))["access_token"]
    visitor.dispose()
    line = playwright.request.new_context(
        base_url=base_url, extra_http_headers={"Authorization": f"Bearer {token}"}, timeout=60_000
    )
    return Shop(company, email, password, line)


def sign_in(page: Page, shop: Shop) -> Page:
    """Give a browser the session that its person would have got at the sign-in page."""
    answer = page.context.request.post("/v1/session", data={"email": shop.email, "password": shop.password})
    assert answer.ok, answer.text()
    page.add_init_script("localStorage.setItem('tendero-visited', '1')")
    return page


def read_in(page: Page, language: str) -> None:
    """Let the person at the browser read this language, without changing their settings for anybody else."""

    def translated(route: Route) -> None:
        me = route.fetch().json()
        route.fulfill(json={**me, "user": {**me["user"], "locale": language}})

    page.route("**/v1/me", translated)


def eventually(look: Callable[[], T | None], what: str, patience: float = PATIENCE_SECONDS) -> T:
    """Return what ``look`` finds, once it does."""
    deadline = time.monotonic() + patience
    while not (found := look()):
        assert time.monotonic() < deadline, f"{what} did not happen in {patience:.0f} s"
        time.sleep(0.3)
    return found


def _body(answer: APIResponse) -> Any:
    assert answer.ok, f"{answer.status} {answer.url}: {answer.text()}"
    return answer.json() if answer.body() else None
