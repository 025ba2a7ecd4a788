"""What the segment keeper is told, one message at a time, and what it looks at because of it.

- an event or an occurrence, as the bus carries it;
- ``felt``: records to which a way leads along links, a page at a time;
- ``changed``: a record's kept values changed, or it is gone for ever, of which the bus does not speak;
- ``due``: a day has begun for which records of a shard wait;
- ``listed``: a record is to be put on a list that is kept by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Final

from chalicelib import settings
from chalicelib.engine import events, overlays
from chalicelib.engine.catalogue import Object
from chalicelib.engine.events import Occurrence
from chalicelib.engine.fields.link import edges
from chalicelib.engine.segments import following, plans, waking
from chalicelib.engine.segments.following import HERE, Change, Felt, Hop
from chalicelib.engine.segments.keeping import Call, keep
from chalicelib.engine.segments.lookup import STATIC
from chalicelib.engine.segments.plans import Known
from chalicelib.gateways import queue
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.observability import metric
from chalicelib.storage import links, segments
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

A_PAGE: Final = 50


def hear(ctx: Context, message: Mapping[str, Any]) -> None:
    """Look at whatever a message concerns.

    :raises Unavailable: when others kept writing where the same records stand.
    """
    if "due" in message:
        _begin_day(ctx, message)
        return
    known = plans.load(ctx)
    if not known.segments:
        return
    if "listed" in message:
        listed = message["listed"]
        keep(ctx, Call(listed["object"], is_asked=False, listing={listed["list"]: True}), [listed["record"]])
        return
    if "felt" in message:
        _follow(known, _spelled(message["felt"]), message.get("start"))
        return
    concerned = _felt(known, message)
    for felt in concerned:
        if felt.way == HERE:
            keep(ctx, Call(felt.object, listing=_unlisted(known, message, felt)), [felt.id])
        else:
            _follow(known, felt, None)
    if concerned and "detail" in message:
        _tell_lag(message["detail"]["at"])


def _unlisted(known: Known, message: Mapping[str, Any], felt: Felt) -> dict[str, bool]:
    """Return the lists that a record goes off because it is gone for ever; one in the trash stays on them, unseen."""
    if not message.get("changed", {}).get("is_gone") or message["changed"]["id"] != felt.id:
        return {}
    return {segment.id: False for segment in known.of(felt.object) if segment.mode == STATIC}


def _tell_lag(at: str) -> None:
    """Say how long it took from what happened until the records that it names are where they belong."""
    metric("SegmentLagSeconds", (clock.system_now() - clock.parse(at)).total_seconds())


def ask_to_list(ctx: Context, *, object: str, list: str, record: str) -> None:
    """Ask for a record to be put on a list; asking twice is harmless."""
    body = {"tenant": ctx.tenant, "listed": {"object": object, "list": list, "record": record}}
    queue.send(settings.current().segment_queue_url, ctx.tenant, [queue.Message(body)])


def _felt(known: Known, message: Mapping[str, Any]) -> list[Felt]:
    if "changed" in message:
        changed = message["changed"]
        names = None if changed["names"] is None else frozenset(changed["names"])
        return following.of_change(known, Change(changed["object"], changed["id"], names, {}, changed["values"]))
    heard = events.heard(message["detail-type"], message["detail"])
    if isinstance(heard, Occurrence):
        return following.of_occurrence(known, heard)
    return following.of_change(known, following.of_event(heard))


def _follow(known: Known, felt: Felt, start: str | None) -> None:
    """Look at one page of the records to which a way leads, and send for the rest."""
    ctx, catalogue = known.ctx, overlays.load(known.ctx)
    object, ids, way, after = felt.object, [felt.id], felt.way, None
    if way[0].is_back:
        relation = following.relation(catalogue, way[0])
        if relation is None:
            return
        found, after = links.related(ctx, felt.id, relation, limit=A_PAGE, start=start, consistent=True)
        object, way = way[0].object, way[1:]
        ids = [end.id for end in found if end.object == object]
    while way and not way[0].is_back:
        pointing = rows.get_many(ctx, object, ids, consistent=True, include_deleted=True)
        object, ids = following.ends(catalogue, way[0], pointing.values())
        way = way[1:]
    farther = [Felt(object, id, way) for id in ids] if way else []
    if not way:
        keep(ctx, Call(object), ids)
    rest = [_message(ctx, felt, after)] if after is not None else []
    queue.send(settings.current().segment_queue_url, ctx.tenant, [*(_message(ctx, each) for each in farther), *rest])


def _message(ctx: Context, felt: Felt, start: str | None = None) -> queue.Message:
    return queue.Message({"tenant": ctx.tenant, "felt": asdict(felt), "start": start})


def _spelled(felt: Mapping[str, Any]) -> Felt:
    return Felt(felt["object"], felt["id"], tuple(Hop(**hop) for hop in felt["way"]))


def _begin_day(ctx: Context, message: Mapping[str, Any]) -> None:
    """Look at one page of the records of a shard that wait for a stamp, as of that stamp, and send for the rest."""
    due = message["due"]
    then = replace(ctx, now=max(ctx.now, clock.parse(due)))
    waiting = segments.turns(ctx, message["shard"], until=due, limit=A_PAGE)
    for object in dict.fromkeys(object for object, _ in waiting):
        keep(then, Call(object, is_asked=False), [record for plural, record in waiting if plural == object])
    if len(waiting) == A_PAGE:
        rest = queue.Message(waking.message(ctx, message["shard"], due))
        queue.send(settings.current().segment_queue_url, ctx.tenant, [rest])


def tell_quiet(ctx: Context, object: Object, before: Row | None, after: Row | None) -> None:
    """Tell the keeper what the bus does not: that a record's kept values changed, or that it is gone for ever."""
    row = after or before
    if row is None or before is None or (after is not None and before.derived == after.derived):
        return
    names: Sequence[str] | None = None
    if after is not None:
        names = sorted(
            name for name in {**before.derived, **after.derived} if before.derived.get(name) != after.derived.get(name)
        )
    linked = {field.name: list(edges(row.values.get(field.name))) for field in object.links}
    body = {"object": row.object, "id": row.id, "names": names, "values": linked, "is_gone": after is None}
    message = queue.Message({"tenant": ctx.tenant, "changed": body})
    queue.send(settings.current().segment_queue_url, ctx.tenant, [message])
