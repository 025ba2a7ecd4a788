"""The OpenAPI document is valid, current, complete, and true: schemathesis sends what it allows and what it forbids."""

import importlib
import json
import pkgutil
from collections import Counter
from collections.abc import Callable
from math import ceil
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate
from schemathesis.generation import GenerationMode

import chalicelib
import functions
from chalicelib.api import openapi_document
from tests.builders import Api, Firm
from tests.contract.bridge import wsgi
from tests.contract.routes import OPERATIONS
from tests.contract.test_foreign_ids import RECORDS

COMMITTED = Path(__file__).parents[2] / "docs" / "reference" / "openapi.json"
CASES = 12_500  # of which an operation with few ways to be called sends fewer than its share
DOCUMENT = openapi_document.build(OPERATIONS)
SCHEMA = schemathesis.openapi.from_wsgi("/v1/openapi.json", wsgi)
SCHEMA.config.generation.update(with_security_parameters=False)  # every case comes from somebody who is signed in
DESTRUCTIVE = {"sign_out", "sign_up_firm"}
"""Left to their own tests: one would end the session that all the others use, the other makes a pool user each time."""

ALIKE = {"allow_form"}
"""Answered alike whatever is sent: what a browser asks before it asks."""

schemathesis.checks.load_all_checks()
NOT_OURS = [schemathesis.checks.CHECKS.get_one(name) for name in ("positive_data_acceptance", "ignored_auth")]
"""The first knows no rule of the business, such as a check digit; the second is what ``test_forged_tokens`` does."""


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    return shared_api.sign_up()


@pytest.fixture(scope="module")
def studio(shared_api: Api) -> Firm:
    """A firm for whoever changes what there is: the document that the other one's answers are held against stays."""
    return shared_api.sign_up("Aceites Lucena")


@pytest.fixture(scope="module")
def ids(firm: Firm) -> dict[str, str]:
    """A record of every object, so that a case can reach further than 404."""
    return {plural: firm.admin.post(f"/v1/records/{plural}", values).body["id"] for plural, values in RECORDS.items()}


def test_the_document_is_valid_openapi() -> None:
    validate(DOCUMENT)


def test_the_committed_document_is_what_the_code_says() -> None:
    assert json.loads(COMMITTED.read_text()) == json.loads(json.dumps(DOCUMENT))


def test_every_route_is_in_the_document() -> None:
    described = {operation["operationId"] for path in DOCUMENT["paths"].values() for operation in path.values()}

    missing = [one.name for one in OPERATIONS if not any(name.startswith(one.name) for name in described)]
    assert missing == []


def test_every_operation_says_in_words_what_it_does() -> None:
    for path in DOCUMENT["paths"].values():
        for operation in path.values():
            assert operation["summary"].endswith("."), operation["operationId"]


def _operations() -> list[Any]:
    found = [result.ok() for result in SCHEMA.get_all_operations()]
    return [one for one in found if one.definition.raw["operationId"] not in DESTRUCTIVE]


SENDABLE = _operations()


@pytest.fixture(scope="module", autouse=True)
def all_modules() -> None:
    """Load every module of ours: hypothesis also draws what it finds written in those that are loaded."""
    for package in (chalicelib, functions):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


@pytest.fixture(scope="module")
def answers() -> Counter[int]:
    """How many cases have been answered with each status."""
    return Counter()


@pytest.mark.parametrize("operation", SENDABLE, ids=lambda operation: operation.label)
def test_the_api_does_as_the_document_says(
    operation: Any, firm: Firm, studio: Firm, ids: dict[str, str], answers: Counter[int]
) -> None:
    who = studio if operation.path.startswith("/v1/objects") else firm
    authorization = {"Authorization": f"Bearer {who.admin.token}"}
    plural = operation.path.removeprefix("/v1/records/").partition("/")[0]
    known = {"path_parameters": {"id": ids[plural]}} if plural in ids and "{id}" in operation.path else {}
    modes = [operation.as_strategy(generation_mode=GenerationMode.POSITIVE, **known)]
    if operation.definition.raw["operationId"] not in ALIKE:
        modes.append(operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))

    @settings(
        max_examples=ceil(CASES / len(SENDABLE)),
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=st.one_of(modes))
    def holds(case: Any) -> None:
        answer = case.call_and_validate(headers=authorization, excluded_checks=NOT_OURS)
        answers[answer.status_code] += 1

    holds()


def test_nothing_that_was_sent_broke_the_api(
    answers: Counter[int], record_property: Callable[[str, Any], None]
) -> None:
    record_property("cases that schemathesis sent", f"{answers.total():,}, answered {dict(sorted(answers.items()))}")

    assert max(answers, default=0) < 500
