"""Days that come, clocks that strike, customers who return, and what befalls people."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from chalicelib.engine import events
from chalicelib.kernel import clock
from tests.functional.automation.works import Works

CONTACTED = {"id": "mark", "kind": "action", "action": "update_record", "with": {"values": {"job_title": "Avisado"}}}
CALL = {"id": "call", "kind": "action", "action": "create_record"} | {
    "with": {"object": "tasks", "link": "contact", "values": {"subject": "Llamar", "due": {"in": {"days": 1}}}}
}


def occurrence(works: Works, name: str, record: str, plural: str = "contacts", **data: Any) -> dict[str, Any]:
    """Return how the bus tells of something that befell a record now."""
    at = clock.stamp(works.clock())
    made = events.Occurrence(
        id=events.identity(name, record, at),
        name=name,
        tenant=works.firm.id,  # type: ignore[arg-type]
        object=plural[:-1],
        plural=plural,
        record=record,
        at=at,
        data=data,
    )
    entry = made.to_entry()

    return {"detail-type": entry.name, "source": entry.source, "detail": json.loads(entry.detail)}


def on_field(days: int, **more: Any) -> dict[str, Any]:
    return {"kind": "date", "field": "due", "offset": {"days": days}, "at": "09:00", **more}


def in_days(works: Works, days: int) -> str:
    return (works.clock() + timedelta(days=days)).date().isoformat()


def test_a_record_enters_on_its_day_and_not_on_one_that_was_moved(works: Works) -> None:
    title = {"id": "title", "kind": "action", "action": "update_record", "with": {"values": {"priority": "high"}}}
    automation = works.automate(title, object="tasks", trigger=on_field(-1), name="Vence mañana")
    moved = works.create("tasks", subject="Llamar", due={"local": f"{in_days(works, 4)}T12:00"})
    kept = works.create("tasks", subject="Escribir", due={"local": f"{in_days(works, 4)}T12:00"})
    works.until_quiet(twice=True)
    works.change("tasks", moved["id"], due={"local": f"{in_days(works, 10)}T12:00"})
    works.until_quiet(twice=True)

    works.pass_time(days=5, twice=True)
    after_five = {run["record"] for run in works.runs(automation)}
    works.pass_time(days=6, twice=True)

    assert after_five == {kept["id"]}
    assert {run["record"] for run in works.runs(automation)} == {kept["id"], moved["id"]}
    assert works.read("tasks", moved["id"])["priority"] == "high"
    assert works.timers() == []


def test_enabling_sets_the_days_of_the_records_that_are_there(works: Works) -> None:
    title = {"id": "title", "kind": "action", "action": "update_record", "with": {"values": {"priority": "high"}}}
    task = works.create("tasks", subject="Llamar", due={"local": f"{in_days(works, 4)}T12:00"})
    works.until_quiet()
    automation = works.automate(title, object="tasks", trigger=on_field(-1), name="Vence mañana")

    works.until_quiet()
    works.pass_time(days=5)

    assert [run["record"] for run in works.runs(automation)] == [task["id"]]


def test_a_day_comes_every_year_by_the_clock_of_the_person(works: Works) -> None:
    today = works.clock().date()
    birthday = date(1990, today.month, min(today.day, 28)) + timedelta(days=10)
    trigger = {"kind": "date", "field": "birthday", "yearly": True, "at": "09:00"}
    automation = works.automate(CONTACTED, object="contacts", trigger=trigger, reentry="again")
    lima = works.create("contacts", first_name="Rosa", birthday=birthday.isoformat(), time_zone="America/Lima")
    works.until_quiet(twice=True)

    works.pass_time(days=370, twice=True)
    works.pass_time(days=20, twice=True)

    runs = works.runs(automation)
    hours = {clock.parse(run["cause"]["at"]).hour for run in runs}
    assert (len(runs), {run["record"] for run in runs}, hours) == (2, {lima["id"]}, {14})


def test_a_clock_lets_in_those_who_meet_the_conditions_each_time(works: Works) -> None:
    trigger = {"kind": "schedule", "every": "day", "at": "10:00"}
    only = {"field": "job_title", "op": "eq", "value": "Jefa"}
    automation = works.automate(CALL, object="contacts", trigger=trigger, conditions=only, reentry="again")
    boss = works.create("contacts", first_name="Rosa", job_title="Jefa")
    works.create("contacts", first_name="Luis")
    works.until_quiet()

    works.pass_time(days=3, twice=True)

    assert [run["record"] for run in works.runs(automation)] == [boss["id"]] * 3


@pytest.mark.parametrize(("gap", "enters"), [(120, 1), (60, 0)])
def test_a_customer_who_orders_after_an_absence_has_returned(works: Works, gap: int, enters: int) -> None:
    trigger = {"kind": "returned", "absent": {"days": 90}, "by": ["orders"]}
    automation = works.automate(CONTACTED, object="contacts", trigger=trigger)
    rosa = works.create("contacts", first_name="Rosa")
    today = datetime.now(UTC).date()
    works.create("orders", number="A-1", date=(today - timedelta(days=gap + 100)).isoformat(), contact=rosa["id"])
    works.create("orders", number="A-2", date=(today - timedelta(days=gap)).isoformat(), contact=rosa["id"])
    works.until_quiet()
    entered_by_old = works.counts(automation)["entered"]

    works.create("orders", number="A-3", date=today.isoformat(), contact=rosa["id"])
    works.until_quiet(twice=True)

    assert works.counts(automation)["entered"] == max(enters, entered_by_old)
    timeline = works.admin.get(f"/v1/records/contacts/{rosa['id']}/timeline").body["items"]
    told = [entry["data"]["absent_days"] for entry in timeline if entry["kind"] == "person_returned"]
    assert (gap in told) == bool(enters)


def test_only_people_open_and_click_and_only_in_the_campaign_that_was_named(works: Works) -> None:
    campaign = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    trigger = {"kind": "mail_clicked", "campaign": campaign}
    automation = works.automate(CONTACTED, object="contacts", trigger=trigger)
    rosa, luis, eva = (works.create("contacts", first_name=name)["id"] for name in ("Rosa", "Luis", "Eva"))
    works.until_quiet()

    works.hear(
        occurrence(works, "MailClicked", rosa, campaign=campaign, human=True),
        occurrence(works, "MailClicked", luis, campaign=campaign, human=False),
        occurrence(works, "MailClicked", eva, campaign="01ARZ3NDEKTSV4RRFFQ69G5FAW", human=True),
    )
    works.until_quiet()

    assert [run["record"] for run in works.runs(automation)] == [rosa]


def test_whoever_enters_or_leaves_a_segment_begins(works: Works) -> None:
    segment = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    entered = works.automate(CONTACTED, object="contacts", trigger={"kind": "segment_entered", "segment": segment})
    left = works.automate(CONTACTED, object="contacts", trigger={"kind": "segment_left", "segment": segment})
    rosa, luis = (works.create("contacts", first_name=name)["id"] for name in ("Rosa", "Luis"))
    works.until_quiet()

    came = occurrence(works, "SegmentEntered", rosa, segment=segment)
    works.hear(came, came, occurrence(works, "SegmentLeft", luis, segment=segment))
    works.until_quiet()

    assert ([run["record"] for run in works.runs(entered)], [run["record"] for run in works.runs(left)]) == (
        [rosa],
        [luis],
    )


def test_a_wait_until_a_day_follows_the_day(works: Works) -> None:
    wait = {"id": "eve", "kind": "wait_until", "field": "due", "offset": {"days": -1}, "at": "18:00"}
    title = {"id": "title", "kind": "action", "action": "update_record", "with": {"values": {"priority": "high"}}}
    automation = works.automate(wait, title, object="tasks", name="La víspera")
    task = works.create("tasks", subject="Llamar", due={"local": f"{in_days(works, 5)}T12:00"})
    works.until_quiet()

    works.change("tasks", task["id"], due={"local": f"{in_days(works, 9)}T12:00"})
    works.until_quiet()
    works.pass_time(days=6)
    early = works.run(automation)["state"]
    works.pass_time(days=4)

    assert (early, works.run(automation)["state"]) == ("waiting", "finished")
