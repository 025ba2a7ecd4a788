"""What befell a person is told, also when whoever answered their request died before they told it."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.exceptions import ConnectionClosedError

from app import app
from chalicelib.storage import connection
from functions.timer_firer import handler as timer_firer
from tests.builders import Firm
from tests.client import proxy_event
from tests.faults import FaultInjector
from tests.functional.automation.test_forms import Page
from tests.functional.automation.works import Works
from tests.functional.importing.desk import Desk
from tests.functional.pipeline.aws_around import LambdaContext, rows_under
from tests.world import World

ASKED = {"basis": "consent", "source": "Feria del vino", "at": "2026-01-15T10:00:00Z"}


@pytest.fixture
def ana(firm: Firm) -> str:
    made = firm.admin.post("/v1/records/contacts", {"first_name": "Ana", "emails": [{"value": "ana@olmedo.example"}]})
    return str(made.body["id"])


def posted(path: str, body: dict[str, Any], who: dict[str, str]) -> Callable[[], Any]:
    """Return what sends a request into a world that may be broken."""
    sent = {"Content-Type": "application/json", **who}
    return lambda: app(proxy_event("POST", path, sent, json.dumps(body).encode(), "203.0.113.7"), None)


def told(works: Works, name: str) -> Iterator[str]:
    """Yield the id of each occurrence of a name that the bus has taken."""
    for call in works.world.watch.calls:
        for entry in call.parameters["Entries"] if call.operation == "PutEvents" else ():
            if entry["DetailType"] == name:
                yield json.loads(entry["Detail"])["occurrence"]


def noted(firm: Firm, record: str, kind: str) -> set[str]:
    """Return the occurrences of a kind on somebody's timeline."""
    rows = rows_under(f"T#{firm.id}#{record}", table="timeline").values()
    return {row["sk"]["S"].rpartition("#")[2] for row in rows if row["kind"]["S"] == kind}


def a_minute_later(works: Works) -> None:
    works.later(62)
    timer_firer.handle({"tenant": works.firm.id}, LambdaContext())


@pytest.mark.every_fault
def test_whatever_breaks_a_consent_that_was_kept_is_told(
    works: Works, firm: Firm, ana: str, faults: FaultInjector
) -> None:
    path, who = f"/v1/records/contacts/{ana}/consents", {"Authorization": f"Bearer {firm.admin.token}"}
    for decision, facts in (("give", {**ASKED, "at": works.people().isoformat()}), ("withdraw", {"source": "Llamada"})):
        faults.surviving(posted(path, {"decision": decision, **facts}, who))
    a_minute_later(works)

    kept = noted(firm, ana, "consent_given") | noted(firm, ana, "consent_withdrawn")

    assert kept or faults.armed
    assert kept <= {*told(works, "ConsentGiven"), *told(works, "ConsentWithdrawn")}
    assert not rows_under(f"T#{firm.id}", table="timers")


@pytest.mark.every_fault
def test_whatever_breaks_a_form_that_was_taken_is_told(works: Works, firm: Firm, faults: FaultInjector) -> None:
    page = Page(works, consent=None)
    sent = {
        "ticket": page.open()["ticket"],
        "values": {"first_name": "Begoña", "emails": f"b{works.world.ids.digits(12)}@pepe.example"},
    }
    works.later(5)

    faults.surviving(posted(f"/v1/public/forms/{page.token}", sent, {}))
    a_minute_later(works)

    leads = [lead["id"] for lead in works.admin.get("/v1/records/leads").body["items"]]
    kept = {id for lead in leads for id in noted(firm, lead, "form_sent")}
    assert leads or faults.armed
    assert len(kept) == len(leads)
    assert kept <= {*told(works, "FormSent")}


def test_who_is_told_at_once_is_not_told_again(works: Works, firm: Firm, ana: str) -> None:
    firm.admin.post(f"/v1/records/contacts/{ana}/consents", {"decision": "give", **ASKED})
    a_minute_later(works)

    assert len([*told(works, "ConsentGiven")]) == 1


def test_a_bus_that_does_not_answer_is_no_reason_to_refuse_what_is_kept(works: Works, firm: Firm, ana: str) -> None:
    bus = connection.client("events").meta.events
    bus.register_first("before-call", _no_answer, unique_id="silent")
    answer = firm.admin.post(f"/v1/records/contacts/{ana}/consents", {"decision": "give", **ASKED})
    bus.unregister("before-call", _no_answer, unique_id="silent")

    assert (answer.status, [*told(works, "ConsentGiven")]) == (200, [])
    a_minute_later(works)
    assert {*told(works, "ConsentGiven")} == noted(firm, ana, "consent_given") != set()


def _no_answer(**_: Any) -> None:
    raise ConnectionClosedError(endpoint_url="silent")


@pytest.mark.parametrize(("fires", "heard"), [(True, 1), (False, 0)])
def test_a_consent_that_comes_with_a_table_is_told_where_automations_are_to_hear_of_it(
    works: Works, firm: Firm, world: World, fires: bool, heard: int
) -> None:
    desk = Desk(world, firm.admin)
    job = desk.upload(
        "Nombre;Correo;Acepta correos;Base del permiso;Origen del permiso;Fecha del permiso\n"
        "Eva;eva@rios.example;sí;Consentimiento;Feria 2025;03/11/2025\n"
    )
    desk.preview(job)
    desk.start(job, fire_automations=fires)
    a_minute_later(works)

    (eva,) = firm.admin.get("/v1/records/contacts").body["items"]
    assert len(noted(firm, eva["id"], "consent_given")) == 1
    assert len([*told(works, "ConsentGiven")]) == heard
