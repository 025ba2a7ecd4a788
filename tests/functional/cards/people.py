"""What a firm knows of its customers: made through the API, told in days before today."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.client import Caller

NOW = datetime.now(UTC)
MADRID = ZoneInfo("Europe/Madrid")


def day(before: int) -> str:
    return (NOW.astimezone(MADRID) - timedelta(days=before)).date().isoformat()


def moment(before: float) -> str:
    return (NOW - timedelta(days=before)).isoformat(timespec="seconds")


def made(who: Caller, plural: str, values: dict[str, Any]) -> str:
    answer = who.post(f"/v1/records/{plural}", values)
    assert answer.status == 201, answer.raw
    return str(answer.body["id"])


def card(who: Caller, plural: str, id: str) -> dict[str, Any]:
    answer = who.get(f"/v1/records/{plural}/{id}/card")
    assert answer.status == 200, answer.raw
    body: dict[str, Any] = answer.body
    return body


def customer(who: Caller, *bought: int, price: str = "100", **values: Any) -> str:
    """Make a company that bought so many days ago, for the same price each time."""
    id = made(who, "companies", {"name": "Hotel Retiro", **values})
    for before in bought:
        order(who, id, before, price)
    return id


def order(who: Caller, company: str, before: int, price: str = "100", **values: Any) -> str:
    lines = [{"name": "Aceite", "quantity": 1, "unit_price": {"amount": price, "currency": "EUR"}}]
    return made(who, "orders", {"date": day(before), "company": company, "lines": lines, **values})
