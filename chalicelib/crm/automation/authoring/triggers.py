"""What an automation begins with: a change, a day that comes, something that befell a person, a clock.

A trigger is a document: ``{"kind": "created"}``, ``{"kind": "changed", "field": "stage", "from": [...], "to":
["won"]}``, ``{"kind": "deleted"}``, ``{"kind": "date", "field", "offset", "at", "yearly"}``, ``{"kind":
"segment_entered", "segment"}`` and ``segment_left``, ``{"kind": "mail_opened", "campaign"}`` and ``mail_clicked`` (by
people; machines do not count), ``{"kind": "form_sent", "form"}``, ``{"kind": "consent_given", "purpose"}`` and
``consent_withdrawn``, ``{"kind": "returned", "absent": {"days": 90}, "by":
["orders"]}`` (``visit`` for a click or a form), ``{"kind": "schedule", "every": "week", "on": 1, "at": "09:00"}``.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions, spans
from chalicelib.engine import access
from chalicelib.engine.catalogue import Object
from chalicelib.engine.events import Event, Occurrence
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.kernel.ids import ULID_PATTERN
from chalicelib.storage.records import Row

CREATED, CHANGED, DELETED, DATE, RETURNED, SCHEDULE = "created", "changed", "deleted", "date", "returned", "schedule"
VISIT: Final = "visit"
VISITS: Final = ("MailClicked", "FormSent")
"""What counts as a visit; a click counts when it was a person's."""

OF_OCCURRENCE: Final[Mapping[str, str]] = {
    "segment_entered": "SegmentEntered",
    "segment_left": "SegmentLeft",
    "mail_opened": "MailOpened",
    "mail_clicked": "MailClicked",
    "form_sent": "FormSent",
    "consent_given": "ConsentGiven",
    "consent_withdrawn": "ConsentWithdrawn",
    RETURNED: "PersonReturned",
}
KINDS: Final = (CREATED, CHANGED, DELETED, DATE, *OF_OCCURRENCE, SCHEDULE)
UNITS: Final = ("day", "week", "month")
LONGEST_ABSENCE: Final = 3_650
MOST_VALUES: Final = 50

Trigger = Mapping[str, Any]
_ID: Final = re.compile(ULID_PATTERN)
_PURPOSE: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")


def checked(ctx: Context, object: Object, said: Any) -> dict[str, Any]:
    """Return a trigger as it is to be stored.

    :raises InvalidInput: naming the part that makes no sense.
    """
    if not isinstance(said, Mapping) or said.get("kind") not in KINDS:
        raise InvalidInput.of("trigger.kind", "unknown_trigger", f"Choose one of {', '.join(KINDS)}.")
    kind = said["kind"]
    read, parts = _READ[kind]
    unknown = sorted(str(name)[:40] for name in said.keys() - {"kind", *parts})
    if unknown:
        raise InvalidInput.of(f"trigger.{unknown[0]}", "unknown_part", "Leave it out.")
    return {"kind": kind, **read(ctx, object, said)}


def begins(ctx: Context, object: Object, trigger: Trigger, heard: Event | Occurrence, row: Row) -> bool:
    """Return whether what was heard of a record of the object is what the trigger waits for."""
    kind = trigger["kind"]
    if isinstance(heard, Occurrence):
        return OF_OCCURRENCE.get(kind) == heard.name and _OCCURRED[kind](trigger, heard.data)
    if kind == CREATED:
        return heard.name.endswith("Created")
    if kind == DELETED:
        return heard.name.endswith("Deleted")
    if kind == CHANGED:
        return heard.name.endswith("Modified") and _has_changed(ctx, object, trigger, heard, row)
    return False


def _has_changed(ctx: Context, object: Object, trigger: Trigger, event: Event, row: Row) -> bool:
    """Return whether a field went from one of some values to one of others; without the old ones none is known."""
    name = trigger.get("field")
    if name is None:
        return bool(event.changed)
    if name not in event.changed:
        return False
    new = event.new if event.new is not None else {**row.values, "owner": row.owner}
    if "to" in trigger and not conditions.said(ctx, object, name, trigger["to"], new, row):
        return False
    if "from" not in trigger:
        return True
    return event.old is not None and conditions.said(ctx, object, name, trigger["from"], event.old, row)


def _created(_: Context, __: Object, ___: Trigger) -> dict[str, Any]:
    return {}


def _changed(ctx: Context, object: Object, said: Trigger) -> dict[str, Any]:
    name = said.get("field")
    if name is None:
        return {}
    if not isinstance(name, str) or name not in access.readable(ctx, object) or object.fields[name].in_body:
        raise InvalidInput.of("trigger.field", "unknown_field", "There is no such field that a change can be told of.")
    read: dict[str, Any] = {"field": name}
    for side in ("from", "to"):
        values = said.get(side)
        if values is None:
            continue
        if not isinstance(values, list) or not 0 < len(values) <= MOST_VALUES:
            raise InvalidInput.of(f"trigger.{side}", "not_a_list", "Send a list of values; null stands for empty.")
        terms = [{"field": name, "op": "eq", "value": value} for value in values if value is not None]
        conditions.checked(ctx, object, {"any": terms}, f"trigger.{side}")
        read[side] = values
    return read


