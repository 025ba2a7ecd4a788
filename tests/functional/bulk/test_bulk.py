"""A bulk through the public API: what it changes, whom it refuses, how it is taken back."""

import csv
import io
from datetime import timedelta
from itertools import chain, repeat
from typing import Any

import boto3
import pytest

from chalicelib.engine.bulk import selecting
from chalicelib.kernel import clock
from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.work.workshop import Workshop
from tests.world import World

NOBODY = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
DUE_ES = "Para recordar la tarea hace falta una fecha de vencimiento."
DUE_EN = "Say when the task is due, so that we can remind you before."
Record = dict[str, Any]


@pytest.fixture
def shop(world: World, firm: Firm) -> Workshop:
    return Workshop(world, firm.admin)


def test_an_update_changes_every_record_and_says_what_became_of_each(shop: Workshop) -> None:
    made = [*companies(shop.caller, 3), *companies(shop.caller, 1, first=3, industry="retail")]

    job = shop.done("/v1/bulk", bulk("update", [*made, {"id": NOBODY}], changes={"industry": "retail"}))

    assert (job["object"], job["action"]) == ("companies", "update")
    assert (job["state"], job["progress"]) == ("done", {"done": 5, "total": 5})
    assert job["result"] == {"counts": counts(changed=3, unchanged=1, hidden=1)}
    assert [record["industry"] for record in read(shop.caller, made)] == ["retail"] * 4
    assert [(row["nombre"], row["veredicto"]) for row in verdicts(shop, job)] == [
        ("Bodega 0", "cambiado"),
        ("Bodega 1", "cambiado"),
        ("Bodega 2", "cambiado"),
        ("Bodega 3", "sin cambios"),
        ("", "no visible"),
    ]


@pytest.mark.parametrize(
    ("locale", "separator", "header", "told"),
    [
        (
            "es",
            ";",
            ["objeto", "id", "nombre", "veredicto", "por qué"],
            [
                ["Tareas", "'=HYPERLINK(0)", "cambiado", ""],
                ["Tareas", "Llamar", "rechazado", f"Vence: {DUE_ES}"],
                ["Tareas", "", "no visible", "No existe ese registro."],
            ],
        ),
        (
            "en",
            ",",
            ["object", "id", "name", "verdict", "reason"],
            [
                ["Tasks", "'=HYPERLINK(0)", "changed", ""],
                ["Tasks", "Llamar", "refused", f"Due: {DUE_EN}"],
                ["Tasks", "", "hidden", "There is no such record."],
            ],
        ),
    ],
)
def test_verdicts_are_told_as_whoever_asked_speaks_and_never_run(
    world: World, api: Api, locale: str, separator: str, header: list[str], told: list[list[str]]
) -> None:
    shop = Workshop(world, api.sign_up("Ironbridge Foods", locale=locale).admin)
    tasks = [{"subject": "=HYPERLINK(0)", "due": "2027-01-15T09:00:00Z"}, {"subject": "Llamar"}]
    ids = [*(shop.caller.post("/v1/records/tasks", task).body["id"] for task in tasks), NOBODY]

    asked = {"object": "tasks", "action": "update", "target": {"ids": ids}, "changes": {"reminder": 60}}
    job = shop.done("/v1/bulk", asked)

    rows = verdicts(shop, job, separator=separator)
    assert [*rows[0]] == header
    assert [row[header[1]] for row in rows] == ids
    assert [[row[name] for name in (header[0], *header[2:])] for row in rows] == told


def test_a_refusal_of_the_whole_change_is_told_as_whoever_asked_speaks(shop: Workshop) -> None:
    [pipeline] = shop.caller.get("/v1/records/pipelines").body["items"]
    asked = {"object": "pipelines", "action": "delete", "target": {"ids": [pipeline["id"]]}}

    shown = shop.caller.post("/v1/bulk/preview", asked).body["sample"]
    job = shop.done("/v1/bulk", asked)

    assert [row["por qué"] for row in verdicts(shop, job)] == ["Debe quedar al menos un pipeline."]
    assert [record["reason"] for record in shown] == ["Debe quedar al menos un pipeline."]


