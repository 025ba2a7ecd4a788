"""An import through the public API, from upload to undo."""

from datetime import timedelta
from itertools import cycle

import pytest

from chalicelib import wiring
from chalicelib.engine import firing
from chalicelib.kernel import clock
from chalicelib.kernel.ids import TenantId
from chalicelib.samples import firm as olmedo
from chalicelib.storage import guard
from tests.builders import Api, Firm
from tests.functional.importing.desk import Desk
from tests.world import World

GENTE = """Nombre;Apellidos;Correo electrónico;Teléfono móvil;Empresa;Fecha de creación
Ana;Ruiz Gil;ana@ruiz.example;600 100 200;Bodegas Ríos;03/04/2021
Luis;Peña;luis@pena.example;;Bodegas Ríos;25/12/2020
"""


@pytest.fixture
def desk(world: World, firm: Firm) -> Desk:
    return Desk(world, firm.admin)


def test_a_file_becomes_people_with_their_company(desk: Desk) -> None:
    done = desk.bring(GENTE)

    assert done["state"] == "done", done
    assert done["verdicts"] == {"created": 2, "updated": 0, "skipped": 0, "failed": 0}
    assert done["progress"] == {"done": 2, "total": 2}
    people = {person["name"]: person for person in desk.records("contacts")}
    assert people["Ana Ruiz Gil"]["emails"] == [{"value": "ana@ruiz.example", "primary": True}]
    assert people["Ana Ruiz Gil"]["phones"] == [{"value": "+34600100200", "label": "mobile", "primary": True}]
    assert people["Ana Ruiz Gil"]["original_created_at"] == "2021-04-02T22:00:00Z"
    assert [company["name"] for company in desk.records("companies")] == ["Bodegas Ríos"]
    assert {person["links"]["companies"][0]["name"] for person in people.values()} == {"Bodegas Ríos"}


def test_a_preview_tells_how_the_file_is_written_and_writes_nothing(desk: Desk) -> None:
    ready = desk.preview(desk.upload(GENTE.encode("cp1252")))

    assert ready["state"] == "ready", ready
    assert ready["detected"] == {
        "encoding": "cp1252",
        "delimiter": ";",
        "quote": '"',
        "has_header": True,
        "rows": 2,
        "columns": 6,
        "uncertain": [],
        "date_order": "dmy",
        "decimal_mark": None,
        "format": "csv",
        "left_out": [],
    }
    assert ready["match"] == {"object": "contacts", "field": "emails", "fields": ["emails"]}
    assert [record["action"] for record in ready["preview"][0]["records"]] == ["create", "create"]
    assert ready["preview"][0]["records"][0]["values"]["name"] == "Ana Ruiz Gil"
    assert ready["preview"][0]["problems"] == []
    assert desk.records("contacts") == []


def test_the_same_file_twice_changes_nothing(desk: Desk) -> None:
    desk.bring(GENTE)

    again = desk.bring(GENTE)

    assert again["verdicts"] == {"created": 0, "updated": 0, "skipped": 2, "failed": 0}
    assert len(desk.records("contacts")) == 2
    assert len(desk.records("companies")) == 1


def test_a_preview_shows_what_an_update_would_leave(desk: Desk) -> None:
    desk.bring("Nombre,Apellidos,Email,Cargo\nAna,Ruiz,ana@ruiz.example,Compras\n")

    ready = desk.preview(desk.upload("Nombre,Apellidos,Email\nAna,Ruiz Gil,ana@ruiz.example\nAna,,ana@ruiz.example\n"))

    shown, again = (row["records"][0] for row in ready["preview"])
    assert shown["action"] == again["action"] == "update"
    assert shown["id"] == desk.records("contacts")[0]["id"]
    assert shown["values"].items() >= {"name": "Ana Ruiz Gil", "job_title": "Compras"}.items()
    assert desk.records("contacts")[0]["last_name"] == "Ruiz"


