"""Keeping what records are in which segments: decided from what is stored now, and stored if it differs.

Nothing is carried from the change that asked for it, so being asked twice, late or out of order ends in the same. Where
a record stands is read before anything it is decided from, and must still be so at the write; whoever was asked for by
a change leaves a new revision even where nothing differs. So of two who look at once, the one who saw the older state
is refused and looks again, and the last write was decided from a state that no later change has touched unasked.

The segments themselves are read first too, and once more after a write: who wrote by what they asked before looks
again.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.engine import facts, periods, turning
from chalicelib.engine.segments import plans, scoring, telling, waking
from chalicelib.engine.segments.lookup import STATIC
from chalicelib.engine.segments.plans import Known, Plan
from chalicelib.engine.terms import Answer, Facts, Member, predicates
from chalicelib.kernel import clock, errors
from chalicelib.kernel.context import Context
from chalicelib.storage import keys, patience, segments, writes
from chalicelib.storage import records as rows
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row
from chalicelib.storage.segments import Standing

A_TRANSACTION: Final = 20
"""How many records are stored at once, while nobody else stands in the way."""

MOST_MOVES: Final = 30
"""Into and out of how many segments a record goes in one transaction, each of which is counted in two rows."""

_PATIENCE: Final = 24
_LONGEST_PAUSE: Final = 2
"""Of many who write where one record stands, each look lets one through; who waits apart is let through in time."""

Listing = Mapping[str, bool]
"""By segment, whether the records are put on its list or taken off it."""


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody asks for: to look at records of ``object``, because a change ``is_asked`` about or just so.

    Of the ``quiet`` segments nobody is told who came and went, as when one begins to ask something else. ``listing``
    puts the records on lists or takes them off.
    """

    object: str
    is_asked: bool = True
    quiet: frozenset[str] = frozenset()
    listing: Listing = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """How one record comes to stand otherwise: the writes, and by how much each segment grows, under which heading.

    One that ``is_whole`` leaves nothing for another step.
    """

    now: Standing
    writes: Sequence[Write]
    moves: Sequence[tuple[str, str, int]] = ()
    is_whole: bool = True


def keep(ctx: Context, call: Call, ids: Sequence[str]) -> None:
    """Bring some records into the segments that they belong to now, and out of all others.

    :raises Unavailable: when others kept writing where the same records stand.
    """
    pending = list(dict.fromkeys(ids))
    for attempt in range(_PATIENCE):
        if attempt > 1:
            patience.pause(min(attempt - 2, _LONGEST_PAUSE))
        known = plans.load(ctx)
        if known.version == 0 or not pending:
            return
        steps, known = _decided(known, call, pending)
        pending = _stored(known, steps, at_once=1 if attempt else A_TRANSACTION)
        done = [step for step in steps if step.now.record not in pending]
        if any(step.moves for step in done) and plans.version(ctx) != known.version:
            pending = [step.now.record for step in steps]
            continue
        telling.tell(known.ctx, [step.now for step in done])
        pending += [step.now.record for step in done if not step.is_whole]
    if pending:
        raise errors.Unavailable("others keep changing where the same records stand; repeat the request")


def _decided(known: Known, call: Call, ids: Sequence[str]) -> tuple[list[Step], Known]:
    """Return what must be written for each record, and by which state of the segments that was decided."""
    standings = segments.standings(known.ctx, call.object, ids)
    if any(id not in known.segments for each in standings.values() for id in each.inside):
        known = plans.load(known.ctx)  # a segment unknown to us may be newer than what we know
        standings = segments.standings(known.ctx, call.object, ids)
    plan = plans.plan(known, call.object)
    found = rows.get_many(known.ctx, call.object, ids, consistent=True)
    asked = list(plan.live.values()) if plan else []
    beside = facts.gathering(known.ctx, asked, consistent=True, memberships=False).of(list(found.values()))
    steps = (_step(known, plan, call, standing, found.get(id), beside) for id, standing in standings.items())
    return [step for step in steps if step is not None], known


