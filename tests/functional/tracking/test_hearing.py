"""What the bus carries comes to those who understand it: of records to their keepers, of links to the news of mails."""

import pytest

from chalicelib.engine.alarms import moving
from chalicelib.engine.segments import plans
from functions.record_stream import handler as record_stream
from infra import synthesis
from infra.template import Template
from tests.bus import Bus
from tests.functional.pipeline.aws_around import LambdaContext, stream_of
from tests.functional.tracking.post import Post

KEEPERS = {"segment_keeper", "alarm_keeper", "automation_runner"}


@pytest.fixture(scope="module")
def bus() -> Bus:
    return Bus(Template.of(synthesis.synthesise("local").template))


def follow_records(post: Post) -> None:
    record_stream.handle({"Records": stream_of(post.world.settings.prefix)}, LambdaContext())


def test_that_a_link_was_followed_is_heard_by_the_news_of_mails_and_by_no_keeper_of_records(
    post: Post, bus: Bus
) -> None:
    copy = post.send(post.person(), campaign="autumn")

    post.follow(copy, 0)

    (followed,) = post.carried()
    assert bus.hearers(followed) == {"mail_feedback"}
    assert bus.refusers(followed) == set()


def test_what_is_told_of_records_is_heard_by_all_their_keepers(post: Post, bus: Bus) -> None:
    copy = post.send(post.person(), campaign="autumn")
    post.hear(post.event(copy, "Delivery"), post.clicked(copy, 0, after=60))
    follow_records(post)

    heard = {entry["detail-type"]: bus.hearers(entry) for entry in post.carried()}

    assert heard["ContactCreated"] == {*KEEPERS, "duplicate_finder"}
    assert heard["MailClicked"] == KEEPERS


def test_whoever_hears_something_understands_it(post: Post, bus: Bus) -> None:
    plans.forget()
    moving.forget()
    watch_everything(post)
    copy = post.send(post.person(), campaign="autumn")
    post.hear(post.event(copy, "Delivery"), post.clicked(copy, 0, after=60))
    post.follow(copy, 1)
    follow_records(post)

    carried = post.carried()

    assert {"ContactCreated", "MailDelivered", "MailClicked", "LinkFetched"} <= {
        each["detail-type"] for each in carried
    }
    assert {each["detail-type"]: bus.refusers(each) for each in carried if bus.refusers(each)} == {}


def watch_everything(post: Post) -> None:
    """Give the firm a segment of its contacts, and an alarm on its size."""
    filter = {"field": "first_name", "op": "eq", "value": "Pepa"}
    segment = post.firm.admin.post("/v1/segments", {"name": "Pepas", "object": "contacts", "filter": filter})
    metric = {"source": "segments", "of": segment.body["id"], "figure": "size"}
    rule = {"kind": "limit", "op": "above", "value": "100"}
    alarm = post.firm.admin.post("/v1/alarms", {"name": "Muchas Pepas", "metric": metric, "rule": rule})
    assert (segment.status, alarm.status) == (201, 201), (segment.raw, alarm.raw)