def test_update_fills_what_the_file_says_and_blank_cells_leave_the_rest(desk: Desk) -> None:
    desk.bring("Nombre,Apellidos,Email,Cargo,Teléfono\nAna,Ruiz,ana@ruiz.example,Compras,600100200\n")

    done = desk.bring(
        "Nombre,Apellidos,Email,Cargo,Teléfono\nAna,Ruiz Gil,ana@ruiz.example,,911234567\n", on_duplicate="update"
    )

    assert done["verdicts"] == {"created": 0, "updated": 1, "skipped": 0, "failed": 0}
    (ana,) = desk.records("contacts")
    assert (ana["last_name"], ana["job_title"]) == ("Ruiz Gil", "Compras")
    assert [phone["value"] for phone in ana["phones"]] == ["+34600100200", "+34911234567"]


def test_an_update_that_brings_nothing_new_is_skipped(desk: Desk) -> None:
    desk.bring(GENTE)

    again = desk.bring(GENTE, on_duplicate="update")

    assert again["verdicts"] == {"created": 0, "updated": 0, "skipped": 2, "failed": 0}
    assert {person["version"] for person in desk.records("contacts")} == {1}


def test_create_makes_a_record_of_every_row(desk: Desk) -> None:
    desk.bring(GENTE)

    again = desk.bring(GENTE, on_duplicate="create")

    assert again["verdicts"]["created"] == 2
    assert len(desk.records("contacts")) == 4
    assert len(desk.records("companies")) == 1


def test_two_rows_about_the_same_person_make_one_record(desk: Desk) -> None:
    done = desk.bring(
        "Nombre,Email,Cargo\nAna,ana@ruiz.example,\nAna,ANA@ruiz.example,Compras\n", on_duplicate="update"
    )

    assert done["verdicts"] == {"created": 1, "updated": 1, "skipped": 0, "failed": 0}
    assert [person["job_title"] for person in desk.records("contacts")] == ["Compras"]


def test_of_the_fair_of_the_sample_firm_all_come_in_but_the_four_illegible(desk: Desk) -> None:
    done = desk.bring(olmedo.fair_file(today=clock.system_now().date(), locale="es"))

    assert done["verdicts"] == {"created": 116, "updated": 0, "skipped": 0, "failed": 4}


def test_a_cell_that_is_refused_is_left_out_and_the_row_comes_in_without_it(desk: Desk) -> None:
    file = "Nombre,Email,Cumpleaños\nAna,ana@ruiz.example,31/02/1980\nLuis,luis@,\nEva,eva@x.example,5/6/1990\n"

    done = desk.bring(file)

    assert done["verdicts"] == {"created": 3, "updated": 0, "skipped": 0, "failed": 0}
    assert done["partly"] == 2
    verdicts = desk.verdicts(done["id"])
    assert verdicts[0]["por qué"] == "No se ha importado Cumpleaños: “31/02/1980”. No es una fecha que exista."
    assert verdicts[1]["por qué"] == "No se ha importado Email: “luis@”. No es un correo válido."
    assert [row["veredicto"] for row in verdicts] == ["creado", "creado", "creado"]
    assert {person["first_name"]: len(person.get("emails") or []) for person in desk.records("contacts")} == {
        "Ana": 1,
        "Luis": 0,
        "Eva": 1,
    }


def test_a_cell_that_its_object_requires_still_costs_the_row(desk: Desk) -> None:
    done = desk.bring(f"Nombre,Sector\n{'x' * 3000},Hostelería\nBodegas Ríos,Hostelería\n", object="companies")

    assert done["verdicts"] == {"created": 1, "updated": 0, "skipped": 0, "failed": 1}
    assert desk.verdicts(done["id"])[0]["por qué"].endswith("Es demasiado largo.")


def test_verdicts_are_told_as_whoever_imports_speaks(world: World, api: Api) -> None:
    desk = Desk(world, api.sign_up("Ironbridge Foods", locale="en").admin)

    done = desk.bring("First name,Email\nLuis,luis@\n")

    [verdict] = desk.verdicts(done["id"], separator=",")
    assert (verdict["row"], verdict["verdict"]) == ("1", "created")
    assert verdict["reason"].startswith("Left out Email: “luis@”.")


