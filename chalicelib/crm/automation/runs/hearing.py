"""What automations do when something happens: who begins, who was waiting for it, whose day has moved, who returned.

A change or an occurrence comes from the bus at least once and in any order. For each the enabled automations are one
read; a firm without any pays no more than that, but for the runs that wait for their record to change.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from chalicelib.crm.automation.authoring import triggers
from chalicelib.crm.automation.runs import endings, entering, live, returning, runs, taking, timing
from chalicelib.crm.automation.runs.live import Live
from chalicelib.crm.automation.runs.runs import Cause, Run
from chalicelib.crm.automation.runs.taking import TimeLeft
from chalicelib.engine import events, firms, overlays
from chalicelib.engine.catalogue import Object
from chalicelib.engine.events import Event, Occurrence
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.observability import logger
from chalicelib.storage import records
from chalicelib.storage import runs as rows
from chalicelib.storage.records import Row

MOST_TOLD: Final = 20
LONGEST_TOLD: Final = 300


def hear(ctx: Context, entry: Mapping[str, Any], time_left: TimeLeft) -> None:
    """Do what automations do because of an entry of the bus.

    :raises Unavailable: when the store is busy; the message comes again.
    """
    heard = events.heard(entry["detail-type"], entry["detail"])
    if isinstance(heard, Event) and heard.quiet:
        return
    ctx = firms.acting(ctx, name=taking.ACTOR)
    begun = [*_woken(ctx, heard)]
    enabled = live.all(ctx)
    if enabled:
        begun += _entered(ctx, heard, enabled)
    for run in begun:
        taking.take_on(ctx, automation=run.automation, run=run.id, time_left=time_left)


def chain_of(heard: Event | Occurrence) -> tuple[str, ...]:
    """Return the automations by which something came about, the first one first."""
    source = heard.source if isinstance(heard, Event) else None
    kind, _, ids = (source or "").partition(":")
    return tuple(ids.split(".")) if kind == taking.SOURCE and ids else ()


def _woken(ctx: Context, heard: Event | Occurrence) -> Iterator[Run]:
    """Return the runs that wait for a condition of their record, which may hold now, or that may end by what it did."""
    theirs = {heard.record: "waits", **dict.fromkeys(endings.concerned(ctx, heard), "ends")}
    for record, flag in theirs.items():
        for place in rows.places(ctx, record):
            if "run" in place and (place.get(flag) or (record == heard.record and place.get("waits"))):
                run = runs.find(ctx, place["automation"], place["run"])
                if run is not None and run.is_alive:
                    yield run


def _entered(ctx: Context, heard: Event | Occurrence, enabled: Sequence[Live]) -> list[Run]:
    catalogue = overlays.load(ctx)
    returning.notice(ctx, catalogue, heard, enabled)
    listening = [automation for automation in enabled if automation.listens_to(heard)]
    if not listening:
        return []
    object = overlays.understood(ctx, lambda known: known.of_plural(heard.plural))
    row = records.get(ctx, heard.plural, heard.record, body=bool(object.in_body), include_deleted=True)
    if row is None:
        return []
    timing.follow(ctx, object, row, heard, listening)
    found = (_begun(ctx, object, row, heard, automation) for automation in listening)
    return [run for run in found if run is not None and run.is_alive]


def _begun(ctx: Context, object: Object, row: Row, heard: Event | Occurrence, automation: Live) -> Run | None:
    """Return the run that begins, if one does; an automation that no longer fits the catalogue begins none."""
    if row.deleted_at is not None and automation.trigger["kind"] != triggers.DELETED:
        return None
    try:
        if not triggers.begins(ctx, object, automation.trigger, heard, row):
            return None
        return entering.enter(ctx, automation, object, row, _cause(heard))
    except InvalidInput as refused:
        logger.warning("an automation fits the catalogue no more", automation=automation.id, code=refused.code)
        return None


def _cause(heard: Event | Occurrence) -> Cause:
    if isinstance(heard, Occurrence):
        told = {name: _short(value) for name, value in list(heard.data.items())[:MOST_TOLD]}
        return Cause(heard.id, heard.kind, heard.at, told)
    told = {"event": heard.name, "version": heard.version, "changed": list(heard.changed)[:MOST_TOLD]}
    return Cause(heard.id, "change", heard.at, told, chain_of(heard))


def _short(value: Any) -> Any:
    return value[:LONGEST_TOLD] if isinstance(value, str) else value if isinstance(value, int | bool) else None
