"""A firm that watches numbers."""

import pytest

from app import app
from chalicelib.engine.alarms import moving
from chalicelib.engine.segments import plans, waking
from chalicelib.kernel import clock
from tests.builders import Firm
from tests.functional.alarms.watching import Watching
from tests.functional.automation.works import Clock
from tests.world import World


@pytest.fixture
def watching(world: World, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> Watching:
    """Return a firm, and the works behind its alarms."""
    for kept in (moving, plans, waking):
        kept.forget()
    functions, people = Clock(), Clock()
    monkeypatch.setattr(clock, "system_now", functions)
    monkeypatch.setattr(app, "now", people)
    return Watching(world, firm, functions, people)
