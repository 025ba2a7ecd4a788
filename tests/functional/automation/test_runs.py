"""Runs: who enters, how they go on, and what stays true however often anything comes."""

import pytest

from tests.functional.automation.works import Works

CALL = {"id": "call", "kind": "action", "action": "create_record"} | {
    "with": {
        "object": "tasks",
        "link": "lead",
        "values": {"subject": "Llamar a {{ name }}", "owner": {"from": "owner"}},
    }
}
CONTACTED = {"id": "mark", "kind": "action", "action": "update_record", "with": {"values": {"status": "contacted"}}}


def test_whoever_comes_gets_a_task_and_is_marked(works: Works) -> None:
    automation = works.automate(CALL, CONTACTED)
    lead = works.create("leads", first_name="Begoña", last_name="Ruiz")

    works.until_quiet(twice=True)

    (task,) = works.admin.get("/v1/records/tasks").body["items"]
    assert task["subject"] == "Llamar a Begoña Ruiz"
    assert task["lead"] == lead["id"]
    assert works.read("leads", lead["id"])["status"] == "contacted"
    run = works.run(automation)
    assert (run["state"], [(line["step"], line["state"]) for line in run["log"]]) == (
        "finished",
        [("call", "done"), ("mark", "done")],
    )
    counts = works.counts(automation)
    assert counts.pop("running_cost")["mails"] == 0
    assert counts == {
        "entered": 1, "inside": 0, "finished": 1, "exited": 0, "stopped": 0, "failed": 0,
        "steps": [{"step": "call", "inside": 0, "passed": 1}, {"step": "mark", "inside": 0, "passed": 1}],
    }  # fmt: skip


@pytest.mark.parametrize(("who", "entered"), [("new", 0), ("matching", 1)])
def test_enabling_asks_whether_those_who_match_now_enter(works: Works, who: str, entered: int) -> None:
    works.create("leads", first_name="Begoña")
    works.create("leads", first_name="Marta", status="contacted")
    works.until_quiet()
    automation = works.automate(CALL, enable=None, conditions={"field": "status", "op": "eq", "value": "new"})

    audience = works.admin.get(f"/v1/automations/{automation}/audience").body
    works.ask(f"/v1/automations/{automation}/enable", {"who": who})
    works.until_quiet(twice=True)

    assert (audience["count"], audience["exact"]) == (1, True)
    assert works.counts(automation)["entered"] == entered


def test_a_wait_ends_on_its_day_and_the_version_is_the_one_that_the_run_began_with(works: Works) -> None:
    wait = {"id": "wait", "kind": "wait", "for": {"days": 3}, "at": "09:00"}
    automation = works.automate(wait, CONTACTED)
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet()
    other = {"id": "mark", "kind": "action", "action": "update_record", "with": {"values": {"status": "unqualified"}}}
    changed = works.admin.patch(f"/v1/automations/{automation}", {"steps": [wait, other]}, version=1)

    works.pass_time(days=2, twice=True)
    between = works.read("leads", lead["id"])["status"]
    works.pass_time(days=2, twice=True)

    assert changed.status == 200, changed.raw
    assert (between, works.read("leads", lead["id"])["status"]) == ("new", "contacted")
    assert works.run(automation)["version"] == 1


def test_a_branch_is_taken_by_what_the_record_is_when_the_run_comes_to_it(works: Works) -> None:
    branch = {
        "id": "by_name",
        "kind": "branch",
        "branches": [
            {
                "label": "Con empresa",
                "condition": {"field": "company_name", "op": "not_empty"},
                "steps": [CALL],
            }
        ],
        "otherwise": [{"id": "end", "kind": "stop"}],
    }
    automation = works.automate(branch, CONTACTED)
    alone = works.create("leads", first_name="Begoña")
    employed = works.create("leads", first_name="Marta", company_name="Bar Pepe")

    works.until_quiet()

    assert works.read("leads", alone["id"])["status"] == "new"
    assert works.read("leads", employed["id"])["status"] == "contacted"
    assert len(works.admin.get("/v1/records/tasks").body["items"]) == 1
    assert {one["step"]: one["passed"] for one in works.counts(automation)["steps"]} == {
        "by_name": 2, "call": 1, "end": 1, "mark": 1,
    }  # fmt: skip
    ways = {run["record"]: works.log(automation, run["id"])["log"][0]["told"] for run in works.runs(automation)}
    assert ways[employed["id"]] == {"branch": "Con empresa", "way": 1}
    assert ways[alone["id"]] == {"branch": None, "way": None}
    tried = works.ask(f"/v1/automations/{automation}/try", {"record": employed["id"]}).body["steps"][0]["told"]
    assert tried == {"branch": "Con empresa", "way": 1}