def test_what_a_bulk_changed_is_undone_but_for_what_was_edited_since(shop: Workshop) -> None:
    made = companies(shop.caller, 3, industry="hospitality", description="Tinto y blanco.")
    asked = bulk("update", made, changes={"industry": "retail", "description": None, "website": "https://a.example"})
    job = shop.done("/v1/bulk", asked)
    edited = shop.caller.patch(f"/v1/records/companies/{made[1]['id']}", {"name": "Bodega nueva"}, version=2).body

    undone = shop.done(f"/v1/jobs/{job['id']}/undo")

    assert undone["state"] == "undone"
    assert undone["result"]["undo"] == {
        "undone": 2,
        "kept": 1,
        "kept_records": [
            {"object": "companies", "id": made[1]["id"], "name": "Bodega 1", "reason": "Editado después."}
        ],
    }
    first, second, third = read(shop.caller, made)
    assert [values_of(first), values_of(third)] == [values_of(made[0]), values_of(made[2])]
    assert (first["version"], values_of(second)) == (3, values_of(edited))


def test_deleted_records_come_back_by_undo_and_by_restore(shop: Workshop) -> None:
    made = companies(shop.caller, 2)

    deleted = shop.done("/v1/bulk", bulk("delete", made))
    gone = [shop.caller.get(f"/v1/records/companies/{record['id']}").status for record in made]
    shop.done(f"/v1/jobs/{deleted['id']}/undo")
    back = read(shop.caller, made)
    shop.done("/v1/bulk", bulk("delete", made))
    restored = shop.done("/v1/bulk", bulk("restore", made))

    assert gone == [404, 404]
    assert list(map(values_of, back)) == list(map(values_of, made))
    assert restored["result"]["counts"] == counts(changed=2)
    assert list(map(values_of, read(shop.caller, made))) == list(map(values_of, made))


def test_a_transfer_gives_records_to_another_and_back(shop: Workshop, api: Api, firm: Firm) -> None:
    made, rep = companies(shop.caller, 2), api.hire(firm, "rep")

    job = shop.done("/v1/bulk", bulk("transfer", made, owner=rep.user["id"]))
    theirs = [record["owner"] for record in read(shop.caller, made)]
    shop.done(f"/v1/jobs/{job['id']}/undo")

    assert theirs == [rep.user["id"]] * 2
    assert [record["owner"] for record in read(shop.caller, made)] == [shop.caller.user["id"]] * 2


def test_each_record_is_changed_by_the_rights_of_whoever_asks(shop: Workshop, api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    theirs, mine = companies(shop.caller, 1), companies(rep, 1, first=1)

    job = Workshop(shop.world, rep).done("/v1/bulk", bulk("update", [*theirs, *mine], changes={"industry": "retail"}))

    assert job["result"]["counts"] == counts(changed=1, refused=1)
    assert [record["industry"] for record in read(shop.caller, [*theirs, *mine])] == [None, "retail"]


def test_one_who_may_change_nothing_begins_nothing(shop: Workshop, api: Api, firm: Firm) -> None:
    made, viewer = companies(shop.caller, 1), api.hire(firm, "viewer")

    answer = viewer.post("/v1/bulk", bulk("update", made, changes={"industry": "retail"}))

    assert (answer.status, shop.take()) == (403, None)


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"action": "update", "changes": {}}, "changes"),
        ({"action": "update", "changes": {"shoe_size": 44}}, "shoe_size"),
        ({"action": "update", "changes": {"industry": "nonsense"}}, "industry"),
        ({"action": "transfer"}, "owner"),
        ({"action": "transfer", "owner": NOBODY}, "owner"),
        ({"action": "update", "changes": {"name": "x"}, "target": {}}, "target"),
        ({"action": "update", "changes": {"name": "x"}, "target": {"ids": [NOBODY], "filter": None}}, "target"),
        ({"action": "restore", "target": {"filter": None}}, "target"),
        ({"action": "delete", "object": "unicorns"}, "object"),
    ],
)
def test_nonsense_is_refused_before_anything_is_stored(shop: Workshop, asked: Record, field: str) -> None:
    whole = {"object": "companies", "target": {"ids": [NOBODY]}, **asked}

    answer = shop.caller.post("/v1/bulk", whole)

    assert (answer.status, answer.body["errors"][0]["field"]) == (422, field)
    assert shop.caller.get("/v1/jobs").body["items"] == []


