"""The pipeline on the deployed template: how long search, totals and timeline lag behind a write, and a reminder."""

import json
import secrets
import statistics
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

PATIENCE = 480.0
"""How long to wait, in seconds: on one machine the demo may come in as well, whose thousands of changes go first."""
CONTACTS = 10


@dataclass(frozen=True, slots=True)
class Client:
    """A new firm's administrator over HTTP."""

    url: str
    token: str = ""
    email: str = ""

    def call(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or b"null")


@pytest.fixture(scope="module")
def firm(base_url: str) -> Client:
    email, password = f"ana.{secrets.token_hex(6)}@rios.example", "correct horse battery"
    nobody = Client(base_url)
    request = {"company": "Bodegas Ríos", "email": email, "password": password}
    nobody.call("POST", "/v1/signup", request | {"locale": "es", "timezone": "Europe/Madrid", "currency": "EUR"})
    session = nobody.call("POST", "/v1/session", {"email": email, "password": password})
    return Client(base_url, session["access_token"], email)


def seconds_until(found: Callable[[], bool]) -> float:
    """Return how long it took until ``found``."""
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        if found():
            return time.monotonic() - begun
        time.sleep(0.1)
    raise AssertionError(f"not within {PATIENCE:.0f} s")


def test_search_totals_and_timeline_follow_a_write_within_seconds(
    firm: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    lags = []
    for number in range(CONTACTS):
        word = f"vermut{secrets.token_hex(4)}"
        contact = firm.call("POST", "/v1/records/contacts", {"first_name": "Ana", "last_name": word})
        lags.append(seconds_until(lambda word=word: bool(firm.call("GET", f"/v1/records/contacts?q={word}")["items"])))

        told = firm.call("GET", f"/v1/records/contacts/{contact['id']}/timeline")["items"]
        counted = firm.call("GET", "/v1/records/contacts/count")["count"]

        assert [entry["kind"] for entry in told] == ["created"]
        assert counted == number + 1

    usual, worst = statistics.median(lags), max(lags)
    with capsys.disabled():
        sys.stdout.write(f"\nlag of search behind a write: usually {usual:.1f} s, at most {worst:.1f} s\n")


def test_segments_follow_a_write_within_seconds(firm: Client, capsys: pytest.CaptureFixture[str]) -> None:
    city, bought = {"field": "address.city", "value": "Madrid"}, {"related": "orders", "op": "gte", "value": 1}
    asked = {"name": "Compran en Madrid", "object": "companies", "filter": {"all": [city, bought]}}
    segment = firm.call("POST", "/v1/segments", asked)["id"]
    seconds_until(lambda: firm.call("GET", f"/v1/segments/{segment}/size")["ready"])

    def is_inside(id: str) -> bool:
        return id in {item["id"] for item in firm.call("GET", f"/v1/segments/{segment}/members")["items"]}

    lags = []
    for _ in range(CONTACTS):
        company = firm.call("POST", "/v1/records/companies", {"name": "Bar", "address": {"city": "Madrid"}})["id"]
        firm.call("POST", "/v1/records/orders", {"date": "2026-11-01", "company": company})
        lags.append(seconds_until(lambda company=company: is_inside(company)))

    assert firm.call("GET", f"/v1/segments/{segment}/size")["size"] == CONTACTS
    usual, worst = statistics.median(lags), max(lags)
    with capsys.disabled():
        sys.stdout.write(f"\nlag of a segment behind a write: usually {usual:.1f} s, at most {worst:.1f} s\n")


def test_a_reminder_reaches_the_mailbox_at_its_time_and_once(firm: Client) -> None:
    reminded = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=15)
    due = (reminded + timedelta(minutes=60)).strftime("%Y-%m-%dT%H:%M:%SZ")
    subject = f"Llamar a {secrets.token_hex(4)}"
    task = {"subject": subject, "due": {"utc": due, "time_zone": "Europe/Madrid"}, "reminder": 60}
    firm.call("POST", "/v1/records/tasks", task)

    def mails() -> list[dict[str, Any]]:
        return [mail for mail in firm.call("GET", "/_mail.json") if subject in mail["subject"]]

    seconds_until(lambda: bool(mails()))
    assert datetime.now(UTC) >= reminded
    time.sleep(3)  # another would have gone by then

    assert [mail["to"] for mail in mails()] == [[firm.email]]
    assert "Europe/Madrid" in mails()[0]["text"]
