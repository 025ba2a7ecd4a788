"""Runs of automations: each a row with a state and a position, newest first within its automation.

Beside them lie the counts of each step, in sub-rows so that many runs can move at once; where each record stands in
each automation, in the record's own partition; and what each step came to, as parts of the run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.kernel.context import Context
from chalicelib.storage import jobs, keys, names, plan, reads
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Condition, Delete, Put, Update

COUNT_SHARDS: Final = 32
LOG: Final = "log"
RUN, FAILED = "run", "failed"
_NONE: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Mention:
    """A run, as its record or a list names it."""

    automation: str
    run: str


def get(ctx: Context, automation: str, id: str) -> dict[str, Any] | None:
    """Return a run, read consistently, or None."""
    if not (keys.is_id(automation) and keys.is_id(id)):
        return None
    item = reads.get(names.JOBS, keys.run(ctx, automation, id))
    return None if item is None else _run(item)


def several(ctx: Context, mentions: Sequence[Mention]) -> list[dict[str, Any]]:
    """Return those of some runs that are there, newest first."""
    wanted = [keys.run(ctx, mention.automation, mention.run) for mention in mentions]
    found = [_run(item) for item in reads.get_many(names.JOBS, wanted, consistent=True)] if wanted else []
    return sorted(found, key=lambda run: str(run["id"]), reverse=True)


def page(
    ctx: Context, automation: str, *, limit: int, start: str | None = None
) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of an automation's runs, newest first, and where to go on."""
    items, last = _page(ctx, automation, RUN, limit, start)
    return [_run(item) for item in items], last


def failed(ctx: Context, automation: str, *, limit: int, start: str | None = None) -> tuple[list[Mention], str | None]:
    """Return one page of the runs that failed and were not taken up again, newest first, and where to go on."""
    items, last = _page(ctx, automation, FAILED, limit, start)
    return [Mention(automation, item["sk"].partition("#")[2]) for item in items], last


def _page(
    ctx: Context, automation: str, list: str, limit: int, start: str | None
) -> tuple[list[dict[str, Any]], str | None]:
    pk = keys.automation(ctx, automation)
    return reads.page(names.JOBS, pk, prefix=f"{list}#", descending=True, limit=limit, start=start, consistent=True)


def put(ctx: Context, automation: str, id: str, item: Mapping[str, Any]) -> Put:
    """Plan to store a new run; refused when it is there."""
    return Put(names.JOBS, keys.run(ctx, automation, id), item, when=plan.absent())


def update(
    ctx: Context,
    automation: str,
    id: str,
    *,
    set: Mapping[str, Any] = _NONE,
    remove: Sequence[str] = (),
    when: Condition | None = None,
) -> Update:
    """Plan to change parts of a run that exists."""
    demand = plan.present() if when is None else plan.present() & when
    return Update(names.JOBS, keys.run(ctx, automation, id), set=set, remove=remove, when=demand)


def list_failed(ctx: Context, automation: str, id: str) -> Put:
    """Plan to list a run among those that failed."""
    return Put(names.JOBS, keys.run(ctx, automation, id, list=FAILED), {})


def unlist_failed(ctx: Context, automation: str, id: str) -> Delete:
    """Plan to take a run off the list of those that failed."""
    return Delete(names.JOBS, keys.run(ctx, automation, id, list=FAILED))


def count(ctx: Context, automation: str, run: str, changes: Mapping[str, int]) -> Update:
    """Plan to add to the counts of an automation; what a run adds stays in one of the sub-rows."""
    shard = keys.shard_of(run, of=COUNT_SHARDS)
    return Update(names.JOBS, Key(keys.automation(ctx, automation), f"count#{shard:02d}"), add=changes)


def counts(ctx: Context, automation: str) -> dict[str, int]:
    """Return the counts of an automation, their sub-rows added up."""
    totals: dict[str, int] = {}
    for item in reads.query_all(names.JOBS, keys.automation(ctx, automation), prefix="count#", consistent=True):
        for name, number in reads.facts(item).items():
            totals[name] = totals.get(name, 0) + int(number)
    return totals


def count_day(ctx: Context, automation: str, run: str, day: str, changes: Mapping[str, int]) -> Update:
    """Plan to add to the counts of an automation on a day; what a run adds stays in one of the day's sub-rows."""
    shard = keys.shard_of(run, of=COUNT_SHARDS)
    return Update(names.JOBS, Key(keys.automation(ctx, automation), f"day#{day}#{shard:02d}"), add=changes)


def days(ctx: Context, automation: str, *, since: str) -> dict[str, dict[str, int]]:
    """Return the counts of an automation by the day, from ``since`` on, sub-rows added up."""
    found: dict[str, dict[str, int]] = {}
    pk, start = keys.automation(ctx, automation), None
    while True:
        items, start = reads.query(names.JOBS, pk, lower=f"day#{since}", upper="day#~", start=start)
        for item in items:
            counted = found.setdefault(item["sk"].split("#")[1], {})
            for name, number in reads.facts(item).items():
                counted[name] = counted.get(name, 0) + int(number)
        if start is None:
            return found


def place(ctx: Context, record: str, automation: str) -> dict[str, Any] | None:
    """Return where a record stands in an automation, read consistently, or None when it never was in it."""
    item = reads.get(names.JOBS, keys.place(ctx, record, automation))
    return None if item is None else reads.facts(item)


def places(ctx: Context, record: str) -> list[dict[str, Any]]:
    """Return where a record stands in each automation that it ever was in; each names its ``automation``."""
    found = reads.query_all(names.JOBS, keys.inside(ctx, record), prefix="at#", consistent=True)
    return [{"automation": item["sk"].partition("#")[2], **reads.facts(item)} for item in found]


def put_place(ctx: Context, record: str, automation: str, item: Mapping[str, Any], *, when: Condition) -> Put:
    """Plan to say where a record stands in an automation."""
    return Put(names.JOBS, keys.place(ctx, record, automation), item, when=when)


def change_place(
    ctx: Context,
    record: str,
    automation: str,
    *,
    set: Mapping[str, Any] = _NONE,
    remove: Sequence[str] = (),
    when: Condition | None = None,
) -> Update:
    """Plan to change where a record stands in an automation."""
    return Update(names.JOBS, keys.place(ctx, record, automation), set=set, remove=remove, when=when)


def mention(ctx: Context, record: str, automation: str, run: str) -> Put:
    """Plan to list a run for its record."""
    return Put(names.JOBS, keys.mentioned(ctx, record, automation, run), {})


def mentions(ctx: Context, record: str, *, limit: int, start: str | None = None) -> tuple[list[Mention], str | None]:
    """Return one page of a record's runs, newest first, and where to go on."""
    pk = keys.inside(ctx, record)
    items, last = reads.page(names.JOBS, pk, prefix="run#", descending=True, limit=limit, start=start, consistent=True)
    parts = (item["sk"].split("#") for item in items)
    return [Mention(automation, run) for _, run, automation in parts], last


def put_step(ctx: Context, run: str, number: int, item: Mapping[str, Any]) -> Put:
    """Plan to note what a step of a run came to."""
    return jobs.put_part(ctx, run, LOG, number, item)


def steps(ctx: Context, run: str, *, limit: int, start: int | None = None) -> tuple[list[dict[str, Any]], int | None]:
    """Return one page of what a run's steps came to, in their order, and the number after which more may follow."""
    return jobs.parts(ctx, run, LOG, limit=limit, start=start)


def _run(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "automation": keys.rest_of(item["pk"]).partition("#")[2],
        "id": item["sk"].partition("#")[2],
        **reads.facts(item),
    }