def test_a_value_that_must_be_unique_goes_to_one_record_only(shop: Workshop) -> None:
    made = companies(shop.caller, 3)

    job = shop.done("/v1/bulk", bulk("update", made, changes={"tax_id": "B45123452"}))

    assert job["result"]["counts"] == counts(changed=1, refused=2)
    assert sorted(str(record["tax_id"]) for record in read(shop.caller, made)) == ["B45123452", "None", "None"]
    told = [row for row in verdicts(shop, job) if row["veredicto"] == "rechazado"]
    assert {row["por qué"] for row in told} == {"NIF / VAT: Otro registro ya lo tiene."}
    assert all(row["nombre"] for row in told)


def test_a_value_that_somebody_took_since_is_not_taken_back_and_the_undo_says_so(shop: Workshop) -> None:
    made = companies(shop.caller, 2)
    shop.done("/v1/bulk", bulk("update", made[:1], changes={"tax_id": "B45123452"}))
    job = shop.done("/v1/bulk", bulk("update", made[:1], changes={"tax_id": None}))
    shop.done("/v1/bulk", bulk("update", made[1:], changes={"tax_id": "B45123452"}))

    undone = shop.done(f"/v1/jobs/{job['id']}/undo")

    [kept] = undone["result"]["undo"]["kept_records"]
    assert (kept["name"], kept["reason"]) == ("Bodega 0", "NIF / VAT: Otro registro ya lo tiene.")


def test_a_worker_without_time_leaves_the_rest_to_the_next(shop: Workshop) -> None:
    made = companies(shop.caller, 3)
    shop.clock = chain([1.0], repeat(900.0))
    job = shop.ask("/v1/bulk", bulk("update", made, changes={"industry": "retail"}))

    workers = shop.work()

    assert (workers, shop.read(job["id"])["result"]["counts"]) == (2, counts(changed=3))


def test_the_same_message_twice_changes_nothing_twice(shop: Workshop) -> None:
    made = companies(shop.caller, 2)
    shop.ask("/v1/bulk", bulk("update", made, changes={"industry": "retail"}))
    message = shop.take()
    assert message is not None

    shop.deliver(message)
    shop.deliver(message)

    assert [record["version"] for record in read(shop.caller, made)] == [2, 2]


def test_the_same_request_twice_is_one_job(shop: Workshop) -> None:
    asked = bulk("update", companies(shop.caller, 1), changes={"industry": "retail"})
    key = {"Idempotency-Key": "bulk-1"}

    first, again = (shop.caller.call("POST", "/v1/bulk", asked, headers=key) for _ in range(2))

    assert (first.status, first.body["id"]) == (202, again.body["id"])


def test_a_stopped_bulk_keeps_what_is_done_and_touches_nothing_more(shop: Workshop) -> None:
    made = companies(shop.caller, 2)
    job = shop.ask("/v1/bulk", bulk("update", made, changes={"industry": "retail"}))

    stopping = shop.ask(f"/v1/jobs/{job['id']}/stop")
    shop.work()

    stopped = shop.read(job["id"])
    assert (stopping["state"], stopped["state"]) == ("stopping", "stopped")
    assert stopped["result"]["counts"] == counts()
    assert [record["version"] for record in read(shop.caller, made)] == [1, 1]
    assert shop.caller.post(f"/v1/jobs/{job['id']}/stop").status == 409


def test_a_preview_shows_before_and_after_and_writes_nothing(shop: Workshop) -> None:
    made = companies(shop.caller, 2, industry="hospitality")

    answer = shop.caller.post("/v1/bulk/preview", bulk("update", made, changes={"industry": "retail"}))

    assert answer.status == 200, answer.raw
    assert (answer.body["count"], answer.body["exact"]) == (2, True)
    assert answer.body["sample"][0] == {
        "id": made[0]["id"],
        "name": "Bodega 0",
        "verdict": "changed",
        "reason": None,
        "before": {"industry": "hospitality"},
        "after": {"industry": "retail"},
    }
    assert [record["version"] for record in read(shop.caller, made)] == [1, 1]


