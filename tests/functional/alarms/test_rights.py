"""Who may make alarms, who knows of them, and who hears of a number."""

from datetime import timedelta

from tests.builders import Api
from tests.client import Caller
from tests.functional.alarms.watching import ABOVE_TWO, LEADS, Watching, told

OWN = {"read": "own", "create": "all", "update": "own", "delete": "none", "export": "none"}
LABEL = {"es": "Socio", "en": "Partner"}


def partner(watching: Watching, api: Api) -> Caller:
    """Hire somebody who sees their own records only."""
    role = {"key": "partner", "label": LABEL, "objects": {"*": OWN}}
    answer = watching.admin.post("/v1/roles", role)
    assert answer.status == 201, answer.raw
    return api.hire(watching.firm, "partner")


def test_whoever_sees_only_their_own_knows_no_number_of_everybody(watching: Watching, api: Api) -> None:
    rep = partner(watching, api)
    alarm = watching.watch()

    assert rep.post("/v1/alarms", {"name": "Mía", "metric": LEADS, "rule": ABOVE_TWO}).status == 403
    assert (rep.get("/v1/alarms").body["items"], rep.get(f"/v1/alarms/{alarm}").status) == ([], 404)
    assert rep.get(f"/v1/alarms/{alarm}/raisings").status == 404
    assert rep.post("/v1/alarms/preview", {"metric": LEADS, "rule": ABOVE_TWO}).status == 422


def test_only_those_hear_of_a_number_who_may_know_it(watching: Watching, api: Api) -> None:
    manager, rep = api.hire(watching.firm, "manager"), partner(watching, api)
    people = [manager.user["id"], rep.user["id"]]
    watching.leads("Ana", "Berta", "Carla")
    watching.until_quiet()

    alarm = watching.watch(people=people)

    assert [len(told(caller)) for caller in (watching.admin, manager, rep)] == [1, 1, 0]
    assert sorted(watching.raisings(alarm)[0]["people"]) == sorted([watching.admin.user["id"], people[0]])


def test_an_alarm_tells_only_people_who_work_here(watching: Watching) -> None:
    refused = watching.admin.post(
        "/v1/alarms", {"name": "Leads", "metric": LEADS, "rule": ABOVE_TWO, "people": ["nobody"]}
    )

    assert (refused.status, refused.faults) == (422, {"people[0]": "unknown_user"})


def test_a_rule_that_makes_no_sense_is_refused_on_its_part(watching: Watching) -> None:
    def asked(**rule: str) -> dict[str, str]:
        answer = watching.admin.post("/v1/alarms", {"name": "Leads", "metric": LEADS, "rule": rule})
        assert answer.status == 422, answer.raw
        return dict(answer.faults)

    assert asked(kind="limit") == {"rule.value": "required"}
    assert asked(kind="limit", op="between", value="5", upper="5") == {"rule.upper": "out_of_order"}
    assert asked(kind="change", percent="0") == {"rule.percent": "out_of_range"}
    assert asked(kind="change", percent="10", span="total") == {"rule.span": "not_an_option"}


def test_a_number_that_is_not_there_cannot_be_watched(watching: Watching) -> None:
    for metric in ({**LEADS, "of": "dragons"}, {**LEADS, "figure": "teeth"}, {**LEADS, "source": "moon"}):
        answer = watching.admin.post("/v1/alarms", {"name": "Leads", "metric": metric, "rule": ABOVE_TWO})

        assert (answer.status, answer.faults) == (422, {"metric": "unknown_metric"})


def test_what_a_rule_would_have_told_comes_from_the_past_that_is_known(watching: Watching) -> None:
    watching.clock.ahead = -timedelta(days=4)
    watching.watch(rule={"kind": "limit", "op": "above", "value": "100"})
    for names in (("Ana",), ("Berta", "Carla"), ("Delia",)):
        watching.leads(*names)
        watching.until_quiet()
        watching.pass_time(hours=24)

    tried = watching.admin.post("/v1/alarms/preview", {"metric": LEADS, "rule": ABOVE_TWO}).body

    assert (tried["value"], tried["now"]["place"], tried["judged"]) == ("4", "beyond", 3)
    assert [each["value"] for each in tried["raisings"]] == ["3"]
