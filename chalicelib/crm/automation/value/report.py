"""What the firm's automations were worth in a period: runs, minutes saved, failures, cost, and what to do about each.

Runs and actions are counted by the day (UTC) in the transactions that move the runs, so the numbers are those of the
runs behind them. What was used comes from the ledger.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions, steps
from chalicelib.crm.automation.authoring.kind import AUTOMATION, content_of
from chalicelib.crm.automation.runs import live, runs
from chalicelib.crm.automation.value import advice, minutes
from chalicelib.crm.automation.value.advice import Seen
from chalicelib.crm.automation.value.minutes import Minutes
from chalicelib.engine import access, definitions, firms, ledger, overlays, query
from chalicelib.engine.definitions import Content, Definition
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.metering import Usage
from chalicelib.storage import runs as rows

DAYS: Final = 30
MOST_DAYS: Final = 366
DID: Final = "did:"
MOST_LOOKED_AT: Final = 1_000
"""How many records are looked at for one that meets the conditions of an automation that nobody enters."""


def report(ctx: Context, *, days: int = DAYS) -> dict[str, Any]:
    """Return what each automation was worth in the last so many days, of which today is one."""
    access.require_managed(ctx, AUTOMATION.plural, "update")
    said = minutes.read(ctx)
    found = definitions.all(ctx, AUTOMATION)
    states = live.states(ctx, [one.id for one in found])
    items = [_of(ctx, one, states[one.id], days=days, said=said) for one in found]
    total: Usage = {}
    for one in items:
        for what, amount in one["usage"].items():
            total[what] = total.get(what, 0) + amount
    names = ("runs", "ended", "failed", "minutes_saved")
    sums = {name: sum(one[name] for one in items) for name in names}
    return {
        "days": days,
        "since": ledger.since(ctx, days).isoformat(),
        "minutes": said.shown(),
        "items": [_shown(one) for one in sorted(items, key=_order)],
        "total": {
            **sums,
            "error_rate": advice.error_rate(sums["failed"], sums["ended"]),
            "running_cost": ledger.shown(total),
        },
    }


def _of(ctx: Context, definition: Definition, told: Mapping[str, Any], *, days: int, said: Minutes) -> dict[str, Any]:
    content = content_of(ctx, definition.id, definition.version)
    first = ledger.since(ctx, days).isoformat()
    quiet = (ctx.now - advice.QUIET).date().isoformat()
    by_day = rows.days(ctx, definition.id, since=min(first, quiet))
    period: Counter[str] = Counter()
    for day, counts in by_day.items():
        if day >= first:
            period.update(counts)
    lately = sum(counts.get("entered", 0) for day, counts in by_day.items() if day >= quiet)
    did = {name.removeprefix(DID): number for name, number in period.items() if name.startswith(DID) and number > 0}
    ended = {name: max(0, period.get(name, 0)) for name in runs.OVER}
    seen = _seen(ctx, definition.id, told, content, lately=lately, ended=ended)
    found = advice.findings(seen)
    actions = [
        {"action": name, "count": number, "minutes": number * said.of(name)} for name, number in sorted(did.items())
    ]
    return {
        "id": definition.id,
        "name": definition.name,
        "version": definition.version,
        "enabled": bool(told["enabled"]),
        "runs": max(0, period.get("entered", 0)),
        "inside": seen.inside,
        "ended": sum(ended.values()),
        **ended,
        "error_rate": advice.error_rate(ended[runs.FAILED], sum(ended.values())),
        "minutes_saved": sum(one["minutes"] for one in actions),
        "actions": actions,
        "findings": found,
        "unreached": list(seen.unreached) if advice.STEPS_UNREACHED in found else [],
        "advice": advice.advice(found),
        "usage": ledger.used(ctx, ledger.of_automation(definition.id), since=ledger.since(ctx, days)),
    }


def _seen(
    ctx: Context, id: str, told: Mapping[str, Any], content: Content, *, lately: int, ended: Mapping[str, int]
) -> Seen:
    counted = rows.counts(ctx, id)
    chain = steps.chain(content["steps"])
    unreached = [step for step in chain.steps if not counted.get(f"in:{step}") and not counted.get(f"out:{step}")]
    seen = Seen(
        age=ctx.now - clock.parse(told["enabled_at"]) if told["enabled"] else None,
        is_tripped=told["tripped"] is not None,
        entered=counted.get("entered", 0),
        lately=lately,
        ended=sum(ended.values()),
        failed=ended[runs.FAILED],
        inside=sum(number for name, number in counted.items() if name.startswith("in:")),
        unreached=unreached,
    )
    if advice.is_quiet(seen) and content["conditions"]:
        return replace(seen, matches=_is_met(ctx, content))
    return seen


def _is_met(ctx: Context, content: Content) -> bool | None:
    """Return whether a record meets the conditions; None when there are too many to look at all of them."""
    inside = firms.acting(ctx, name="automation")
    object = overlays.load(ctx).plurals.get(content["object"])
    if object is None:
        return False
    looked_at = 0
    narrowed = conditions.narrowing(inside, object, content["conditions"])
    for page, place in query.pages(inside, plural=object.plural, filters=narrowed):
        if conditions.keep(inside, object, content["conditions"], page):
            return True
        looked_at += len(page)
        if place is not None and looked_at >= MOST_LOOKED_AT:
            return None
    return False


def _order(one: Mapping[str, Any]) -> tuple[int, int, str]:
    """Order what asks for something before what is well, and the most useful first."""
    urgent = (advice.MEND, advice.DISABLE)
    urgency = urgent.index(one["advice"]) if one["advice"] in urgent else len(urgent)
    return urgency, -one["minutes_saved"], one["name"].casefold()


def _shown(one: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in one.items() if name not in ("usage", "finished", "exited", "stopped")}
    return {**told, "running_cost": ledger.shown(one["usage"])}
