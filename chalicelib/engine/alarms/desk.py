"""Alarms for whoever makes and reads them: what can be watched, what a rule would have told, how all stand."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access, cursors, definitions, firms, periods
from chalicelib.engine.alarms import judging, keeping, kind, metrics, moving, rules
from chalicelib.engine.alarms.judging import Series
from chalicelib.engine.alarms.metrics import Figure, Metric
from chalicelib.kernel.context import Context
from chalicelib.storage import alarms as store

TRIED: Final = 30
"""Over how many days a rule is tried."""

LONGEST: Final = 400


def sources(ctx: Context) -> dict[str, Any]:
    """Return where numbers come from."""
    access.require_managed(ctx, moving.PLURAL, "read")
    return _whole([{"source": each.name, "label": each.label.text(ctx.locale)} for each in metrics.all()])


def subjects(ctx: Context, *, source: str, q: str) -> dict[str, Any]:
    """Return of what there are numbers at a source, as far as the caller may know.

    :raises NotFound: when there is no such source.
    """
    access.require_managed(ctx, moving.PLURAL, "read")
    found = metrics.source(source).subjects(ctx, q)
    return _whole([{"of": each.of, "name": each.name} for each in found])


def figures(ctx: Context, *, source: str, of: str) -> dict[str, Any]:
    """Return the figures of something, each with what it is now.

    :raises NotFound: when the caller may know of no such thing.
    """
    access.require_managed(ctx, moving.PLURAL, "read")
    asked = metrics.source(source)
    found = asked.figures(ctx, of)
    now = asked.read(firms.acting(ctx, name=moving.NAME), of, [each.id for each in found])
    return {
        "name": asked.called(ctx, of),
        "items": [{**_figure(ctx, each), "value": _spelled(now.get(each.id))} for each in found],
        "next_cursor": None,
    }


def preview(ctx: Context, *, metric: Mapping[str, Any], rule: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a number is now, what it was, and on which of the last days a rule would have told of it.

    :raises InvalidInput: when the caller may know of no such number, or the rule makes no sense.
    """
    access.require_managed(ctx, moving.PLURAL, "read")
    asked, figure = metrics.chosen(ctx, metric)
    said = rules.of(rules.checked(rule))
    firm = firms.acting(ctx, name=moving.NAME)
    today = periods.today(firm)
    since = today - timedelta(days=TRIED + judging.REACH)
    past = metrics.source(asked.source).past(firm, asked.of, asked.figure, since)
    closings = {**past, **store.days(firm, asked.mark, since=since)}
    closings = {day: number for day, number in closings.items() if day < today}
    now = metrics.value(firm, asked)
    days = [today - timedelta(days=back) for back in range(TRIED, 0, -1)]
    would, judged = judging.replay(said, closings, days, adds_up=figure.adds_up, step=figure.step)
    start = (today, now) if now is not None else None
    series = Series(today, now, closings, figure.adds_up, is_over=False, step=figure.step, start=start)
    return {
        "figure": _figure(ctx, figure),
        "value": _spelled(now),
        "now": keeping.shown(judging.judge(said, series)),
        "days": [{"day": day.isoformat(), "value": _spelled(closings.get(day))} for day in days],
        "tried": TRIED,
        "judged": judged,
        "raisings": [
            {"day": each.day.isoformat(), "value": _spelled(each.value), "told": keeping.shown(each.verdict)}
            for each in would
        ],
    }


def beside(ctx: Context, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return how alarms stand, and what they watch in words, by id."""
    found = [definitions.get(ctx, kind.ALARM, id=ids[0])] if len(ids) == 1 else definitions.all(ctx, kind.ALARM)
    alarms = [kind.of(each) for each in found]
    states = store.states(ctx) if len(ids) > 1 else {id: store.state(ctx, id) for id in ids}
    told = metrics.told(ctx, [alarm.metric for alarm in alarms])
    return {
        alarm.id: {
            "owner": alarm.owner,
            "watches": _watched(ctx, alarm.metric, told),
            "state": _state(states.get(alarm.id, store.State()), alarm.asked),
        }
        for alarm in alarms
    }


def days(ctx: Context, *, id: str, days: int) -> dict[str, Any]:
    """Return what the number of an alarm was on each of the last days of which it is known, the newest first.

    :raises NotFound: when there is no such alarm for the caller.
    """
    alarm = kind.find(ctx, id)
    firm = firms.acting(ctx, name=moving.NAME)
    since = periods.today(firm) - timedelta(days=days - 1)
    known = store.days(firm, alarm.metric.mark, since=since)
    return _whole([{"day": day.isoformat(), "value": _spelled(known[day])} for day in sorted(known, reverse=True)])


def raisings(ctx: Context, *, id: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of the times that an alarm was raised, the latest first.

    :raises NotFound: when there is no such alarm for the caller.
    """
    kind.find(ctx, id)
    query = {"alarm": id}
    found, place = store.raisings(ctx, id, limit=limit, start=cursors.opened(ctx, query, cursor))
    items = [
        {
            "at": each["at"],
            "ended_at": each.get("ended_at"),
            "value": _spelled(each["value"]),
            "told": dict(each["told"]),
            "people": list(each["people"]),
        }
        for each in found
    ]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def _watched(ctx: Context, metric: Metric, told: Mapping[Metric, tuple[str, Figure]]) -> dict[str, Any] | None:
    """Return what an alarm watches in words; None when it is nobody's any more."""
    if metric not in told:
        return None
    name, figure = told[metric]
    source = metrics.source(metric.source)
    return {"source": source.label.text(ctx.locale), "name": name, "figure": _figure(ctx, figure)}


def _figure(ctx: Context, figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "label": figure.label.text(ctx.locale),
        "unit": figure.unit,
        "adds_up": figure.adds_up,
        "currency": ctx.currency if figure.unit == metrics.MONEY else None,
    }


def _state(state: store.State, asked: str) -> dict[str, Any]:
    """Return how an alarm stands; one that asks something else now has not been looked at."""
    if state.asked != asked:
        return {"is_raised": False, "since": None, "at": None, "value": None, "told": None, "recent": []}
    recent = [{"day": day, "value": _spelled(value)} for day, value in sorted(state.recent.items())]
    return {
        "is_raised": state.raised_at is not None,
        "since": state.raised_at,
        "at": state.at,
        "value": _spelled(state.value),
        "told": dict(state.told),
        "recent": recent,
    }


def _spelled(number: Any) -> str | None:
    return None if number is None else rules.spelled(keeping.rounded(number))


def _whole(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"items": items, "next_cursor": None}
