"""Loading the sample firm, or some of it, as its function does."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from chalicelib.samples import firm as olmedo
from chalicelib.samples.plan import Sample
from functions.sample_loader import handler
from tests.builders import Firm


@dataclass
class LambdaContext:
    aws_request_id: str = "loader"


Choose = Callable[[Sequence[Sample]], list[Sample]]
Load = Callable[[Choose], None]
LoadInto = Callable[[Firm, Choose], None]


def take_a_step(firm: Firm) -> None:
    """Let the loader do its next handful."""
    message = {"messageId": "1", "body": json.dumps({"tenant": firm.id})}

    answer = handler.handle({"Records": [message]}, LambdaContext())

    assert answer == {"batchItemFailures": []}


def work_off(firm: Firm) -> str:
    """Let the loader go on until it is over, and return what the samples are then."""
    for _ in range(100):
        told = firm.admin.get("/v1/sample-data").body["state"]
        if told not in ("loading", "removing"):
            return str(told)
        take_a_step(firm)
    raise AssertionError("the loader comes to no end")


@pytest.fixture
def load_into(monkeypatch: pytest.MonkeyPatch) -> LoadInto:
    """Return what loads those samples into a firm that are wanted: all of them take minutes."""
    whole = olmedo.plan

    def some(firm: Firm, chosen: Choose) -> None:
        monkeypatch.setattr(olmedo, "plan", lambda **asked: chosen(whole(**asked)))
        firm.admin.post("/v1/sample-data")
        assert work_off(firm) == "loaded"

    return some


@pytest.fixture
def load(firm: Firm, load_into: LoadInto) -> Load:
    """Return what loads some samples into the firm of the test."""
    return lambda chosen: load_into(firm, chosen)
