"""An export through the public API, from the request to the file."""

import csv
import io
import json
from itertools import chain, repeat
from typing import Any
from urllib.parse import unquote, urlsplit

import boto3
import openpyxl
import pytest
import vobject

from chalicelib.engine.exporting import exports
from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.work.workshop import Workshop
from tests.world import World

ANA = {
    "first_name": "Ana",
    "last_name": "Ruiz Gil",
    "emails": [{"value": "ana@ruiz.example", "label": "work", "primary": True}, {"value": "casa@ruiz.example"}],
    "phones": [{"value": "+34600100200", "label": "mobile"}],
    "address": {"street": "Calle Comercio 12", "city": "Toledo", "postal_code": "45001", "country": "ES"},
    "birthday": "1980-02-29",
    "description": "=cmd|' /C calc'!A0",
}


@pytest.fixture
def shop(world: World, firm: Firm) -> Workshop:
    return Workshop(world, firm.admin)


def add(caller: Caller, plural: str, **values: Any) -> dict[str, Any]:
    answer = caller.post(f"/v1/records/{plural}", values)
    assert answer.status == 201, answer.raw
    return dict(answer.body)


def exported(shop: Workshop, **asked: Any) -> dict[str, Any]:
    """Ask for an export, let the workers make it, and return it."""
    answer = shop.caller.post("/v1/exports", asked)
    assert answer.status == 202, answer.raw
    assert answer.body["state"] == "running"
    shop.work()
    return dict(shop.caller.get(f"/v1/exports/{answer.body['id']}").body)


def content(world: World, told: dict[str, Any]) -> bytes:
    """Return the file behind an export's link."""
    assert told["state"] == "done", told
    key = "t/" + unquote(urlsplit(told["download"]["url"]).path).split("/t/", 1)[1]
    store = boto3.client("s3", region_name=world.settings.region)
    return bytes(store.get_object(Bucket=world.settings.files_bucket, Key=key)["Body"].read())


def table(world: World, told: dict[str, Any]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(world, told).decode("utf-8-sig"), newline="")))


def test_a_table_holds_every_field_that_its_reader_may_read(shop: Workshop, world: World) -> None:
    add(shop.caller, "contacts", **ANA)

    told = exported(shop, object="contacts", format="csv", options={"header": "names"})

    [row] = table(world, told)
    assert row["first_name"] == "Ana"
    assert (row["emails"], row["emails.label"]) == ("ana@ruiz.example; casa@ruiz.example", "work; ")
    assert (row["phones"], row["address.city"], row["address.country"]) == ("+34600100200", "Toledo", "ES")
    assert (row["birthday"], row["description"]) == ("1980-02-29", "'=cmd|' /C calc'!A0")
    assert row["owner"] == shop.caller.user["email"]
    assert told["result"] == {"records": 1, "bytes": len(content(world, told))}
    assert told["download"]["filename"].startswith("contacts-")


def test_named_records_alone_are_taken_in_the_order_in_which_they_are_named(shop: Workshop, world: World) -> None:
    ana, pau, eva, noe = (add(shop.caller, "contacts", first_name=name)["id"] for name in ("Ana", "Pau", "Eva", "Noe"))
    assert shop.caller.delete(f"/v1/records/contacts/{noe}", version=1).status == 204

    told = exported(shop, object="contacts", format="csv", ids=[eva, ana, noe, eva], options={"header": "names"})

    assert [row["first_name"] for row in table(world, told)] == ["Eva", "Ana"]
    assert (told["chosen"], told["filter"], told["result"]["records"]) == (3, None, 2)
    assert pau not in content(world, told).decode("utf-8-sig")


def test_records_are_named_or_selected_and_never_both(shop: Workshop) -> None:
    ana = add(shop.caller, "contacts", **ANA)["id"]
    asked = {"object": "contacts", "format": "csv", "ids": [ana]}

    for more in ({"filter": {"field": "first_name", "op": "eq", "value": "Ana"}}, {"sort": "created_at"}):
        answer = shop.caller.post("/v1/exports", {**asked, **more})
        assert (answer.status, answer.faults) == (422, {"ids": "ids_alone"})


