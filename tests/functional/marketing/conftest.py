"""A world in which domains can be published and looked up."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from chalicelib import settings
from chalicelib.storage import connection
from infra.local.names import Zone
from tests.builders import Firm
from tests.fake_identities import FakeIdentities
from tests.functional.marketing.post import an_address, domain
from tests.world import World


@pytest.fixture
def zone(world: World) -> Iterator[Zone]:
    """Return what is published on the internet, which the world asks."""
    published = Zone()
    server = published.serve()
    settings.use(replace(world.settings, dns_resolver=f"127.0.0.1:{server.server_address[1]}"))
    yield published
    server.shutdown()
    server.server_close()


@pytest.fixture
def identities(zone: Zone) -> FakeIdentities:
    """Return the identities of SES, which sees the same internet."""
    fake = FakeIdentities(zone)
    connection.on_client(fake.attach)
    return fake


@pytest.fixture
def sender(firm: Firm, zone: Zone, identities: FakeIdentities) -> str:
    """Return the id of a sender from whom the firm may write to anybody."""
    domain(firm, zone)
    return str(an_address(firm)["id"])
