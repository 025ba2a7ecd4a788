"""Which sessions the door still admits."""

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.crm.admin.objects import Identity
from chalicelib.kernel.context import Actor
from chalicelib.kernel.ids import TenantId

LEFT = datetime(2026, 11, 21, 20, 15, 30, 400_000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("since", "session", "is_admitted"),
    [
        (LEFT - timedelta(seconds=1), "s1", False),
        (LEFT.replace(microsecond=0), "s1", True),
        (LEFT + timedelta(seconds=1), "s1", True),
        (LEFT + timedelta(seconds=1), "signed-out", False),
    ],
)
def test_a_session_lasts_from_not_before_until_it_is_ended(since: datetime, session: str, is_admitted: bool) -> None:
    identity = Identity(
        tenant=TenantId("a" * 20),
        actor=Actor(kind="user", id="01ARZ3NDEKTSV4RRFFQ69G5FAV"),
        locale="es",
        time_zone="Europe/Madrid",
        currency="EUR",
        not_before=LEFT,
        ended_sessions=frozenset({"signed-out"}),
    )

    assert identity.admits(session_id=session, since=since) is is_admitted
