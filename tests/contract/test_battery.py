"""Bad input is refused with a problem that says so, for three AWS calls at most, and has written nothing."""

import pytest

from tests.battery import MOST_CALLS, Shot, shots
from tests.builders import Api, Firm


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    return shared_api.sign_up()


@pytest.mark.parametrize("shot", shots(), ids=lambda shot: shot.name)
def test_what_means_harm_is_refused_cheaply_and_writes_nothing(firm: Firm, shot: Shot) -> None:
    with firm.admin.watch.during() as calls:
        answer = firm.admin.call(shot.method, shot.path, raw=shot.body, headers=shot.headers)

    assert 400 <= answer.status < 500, answer.raw[:300]
    assert len(answer.raw) < 20_000
    assert len(calls) <= MOST_CALLS, [str(call) for call in calls]
