"""A firm declares an object of its own, and it is a full citizen at once."""

from typing import Any

import pytest

from tests.builders import Api
from tests.functional.designing.studio import PROJECT, Studio, both, field, options
from tests.functional.importing.desk import Desk

TITLE = field("c_title", "text")


@pytest.fixture
def olmedo(studio: Studio) -> dict[str, Any]:
    return studio.record("companies", name="Distribuciones Olmedo")


def test_an_object_of_ones_own_has_all_that_follows_from_a_declaration(studio: Studio, olmedo: dict[str, Any]) -> None:
    studio.declare()

    shop = studio.record("c_projects", c_title="Tienda nueva", c_state="abierto", c_client=olmedo["id"])
    roof = studio.record("c_projects", c_title="Cubierta", c_state="cerrado", c_budget={"amount": "900"})

    path = f"/v1/records/c_projects/{shop['id']}"
    assert shop["links"]["c_client"][0]["name"] == "Distribuciones Olmedo"
    assert [each["id"] for each in studio.get("/v1/records/c_projects?sort=-c_state")["items"]] == [
        roof["id"],
        shop["id"],
    ]
    assert studio.found("c_projects", field="c_budget", op="gt", value="500") == [roof["id"]]
    assert studio.found("c_projects", field="c_client", op="eq", value=olmedo["id"]) == [shop["id"]]
    changed = studio.firm.admin.patch(path, {"c_state": "en_obra"}, version=1)
    assert (changed.status, changed.body["c_state"]) == (200, "en_obra")
    assert studio.firm.admin.patch(path, {"c_state": "abierto"}, version=1).status == 412
    assert studio.firm.admin.delete(path, version=2).status == 204
    assert studio.post(f"{path}/restore").status == 200
    assert studio.get(f"{path}/timeline")["items"] == []  # no stream runs here; the route is there


def test_the_other_side_of_a_link_sees_it(studio: Studio, olmedo: dict[str, Any]) -> None:
    studio.declare()
    shop = studio.record("c_projects", c_title="Tienda nueva", c_client=olmedo["id"])
    studio.add("companies", "c_first_project", "link", link={"to": "c_projects"})
    studio.add("c_projects", "c_partners", "link", multiple=True, link={"to": "companies", "inverse": "c_helps"})
    linked = studio.firm.admin.patch(f"/v1/records/c_projects/{shop['id']}", {"c_partners": [olmedo["id"]]}, version=1)

    related = {each["field"]: each["plural"] for each in studio.get("/v1/objects/companies")["related"]}
    taken = studio.post(
        "/v1/objects/deals/fields", field("c_x", "link", link={"to": "companies", "inverse": "c_helps"})
    )

    assert linked.status == 200
    assert (related["c_projects"], related["c_helps"]) == ("c_projects", "c_projects")
    for name in ("c_projects", "c_helps"):
        found = studio.get(f"/v1/records/companies/{olmedo['id']}/related/{name}")["items"]
        assert [each["id"] for each in found] == [shop["id"]]
    assert taken.faults == {"link.inverse": "taken"}


def test_activities_are_about_it(studio: Studio) -> None:
    studio.declare()
    shop = studio.record("c_projects", c_title="Tienda nueva")

    task = studio.record("tasks", subject="Medir el local", c_project=shop["id"])

    tasks = studio.get("/v1/objects/tasks")
    about = next(section for section in tasks["sections"] if "c_project" in section["fields"])
    assert about["name"] == "about"
    assert task["links"]["c_project"][0]["name"] == "Tienda nueva"
    for plural in ("tasks", "calls", "meetings", "notes"):
        assert "c_project" in studio.names(plural)
    found = studio.get(f"/v1/records/c_projects/{shop['id']}/related/tasks")["items"]
    assert [each["id"] for each in found] == [task["id"]]

    studio.firm.admin.patch("/v1/objects/c_projects", {"features": {"activities": False}}, version=studio.version)

    assert "c_project" not in studio.names("tasks")


def test_an_import_fills_it(studio: Studio, olmedo: dict[str, Any]) -> None:
    studio.declare()
    desk = Desk(studio.world, studio.firm.admin)
    content = "c_title;c_state;c_budget\nTienda nueva;Abierto;1.250,50\nCubierta;En obra;900,00\n"

    begun = desk.upload(content, object="c_projects", filename="obras.csv")
    desk.preview(begun)
    done = desk.start(begun)

    found = {item["c_title"]: item for item in studio.get("/v1/records/c_projects")["items"]}
    assert done["state"] == "done"
    assert found["Tienda nueva"]["c_state"] == "abierto"
    assert found["Cubierta"]["c_budget"] == {"amount": "900.00", "currency": "EUR"}


