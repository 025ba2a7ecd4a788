"""Files of other kinds, columns that must be asked about or become fields, and tables that come again."""

import io
from typing import Any

import boto3
import openpyxl
import pytest

from tests.builders import Api, Firm
from tests.functional.importing.desk import Desk
from tests.functional.work.workshop import Workshop
from tests.world import World

CARDS = """BEGIN:VCARD
VERSION:3.0
N:Ruiz;Ana;;;
FN:Ana Ruiz
ORG:Bodegas Ríos
item1.EMAIL;type=INTERNET:ana@ruiz.example
item1.X-ABLabel:_$!<Work>!$_
TEL;TYPE=CELL:600100200
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ
BDAY:1980-02-29
NOTE:Prefiere la tarde
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Luis Peña
N:Peña;Luis;;;
END:VCARD
"""
Record = dict[str, Any]


@pytest.fixture
def desk(world: World, firm: Firm) -> Desk:
    return Desk(world, firm.admin)


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def entry(told: Record, header: str) -> Record:
    return next(dict(one) for one in told["mapping"] if one["header"] == header)


def exported(desk: Desk, **asked: Any) -> bytes:
    """Return the file of an export."""
    answer = desk.caller.post("/v1/exports", asked)
    assert answer.status == 202, answer.raw
    Workshop(desk.world, desk.caller).work()
    url = desk.caller.get(f"/v1/exports/{answer.body['id']}").body["download"]["url"]
    key = "t/" + url.split("?")[0].split("/t/", 1)[1]
    store = boto3.client("s3", region_name=desk.world.settings.region)
    return bytes(store.get_object(Bucket=desk.world.settings.files_bucket, Key=key)["Body"].read())


def test_a_workbook_is_imported_with_its_days_and_numbers(desk: Desk) -> None:
    header = ["Person - Name*", "Deal - Title", "Deal - Value", "Deal expected close date"]
    content = workbook(header, ["Ana Ruiz", "Reserva", 1234.5, 45631], [None] * 4, ["Luis Peña", "Joven", 1.23, 45632])

    done = desk.bring(content, object="deals")

    assert done["detected"]["format"] == "xlsx"
    assert done["verdicts"]["created"] == 2, desk.verdicts(done["id"])
    amounts = {deal["name"]: deal["amount"]["amount"] for deal in desk.records("deals")}
    assert amounts["Reserva"] == "1234.50"
    assert [row["línea"] for row in desk.verdicts(done["id"])] == ["2", "4"]


def test_a_count_of_days_in_a_column_of_days_is_a_day(desk: Desk) -> None:
    desk.bring(workbook(["First Name", "Email", "Birthday"], ["Ana", "ana@ruiz.example", 29280]))

    assert desk.records("contacts")[0]["birthday"] == "1980-02-29"


def test_cards_become_people_with_their_firm_and_pictures_stay_out(desk: Desk) -> None:
    done = desk.bring(CARDS)

    assert done["verdicts"]["created"] == 2, done
    assert done["detected"]["format"] == "vcard"
    assert done["detected"]["left_out"] == [{"code": "pictures", "count": 1}]
    ana = next(person for person in desk.records("contacts") if person["name"] == "Ana Ruiz")
    assert ana["emails"] == [{"value": "ana@ruiz.example", "label": "work", "primary": True}]
    assert ana["phones"] == [{"value": "+34600100200", "label": "mobile", "primary": True}]
    assert (ana["birthday"], ana["links"]["companies"][0]["name"]) == ("1980-02-29", "Bodegas Ríos")


def test_a_name_over_firms_is_asked_about(desk: Desk) -> None:
    ready = desk.preview(
        desk.upload("Nombre,Email\nBodegas Ríos S.L.,a@rios.example\nAceites Lucena SA,b@luc.example\n")
    )

    asked = entry(ready, "Nombre")
    assert (asked["target"], asked["ask"], asked["question"]) == (None, True, "meaning")
    assert asked["candidates"] == [
        {"object": "contacts", "field": "name"},
        {"object": "companies", "field": "name"},
    ]


def test_the_order_of_days_is_asked_for_where_nothing_proves_it(desk: Desk) -> None:
    id = desk.upload("Nombre,Apellidos,Email,Fecha de nacimiento\nAna,Ruiz,ana@ruiz.example,03/04/1980\n")

    ready = desk.preview(id)
    asked = entry(ready, "Fecha de nacimiento")
    mapping = [one | {"date_order": "mdy"} if one["header"] == asked["header"] else one for one in ready["mapping"]]
    desk.start(id, mapping=mapping)

    assert (asked["ask"], asked["question"], asked["date_order"]) == (True, "date_order", "dmy")
    assert desk.records("contacts")[0]["birthday"] == "1980-03-04"


def test_a_column_without_a_place_becomes_a_field(desk: Desk) -> None:
    rows = "".join(f"Ana {n},a{n}@ruiz.example,{'Oro' if n % 2 else 'Plata'},{n}\n" for n in range(8))
    id = desk.upload(f"First Name,Email,Nivel de socio,Botellas\n{rows}")
    ready = desk.preview(id)
    level, bottles = entry(ready, "Nivel de socio"), entry(ready, "Botellas")

    mapping = [
        one | {"create_field": one["suggested_field"]} if one.get("suggested_field") else one
        for one in ready["mapping"]
    ]
    done = desk.start(id, mapping=mapping)

    assert (level["target"], level["suggested_field"]["name"], level["suggested_field"]["type"]) == (
        None,
        "c_nivel_de_socio",
        "choice",
    )
    assert [option["value"] for option in level["suggested_field"]["options"]] == ["plata", "oro"]
    assert bottles["suggested_field"]["type"] == "integer"
    assert done["verdicts"]["created"] == 8, desk.verdicts(done["id"])
    ana = next(person for person in desk.records("contacts") if person["first_name"] == "Ana 3")
    assert (ana["c_nivel_de_socio"], ana["c_botellas"]) == ("oro", 3)


