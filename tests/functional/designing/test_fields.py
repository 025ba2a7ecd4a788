"""A firm adds fields to what it has, and they are fields like any other."""

from typing import Any

import pytest

from tests.builders import Api
from tests.functional.designing.studio import Studio, both, field, options

ANA = "01ARZ3NDEKTSV4RRFFQ69G5FAV"

# type, properties, a value, the value as it is read, what is greater or other, operators that find the first alone
TYPES: list[tuple[str, dict[str, Any], Any, Any, Any, list[tuple[str, Any]]]] = [
    ("text", {"max_length": 20}, " Alta ", "Alta", "Baja", [("eq", "alta"), ("starts", "al"), ("lt", "b")]),
    ("integer", {}, 7, 7, 12, [("eq", 7), ("lt", 8), ("between", [6, 8]), ("not_in", [12])]),
    ("number", {"decimals": 2}, 2.5, 2.5, 3, [("eq", 2.5), ("lte", 2.5), ("ne", 3)]),
    ("percent", {}, 12.5, 12.5, 80, [("eq", 12.5), ("lt", 50)]),
    ("rating", {"max": 10}, 4, 4, 9, [("eq", 4), ("lt", 5)]),
    ("date", {}, "2026-11-21", "2026-11-21", "2027-01-01", [("eq", "2026-11-21"), ("lt", "2026-12-01")]),
    ("time", {}, "09:30", "09:30", "18:00", [("eq", "09:30"), ("lt", "12:00")]),
    ("boolean", {}, True, True, False, [("eq", True), ("ne", False)]),
    ("choice", {"options": options("Sol", "Sombra")}, "sol", "sol", "sombra", [("eq", "sol"), ("in", ["sol"])]),
    ("multi_choice", {"options": options("Sol", "Sombra")}, ["sol"], ["sol"], ["sombra"], [("eq", "sol")]),
    ("url", {}, "rios.example", "https://rios.example", "b.example", [("eq", "rios.example"), ("starts", "rios")]),
    ("address", {}, {"city": "Toledo"}, {"city": "Toledo"}, {"city": "Madrid"}, [("contains", "toledo")]),
    ("user", {}, "me", "me", None, [("eq", "me"), ("not_empty", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("type", "more", "sent", "read", "other", "finds"), TYPES, ids=[row[0] for row in TYPES])
def test_a_field_of_any_type_is_kept_shown_and_filtered_by(
    studio: Studio, type: str, more: dict[str, Any], sent: Any, read: Any, other: Any, finds: list[tuple[str, Any]]
) -> None:
    me = studio.firm.admin.user["id"]
    studio.add("companies", "c_own", type, **more)
    one = studio.record("companies", name="Olmedo", c_own=me if sent == "me" else sent)
    two = studio.record("companies", name="Retiro", c_own=other)

    for op, value in finds:
        operand = {} if value is None else {"value": value}
        assert studio.found("companies", field="c_own", op=op, **operand) == [one["id"]], (op, value)
    assert studio.found("companies", field="name", op="eq", value="Retiro") == [two["id"]]
    assert studio.get(f"/v1/records/companies/{one['id']}")["c_own"] == (me if read == "me" else read)


def test_rich_text_is_cleaned_before_it_is_kept_and_comes_back_as_it_is(studio: Studio) -> None:
    studio.add("companies", "c_story", "rich_text")

    made = studio.record("companies", name="Olmedo", c_story="<p onclick=x()>Hola <b>Ana</b><script>x()</script></p>")
    read = studio.get(f"/v1/records/companies/{made['id']}")
    again = studio.firm.admin.patch(f"/v1/records/companies/{made['id']}", {"c_story": read["c_story"]}, version=1)

    assert made["c_story"] == read["c_story"] == "<p>Hola <b>Ana</b></p>"
    assert again.body["version"] == 1


def test_emails_phones_and_names_of_ones_own_are_what_the_products_are(studio: Studio) -> None:
    studio.add("companies", "c_mail", "email", unique=True)
    studio.add("companies", "c_phone", "phone")
    studio.add("companies", "c_first", "text")
    studio.add("companies", "c_last", "text")
    studio.add("companies", "c_person", "person_name", parts=["c_first", "c_last"])

    made = studio.record(
        "companies", name="Olmedo", c_mail="Ana@olmedo.example", c_phone="925123456", c_first="Ana", c_last="Olmedo"
    )
    same = studio.post("/v1/records/companies", {"name": "Retiro", "c_mail": "ana@olmedo.example"})

    assert made["c_person"] == "Ana Olmedo"
    assert made["c_phone"] == [{"value": "+34925123456", "primary": True}]
    assert (same.status, same.body["holder_id"]) == (409, made["id"])


def test_a_field_sorts_the_list_once_it_has_an_index(studio: Studio) -> None:
    told = studio.add("companies", "c_size", "integer", indexed=True)
    sizes = {studio.record("companies", name=f"Bodega {size}", c_size=size)["id"]: size for size in (30, 4, 100)}

    listed = studio.get("/v1/records/companies?sort=c_size")["items"]

    assert told["sortable"] is True
    assert [sizes[item["id"]] for item in listed] == [4, 30, 100]


def test_an_index_for_those_that_hold_something_needs_no_work(studio: Studio) -> None:
    studio.record("companies", name="Retiro")

    told = studio.add("companies", "c_code", "text", indexed=True, sparse=True)

    made = studio.record("companies", name="Olmedo", c_code="A-7")
    assert studio.get("/v1/jobs")["items"] == []
    assert (told["indexed"], told["sortable"], told["building"]) == (True, False, [])
    assert studio.found("companies", field="c_code", op="eq", value="a-7") == [made["id"]]


def test_a_field_that_is_asked_for_must_hold_something(studio: Studio) -> None:
    studio.add("companies", "c_code", "text", required=True)

    refused = studio.post("/v1/records/companies", {"name": "Olmedo"})

    assert (refused.status, refused.faults) == (422, {"c_code": "required"})


def test_a_field_nobody_is_shown_is_not_asked_for_and_keeps_what_it_holds(studio: Studio) -> None:
    shown = {"field": "industry", "op": "eq", "value": "hospitality"}
    studio.add("companies", "c_stars", "rating", required=True, visible_when=shown)

    shop = studio.record("companies", name="Ferretería Sol", industry="retail")
    hotel = studio.post("/v1/records/companies", {"name": "Hotel Retiro", "industry": "hospitality"})
    rated = studio.record("companies", name="Hotel Retiro", industry="hospitality", c_stars=4)
    moved = studio.firm.admin.patch(f"/v1/records/companies/{rated['id']}", {"industry": "retail"}, version=1)

    assert shop["c_stars"] is None
    assert (hotel.status, hotel.faults) == (422, {"c_stars": "required"})
    assert (moved.status, moved.body["c_stars"]) == (200, 4)


def test_a_new_record_begins_with_the_default(studio: Studio) -> None:
    studio.add("companies", "c_lang", "choice", options=options("Castellano", "Inglés"), default="castellano")

    assert studio.record("companies", name="Olmedo")["c_lang"] == "castellano"
    assert studio.record("companies", name="Smith", c_lang=None)["c_lang"] is None


def test_renaming_moves_nothing(studio: Studio) -> None:
    studio.add("companies", "c_kind", "choice", options=options("Sol", "Sombra"))
    made = studio.record("companies", name="Olmedo", c_kind="sol")

    renamed = [{"value": "sombra", "label": both("Umbría")}, {"value": "sol", "label": both("Solana"), "color": "pino"}]
    answer = studio.change("companies", "c_kind", label={"es": "Ladera", "en": "Side"}, options=renamed)

    told = studio.told("companies", "c_kind")
    assert answer.status == 200
    assert told["label"] == {"es": "Ladera", "en": "Side"}
    assert [option["label"]["es"] for option in told["options"]] == ["Umbría", "Solana"]
    assert studio.get(f"/v1/records/companies/{made['id']}")["c_kind"] == "sol"


def test_a_field_taken_away_is_nowhere_and_comes_back_with_all_it_held(studio: Studio) -> None:
    studio.add("companies", "c_size", "integer", indexed=True)
    made = studio.record("companies", name="Olmedo", c_size=12)

    removed = studio.remove("companies", "c_size")

    hidden = studio.get(f"/v1/records/companies/{made['id']}")
    asked = studio.firm.admin.get("/v1/records/companies?c_size=12")
    sent = studio.post("/v1/records/companies", {"name": "Retiro", "c_size": 3})
    moved = studio.firm.admin.patch(f"/v1/records/companies/{made['id']}", {"name": "Olmedo e Hijos"}, version=1)
    again = studio.post("/v1/objects/companies/fields", field("c_size", "text"))
    assert removed.status == 200
    assert [each["name"] for each in studio.get("/v1/objects/removed")["fields"]] == ["c_size"]
    assert "c_size" not in studio.names("companies")
    assert "c_size" not in hidden
    assert (asked.status, sent.status, moved.status) == (422, 422, 200)
    assert (again.status, again.code) == (409, "name_taken")

    restored = studio.restore("companies", "c_size")

    assert restored.status == 200
    assert studio.get(f"/v1/records/companies/{made['id']}")["c_size"] == 12
    assert [item["id"] for item in studio.get("/v1/records/companies?c_size=12&sort=c_size")["items"]] == [made["id"]]


def test_a_standard_field_takes_other_words_and_options_and_gives_them_back(studio: Studio) -> None:
    was = studio.told("companies", "industry")
    values = [option["value"] for option in was["options"]]
    wanted = [{"value": "c_wine", "label": both("Vino")}, {"value": values[0], "label": both("Otro"), "hidden": True}]

    studio.change(
        "companies", "industry", label={"es": "Ramo", "en": "Trade"}, help=both("A qué se dedica"), required=True,
        options=wanted,
    )  # fmt: skip

    told = studio.told("companies", "industry")
    assert (told["label"]["es"], told["help"], told["required"]) == ("Ramo", both("A qué se dedica"), True)
    assert [option["value"] for option in told["options"]] == ["c_wine", values[0], *values[1:]]
    assert told["options"][1]["hidden"] is True
    assert studio.record("companies", name="Olmedo", industry="c_wine")["industry"] == "c_wine"

    studio.change("companies", "industry", label=None, help=None, required=None, options=None)

    assert studio.told("companies", "industry") == was


@pytest.mark.parametrize(
    ("name", "given", "fault"),
    [
        ("name", {"required": False}, {"required": "fixed_by_product"}),
        ("name", {"max_length": 10}, {"max_length": "fixed_by_product"}),
        ("industry", {"type": "text"}, {"type": "fixed"}),
        ("c_kind", {"type": "text"}, {"type": "fixed"}),
        ("c_kind", {"name": "c_other"}, {"name": "fixed"}),
        ("c_kind", {"options": []}, {"options": "required"}),
        ("c_kind", {"max_length": 3}, {"max_length": "not_of_this_type"}),
        ("c_kind", {"default": "luna"}, {"default": "unknown_option"}),
        ("c_kind", {"visible_when": {"field": "c_kind", "op": "eq", "value": "sol"}}, {"visible_when": "asks_itself"}),
        ("c_kind", {"visible_when": {"field": "luna", "op": "eq", "value": 1}}, {"visible_when": "unknown_field"}),
        ("c_kind", {"options": options(*map(str, range(201)))}, {"options": "too_many"}),
    ],
)
def test_what_makes_no_sense_is_refused_beside_its_property(
    studio: Studio, name: str, given: dict[str, Any], fault: dict[str, str]
) -> None:
    studio.add("companies", "c_kind", "choice", options=options("Sol", "Sombra"))

    refused = studio.change("companies", name, **given)

    assert (refused.status, refused.faults) == (422, fault)


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        (field("kind", "text"), {"name": "invalid"}),
        (field("c_", "text"), {"name": "too_short"}),
        (field("c_Kind", "text"), {"name": "invalid"}),
        (field("c_kind", "lines"), {"type": "not_an_option"}),
        (field("c_kind", "stage"), {"type": "not_an_option"}),
        (field("c_kind", "choice"), {"options": "required"}),
        (field("c_kind", "rating", max=11), {"max": "not_a_scale"}),
        (field("c_kind", "integer", min=5, max=2), {"max": "too_small"}),
        (field("c_kind", "text", max_length=5_000), {"max_length": "too_large"}),
        (field("c_kind", "text", unique=True, default="x"), {"default": "not_unique"}),
        (field("c_kind", "link"), {"link.to": "unknown_object"}),
        (field("c_kind", "link", link={"to": "unicorns"}), {"link.to": "unknown_object"}),
        (field("c_kind", "link", link={"to": "contacts"}, unique=True), {"unique": "not_of_this_type"}),
        (field("c_kind", "person_name", parts=["c_a", "c_b"]), {"parts": "not_a_text"}),
        (field("c_kind", "boolean", searched=True), {"searched": "not_of_this_type"}),
        (field("c_kind", "choice", options=[{"value": "a", "label": both("A")}] * 2), {"options.1.value": "taken"}),
    ],
)  # fmt: skip
def test_a_field_that_makes_no_sense_is_refused(studio: Studio, sent: dict[str, Any], fault: dict[str, str]) -> None:
    refused = studio.post("/v1/objects/companies/fields", sent)

    assert refused.status == 422
    assert refused.faults == fault


def test_an_object_has_four_indexes_and_the_refusal_says_who_has_them(studio: Studio) -> None:
    studio.declare()
    for name in ("c_a", "c_b", "c_c"):
        studio.add("c_projects", name, "integer", indexed=True)
    studio.remove("c_projects", "c_b")

    refused = studio.post("/v1/objects/c_projects/fields", field("c_d", "integer", indexed=True))

    assert (refused.status, refused.faults) == (422, {"indexed": "no_index_left"})
    assert all(name in refused.body["errors"][0]["message"] for name in ("c_state", "c_a", "c_b (taken away)", "c_c"))


def test_a_field_that_something_needs_stays(studio: Studio) -> None:
    studio.declare()
    studio.add("c_projects", "c_why", "text", visible_when={"field": "c_state", "op": "eq", "value": "cerrado"})

    for name in ("c_title", "c_state", "c_budget"):
        refused = studio.remove("c_projects", name)
        assert (refused.status, refused.code) == (409, "field_in_use"), name
    assert studio.remove("companies", "name").code == "fixed_by_product"


def test_only_an_administrator_designs_and_no_other_firm_sees_it(studio: Studio, api: Api) -> None:
    manager = api.hire(studio.firm, "manager")
    other = api.sign_up("Otra casa")
    studio.add("companies", "c_kind", "text")

    assert manager.post("/v1/objects/companies/fields", field("c_mine", "text")).status == 403
    assert manager.get("/v1/objects/changes").status == 403
    assert "c_kind" not in {each["name"] for each in other.admin.get("/v1/objects/companies").body["fields"]}
    assert other.admin.post("/v1/records/companies", {"name": "X", "c_kind": "a"}).faults == {"c_kind": "unknown_field"}
    assert other.admin.get("/v1/objects/changes").body["items"] == []


def test_of_two_administrators_who_read_the_same_the_second_is_refused(studio: Studio) -> None:
    studio.add("companies", "c_kind", "text")
    version, path = studio.version, "/v1/objects/companies/fields/c_kind"

    first = studio.firm.admin.patch(path, {"label": both("Uno")}, version=version)
    second = studio.firm.admin.patch(path, {"label": both("Dos")}, version=version)
    without = studio.firm.admin.patch(path, {"label": both("Tres")})

    assert (first.status, second.status, without.status) == (200, 412, 428)
    assert studio.told("companies", "c_kind")["label"] == both("Uno")


def test_the_tag_of_what_was_read_serves_to_change_it(studio: Studio) -> None:
    studio.add("companies", "c_kind", "text")
    read = studio.firm.admin.get("/v1/objects/companies")

    changed = studio.firm.admin.patch(
        "/v1/objects/companies/fields/c_kind", {"label": both("Uno")}, headers={"If-Match": read.etag}
    )

    assert changed.status == 200


def test_the_catalogue_says_who_changed_what(studio: Studio) -> None:
    studio.add("companies", "c_kind", "text")
    studio.change("companies", "c_kind", label=both("Tipo"))
    studio.remove("companies", "c_kind")

    told = studio.get("/v1/objects/changes?limit=3")["items"]

    assert [(entry["kind"], entry["data"]["field"]) for entry in told] == [
        ("field_removed", "c_kind"),
        ("field_changed", "c_kind"),
        ("field_added", "c_kind"),
    ]
    assert told[1]["changes"] == [{"field": "label", "before": both("c_kind"), "after": both("Tipo")}]
    assert {entry["actor"] for entry in told} == {studio.firm.admin.user["id"]}