def test_a_workbook_keeps_amounts_as_numbers_beside_their_currency(shop: Workshop, world: World) -> None:
    add(shop.caller, "deals", name="Reserva 2026", amount={"amount": "1250.50", "currency": "USD"})
    asked = {"fields": ["name", "amount", "created_at"], "options": {"locale": "en"}}

    told = exported(shop, object="deals", format="xlsx", **asked)

    header, row = openpyxl.load_workbook(io.BytesIO(content(world, told))).active.iter_rows(values_only=True)
    assert header[1:3] == ("Amount", "Amount (currency)")
    assert row[:3] == ("Reserva 2026", 1250.5, "USD")


def test_json_is_what_the_api_shows(shop: Workshop, world: World) -> None:
    made = add(shop.caller, "contacts", **ANA)

    told = exported(shop, object="contacts", format="json")

    assert json.loads(content(world, told)) == [shop.caller.get(f"/v1/records/contacts/{made['id']}").body]


def test_no_records_make_a_file_without_records(shop: Workshop, world: World) -> None:
    contents = {
        format: content(world, exported(shop, object="contacts", format=format))
        for format in ("csv", "json", "vcard", "xlsx")
    }

    assert json.loads(contents["json"]) == []
    assert contents["vcard"] == b""
    assert contents["csv"].count(b"\r\n") == 1
    assert openpyxl.load_workbook(io.BytesIO(contents["xlsx"])).active.max_row == 1


@pytest.mark.parametrize("version", [3, 4])
def test_cards_are_read_by_others(shop: Workshop, world: World, version: int) -> None:
    firm = add(shop.caller, "companies", name="Bodegas Ríos, S.L.")
    add(shop.caller, "contacts", **ANA, companies=[firm["id"]])

    told = exported(shop, object="contacts", format="vcard", options={"vcard_version": version})

    card = vobject.readOne(content(world, told).decode())
    assert (card.fn.value, card.org.value) == ("Ana Ruiz Gil", ["Bodegas Ríos, S.L."])
    assert [email.value for email in card.email_list] == ["ana@ruiz.example", "casa@ruiz.example"]


def test_a_filter_and_an_order_are_kept(shop: Workshop, world: World) -> None:
    for name in ("Bodega C", "Bodega A", "Taberna B"):
        add(shop.caller, "companies", name=name)
    asked = {"filter": {"field": "name", "op": "starts", "value": "Bodega"}, "sort": "name", "fields": ["name"]}

    told = exported(shop, object="companies", format="csv", options={"header": "names"}, **asked)

    assert [row["name"] for row in table(world, told)] == ["Bodega A", "Bodega C"]


def test_a_view_says_what_and_how(shop: Workshop, world: World) -> None:
    for name, industry in (("Bodega C", "retail"), ("Bodega A", "retail"), ("Taberna B", None)):
        add(shop.caller, "companies", name=name, industry=industry)
    saved = {
        "name": "Comercios",
        "columns": ["name", "industry"],
        "filter": {"field": "industry", "op": "eq", "value": "retail"},
        "sort": "name",
    }
    view = shop.caller.post("/v1/views", {"object": "companies", **saved})
    assert view.status == 201, view.raw

    told = exported(shop, object="companies", format="csv", view=view.body["id"], options={"header": "names"})

    rows = [list(row.items()) for row in table(world, told)]
    assert [row[0] for row in rows] == [("name", "Bodega A"), ("name", "Bodega C")]
    assert {row[1][0] for row in rows} == {"industry"}


def test_many_workers_write_one_file(shop: Workshop, world: World) -> None:
    names = [f"Bodega {number:03d}" for number in range(30)]
    for name in names:
        add(shop.caller, "companies", name=name)
    told = [
        exported(slow, object="companies", format=format, fields=["name"], sort="name")
        for format in ("csv", "xlsx", "json")
        for slow in [Workshop(world, shop.caller, chain([5.0] * 3, repeat(900.0)))]
    ]

    assert [row.popitem()[1] for row in table(world, told[0])] == names
    sheet = openpyxl.load_workbook(io.BytesIO(content(world, told[1]))).active
    assert [cell for (cell,) in sheet.iter_rows(min_row=2, values_only=True)] == names
    assert [record["name"] for record in json.loads(content(world, told[2]))] == names


