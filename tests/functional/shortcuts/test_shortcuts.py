"""Favourites, the records opened last, and copies, over the API."""

import pytest

from chalicelib.engine import shortcuts
from tests.builders import Api, Firm
from tests.contract.routes import NOBODYS_ID
from tests.contract.test_foreign_ids import RECORDS
from tests.world import World


@pytest.fixture
def firm(api: Api) -> Firm:
    return api.sign_up()


def made(firm: Firm, plural: str = "companies", **values: object) -> str:
    answer = firm.admin.post(f"/v1/records/{plural}", values or {"name": "Bar Pepe"})
    assert answer.status == 201, answer.raw
    return str(answer.body["id"])


def listed(firm: Firm, what: str) -> list[str]:
    return [one["name"] for one in firm.admin.get(f"/v1/{what}").body["items"]]


def test_a_favourite_is_kept_once_and_dropped(firm: Firm) -> None:
    pepe, lola = made(firm, name="Bar Pepe"), made(firm, name="Bar Lola")

    kept = [firm.admin.call("PUT", f"/v1/favourites/companies/{id}").body for id in (pepe, lola, pepe)]
    both = listed(firm, "favourites")
    dropped = [firm.admin.delete(f"/v1/favourites/companies/{pepe}").body for _ in range(2)]

    assert kept == [{"favourite": True}] * 3
    assert both == ["Bar Lola", "Bar Pepe"]
    assert dropped == [{"favourite": False}] * 2
    assert listed(firm, "favourites") == ["Bar Lola"]
    assert firm.admin.get(f"/v1/favourites/companies/{lola}").body == {"favourite": True}


def test_a_favourite_that_is_deleted_leaves_the_list_and_comes_back_with_its_record(firm: Firm) -> None:
    pepe = made(firm)
    firm.admin.call("PUT", f"/v1/favourites/companies/{pepe}")

    firm.admin.delete(f"/v1/records/companies/{pepe}", version=1)
    while_deleted = listed(firm, "favourites")
    firm.admin.post(f"/v1/records/companies/{pepe}/restore")

    assert (while_deleted, listed(firm, "favourites")) == ([], ["Bar Pepe"])


def test_there_is_room_for_so_many_favourites(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcuts, "MOST_FAVOURITES", 1)
    pepe, lola = made(firm, name="Bar Pepe"), made(firm, name="Bar Lola")
    firm.admin.call("PUT", f"/v1/favourites/companies/{pepe}")

    answer = firm.admin.call("PUT", f"/v1/favourites/companies/{lola}")

    assert (answer.status, answer.code) == (409, "too_many_favourites")


def test_the_record_opened_last_comes_first(world: World, firm: Firm) -> None:
    pepe, lola = made(firm, name="Bar Pepe"), made(firm, name="Bar Lola")
    for id in (pepe, lola, pepe, pepe):
        assert firm.admin.post("/v1/recent", {"plural": "companies", "id": id}).status == 204
        world.pass_time(seconds=1)

    assert listed(firm, "recent") == ["Bar Pepe", "Bar Lola"]


def test_no_more_than_fifty_are_kept(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcuts, "MOST_RECENT", 2)
    for name in ("Bar Pepe", "Bar Lola", "Bar Paco"):
        firm.admin.post("/v1/recent", {"plural": "companies", "id": made(firm, name=name)})

    assert listed(firm, "recent") == ["Bar Paco", "Bar Lola"]


def test_each_person_has_lists_of_their_own(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    pepe = made(firm)

    firm.admin.call("PUT", f"/v1/favourites/companies/{pepe}")
    firm.admin.post("/v1/recent", {"plural": "companies", "id": pepe})

    assert rep.get("/v1/favourites").body["items"] == rep.get("/v1/recent").body["items"] == []


def test_what_is_not_there_is_no_shortcut(firm: Firm) -> None:
    assert firm.admin.post("/v1/recent", {"plural": "companies", "id": NOBODYS_ID}).status == 404
    assert firm.admin.post("/v1/recent", {"plural": "nothing", "id": NOBODYS_ID}).status == 404
    assert firm.admin.delete(f"/v1/favourites/companies/{NOBODYS_ID}").status == 404


def test_a_copy_of_every_object_has_the_values_of_its_original(firm: Firm) -> None:
    for plural, values in RECORDS.items():
        needs = {"orders": {"number": "A-2"}, "pipelines": {"name": "Ferias 2"}}.get(plural, {})
        original = made(firm, plural, **values)

        copy = firm.admin.post(f"/v1/records/{plural}/{original}/clone", {"changes": needs})

        assert copy.status == 201, (plural, copy.raw)
        assert copy.body["id"] != original
        assert {name: copy.body[name] for name in values if name not in needs and name != "stages"} == {
            name: firm.admin.get(f"/v1/records/{plural}/{original}").body[name]
            for name in values
            if name not in needs and name != "stages"
        }


def test_a_copy_keeps_links_and_leaves_out_what_is_unique(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    company, contact = made(firm), made(firm, "contacts", first_name="Marta", last_name="Ruiz")
    deal = made(firm, "deals", name="Aceite", company=company, contacts=[contact], amount="1250.50", external_id="E-1")

    copy = rep.post(f"/v1/records/deals/{deal}/clone", {"changes": {"name": "Vino"}}).body

    original = firm.admin.get(f"/v1/records/deals/{deal}").body
    assert (copy["name"], copy["external_id"], copy["version"]) == ("Vino", None, 1)
    assert copy["links"] == original["links"]
    assert copy["amount"] == original["amount"]
    assert copy["owner"] == rep.user["id"]


def test_a_unique_value_is_not_copied_and_may_be_given(firm: Firm) -> None:
    pipeline = made(firm, "pipelines", **RECORDS["pipelines"])

    without = firm.admin.post(f"/v1/records/pipelines/{pipeline}/clone", {})
    same = firm.admin.post(f"/v1/records/pipelines/{pipeline}/clone", {"changes": {"name": "Ferias"}})

    assert (without.status, without.faults) == (422, {"name": "required"})
    assert (same.status, same.code) == (409, "already_taken")


def test_the_same_request_copies_once(firm: Firm) -> None:
    pepe, key = made(firm), {"Idempotency-Key": "clone-1"}

    copies = [firm.admin.post(f"/v1/records/companies/{pepe}/clone", {}, headers=key).body["id"] for _ in range(2)]

    assert copies[0] == copies[1]


def test_who_only_looks_makes_no_copies(api: Api, firm: Firm) -> None:
    assert api.hire(firm, "viewer").post(f"/v1/records/companies/{made(firm)}/clone", {}).status == 403
