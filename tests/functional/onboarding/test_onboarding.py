"""The first steps of a workspace, over the API: done by what is there, and not by the sample firm."""

import json
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.samples import firm as sample_firm
from chalicelib.samples.plan import Sample
from functions.sample_loader import handler
from tests.builders import Api, Firm
from tests.client import Caller


class Loader:
    aws_request_id = "loader"


@pytest.fixture
def firm(api: Api) -> Firm:
    return api.sign_up()


def done(caller: Caller) -> list[str]:
    return [step["key"] for step in caller.get("/v1/onboarding").body["steps"] if step["done"]]


def asked(caller: Caller) -> list[str]:
    return [step["key"] for step in caller.get("/v1/onboarding").body["steps"]]


def test_a_step_is_done_once_the_workspace_shows_it(api: Api, firm: Firm) -> None:
    at_first = done(firm.admin)
    firm.admin.post("/v1/records/contacts", {"first_name": "Carmen"})
    firm.admin.post("/v1/records/calls", {"subject": "Presentarnos"})
    with_records = done(firm.admin)
    api.hire(firm, "viewer")

    assert asked(firm.admin) == ["contacts", "deals", "activities", "team"]
    assert at_first == []
    assert with_records == ["contacts", "activities"]
    assert done(firm.admin) == ["contacts", "activities", "team"]


def test_the_sample_firm_is_no_work_of_ones_own(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sample_firm.plan

    def small(**asked: Any) -> list[Sample]:
        contacts = [sample for sample in whole(**asked) if sample.plural == "contacts"][:3]
        return [replace(sample, values={"first_name": "Muestra"}, steps=()) for sample in contacts]

    monkeypatch.setattr(sample_firm, "plan", small)
    firm.admin.post("/v1/sample-data")
    handler.handle({"Records": [{"messageId": "1", "body": json.dumps({"tenant": firm.id})}]}, Loader())

    with_samples = done(firm.admin)
    firm.admin.post("/v1/records/contacts", {"first_name": "Carmen"})

    assert len(firm.admin.get("/v1/records/contacts").body["items"]) == 4
    assert with_samples == []
    assert done(firm.admin) == ["contacts"]


def test_nobody_is_asked_what_their_role_cannot_do(api: Api, firm: Firm) -> None:
    rep, viewer = api.hire(firm, "rep"), api.hire(firm, "viewer")

    assert asked(rep) == ["contacts", "deals", "activities"]
    assert asked(viewer) == []


def test_each_puts_the_list_away_for_themselves(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")

    put_away = firm.admin.patch("/v1/onboarding", {"dismissed": True})

    assert put_away.body == {"dismissed": True, "steps": []}
    assert firm.admin.get("/v1/onboarding").body["dismissed"] is True
    assert rep.get("/v1/onboarding").body["dismissed"] is False
    assert firm.admin.patch("/v1/onboarding", {"dismissed": False}).body["steps"] != []
