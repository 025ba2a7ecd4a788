"""What a table says about consent: a refusal with one word, a permission only with all that it rests on."""

from typing import Any

import pytest

from tests.builders import Firm
from tests.functional.importing.desk import Desk
from tests.functional.marketing import people
from tests.functional.marketing.people import ASKED_ON_FAIR
from tests.world import World

HEADER = "Nombre;Correo;No quiere correos;Acepta correos;Base del permiso;Origen del permiso;Fecha del permiso\n"


@pytest.fixture
def desk(world: World, firm: Firm) -> Desk:
    people.settle(firm, quiet_hours=None)
    return Desk(world, firm.admin)


def load(desk: Desk, *rows: str) -> dict[str, Any]:
    job = desk.upload(HEADER + "\n".join(rows) + "\n")
    desk.preview(job)
    done: dict[str, Any] = desk.start(job, on_duplicate="update")
    assert done["state"] == "done", done
    return done


def found(firm: Firm, email: str) -> str:
    [record] = firm.admin.post(
        "/v1/records/contacts/query", {"filter": {"field": "emails", "op": "eq", "value": email}}
    ).body["items"]
    return f"/v1/records/contacts/{record['id']}"


def test_a_table_permits_only_with_basis_source_and_date(world: World, firm: Firm, desk: Desk) -> None:
    done = load(
        desk,
        "Ana;ana@olmedo.example;;sí;Consentimiento;Feria 2025;03/11/2025",
        "Eva;eva@rios.example;;sí;Consentimiento;;03/11/2025",
        "Luis;luis@rios.example;;;;;",
    )

    ana, luis = found(firm, "ana@olmedo.example"), found(firm, "luis@rios.example")
    assert (done["verdicts"]["created"], done["verdicts"]["failed"]) == (2, 1)
    said = people.verdict(world, firm, ana)
    assert (said.allowed, said.basis) == (True, "consent")
    [entry] = firm.admin.get(f"{ana}/consents").body["items"]
    assert (entry["source"], entry["given_at"]) == ("Feria 2025", "2025-11-03T00:00:00.000Z")
    assert people.verdict(world, firm, luis).reason == "no_consent"
    assert "consent_source" not in firm.admin.get(ana).raw


def test_a_table_withdraws_with_one_word(world: World, firm: Firm, desk: Desk) -> None:
    ana = people.person(firm)
    people.decide(firm, ana, "give", **ASKED_ON_FAIR)

    load(desk, "Ana;ana@olmedo.example;sí;;;;", "Eva;eva@rios.example;;no;;;")

    assert people.verdict(world, firm, ana).reason == "unsubscribed"
    assert people.verdict(world, firm, found(firm, "eva@rios.example")).reason == "unsubscribed"


def test_an_older_table_does_not_undo_a_refusal(world: World, firm: Firm, desk: Desk) -> None:
    ana = people.person(firm)
    people.decide(firm, ana, "withdraw", source="Llamada")

    done = load(desk, "Ana;ana@olmedo.example;;sí;Consentimiento;Feria 2025;03/11/2025")

    assert done["verdicts"]["failed"] == 1
    assert people.verdict(world, firm, ana).reason == "objected"


def test_the_same_table_again_notes_nothing_new(firm: Firm, desk: Desk) -> None:
    row = "Ana;ana@olmedo.example;;sí;Consentimiento;Feria 2025;03/11/2025"
    load(desk, row)
    ana = found(firm, "ana@olmedo.example")
    version = firm.admin.get(ana).body["version"]

    done = load(desk, row)

    assert done["verdicts"]["skipped"] == 1
    assert firm.admin.get(ana).body["version"] == version
    assert len(firm.admin.get(f"{ana}/consents").body["items"]) == 1


def test_what_is_said_with_a_record_is_stored_with_it_or_not_at_all(world: World, firm: Firm) -> None:
    people.settle(firm, quiet_hours=None)
    flow = people.flow(world, firm)
    body = {"first_name": "Ana", "emails": ["ana@olmedo.example"], "email_opt_in": True, "consent_basis": "consent"}

    refused = firm.admin.post("/v1/records/contacts", body)
    made = firm.admin.post(
        "/v1/records/contacts", {**body, "consent_source": "Mostrador", "consent_date": "2026-01-15"}
    )
    flow.settle()

    assert refused.faults == {"consent_source": "required", "consent_date": "required"}
    path = f"/v1/records/contacts/{made.body['id']}"
    assert people.verdict(world, firm, path).allowed
    assert people.told(firm, path) == "granted"
