"""Another tenant's ids, on every route and in every place that takes an id: the same as an id that never was."""

from dataclasses import dataclass
from typing import Any

import pytest

from chalicelib.api.blueprint import Operation
from chalicelib.kernel import clock
from tests.builders import Api, Firm
from tests.client import Answer
from tests.contract.routes import NOBODYS_ID, body_of, headers_of, named, path_of, with_parameter
from tests.world import World

RECORDS: dict[str, dict[str, Any]] = {
    "companies": {"name": "Bar Pepe"},
    "contacts": {"first_name": "Marta"},
    "leads": {"first_name": "Begoña"},
    "pipelines": {"name": "Ferias", "stages": [{"label": "Stand"}]},
    "deals": {"name": "Aceite"},
    "tasks": {"subject": "Llamar"},
    "calls": {"subject": "Llamada", "at": {"local": "2026-11-21T10:00", "time_zone": "Europe/Madrid"}},
    "meetings": {"subject": "Visita", "at": {"local": "2026-11-21T10:00", "time_zone": "Europe/Madrid"}},
    "notes": {"text": "Prefiere aceite suave"},
    "products": {"name": "Aceite 5 l"},
    "orders": {"number": "A-1", "date": "2026-11-21"},
}


SILENT = {"ask_access": 202}
"""What answers alike whether the record is there or not."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two firms: ``ours``, who asks, and ``ids`` of everything that the other one has."""

    ours: Firm
    theirs: Firm
    ids: dict[str, str]


@pytest.fixture(scope="module")
def neighbours(shared_api: Api, shared_world: World) -> Neighbours:
    ours, theirs = shared_api.sign_up(), shared_api.sign_up("Aceites Lucena")
    ids = {}
    for plural, values in RECORDS.items():
        made = theirs.admin.post(f"/v1/records/{plural}", values)
        assert made.status == 201, (plural, made.raw)
        ids[plural] = made.body["id"]
    ids["users"] = theirs.admin.user["id"]
    ids["invitations"] = theirs.admin.post("/v1/invitations", {"email": "a@b.example", "role": "rep"}).body["id"]
    expires_at = clock.stamp(shared_world.now)[:4]
    key = {"name": "ERP", "scopes": ["read"], "expires_at": f"{int(expires_at) + 1}-01-01T00:00:00Z"}
    ids["api-keys"] = theirs.admin.post("/v1/api-keys", key).body["id"]
    ids["imports"] = theirs.admin.post("/v1/imports", {"object": "contacts", "filename": "a.csv"}).body["id"]
    wanted = {"name": "De Toledo", "object": "companies", "filter": {"field": "name", "op": "not_empty"}}
    ids["segments"] = theirs.admin.post("/v1/segments", wanted).body["id"]
    ids["exports"] = theirs.admin.post("/v1/exports", {"object": "contacts", "format": "csv"}).body["id"]
    return Neighbours(ours, theirs, ids)


def same(one: Answer, other: Answer, ids: tuple[str, str]) -> bool:
    """Whether two answers are the same but for the id that was asked for, should it be repeated at all."""
    return (one.status, one.without_request_id().replace(ids[0], "-"), dict(one.headers)) == (
        other.status,
        other.without_request_id().replace(ids[1], "-"),
        dict(other.headers),
    )


def plurals_of(operation: Operation) -> list[str]:
    return list(RECORDS) if "{plural}" in operation.path else ["-"]


@pytest.mark.parametrize("operation", list(with_parameter("id")), ids=named)
def test_a_foreign_id_is_an_id_that_never_was(neighbours: Neighbours, operation: Operation) -> None:
    def ask(plural: str, id: str) -> Answer:
        field = {"companies": "contacts"}.get(plural, "deals")
        path = path_of(operation, plural=plural, id=id, field=field)
        return neighbours.ours.admin.call(operation.method, path, body_of(operation), headers=headers_of(operation))

    for plural in plurals_of(operation):
        never = ask(plural, NOBODYS_ID)
        assert never.status == SILENT.get(operation.name, 404), (plural, never.raw)
        for kind, id in neighbours.ids.items():
            assert same(ask(plural, id), never, (id, NOBODYS_ID)), (plural, kind)


