"""What becomes of a mail is noted on the person, once, whatever order it is heard in; what was forged is refused."""

import itertools
import json
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.crm.marketing.tracking import counting
from chalicelib.engine import events
from chalicelib.storage import deliveries, guard, outcomes
from tests.builders import Api
from tests.faults import FaultInjector
from tests.functional.tracking.post import OFFER, WINE, Post, stamp


def row_of(post: Post, copy: Any) -> dict[str, Any]:
    with guard.entered(post.ctx().tenant):
        row = deliveries.get(post.ctx(), *copy.mid.split("."))
    assert row is not None
    return row


def test_a_mail_is_followed_from_its_sending_to_a_click(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa, campaign="autumn", variant="a", purpose="marketing")

    post.hear(
        post.event(copy, "Send"),
        post.event(copy, "Delivery", after=1),
        post.opened(copy, after=3600),
        post.clicked(copy, 1, after=3700),
    )

    told = [(entry["kind"], entry["at"], entry["data"]) for entry in post.timeline(pepa)]
    named = {"campaign": "autumn", "variant": "a", "purpose": "marketing", "mid": copy.mid}
    assert [(kind, at) for kind, at, _ in told] == [
        ("mail_sent", stamp(copy, 0)),
        ("mail_delivered", stamp(copy, 1)),
        ("mail_opened", stamp(copy, 3600)),
        ("mail_clicked", stamp(copy, 3700)),
    ]
    assert told[0][2] == named
    assert told[2][2] == {**named, "human": True, "reasons": []}
    assert {**told[3][2], "link": ""} == {**named, "human": True, "reasons": [], "url": WINE, "link": ""}
    assert row_of(post, copy)["state"] == "delivered"
    names = [name for name, _ in post.told()]
    assert names == ["MailSent", "MailDelivered", "MailOpened", "MailClicked"]
    assert post.told()[2][1]["id"] == pepa["id"]


def test_the_same_event_twice_is_noted_once_and_told_under_the_same_id(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa, campaign="autumn")
    events = [post.event(copy, "Send"), post.event(copy, "Delivery", after=1), post.opened(copy, after=60)]

    post.hear(*events)
    once = post.timeline(pepa)
    post.hear(*events, *events)

    assert post.timeline(pepa) == once
    assert len({detail["occurrence"] for _, detail in post.told()}) == 3


def test_events_in_any_order_come_to_the_same_end(post: Post) -> None:
    kept = set()
    for order in itertools.permutations(range(4)):
        person = post.person()
        copy = post.send(person, campaign="autumn", run=f"run{len(kept)}{order[0]}{order[1]}{order[2]}")
        events = [
            post.event(copy, "Delivery", after=10),
            post.opened(copy, after=11),
            post.clicked(copy, 0, after=12),
            post.clicked(copy, 0, after=900),
        ]

        post.hear(*(events[number] for number in order))

        told = [
            (entry["kind"], entry["data"].get("human"), tuple(entry["data"].get("reasons", ())))
            for entry in post.timeline(person)
        ]
        offsets = [entry["at"] for entry in post.timeline(person)]
        assert offsets == sorted(offsets)
        kept.add(tuple(told))

    assert kept == {
        (
            ("mail_delivered", None, ()),
            ("mail_opened", False, ("too_soon", "with_links")),
            ("mail_clicked", True, ()),
        )
    }


def test_a_machine_is_told_from_a_person_after_the_fact(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa)
    post.hear(post.event(copy, "Delivery"), post.clicked(copy, 0, after=40))
    assert [entry["data"]["human"] for entry in post.timeline(pepa, "mail_clicked")] == [True]

    post.hear(post.clicked(copy, 1, after=40.2), post.clicked(copy, 2, after=40.4))

    clicks = post.timeline(pepa, "mail_clicked")
    assert [(entry["data"]["human"], entry["data"]["reasons"]) for entry in clicks] == [(False, ["all_links"])] * 3
    verdicts = [
        (detail["data"]["link"], detail["data"]["human"]) for name, detail in post.told() if name == "MailClicked"
    ]
    assert (clicks[0]["data"]["link"], False) in verdicts


@pytest.mark.parametrize("forgery", ["tenant", "mid", "address", "id", "link", "nothing"])
def test_a_forged_event_is_refused(post: Post, api: Api, forgery: str) -> None:
    pepa, lola = post.person(), post.person()
    copy, other = post.send(pepa), post.send(lola)
    event = post.clicked(copy, 0, after=60)
    mail = event["detail"]["mail"]
    if forgery == "tenant":
        mail["tags"]["tenant"] = [api.sign_up("Bodegas Ajenas").id]
    elif forgery == "mid":
        mail["tags"]["mid"] = ["october.01ARZ3NDEKTSV4RRFFQ69G5FAV"]
    elif forgery == "address":
        mail["destination"] = ["lola@retiro.example"]
    elif forgery == "id":
        mail["messageId"] = "another"
    elif forgery == "link":
        event["detail"]["click"]["link"] = post.link(other, 0)

    failed = post.hear(event)

    assert failed == []
    noted = forgery == "nothing"
    assert bool(post.timeline(pepa, "mail_clicked")) is noted
    assert post.timeline(lola) == []
    assert bool(post.told()) is noted
    if forgery != "link":
        assert ("became" in row_of(post, copy)) is noted


