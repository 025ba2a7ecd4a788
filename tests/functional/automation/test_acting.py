"""What automations do: records, people, servers, and how it is tried, failed, taken up and taken back."""

from typing import Any

from tests.builders import Api
from tests.functional.automation.works import Works

RIGHTS = ("read", "create", "update", "delete", "export")
OWNED = {"object": "leads", "mode": "round_robin"}


def action(id: str, name: str, **parameters: Any) -> dict[str, Any]:
    return {"id": id, "kind": "action", "action": name, "with": parameters}


def set_values(id: str = "set", **values: Any) -> dict[str, Any]:
    return action(id, "update_record", values=values)


def rule(works: Works, **parts: Any) -> str:
    return str(works.ask("/v1/assignments", {"name": "Por turnos", **OWNED, **parts}, status=201).body["id"])


def test_a_round_gives_each_as_many_as_the_others(works: Works, api: Api) -> None:
    people = [api.hire(works.firm, role, email=f"{role}@{works.firm.canary}.example") for role in ("rep", "manager")]
    ids = [works.admin.user["id"], *(one.user["id"] for one in people)]
    works.automate(action("give", "assign", rule=rule(works, people=ids)))
    leads = [works.create("leads", first_name=f"Lead {number}") for number in range(6)]

    works.until_quiet(twice=True)

    owners = [works.read("leads", lead["id"])["owner"] for lead in leads]
    assert sorted(owners) == sorted(ids * 2)


def test_the_least_open_work_is_given_more_and_a_territory_has_people_of_its_own(works: Works, api: Api) -> None:
    rep = api.hire(works.firm, "rep").user["id"]
    manager = api.hire(works.firm, "manager").user["id"]
    for number in range(3):
        works.create("leads", first_name=f"Viejo {number}", owner=manager)
    works.until_quiet()
    territory = {
        "label": "Bares",
        "condition": {"field": "company_name", "op": "starts", "value": "Bar"},
        "people": [works.admin.user["id"]],
    }
    by_load = rule(works, mode="open_work", people=[manager, rep], territories=[territory])
    works.automate(action("give", "assign", rule=by_load))

    fresh = [works.create("leads", first_name=f"Nuevo {number}") for number in range(5)]
    bar = works.create("leads", first_name="Begoña", company_name="Bar Pepe")
    works.until_quiet(twice=True)

    owners = [works.read("leads", lead["id"])["owner"] for lead in fresh]
    assert (owners.count(rep), owners.count(manager)) == (4, 1)
    assert works.read("leads", bar["id"])["owner"] == works.admin.user["id"]


def test_a_rule_names_people_of_the_firm(works: Works) -> None:
    asked = {"name": "Por turnos", **OWNED, "people": ["01ARZ3NDEKTSV4RRFFQ69G5FAV"]}

    answer = works.admin.post("/v1/assignments", asked)

    assert (answer.status, answer.faults) == (422, {"people": "unknown_user"})


def test_a_step_that_is_refused_ends_its_run_with_the_reason_and_is_taken_up_again(works: Works) -> None:
    works.create("products", name="Aceite", sku="A-1")
    take = action("take", "create_record", object="products", values={"name": "Aceite nuevo", "sku": "A-1"})
    automation = works.automate(take, set_values(status="contacted"))
    lead = works.create("leads", first_name="Begoña")
    works.until_quiet(twice=True)
    (failed,) = works.runs(automation, state="failed")
    (product,) = works.admin.get("/v1/records/products").body["items"]
    works.change("products", product["id"], sku="A-2")

    again = works.ask(f"/v1/automations/{automation}/retry")
    works.until_quiet(twice=True)

    assert (failed["why"], failed["step"], failed["problem"]["code"]) == (
        "already_taken",
        "take",
        "already_taken",
    )
    assert again.body == {"taken_up": 1, "has_more": False}
    assert works.run(automation)["state"] == "finished"
    assert works.read("leads", lead["id"])["status"] == "contacted"
    assert works.runs(automation, state="failed") == []
    assert works.counts(automation)["failed"] == 0


def test_undoing_a_run_gives_back_what_it_changed_but_for_what_was_changed_since(works: Works) -> None:
    task = action("task", "create_record", object="tasks", link="lead", values={"subject": "Llamar"})
    automation = works.automate(set_values(status="contacted", company_name="Bar Pepe"), task)
    lead = works.create("leads", first_name="Begoña", company_name="Bar Lola")
    works.until_quiet()
    works.change("leads", lead["id"], status="qualified")
    run = works.runs(automation)[0]["id"]

    first = works.ask(f"/v1/automations/{automation}/runs/{run}/undo").body["items"]
    second = works.ask(f"/v1/automations/{automation}/runs/{run}/undo").body["items"]

    assert first == second
    assert [(one["plural"], one["verdict"]) for one in first] == [("tasks", "deleted"), ("leads", "given_back")]
    assert (first[1]["fields"], first[1]["kept"]) == (["company_name"], ["status"])
    back = works.read("leads", lead["id"])
    assert (back["status"], back["company_name"]) == ("qualified", "Bar Lola")
    assert works.admin.get("/v1/records/tasks").body["items"] == []


