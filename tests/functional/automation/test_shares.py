"""A rule of assignment looked at: whose turn it is, what each has, who is away, and what was given last."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.automation.works import Works


@pytest.fixture
def people(works: Works, api: Api, firm: Firm) -> list[str]:
    """Return two who are given leads."""
    return [api.hire(firm, "rep", email=f"rep{number}@{firm.canary}.example").user["id"] for number in range(2)]


def rule(works: Works, people: list[str], **more: Any) -> str:
    answer = works.admin.post("/v1/assignments", {"name": "Por turnos", "object": "leads", "people": people, **more})
    assert answer.status == 201, answer.raw
    return str(answer.body["id"])


def give_out(works: Works, rule: str, *names: str) -> None:
    """Let leads come, one after another, and be given out by a rule."""
    works.automate({"id": "give", "kind": "action", "action": "assign", "with": {"rule": rule}})
    for name in names:
        works.create("leads", first_name=name)
        works.until_quiet()


def shares(caller: Caller, rule: str) -> dict[str, Any]:
    answer = caller.get(f"/v1/assignments/{rule}/shares")
    assert answer.status == 200, answer.raw
    return dict(answer.body)


def test_it_says_who_is_next_and_what_each_was_given(works: Works, people: list[str]) -> None:
    first, second = people
    id = rule(works, people)
    assert shares(works.admin, id)["groups"][0]["next"] == first

    give_out(works, id, "Ana", "Berta", "Carla")

    told = shares(works.admin, id)
    (group,) = told["groups"]
    assert (group["name"], group["mode"], group["next"]) == ("all", "round_robin", second)
    assert [(one["person"], one["drawn"], one["open"]) for one in group["people"]] == [(first, 2, 2), (second, 1, 1)]
    assert [(one["name"], one["person"]) for one in told["latest"]] == [
        ("Carla", first), ("Berta", second), ("Ana", first),
    ]  # fmt: skip
    assert told["drawn"] == 3


def test_whoever_is_away_is_passed_over_and_does_not_catch_up(works: Works, people: list[str]) -> None:
    first, second = people
    id = rule(works, people, away=[{"person": first}])
    give_out(works, id, "Ana", "Berta", "Carla", "Dora")
    told = shares(works.admin, id)["groups"][0]
    assert (told["next"], told["people"][0]["is_away"], told["people"][0]["drawn"]) == (second, True, 0)

    back = works.admin.patch(f"/v1/assignments/{id}", {"away": []}, version=1)
    assert back.status == 200, back.raw
    for name in ("Eva", "Fina", "Gala", "Hilda"):
        works.create("leads", first_name=name)
        works.until_quiet()

    drawn = {one["person"]: one["drawn"] for one in shares(works.admin, id)["groups"][0]["people"]}
    assert drawn[second] - 4 in (1, 2)
    assert drawn[first] in (2, 3)


def test_a_holiday_ends_by_itself(works: Works, people: list[str]) -> None:
    first, second = people
    id = rule(works, people, away=[{"person": first, "until": "2020-01-01"}, {"person": second, "until": "2999-12-31"}])

    (group,) = shares(works.admin, id)["groups"]

    assert [(one["is_away"], one["until"]) for one in group["people"]] == [(False, None), (True, "2999-12-31")]
    assert group["next"] == first


def test_while_everybody_is_away_nobody_is_given_anything(works: Works, people: list[str]) -> None:
    id = rule(works, people, away=[{"person": person} for person in people])
    give_out(works, id, "Ana")

    assert shares(works.admin, id)["groups"][0]["next"] is None
    assert shares(works.admin, id)["latest"] == []


@pytest.mark.parametrize(
    "away", [[{"person": "nobody"}], [{"until": "2026-12-24"}], [{"person": "{first}", "until": "mañana"}]]
)
def test_what_makes_no_sense_of_who_is_away_is_refused(works: Works, people: list[str], away: Any) -> None:
    said = [{name: value.replace("{first}", people[0]) for name, value in one.items()} for one in away]

    answer = works.admin.post(
        "/v1/assignments", {"name": "Por turnos", "object": "leads", "people": people, "away": said}
    )

    assert answer.status == 422


def test_who_may_not_change_rules_does_not_see_what_others_have(works: Works, api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    id = rule(works, [rep.user["id"]])

    assert rep.get(f"/v1/assignments/{id}/shares").status == 403
    assert api.sign_up().admin.get(f"/v1/assignments/{id}/shares").status == 404
