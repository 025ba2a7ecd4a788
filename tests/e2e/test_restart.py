"""What a restart keeps: every row, every search, every counter, and a pipeline that goes on with the next change."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from infra.demo.api import Api
from tests.e2e.conftest import Place

pytestmark = pytest.mark.cloud

LAG_SECONDS = 120.0


class Visitor:
    """Somebody who uses the public API of one place."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.api = Api(place.url)

    def sign_up(self) -> None:
        firm = {"company": "Aceites del Tajo", "locale": "es", "timezone": "Europe/Madrid", "currency": "EUR"}
        self.api.post("/v1/signup", {**firm, **PERSON})
        self.sign_in()

    def sign_in(self) -> None:
        self.api.sign_in(PERSON["email"], PERSON["password"])

    def write(self, plural: str, **values: str) -> str:
        return str(self.api.post(f"/v1/records/{plural}", values)["id"])

    def found(self, words: str) -> list[str]:
        return sorted(one["name"] for one in self.api.get(f"/v1/records/contacts?q={words}")["items"])

    def history(self, contact: str) -> list[str]:
        return [one["kind"] for one in self.api.get(f"/v1/records/contacts/{contact}/timeline")["items"]]

    def leads_by_status(self) -> dict[str, int]:
        totals = self.api.get("/v1/records/leads/totals?by=status")["items"]
        return {row["value"]: row["count"] for row in totals if row["count"]}


PERSON = {"email": "nieves@tajo.example", "password": "una contraseña larga"}


def eventually(observe: Callable[[], Any], expected: Any) -> None:
    """Wait for the pipeline until `observe` returns what is expected."""
    deadline = time.monotonic() + LAG_SECONDS
    while (seen := observe()) != expected:
        if time.monotonic() > deadline:
            assert seen == expected
        time.sleep(0.2)


@pytest.fixture
def twice(new_place: Callable[..., Place]) -> Iterator[Callable[[], Place]]:
    """Return a Tendero without the demo that can be brought up again and again."""
    place = new_place("restarted")

    def up() -> Place:
        place.make("up")
        return place

    yield up
    place.make("down")


def test_a_restarted_tendero_remembers_and_goes_on(twice: Callable[[], Place]) -> None:
    visitor = Visitor(twice())
    visitor.sign_up()
    ana = visitor.write("contacts", first_name="Ana", last_name="Ríos")
    visitor.write("leads", first_name="Eva", last_name="Vega", status="new")
    # Brought down at once: what has just been written is still in the streams.
    visitor.place.make("down")

    twice()
    visitor.sign_in()

    assert visitor.found("rios") == ["Ana Ríos"]
    assert visitor.history(ana) == ["created"]
    assert visitor.leads_by_status() == {"new": 1}

    blas = visitor.write("contacts", first_name="Blas", last_name="Ríos")
    visitor.write("leads", first_name="Iván", last_name="Soto", status="new")

    eventually(lambda: visitor.found("rios"), ["Ana Ríos", "Blas Ríos"])
    eventually(visitor.leads_by_status, {"new": 2})
    eventually(lambda: visitor.history(blas), ["created"])


def test_two_tenderos_live_side_by_side(new_place: Callable[..., Place]) -> None:
    here, there = new_place("here"), new_place("there")
    here.make("up")
    there.make("up")

    neighbour = Visitor(here)
    neighbour.sign_up()
    visitor = Visitor(there)
    visitor.sign_up()
    visitor.write("contacts", first_name="Carlos", last_name="Mesa")

    assert here.memory()["cloud_port"] != there.memory()["cloud_port"]
    assert neighbour.api.get("/v1/records/contacts")["items"] == []