def test_a_broken_row_gets_its_verdict_and_stops_no_other(desk: Desk) -> None:
    file = (
        "Nombre,Email,Cumpleaños\nAna,ana@ruiz.example,31/02/1980\nLuis,luis@,\n"
        "Eva,eva@x.example,1/2/1980,de más\n,,\nOlga,olga@x.example,5/6/1990\n"
    )

    done = desk.bring(file)

    assert done["verdicts"] == {"created": 3, "updated": 0, "skipped": 1, "failed": 1}
    verdicts = desk.verdicts(done["id"])
    assert [row["veredicto"] for row in verdicts] == ["creado", "creado", "con errores", "omitido", "creado"]
    assert verdicts[2]["por qué"] == "La fila tiene 4 celdas y la cabecera 3."
    assert verdicts[2]["Nombre"] == "Eva"


def test_one_row_makes_a_company_a_contact_and_a_deal_that_know_each_other(desk: Desk) -> None:
    file = (
        "Person - Name*,Person - Email (Work),Organization - Name*,Deal - Title,Deal - Value\n"
        "Ana Ruiz,ana@ruiz.example,Bodegas Ríos,Aceite 2027,1250.50\n"
    )

    done = desk.bring(file)

    assert done["verdicts"]["created"] == 1
    (deal,) = desk.records("deals")
    assert deal["amount"] == {"amount": "1250.50", "currency": "EUR"}
    assert deal["links"]["company"][0]["name"] == "Bodegas Ríos"
    assert deal["links"]["contacts"][0]["name"] == "Ana Ruiz"
    assert desk.records("contacts")[0]["links"]["companies"][0]["name"] == "Bodegas Ríos"


def test_a_companion_without_a_name_is_left_out_and_one_that_may_be_there_is_not_added_again(desk: Desk) -> None:
    file = "Person - Name*,Person - Email (Work),Organization - Name*,Organization - Address,Deal - Title\n"
    file += "Ana Ruiz,ana@ruiz.example,,Calle Mayor 1,Aceite 2027\n"
    desk.bring(file)

    again = desk.bring(file.replace("Ana Ruiz", "Ana Ruiz Gil"), on_duplicate="update")

    assert again["verdicts"]["updated"] == 1
    assert (len(desk.records("companies")), len(desk.records("deals"))) == (0, 1)
    (verdict,) = desk.verdicts(again["id"])
    assert verdict["por qué"] == (
        "No se ha añadido nada en empresas: falta el nombre. No se ha añadido nada en oportunidades: puede que ya esté."
    )


def test_orders_find_their_contact_by_the_other_systems_id(desk: Desk) -> None:
    desk.bring("Customer ID,First Name\n003A,Ana\n003a,Eva\n")

    done = desk.bring(
        "Order number,Customer ID,Date,Total\nP-1,003a,2024-03-12,29.33\nP-2,003A,2024-03-12,10.00\n"
        "P-3,nobody,2024-03-12,1.00\n",
        object="orders",
    )

    assert done["verdicts"] == {"created": 2, "updated": 0, "skipped": 0, "failed": 1}
    names = {order["number"]: order["links"]["contact"][0]["name"] for order in desk.records("orders")}
    assert names == {"P-1": "Eva", "P-2": "Ana"}
    assert "nobody" in desk.verdicts(done["id"])[2]["por qué"]


