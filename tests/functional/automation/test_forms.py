"""Forms on a firm's own pages: who sends one becomes a lead, once, and nobody learns or changes anything by it."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest

from tests.builders import Api
from tests.client import Answer, Caller
from tests.functional.automation.works import Works

CONSENT = {"text": "Quiero recibir novedades de Bodegas Ríos.", "purpose": "marketing"}
FORM = {
    "name": "Contacto",
    "object": "leads",
    "fields": [{"field": "first_name", "label": "Tu nombre"}, {"field": "emails", "required": True}],
    "values": {"source": "web"},
    "consent": CONSENT,
    "thanks": "Gracias, te escribimos pronto.",
}


class Page:
    """A form on somebody's page, and whoever looks at it."""

    def __init__(self, works: Works, **parts: Any) -> None:
        self.works = works
        made = works.ask("/v1/forms", {**FORM, **parts}, status=201).body
        self.id, self.token = made["id"], made["token"]

    def open(self) -> dict[str, Any]:
        shown = self.guest().get(f"/v1/public/forms/{self.token}")
        assert shown.status == 200, shown.raw
        return dict(shown.body)

    def send(self, ticket: str, *, seconds: float = 5, **sent: Any) -> Answer:
        """Send the form so many seconds after it was opened."""
        values = {"first_name": "Begoña", "emails": "begona@pepe.example"}
        self.works.later(seconds)
        return self.guest().post(f"/v1/public/forms/{self.token}", {"ticket": ticket, "values": values, **sent})

    def guest(self) -> Caller:
        return Caller(self.works.world.watch, tenant=self.works.firm.id)


@pytest.fixture
def form(works: Works) -> Page:
    return Page(works)


def leads(works: Works) -> list[dict[str, Any]]:
    return list(works.admin.get("/v1/records/leads").body["items"])


def test_whoever_sends_a_form_becomes_a_lead_once_and_automations_hear_of_it(works: Works, form: Page) -> None:
    told = {
        "id": "tell",
        "kind": "action",
        "action": "notify",
        "with": {"to": "people", "people": [works.admin.user["id"]]},
    }
    automation = works.automate(told, trigger={"kind": "form_sent", "form": form.id})
    shown = form.open()

    first = form.send(shown["ticket"], agreed=True, utm_source="feria", utm_medium="qr")
    again = form.send(shown["ticket"], agreed=True, utm_source="feria", utm_medium="qr")
    works.until_quiet(twice=True)

    assert [field["name"] for field in shown["fields"]] == ["first_name", "emails"]
    assert (first.status, first.body["thanks"]) == (200, "Gracias, te escribimos pronto.")
    assert again.body == first.body
    (lead,) = leads(works)
    assert (lead["first_name"], lead["source"]) == ("Begoña", "web")
    kinds = [entry["kind"] for entry in works.admin.get(f"/v1/records/leads/{lead['id']}/timeline").body["items"]]
    assert kinds.count("form_sent") == 1
    run = works.run(automation)
    assert (run["record"], run["cause"]["data"]["utm_source"]) == (lead["id"], "feria")
    assert [lead[f"utm_{part}"] for part in ("source", "medium", "campaign")] == ["feria", "qr", None]


def test_what_somebody_agreed_to_is_kept_with_its_words(works: Works, form: Page) -> None:
    form.send(form.open()["ticket"], agreed=True)
    (lead,) = leads(works)

    told = works.admin.get(f"/v1/records/leads/{lead['id']}/consents")

    (kept,) = told.body["items"]
    assert hashlib.sha256(CONSENT["text"].encode()).hexdigest() in told.raw
    assert (kept["source"], kept["text_version"], kept["ip"]) == (f"form:{form.id}", 1, "203.0.113.7")


def test_who_is_known_is_neither_made_again_nor_overwritten(works: Works, form: Page) -> None:
    known = works.create("leads", first_name="Bego", emails=[{"value": "begona@pepe.example"}])
    works.until_quiet()

    answer = form.send(form.open()["ticket"])

    assert answer.status == 200
    assert [(lead["id"], lead["first_name"]) for lead in leads(works)] == [(known["id"], "Bego")]
    kinds = [entry["kind"] for entry in works.admin.get(f"/v1/records/leads/{known['id']}/timeline").body["items"]]
    assert "form_sent" in kinds


@pytest.mark.parametrize("sent", [{"website": "https://spam.example"}, {"seconds": 0}])
def test_a_machine_is_thanked_and_leaves_nothing_behind(works: Works, form: Page, sent: dict[str, Any]) -> None:
    answer = form.send(form.open()["ticket"], **sent)

    assert (answer.status, answer.body["thanks"]) == (200, "Gracias, te escribimos pronto.")
    assert leads(works) == []


