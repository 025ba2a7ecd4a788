"""Lists: filled by hand, by a filter, by an import; and whoever a job brought goes off again when it is taken back."""

from typing import Any

from tests.builders import Api, Firm
from tests.functional.importing.desk import Desk
from tests.functional.segments.steps import MADRID, api, company, firm, made, names, segment, settle, world
from tests.world import World

__all__ = ["api", "firm", "world"]


def test_records_are_put_on_a_list_and_taken_off_it(world: World, firm: Firm) -> None:
    rios, sol, luna = (company(firm.admin, name) for name in ("Bodegas Ríos", "Hotel Sol", "Bar Luna"))
    id = segment(firm.admin, None, mode="static")

    added = firm.admin.post(f"/v1/segments/{id}/members", {"add": [rios, sol]})
    removed = firm.admin.post(f"/v1/segments/{id}/members", {"add": [luna], "remove": [rios]})

    assert (added.status, added.body["size"]) == (200, 2), added.raw
    assert sorted(added.body["added"]) == sorted([rios, sol])
    assert removed.body == {"size": 2, "exact": True, "ready": True, "added": [luna], "removed": [rios]}
    again = firm.admin.post(f"/v1/segments/{id}/members", {"add": [luna], "remove": [rios]})
    assert (again.body["added"], again.body["removed"]) == ([], [])
    assert names(firm.admin.get(f"/v1/segments/{id}/members")) == ["Bar Luna", "Hotel Sol"]


def test_a_list_is_filled_from_a_filter_by_a_job(world: World, firm: Firm) -> None:
    company(firm.admin, "Bodegas Ríos")
    company(firm.admin, "Hotel Sol", "Cádiz")
    id = segment(firm.admin, None, mode="static")

    job = made(firm.admin, f"/v1/segments/{id}/members/by-filter", {"filter": MADRID})
    settle(world)

    assert firm.admin.get(f"/v1/jobs/{job['id']}").body["state"] == "done"
    assert names(firm.admin.get(f"/v1/segments/{id}/members")) == ["Bodegas Ríos"]


def test_a_list_is_filled_with_what_an_import_brought(world: World, firm: Firm) -> None:
    id = segment(firm.admin, None, mode="static", object="contacts")
    made(firm.admin, "/v1/records/contacts", {"first_name": "Pilar"})
    brought = Desk(world, firm.admin).bring("Nombre;Empresa\nAna;Bodegas Ríos\nLuis;Bodegas Ríos\n")

    job = made(firm.admin, f"/v1/segments/{id}/members/by-import", {"import": brought["id"]})
    settle(world)

    assert firm.admin.get(f"/v1/jobs/{job['id']}").body["state"] == "done"
    assert names(firm.admin.get(f"/v1/segments/{id}/members")) == ["Ana", "Luis"]
    assert firm.admin.post(f"/v1/segments/{id}/members/by-import", {"import": id}).status == 404


def test_nobody_puts_records_into_a_segment_that_is_kept(firm: Firm) -> None:
    rios = company(firm.admin, "Bodegas Ríos")
    id = segment(firm.admin, MADRID)

    answer = firm.admin.post(f"/v1/segments/{id}/members", {"add": [rios]})

    assert (answer.status, answer.body["code"]) == (409, "not_a_list")


def job_of(firm: Firm, id: str) -> dict[str, Any]:
    answer = firm.admin.get(f"/v1/jobs/{id}")
    assert answer.status == 200, answer.raw
    return dict(answer.body)


def test_a_job_that_filled_a_list_says_how_many_it_brought_and_which_list_that_is(world: World, firm: Firm) -> None:
    rios = company(firm.admin, "Bodegas Ríos")
    company(firm.admin, "Bar Luna")
    id = segment(firm.admin, None, mode="static")
    made(firm.admin, f"/v1/segments/{id}/members", {"add": [rios]})

    begun = made(firm.admin, f"/v1/segments/{id}/members/by-filter", {"filter": MADRID})
    settle(world)

    job = job_of(firm, begun["id"])
    assert job["about"] == {"kind": "segment", "id": id, "name": "Clientes"}
    assert job["result"] == {"counts": {"added": 1, "there": 1}}
    assert (begun["can_undo"], begun["can_stop"], job["can_undo"]) == (False, True, True)


def test_whoever_a_job_put_on_a_list_goes_off_it_again_and_nobody_else(world: World, firm: Firm) -> None:
    rios, luna, sol = (company(firm.admin, name) for name in ("Bodegas Ríos", "Bar Luna", "Hotel Sol"))
    id = segment(firm.admin, None, mode="static")
    made(firm.admin, f"/v1/segments/{id}/members", {"add": [rios]})
    begun = made(firm.admin, f"/v1/segments/{id}/members/by-filter", {"filter": MADRID})
    settle(world)
    made(firm.admin, f"/v1/segments/{id}/members", {"remove": [luna]})
    made(firm.admin, f"/v1/segments/{id}/members", {"add": [luna]})

    undone = firm.admin.post(f"/v1/jobs/{begun['id']}/undo")
    assert (undone.status, undone.body["state"]) == (202, "undoing")
    settle(world)

    job = job_of(firm, begun["id"])
    assert names(firm.admin.get(f"/v1/segments/{id}/members")) == ["Bar Luna", "Bodegas Ríos"]
    assert (job["state"], job["can_undo"], job["is_running"]) == ("undone", False, False)
    assert job["result"]["undo"] == {"undone": 1, "kept": 1}
    assert firm.admin.post(f"/v1/jobs/{begun['id']}/undo").status == 409
    assert firm.admin.get(f"/v1/records/companies/{sol}").status == 200


def test_a_job_that_was_stopped_brings_nobody_else(world: World, firm: Firm) -> None:
    company(firm.admin, "Bodegas Ríos")
    id = segment(firm.admin, None, mode="static")
    begun = made(firm.admin, f"/v1/segments/{id}/members/by-filter", {"filter": MADRID})

    stopped = firm.admin.post(f"/v1/jobs/{begun['id']}/stop")
    settle(world)

    assert (stopped.status, stopped.body["state"]) == (202, "stopped")
    assert names(firm.admin.get(f"/v1/segments/{id}/members")) == []
    assert job_of(firm, begun["id"])["state"] == "stopped"


def test_only_who_may_change_lists_takes_such_a_job_back(world: World, api: Api, firm: Firm) -> None:
    company(firm.admin, "Bodegas Ríos")
    id = segment(firm.admin, None, mode="static")
    begun = made(firm.admin, f"/v1/segments/{id}/members/by-filter", {"filter": MADRID})
    settle(world)
    rep = api.hire(firm, "rep")

    assert rep.post(f"/v1/jobs/{begun['id']}/undo").status == 404
    assert firm.admin.delete(f"/v1/segments/{id}", version=1).status == 204
    assert firm.admin.post(f"/v1/jobs/{begun['id']}/undo").status == 404