def _date(ctx: Context, object: Object, said: Trigger) -> dict[str, Any]:
    spans.require_dated(ctx, object, said.get("field"), "trigger.field")
    offset = spans.checked(said["offset"], "trigger.offset", signed=True) if said.get("offset") else {}
    yearly = said.get("yearly", False)
    if not isinstance(yearly, bool):
        raise InvalidInput.of("trigger.yearly", "wrong_type", "Send true or false.")
    return {
        "field": said["field"],
        **({"offset": offset} if offset else {}),
        **spans.checked_time(said, "at"),
        **({"yearly": True} if yearly else {}),
    }


def _of_id(name: str, *, required: bool = False) -> Callable[[Context, Object, Trigger], dict[str, Any]]:
    def read(_: Context, __: Object, said: Trigger) -> dict[str, Any]:
        given = said.get(name)
        if given is None and not required:
            return {}
        if not isinstance(given, str) or not _ID.fullmatch(given):
            raise InvalidInput.of(f"trigger.{name}", "invalid", f"Send the id of a {name}.")
        return {name: given}

    return read


def _of_purpose(_: Context, __: Object, said: Trigger) -> dict[str, Any]:
    given = said.get("purpose")
    if given is None:
        return {}
    if not isinstance(given, str) or not _PURPOSE.fullmatch(given):
        raise InvalidInput.of("trigger.purpose", "invalid", "Send the key of a purpose.")
    return {"purpose": given}


def _returned(_: Context, object: Object, said: Trigger) -> dict[str, Any]:
    absent = said.get("absent")
    days = absent.get("days") if isinstance(absent, Mapping) and absent.keys() == {"days"} else None
    if not isinstance(days, int) or isinstance(days, bool) or not 1 <= days <= LONGEST_ABSENCE:
        raise InvalidInput.of("trigger.absent", "not_a_span", 'Say after how many days, such as {"days": 90}.')
    by = said.get("by", [VISIT])
    known = {VISIT, *object.inbound}
    if not isinstance(by, list) or not by or not all(isinstance(each, str) and each in known for each in by):
        raise InvalidInput.of("trigger.by", "unknown_option", f"Choose from {', '.join(sorted(known))}.")
    return {"absent": {"days": days}, "by": list(dict.fromkeys(by))}


def _schedule(_: Context, __: Object, said: Trigger) -> dict[str, Any]:
    every = said.get("every")
    if every not in UNITS:
        raise InvalidInput.of("trigger.every", "unknown_option", f"Choose one of {', '.join(UNITS)}.")
    on, last = said.get("on", 1), {"day": 1, "week": 7, "month": 28}[every]
    if not isinstance(on, int) or isinstance(on, bool) or not 1 <= on <= last:
        raise InvalidInput.of("trigger.on", "out_of_range", f"Send a day from 1 to {last}.")
    return {"every": every, "on": on, "at": spans.START_OF_DAY, **spans.checked_time(said, "at")}


_READ: Final[Mapping[str, tuple[Callable[[Context, Object, Trigger], dict[str, Any]], frozenset[str]]]] = {
    CREATED: (_created, frozenset()),
    CHANGED: (_changed, frozenset({"field", "from", "to"})),
    DELETED: (_created, frozenset()),
    DATE: (_date, frozenset({"field", "offset", "at", "yearly"})),
    "segment_entered": (_of_id("segment", required=True), frozenset({"segment"})),
    "segment_left": (_of_id("segment", required=True), frozenset({"segment"})),
    "mail_opened": (_of_id("campaign"), frozenset({"campaign"})),
    "mail_clicked": (_of_id("campaign"), frozenset({"campaign"})),
    "form_sent": (_of_id("form"), frozenset({"form"})),
    "consent_given": (_of_purpose, frozenset({"purpose"})),
    "consent_withdrawn": (_of_purpose, frozenset({"purpose"})),
    RETURNED: (_returned, frozenset({"absent", "by"})),
    SCHEDULE: (_schedule, frozenset({"every", "on", "at"})),
}


def _is_named(name: str) -> Callable[[Trigger, Mapping[str, Any]], bool]:
    return lambda trigger, data: trigger.get(name) in (None, data.get(name))


def _is_persons(trigger: Trigger, data: Mapping[str, Any]) -> bool:
    return data.get("human") is True and _is_named("campaign")(trigger, data)


def _was_absent(trigger: Trigger, data: Mapping[str, Any]) -> bool:
    return data.get("by") in trigger["by"] and int(data.get("absent_days", 0)) >= trigger["absent"]["days"]


_OCCURRED: Final[Mapping[str, Callable[[Trigger, Mapping[str, Any]], bool]]] = {
    "segment_entered": _is_named("segment"),
    "segment_left": _is_named("segment"),
    "mail_opened": _is_persons,
    "mail_clicked": _is_persons,
    "form_sent": _is_named("form"),
    "consent_given": _is_named("purpose"),
    "consent_withdrawn": _is_named("purpose"),
    RETURNED: _was_absent,
}
