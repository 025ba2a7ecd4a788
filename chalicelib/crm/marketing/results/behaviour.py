"""How the people of a campaign behaved before and after it, beside those who were spared to compare with.

Read are the purchases of the days around the start, not the people: whoever bought nothing counts as nought. A
purchase counts for each person it points to.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import course
from chalicelib.crm.marketing.results import attribution, figures, sales, uplift
from chalicelib.crm.marketing.results.uplift import Estimate, Group, Person
from chalicelib.engine import lookup, outbox, overlays, query
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields.link import edges
from chalicelib.engine.outbox import WENT, State
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, Forbidden, InvalidInput
from chalicelib.kernel.money import exponent
from chalicelib.storage import deliveries
from chalicelib.storage.records import Row

DAYS: Final = 30
MOST_DAYS: Final = 90
MOST_PURCHASES: Final = 5_000


class NotStarted(Conflict):
    """The campaign has not begun: there is no before and after."""

    code = "not_started"


def compare(ctx: Context, *, id: str, days: int = DAYS) -> dict[str, Any]:
    """Return how those written to and those spared bought before and after a campaign began, and its effect.

    :raises NotFound: when there is no such campaign for the caller.
    :raises Forbidden: when the caller does not see every purchase.
    :raises NotStarted: when it has not begun.
    :raises InvalidInput: when more was bought in these days than one answer reads.
    """
    lookup.seen(ctx, figures.PLURAL, id)
    if not figures.sees_sales(ctx):
        raise Forbidden("Only whoever sees every purchase may see how people bought.")
    told = course.find(ctx, id)
    if told is None or told.starts_at > ctx.now:
        raise NotStarted("The campaign has not begun.")
    bought = _bought(ctx, told.starts_at, timedelta(days=days))
    treated, spared = _groups(ctx, id, told, bought)
    scale = 10.0 ** -exponent(ctx.currency)
    return {
        "days": days,
        "since": clock.stamp(told.starts_at),
        "until": clock.stamp(min(told.starts_at + timedelta(days=days), ctx.now)),
        "is_over": told.starts_at + timedelta(days=days) <= ctx.now,
        "written_to": _shown(ctx, treated),
        "spared": _shown(ctx, spared),
        "effect": _estimate(uplift.effect(treated, spared), scale, digits=exponent(ctx.currency)),
        "effect_on_buyers": _estimate(uplift.effect_on_buyers(treated, spared), 1.0, digits=4),
        "currency": ctx.currency,
    }


def _bought(ctx: Context, start: datetime, span: timedelta) -> dict[str, Person]:
    """Return what each person bought before and after an instant."""
    catalogue, read = overlays.load(ctx), 0
    found: dict[str, Person] = {}
    for object in catalogue:
        if object.features.bought is None:
            continue
        for row in _around(ctx, object, start, span):
            read += 1
            if read > MOST_PURCHASES:
                raise InvalidInput.of("days", "too_many", "Too much was bought in these days: choose fewer.")
            at = sales.moment(ctx, object, row)
            if not (start - span <= at < start + span and sales.counts(ctx, object, row)):
                continue
            worth = attribution.worth_of(row.values[object.features.bought.worth], ctx.currency) or 0
            for person in _buyers(catalogue, object, row):
                known = found.get(person, Person())
                found[person] = (
                    replace(known, before=known.before + worth)
                    if at < start
                    else replace(known, after=known.after + worth)
                )
    return found


def _around(ctx: Context, object: Object, start: datetime, span: timedelta) -> Iterator[Row]:
    """Yield the records of the days around an instant, along the slot of the day of a purchase."""
    bought = object.features.bought
    days = [clock.to_wall(start + each, ctx.time_zone).date().isoformat() for each in (-span, span)]
    on = {"field": bought.on if bought else "", "op": "between", "value": days}
    for page, _ in query.pages(ctx, plural=object.plural, filters=on):
        yield from page


def _buyers(catalogue: Catalogue, object: Object, row: Row) -> set[str]:
    links = [field for field in object.links if catalogue.target(field).features.reachable]
    return {id for field in links for id in edges(row.values.get(field.name))}


def _groups(ctx: Context, id: str, told: course.Course, bought: dict[str, Person]) -> tuple[Group, Group]:
    """Return those who were written to and those who were spared, with what each bought."""
    mails = {mail.recipient: mail for mail in map(outbox.of_row, deliveries.several(ctx, id, list(bought)))}
    treated = [person for id, person in bought.items() if id in mails and mails[id].state in WENT]
    spared = [person for id, person in bought.items() if id in mails and mails[id].state is State.SPARED]
    numbers = figures.counted(ctx, id)
    chosen = told.job.data.get("counts", {})
    return (
        Group.of(max(numbers["sent"], len(treated)), treated),
        Group.of(max(int(chosen.get(figures.CONTROL, 0)), len(spared)), spared),
    )


def _shown(ctx: Context, group: Group) -> dict[str, Any]:
    return {
        "people": group.people,
        "buyers_before": group.buyers_before,
        "buyers_after": group.buyers_after,
        "before": attribution.money(group.before, ctx.currency),
        "after": attribution.money(group.after, ctx.currency),
    }


def _estimate(estimate: Estimate | None, scale: float, *, digits: int) -> dict[str, Any] | None:
    return None if estimate is None else estimate.shown(scale, digits)
