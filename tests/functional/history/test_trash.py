"""The trash: what was deleted is listed, comes back, and goes for good after a month or when somebody says so."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib import wiring
from chalicelib.engine import firing
from chalicelib.kernel.context import Actor
from chalicelib.storage import guard, links, timeline
from chalicelib.storage import records as rows
from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.history.following import Follower
from tests.functional.work.workshop import Workshop
from tests.world import World

Record = dict[str, Any]


@pytest.fixture
def follower(world: World, firm: Firm) -> Follower:
    return Follower(world)


def test_the_trash_lists_what_is_deleted_newest_first(follower: Follower, firm: Firm) -> None:
    made = [created(firm.admin, f"Bodega {n}") for n in range(3)]
    for record in made[:2]:
        deleted(firm.admin, record)
    follower.follow()

    listed = trash(firm.admin)

    assert [record["name"] for record in listed] == ["Bodega 1", "Bodega 0"]
    assert {record["deleted_by"] for record in listed} == {firm.admin.user["id"]}
    assert all(record["purged_at"] > record["deleted_at"] for record in listed)


def test_what_came_back_is_in_the_trash_no_longer(follower: Follower, firm: Firm) -> None:
    made = created(firm.admin, "Bodega")
    deleted(firm.admin, made)
    follower.follow()

    firm.admin.post(f"/v1/records/companies/{made['id']}/restore")
    before_the_stream = trash(firm.admin)
    follower.follow()

    assert (before_the_stream, trash(firm.admin)) == ([], [])


def test_only_what_is_deleted_is_purged_and_only_by_an_administrator(
    follower: Follower, firm: Firm, api: Api, world: World
) -> None:
    made, manager = created(firm.admin, "Bodega de Ana"), api.hire(firm, "manager")
    person = firm.admin.post("/v1/records/contacts", {"first_name": "Ana", "companies": [{"id": made["id"]}]})
    assert person.status == 201, person.raw
    path = f"/v1/records/companies/{made['id']}/purge"

    too_early = firm.admin.delete(path)
    deleted(firm.admin, made)
    follower.follow()
    refused = manager.delete(path)
    purged = firm.admin.delete(path)
    again = firm.admin.delete(path)

    assert [answer.status for answer in (too_early, refused, purged, again)] == [409, 403, 204, 404]
    assert trash(firm.admin) == []
    ctx = world.ctx(firm.id)
    with guard.entered(ctx.tenant):
        assert rows.get(ctx, "companies", made["id"], include_deleted=True) is None
        assert links.of(ctx, made["id"]) == links.of(ctx, person.body["id"]) == []
        told, _ = timeline.page(ctx, made["id"], limit=50)
    tombstone = next(entry for entry in told if entry.kind == "purged")
    assert (tombstone.actor, tombstone.data["object"]) == (firm.admin.user["id"], "company")


def test_after_a_month_the_trash_of_a_day_is_emptied(follower: Follower, firm: Firm, world: World) -> None:
    old, kept = created(firm.admin, "Bodega vieja"), created(firm.admin, "Bodega nueva")
    deleted(firm.admin, old)
    deleted(firm.admin, kept)
    follower.follow()
    firm.admin.post(f"/v1/records/companies/{kept['id']}/restore")
    ctx = world.ctx(firm.id)

    world.pass_time(days=32)
    with guard.entered(ctx.tenant):
        later = replace(ctx, now=world.now, actor=Actor("system", "timer_firer"))
        firing.fire_due(later, handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=1))
    Workshop(world, firm.admin).work()

    with guard.entered(ctx.tenant):
        assert rows.get(ctx, "companies", old["id"], include_deleted=True) is None
        assert rows.get(ctx, "companies", kept["id"]) is not None


def created(who: Caller, name: str) -> Record:
    answer = who.post("/v1/records/companies", {"name": name})
    assert answer.status == 201, answer.raw
    return dict(answer.body)


def deleted(who: Caller, record: Record) -> None:
    assert who.delete(f"/v1/records/companies/{record['id']}", version=record["version"]).status == 204


def trash(who: Caller) -> list[Record]:
    answer = who.get("/v1/records/companies/trash")
    assert answer.status == 200, answer.raw
    return list(answer.body["items"])