def test_each_number_of_a_step_opens_the_runs_behind_it(works: Works) -> None:
    wait = {
        "id": "answer",
        "kind": "wait_until",
        "condition": {"field": "company_name", "op": "not_empty"},
        "most": {"days": 7},
        "otherwise": "stop",
    }
    automation = works.automate(CALL, wait, CONTACTED)
    quick, slow, never = (works.create("leads", first_name=name)["id"] for name in ("Begoña", "Marta", "Pilar"))
    works.until_quiet()
    works.change("leads", quick, company_name="Bar Pepe")
    works.until_quiet()
    (gone,) = (run["id"] for run in works.runs(automation) if run["record"] == never)
    works.ask(f"/v1/automations/{automation}/runs/{gone}/stop")

    def behind(**asked: str) -> set[str]:
        return {run["record"] for run in works.runs(automation, **asked)}

    assert behind(standing_at="answer") == {slow}
    assert behind(passed="answer") == {quick}
    assert behind(passed="call") == {quick, slow, never}
    for step in works.counts(automation)["steps"]:
        assert step["inside"] == len(behind(standing_at=step["step"]))
        assert step["passed"] == len(behind(passed=step["step"]))


def test_a_run_waits_until_a_condition_holds_and_no_longer_than_it_may(works: Works) -> None:
    wait = {
        "id": "answer",
        "kind": "wait_until",
        "condition": {"field": "company_name", "op": "not_empty"},
        "most": {"days": 7},
        "otherwise": "stop",
    }
    automation = works.automate(wait, CONTACTED)
    quick = works.create("leads", first_name="Begoña")
    never = works.create("leads", first_name="Marta")
    works.until_quiet()

    works.change("leads", quick["id"], company_name="Bar Pepe")
    works.until_quiet(twice=True)
    in_between = works.counts(automation)
    works.pass_time(days=8, twice=True)

    assert (in_between["finished"], in_between["inside"]) == (1, 1)
    assert works.read("leads", quick["id"])["status"] == "contacted"
    assert works.read("leads", never["id"])["status"] == "new"
    assert {run["record"]: run["why"] for run in works.runs(automation)} == {
        quick["id"]: None,
        never["id"]: "timed_out",
    }
    assert works.timers() == []


@pytest.mark.parametrize(
    ("field", "value", "trigger", "enters"),
    [
        ("status", "contacted", {"kind": "changed", "field": "status", "from": ["new"], "to": ["contacted"]}, 1),
        ("status", "contacted", {"kind": "changed", "field": "status", "from": ["qualified"]}, 0),
        ("status", "contacted", {"kind": "changed", "field": "status", "to": ["qualified"]}, 0),
        ("company_name", "Bar Pepe", {"kind": "changed", "field": "status"}, 0),
        ("company_name", "Bar Pepe", {"kind": "changed", "field": "company_name", "from": [None]}, 1),
        ("company_name", "Bar Pepe", {"kind": "changed"}, 1),
    ],
)
def test_a_change_from_something_to_something_begins_a_run(
    works: Works, field: str, value: str, trigger: dict[str, object], enters: int
) -> None:
    automation = works.automate(CALL, trigger=trigger)
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet()

    works.change("leads", lead["id"], **{field: value})
    works.until_quiet(twice=True)

    assert works.counts(automation)["entered"] == enters


def test_a_record_that_is_deleted_begins_what_waits_for_that_and_ends_every_other_run(works: Works) -> None:
    farewell = works.automate(
        {"id": "tell", "kind": "action", "action": "notify", "with": {"to": "owner"}}, trigger={"kind": "deleted"}
    )
    waiting = works.automate({"id": "wait", "kind": "wait", "for": {"days": 30}}, CONTACTED)
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet()

    assert works.admin.delete(f"/v1/records/leads/{lead['id']}", version=1).status == 204
    works.pass_time(days=31)

    assert works.run(farewell)["state"] == "finished"
    assert (works.run(waiting)["state"], works.run(waiting)["why"]) == ("exited", "deleted")
    told = works.admin.get("/v1/notifications").body["items"]
    assert [one["data"]["what"] for one in told] == ["automation_told"]


