"""What somebody changes of their firm's settings is known by whichever process answers them next."""

import json
import secrets
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.e2e.steps.shop import PASSWORD, hire, open_shop

AT_ONCE = 4
"""The processes of the API, each with copies of its own; so many requests side by side reach all of them."""

ROUNDS = 5
LABEL = {"es": "Medida", "en": "Measure"}
NONE = dict.fromkeys(("read", "create", "update", "delete", "export"), "none")

Mailbox = Callable[[], list[dict[str, Any]]]


@dataclass(slots=True)
class Browser:
    """Somebody's browser, as far as the API knows one: a token, and cookies that it keeps and brings back."""

    url: str
    email: str
    cookies: CookieJar = field(default_factory=CookieJar)
    token: str = ""

    def __post_init__(self) -> None:
        self.token = self.call("POST", "/v1/session", {"email": self.email, "password": PASSWORD})["access_token"]

    def call(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        sent = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        request = urllib.request.Request(self.url + path, method=method, data=data, headers=sent)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        with opener.open(request, timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    def everywhere(self, path: str) -> list[Any]:
        """Return what several processes answer to the same question at the same time."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(lambda _: self.call("GET", path), range(AT_ONCE)))


@pytest.fixture
def firm(playwright: Playwright, base_url: str, mailbox: Mailbox) -> tuple[Browser, Browser]:
    """Return the browsers of an administrator and of a colleague whose role is to be changed."""
    shop = open_shop(playwright, base_url, "Ferretería Salas")
    admin = Browser(base_url, shop.email)
    role = {"key": "guest", "label": {"es": "Visita", "en": "Guest"}, "objects": {"*": NONE}}
    admin.call("POST", "/v1/roles", role)
    guest = hire(playwright, base_url, shop, mailbox, name="Pau Soler", role="guest")
    return admin, Browser(base_url, guest.email)


def test_a_field_that_was_just_added_is_in_every_answer(firm: tuple[Browser, Browser]) -> None:
    admin, _ = firm
    product = admin.call("POST", "/v1/records/products", {"sku": "T-1", "name": "Tornillo"})
    here = f"/v1/records/products/{product['id']}"

    for _ in range(ROUNDS):
        admin.everywhere(here)
        name = f"c_{secrets.token_hex(4)}"
        admin.call("POST", "/v1/objects/products/fields", {"name": name, "type": "number", "label": LABEL})

        assert [name in answer for answer in admin.everywhere(here)] == [True] * AT_ONCE


def test_what_a_role_may_is_so_wherever_whoever_changed_it_looks(firm: tuple[Browser, Browser]) -> None:
    admin, guest = firm
    # Both look from one browser, one after the other: it brings along what it has seen of the firm.
    guest.cookies = admin.cookies

    for extent in ("own", "all", "own", "all", "none"):
        guest.everywhere("/v1/me")
        admin.call("PATCH", "/v1/roles/guest", {"objects": {"*": {**NONE, "read": extent}}})

        seen = [answer["permissions"]["deals"]["read"] for answer in guest.everywhere("/v1/me")]
        assert seen == [extent] * AT_ONCE