def test_a_message_that_comes_twice_makes_one_file(shop: Workshop, world: World) -> None:
    add(shop.caller, "companies", name="Bodega")
    asked = shop.caller.post("/v1/exports", {"object": "companies", "format": "json"}).body
    message = shop.take()
    assert message is not None

    for _ in range(2):
        assert shop.deliver(message) == {"batchItemFailures": []}

    told = shop.caller.get(f"/v1/exports/{asked['id']}").body
    assert [record["name"] for record in json.loads(content(world, told))] == ["Bodega"]
    assert told["progress"] == {"done": 1, "total": 1}


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"fields": ["nonsense"]}, "fields"),
        ({"sort": "nonsense"}, "sort"),
        ({"filter": {"field": "nonsense", "op": "eq", "value": 1}}, "filter"),
    ],
)
def test_nonsense_is_refused_and_nothing_begun(shop: Workshop, asked: dict[str, Any], fault: str) -> None:
    answer = shop.caller.post("/v1/exports", {"object": "companies", "format": "csv", **asked})

    assert answer.status == 422, answer.raw
    assert any(name.startswith(fault) for name in answer.faults)
    assert shop.caller.get("/v1/exports").body["items"] == []


def test_orders_are_no_cards(shop: Workshop) -> None:
    answer = shop.caller.post("/v1/exports", {"object": "orders", "format": "vcard"})

    assert (answer.status, answer.faults) == (422, {"format": "unsuitable_format"})


def test_one_without_the_right_to_export_begins_nothing(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")

    answer = rep.post("/v1/exports", {"object": "companies", "format": "csv"})

    assert answer.status == 403


def test_a_right_that_is_lost_meanwhile_ends_the_export(shop: Workshop, api: Api, firm: Firm) -> None:
    manager = api.hire(firm, "manager")
    asked = manager.post("/v1/exports", {"object": "companies", "format": "csv"}).body
    changed = firm.admin.patch(f"/v1/users/{manager.user['id']}", {"role": "viewer"})
    assert changed.status == 200, changed.raw

    shop.work()

    told = firm.admin.get(f"/v1/exports/{asked['id']}").body
    assert (told["state"], told["download"]) == ("failed", None)
    assert told["problem"]["code"] == "forbidden"


def test_nobody_sees_the_export_of_a_colleague(shop: Workshop, api: Api, firm: Firm) -> None:
    theirs = api.hire(firm, "manager")
    told = exported(shop, object="companies", format="csv")

    assert theirs.get(f"/v1/exports/{told['id']}").status == 404
    assert theirs.get("/v1/exports").body["items"] == []


def test_nobody_exports_all_day_long(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "MOST_A_DAY", 1)
    exported(shop, object="companies", format="csv")

    answer = shop.caller.post("/v1/exports", {"object": "companies", "format": "csv"})

    assert (answer.status, answer.code) == (429, "too_many_exports")


def test_every_export_leaves_an_entry(shop: Workshop, world: World, firm: Firm) -> None:
    told = exported(shop, object="companies", format="csv")

    store = boto3.client("dynamodb", region_name=world.settings.region)
    key = {":pk": {"S": f"T#{firm.id}#{told['id']}"}}
    names = [name for name in store.list_tables()["TableNames"] if "timeline" in name]
    [entry] = store.query(TableName=names[0], KeyConditionExpression="pk = :pk", ExpressionAttributeValues=key)["Items"]

    assert entry["kind"]["S"] == "exported"
    assert entry["actor"]["S"] == shop.caller.user["id"]


def test_no_tenant_reaches_anothers_export(shop: Workshop, api: Api) -> None:
    told = exported(shop, object="companies", format="csv")

    answer = api.sign_up("Aceites Lucena").admin.get(f"/v1/exports/{told['id']}")

    assert answer.status == 404