def test_a_key_edits_only_what_it_may_write(shop: Workshop, api: Api, firm: Firm) -> None:
    made = companies(shop.caller, 1)
    expiry = clock.stamp(shop.world.now + timedelta(days=30))
    narrow = api.key(firm, "jobs:write", expires_at=expiry)
    wide = api.key(firm, "jobs:write", "companies:write", expires_at=expiry)
    asked = bulk("update", made, changes={"industry": "retail"})

    answers = [key.post("/v1/bulk", asked).status for key in (narrow, wide)]

    assert answers == [403, 202]


def test_records_that_leave_the_filter_by_being_changed_are_neither_skipped_nor_done_twice(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "A_PART", 4)
    made = [*companies(shop.caller, 9, industry="retail"), *companies(shop.caller, 2, first=9, industry="food")]
    shop.clock = chain([900.0, 1.0], repeat(900.0))
    was_retail = {"field": "industry", "op": "eq", "value": "retail"}
    asked = {"object": "companies", "action": "update", "target": {"filter": was_retail}}

    job = shop.done("/v1/bulk", {**asked, "changes": {"industry": "food"}})

    assert (job["result"]["counts"], job["progress"]) == (counts(changed=9), {"done": 9, "total": 9})
    assert sorted(record["version"] for record in read(shop.caller, made)) == [1] * 2 + [2] * 9


def test_a_saved_view_chooses_the_records(shop: Workshop) -> None:
    made = [*companies(shop.caller, 2, industry="retail"), *companies(shop.caller, 1, first=2)]
    retail = {"field": "industry", "op": "eq", "value": "retail"}
    view = shop.caller.post("/v1/views", {"object": "companies", "name": "Comercios", "filter": retail})
    assert view.status == 201, view.raw

    job = shop.done("/v1/bulk", {"object": "companies", "action": "delete", "target": {"view": view.body["id"]}})

    assert job["result"]["counts"] == counts(changed=2)
    assert shop.caller.get("/v1/records/companies").body["items"][0]["id"] == made[2]["id"]


def test_a_preview_counts_what_a_filter_holds_for(shop: Workshop) -> None:
    companies(shop.caller, 3, industry="retail")
    companies(shop.caller, 1, first=3)
    target = {"filter": {"field": "industry", "op": "eq", "value": "retail"}}

    answer = shop.caller.post("/v1/bulk/preview", {"object": "companies", "action": "delete", "target": target})

    assert (answer.body["count"], answer.body["exact"], len(answer.body["sample"])) == (3, True, 3)


def test_more_than_a_bulk_takes_is_refused_before_the_first_change(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "MOST", 2)
    made = companies(shop.caller, 3)

    job = shop.done("/v1/bulk", {"object": "companies", "action": "delete", "target": {"filter": None}})

    assert (job["state"], job["problem"]["code"]) == ("failed", "too_many_records")
    assert [record["version"] for record in read(shop.caller, made)] == [1] * 3


def companies(who: Caller, number: int, *, first: int = 0, **values: Any) -> list[Record]:
    made = [who.post("/v1/records/companies", {"name": f"Bodega {first + n}", **values}) for n in range(number)]
    assert {answer.status for answer in made} == {201}, made[0].raw
    return [answer.body for answer in made]


def read(who: Caller, records: list[Record]) -> list[Record]:
    return [who.get(f"/v1/records/companies/{record['id']}").body for record in records]


def bulk(action: str, records: list[Record], **more: Any) -> Record:
    return {"object": "companies", "action": action, "target": {"ids": [each["id"] for each in records]}, **more}


def counts(**found: int) -> dict[str, int]:
    return {"changed": 0, "unchanged": 0, "refused": 0, "hidden": 0, **found}


def values_of(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in ("version", "updated_at", "updated_by")}


def verdicts(shop: Workshop, job: Record, *, separator: str = ";") -> list[dict[str, str]]:
    answer = shop.caller.get(f"/v1/jobs/{job['id']}/verdicts.csv")
    assert answer.status == 200, answer.raw
    key = "t/" + answer.body["url"].split("?")[0].split("/t/")[1]
    s3 = boto3.client("s3", region_name=shop.world.settings.region)
    body = s3.get_object(Bucket=shop.world.settings.files_bucket, Key=key)["Body"].read()
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig")), delimiter=separator))
