"""Every figure of a campaign can be watched, equals what its results say, and has the past that its mails tell."""

import json
from typing import Any

from chalicelib.engine.alarms import moving
from functions.alarm_keeper import handler as alarm_keeper
from tests.functional.pipeline.aws_around import LambdaContext, rows_under
from tests.functional.tracking.post import Post


def figures(post: Post, source: str, of: str) -> dict[str, Any]:
    answer = post.firm.admin.get(f"/v1/alarms/figures?source={source}&of={of}")
    assert answer.status == 200, answer.raw
    return {each["id"]: each["value"] for each in answer.body["items"]}


def sent(post: Post) -> dict[str, Any]:
    """Return a campaign of which four mails went, three arrived, one of them was opened and clicked."""
    campaign = post.campaign()
    copies = [post.send(post.person(), run=campaign["id"], campaign=campaign["id"]) for _ in range(4)]
    for copy in copies[:3]:
        post.hear(post.event(copy, "Send"), post.event(copy, "Delivery", after=1))
    post.hear(post.event(copies[3], "Bounce", after=1, bounceType="Permanent"))
    post.hear(post.opened(copies[0], after=60), post.clicked(copies[0], 0, after=70))
    return campaign


def test_the_figures_of_a_campaign_are_those_of_its_results(post: Post) -> None:
    campaign = sent(post)

    told, results = figures(post, "campaigns", campaign["id"]), post.results(campaign)

    for state in ("sent", "delivered", "opened", "clicked", "bounced", "complained", "unsubscribed"):
        assert told[state] == str(results["numbers"][state]["count"]), state
    for state in ("delivered", "opened", "clicked", "bounced"):
        assert float(told[f"{state}_rate"]) == results["numbers"][state]["rate"], state
    assert (told["revenue"], told["purchases"], told["roi"], told["cost"]) == ("0", "0", None, "0")


def test_the_firms_reputation_can_be_watched(post: Post) -> None:
    sent(post)

    told = figures(post, "reputation", "firm")

    assert (told["sent"], told["bounced"], told["bounce_rate"], told["complaint_rate"]) == ("4", "1", "0.25", "0")


def test_what_happens_to_a_mail_has_the_alarm_of_its_campaign_looked_at(post: Post) -> None:
    moving.forget()
    campaign = sent(post)
    metric = {"source": "campaigns", "of": campaign["id"], "figure": "bounced"}
    rule = {"kind": "limit", "op": "above", "value": "100"}
    made = post.firm.admin.post("/v1/alarms", {"name": "Rebotes", "metric": metric, "rule": rule})
    before = timers(post, made.body["id"])
    person = post.person()
    detail = {
        "occurrence": "o", "tenant": post.firm.id, "object": "contact", "plural": "contacts", "id": person["id"],
        "at": "2026-11-22T10:00:00.000Z", "data": {"campaign": campaign["id"]},
    }  # fmt: skip

    for name in ("MailBounced", "MailBounced", "MailClicked"):
        heard({"detail-type": name, "detail": detail})

    assert timers(post, made.body["id"]) - before == 1


def timers(post: Post, alarm: str) -> int:
    return sum(f"alarm:{alarm}" in key for key in rows_under(f"T#{post.firm.id}", table="timers"))


def heard(entry: dict[str, Any]) -> None:
    record = {"messageId": "m", "body": json.dumps(entry), "eventSource": "aws:sqs"}
    assert alarm_keeper.handle({"Records": [record]}, LambdaContext()) == {"batchItemFailures": []}