def test_only_an_administrator_makes_fields_and_others_are_told_so(world: World, api: Api, firm: Firm) -> None:
    desk = Desk(world, api.hire(firm, "manager"))
    id = desk.upload("First Name,Email,Botellas\nAna,ana@ruiz.example,3\n")
    ready = desk.preview(id)
    mapping = [
        one | {"create_field": one["suggested_field"]} if one.get("suggested_field") else one
        for one in ready["mapping"]
    ]

    answer = desk.caller.post(f"/v1/imports/{id}/start", {"mapping": mapping, "on_duplicate": "skip"})

    assert (answer.status, answer.code) == (403, "fields_need_an_administrator")
    assert desk.read(id)["state"] == "ready"


def test_a_mapping_is_remembered_for_a_table_with_the_same_header(desk: Desk) -> None:
    id = desk.upload("Nombre,Apellidos,Email,Zona,Cargo\nAna,Ruiz,ana@ruiz.example,Norte,Compras\n")
    mapping = desk.preview(id)["mapping"]
    chosen = [one | {"target": None} if one["header"] == "Cargo" else one for one in mapping]
    chosen = [
        one | {"target": {"object": "contacts", "field": "description"}} if one["header"] == "Zona" else one
        for one in chosen
    ]
    desk.start(id, mapping=chosen)

    again = desk.preview(desk.upload("nombre;APELLIDOS;E-mail;Zona;Cargo\nLuis;Peña;luis@pena.example;Sur;Ventas\n"))
    same = desk.preview(desk.upload("nombre;APELLIDOS;email;Zona;Cargo\nLuis;Peña;luis@pena.example;Sur;Ventas\n"))

    assert [one.get("remembered") for one in same["mapping"]] == [True] * 5
    assert entry(same, "Zona")["target"] == {"object": "contacts", "field": "description"}
    assert entry(same, "Cargo")["target"] is None
    assert again["mapping"][2]["target"] == {"object": "contacts", "field": "emails"}


def test_a_name_that_several_records_have_links_to_none_of_them(desk: Desk) -> None:
    for _ in range(2):
        assert desk.caller.post("/v1/records/companies", {"name": "Bodega"}).status == 201
    single = desk.caller.post("/v1/records/companies", {"name": "Taberna"}).body

    done = desk.bring("First Name,Email,Company\nAna,ana@ruiz.example,Bodega\nEva,eva@ruiz.example,Taberna\n")

    first, second = desk.verdicts(done["id"])
    assert (first["veredicto"], second["veredicto"]) == ("creado", "creado")
    assert "varios registros que se llaman así" in first["por qué"]
    people = {person["first_name"]: person for person in desk.records("contacts")}
    assert people["Ana"]["links"].get("companies", []) == []
    assert [end["id"] for end in people["Eva"]["links"]["companies"]] == [single["id"]]


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_what_was_exported_is_imported_with_equal_values(
    desk: Desk, api: Api, world: World, firm: Firm, format: str
) -> None:
    firms = [desk.caller.post("/v1/records/companies", {"name": name}).body["id"] for name in ("Bodega; y Más", "Oli")]
    ana = {
        "first_name": "=Ana",
        "last_name": "'+Ruiz",
        "emails": [{"value": "ana@ruiz.example", "label": "work", "primary": True}, {"value": "b@ruiz.example"}],
        "phones": [{"value": "+34600100200", "label": "mobile"}, {"value": "+34925123456", "label": "Almacén"}],
        "address": {"street": "Calle 12, 3º", "city": "Toledo", "postal_code": "01001", "country": "ES"},
        "birthday": "1980-03-04",
        "job_title": "@compras",
        "description": 'dos\nlíneas "y" ; comas, =1',
        "companies": firms[1:],
    }
    made = desk.caller.post("/v1/records/contacts", ana)
    assert made.status == 201, made.raw
    offered = desk.caller.get("/v1/objects/contacts").body["fields"]
    fields = [
        "id",
        *(field["name"] for field in offered if field["name"] not in ("owner", "name", "created_by", "updated_by")),
    ]
    content = exported(desk, object="contacts", format=format, fields=fields)
    other = Desk(world, api.sign_up("Aceites Lucena").admin)

    done = other.bring(content)

    assert done["verdicts"]["created"] == 1, other.verdicts(done["id"])
    [listed] = other.records("contacts")
    told = other.caller.get(f"/v1/records/contacts/{listed['id']}").body
    kept = ("first_name", "last_name", "emails", "phones", "address", "birthday", "job_title", "description")
    assert {name: told[name] for name in kept} == {name: made.body[name] for name in kept}
    assert [end["name"] for end in told["links"]["companies"]] == ["Oli"]
    assert told["external_id"] == made.body["id"]


def test_a_table_that_comes_back_changes_the_records_that_it_came_from(desk: Desk) -> None:
    made = desk.caller.post(
        "/v1/records/deals", {"name": "Reserva", "amount": {"amount": "10", "currency": "USD"}}
    ).body
    content = exported(desk, object="deals", format="csv", fields=["id", "name", "amount"]).decode("utf-8-sig")

    done = desk.bring(content.replace('"10.00"', '"12.50"'), object="deals", on_duplicate="update")

    assert done["verdicts"]["updated"] == 1, desk.verdicts(done["id"])
    told = desk.caller.get(f"/v1/records/deals/{made['id']}").body
    assert (told["amount"]["amount"], told["amount"]["currency"]) == ("12.50", "USD")
    assert told.get("external_id") is None