def test_it_is_in_the_document_of_the_api_for_those_who_may_read_it(studio: Studio, api: Api) -> None:
    studio.declare()

    own = studio.get("/v1/openapi.json")
    others = api.sign_up("Otra casa").admin.get("/v1/openapi.json").body
    everybodys = api.anonymous.get("/v1/openapi.json").body

    assert "/v1/records/c_projects/{id}" in own["paths"]
    assert own["components"]["schemas"]["c_projectCreate"]["required"] == ["c_title"]
    assert "c_project" in own["components"]["schemas"]["TaskCreate"]["properties"]
    assert "/v1/records/c_projects" not in others["paths"]
    assert "/v1/records/c_projects" not in everybodys["paths"]
    assert set(everybodys["paths"]) == set(others["paths"])


def test_no_other_firm_has_it(studio: Studio, api: Api) -> None:
    studio.declare()
    made = studio.record("c_projects", c_title="Tienda nueva")
    other = api.sign_up("Otra casa").admin

    assert other.get("/v1/objects/c_projects").status == 404
    assert other.get(f"/v1/records/c_projects/{made['id']}").status == 404
    assert other.post("/v1/objects", PROJECT).status == 201
    assert other.get(f"/v1/records/c_projects/{made['id']}").status == 404
    assert other.get("/v1/records/c_projects").body["items"] == []


def test_it_is_taken_away_with_every_link_to_it_and_comes_back_whole(studio: Studio, olmedo: dict[str, Any]) -> None:
    studio.declare()
    studio.add("companies", "c_first_project", "link", link={"to": "c_projects"})
    shop = studio.record("c_projects", c_title="Tienda nueva", c_client=olmedo["id"])
    studio.record("tasks", subject="Medir", c_project=shop["id"])

    removed = studio.firm.admin.delete("/v1/objects/c_projects", version=studio.version)

    again = studio.post("/v1/objects", PROJECT)
    assert removed.status == 200
    assert [each["plural"] for each in studio.get("/v1/objects/removed")["objects"]] == ["c_projects"]
    assert "c_projects" not in {each["plural"] for each in studio.get("/v1/objects")["items"]}
    assert studio.firm.admin.get(f"/v1/records/c_projects/{shop['id']}").status == 404
    assert "c_project" not in studio.names("tasks")
    assert "c_first_project" not in studio.names("companies")
    assert "c_projects" not in {each["field"] for each in studio.get("/v1/objects/companies")["related"]}
    assert studio.get(f"/v1/records/companies/{olmedo['id']}")["name"] == "Distribuciones Olmedo"
    assert (again.status, again.code) == (409, "name_taken")

    headers = {"If-Match": f'"{studio.version}"'}
    restored = studio.post("/v1/objects/c_projects/restore", headers=headers)

    assert restored.status == 200
    assert studio.get(f"/v1/records/c_projects/{shop['id']}")["c_title"] == "Tienda nueva"
    found = studio.get(f"/v1/records/companies/{olmedo['id']}/related/c_projects")["items"]
    assert [each["id"] for each in found] == [shop["id"]]


def test_an_object_that_says_little_is_named_by_a_text(studio: Studio) -> None:
    made = studio.post(
        "/v1/objects",
        {"name": "c_van", "plural": "c_vans", "label": both("Furgoneta"), "label_plural": both("Furgonetas")},
    )

    assert made.status == 201
    assert made.body["name_field"] == "c_name"
    assert studio.record("c_vans", c_name="1234 KLM")["c_name"] == "1234 KLM"


def test_what_it_can_do_is_switched_on_and_off(studio: Studio) -> None:
    switched_off = {"importable": False, "activities": False, "owned": False, "tagged": False}
    studio.declare(features=switched_off)
    plain = studio.get("/v1/objects/c_projects")
    begun = studio.post("/v1/imports", {"object": "c_projects", "filename": "obras.csv"})

    studio.firm.admin.patch("/v1/objects/c_projects", {"features": {"tagged": True}}, version=studio.version)

    assert {name: plain["features"][name] for name in switched_off} == switched_off
    assert not {"owner", "tags"} & {each["name"] for each in plain["fields"]}
    assert begun.status == 422
    assert "tags" in studio.names("c_projects")


