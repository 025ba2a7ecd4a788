"""An administrator looks at the firm as somebody else sees it: only looks, and is seen looking."""

import pytest

from tests.builders import Api, Firm
from tests.contract.routes import NOBODYS_ID

OWN = {"read": "own", "create": "all", "update": "own", "delete": "own", "export": "none"}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    firm = shared_api.sign_up()
    label = {"es": "Socio", "en": "Partner"}
    firm.admin.post("/v1/roles", {"key": "partner", "label": label, "objects": {"*": OWN}})
    shared_api.hire(firm, "partner")
    shared_api.hire(firm, "manager")
    firm.admin.post("/v1/records/companies", {"name": "Bar Pepe"})
    firm["partner"].post("/v1/records/companies", {"name": "Bar Lola"})
    return firm


def test_the_answer_is_the_users_own_and_says_so(firm: Firm) -> None:
    partner = firm["partner"].user["id"]

    by_header = firm.admin.get("/v1/records/companies", headers={"Tendero-See-As": partner})
    by_parameter = firm.admin.get(f"/v1/records/companies?as={partner}")

    assert [item["name"] for item in by_header.body["items"]] == ["Bar Lola"]
    assert by_header.body == by_parameter.body == firm["partner"].get("/v1/records/companies").body
    assert by_header.headers["Tendero-Seen-As"] == partner
    assert "Tendero-Seen-As" not in firm.admin.get("/v1/records/companies").headers
    assert firm.admin.get("/v1/me", headers={"Tendero-See-As": partner}).body["user"]["id"] == partner


def test_who_looked_stays_written(firm: Firm) -> None:
    partner = firm["partner"].user["id"]
    for _ in range(2):
        firm.admin.get("/v1/records/companies", headers={"Tendero-See-As": partner})

    looks = firm.admin.get("/v1/access-log").body["items"]

    assert [(look["kind"], look["actor"], look["user"]) for look in looks] == [
        ("seen_as", firm.admin.user["id"], partner)
    ]


def test_as_somebody_else_one_only_looks(firm: Firm) -> None:
    as_partner = {"Tendero-See-As": firm["partner"].user["id"]}

    created = firm.admin.post("/v1/records/companies", {"name": "Bar Paco"}, headers=as_partner)
    queried = firm.admin.post("/v1/records/companies/query", {}, headers=as_partner)
    administered = firm.admin.get("/v1/roles", headers=as_partner)

    assert (created.status, created.code) == (403, "looking_only")
    assert [item["name"] for item in queried.body["items"]] == ["Bar Lola"]
    assert administered.status == 403


def test_nobody_but_an_administrator_looks(firm: Firm) -> None:
    as_admin = {"Tendero-See-As": firm.admin.user["id"]}

    assert firm["manager"].get("/v1/me", headers=as_admin).status == 403
    assert firm.admin.get("/v1/me", headers={"Tendero-See-As": NOBODYS_ID}).status == 404
