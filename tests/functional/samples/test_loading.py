"""The sample firm over the public API, a step of its loader at a time."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from functions.sample_loader import handler
from tests.builders import Firm
from tests.client import Caller


@dataclass
class LambdaContext:
    aws_request_id: str = "loader"


@pytest.fixture
def admin(firm: Firm) -> Caller:
    return firm.admin


def take_a_step(firm: Firm) -> None:
    message = {"messageId": "1", "body": json.dumps({"tenant": firm.id})}

    answer = handler.handle({"Records": [message]}, LambdaContext())

    assert answer == {"batchItemFailures": []}


def progress(admin: Caller) -> dict[str, Any]:
    told: dict[str, Any] = admin.get("/v1/sample-data").body
    return told


def test_samples_come_in_step_by_step_at_the_moments_they_claim_to_be_from(firm: Firm, admin: Caller) -> None:
    begun = admin.post("/v1/sample-data")
    take_a_step(firm)
    loading = progress(admin)
    companies = admin.get("/v1/records/companies?limit=100").body["items"]

    assert begun.status == 202
    assert begun.body["state"] == "loading"
    assert loading["progress"]["done"] == 100
    assert len(companies) == 80
    assert "Hotel Retiro" in {company["name"] for company in companies}
    assert all(company["created_at"] < "2026" for company in companies)


def test_asking_again_while_they_come_in_wakes_the_loader_and_changes_nothing(firm: Firm, admin: Caller) -> None:
    admin.post("/v1/sample-data")
    take_a_step(firm)

    again = admin.post("/v1/sample-data")

    assert again.status == 202
    assert again.body["progress"]["done"] == 100
    assert len(admin.get("/v1/records/companies?limit=100").body["items"]) == 80


def test_they_cannot_be_removed_while_they_come_in(admin: Caller) -> None:
    admin.post("/v1/sample-data")

    refused = admin.delete("/v1/sample-data")

    assert refused.status == 409
    assert refused.body["code"] == "samples_busy"


def test_an_empty_workspace_has_nothing_to_remove(admin: Caller) -> None:
    assert admin.delete("/v1/sample-data").body["state"] == "absent"