def test_a_record_enters_once_or_again_as_its_author_says(works: Works) -> None:
    trigger = {"kind": "changed", "field": "company_name"}
    once = works.automate(CALL, trigger=trigger)
    again = works.automate(CALL, trigger=trigger, reentry="again")
    seldom = works.automate(CALL, trigger=trigger, reentry="again", cooldown={"days": 1})
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet()

    for name in ("Bar Pepe", "Bar Lola", "Bar Paco"):
        works.change("leads", lead["id"], company_name=name)
        works.until_quiet(twice=True)

    assert [works.counts(one)["entered"] for one in (once, again, seldom)] == [1, 3, 1]


def test_events_of_last_year_and_in_any_order_begin_nothing_twice(works: Works) -> None:
    automation = works.automate(CALL, trigger={"kind": "changed"}, reentry="again")
    lead = works.create("leads", first_name="Begoña")
    works.change("leads", lead["id"], company_name="Bar Pepe")
    works.change("leads", lead["id"], company_name="Bar Lola")
    works._follow()
    heard = works.entries()

    works.hear(*reversed(heard), *heard, *heard)
    works.until_quiet()

    assert works.counts(automation)["entered"] == 2
    assert len(works.admin.get("/v1/records/tasks").body["items"]) == 2


def test_automations_that_lead_to_one_another_come_to_rest(works: Works) -> None:
    there = {"id": "a", "kind": "action", "action": "update_record", "with": {"values": {"company_name": "Bar Pepe"}}}
    back = {"id": "b", "kind": "action", "action": "update_record", "with": {"values": {"company_name": "Bar Lola"}}}
    trigger = {"kind": "changed", "field": "company_name"}
    one = works.automate(there, trigger=trigger | {"to": ["Bar Lola"]}, reentry="again")
    other = works.automate(back, trigger=trigger | {"to": ["Bar Pepe"]}, reentry="again")
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet()

    works.change("leads", lead["id"], company_name="Bar Lola")
    works.until_quiet()

    assert [works.counts(each)["entered"] for each in (one, other)] == [1, 1]


def test_an_automation_that_goes_too_fast_is_switched_off_and_says_so(works: Works) -> None:
    automation = works.automate(CALL, most_an_hour=2)
    for name in ("Begoña", "Marta", "Lucía"):
        works.create("leads", first_name=name)

    works.until_quiet()

    stated = works.admin.get(f"/v1/automations/{automation}").body
    assert (stated["enabled"], stated["tripped"]["why"]) == (False, "too_fast")
    assert works.counts(automation)["entered"] == 2
    told = works.admin.get("/v1/notifications").body["items"]
    assert [one["data"]["what"] for one in told] == ["automation_tripped"]


def test_what_comes_quietly_begins_nothing(works: Works) -> None:
    automation = works.automate(CALL)
    asked = {"object": "leads", "action": "update", "target": {"filter": None}, "changes": {"company_name": "Bar Pepe"}}
    works.create("leads", first_name="Begoña")
    works.until_quiet()
    quiet = works.automate(CALL, trigger={"kind": "changed"})

    assert works.admin.post("/v1/bulk", asked).status == 202
    works.until_quiet()

    assert (works.counts(automation)["entered"], works.counts(quiet)["entered"]) == (1, 0)


def test_disabling_lets_runs_go_on_or_stops_them(works: Works) -> None:
    wait = {"id": "wait", "kind": "wait", "for": {"days": 1}}
    kept, stopped = works.automate(wait, CONTACTED), works.automate(wait, CALL)
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet()

    works.ask(f"/v1/automations/{kept}/disable", {})
    works.ask(f"/v1/automations/{stopped}/disable", {"stop_runs": True})
    works.pass_time(days=2)
    works.create("leads", first_name="Marta")
    works.until_quiet()

    assert works.read("leads", lead["id"])["status"] == "contacted"
    assert (works.run(kept)["state"], works.run(stopped)["state"]) == ("finished", "stopped")
    again = works.admin.post(f"/v1/automations/{kept}/disable", {})
    assert (again.status, again.code) == (409, "wrong_state")