def test_the_owner_is_found_by_email_and_an_unknown_one_is_noted(desk: Desk, api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")

    done = desk.bring(f"First Name,Contact owner\nAna,{rep.user['email']}\nLuis,nobody@x.example\n")

    assert done["verdicts"]["created"] == 2
    owners = {person["first_name"]: person["owner"] for person in desk.records("contacts")}
    assert owners == {"Ana": rep.user["id"], "Luis": firm.admin.user["id"]}
    assert "nobody@x.example" in desk.verdicts(done["id"])[1]["por qué"]


def test_an_import_is_quiet_unless_the_box_says_so(desk: Desk, world: World) -> None:
    desk.bring("Nombre,Email\nAna,ana@ruiz.example\n")
    desk.bring("Nombre,Email\nEva,eva@ruiz.example\n", fire_automations=True)

    quiet = [
        put["Put"]["Item"]["origin"]["M"]["quiet"]["BOOL"]
        for call in world.watch.calls
        if call.operation == "TransactWriteItems"
        for put in call.parameters["TransactItems"]
        if "#contacts" in put.get("Put", {}).get("Item", {}).get("pk", {}).get("S", "")
    ]
    assert quiet == [True, False]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 a workbook", "file_not_a_table"),
        (b'{"people": []}', "file_not_csv"),
        (b"\x00\x01\x02\x03" * 50, "file_not_csv"),
        (b"just some words\nand more of them\n", "file_not_csv"),
        (b"\n \n", "file_empty"),
        (b"Nombre,Email\n", "file_empty"),
    ],
)
def test_what_is_no_table_is_refused_and_nothing_is_written(desk: Desk, content: bytes, code: str) -> None:
    failed = desk.preview(desk.upload(content))

    assert failed["state"] == "failed"
    assert failed["problem"]["code"] == code
    assert failed["problem"]["detail"]
    assert desk.records("contacts") == []


def test_a_file_that_was_never_uploaded_is_missing(desk: Desk) -> None:
    answer = desk.caller.post("/v1/imports", {"object": "contacts", "filename": "gente.csv"})

    assert desk.preview(answer.body["id"])["problem"]["code"] == "file_missing"


def test_a_file_that_changes_after_the_preview_is_refused(desk: Desk) -> None:
    answer = desk.caller.post("/v1/imports", {"object": "contact", "filename": "gente.csv"})
    key = answer.body["upload"]["fields"]["key"]
    desk.put(key, GENTE.encode())
    desk.preview(answer.body["id"])
    desk.put(key, GENTE.replace("Ana", "Eva").encode())

    failed = desk.start(answer.body["id"])

    assert failed["problem"]["code"] == "file_changed"
    assert desk.records("contacts") == []


def test_a_mapping_can_be_corrected(desk: Desk) -> None:
    id = desk.upload("Nombre,Mote\nAna,Jefa de compras\n")
    mapping = desk.preview(id)["mapping"]
    mapping[1] = {**mapping[1], "target": {"object": "contacts", "field": "job_title"}}

    shown = desk.preview(id, mapping=mapping)
    done = desk.start(id, mapping=mapping)

    assert shown["preview"][0]["records"][0]["values"]["job_title"] == "Jefa de compras"
    assert done["verdicts"]["created"] == 1
    assert desk.records("contacts")[0]["job_title"] == "Jefa de compras"


@pytest.mark.parametrize(
    "target",
    [
        {"object": "contacts", "field": "created_at"},
        {"object": "contacts", "field": "nothing"},
        {"object": "pipelines", "field": "name"},
        {"object": "contacts", "field": "address", "part": "planet"},
    ],
)
def test_a_mapping_that_leads_nowhere_is_refused(desk: Desk, target: dict[str, str]) -> None:
    id = desk.upload("Nombre,Mote\nAna,Jefa\n")
    mapping = desk.preview(id)["mapping"]
    mapping[1] = {**mapping[1], "target": target}

    answer = desk.caller.post(f"/v1/imports/{id}/start", {"mapping": mapping, "on_duplicate": "skip"})

    assert (answer.status, list(answer.faults)) == (422, ["mapping.1"])


def test_a_mapping_without_a_name_is_refused(desk: Desk) -> None:
    id = desk.upload("Sector\nServicios\n", object="companies")
    mapping = desk.preview(id)["mapping"]

    answer = desk.caller.post(f"/v1/imports/{id}/start", {"mapping": mapping, "on_duplicate": "skip"})

    assert (answer.status, answer.faults) == (422, {"mapping": "name_unmapped"})


