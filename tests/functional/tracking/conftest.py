"""A firm that writes to its people, with SES faked."""

import pytest

from chalicelib.storage import connection
from tests.builders import Api, Firm
from tests.fake_ses import FakeSes
from tests.faults import FaultInjector, faults, pytest_pyfunc_call
from tests.functional.tracking.post import Post
from tests.world import World

__all__ = ["faults", "pytest_pyfunc_call"]


@pytest.fixture
def ses(world: World, faults: FaultInjector) -> FakeSes:
    """Return the SES that takes every mail."""
    fake = FakeSes()
    connection.on_client(fake.attach)
    return fake


@pytest.fixture
def post(world: World, api: Api, ses: FakeSes) -> Post:
    """Return the post of a firm."""
    return Post(world, api.sign_up("Aceites Olmedo"), ses)


@pytest.fixture
def firm(post: Post) -> Firm:
    """Return the firm whose post it is."""
    return post.firm
