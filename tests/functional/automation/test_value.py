"""What automations are worth: minutes saved, failures and cost, by the runs behind them, and what to do about each."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from tests.builders import Api
from tests.functional.automation.works import Works

TELL = {"kind": "action", "action": "notify", "with": {"to": "owner", "text": "Llama"}}
WAIT = {"kind": "wait", "for": {"days": 3}}
HOT = {"field": "status", "op": "eq", "value": "qualified"}


def asked(works: Works, days: int = 30) -> dict[str, Any]:
    answer = works.admin.get(f"/v1/automations/value?days={days}")
    assert answer.status == 200, answer.raw
    return dict(answer.body)


def worth(works: Works, automation: str, days: int = 30) -> dict[str, Any]:
    (one,) = [item for item in asked(works, days)["items"] if item["id"] == automation]
    return dict(one)


def step(id: str, **said: Any) -> dict[str, Any]:
    return {"id": id, **said}


def fill(values: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "action", "action": "update_record", "with": {"values": values}}


def test_what_was_done_is_counted_in_minutes_that_the_firm_may_change(works: Works) -> None:
    made = works.automate(step("a", **TELL), step("b", **fill({"description": "Visto"})))
    for name in ("Ana", "Luis", "Rosa"):
        works.create("leads", first_name=name)
    works.until_quiet(twice=True)

    before = worth(works, made)
    assert (before["runs"], before["failed"], before["error_rate"], before["advice"]) == (3, 0, 0, "keep")
    assert before["actions"] == [
        {"action": "notify", "count": 3, "minutes": 3},
        {"action": "update_record", "count": 3, "minutes": 6},
    ]
    assert before["minutes_saved"] == 9

    minutes = asked(works)["minutes"]
    answer = works.admin.patch("/v1/automations/value/minutes", {"notify": 10}, version=minutes["version"])
    assert answer.status == 200, answer.raw
    assert worth(works, made)["minutes_saved"] == 36
    back = works.admin.patch("/v1/automations/value/minutes", {"notify": None}, version=answer.body["version"])
    assert {one["action"]: one["minutes"] for one in back.body["items"]}["notify"] == 1


def test_minutes_of_what_is_no_action_are_refused_and_so_is_a_stale_change(works: Works) -> None:
    unknown = works.admin.patch("/v1/automations/value/minutes", {"fly": 3}, version=0)
    stale = works.admin.patch("/v1/automations/value/minutes", {"notify": 3}, version=7)

    assert (unknown.status, unknown.body["errors"][0]["field"]) == (422, "fly")
    assert stale.status == 412


def test_every_number_equals_its_runs_and_their_logs(works: Works) -> None:
    made = works.automate(
        step("a", **TELL),
        step("late", kind="branch", branches=[{"label": "", "condition": HOT, "steps": [step("w", **WAIT)]}]),
        step("b", **TELL),
    )
    for number in range(8):
        works.create("leads", first_name=f"L{number}", status="qualified" if number % 3 == 0 else "new")
    works.until_quiet(twice=True)
    works.pass_time(days=1)
    (stopped, *_) = works.runs(made, state="waiting")
    works.ask(f"/v1/automations/{made}/runs/{stopped['id']}/stop")
    works.pass_time(days=4, twice=True)

    told = worth(works, made)
    logs = [works.log(made, run["id"]) for run in works.runs(made)]
    done = Counter(line["kind"] for log in logs for line in log["log"] if line["state"] == "done")
    assert told["runs"] == len(logs) == 8
    assert told["ended"] == sum(log["ended_at"] is not None for log in logs)
    assert {one["action"]: one["count"] for one in told["actions"]} == done
    since = asked(works)["since"]
    assert len(works.runs(made, since=since)) == told["runs"]
    assert works.runs(made, since="2100-01-01") == []


def test_one_that_fails_is_to_be_mended_until_it_is_taken_up(works: Works) -> None:
    works.create("products", name="Aceite", sku="A-1")
    take = {"action": "create_record", "with": {"object": "products", "values": {"name": "Otro", "sku": "A-1"}}}
    made = works.automate(step("a", kind="action", **take))
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet()

    told = worth(works, made)
    assert (told["failed"], told["error_rate"], told["advice"]) == (1, 1, "mend")
    assert told["findings"] == ["failing"]
    (run,) = works.runs(made, state="failed", since=asked(works)["since"])
    assert run["record"] == lead["id"]

    works.ask(f"/v1/automations/{made}/runs/{run['id']}/retry")
    assert worth(works, made)["failed"] == 0


@pytest.mark.parametrize(
    ("days", "conditions", "findings", "advice"),
    [
        (1, None, ["is_new"], "wait"),
        (20, None, ["never_entered"], "disable"),
        (20, {"field": "first_name", "op": "eq", "value": "Nadie"}, ["nobody_matches", "never_entered"], "mend"),
        (20, {"field": "first_name", "op": "eq", "value": "Ana"}, ["never_entered"], "disable"),
    ],
)
def test_one_that_nobody_enters_is_found(
    works: Works, days: int, conditions: Any, findings: list[str], advice: str
) -> None:
    works.create("leads", first_name="Ana")
    works.until_quiet()
    works.people.ahead = -timedelta(days=days)
    made = works.automate(step("a", **TELL), conditions=conditions)
    works.people.ahead = timedelta()

    told = worth(works, made)

    assert (told["findings"], told["advice"]) == (findings, advice)


def test_a_step_that_nobody_reaches_is_named(works: Works) -> None:
    never = {
        "label": "",
        "condition": {"field": "first_name", "op": "eq", "value": "Nadie"},
        "steps": [step("x", **TELL)],
    }
    made = works.automate(step("a", kind="branch", branches=[never]), step("b", **TELL))
    for number in range(20):
        works.create("leads", first_name=f"L{number}")
    works.until_quiet()

    told = worth(works, made)

    assert (told["findings"], told["unreached"], told["advice"]) == (["steps_unreached"], ["x"], "mend")


def test_what_it_cost_is_told_with_it_and_on_the_automation(works: Works) -> None:
    made, idle = works.automate(step("a", **TELL)), works.automate(step("a", **TELL), enable=None, name="Otra")
    works.create("leads", first_name="Ana")
    works.until_quiet()

    told, total = worth(works, made), asked(works)["total"]
    parts = {part["what"]: float(part["cost"]) for part in told["running_cost"]["parts"]}
    assert parts["write_unit"] > 0
    assert sum(parts.values()) == pytest.approx(float(told["running_cost"]["amount"]), abs=0.0001)
    assert works.counts(made)["running_cost"] == told["running_cost"]
    assert worth(works, idle)["running_cost"]["parts"] == []
    assert worth(works, idle)["advice"] == "decide"
    assert total["running_cost"]["amount"] == told["running_cost"]["amount"]


def test_who_may_not_change_automations_is_told_nothing_of_it(works: Works, api: Api) -> None:
    rep = api.hire(works.firm, "rep")

    assert rep.get("/v1/automations/value").status == 403
    assert rep.patch("/v1/automations/value/minutes", {"notify": 3}, version=0).status == 403
