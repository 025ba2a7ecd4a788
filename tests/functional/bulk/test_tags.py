"""Tags: put on many records at once, found by, counted, renamed and united."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.functional.history.following import Follower
from tests.functional.work.workshop import Workshop
from tests.world import World


@pytest.fixture
def shop(world: World, firm: Firm) -> Workshop:
    return Workshop(world, firm.admin)


def test_tags_are_put_on_and_taken_off_many_records(shop: Workshop) -> None:
    ana, eva = person(shop, "Ana", tags=["VIP"]), person(shop, "Eva")
    target = {"ids": [ana["id"], eva["id"]]}

    shop.done("/v1/bulk", {"object": "contacts", "action": "tag", "target": target, "tags": ["Feria", "vip"]})
    both = [tags_of(shop, each) for each in (ana, eva)]
    shop.done("/v1/bulk", {"object": "contacts", "action": "untag", "target": target, "tags": ["VIP"]})

    assert both == [["VIP", "Feria"], ["Feria", "vip"]]
    assert [tags_of(shop, each) for each in (ana, eva)] == [["Feria"], ["Feria"]]


def test_records_are_found_by_a_tag_however_it_is_written(shop: Workshop) -> None:
    person(shop, "Ana", tags=["Cliente VIP"])
    person(shop, "Eva", tags=["Feria"])

    found = shop.caller.get("/v1/records/contacts?tags=cliente%20vip").body["items"]

    assert [record["first_name"] for record in found] == ["Ana"]


def test_the_tags_of_a_firm_are_counted(shop: Workshop, world: World) -> None:
    person(shop, "Ana", tags=["VIP", "Feria"])
    person(shop, "Eva", tags=["VIP"])
    assert shop.caller.post("/v1/records/companies", {"name": "Bodega", "tags": ["VIP"]}).status == 201
    Follower(world).follow()

    counted = shop.caller.get("/v1/tags").body["items"]

    assert counted == [
        {"tag": "VIP", "count": 3, "objects": {"companies": 1, "contacts": 2}},
        {"tag": "Feria", "count": 1, "objects": {"contacts": 1}},
    ]


def test_a_tag_is_renamed_united_and_given_back(shop: Workshop) -> None:
    ana, eva = person(shop, "Ana", tags=["VIP", "Importante"]), person(shop, "Eva", tags=["vip"])

    job = shop.done("/v1/tags/rename", {"tags": ["VIP"], "into": "Importante"})
    renamed = [tags_of(shop, each) for each in (ana, eva)]
    shop.done(f"/v1/jobs/{job['id']}/undo")

    assert (job["result"]["counts"]["changed"], renamed) == (2, [["Importante"], ["Importante"]])
    assert [tags_of(shop, each) for each in (ana, eva)] == [["VIP", "Importante"], ["vip"]]


def test_only_who_looks_after_the_work_of_others_renames_tags(shop: Workshop, api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")

    answers = [
        rep.post("/v1/tags/rename", {"tags": ["VIP"], "into": "A"}),
        shop.caller.post("/v1/tags/rename", {"tags": ["uno, dos"], "into": "A"}),
    ]

    assert [answer.status for answer in answers] == [403, 422]


def person(shop: Workshop, name: str, **values: Any) -> dict[str, Any]:
    answer = shop.caller.post("/v1/records/contacts", {"first_name": name, **values})
    assert answer.status == 201, answer.raw
    return dict(answer.body)


def tags_of(shop: Workshop, record: dict[str, Any]) -> list[str]:
    return list(shop.caller.get(f"/v1/records/contacts/{record['id']}").body["tags"])
