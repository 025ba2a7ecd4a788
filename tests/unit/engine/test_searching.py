"""Search across objects: order, combination, numbers being typed, and what a mistyped word was meant to be."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.crm.admin.operations import roles
from chalicelib.engine import overlays, projection, records, searching, vocabulary
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row
from tests.world import World

READ_ALL = {"read": "all", "create": "all", "update": "own", "delete": "none", "export": "none"}


def create(ctx: Context, plural: str, **values: Any) -> str:
    """Create a record and let what follows from it follow, as the stream function does."""
    id = str(records.create(ctx, plural=plural, values=values)["id"])
    follow(ctx, plural, None, id)
    return id


def follow(ctx: Context, plural: str, before: Row | None, id: str) -> None:
    catalogue = overlays.load(ctx)
    after = rows.get(ctx, plural, id, include_deleted=True)
    projection.project(ctx, catalogue, catalogue.of_plural(plural), before=before, after=after)


def found(ctx: Context, q: str, **more: Any) -> list[tuple[str, str]]:
    return [(item["object"], item["name"]) for item in searching.everywhere(ctx, q=q, **more)["items"]]


@pytest.fixture
def firm(ctx: Context) -> dict[str, str]:
    olmedo = create(ctx, "companies", name="Distribuciones Olmedo", phones=["925 12 34 56"])
    return {
        "olmedo": olmedo,
        "ana": create(ctx, "contacts", first_name="Ana", last_name="Peña", companies=[olmedo]),
        "anabel": create(ctx, "contacts", first_name="Anabel", last_name="Ruiz", emails=["ana@casa.example"]),
        "lead": create(ctx, "leads", first_name="Olmedo", last_name="García"),
    }


def test_everything_that_a_word_finds_is_in_one_list(ctx: Context, firm: dict[str, str]) -> None:
    assert set(found(ctx, "olmedo")) == {
        ("companies", "Distribuciones Olmedo"), ("leads", "Olmedo García"), ("contacts", "Ana Peña"),
    }  # fmt: skip
    assert found(ctx, "OLMEDO", plurals=["companies"]) == [("companies", "Distribuciones Olmedo")]


def test_a_whole_word_comes_before_a_beginning_and_a_name_before_the_rest(ctx: Context, firm: dict[str, str]) -> None:
    assert found(ctx, "ana")[:2] == [("contacts", "Ana Peña"), ("contacts", "Anabel Ruiz")]
    assert found(ctx, "an")[0][0] == "contacts"


def test_what_changed_last_comes_first_among_equals(ctx: Context, later: Context) -> None:
    create(ctx, "companies", name="Bodegas Uno")
    create(later, "companies", name="Bodegas Dos")

    assert found(ctx, "bodegas") == [("companies", "Bodegas Dos"), ("companies", "Bodegas Uno")]


def test_somebody_is_found_by_a_name_and_the_firm(ctx: Context, firm: dict[str, str]) -> None:
    for q in ("ana olmedo", "olmedo ana", "pen olmedo", "ana distribuciones olmedo"):
        assert found(ctx, q) == [("contacts", "Ana Peña")], q
    assert found(ctx, "bruno olmedo") == []


@pytest.mark.parametrize("q", ["9251", "925 12", "925 123 456", "+34 925", "+34925123456", "0034 925 12", "123456"])
def test_a_number_is_found_while_it_is_typed(ctx: Context, firm: dict[str, str], q: str) -> None:
    assert found(ctx, q, plurals=["companies"]) == [("companies", "Distribuciones Olmedo")]


def test_a_hit_says_where_it_was_found_and_what_it_belongs_to(ctx: Context, firm: dict[str, str]) -> None:
    by_name = searching.everywhere(ctx, q="peña")["items"]
    by_mail = searching.everywhere(ctx, q="ana@casa")["items"]

    assert by_name == [{
        "object": "contacts", "id": firm["ana"], "name": "Ana Peña", "field": "name",
        "subtitle": "Distribuciones Olmedo",
    }]  # fmt: skip
    assert [(item["field"], item["subtitle"]) for item in by_mail] == [("emails", "ana@casa.example")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("olmdo", "olmedo"),
        ("ollmedo", "olmedo"),
        ("olmido", "olmedo"),
        ("omledo", "olmedo"),
        ("plmedo", "olmedo"),
        ("olmedi", "olmedo"),
        ("distribusiones", "distribuciones"),
        ("DISTRIBUCIONS", "distribuciones"),
        ("olmido ana", "olmedo ana"),
        ("garcai", "garcia"),
    ],
)
def test_a_mistyped_word_is_taken_for_the_one_that_was_meant(
    ctx: Context, firm: dict[str, str], typed: str, meant: str
) -> None:
    answer = searching.everywhere(ctx, q=typed)

    assert answer["corrected"] == meant
    assert answer["items"]


@pytest.mark.parametrize("typed", ["olxxdo", "xyz", "olm", "1234", "zzzzzz", "#", "''"])
def test_what_nobody_can_have_meant_finds_nothing(ctx: Context, firm: dict[str, str], typed: str) -> None:
    answer = searching.everywhere(ctx, q=typed)

    assert answer["corrected"] is None
    assert "zzzzzz" not in str(answer)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hotle", "hotel"), ("meetign", "meeting"), ("suplier", "supplier"), ("adress", "address"), ("frend", "friend")],
)
def test_english_words_are_corrected_as_well(ctx: Context, typed: str, meant: str) -> None:
    create(ctx, "companies", name=f"The {meant} Company")

    assert searching.everywhere(ctx, q=typed)["corrected"] == meant


def test_a_word_that_the_last_record_has_lost_is_forgotten(ctx: Context, firm: dict[str, str]) -> None:
    before = rows.get(ctx, "leads", firm["lead"])
    records.delete(ctx, plural="leads", id=firm["lead"], expected_version=None)
    follow(ctx, "leads", before, firm["lead"])

    assert searching.everywhere(ctx, q="garcai") == {"items": [], "corrected": None}
    assert vocabulary.meant(ctx, overlays.load(ctx), "garcai") == []
    assert vocabulary.meant(ctx, overlays.load(ctx), "olmdo") == ["olmedo"]


def test_a_known_word_costs_nothing(world: World, ctx: Context, firm: dict[str, str]) -> None:
    object = overlays.load(ctx).of_plural("companies")

    with world.watch.during() as calls:
        vocabulary.follow(ctx, object, {}, {"olmedo": "name", "distribuciones": "name"})

    assert calls == []


def test_a_search_asks_each_object_once_and_reads_what_it_shows(
    world: World, ctx: Context, firm: dict[str, str]
) -> None:
    catalogue = overlays.load(ctx)

    with world.watch.during() as calls:
        searching.everywhere(ctx, q="peña", plurals=["contacts", "companies", "leads"])

    asked = [call.operation for call in calls]
    assert asked.count("BatchGetItem") <= 2
    assert len(asked) <= 3 + 2 + 1
    assert catalogue.version == overlays.load(ctx).version


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("olmedo", "olmedo", False), ("olmedo", "olmeda", True), ("olmedo", "lmedo", True), ("olmedo", "olmedos", True),
        ("olmedo", "omledo", True), ("olmedo", "olmeod", True), ("olmedo", "emoldo", False), ("ab", "ba", True),
        ("abc", "cba", False), ("ana", "anabel", False), ("aab", "aba", True), ("ruiz", "riuz", True),
    ],
)  # fmt: skip
def test_words_one_edit_apart(one: str, other: str, expected: bool) -> None:
    assert vocabulary.is_one_edit(one, other) is vocabulary.is_one_edit(other, one) is expected


def partner(ctx: Context, **definition: Any) -> Context:
    """Return somebody of the same firm in a role that reads less."""
    label = {"es": "Socio", "en": "Partner"}
    roles.create_role(ctx, key="partner", definition={"label": label, **definition})
    return replace(ctx, actor=Actor("user", ctx.ids.ulid(ctx.now), role="partner"))


def test_words_of_a_field_that_one_may_not_read_are_neither_found_nor_suggested(ctx: Context) -> None:
    create(ctx, "companies", name="Olmedo", address={"city": "Talavera"})
    blind = partner(ctx, objects={"*": READ_ALL}, fields={"companies": {"address": {"read": False, "write": False}}})

    assert searching.everywhere(ctx, q="talavra")["corrected"] == "talavera"
    assert found(blind, "talavera") == []
    assert searching.everywhere(blind, q="talavra") == {"items": [], "corrected": None}
    assert found(blind, "olmedo") == [("companies", "Olmedo")]


def test_records_that_one_does_not_see_are_neither_found_nor_suggested(ctx: Context, firm: dict[str, str]) -> None:
    alone = partner(ctx, objects={"*": {**READ_ALL, "read": "own"}})
    create(alone, "leads", first_name="Olmo", last_name="Propio")

    assert found(alone, "olmedo") == found(alone, "ana olmedo") == []
    assert searching.everywhere(alone, q="olmdeo") == {"items": [], "corrected": None}
    assert found(alone, "olm") == [("leads", "Olmo Propio")]
