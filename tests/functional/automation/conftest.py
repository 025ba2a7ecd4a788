"""A firm with automations, and the works behind them."""

import pytest

from app import app
from chalicelib.kernel import clock
from tests.builders import Firm
from tests.faults import faults, pytest_pyfunc_call
from tests.functional.automation.works import Clock, Works
from tests.world import World

__all__ = ["faults", "pytest_pyfunc_call"]


@pytest.fixture
def works(world: World, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> Works:
    """Return the works of a firm."""
    functions, people = Clock(), Clock()
    monkeypatch.setattr(clock, "system_now", functions)
    monkeypatch.setattr(app, "now", people)
    return Works(world, firm, functions, people)