def test_only_what_can_be_imported_is_imported(desk: Desk) -> None:
    answer = desk.caller.post("/v1/imports", {"object": "pipelines", "filename": "x.csv"})

    assert (answer.status, answer.faults) == (422, {"object": "unknown_object"})


def test_an_import_of_somebody_else_is_not_there(desk: Desk, api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    id = desk.upload(GENTE)
    stranger = api.sign_up("Aceites Lucena").admin

    for caller in (rep, stranger):
        for answer in (
            caller.get(f"/v1/imports/{id}"),
            caller.post(f"/v1/imports/{id}/preview", {}),
            caller.post(f"/v1/imports/{id}/undo"),
            caller.get(f"/v1/imports/{id}/verdicts.csv"),
        ):
            assert answer.status == 404
    assert rep.get("/v1/imports").body["items"] == []


def test_a_viewer_imports_nothing(api: Api, firm: Firm) -> None:
    viewer = api.hire(firm, "viewer")

    assert viewer.post("/v1/imports", {"object": "contacts", "filename": "x.csv"}).status == 403


def test_a_row_refused_by_the_store_leaves_the_others_as_they_were_meant(desk: Desk) -> None:
    desk.caller.post("/v1/records/companies", {"name": "Rival", "tax_id": "B12345674"})
    desk.caller.post("/v1/records/companies", {"name": "Bodega 60"})
    rows = "".join(f"Bodega {n},{'B12345674' if n == 3 else ''},vino\n" for n in range(1, 71))
    id = desk.upload("Name,Tax ID,Notes\n" + rows, object="companies")
    desk.preview(id)

    done = desk.start(id, match={"field": "name"})

    assert done["verdicts"] == {"created": 68, "updated": 0, "skipped": 1, "failed": 1}
    assert len(desk.records("companies")) == 70
    refused = desk.verdicts(id)[2]
    assert (refused["veredicto"], refused["por qué"]) == ("con errores", "NIF / VAT: Otro registro ya lo tiene.")


def test_formulas_leave_harmless_and_come_back_as_they_were(desk: Desk) -> None:
    done = desk.bring('Nombre,Notas\nAna,"=1+1"\nLuis,"-cmd"\n')

    verdicts = desk.verdicts(done["id"])
    assert [row["Notas"] for row in verdicts] == ["'=1+1", "'-cmd"]
    again = desk.bring("Nombre,Notas\nEva,'=1+1\n")
    assert again["verdicts"]["created"] == 1
    eva = next(person for person in desk.records("contacts") if person["first_name"] == "Eva")
    assert desk.caller.get(f"/v1/records/contacts/{eva['id']}").body["description"] == "=1+1"


def test_an_import_whose_message_was_lost_is_woken(desk: Desk, world: World, firm: Firm) -> None:
    id = desk.upload(GENTE)
    mapping = desk.preview(id)["mapping"]
    desk.caller.post(f"/v1/imports/{id}/start", {"mapping": mapping, "on_duplicate": "skip"})
    assert desk.take() is not None

    for minutes, state in ((10, "running"), (20, "done"), (60, "done")):
        with guard.entered(TenantId(firm.id)):
            later = world.ctx(TenantId(firm.id), now=clock.system_now() + timedelta(minutes=minutes))
            firing.fire_due(later, handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=1))
        desk.work()
        assert desk.read(id)["state"] == state

    assert len(desk.records("contacts")) == 2


def test_a_worker_short_of_time_hands_over_and_the_rest_is_done(desk: Desk) -> None:
    rows = "".join(f"Ana {n},ana{n}@ruiz.example\n" for n in range(1, 251))
    id = desk.upload("Nombre,Email\n" + rows)
    desk.preview(id)
    desk.deliveries.clear()
    desk.clock = cycle([60.0, 5.0])

    done = desk.start(id)

    assert len(desk.deliveries) > 3
    assert done["verdicts"] == {"created": 250, "updated": 0, "skipped": 0, "failed": 0}
    assert len(desk.records("contacts")) == 250