def test_a_dry_run_says_what_would_happen_and_writes_nothing(works: Works) -> None:
    given = rule(works, people=[works.admin.user["id"]])
    automation = works.automate(
        {"id": "wait", "kind": "wait", "for": {"days": 2}},
        set_values(status="contacted"),
        action("give", "assign", rule=given),
        enable=None,
        conditions={"field": "status", "op": "eq", "value": "new"},
    )
    lead = works.create("leads", first_name="Begoña")
    other = works.create("leads", first_name="Marta", status="qualified")
    works.until_quiet()
    with works.world.watch.during() as calls:
        tried = works.ask(f"/v1/automations/{automation}/try", {"record": lead["id"]}).body
    kept_out = works.ask(f"/v1/automations/{automation}/try", {"record": other["id"]}).body

    assert works.world.watch.writes(calls) == []
    assert (tried["enters"], tried["record_name"]) == (True, "Begoña")
    assert [(step["kind"], step["state"]) for step in tried["steps"]] == [
        ("wait", "waiting"), ("update_record", "done"), ("assign", "skipped"),
    ]  # fmt: skip
    assert tried["steps"][1]["told"]["touched"][0]["after"] == {"status": "contacted"}
    assert (kept_out["enters"], kept_out["keeps_out"]) == (False, "conditions")


WITHOUT_CONDITION = {"id": "a", "kind": "branch", "branches": [{"label": "x", "steps": []}]}
SENSELESS = [
    ({"kind": "dance"}, "steps.0", "unknown_step"),
    ({"id": "a", "kind": "wait", "for": {"days": 0}}, "steps.a.for", "not_a_span"),
    ({"id": "a", "kind": "wait", "for": {"days": 3}, "at": "25:00"}, "steps.a.at", "not_a_time"),
    ({"id": "A!", "kind": "stop"}, "steps.0.id", "invalid"),
    (set_values("a", size="big"), "steps.a.values.size", "unknown_field"),
    (set_values("a", status="dancing"), "steps.a.values.status", "unknown_option"),
    (set_values("a", status={"from": "size"}), "steps.a.values.status", "unknown_field"),
    (action("a", "fly"), "steps.a.action", "unknown_action"),
    (action("a", "notify", to="owner", loud=True), "steps.a.loud", "unknown_parameter"),
    (action("a", "create_record", object="tasks", values={"priority": "low"}), "steps.a.values.subject", "required"),
    (action("a", "create_record", object="spoons", values={"name": "x"}), "steps.a.object", "unknown_object"),
    (WITHOUT_CONDITION, "steps.a.branches.0.condition", "required"),
]


def test_what_makes_no_sense_is_refused_by_the_name_of_its_step(works: Works) -> None:
    asked = {"name": "Bienvenida", "object": "leads", "trigger": {"kind": "created"}}

    answers = [works.admin.post("/v1/automations", {**asked, "steps": [step]}) for step, _, _ in SENSELESS]

    assert [answer.faults for answer in answers] == [{at: code} for _, at, code in SENSELESS]


def test_an_author_sets_no_field_that_they_may_not_write(works: Works, api: Api) -> None:
    hidden = {
        "key": "helper",
        "label": {"es": "Ayuda", "en": "Help"},
        "objects": {name: dict.fromkeys(RIGHTS, "all") for name in ("*", "*managed")},
        "fields": {"leads": {"company_name": {"read": False}}},
    }
    assert works.admin.post("/v1/roles", hidden).status == 201
    helper = api.hire(works.firm, "helper")
    asked = {
        "name": "A",
        "object": "leads",
        "trigger": {"kind": "created"},
        "steps": [set_values("a", company_name="x")],
    }

    answer = helper.post("/v1/automations", asked)

    assert (answer.status, answer.faults) == (422, {"steps.a.values.company_name": "unknown_field"})


def test_everybody_reads_automations_and_only_some_change_them(works: Works, api: Api) -> None:
    automation = works.automate(set_values(status="contacted"))
    rep, manager = api.hire(works.firm, "rep"), api.hire(works.firm, "manager")

    assert rep.get(f"/v1/automations/{automation}").body["enabled"] is True
    assert rep.post(f"/v1/automations/{automation}/disable", {}).status == 403
    assert rep.get(f"/v1/automations/{automation}/runs").status == 403
    assert manager.post(f"/v1/automations/{automation}/disable", {}).status == 200
