"""What the bus hears, and what the timeline keeps, of a change."""

import json
from dataclasses import replace
from typing import Any

import pytest

from chalicelib import wiring
from chalicelib.engine import audit, catalogue, events
from chalicelib.engine.objects import Overlay
from chalicelib.kernel.ids import TenantId
from chalicelib.storage.records import Row
from chalicelib.storage.streams import Body

CATALOGUE = catalogue.merge(wiring.STANDARD, Overlay())
DEALS = CATALOGUE.of_plural("deals")
TENANT = TenantId("abcdefghijklmnop2345")
PEPA, LOLA = "01KB2T9WM0PEPAPEPAPEPAPEPA", "01KB2T9WM0LOLALOLALOLALOLA"
ORIGIN = {"actor": PEPA, "kind": "user", "request_id": "req-1", "reason": "agreed by phone", "quiet": False}

OFFERED = Row(
    id="01KB2T9WM0DEALDEALDEALDEAL",
    object="deals",
    version=1,
    values={"name": "Tinto", "stage": "offer"},
    created_at="2026-11-21T20:15:00.000Z",
    created_by=PEPA,
    updated_at="2026-11-21T20:15:00.000Z",
    updated_by=PEPA,
    owner=PEPA,
    origin=ORIGIN,
)
WON = replace(OFFERED, version=2, values={"name": "Tinto", "stage": "won"}, updated_at="2026-11-22T09:00:00.000Z")
DELETED = replace(WON, version=3, deleted_at="2026-11-23T09:00:00.000Z")
RESTORED = replace(WON, version=4)


@pytest.mark.parametrize(
    ("before", "after", "name", "changed"),
    [
        (None, OFFERED, "DealCreated", ("name", "owner", "stage")),
        (OFFERED, WON, "DealModified", ("stage",)),
        (WON, DELETED, "DealDeleted", ("deleted_at",)),
        (DELETED, RESTORED, "DealModified", ("deleted_at",)),
        (OFFERED, replace(OFFERED, version=2, owner=LOLA), "DealModified", ("owner",)),
    ],
)
def test_a_change_is_told_by_name_with_what_changed(
    before: Row | None, after: Row, name: str, changed: tuple[str, ...]
) -> None:
    event = events.of(TENANT, DEALS, before, after)

    assert event is not None
    assert (event.name, event.changed) == (name, changed)


def test_an_event_carries_old_and_new_who_and_why() -> None:
    event = events.of(TENANT, DEALS, OFFERED, WON)

    assert event is not None
    assert json.loads(events.to_detail(event)) == {
        "event_id": f"{WON.id}-v2",
        "tenant": TENANT,
        "object": "deal",
        "plural": "deals",
        "id": WON.id,
        "version": 2,
        "at": WON.updated_at,
        "actor": PEPA,
        "reason": "agreed by phone",
        "quiet": False,
        "source": None,
        "old": {"name": "Tinto", "stage": "offer", "owner": PEPA, "deleted_at": None},
        "new": {"name": "Tinto", "stage": "won", "owner": PEPA, "deleted_at": None},
        "changed": ["stage"],
    }


def test_an_event_comes_back_from_the_bus_as_it_went() -> None:
    event = events.of(TENANT, DEALS, OFFERED, WON)

    assert event is not None
    assert events.from_entry(event.name, json.loads(events.to_detail(event))) == event


def test_an_event_too_large_for_the_bus_says_what_changed_and_where_to_read_it() -> None:
    large = replace(WON, values={**WON.values, "note": "ñ" * 120_000})
    event = events.of(TENANT, DEALS, OFFERED, large)

    assert event is not None
    detail = json.loads(events.to_detail(event))
    assert (detail["old"], detail["new"], detail["changed"]) == (None, None, ["note", "stage"])
    assert detail["pointer"] == {"object": "deal", "id": WON.id, "version": 2}


def test_derived_values_that_keep_the_version_are_told_to_nobody() -> None:
    scored = replace(OFFERED, derived={"score": 7})

    assert events.of(TENANT, DEALS, OFFERED, scored) is None
    assert audit.entry_of(DEALS, OFFERED, scored) is None


def test_the_timeline_says_who_changed_what_from_what_to_what_and_why() -> None:
    entry = audit.entry_of(DEALS, OFFERED, WON)

    assert entry is not None
    assert (entry.id, entry.kind, entry.actor, entry.at) == (f"{WON.id}-v2", "changed", PEPA, WON.updated_at)
    assert entry.changes == [{"field": "stage", "before": "offer", "after": "won"}]
    assert entry.data == {"version": 2, "request_id": "req-1", "reason": "agreed by phone", "source": "portal"}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [(None, OFFERED, "created"), (WON, DELETED, "deleted"), (DELETED, RESTORED, "restored")],
)
def test_the_timeline_tells_creation_deletion_and_restoration_apart(before: Row | None, after: Row, kind: str) -> None:
    entry = audit.entry_of(DEALS, before, after)

    assert entry is not None
    assert (entry.kind, entry.changes) == (kind, [])


def body(version: int, **values: Any) -> Body:
    return Body(WON.id, "deals", version, values, WON.updated_at, PEPA, ORIGIN)


def test_a_long_text_that_changed_is_told_by_its_beginning() -> None:
    entry = audit.body_entry_of(DEALS, body(1, description="corto"), body(2, description="x" * 2_000))

    assert entry is not None
    assert entry.id == f"{WON.id}-v2-body"
    assert entry.changes == [{"field": "description", "before": "corto", "after": "x" * 500 + "…"}]


def test_long_texts_that_came_with_the_record_or_did_not_change_are_not_told_again() -> None:
    assert audit.body_entry_of(DEALS, None, body(1, description="largo")) is None
    assert audit.body_entry_of(DEALS, body(1, description="largo"), body(2, description="largo")) is None


def test_the_other_side_of_a_relation_hears_of_it() -> None:
    entry = audit.relation_entry_of(DEALS, OFFERED, "company")

    assert (entry.id, entry.kind) == (f"{OFFERED.id}-v1-company", "linked")
    assert entry.data == {"object": "deal", "plural": "deals", "id": OFFERED.id, "name": "Tinto", "field": "company"}


PEPA_OPENED = events.Occurrence(
    id=events.identity("run.pepa", "opened"),
    name="MailOpened",
    tenant=TENANT,
    object="contact",
    plural="contacts",
    record=PEPA,
    at="2026-11-22T09:00:00.000Z",
    data={"campaign": LOLA, "human": True, "reasons": []},
)


def test_an_occurrence_travels_whole_and_is_told_apart_from_a_change() -> None:
    change = events.of(TENANT, DEALS, OFFERED, WON)
    assert change is not None
    entry, other = PEPA_OPENED.to_entry(), events.to_entry(change)

    assert events.heard(entry.name, json.loads(entry.detail)) == PEPA_OPENED
    assert isinstance(events.heard(other.name, json.loads(other.detail)), events.Event)


def test_an_occurrence_is_called_on_a_timeline_as_filters_call_it() -> None:
    assert PEPA_OPENED.kind == "mail_opened"
    assert [events.kind_of(name) for name in ("ConsentWithdrawn", "FormSent")] == ["consent_withdrawn", "form_sent"]


def test_the_same_occurrence_has_the_same_id_for_ever() -> None:
    assert events.identity("run.pepa", "opened") == PEPA_OPENED.id
    assert events.identity("run.pepa", "opened2") != PEPA_OPENED.id
    assert events.identity("a", "b") != events.identity("a\nb", "") != events.identity("ab")
