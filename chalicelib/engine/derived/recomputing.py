"""Keeping what other records say about a record: computed anew from what is stored now, and stored if it differs.

Nothing is carried from the change that caused it, so a message may come twice, late or out of order. The record's
``derivation`` is read before anything it is computed from, and must still stand at the write; whoever computed from an
older state is refused and looks again. So the last write was computed from a state that no later change has touched
without asking again, and the kept value ends as a recount gives it. The write raises neither version nor stamps, takes
no slot, tells nobody and leaves no trace in the history; it does make stale whatever is computed from it in turn.
"""

from collections.abc import Sequence
from typing import Any

from chalicelib import settings
from chalicelib.engine import firms, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import following, rollups, telling
from chalicelib.engine.derived.following import Stale
from chalicelib.engine.derived.values import Reading, kept, moment_of, paths
from chalicelib.engine.fields.link import edges
from chalicelib.gateways import queue
from chalicelib.kernel import errors
from chalicelib.kernel.context import Context
from chalicelib.observability import logger
from chalicelib.storage import links, records, stale, writes
from chalicelib.storage.records import Row

NAME = "deriver"
A_PAGE = 50
_PATIENCE = 8


def work_on(ctx: Context, wanted: Stale, *, start: str | None) -> None:
    """Compute anew what a message asks for; of many records one page, and another message for the rest."""
    if start is None:
        writes.execute(ctx, [stale.forget(ctx, *wanted.what)])
    catalogue = overlays.load(ctx)
    object = catalogue.plurals.get(wanted.object)
    if object is None or not kept(object):
        catalogue = overlays.refreshed(ctx)
        object = catalogue.plurals.get(wanted.object)
    if object is None:
        logger.info("object is gone", object=wanted.object)
    elif wanted.link is None:
        recompute(ctx, catalogue, object, [wanted.id])
    else:
        _page(ctx, catalogue, object, wanted, start)


def recompute(ctx: Context, catalogue: Catalogue, object: Object, ids: Sequence[str]) -> None:
    """Keep what other records say now about each record, whoever asks; one that is deleted is left alone.

    :raises Unavailable: when others kept computing the same record.
    """
    if not kept(object):
        return
    firm = firms.acting(ctx, name=NAME)
    for id in ids:
        _recompute(firm, catalogue, object, id)


def _page(ctx: Context, catalogue: Catalogue, object: Object, wanted: Stale, start: str | None) -> None:
    link = object.fields.get(wanted.link or "")
    if link is None or link.link is None:
        return
    ends, after = links.related(ctx, wanted.id, link.link.inverse, limit=A_PAGE, start=start, consistent=True)
    recompute(ctx, catalogue, object, [end.id for end in ends if end.object == object.plural])
    if after is not None:
        rest = queue.Message(following.to_body(ctx, wanted, start=after))
        queue.send(settings.current().derive_queue_url, ctx.tenant, [rest])


def _recompute(ctx: Context, catalogue: Catalogue, object: Object, id: str) -> None:
    for _ in range(_PATIENCE):
        row = records.get(ctx, object.plural, id)
        if row is None:
            return
        found = computed(ctx, catalogue, object, row)
        changed = {name: value for name, value in found.items() if row.derived.get(name) != value}
        if not changed:
            return
        try:
            writes.execute(ctx, [records.set_derived(ctx, row, changed)])
            return
        except writes.Refused:
            continue  # somebody else was first, or the record is gone; look again
    raise errors.Unavailable("others keep computing the same record; repeat the request")


def computed(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> dict[str, Any]:
    """Return what the stream should keep for a record, as it is stored."""
    moment = moment_of(ctx)
    linked = {
        name: Reading(moment, catalogue.of_plural(other.object), other)
        for name, other in _linked(ctx, catalogue, object, row).items()
    }
    totals = rollups.recounted(ctx, catalogue, object, row, moment)
    reading = Reading(moment, object, row, rollups=totals, linked=linked)
    own = {field.name: reading.stored(field) for field in kept(object) if not field.told}
    return {**own, **telling.told(ctx, catalogue, object, row)}


def _linked(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> dict[str, Row]:
    """Return the records that a record's formulas look at, by the link that leads there."""
    names = {path[0] for field in object.derived for path in paths(field) if len(path) > 1}
    wanted = {
        link.name: (catalogue.target(link).plural, id)
        for link in object.links
        if link.name in names
        for id in edges(row.values.get(link.name))
    }
    found = records.get_mixed(ctx, list(wanted.values()), consistent=True)
    return {name: found[key] for name, key in wanted.items() if key in found}