def test_what_is_no_event_at_all_comes_again_until_it_is_parked(post: Post) -> None:
    assert post.hear({"source": "aws.ses", "detail-type": "Email Opened", "detail": {}}) == ["0"]


def test_a_mail_about_nobody_is_settled_and_told_to_nobody(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa, id="")

    post.hear(post.event(copy, "Delivery", after=1))

    assert row_of(post, copy)["state"] == "delivered"
    assert post.told() == []


def test_a_click_that_ses_and_our_link_report_is_one_and_shares_its_signs(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa)
    post.hear(post.event(copy, "Delivery"), post.clicked(copy, 0, after=60))
    token = post.link(copy, 0).rpartition("/")[2]
    detail = {"tenant": post.firm.id, "token": token, "at": stamp(copy, 60.4), "signs": ["head"]}

    post.hear({"source": "tendero.links", "detail-type": "LinkFetched", "detail": detail})

    (click,) = post.timeline(pepa, "mail_clicked")
    assert (click["data"]["human"], click["data"]["reasons"]) == (False, ["head"])
    assert click["data"]["url"] == OFFER


def test_a_link_fetched_for_another_firm_is_not_believed(post: Post, api: Api) -> None:
    pepa = post.person()
    copy = post.send(pepa)
    other = api.sign_up("Bodegas Ajenas")
    token = post.link(copy, 0).rpartition("/")[2]
    detail = {"tenant": other.id, "token": token, "at": stamp(copy, 60), "signs": []}

    post.hear({"source": "tendero.links", "detail-type": "LinkFetched", "detail": detail})

    assert post.timeline(pepa) == []


def test_what_the_local_mail_room_tells_is_what_is_heard(post: Post) -> None:
    post.ses.tells_all, post.ses.event_delay = True, timedelta()
    addresses = ("pepa@retiro.example", "bounce@simulator.amazonses.com", "complaint@simulator.amazonses.com")
    people = [post.person(emails=[{"value": address}]) for address in addresses]
    for person in people:
        post.send(person, campaign="autumn")

    assert post.hear(*post.ses.due_events()) == []

    assert [{entry["kind"] for entry in post.timeline(person)} for person in people] == [
        {"mail_sent", "mail_delivered"},
        {"mail_sent", "mail_bounced"},
        {"mail_sent", "mail_delivered", "mail_complained"},
    ]


def test_who_withdraws_consent_through_a_mail_has_unsubscribed_from_it(post: Post) -> None:
    pepa = post.person()
    copy = post.send(pepa, campaign="autumn")
    withdrawn = events.Occurrence(
        id="w1",
        name="ConsentWithdrawn",
        tenant=post.ctx().tenant,
        object="contact",
        plural="contacts",
        record=pepa["id"],
        at=stamp(copy, 300),
        data={"purpose": "marketing", "basis": "unsubscribed", "mid": copy.mid},
    ).to_entry()
    entry = {"source": withdrawn.source, "detail-type": withdrawn.name, "detail": json.loads(withdrawn.detail)}

    post.hear(entry, entry, post.event(copy, "Delivery", after=1))

    told = post.timeline(pepa)
    assert {each["kind"] for each in told} == {"mail_delivered", "mail_unsubscribed"}
    assert {name for name, _ in post.told()} == {"MailDelivered", "MailUnsubscribed"}


@pytest.mark.parametrize("data", [{}, {"mid": ""}, {"mid": "nowhere"}, {"mid": "october.p", "basis": "bounced"}])
def test_a_withdrawal_that_is_of_no_mail_is_let_pass(post: Post, data: dict[str, str]) -> None:
    detail = {"tenant": post.firm.id, "occurrence": "w", "id": "p", "at": "2026-11-22T09:00:00.000Z", "data": data}

    assert post.hear({"source": "tendero", "detail-type": "ConsentWithdrawn", "detail": detail}) == []
    assert post.told() == []


@pytest.mark.every_fault
def test_a_click_is_noted_once_whatever_breaks_on_the_way(post: Post, faults: FaultInjector) -> None:
    pepa = post.person()
    copy = post.send(pepa, run=f"run{len(post.sent)}", campaign="autumn", links=[OFFER])
    before = len(post.told())
    event = post.clicked(copy, 0, after=60)

    for attempt in range(3):
        failed: list[str] = ["0"]
        faults.surviving(lambda f=failed: f.__setitem__(slice(None), post.hear(event)), counted=attempt == 0)  # type: ignore[misc]
        if not failed:
            break

    assert failed == []
    (click,) = post.timeline(pepa, "mail_clicked")
    assert (click["data"]["human"], click["data"]["url"]) == (True, OFFER)
    assert {name for name, _ in post.told()[before:]} == {"MailClicked"}
    with guard.entered(post.ctx().tenant):
        (row,) = (each for each in outcomes.each(post.ctx(), "autumn", "clicked") if each.recipient == pepa["id"])
        counted = counting.numbers(post.ctx(), "autumn")[""]["clicked"]
    assert row.record == pepa["id"]
    assert counted == len(list(post.sent))
