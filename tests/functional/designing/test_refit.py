"""Records that are there already follow their declaration: placed, claimed and counted, and nobody reads half of it."""

import pytest

from tests.functional.designing.studio import Studio, options


@pytest.fixture
def sizes(studio: Studio) -> dict[str, int]:
    """Return three companies by what they hold in a field that is not indexed yet."""
    studio.add("companies", "c_size", "integer")
    studio.add("companies", "c_code", "text")
    return {studio.record("companies", name=f"Bodega {n}", c_size=n, c_code=f"A-{n}")["id"]: n for n in (30, 4, 100)}


def test_an_index_serves_lists_once_every_record_has_its_place(studio: Studio, sizes: dict[str, int]) -> None:
    studio.change("companies", "c_size", indexed=True)

    told = studio.told("companies", "c_size")
    early = studio.firm.admin.get("/v1/records/companies?sort=c_size")
    late = studio.record("companies", name="Bodega 7", c_size=7)
    job = studio.refit()

    listed = studio.get("/v1/records/companies?sort=c_size")["items"]
    assert (told["building"], told["sortable"], early.status) == (["indexed"], False, 422)
    assert (job["state"], job["progress"]["done"]) == ("done", 4)
    assert [item["c_size"] for item in listed] == [4, 7, 30, 100]
    assert late["id"] in {item["id"] for item in listed}
    assert {item["version"] for item in listed} == {1}
    assert studio.told("companies", "c_size")["building"] == []


def test_a_value_that_becomes_unique_is_claimed_by_those_who_hold_it(studio: Studio, sizes: dict[str, int]) -> None:
    studio.change("companies", "c_code", unique=True)
    job = studio.refit()

    holder = next(id for id, size in sizes.items() if size == 4)
    same = studio.post("/v1/records/companies", {"name": "Otra", "c_code": "a-4"})

    assert job["state"] == "done"
    assert studio.told("companies", "c_code")["unique"] is True
    assert (same.status, same.body["holder_id"]) == (409, holder)


def test_doubles_are_named_before_anything_is_claimed(studio: Studio, sizes: dict[str, int]) -> None:
    double = studio.record("companies", name="Otra", c_code="a-4")

    refused = studio.change("companies", "c_code", unique=True)

    first = next(id for id, size in sizes.items() if size == 4)
    assert (refused.status, refused.code) == (409, "has_doubles")
    assert refused.body["doubles"] == [{"id": double["id"], "same_as": first}]
    assert studio.told("companies", "c_code")["unique"] is False


def test_doubles_that_only_the_work_finds_end_it(
    studio: Studio, sizes: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.record("companies", name="Otra", c_code="a-4")
    monkeypatch.setattr("chalicelib.engine.designing.refitting.MOST_VERIFIED", 0)

    studio.change("companies", "c_code", unique=True)
    job = studio.refit()

    told = studio.told("companies", "c_code")
    assert (job["state"], job["problem"]["code"]) == ("failed", "has_doubles")
    assert (told["unique"], told["building"]) == (False, [])
    assert studio.post("/v1/records/companies", {"name": "Tercera", "c_code": "A-4"}).status == 201


def test_what_was_unique_once_stands_in_nobodys_way(studio: Studio, sizes: dict[str, int]) -> None:
    studio.change("companies", "c_code", unique=True)
    studio.refit()
    studio.change("companies", "c_code", unique=False)
    for id, size in sizes.items():
        studio.firm.admin.patch(f"/v1/records/companies/{id}", {"c_code": f"B-{size}"}, version=1)

    studio.change("companies", "c_code", unique=True)
    studio.refit()

    assert studio.post("/v1/records/companies", {"name": "Otra", "c_code": "A-4"}).status == 201
    assert studio.post("/v1/records/companies", {"name": "Otra", "c_code": "B-4"}).status == 409


def test_a_choice_is_counted_from_all_records(studio: Studio) -> None:
    studio.add("companies", "c_side", "choice", options=options("Sol", "Sombra"))
    for side in ("sol", "sol", "sombra"):
        studio.record("companies", name=side, c_side=side)

    studio.change("companies", "c_side", counted=True)
    early = studio.firm.admin.get("/v1/records/companies/totals?by=c_side")
    studio.refit()

    totals = studio.get("/v1/records/companies/totals?by=c_side")["items"]
    assert early.status == 422
    assert {item["value"]: item["count"] for item in totals if item["count"]} == {"sol": 2, "sombra": 1}


def test_a_text_is_found_by_its_words_from_all_records(studio: Studio, sizes: dict[str, int]) -> None:
    studio.add("companies", "c_motto", "text")
    made = studio.record("companies", name="Olmedo", c_motto="Siempre puntuales")

    studio.change("companies", "c_motto", searched=True)
    studio.refit()

    found = studio.get("/v1/records/companies?q=puntual")["items"]
    assert [item["id"] for item in found] == [made["id"]]


@pytest.mark.parametrize(("plural", "name"), [("companies", "c_size"), ("companies", "website")])
def test_what_is_being_built_is_finished_or_taken_back(
    studio: Studio, sizes: dict[str, int], plural: str, name: str
) -> None:
    studio.change(plural, name, indexed=True)

    refused = studio.change(plural, name, unique=True)
    renamed = studio.change(plural, name, label={"es": "Tamaño", "en": "Size"})
    building = studio.told(plural, name)["building"]
    taken_back = studio.change(plural, name, indexed=False)
    studio.refit()

    told = studio.told(plural, name)
    assert (refused.status, refused.code) == (409, "still_building")
    assert (renamed.status, building) == (200, ["indexed"])
    assert (taken_back.status, told["building"], told["indexed"]) == (200, [], False)


def test_a_product_field_gets_an_index_too(studio: Studio) -> None:
    for website in ("b.example", "a.example"):
        studio.record("companies", name=website, website=website)

    studio.change("companies", "website", indexed=True)
    studio.refit()

    listed = studio.get("/v1/records/companies?sort=website")["items"]
    assert [item["name"] for item in listed] == ["a.example", "b.example"]
