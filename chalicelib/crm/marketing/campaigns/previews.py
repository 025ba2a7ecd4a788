"""Who stands behind a number of the launch screen: the people of a plan, before anything is fixed.

They are looked at as counting does, some steps a page; such a page may be short, or empty, before the end.
"""

import json
from collections.abc import Sequence
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import audiences, course, plans
from chalicelib.crm.marketing.campaigns.audiences import SPARED, Place, Reader
from chalicelib.crm.marketing.campaigns.gathering import RECIPIENTS
from chalicelib.crm.marketing.campaigns.plans import Plan
from chalicelib.engine import cursors, lookup, naming
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import segments as members

EXCLUDED: Final = "excluded"
STATES: Final = (RECIPIENTS, SPARED, EXCLUDED)
_MOST_STEPS: Final = 10


def page(
    ctx: Context,
    *,
    id: str,
    state: str,
    reason: str | None = None,
    hour: int | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> dict[str, Any]:
    """Return one page of those whom a launch would reach, spare or leave out as ``{"items", "next_cursor"}``.

    :raises NotFound: when there is no such campaign for the caller.
    :raises InvalidInput: when the plan names no people.
    """
    _, row = lookup.seen(ctx, course.PLURAL, id, action="update", with_body=True)
    plan = plans.read((row.body or {}).get("mailing"))
    query = {"preview": id, "version": row.version, "state": state, "reason": reason, "hour": hour}
    opened = cursors.opened(ctx, query, cursor)
    start = Place(*json.loads(opened)) if opened else Place()
    found, place = _found(course.house(ctx), plan, id, state, (reason, hour), limit, start)
    names = naming.names(ctx, [(one.object.plural, one.id) for one in found])
    items = [
        {
            "plural": one.object.plural,
            "id": one.id,
            "name": names[(one.object.plural, one.id)],
            "at": clock.stamp(one.due),
            "variant": None,
            "reasons": [*([one.reason] if one.reason else [])],
            "moment": one.moment.shown() if one.moment and not one.reason else None,
        }
        for one in found
        if (one.object.plural, one.id) in names
    ]
    told = None if place is None else json.dumps([place.segment, place.after])
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, told)}


def _found(
    ctx: Context, plan: Plan, id: str, state: str, asked: tuple[str | None, int | None], limit: int, start: Place
) -> tuple[list[Reader], Place | None]:
    """Return those of a state from a place on, and where to go on from; None at the end."""
    found: list[Reader] = []
    walked = audiences.walk(ctx, plan, campaign=id, start=start, at=ctx.now)
    for steps, (readers, place) in enumerate(walked, start=1):
        if place is None:
            break
        earlier = _met(ctx, plan, place.segment, readers)
        for reader in readers:
            if reader.id not in earlier and _is_asked(reader, state, *asked):
                found.append(reader)
            if len(found) == limit:
                return found, Place(place.segment, reader.id)
        if steps == _MOST_STEPS:
            return found, place
    return found, None


def _is_asked(reader: Reader, state: str, reason: str | None, hour: int | None) -> bool:
    at = reader.moment.hour if reader.moment else None
    return _state(reader) == state and reason in (None, reader.reason) and hour in (None, at)


def _state(reader: Reader) -> str:
    return EXCLUDED if reader.reason else SPARED if reader.lot.is_spared else RECIPIENTS


def _met(ctx: Context, plan: Plan, segment: int, readers: Sequence[Reader]) -> set[str]:
    """Return those who were met in an earlier segment of the plan."""
    pairs = [(other, reader.id) for other in plan.segments[:segment] for reader in readers]
    return {record for _, record in members.held(ctx, pairs)} if pairs else set()
