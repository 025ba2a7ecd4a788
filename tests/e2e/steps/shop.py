"""A shop of a test's own: a firm that signed up a moment ago, and what the test puts on its shelves through the API."""

import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from playwright.sync_api import APIRequestContext, APIResponse, Page, Playwright, Route

T = TypeVar("T")

PASSWORD = "albahaca-y-harina"
PATIENCE_SECONDS = 60
# An access token lives for 15 minutes, and the whole suite for longer.
FRESH_SECONDS = 10 * 60


@dataclass(slots=True)
class Shop:
    """A tenant, its administrator's address, and a line to the API as the administrator."""

    playwright: Playwright
    base_url: str
    company: str
    email: str
    password: str
    _line: APIRequestContext | None = None
    _signed_in: float = 0.0

    @property
    def line(self) -> APIRequestContext:
        """Return a line whose session is young enough for the next request."""
        if self._line is None or time.monotonic() - self._signed_in > FRESH_SECONDS:
            token = visit(self.playwright, self.base_url, "/v1/session", email=self.email, password=self.password)[
                "access_token"
            ]
            self._line = self.playwright.request.new_context(
                base_url=self.base_url, extra_http_headers={"Authorization": f"Bearer {token}"}, timeout=60_000
            )
            self._signed_in = time.monotonic()
        return self._line

    def tell(self, page: Page) -> None:
        """Let a browser know what was changed at this line, as if its person had changed it there."""
        if self._line is not None:
            told = self._line.storage_state()["cookies"]
            page.context.add_cookies(
                [
                    {"name": one["name"], "value": one["value"], "domain": one["domain"], "path": one["path"]}
                    for one in told
                ]
            )

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
    visit(playwright, base_url, "/v1/signup", **firm, **region)
    return Shop(playwright, base_url, company, email, PASSWORD)


def visit(playwright: Playwright, base_url: str, path: str, **values: Any) -> Any:
    """Post something that needs no session, and return the answer."""
    visitor = playwright.request.new_context(base_url=base_url)
    answer = _body(visitor.post(path, data=values))
    visitor.dispose()
    return answer


def hire(
    playwright: Playwright,
    base_url: str,
    shop: Shop,
    mailbox: Callable[[], list[dict[str, Any]]],
    *,
    name: str,
    role: str,
) -> Shop:
    """Invite somebody, accept for them with the code that was mailed, and open their own line to the firm."""
    email = f"{name.split()[0].lower()}.{uuid.uuid4().hex[:12]}@ultramarinos.example"
    _body(
        shop.line.post(
            "/v1/invitations", data={"email": email, "role": role}, headers={"Idempotency-Key": uuid.uuid4().hex}
        )
    )
    mail = eventually(lambda: next((one for one in mailbox() if one["to"] == [email]), None), "the invitation")
    code = re.search(r"code=([^&\s]+)", mail["text"])
    assert code is not None, mail["text"]
    visit(playwright, base_url, "/v1/invitations/accept", code=code[1], email=email, password=PASSWORD, name=name)
    return Shop(playwright, base_url, shop.company, email, PASSWORD)


def sign_in(page: Page, shop: Shop) -> Page:
    """Give a browser the session that its person would have got at the sign-in page."""
    answer = page.context.request.post("/v1/session", data={"email": shop.email, "password": shop.password})
    assert answer.ok, answer.text()
    shop.tell(page)
    page.add_init_script("localStorage.setItem('tendero-visited', '1')")
    return page


def read_in(page: Page, language: str) -> Page:
    """Let the person at the browser read this language, without changing their settings for anybody else."""

    def translated(route: Route) -> None:
        me = route.fetch().json()
        route.fulfill(json={**me, "user": {**me["user"], "locale": language}})

    page.route("**/v1/me", translated)
    return page


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
