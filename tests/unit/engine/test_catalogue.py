"""The catalogue, and everything that follows from a declaration."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chalicelib import engine, wiring
from chalicelib.engine import catalogue, metadata, openapi, overlays, query, records
from chalicelib.engine.catalogue import Catalogue, Object, UnknownObject
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Label, ObjectDef, Option, Overlay, link, text
from chalicelib.engine.operators import EQUALITY, ORDER
from chalicelib.kernel.context import Context, Role
from chalicelib.storage import guard, writes
from tests.world import World

STANDARD = catalogue.merge(wiring.STANDARD, Overlay())
OBJECTS = list(STANDARD)


def name_of(object: Object) -> str:
    return object.plural


def test_the_engine_names_no_field_of_an_object_and_no_object() -> None:
    names = {word for object in OBJECTS for word in (object.name, object.plural)} - {
        "order",
        "note",
        "call",
        "task",
        "lead",
        "campaign",
    }
    sources = [path for path in Path(engine.__path__[0]).rglob("*.py") if "importing" not in path.parts]

    said = {path.name: names & set(re.findall(r"\"([a-z_]+)\"", path.read_text())) for path in sources}

    assert {file: words for file, words in said.items() if words} == {}


@pytest.mark.parametrize("object", OBJECTS, ids=name_of)
def test_a_declaration_speaks_of_fields_that_are_there(object: Object) -> None:
    mentioned = {object.name_field, *object.columns, *(name for section in object.sections for name in section.fields)}
    features = object.features
    mentioned |= {name for name in (features.board_by, features.board_sum, *features.quick) if name}

    assert mentioned <= set(object.fields)
    assert {field.type for field in object.fields.values()} <= set(registry.TYPES)


@pytest.mark.parametrize("object", OBJECTS, ids=name_of)
def test_every_field_that_people_write_is_on_the_form_once(object: Object) -> None:
    shown = [name for section in object.sections for name in section.fields]

    assert len(shown) == len(set(shown))
    assert {name for name, field in object.writable.items() if not field.hidden} <= set(shown) | {"owner", "tags"}


@pytest.mark.parametrize("object", OBJECTS, ids=name_of)
def test_everything_has_a_name_in_both_languages(object: Object) -> None:
    labels = [object.definition.label, object.definition.label_plural]
    labels += [field.label for field in object.fields.values()]
    labels += [option.label for field in object.fields.values() for option in field.options]
    labels += [inbound.label for inbound in object.inbound.values()]

    assert all(label.es and label.en for label in labels)


@pytest.mark.parametrize("object", OBJECTS, ids=name_of)
def test_no_field_takes_a_reserved_name(object: Object) -> None:
    own = {field.name for field in object.definition.fields}

    assert not own & (catalogue.RESERVED | {"owner"})


@pytest.mark.parametrize("object", OBJECTS, ids=name_of)
def test_only_the_base_row_serves_slots_search_counters_and_claims(object: Object) -> None:
    served = {field.name for field in (*object.slotted, *object.searched, *object.counted, *object.unique)}

    assert not served & object.in_body
    assert all(registry.of(field).sortable for field in object.slotted)
    assert len(object.slotted) <= 4


def test_every_link_leads_to_an_object_that_sees_it_from_its_side() -> None:
    for object in OBJECTS:
        for field in object.links:
            inbound = STANDARD.target(field).inbound[catalogue.linked(field).inverse]
            assert (inbound.plural, inbound.field) == (object.plural, field.name)


def test_a_tenants_options_stand_where_a_picklist_is_declared() -> None:
    merged = catalogue.merge(
        wiring.STANDARD, Overlay(3, {"pipeline.stages": (Option("hot", Label("Caliente", "Hot")),)})
    )

    assert merged.version == 3
    assert [option.value for option in merged.object("deal").fields["stage"].options] == ["hot"]
    assert STANDARD.object("deal").fields["stage"].options == ()


def test_an_unknown_object_is_refused() -> None:
    for name in ("unicorn", "", "deals#", "../deals"):
        with pytest.raises(UnknownObject):
            STANDARD.of_plural(name)
        with pytest.raises(UnknownObject):
            STANDARD.object(name)


def test_two_relations_cannot_share_a_name_on_the_other_side() -> None:
    one = {"to": "firm", "inverse": "people", "inverse_label": ("Gente", "People")}
    label = Label("X", "X")
    firm = ObjectDef("firm", "firms", label, label, "x", "name", (text("name", "N", "N"),))
    person = ObjectDef(
        "person", "persons", label, label, "x", "name",
        (text("name", "N", "N"), link("firm", "F", "F", **one), link("former", "F", "F", **one)),
    )  # fmt: skip

    with pytest.raises(AssertionError):
        catalogue.merge([firm, person], Overlay())


@pytest.fixture
def described(ctx: Context) -> dict[str, dict[str, Any]]:
    return {object.plural: metadata.describe(ctx, plural=object.plural) for object in OBJECTS}


def test_metadata_tells_what_a_form_and_a_list_need(described: dict[str, dict[str, Any]]) -> None:
    deals = described["deals"]
    fields = {field["name"]: field for field in deals["fields"]}

    assert deals["board"] == {"by": "stage", "sum": "amount"}
    assert deals["name_field"] == "name"
    assert deals["permissions"]["update"] == "all"
    assert fields["amount"]["operators"] == [*EQUALITY, *ORDER]
    assert fields["amount"]["sortable"] is True
    assert fields["company"]["to"] == "companies"
    assert fields["contacts"]["multiple"] is True
    assert fields["close_date"]["label"] == {"es": "Fecha de cierre", "en": "Close date"}
    assert fields["stage_since"]["read_only"] is True
    assert fields["description"]["operators"] == []
    assert {"created_at", "updated_at", "owner"} <= set(fields)
    assert {related["field"]: related["plural"] for related in described["companies"]["related"]} == {
        "contacts": "contacts",
        "converted_leads": "leads",
        "deals": "deals",
        "orders": "orders",
        "tasks": "tasks",
        "calls": "calls",
        "meetings": "meetings",
        "notes": "notes",
    }


def test_metadata_hides_what_is_kept_for_the_engine(described: dict[str, dict[str, Any]]) -> None:
    assert "conversion" not in {field["name"] for field in described["leads"]["fields"]}


def test_metadata_says_what_a_viewer_may_do(ctx: Context) -> None:
    viewer = replace(ctx, actor=replace(ctx.actor, role=Role.VIEWER))

    listed = metadata.all(viewer)["items"]

    assert [item["plural"] for item in listed] == [object.plural for object in OBJECTS]
    assert all(
        item["permissions"] == {"read": "all", **dict.fromkeys(("create", "update", "delete", "export"), "none")}
        for item in listed
    )


def test_the_schemas_are_schemas_and_every_reference_leads_somewhere() -> None:
    schemas = openapi.schemas(STANDARD)

    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    references = set(re.findall(r"#/components/schemas/(\w+)", str(schemas)))
    assert references <= set(schemas)
    assert schemas["FieldType"]["enum"] == sorted(registry.TYPES)


def test_a_record_is_what_its_schema_says(ctx: Context) -> None:
    company = records.create(
        ctx,
        plural="companies",
        values={"name": "Olmedo", "phones": ["925123456"], "emails": ["a@b.es"], "address": {"city": "Toledo"}},
    )
    contact = records.create(
        ctx,
        plural="contacts",
        values={"first_name": "Ana", "birthday": "1980-02-29", "companies": [{"id": company["id"], "role": "x"}]},
    )
    task = records.create(
        ctx, plural="tasks", values={"subject": "x", "due": "2026-12-01T09:00", "contact": contact["id"]}
    )
    order = records.create(
        ctx, plural="orders", values={"date": "2026-11-21", "lines": [{"quantity": 2.5, "unit_price": "1"}]}
    )
    schemas = openapi.schemas(overlays.load(ctx))
    document = {"components": {"schemas": schemas}}

    for name, record in (("Company", company), ("Contact", contact), ("Task", task), ("Order", order)):
        Draft202012Validator({"$ref": f"#/components/schemas/{name}", **document}).validate(record)
    page = query.list(ctx, plural="contacts")
    Draft202012Validator({"$ref": "#/components/schemas/ContactList", **document}).validate(page)


def test_a_filter_is_what_its_schema_says() -> None:
    document = {"components": {"schemas": openapi.schemas(STANDARD)}}
    validator = Draft202012Validator({"$ref": "#/components/schemas/Filter", **document})

    validator.validate({"all": [{"field": "stage", "op": "eq", "value": "won"}, {"not": {"any": []}}]})
    assert not validator.is_valid({"all": {}})
    assert not validator.is_valid({"field": "stage", "op": "sounds"})


def overlay_write(ctx: Context, version: int, *values: str) -> None:
    """Write what another container would have written."""
    options = tuple(Option(value, Label(value, value)) for value in values)
    known = dict(overlays._copies)
    overlays.forget()
    written = overlays.change(ctx, lambda overlay: replace(overlay, picklists={"pipeline.stages": options}))
    writes.execute(ctx, written)
    overlays._copies.update(known)


def stages(found: Catalogue) -> list[str]:
    return [option.value for option in found.object("deal").fields["stage"].options]


def test_a_catalogue_is_trusted_for_a_minute(world: World, ctx: Context) -> None:
    overlay_write(ctx, 1, "hot")
    assert stages(overlays.load(ctx)) == ["hot"]
    overlay_write(ctx, 2, "hot", "cold")
    soon = replace(ctx, now=ctx.now.replace(second=59), request_id="soon")
    late = replace(ctx, now=ctx.now.replace(minute=16), request_id="late")

    with world.watch.during() as calls:
        before = stages(overlays.load(soon))
    after = stages(overlays.load(late))

    assert (before, after, calls) == (["hot"], ["hot", "cold"], [])


def test_a_request_looks_again_only_once_before_it_refuses(world: World, ctx: Context) -> None:
    overlay_write(ctx, 1, "hot")
    overlays.load(ctx)
    overlay_write(ctx, 2, "cold")
    asking = replace(ctx, request_id="another")

    with world.watch.during() as calls:
        overlays.understood(asking, lambda found: found.object("deal"))
        found = stages(overlays.refreshed(asking))
        overlays.refreshed(asking)

    assert (found, len(calls)) == (["cold"], 2)  # the version, and the one part that changed


def test_one_tenants_overlay_is_not_anothers(world: World, ctx: Context) -> None:
    overlay_write(ctx, 1, "hot")
    overlays.load(ctx)
    stranger = world.ctx()

    with guard.entered(stranger.tenant):
        assert stages(overlays.load(stranger)) == []
