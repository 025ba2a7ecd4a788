"""Merging: several records of one object become one, all at once, and in a way that can be taken back.

One transaction decides: the winner takes what was chosen, the losers are deleted and say where they live on, their
unique values pass over, and a job remembers what the winner held before. Links of other records move in the same
transaction while they fit, otherwise group by group afterwards; a reader who follows an old link meanwhile is led to
the winner. From the decision on nothing can fail for good: whatever kills a worker leaves links to move, which the next
one finds where they lie. What hangs on the losers - their timeline with its mails and comments - stays where it is and
is read through the winner, at no cost that grows with it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.engine import access, drafts, jobs, presenting, records, rules, team, working
from chalicelib.engine import idempotency as answers
from chalicelib.engine.fields.link import edges
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.merging import choosing, involved, ledger, moving, storing
from chalicelib.engine.merging.choosing import OWNER, Chosen
from chalicelib.engine.merging.involved import Involved
from chalicelib.engine.merging.moving import Move, Pointing
from chalicelib.engine.records import Plan
from chalicelib.engine.rules import Change
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import jobs as parts
from chalicelib.storage import records as rows
from chalicelib.storage import timeline
from chalicelib.storage.plan import Write

MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Decided:
    """A merge worked out but not stored."""

    involved: Involved
    chosen: Chosen
    winner: Plan
    losers: tuple[Plan, ...]
    adopted: tuple[str, ...]


def preview(
    ctx: Context, *, plural: str, winner_id: str, loser_ids: Sequence[str], choices: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what a merge would make of the records, where each value comes from, and what would move."""
    decided = _decide(ctx, plural=plural, winner_id=winner_id, loser_ids=loser_ids, choices=choices, versions={})
    its = decided.involved
    counts: Counter[tuple[str, str]] = Counter()
    exact = True
    for loser in its.losers:
        pointing, is_all = _pointing(ctx, its, [loser.id], limit=MOST_COUNTED)
        seen = {each.object for each in pointing if access.can(ctx, its.catalogue.of_plural(each.object), "read")}
        counts.update((each.object, each.field) for each in pointing if each.object in seen)
        exact = exact and is_all
    record = presenting.one(ctx, its.catalogue, its.object, decided.winner.row)
    return {
        "record": record,
        "sources": {name: source for name, source in decided.chosen.sources.items() if name in record},
        "versions": {row.id: row.version for row in its.all},
        "moves": [{"plural": to, "field": field, "count": n} for (to, field), n in sorted(counts.items())],
        "exact": exact,
    }


def merge(
    ctx: Context,
    *,
    plural: str,
    winner_id: str,
    loser_ids: Sequence[str],
    choices: Mapping[str, Any],
    versions: Mapping[str, int],
    idempotency: Idempotency | None = None,
) -> dict[str, Any]:
    """Make one record of several and return it, with the merge by which that can be undone.

    :raises InvalidInput: naming the records or choices that make no sense.
    :raises VersionMismatch: when one of the records was changed meanwhile.
    """
    answered = answers.replay(ctx, idempotency) if idempotency else None
    if answered is not None:
        return answered
    decided = _decide(ctx, plural=plural, winner_id=winner_id, loser_ids=loser_ids, choices=choices, versions=versions)
    its = decided.involved
    pointing, is_all = _pointing(ctx, its, [row.id for row in its.losers], limit=ledger.GROUP)
    losers = frozenset(row.id for row in its.losers)
    plans, moves, _ = moving.plan(ctx, its.catalogue, its.object, pointing, losers=losers, to=winner_id)
    if is_all and _fits(decided, plans):
        try:
            return _store(ctx, decided, plans, moves, ledger.SETTLE, idempotency)
        except storing.OtherChanged:
            pass  # one of those that would move was changed just now: it moves after the decision
    return _store(ctx, decided, (), (), ledger.MOVE, idempotency)


def _decide(
    ctx: Context,
    *,
    plural: str,
    winner_id: str,
    loser_ids: Sequence[str],
    choices: Mapping[str, Any],
    versions: Mapping[str, int],
) -> Decided:
    its = involved.read(ctx, plural=plural, winner_id=winner_id, loser_ids=loser_ids, versions=versions)
    chosen = choosing.choose(ctx, its.catalogue, its.object, winner=its.winner, losers=its.losers, choices=choices)
    chosen = chosen.without(_gone(ctx, its, chosen))
    before = drafts.whole(its.winner)
    change = Change("update", its.catalogue, its.object, winner_id, chosen.owner, chosen.values, its.winner, before)
    change = drafts.complete(ctx, rules.before(ctx, change))
    team.check_owner(ctx, change)
    adopted = tuple(dict.fromkeys(id for row in its.losers for id in (row.id, *row.merged_from)))
    winner = storing.marked(
        records.plan_of(ctx, change), lambda write: rows.merging(write, sources=[*its.winner.merged_from, *adopted])
    )
    losers = tuple(_ended(ctx, its, row) for row in its.losers)
    return Decided(its, replace(chosen, values=change.values), winner, losers, adopted)


