"""Predicates: conditions on what no record holds, as JSON spells them.

- ``{"related": "<relation>", "of": "count", "op": "gte", "value": 2, "where": <filter>}``: how many are related to
  a record, or what a field of theirs comes to, ``"of": {"sum" | "min" | "max" | "avg": "<field>"}``. A relation is one
  that the metadata lists as related, or a link of the record itself.
- ``{"event": "mail_opened", "of": "count", "op": "eq", "value": 0, "during": "last_90_days", "where": {...}}``: how
  often something happened to a record, in a period, or ``since`` a day and ``until`` another, either of which may be
  left out and both of which count, with what the entry of its timeline says.
- ``{"segment": "<id>"}``: whether it is in a segment.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final, Protocol

from chalicelib.engine import access, overlays, periods
from chalicelib.engine.catalogue import Inbound, Object
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import Refusal
from chalicelib.engine.formulas import kinds
from chalicelib.engine.objects import Field, Label
from chalicelib.engine.operators import TIME, Test
from chalicelib.engine.segments import lookup
from chalicelib.engine.terms import Event, Filter, KeysOf, Member, Predicate, Related
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

KINDS: Final = ("related", "event", "segment")
COMPARED: Final = ("eq", "ne", "gt", "gte", "lt", "lte", "between", "not_between")
MEASURES: Final = ("sum", "min", "max", "avg")
SUMMED: Final = frozenset({"number", "money"})
ORDERED: Final = SUMMED | {"date", "date_time"}
EVENTS: Final = (
    "mail_sent", "mail_delivered", "mail_opened", "mail_clicked", "mail_bounced", "mail_complained",
    "mail_unsubscribed", "consent_given", "consent_withdrawn", "form_sent",
)  # fmt: skip
"""The entries of a timeline that a person can be asked about."""

COUNT: Final = Field("count", "number", Label("Cantidad", "Count"), decimals=0)
MOST_DEMANDS: Final = 5
_DEMAND = re.compile(r"[a-z][a-z_]{0,39}", re.ASCII)
_LONGEST_DEMAND = 200


class Reading(Protocol):
    """The reading of the tree in which a predicate stands."""

    def whole(self, tree: Any) -> Filter:
        """Return what a segment of the same object asks, as the caller can ask it."""

    def where(self, object: Object, tree: Any) -> Filter:
        """Return what is demanded of related records."""

    def compared(self, asked: Field, op: str, value: Any) -> tuple[tuple[str, ...], Test]:
        """Return the keys that an operator compares with, and the question that they make."""

    def keys_of(self, object: Object, field: Field) -> KeysOf:
        """Return what tells the keys of a field."""


def read(ctx: Context, object: Object, node: Mapping[str, Any], reading: Reading) -> Predicate:
    """Return the predicate that a node of JSON describes.

    :raises InvalidInput: when it makes no sense for the object.
    """
    told = json.dumps(node, sort_keys=True, separators=(",", ":"), default=str)
    if "segment" in node:
        return _member(ctx, object, node, told, reading)
    if "event" in node:
        return _event(ctx, node, told, reading)
    return _related(ctx, object, node, told, reading)


def _member(ctx: Context, object: Object, node: Mapping[str, Any], told: str, reading: Reading) -> Member:
    id = node["segment"]
    found = lookup.find(ctx, id) if isinstance(id, str) and len(node) == 1 else None
    if found is None or found.object != object.plural or not _is_open(ctx, found, reading):
        raise _refused("unknown_segment", "There is no such segment of these records.")
    return Member("segment", (), told, segment=id)


def _is_open(ctx: Context, segment: lookup.Head, reading: Reading) -> bool:
    """Return whether a segment asks for nothing that is hidden from the caller: who is in it would tell."""
    if access.is_admin(ctx) or segment.mode != lookup.LIVE:
        return True
    try:
        reading.whole(lookup.asked(ctx, segment))
    except InvalidInput:
        return False
    return True


def _related(ctx: Context, object: Object, node: Mapping[str, Any], told: str, reading: Reading) -> Related:
    _require_only(node, "related", "of", "op", "value", "where")
    child, inbound, via = _relation(ctx, object, node["related"])
    of, measured = _measure(ctx, child, node.get("of", "count"))
    op = node.get("op", "gte" if of == "count" else "")
    asked = measured or COUNT
    offered = (*COMPARED, *(TIME if of in ("min", "max") else ()))
    allowed = [each for each in offered if each in registry.of(asked).operators]
    if op not in allowed:
        raise _refused("unknown_operator", f"{of} can be compared by {', '.join(allowed)}.")
    _, test = reading.compared(asked, op, node.get("value", 1 if of == "count" else None))
    return Related(
        "related", (), told,
        child=child, inbound=inbound, via=via, of=of, measured=measured, op=op, test=test,
        where=reading.where(child, node.get("where")),
        keys_of=reading.keys_of(child, asked),
        period=str(node["value"]) if op in TIME else "",
    )  # fmt: skip


def _relation(ctx: Context, object: Object, name: Any) -> tuple[Object, Inbound | None, Field | None]:
    """Return the object on the other side of a relation, and how it is told from this side: by them or by us."""
    catalogue = overlays.load(ctx)
    inbound = object.inbound.get(name) if isinstance(name, str) else None
    if inbound is not None:
        child = catalogue.of_plural(inbound.plural)
        if inbound.field in access.readable(ctx, child):
            return child, inbound, None
    own = object.fields.get(name) if isinstance(name, str) and name in access.readable(ctx, object) else None
    if own is not None and own.link is not None:
        return catalogue.target(own), None, own
    raise _refused("unknown_field", f"Nothing is related to these records as {str(name)[:60]}.")


def _measure(ctx: Context, child: Object, of: Any) -> tuple[str, Field | None]:
    if of == "count":
        return of, None
    if not isinstance(of, Mapping) or len(of) != 1 or next(iter(of)) not in MEASURES:
        raise _refused("unknown_measure", f'Say "count", or which field as {{"sum": "total"}}: {", ".join(MEASURES)}.')
    measure, name = next(iter(of.items()))
    field = child.fields.get(name) if isinstance(name, str) and name in access.readable(ctx, child) else None
    if field is None or field.in_body:
        raise _refused("unknown_field", f"{child.plural} have no field {str(name)[:60]} to measure.")
    if kinds.of_field(field) not in (SUMMED if measure in ("sum", "avg") else ORDERED):
        raise _refused("wrong_kind", f"{name} has no {measure}.")
    return measure, field


def _event(ctx: Context, node: Mapping[str, Any], told: str, reading: Reading) -> Event:
    _require_only(node, "event", "of", "op", "value", "during", "since", "until", "where")
    if node["event"] not in EVENTS:
        raise _refused("unknown_event", f"Ask about one of: {', '.join(EVENTS)}.")
    if node.get("of", "count") != "count":
        raise _refused("unknown_measure", 'What happened can be counted: "of": "count".')
    op = node.get("op", "gte")
    if op not in COMPARED:
        raise _refused("unknown_operator", f"count can be compared by {', '.join(COMPARED)}.")
    if node.get("during") is not None and (node.get("since") is not None or node.get("until") is not None):
        raise _refused("two_periods", "Say either during, or since and until.")
    _, test = reading.compared(COUNT, op, node.get("value", 1))
    since, until = _stretch(ctx, node)
    return Event(
        "event", (), told,
        event=node["event"], since=since, until=until, where=_demands(node.get("where")), test=test,
        period=node.get("during") or "",
    )  # fmt: skip


def _stretch(ctx: Context, node: Mapping[str, Any]) -> tuple[str, str]:
    try:
        if node.get("during") is not None:
            begin, end = periods.span(ctx, node["during"])
            return midnight(ctx, begin), midnight(ctx, end)
        first, last = (_day(ctx, node.get(name)) for name in ("since", "until"))
    except Refusal as refusal:
        raise _refused(refusal.code, refusal.message) from None
    if first and last and last < first:
        raise _refused("ends_before_it_begins", "Name a day until which that comes after the one since which.")
    beyond = last + timedelta(days=1) if last and last < date.max else None
    return midnight(ctx, first) if first else "", midnight(ctx, beyond) if beyond else ""


def _day(ctx: Context, value: Any) -> date | None:
    return None if value is None else date.fromisoformat(registry.TYPES["date"].parse(COUNT, value, ctx))


def midnight(ctx: Context, day: date) -> str:
    """Return the stamp at which a day begins for the reader."""
    return clock.stamp(clock.to_utc(datetime.combine(day, time()), ctx.time_zone))


def _demands(where: Any) -> Mapping[str, Any]:
    if where is None:
        return {}
    if not isinstance(where, Mapping) or len(where) > MOST_DEMANDS:
        raise _refused("not_demands", f'Send at most {MOST_DEMANDS} demands, such as {{"human": true}}.')
    for name, value in where.items():
        is_plain = isinstance(value, bool | int) or (isinstance(value, str) and len(value) <= _LONGEST_DEMAND)
        if not _DEMAND.fullmatch(str(name)) or not is_plain:
            raise _refused("not_demands", 'Send a name and a value, such as {"campaign": "<id>"}.')
    return where


def _require_only(node: Mapping[str, Any], *known: str) -> None:
    unknown = set(node) - {*known}
    if unknown:
        raise _refused("not_a_filter", f"Send only {', '.join(known)}.")


def _refused(code: str, message: str) -> InvalidInput:
    return InvalidInput.of("filter", code, message)
