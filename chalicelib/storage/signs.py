"""When each person was heard of last: one bounded row beside their record, replaced under its revision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads
from chalicelib.storage.plan import Condition, Delete, Put


@dataclass(frozen=True, slots=True, order=True)
class Sign:
    """Somebody was there at ``at`` (a stamp), by their own clocks in ``hour``; ``id`` says by what they were seen."""

    at: str
    id: str
    hour: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The signs of one person as they are stored; revision 0: there are none yet."""

    signs: tuple[Sign, ...] = ()
    revision: int = 0


NOTHING = Kept()


def read(ctx: Context, record: str) -> Kept:
    """Return the signs of one person, read consistently."""
    item = reads.get(names.INDEX, keys.signs(ctx, record))
    return NOTHING if item is None else _kept(item)


def several(ctx: Context, records: Iterable[str]) -> dict[str, Kept]:
    """Return the signs of those of some people of whom there are any, by their id."""
    by_key = {keys.signs(ctx, record): record for record in records}
    items = reads.get_many(names.INDEX, list(by_key))
    return {by_key[keys.Key(item["pk"], item["sk"])]: _kept(item) for item in items}


def put(ctx: Context, record: str, signs: Sequence[Sign], *, before: Kept) -> Put:
    """Plan to keep these signs of a person; refused when somebody has kept others since ``before`` was read."""
    told = {"signs": [[sign.at, sign.id, sign.hour] for sign in signs], "revision": before.revision + 1}
    return Put(names.INDEX, keys.signs(ctx, record), told, when=_still(before))


def forget(ctx: Context, record: str, *, before: Kept) -> Delete:
    """Plan to forget the signs of a person; refused when somebody has kept others since ``before`` was read."""
    return Delete(names.INDEX, keys.signs(ctx, record), when=_still(before))


def _still(before: Kept) -> Condition:
    return plan.equals("revision", before.revision) if before.revision else plan.absent()


def _kept(item: Mapping[str, Any]) -> Kept:
    return Kept(tuple(Sign(at, id, hour) for at, id, hour in item["signs"]), int(item["revision"]))
