"""What a firm defines for itself, version by version: templates stand for every kind of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.crm.marketing.mail.templates import TEMPLATE
from chalicelib.engine import definitions
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.storage import guard
from tests.builders import Api, Firm
from tests.client import Answer, Caller
from tests.world import World

PATH = "/v1/templates"
ASKED = {"name": "Otoño", "language": "es", "subject": "Llega la vendimia", "blocks": []}


def made(caller: Caller, **more: Any) -> dict[str, Any]:
    answer = caller.post(PATH, {**ASKED, **more})
    assert answer.status == 201, answer.raw
    body: dict[str, Any] = answer.body
    return body


def changed(caller: Caller, definition: dict[str, Any], **changes: Any) -> Answer:
    return caller.patch(f"{PATH}/{definition['id']}", changes, version=definition["version"])


def test_a_definition_is_made_read_and_listed(firm: Firm) -> None:
    answer = firm.admin.post(PATH, ASKED)

    read = firm.admin.get(f"{PATH}/{answer.body['id']}")
    listed = firm.admin.get(PATH).body
    assert (answer.status, answer.headers["Location"]) == (201, f"{PATH}/{answer.body['id']}")
    assert answer.etag == read.etag == '"1"'
    assert read.body == answer.body
    assert (read.body["name"], read.body["version"], read.body["created_by"]) == ("Otoño", 1, firm.admin.user["id"])
    assert listed["next_cursor"] is None
    assert [(item["id"], item["name"], item["subject"]) for item in listed["items"]] == [
        (read.body["id"], "Otoño", "Llega la vendimia")
    ]
    assert "blocks" not in listed["items"][0], "a list shows what is listed, not the whole document"


def test_definitions_are_listed_by_name(firm: Firm) -> None:
    for name in ("verano", "Otoño", "invierno"):
        made(firm.admin, name=name)

    assert [item["name"] for item in firm.admin.get(PATH).body["items"]] == ["invierno", "Otoño", "verano"]


def test_a_change_is_the_next_version_and_the_one_before_stays(world: World, firm: Firm) -> None:
    first = made(firm.admin)

    second = changed(firm.admin, first, name="Invierno", subject="Llega el frío")

    assert (second.status, second.etag) == (200, '"2"')
    assert (second.body["name"], second.body["subject"], second.body["language"]) == ("Invierno", "Llega el frío", "es")
    ctx = world.ctx(firm.id)  # type: ignore[arg-type]
    with guard.entered(ctx.tenant):
        assert definitions.at(ctx, TEMPLATE, id=first["id"], version=1)["subject"] == "Llega la vendimia"
        assert definitions.at(ctx, TEMPLATE, id=first["id"], version=2)["subject"] == "Llega el frío"
        with pytest.raises(NotFound):
            definitions.at(ctx, TEMPLATE, id=first["id"], version=3)


def test_its_versions_are_listed_and_each_says_what_it_said(firm: Firm) -> None:
    template = made(firm.admin)
    for number in range(2, 5):
        template = changed(firm.admin, template, subject=f"Versión {number}").body
    path = f"{PATH}/{template['id']}/versions"

    first = firm.admin.get(f"{path}?limit=3").body
    rest = firm.admin.get(f"{path}?limit=3&cursor={first['next_cursor']}").body

    assert [item["version"] for item in first["items"]] == [4, 3, 2]
    assert [item["version"] for item in rest["items"]] == [1]
    assert rest["next_cursor"] is None
    assert {item["by"] for item in first["items"]} == {firm.admin.user["id"]}
    assert firm.admin.get(f"{path}/1").body["subject"] == "Llega la vendimia"
    assert firm.admin.get(f"{path}/3").body["subject"] == "Versión 3"
    assert [firm.admin.get(f"{path}/{number}").status for number in ("0", "5", "x", "1e3", "9" * 30)] == [404] * 5


def test_versions_of_another_firm_are_not_there(api: Api, firm: Firm) -> None:
    path = f"{PATH}/{made(firm.admin)['id']}/versions"
    stranger = api.sign_up("Curiosos").admin

    assert [stranger.get(path).status, stranger.get(f"{path}/1").status] == [404, 404]


def test_a_change_names_the_version_it_is_based_on(firm: Firm) -> None:
    first = made(firm.admin)
    changed(firm.admin, first, subject="Dos")

    stale = changed(firm.admin, first, subject="Tres")
    unnamed = firm.admin.patch(f"{PATH}/{first['id']}", {"subject": "Tres"})

    assert (stale.status, stale.code, stale.body["version"]) == (412, "version_mismatch", 2)
    assert unnamed.status == 428
    assert firm.admin.get(f"{PATH}/{first['id']}").body["subject"] == "Dos"


def test_what_is_taken_away_is_gone_and_its_versions_stay(world: World, firm: Firm) -> None:
    template = made(firm.admin)
    path = f"{PATH}/{template['id']}"

    assert firm.admin.delete(path).status == 428
    assert firm.admin.delete(path, version=9).status == 412
    assert firm.admin.delete(path, version=1).status == 204

    assert firm.admin.get(path).status == 404
    assert firm.admin.get(PATH).body["items"] == []
    assert [changed(firm.admin, template).status, firm.admin.delete(path, version=1).status] == [404, 404]
    ctx = world.ctx(firm.id)  # type: ignore[arg-type]
    with guard.entered(ctx.tenant):
        assert definitions.at(ctx, TEMPLATE, id=template["id"], version=1)["subject"] == "Llega la vendimia"


def test_a_repeated_request_makes_one_definition(firm: Firm) -> None:
    key = {"Idempotency-Key": "vendimia-1"}

    first = firm.admin.post(PATH, ASKED, headers=key)
    again = firm.admin.post(PATH, ASKED, headers=key)
    other = firm.admin.post(PATH, {**ASKED, "name": "Otra"}, headers=key)

    assert (first.status, again.status) == (201, 201)
    assert first.body == again.body
    assert (other.status, other.code) == (422, "idempotency_key_reused")
    assert len(firm.admin.get(PATH).body["items"]) == 1


def test_a_firm_has_no_more_than_it_may_have(world: World, firm: Firm) -> None:
    few = replace(TEMPLATE, most=2)
    for number in range(2):
        made(firm.admin, name=f"Plantilla {number}")

    ctx = world.ctx(firm.id)  # type: ignore[arg-type]
    with guard.entered(ctx.tenant), pytest.raises(Conflict) as refused:
        definitions.create(ctx, few, name="Una más", content={"language": "es", "subject": "x", "blocks": []})

    assert refused.value.code == "too_many_templates"
    assert len(firm.admin.get(PATH).body["items"]) == 2


def test_what_is_wrong_is_named_and_nothing_is_stored(firm: Firm) -> None:
    answer = firm.admin.post(PATH, {**ASKED, "blocks": [{"kind": "button", "label": "{{ person.a | shout }}"}]})
    unknown = firm.admin.post(PATH, {**ASKED, "color": "red"})
    unnamed = firm.admin.post(PATH, {name: value for name, value in ASKED.items() if name != "name"})

    assert (answer.status, answer.faults) == (422, {"blocks.0.label": "gap_unreadable"})
    assert (unknown.status, unknown.faults) == (422, {"color": "unknown_field"})
    assert (unnamed.status, unnamed.faults) == (422, {"name": "required"})
    assert firm.admin.get(PATH).body["items"] == []


def test_everybody_reads_and_managers_write(api: Api, firm: Firm) -> None:
    template = made(firm.admin)
    manager, rep, viewer = (api.hire(firm, role) for role in ("manager", "rep", "viewer"))

    for caller in (rep, viewer):
        assert caller.get(PATH).status == caller.get(f"{PATH}/{template['id']}").status == 200
        assert caller.post(PATH, ASKED).status == 403
        assert changed(caller, template, subject="Mía").status == 403
        assert caller.delete(f"{PATH}/{template['id']}", version=1).status == 403
    assert changed(manager, template, subject="Nuestra").status == 200


def test_a_key_needs_the_scope_of_the_kind(api: Api, world: World, firm: Firm) -> None:
    expires = f"{world.now.year + 1}-01-01T00:00:00Z"
    reader, stranger = (api.key(firm, scope, expires_at=expires) for scope in ("templates:read", "contacts:read"))

    assert reader.get(PATH).status == 200
    assert reader.post(PATH, ASKED).status == 403
    assert stranger.get(PATH).status == 403


def test_a_definition_of_another_firm_is_not_there(api: Api, firm: Firm) -> None:
    template = made(firm.admin)
    stranger = api.sign_up("Curiosos").admin

    answers = [
        stranger.get(f"{PATH}/{template['id']}"),
        changed(stranger, template, subject="Mía"),
        stranger.delete(f"{PATH}/{template['id']}", version=1),
    ]

    assert [answer.status for answer in answers] == [404, 404, 404]
    assert stranger.get(PATH).body["items"] == []


@pytest.mark.parametrize("id", ["x", "01JD0000000000000000000000", "a#b", "%00", "..", "defined.template"])
def test_an_id_that_is_none_is_not_there(firm: Firm, id: str) -> None:
    assert firm.admin.get(f"{PATH}/{id}").status == 404


def test_a_definition_is_not_endless(firm: Firm) -> None:
    block = {"kind": "text", "html": f"<p>{'ñ' * 9_000}</p>"}

    answer = firm.admin.post(PATH, {**ASKED, "blocks": [block] * 12})

    assert (answer.status, answer.faults) == (422, {"blocks": "too_long"})


@pytest.mark.cloud
def test_of_many_who_change_at_once_one_is_first(cloud_api: Api) -> None:
    firm = cloud_api.sign_up()
    template = made(firm.admin)

    with ThreadPoolExecutor(8) as people:
        answers = list(people.map(lambda n: changed(firm.admin, template, subject=f"Versión {n}"), range(16)))

    winners = [answer for answer in answers if answer.status == 200]
    assert [answer.status for answer in answers if answer.status != 200] == [412] * 15
    assert firm.admin.get(f"{PATH}/{template['id']}").body == winners[0].body


@pytest.mark.cloud
def test_of_many_equal_requests_one_makes_a_definition(cloud_api: Api) -> None:
    firm = cloud_api.sign_up()

    with ThreadPoolExecutor(8) as people:
        key = {"Idempotency-Key": "vendimia"}
        answers = list(people.map(lambda _: firm.admin.post(PATH, ASKED, headers=key), range(16)))

    assert {answer.status for answer in answers} == {201}
    assert {answer.body["id"] for answer in answers} == {firm.admin.get(PATH).body["items"][0]["id"]}
    assert len(firm.admin.get(PATH).body["items"]) == 1
