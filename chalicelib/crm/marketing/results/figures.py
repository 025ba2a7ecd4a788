"""A campaign in figures: how many, which share of what, what it brought and what it cost.

Every number names the question that opens it into people, and each rate says what it is a share of.
"""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from chalicelib.crm.marketing.campaigns import course
from chalicelib.crm.marketing.results import attribution
from chalicelib.crm.marketing.results.attribution import LAST, MODELS, WINDOW, Revenue, Way
from chalicelib.crm.marketing.tracking import counting, histories
from chalicelib.crm.marketing.tracking.observations import (
    BOUNCED,
    CLICKED,
    COMPLAINED,
    DELIVERED,
    OPENED,
    SENT,
    UNSUBSCRIBED,
)
from chalicelib.engine import access, ledger, lookup, overlays
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row

PLURAL: Final = "campaigns"
ACQUISITION: Final = "acquisition"
LOYALTY: Final = "loyalty"
RECIPIENTS: Final = "recipients"
CONTROL: Final = "control"
EXCLUDED: Final = "excluded"

SHARES: Final[Mapping[str, str]] = {
    DELIVERED: SENT,
    BOUNCED: SENT,
    COMPLAINED: DELIVERED,
    UNSUBSCRIBED: DELIVERED,
    OPENED: DELIVERED,
    "opened_machine": DELIVERED,
    CLICKED: DELIVERED,
    "clicked_machine": DELIVERED,
}
"""Of which number each other one is a share."""


def results(ctx: Context, *, id: str, model: str = LAST, window: int = WINDOW) -> dict[str, Any]:
    """Return a campaign's results.

    :raises NotFound: when there is no such campaign for the caller.
    """
    _, row = lookup.seen(ctx, PLURAL, id)
    by_variant = counting.numbers(ctx, id)
    told = course.find(ctx, id)
    chosen = told.job.data.get("counts", {}) if told else {}
    total = {state: sum(numbers.get(state, 0) for numbers in by_variant.values()) for state in histories.STATES}
    way = Way(model, window)
    return {
        "campaign": id,
        "status": row.values.get("status"),
        "audience": _audience(id, chosen),
        "numbers": _numbers(id, total),
        "variants": [
            {"name": name, "numbers": _numbers(id, by_variant[name], name)} for name in sorted(by_variant) if name
        ],
        **_money(ctx, id, row, way),
        "running_cost": ledger.shown(ledger.used(ctx, ledger.of_campaign(id))),
    }


def counted(ctx: Context, id: str) -> dict[str, int]:
    """Return how many mails of a campaign came to each state, all variants together."""
    by_variant = counting.numbers(ctx, id)
    return {state: sum(numbers.get(state, 0) for numbers in by_variant.values()) for state in histories.STATES}


def cost_of(ctx: Context, row: Row) -> int | None:
    """Return what a campaign cost, in minor units of the firm's currency; None when no rate was known."""
    cost = row.values.get("cost")
    return attribution.worth_of(cost, ctx.currency) if cost else 0


def sees_sales(ctx: Context) -> bool:
    """Return whether the caller sees every purchase and what it was worth: else no sum of them is theirs to know."""
    sold = [object for object in overlays.load(ctx) if object.features.bought is not None]
    return all(
        access.sees_all(ctx, object) and object.features.bought.worth in access.readable(ctx, object)  # type: ignore[union-attr]
        for object in sold
    )


def _audience(id: str, chosen: Mapping[str, int]) -> dict[str, Any]:
    """Return who was chosen, who was spared to compare with, and who was left out and why."""
    reasons = {name: count for name, count in chosen.items() if name not in (RECIPIENTS, CONTROL)}
    return {
        RECIPIENTS: {"count": chosen.get(RECIPIENTS, 0), "people": _people(id, RECIPIENTS)},
        CONTROL: {"count": chosen.get(CONTROL, 0), "people": _people(id, CONTROL)},
        EXCLUDED: [
            {"reason": name, "count": reasons[name], "people": f"{_people(id, EXCLUDED)}&reason={name}"}
            for name in sorted(reasons)
        ],
    }


def _numbers(id: str, counts: Mapping[str, int], variant: str = "") -> dict[str, Any]:
    told = {}
    for state in histories.STATES:
        of = SHARES.get(state)
        base = counts.get(of, 0) if of else 0
        told[state] = {
            "count": counts.get(state, 0),
            "of": of,
            "rate": round(counts.get(state, 0) / base, 4) if base else None,
            "people": _people(id, state, variant),
        }
    return told


def _people(id: str, state: str, variant: str = "") -> str:
    asked = f"&variant={quote(variant, safe='')}" if variant else ""
    return f"/v1/campaigns/{id}/people?state={state}{asked}"


def _money(ctx: Context, id: str, row: Row, way: Way) -> dict[str, Any]:
    """Return what a campaign brought and cost, where the caller may know."""
    cost = cost_of(ctx, row)
    told_cost = attribution.money(cost, ctx.currency) if cost is not None else None
    if not sees_sales(ctx):
        return {"revenue": None, "cost": told_cost, "roi": None, "attribution": way.shown(), "goal": None}
    ways = {model: Way(model, way.window) for model in MODELS}
    found = attribution.revenue(ctx, id, ways.values())
    chosen = found[way]
    return {
        "revenue": {
            **_revenue(ctx, chosen),
            "by_model": {model: attribution.money(found[ways[model]].rounded, ctx.currency) for model in MODELS},
            "sales": f"/v1/campaigns/{id}/sales?model={way.model}&window={way.window}",
        },
        "cost": told_cost,
        "roi": attribution.roi(chosen.rounded, cost) if cost is not None else None,
        "attribution": way.shown(),
        "goal": _goal(row, chosen),
    }


def _goal(row: Row, revenue: Revenue) -> dict[str, Any] | None:
    """Return how far a campaign has come to its goal, where that is one that purchases tell of."""
    reached = {
        ACQUISITION: ("first_purchases", revenue.first),
        LOYALTY: ("repeat_purchases", revenue.purchases - revenue.first),
    }
    goal = row.values.get("goal")
    if goal not in reached:
        return None
    counted, number = reached[goal]
    expected = row.values.get("expected_responses")
    rate = round(number / expected, 4) if expected else None
    return {"counted": counted, "reached": number, "expected": expected, "rate": rate}


def _revenue(ctx: Context, revenue: Revenue) -> dict[str, Any]:
    return {
        **attribution.money(revenue.rounded, ctx.currency),
        "purchases": revenue.purchases,
        "without_rate": [{"currency": code, "purchases": count} for code, count in sorted(revenue.unknown.items())],
        "is_complete": revenue.is_complete,
    }