def _step(known: Known, plan: Plan | None, call: Call, before: Standing, row: Row | None, beside: Facts) -> Step | None:
    at = clock.stamp(known.ctx.now)
    listed = _listed(known, call, before, at)
    wanted, due = _wanted(known, plan, before, row, listed, beside)
    all_came, all_went = sorted(wanted - before.inside.keys()), sorted(before.inside.keys() - wanted)
    came, went = all_came[:MOST_MOVES], all_went[: max(0, MOST_MOVES - len(all_came))]
    inside = {id: since for id, since in before.inside.items() if id not in went} | dict.fromkeys(came, at)
    scored = scoring.moved(row, inside, plan.points) if plan is not None and plan.points is not None else {}
    if not (came or went or scored or listed != before.listed or due != before.due or before.untold or call.is_asked):
        return None
    heard = [id for id in (*came, *went) if id not in call.quiet and _is_ready(known, id)]
    untold = [*before.untold, *(_told(known, id, before.revision + 1, at, id in wanted) for id in heard)]
    ctx, was_due = known.ctx, before.due is not None and before.due != due
    asked_at = before.asked_at or (before.due if untold and before.due and before.due <= at else None)
    now = Standing(before.object, before.record, before.revision + 1, inside, listed, due, untold, asked_at)
    planned: list[Write] = [segments.stand(ctx, now, previous=before, is_gone=row is None)]
    planned += [segments.enter(ctx, id, before.record, since=at) for id in came]
    planned += [segments.leave(ctx, id, before.record) for id in went]
    if row is not None and scored:
        planned.append(rows.set_derived(ctx, row, scored))
    if before.due and was_due and before.due != asked_at:
        planned.append(segments.unturn(ctx, before.due, before.object, before.record))
    if due and due != before.due:
        planned.append(segments.turn(ctx, due, before.object, before.record))
    moves = [(id, "entered" if id in heard else "filled", 1) for id in came]
    moves += [(id, "left" if id in heard else "dropped", -1) for id in went if id in known.segments]
    return Step(now, planned, moves, is_whole=len(came) + len(went) == len(all_came) + len(all_went))


def _is_ready(known: Known, id: str) -> bool:
    return id in known.segments and known.segments[id].is_ready


def _listed(known: Known, call: Call, before: Standing, at: str) -> dict[str, str]:
    """Return the lists that a record is on, without those that are no more."""
    added = {id: before.listed.get(id, at) for id, is_on in call.listing.items() if is_on}
    kept = {id: since for id, since in before.listed.items() if call.listing.get(id, True)}
    lists = {segment.id for segment in known.of(call.object) if segment.mode == STATIC}
    return {id: since for id, since in {**kept, **added}.items() if id in lists}


def _wanted(
    known: Known, plan: Plan | None, before: Standing, row: Row | None, listed: Mapping[str, str], beside: Facts
) -> tuple[set[str], str | None]:
    """Return the segments that a record belongs to, and the stamp at which time alone may change that."""
    if row is None:
        return set(), None
    if plan is None:
        return set(before.inside) & known.segments.keys(), before.due
    mine = {(each.told, row.id): Answer(each.segment in listed) for tree in plan.live.values()
            for each in predicates(tree) if isinstance(each, Member)}  # fmt: skip
    everything = Facts(beside.linked, {**beside.answers, **mine}) if mine else beside
    wanted = {id for id, tree in plan.live.items() if tree.holds(row, everything)}
    wanted |= listed.keys() | (before.inside.keys() & plan.resting)
    day = turning.earliest(facts.turn_of(known.ctx, tree, row, everything) for tree in plan.live.values())
    return wanted, None if day is None else clock.stamp(turning.instant(known.ctx, day))


def _told(known: Known, id: str, revision: int, at: str, is_inside: bool) -> dict[str, Any]:
    return {"segment": id, "version": known.segments[id].version, "revision": revision, "at": at, "entered": is_inside}


def _stored(known: Known, steps: Sequence[Step], *, at_once: int) -> list[str]:
    """Store steps, several at once, and return the records of those that somebody else was in the way of."""
    refused: list[str] = []
    waking.see_to(known.ctx, {step.now.due for step in steps if step.now.due})
    for group in _groups(steps, at_once):
        try:
            writes.execute(known.ctx, [write for step in group for write in step.writes] + _tallies(known.ctx, group))
        except writes.Refused:
            refused += [step.now.record for step in group]
    return refused


def _groups(steps: Sequence[Step], at_once: int) -> Iterator[list[Step]]:
    group: list[Step] = []
    size = 0
    for step in steps:
        weight = len(step.writes)
        segments_moved = {segment for each in (*group, step) for segment, _, _ in each.moves}
        if group and (len(group) == at_once or size + weight + 2 * len(segments_moved) > writes.MOST_WRITES):
            yield group
            group, size = [], 0
        group.append(step)
        size += weight
    if group:
        yield group


def _tallies(ctx: Context, group: Sequence[Step]) -> list[Write]:
    """Return what counts the moves of a group of records; into which sub-rows does not matter to any reader."""
    sizes: dict[str, int] = defaultdict(int)
    days: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for step in group:
        for segment, heading, difference in step.moves:
            sizes[segment] += difference
            days[segment][heading] += 1
    shard, today = keys.shard_of(group[0].now.record), periods.today(ctx).isoformat()
    counted: list[Write] = [segments.count(ctx, id, number, shard=shard) for id, number in sizes.items() if number]
    return counted + [segments.note_day(ctx, id, today, moves, shard=shard) for id, moves in days.items()]
