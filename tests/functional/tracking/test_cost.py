"""What it costs to hear of a mail: few calls, of which one writes, and nothing for what is known already.

One more for a batch adds up what it cost, in the ledger of the campaign.
"""

from collections import Counter

import pytest

from tests.functional.tracking.post import Post

MOST_CALLS = 12
LEDGER = "#ledger#"


@pytest.fixture
def warm(post: Post) -> Post:
    """Return the post of a firm whose catalogue this process knows."""
    copy = post.send(post.person(), run="warm", campaign="autumn")
    post.hear(post.event(copy, "Send"), post.clicked(copy, 0, after=60))
    return post


def test_a_click_costs_a_dozen_calls_and_one_transaction_beside_the_ledger(warm: Post) -> None:
    copy = warm.send(warm.person(), campaign="autumn")
    warm.hear(warm.event(copy, "Send"), warm.event(copy, "Delivery", after=1))

    with warm.world.watch.during() as calls:
        warm.hear(warm.clicked(copy, 0, after=60))

    made = Counter(str(call) for call in calls)
    assert made["dynamodb:TransactWriteItems"] == 1 + 1
    assert len([row for row in warm.world.watch.writes(calls) if LEDGER in row]) == 1
    assert made["eventbridge:PutEvents"] == 1
    assert made["dynamodb:UpdateItem"] == 0
    assert sum(made.values()) <= MOST_CALLS + 1, made


def test_what_is_known_already_writes_nothing(warm: Post) -> None:
    copy = warm.send(warm.person(), campaign="autumn")
    events = [warm.event(copy, "Send"), warm.event(copy, "Delivery", after=1), warm.clicked(copy, 0, after=60)]
    warm.hear(*events)

    with warm.world.watch.during() as calls:
        warm.hear(*events)

    assert [row for row in warm.world.watch.writes(calls) if LEDGER not in row] == []