def _gone(ctx: Context, its: Involved, chosen: Chosen) -> list[tuple[str, str]]:
    """Return the links that the winner would get to records that are not there any more."""
    before = drafts.whole(its.winner)
    new = [
        (field.name, (its.catalogue.target(field).plural, id))
        for field in its.object.links
        for id in edges(chosen.values.get(field.name)).keys() - edges(before.get(field.name)).keys()
    ]
    found = rows.get_mixed(ctx, [key for _, key in new], consistent=True) if new else {}
    return [(name, key[1]) for name, key in new if key not in found]


def _ended(ctx: Context, its: Involved, row: rows.Row) -> Plan:
    change = rules.before(ctx, drafts.of_end(its.catalogue, its.object, row=row))
    plan = records.plan_of(ctx, change, deleted_at=clock.stamp(ctx.now))
    return storing.marked(plan, lambda write: rows.merged(write, into=its.winner.id))


def _pointing(ctx: Context, its: Involved, losers: Sequence[str], *, limit: int) -> tuple[list[Pointing], bool]:
    """Return what points to the losers from outside the merge, and whether that is all."""
    found: list[Pointing] = []
    for loser in losers:
        start: str | None = None
        while True:
            page, start = moving.pointing_to(ctx, its.object, loser, limit=limit + 50, start=start)
            found += [each for each in page if each.id not in its.ids]
            if start is None:
                break
            if len(found) > limit:
                return found[:limit], False
    return found[:limit], len(found) <= limit


def _fits(decided: Decided, plans: Sequence[Plan]) -> bool:
    return len(storing.together([decided.winner, *decided.losers, *plans])) <= storing.MOST_WRITES - _BESIDE


def _store(
    ctx: Context,
    decided: Decided,
    plans: Sequence[Plan],
    moves: Sequence[Move],
    step: str,
    idempotency: Idempotency | None,
) -> dict[str, Any]:
    its = decided.involved
    job, write = jobs.planned(
        ctx,
        kind=ledger.KIND,
        state=ledger.SETTLING if step == ledger.SETTLE else ledger.MOVING,
        data={
            "object": its.object.plural,
            "winner": its.winner.id,
            "losers": [row.id for row in its.losers],
            "adopted": list(decided.adopted),
            "groups": 1 if moves else 0,
            "moved": len(moves),
            **working.asked_by(ctx.as_house()),
        },
    )
    answer = {
        "merge_id": job.id,
        "state": ledger.DONE if step == ledger.SETTLE else ledger.MOVING,
        "record": presenting.one(ctx, its.catalogue, its.object, decided.winner.row),
    }
    others: list[Write] = [
        write,
        *working.looked_after(ctx, job),
        parts.put_part(ctx, job.id, ledger.KEPT, 0, _kept(its, decided)),
        timeline.append(ctx, its.winner.id, ledger.entry(ctx, job.id, "merged", [row.id for row in its.losers])),
        *([ledger.log(ctx, job.id, 0, moves)] if moves else []),
        *([answers.remember(ctx, idempotency, answer)] if idempotency else []),
    ]
    decisive = [decided.winner, *decided.losers]
    if len(storing.together([*decisive, *plans])) + len(others) > storing.MOST_WRITES:
        raise InvalidInput.of("loser_ids", "too_many", "Merge fewer at once.")
    storing.commit(ctx, decisive, others, beside=plans)
    working.ask(ctx, job, step=step)
    return answer


def _kept(its: Involved, decided: Decided) -> dict[str, Any]:
    """Return what the winner held where it now holds something else, and by what that is recognised."""
    before = {**drafts.whole(its.winner), OWNER: its.winner.owner}
    after = {**decided.chosen.values, OWNER: decided.chosen.owner}
    names = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    return {
        "before": {name: before.get(name) for name in names},
        "after": {name: ledger.digest(after.get(name)) for name in names},
    }


_BESIDE = 8
"""How many writes stand beside the records: the job, its timer, what is kept, the log, the timeline, the answer."""
