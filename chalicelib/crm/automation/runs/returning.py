"""Noticing that a customer is back: by a record that belongs to them, such as an order, or by a visit.

How long somebody was away is worked out from what is stored, each time anew, so that hearing of the same order twice,
or of two orders the wrong way round, tells the same. A visit is a click by a person or a form that was sent.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Final

from chalicelib.crm.automation.authoring import spans, triggers
from chalicelib.crm.automation.authoring.triggers import RETURNED, VISIT, VISITS
from chalicelib.crm.automation.runs.live import Live
from chalicelib.engine import events
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.fields.link import edges
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import links, records, timeline, writes
from chalicelib.storage.records import Row

LOOKED_BACK: Final = 50
"""How many of somebody's latest orders, and entries of their timeline, are looked at for the one before."""

KINDS: Final = frozenset(map(events.kind_of, VISITS))


def notice(ctx: Context, catalogue: Catalogue, heard: Event | Occurrence, enabled: Sequence[Live]) -> None:
    """Tell of everybody who is back by what was heard, if an automation asks for those who were away so long."""
    asking = [automation for automation in enabled if automation.trigger["kind"] == RETURNED]
    if not asking or heard.name == triggers.OF_OCCURRENCE[RETURNED]:
        return
    told = [
        occurrence
        for plural in dict.fromkeys(automation.object for automation in asking)
        for occurrence in _returned(ctx, catalogue, catalogue.of_plural(plural), heard, asking)
    ]
    for occurrence in told:
        writes.execute(ctx, [events.noted(ctx, occurrence)])
    if told:
        events.tell(told)


def _returned(
    ctx: Context, catalogue: Catalogue, object: Object, heard: Event | Occurrence, asking: Sequence[Live]
) -> Iterator[Occurrence]:
    theirs = [automation.trigger for automation in asking if automation.object == object.plural]
    for record, by, days in _signs(ctx, catalogue, object, heard, theirs):
        least = min(trigger["absent"]["days"] for trigger in theirs if by in trigger["by"])
        if days >= least:
            yield Occurrence(
                id=events.identity("returned", record, heard.id),
                name=triggers.OF_OCCURRENCE[RETURNED],
                tenant=ctx.tenant,
                object=object.name,
                plural=object.plural,
                record=record,
                at=heard.at,
                data={"by": by, "absent_days": days},
            )


def _signs(
    ctx: Context, catalogue: Catalogue, object: Object, heard: Event | Occurrence, asked: Sequence[triggers.Trigger]
) -> Iterator[tuple[str, str, int]]:
    """Yield who gave a sign of life, by what, and how many days after the one before."""
    wanted = {by for trigger in asked for by in trigger["by"]}
    if isinstance(heard, Occurrence):
        if VISIT in wanted and heard.plural == object.plural and _is_visit(heard):
            days = _since_visit(ctx, heard)
            if days is not None:
                yield heard.record, VISIT, days
        return
    if not heard.name.endswith("Created"):
        return
    for name in sorted(wanted & object.inbound.keys()):
        inbound = object.inbound[name]
        if inbound.plural == heard.plural:
            row = records.get(ctx, heard.plural, heard.record)
            for record in edges(row.values.get(inbound.field)) if row else ():
                days = _since_related(ctx, catalogue, record, name, row) if row else None
                if days is not None:
                    yield record, name, days


def _is_visit(heard: Occurrence) -> bool:
    return heard.name in VISITS and (heard.name != "MailClicked" or heard.data.get("human") is True)


def _since_visit(ctx: Context, heard: Occurrence) -> int | None:
    entries, _ = timeline.page(ctx, heard.record, limit=LOOKED_BACK, kinds=KINDS)
    before = [
        entry.at
        for entry in entries
        if entry.at < heard.at and (entry.kind != "mail_clicked" or entry.data.get("human") is True)
    ]
    return (clock.parse(heard.at) - clock.parse(before[0])).days if before else None


def _since_related(ctx: Context, catalogue: Catalogue, record: str, name: str, row: Row) -> int | None:
    """Return the days between a related record and the latest before it, None when it is the first."""
    object = catalogue.of_plural(row.object)
    ends, _ = links.related(ctx, record, name, limit=LOOKED_BACK, newest_first=True, consistent=True)
    ids = [end.id for end in ends if end.object == row.object and end.id != row.id]
    others = records.get_many(ctx, row.object, ids)
    at = _dated(object, row)
    before = [moment for moment in (_dated(object, other) for other in others.values()) if moment <= at]
    return (at - max(before)).days if before else None


def _dated(object: Object, row: Row) -> datetime:
    """Return when a record says that it happened: by the day that its list is kept by, or else when it was stored."""
    fields = (field for field in object.fields.values() if field.type in ("date", "date_time"))
    name = next((field.name for field in fields if field.indexed and field.required), None)
    said: Any = spans.moment_of(row, name) if name else None
    said = said or spans.moment_of(row, "created_at")
    if isinstance(said, datetime):
        return said
    return datetime.combine(said, time.min, UTC) if isinstance(said, date) else datetime.min.replace(tzinfo=UTC)
