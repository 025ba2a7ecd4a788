"""The studio of the tests of this folder."""

import pytest

from tests.builders import Firm
from tests.functional.designing.studio import Studio
from tests.world import World


@pytest.fixture
def studio(world: World, firm: Firm) -> Studio:
    return Studio(world, firm)