def test_what_a_form_does_not_ask_for_is_refused_and_what_it_needs_is_named(works: Works, form: Page) -> None:
    ticket = form.open()["ticket"]

    sly = form.send(ticket, values={"first_name": "B", "emails": "b@pepe.example", "owner": works.admin.user["id"]})
    empty = form.send(ticket, values={"emails": "no address"})

    assert (sly.status, sly.faults) == (422, {"values.owner": "unknown_field"})
    assert (empty.status, empty.faults) == (
        422,
        {"values.first_name": "required", "values.emails.0.value": "invalid_email"},
    ) or empty.faults.keys() == {"values.first_name", "values.emails"}
    assert leads(works) == []


def test_an_address_or_a_ticket_that_is_not_ours_opens_nothing(works: Works, form: Page) -> None:
    other = Page(works, name="Otro")
    ticket = other.open()["ticket"]
    wrong = form.token[:-2] + ("aa" if form.token[-2:] != "aa" else "bb")

    foreign = form.send(ticket)
    forged = form.guest().get(f"/v1/public/forms/{wrong}")
    version = works.admin.get(f"/v1/forms/{form.id}").body["version"]
    works.admin.patch(f"/v1/forms/{form.id}", {"is_open": False}, version=version)
    closed = form.guest().get(f"/v1/public/forms/{form.token}")

    assert (foreign.status, forged.status, closed.status) == (404, 404, 404)
    assert forged.without_request_id() == closed.without_request_id()


def test_one_address_sends_a_form_so_often_and_no_more(works: Works, form: Page) -> None:
    answers = []
    full_hour = works.people().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    works.people.reach(full_hour)
    for number in range(32):
        ticket = form.open()["ticket"]
        values = {"first_name": "B", "emails": f"b{number}@pepe.example"}
        answers.append(form.send(ticket, values=values).status)

    assert answers == [200] * 30 + [429] * 2


def test_a_lead_of_a_form_is_given_to_somebody_by_its_rule(works: Works, form: Page) -> None:
    people = [works.admin.user["id"]]
    rule = works.ask("/v1/assignments", {"name": "Por turnos", "object": "leads", "people": people}, status=201).body
    version = works.admin.get(f"/v1/forms/{form.id}").body["version"]
    works.admin.patch(f"/v1/forms/{form.id}", {"assignment": rule["id"]}, version=version)

    form.send(form.open()["ticket"])

    assert [lead["owner"] for lead in leads(works)] == people


def test_a_firms_own_page_reads_and_sends_its_form_from_any_origin_and_nothing_else(works: Works, form: Page) -> None:
    path = f"/v1/public/forms/{form.token}"
    preflight = form.guest().call("OPTIONS", path, headers={"Origin": "https://bodegas.example"})
    shown, refused = form.guest().get(path), form.guest().get("/v1/public/forms/nothing")
    elsewhere = [works.admin.get("/v1/me"), form.guest().get("/v1/public/preferences/nothing")]

    assert preflight.status == 204
    assert preflight.headers["Access-Control-Allow-Methods"] == "GET, POST"
    assert preflight.headers["Access-Control-Allow-Headers"] == "Content-Type"
    for answer in (preflight, shown, refused):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers
    assert all("Access-Control-Allow-Origin" not in answer.headers for answer in elsewhere)


def test_a_form_says_whose_it_is_and_where_it_is_opened(works: Works, form: Page) -> None:
    shown = form.open()
    kept = works.admin.get(f"/v1/forms/{form.id}").body

    assert shown["firm"] == works.admin.get("/v1/me").body["tenant"]["name"]
    assert kept["url"].endswith(f"/f/{form.token}")
    assert kept["endpoint"].endswith(f"/v1/public/forms/{form.token}")


def test_who_sent_a_form_is_listed_once_with_where_they_came_from(works: Works, form: Page, api: Api) -> None:
    ticket = form.open()["ticket"]
    form.send(ticket, agreed=True, utm_source="feria", page="https://bodegas.example/contacto")
    form.send(ticket, agreed=True, utm_source="feria", page="https://bodegas.example/contacto")
    works.until_quiet()
    form.send(form.open()["ticket"])

    listed = works.admin.get(f"/v1/forms/{form.id}/sendings").body["items"]

    (lead,) = leads(works)
    assert [(each["plural"], each["id"]) for each in listed] == [("leads", lead["id"])] * 2
    assert {each["name"] for each in listed} == {"Begoña"}
    assert sorted((each["agreed"], each["utm_source"]) for each in listed) == [(False, None), (True, "feria")]
    stranger = api.sign_up().admin
    assert stranger.get(f"/v1/forms/{form.id}/sendings").status == 404