def test_nothing_of_theirs_was_touched(neighbours: Neighbours) -> None:
    for plural in RECORDS:
        record = neighbours.theirs.admin.get(f"/v1/records/{plural}/{neighbours.ids[plural]}")
        assert (record.status, record.body["version"]) == (200, 1), plural


@pytest.mark.parametrize(
    ("plural", "values", "field", "of"),
    [
        ("deals", {"name": "Vino"}, "company", "companies"),
        ("deals", {"name": "Vino"}, "contacts", "contacts"),
        ("deals", {"name": "Vino"}, "owner", "users"),
        ("tasks", {"subject": "Llamar"}, "contact", "contacts"),
        ("tasks", {"subject": "Llamar"}, "deal", "deals"),
        ("orders", {"number": "Z-1", "date": "2026-11-21"}, "company", "companies"),
    ],
)
def test_a_link_to_a_foreign_record_is_a_link_to_nothing(
    neighbours: Neighbours, plural: str, values: dict[str, Any], field: str, of: str
) -> None:
    def sent(id: str) -> object:
        return [id] if field == "contacts" else id

    foreign = neighbours.ours.admin.post(f"/v1/records/{plural}", {**values, field: sent(neighbours.ids[of])})
    never = neighbours.ours.admin.post(f"/v1/records/{plural}", {**values, field: sent(NOBODYS_ID)})

    assert never.status == 422
    assert {name.partition(".")[0] for name in never.faults} == {field}
    assert same(foreign, never, (neighbours.ids[of], NOBODYS_ID))


def test_a_filter_by_a_foreign_record_finds_nothing(neighbours: Neighbours) -> None:
    company = neighbours.ids["companies"]

    by_parameter = neighbours.ours.admin.get(f"/v1/records/deals?company={company}")
    tree = {"field": "company", "op": "eq", "value": company}
    by_tree = neighbours.ours.admin.post("/v1/records/deals/query", {"filter": tree})

    assert by_parameter.body == by_tree.body
    assert (by_tree.body["items"], by_tree.body["next_cursor"]) == ([], None)


def test_a_foreign_cursor_opens_nothing(neighbours: Neighbours) -> None:
    neighbours.theirs.admin.post("/v1/records/companies", {"name": "Bar Paco"})
    cursor = neighbours.theirs.admin.get("/v1/records/companies?limit=1").body["next_cursor"]
    assert cursor

    answer = neighbours.ours.admin.get(f"/v1/records/companies?limit=1&cursor={cursor}")

    assert answer.faults == {"cursor": "invalid_cursor"}


def test_a_conversion_into_a_foreign_company_is_refused(neighbours: Neighbours) -> None:
    lead = neighbours.ours.admin.post("/v1/records/leads", {"first_name": "Begoña"}).body["id"]

    def convert(id: str) -> Answer:
        return neighbours.ours.admin.post(f"/v1/records/leads/{lead}/convert", {"company": {"id": id}})

    assert convert(NOBODYS_ID).status == 422
    assert same(convert(neighbours.ids["companies"]), convert(NOBODYS_ID), (neighbours.ids["companies"], NOBODYS_ID))


def test_an_idempotency_key_belongs_to_its_tenant(neighbours: Neighbours) -> None:
    key = {"Idempotency-Key": "import-2026-11-21"}

    theirs = neighbours.theirs.admin.post("/v1/records/companies", {"name": "Bar Lola"}, headers=key)
    ours = neighbours.ours.admin.post("/v1/records/companies", {"name": "Bar Lola"}, headers=key)

    assert theirs.status == ours.status == 201
    assert theirs.body["id"] != ours.body["id"]


def test_two_tenants_taking_turns_never_see_each_other(neighbours: Neighbours) -> None:
    for _ in range(50):
        for firm in (neighbours.ours, neighbours.theirs):
            assert firm.admin.get("/v1/me").body["tenant"]["id"] == firm.id
            firm.admin.get("/v1/records/companies")
            firm.admin.get("/v1/objects")
