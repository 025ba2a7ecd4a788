"""Teams: made, moved, dissolved, and never a part of themselves."""

import pytest

from tests.builders import Api, Firm
from tests.contract.routes import NOBODYS_ID


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    return shared_api.sign_up()


def team(firm: Firm, name: str, parent: str | None = None) -> str:
    answer = firm.admin.post("/v1/teams", {"name": name, "parent": parent})
    assert answer.status == 201, answer.raw
    return str(answer.body["id"])


def test_a_team_knows_its_people_and_its_place(firm: Firm) -> None:
    north = team(firm, "Norte")
    bilbao = team(firm, "Bilbao", north)
    me = firm.admin.user["id"]
    assert firm.admin.patch(f"/v1/users/{me}", {"team": bilbao}).body["team"] == bilbao

    teams = {one["id"]: one for one in firm.admin.get("/v1/teams").body["items"]}

    assert teams[north] == {"id": north, "name": "Norte", "parent": None, "members": []}
    assert teams[bilbao] == {"id": bilbao, "name": "Bilbao", "parent": north, "members": [me]}
    renamed = firm.admin.patch(f"/v1/teams/{bilbao}", {"name": "Vizcaya", "parent": None})
    assert renamed.body == {"id": bilbao, "name": "Vizcaya", "parent": None, "members": [me]}


def test_a_team_is_never_a_part_of_itself(firm: Firm) -> None:
    top = team(firm, "Arriba")
    middle = team(firm, "Medio", top)
    low = team(firm, "Abajo", middle)

    for parent in (top, middle, low):
        assert firm.admin.patch(f"/v1/teams/{top}", {"parent": parent}).faults == {"parent": "circle"}
    assert firm.admin.patch(f"/v1/teams/{low}", {"parent": top}).status == 200


def test_teams_nest_ten_deep(firm: Firm) -> None:
    parent = None
    for depth in range(10):
        parent = team(firm, f"Nivel {depth}", parent)
    branch = team(firm, "Rama")
    team(firm, "Hoja", branch)

    assert firm.admin.post("/v1/teams", {"name": "Once", "parent": parent}).faults == {"parent": "too_deep"}
    assert firm.admin.patch(f"/v1/teams/{branch}", {"parent": parent}).faults == {"parent": "too_deep"}


def test_a_team_goes_when_nobody_is_left(firm: Firm) -> None:
    top = team(firm, "Temporal")
    low = team(firm, "Debajo", top)
    me = firm.admin.user["id"]
    firm.admin.patch(f"/v1/users/{me}", {"team": low})

    assert firm.admin.delete(f"/v1/teams/{top}").code == "team_in_use"
    assert firm.admin.delete(f"/v1/teams/{low}").code == "team_in_use"
    firm.admin.patch(f"/v1/users/{me}", {"team": None})
    assert [firm.admin.delete(f"/v1/teams/{id}").status for id in (low, top, top)] == [204, 204, 404]


def test_a_team_that_there_is_not_is_nobodys(firm: Firm) -> None:
    me = firm.admin.user["id"]

    assert firm.admin.patch(f"/v1/users/{me}", {"team": NOBODYS_ID}).faults == {"team": "unknown_team"}
    assert firm.admin.post("/v1/teams", {"name": "Norte", "parent": NOBODYS_ID}).faults == {"parent": "unknown_team"}
