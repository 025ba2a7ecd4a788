"""A record as it was: every version reads back exactly, and a record can be given any of them again."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.storage import guard, timeline
from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.history.following import Follower
from tests.world import World

Record = dict[str, Any]
LONG = "Viñas viejas en ladera. " * 60
MINE = ("version", "updated_at", "updated_by")

COMPANY = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Bodega Ríos", "Bodega Sol", "Bodega Luna"]),
        "industry": st.sampled_from(["retail", "food", None]),
        "website": st.sampled_from(["https://rios.example", None]),
        "description": st.sampled_from([LONG, LONG[::-1], "Tinto.", None]),
    },
).filter(bool)


@pytest.fixture
def follower(world: World, firm: Firm) -> Follower:
    return Follower(world)


def test_a_version_says_who_made_it_from_where_and_what_it_changed(follower: Follower, firm: Firm) -> None:
    made = created(firm.admin, {"name": "Bodega", "description": LONG})
    changed(firm.admin, made, {"industry": "food", "description": "Tinto."}, version=1)
    follower.follow()

    listed = firm.admin.get(path(made, "versions")).body["items"]

    assert [(each["version"], each["kind"], each["source"], sorted(each["fields"])) for each in listed] == [
        (2, "changed", "portal", ["description", "industry"]),
        (1, "created", "portal", []),
    ]
    assert {each["actor"] for each in listed} == {firm.admin.user["id"]}


def test_versions_come_in_pages(follower: Follower, firm: Firm) -> None:
    made = created(firm.admin, {"name": "Bodega"})
    for version in range(1, 5):
        changed(firm.admin, made, {"name": f"Bodega {version}"}, version=version)
    follower.follow()

    first = firm.admin.get(path(made, "versions?limit=2")).body
    second = firm.admin.get(path(made, f"versions?limit=3&cursor={first['next_cursor']}")).body

    assert [each["version"] for each in [*first["items"], *second["items"]]] == [5, 4, 3, 2, 1]
    assert second["next_cursor"] is None


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(COMPANY, min_size=1, max_size=6), data=st.data())
def test_every_version_reads_back_exactly_and_can_be_restored(
    follower: Follower, firm: Firm, edits: list[Record], data: st.DataObject
) -> None:
    held = [created(firm.admin, {"name": "Bodega", "description": LONG})]
    for edit in edits:
        held.append(changed(firm.admin, held[0], edit, version=held[-1]["version"]))
    held = list({record["version"]: record for record in held}.values())
    follower.follow()

    for record in held:
        answer = firm.admin.get(path(record, f"versions/{record['version']}"))
        assert answer.status == 200, answer.raw
        assert values_of(answer.body["record"]) == values_of(record)
    chosen = data.draw(st.sampled_from(held))
    restored = firm.admin.post(path(chosen, f"versions/{chosen['version']}/restore"), version=held[-1]["version"])

    assert restored.status == 200, restored.raw
    assert values_of(restored.body["record"]) == values_of(chosen)
    assert values_of(firm.admin.get(path(chosen)).body) == values_of(chosen)


def test_what_is_not_written_down_yet_is_not_guessed(follower: Follower, firm: Firm) -> None:
    made = created(firm.admin, {"name": "Bodega"})
    follower.follow()
    changed(firm.admin, made, {"name": "Bodega nueva"}, version=1)

    answer = firm.admin.get(path(made, "versions/1"))

    assert (answer.status, answer.code) == (503, "unavailable")


def test_going_back_is_refused_like_any_other_change(follower: Follower, firm: Firm, api: Api) -> None:
    made = created(firm.admin, {"name": "Bodega"})
    changed(firm.admin, made, {"name": "Bodega nueva"}, version=1)
    follower.follow()
    back = path(made, "versions/1/restore")

    answers = [
        firm.admin.post(back),
        firm.admin.post(back, version=1),
        api.hire(firm, "viewer").post(back, version=2),
        firm.admin.post(path(made, "versions/9/restore"), version=2),
        firm.admin.post(path(made, "versions/x/restore"), version=2),
    ]

    assert [answer.status for answer in answers] == [428, 412, 403, 404, 404]
    assert firm.admin.get(path(made)).body["version"] == 2


def test_a_unique_value_that_went_elsewhere_is_not_taken_back(follower: Follower, firm: Firm) -> None:
    made = created(firm.admin, {"name": "Bodega", "tax_id": "B45123452"})
    changed(firm.admin, made, {"tax_id": None}, version=1)
    created(firm.admin, {"name": "Otra", "tax_id": "B45123452"})
    follower.follow()

    answer = firm.admin.post(path(made, "versions/1/restore"), version=2)

    assert (answer.status, answer.code) == (409, "already_taken")


def test_once_erased_the_history_keeps_that_it_happened_and_not_what(
    follower: Follower, firm: Firm, world: World
) -> None:
    made = created(firm.admin, {"name": "Bodega de Ana", "description": LONG})
    changed(firm.admin, made, {"name": "Bodega", "description": None}, version=1)
    follower.follow()
    ctx = world.ctx(firm.id)

    with guard.entered(ctx.tenant):
        erased = timeline.forget_values(ctx, made["id"])
    again = firm.admin.get(path(made, "timeline")).body["items"]

    assert erased == 2
    assert [change for entry in again for change in entry["changes"]] == [
        {"field": "description", "before": None, "after": None},
        {"field": "name", "before": None, "after": None},
    ]
    assert "Ana" not in str(again)
    assert firm.admin.get(path(made, "versions/1")).code == "history_erased"


def created(who: Caller, values: Record) -> Record:
    answer = who.post("/v1/records/companies", values)
    assert answer.status == 201, answer.raw
    return dict(answer.body)


def changed(who: Caller, record: Record, values: Record, *, version: int) -> Record:
    answer = who.patch(path(record), values, version=version)
    assert answer.status == 200, answer.raw
    return dict(answer.body)


def path(record: Record, rest: str = "") -> str:
    return f"/v1/records/companies/{record['id']}" + (f"/{rest}" if rest else "")


def values_of(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in MINE}