def test_its_form_and_its_list_are_laid_out_as_the_firm_wants(studio: Studio) -> None:
    studio.declare()
    sections = [{"name": "first", "label": both("Primero"), "fields": ["c_state", "c_title"]}]

    answer = studio.firm.admin.patch(
        "/v1/objects/c_projects",
        {"sections": sections, "columns": ["c_title", "c_budget"], "label": both("Obra")},
        version=studio.version,
    )
    studio.firm.admin.patch("/v1/objects/companies", {"columns": ["name", "website"]}, version=studio.version)
    wrong = studio.firm.admin.patch("/v1/objects/companies", {"columns": ["unicorn"]}, version=studio.version)
    words = studio.firm.admin.patch("/v1/objects/companies", {"label": both("Firma")}, version=studio.version)

    assert answer.status == 200
    assert answer.body["label"] == both("Obra")
    assert answer.body["columns"] == ["c_title", "c_budget"]
    assert [section["fields"] for section in answer.body["sections"]] == [
        ["c_state", "c_title"],
        ["c_budget", "c_client"],
    ]
    assert studio.get("/v1/objects/companies")["columns"] == ["name", "website"]
    assert wrong.faults == {"columns": "unknown_field"}
    assert words.faults == {"label": "fixed_by_product"}


@pytest.mark.parametrize(
    ("more", "status", "fault"),
    [
        ({"name": "project"}, 422, {"name": "invalid"}),
        ({"plural": "deals"}, 422, {"plural": "invalid"}),
        ({"name_field": "c_budget"}, 422, {"name_field": "not_a_name"}),
        ({"name_field": "c_unicorn"}, 422, {"name_field": "not_a_name"}),
        ({"features": {"board_by": "c_title"}}, 422, {"features.board_by": "not_a_choice"}),
        ({"columns": ["c_unicorn"]}, 422, {"columns": "unknown_field"}),
        ({"fields": [TITLE, field("c_title", "date")], "features": {}}, 422, {"fields.1.name": "taken"}),
        ({"fields": [TITLE, field("c_a", "choice")], "features": {}}, 422, {"fields.1.options": "required"}),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_is_declared(
    studio: Studio, more: dict[str, Any], status: int, fault: dict[str, str]
) -> None:
    refused = studio.post("/v1/objects", {**PROJECT, **more})

    assert (refused.status, refused.faults) == (status, fault)
    assert studio.firm.admin.get("/v1/objects/c_projects").status == 404


def test_names_do_not_collide(studio: Studio) -> None:
    studio.add("tasks", "c_van", "text")
    studio.declare()
    van = {"name": "c_van", "plural": "c_vans", "label": both("Furgoneta"), "label_plural": both("Furgonetas")}

    same = studio.post("/v1/objects", {**PROJECT, "name": "c_other"})
    shadow = studio.post("/v1/objects", van)
    quiet = studio.post("/v1/objects", {**van, "features": {"activities": False}})
    link = studio.post("/v1/objects/tasks/fields", field("c_project", "text"))

    assert (same.status, same.code) == (409, "name_taken")
    assert (shadow.status, shadow.code) == (409, "name_taken")
    assert quiet.status == 201
    assert (link.status, link.code) == (409, "name_taken")


def test_a_formula_and_a_rollup_are_fields_like_others(studio: Studio, olmedo: dict[str, Any]) -> None:
    studio.declare()
    studio.add("c_projects", "c_hours", "integer")
    studio.add("c_projects", "c_days", "formula", formula="c_hours / 8")
    studio.record("c_projects", c_title="Tienda", c_hours=16, c_client=olmedo["id"])

    told = studio.add("companies", "c_how_many", "rollup", rollup={"relation": "c_projects", "function": "count"})
    studio.refit()

    assert studio.get("/v1/records/c_projects")["items"][0]["c_days"] == 2
    assert told["read_only"] is True
    assert studio.get(f"/v1/records/companies/{olmedo['id']}")["c_how_many"] == 1
    assert studio.remove("c_projects", "c_hours").code == "field_in_use"


def test_options_of_a_new_choice_get_their_values_from_their_words(studio: Studio) -> None:
    told = studio.add("companies", "c_side", "choice", options=options("Sol y sombra", "Sol y sombra", "Ñandú", "日本"))

    assert [option["value"] for option in told["options"]] == ["sol_y_sombra", "sol_y_sombra_2", "nandu", "option"]
