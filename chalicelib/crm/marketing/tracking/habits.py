"""At which hours somebody is there: what they opened, followed, sent or bought themselves, by their own clocks.

Of each person the latest signs are kept in one row; their hours, weekdays and weekends apart, are counted for the
firm too. A sign has an id that follows from what it was, and what a verdict takes back goes again: so a row does not
depend on the order in which things are heard, nor on how often, and the firm's numbers equal a recount of the rows.

Signs are no record of anybody's doings: the timeline tells those. They go with the record.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from chalicelib.crm.marketing.tracking.histories import History
from chalicelib.engine import reach
from chalicelib.engine.beside import Keeping
from chalicelib.engine.events import identity
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import index, keys, records, signs, writes
from chalicelib.storage.plan import Write
from chalicelib.storage.signs import Kept, Sign

MOST: Final = 40
"""Signs kept of one person, the latest: somebody whose days change is known anew soon."""

WEEKDAY: Final = "w"
WEEKEND: Final = "e"
NAME: Final = "reader-hours"
FIELD: Final = "hour"
_SATURDAY: Final = 5
_PATIENCE: Final = 8

Hours = Mapping[tuple[str, int], int]
"""How many signs there are of each hour (0 to 23), by the kind of day."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How often somebody, or everybody, was there at each hour; ``total`` by the kind of day."""

    hours: Hours = field(default_factory=dict)
    total: Mapping[str, int] = field(default_factory=dict)


NOTHING: Final = Habit()


def kind_of(wall: datetime) -> str:
    """Return which kind of day a wall time is on."""
    return WEEKEND if wall.weekday() >= _SATURDAY else WEEKDAY


def of_people(ctx: Context, people: Mapping[str, Sequence[str]]) -> dict[str, Habit]:
    """Return the habit of each of some people, who lie under the given ids each: their own, and of merged records."""
    kept = signs.several(ctx, [id for ids in people.values() for id in ids])
    return {
        person: _habit(Counter(sign.hour for id in ids for sign in kept.get(id, signs.NOTHING).signs))
        for person, ids in people.items()
    }


def of_firm(ctx: Context) -> Habit:
    """Return at which hours the people of a firm are there, all together."""
    return _habit({counter.option: counter.count for counter in index.counters(ctx, NAME, FIELD)})


def steps(ctx: Context, about: Mapping[str, str], before: History, after: History, *, mid: str) -> list[Write]:
    """Return what notes the signs by which one history of a mail differs from another."""
    old, new = _seen(before, mid), _seen(after, mid)
    gained = {id: at for id, at in new.items() if old.get(id) != at}
    lost = old.keys() - new.keys()
    return _changed(ctx, about["plural"], about["id"], gained, lost) if gained or lost else []


def note(ctx: Context, *, plural: str, id: str, what: str, at: str) -> None:
    """Note that somebody was there at a stamp because of ``what``; known already, nothing changes.

    :raises Unavailable: when others kept noting the same person; to repeat it is harmless.
    """
    for _ in range(_PATIENCE):
        wanted = _changed(ctx, plural, id, {_named(what): at}, ())
        try:
            writes.execute(ctx, wanted)
        except writes.Refused:
            continue
        return
    raise Unavailable("others keep noting signs of the same person; repeat")


def _changed(ctx: Context, plural: str, id: str, gained: Mapping[str, str], lost: Collection[str]) -> list[Write]:
    """Return the writes by which signs come and go, with what that adds to the firm's numbers; none if none differ."""
    row = records.get(ctx, plural, id) if gained else None
    if gained and row is None:
        return []
    kept = signs.read(ctx, id)
    zone = reach.zone(ctx, row) if row else ""
    known = {sign.id: sign.at for sign in kept.signs}
    stay = [sign for sign in kept.signs if sign.id not in lost and gained.get(sign.id, sign.at) == sign.at]
    come = [Sign(at, name, _hour(at, zone)) for name, at in gained.items() if known.get(name) != at]
    now = tuple(sorted([*stay, *come])[-MOST:])
    if now == kept.signs:
        return []
    return [signs.put(ctx, id, now, before=kept), *_counted(ctx, id, kept, now)]


def _counted(ctx: Context, id: str, before: Kept, after: Iterable[Sign]) -> list[Write]:
    """Return what brings the firm's numbers from one person's signs to others."""
    differing = Counter(sign.hour for sign in after)
    differing.subtract(sign.hour for sign in before.signs)
    shard = keys.shard_of(id)
    return [
        index.add_to_counter(ctx, NAME, FIELD, index.Counter(option=hour, count=number), shard=shard)
        for hour, number in sorted(differing.items())
        if number
    ]


def _seen(history: History, mid: str) -> dict[str, str]:
    """Return when a person opened a mail, or followed each of its links, first, by the id of the sign."""
    found: dict[str, str] = {}
    for one in history.judged():
        if one.is_human:
            id = _named(mid, one.fetch.what, one.fetch.link)
            found[id] = min(found.get(id, one.fetch.at), one.fetch.at)
    return found


def _named(*parts: str) -> str:
    return identity(*parts)[:12]


def _hour(at: str, zone: str) -> str:
    wall = clock.to_wall(clock.parse(at), zone)
    return f"{kind_of(wall)}{wall.hour:02d}"


def _habit(numbers: Mapping[str, int]) -> Habit:
    hours = {(spelled[0], int(spelled[1:])): number for spelled, number in numbers.items() if number > 0}
    total: Counter[str] = Counter()
    for (kind, _), number in hours.items():
        total[kind] += number
    return Habit(hours, dict(total))


def _collected(ctx: Context, record: str) -> Sequence[Any]:
    return [{"at": sign.at, "hour": sign.hour} for sign in signs.read(ctx, record).signs]


def _gone(ctx: Context, record: str) -> None:
    for _ in range(_PATIENCE):
        kept = signs.read(ctx, record)
        if not kept.signs:
            return
        try:
            writes.execute(ctx, [signs.forget(ctx, record, before=kept), *_counted(ctx, record, kept, ())])
        except writes.Refused:
            continue
        return
    raise Unavailable("others keep noting signs of the same person; repeat")


KEEPING: Final = Keeping("signs", _collected, lambda *_: None, _gone, lambda *_: ())
