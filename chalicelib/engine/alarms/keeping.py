"""Looking at an alarm: read its number, hold it against the rule, and say so once when that crosses the line.

How an alarm stands is one row under a revision. What a look finds - the number of the day, calm or raised, notices and
mails to whoever is to be told - is one transaction on the condition that nobody has looked meanwhile; whoever comes
second looks again at what the first has left. So however often and however many at once look, a crossing is told once.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine import events, firms, notices, people, periods
from chalicelib.engine.alarms import judging, kind, mails, metrics, moving, rules
from chalicelib.engine.alarms.judging import Series, Verdict
from chalicelib.engine.alarms.kind import Alarm
from chalicelib.engine.alarms.metrics import Figure
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound, Unavailable
from chalicelib.observability import logger
from chalicelib.storage import alarms as store
from chalicelib.storage import writes
from chalicelib.storage.alarms import State
from chalicelib.storage.plan import Write

NOTICE: Final = "alarm_raised"
RECENT: Final = 30
"""Days that a list of alarms draws."""

PATIENCE: Final = 8


def hear(ctx: Context, message: Mapping[str, Any]) -> None:
    """Take what the keeper is told: something that the bus carried, or an alarm to look at."""
    if "detail" in message:
        moving.hear(ctx, events.heard(message["detail-type"], message["detail"]))
    else:
        look(ctx, message["alarm"], closing=message.get("closing"))


def look(ctx: Context, id: str, *, closing: str | None = None) -> None:
    """Look at an alarm as of now, or of the day ``closing`` when that is over.

    :raises Unavailable: when others kept looking at the same time.
    """
    firm = firms.acting(ctx, name=moving.NAME)
    try:
        alarm = kind.find(firm, id)
    except NotFound:
        logger.info("alarm is gone", alarm=id)
        return
    for _ in range(PATIENCE):
        before = store.state(firm, id)
        if closing is not None and (before.closed or "") >= closing:
            return
        try:
            writes.execute(firm, _looked(firm, alarm, before, closing))
        except writes.Refused as refused:
            if refused.index != 0:
                raise
        else:
            return
    raise Unavailable("others look at the same alarm; repeat the request")


def _looked(firm: Context, alarm: Alarm, before: State, closing: str | None) -> list[Write]:
    """Return the writes of a look; the first is how the alarm stands, on the condition that it stood as read."""
    day = periods.today(firm) if closing is None else date.fromisoformat(closing)
    told = metrics.told(firm, [alarm.metric]).get(alarm.metric)
    value = metrics.value(firm, alarm.metric) if told else None
    is_new = before.asked != alarm.asked
    start = before.start if before.start and not is_new else None
    if start is None and value is not None:
        start = (day.isoformat(), value)
    closings = store.days(firm, alarm.metric.mark, since=day - timedelta(days=judging.REACH))
    filled = _past(firm, alarm, day, closings) if is_new and told else {}
    writes.batch(firm, [store.put_day(firm, alarm.metric.mark, past, number) for past, number in filled.items()])
    closings = {**filled, **closings}
    verdict = _verdict(alarm, told[1] if told else None, day, value, closings, start, is_over=closing is not None)
    was_raised = before.raised_at is not None and not is_new
    is_raised = judging.is_raised(was_raised, verdict)
    now = clock.stamp(firm.now)
    after = State(
        asked=alarm.asked,
        revision=before.revision + 1,
        at=now,
        value=value,
        told=shown(verdict),
        raised_at=(before.raised_at if was_raised else now) if is_raised else None,
        closed=closing or before.closed,
        start=start,
        recent=_recent({**closings, **({day: value} if value is not None else {})}, day),
    )
    wanted: list[Write] = [store.put_state(firm, alarm.id, after, previous=before)]
    if value is not None:
        wanted.append(store.put_day(firm, alarm.metric.mark, day, value))
    if before.raised_at is not None and not (was_raised and is_raised):
        wanted.append(store.calm(firm, alarm.id, before.raised_at, ended_at=now))
    if is_raised and not was_raised and told and value is not None:
        wanted += _raised(firm, alarm, after, value, verdict, told)
    return wanted


def _verdict(
    alarm: Alarm,
    figure: Figure | None,
    day: date,
    value: Decimal | None,
    closings: metrics.Closings,
    start: tuple[str, Decimal] | None,
    *,
    is_over: bool,
) -> Verdict:
    if figure is None:
        return Verdict(judging.UNKNOWN, why=judging.NO_VALUE)
    began = (date.fromisoformat(start[0]), start[1]) if start else None
    series = Series(day, value, closings, figure.adds_up, is_over, figure.step, began)
    return judging.judge(alarm.rule, series)


def _past(firm: Context, alarm: Alarm, day: date, known: metrics.Closings) -> metrics.Closings:
    """Return what a number was on days before, of which nobody kept anything, as far as its source can still tell."""
    since = day - timedelta(days=judging.REACH)
    found = metrics.source(alarm.metric.source).past(firm, alarm.metric.of, alarm.metric.figure, since)
    return {past: number for past, number in found.items() if past < day and past not in known}


def _recent(numbers: metrics.Closings, day: date) -> dict[str, Decimal]:
    since = day - timedelta(days=RECENT)
    return {past.isoformat(): number for past, number in sorted(numbers.items()) if since < past <= day}


def _raised(
    firm: Context, alarm: Alarm, after: State, value: Decimal, verdict: Verdict, told: tuple[str, Figure]
) -> list[Write]:
    """Return the writes that note a raising and tell it to everybody who is to be told and may know the number."""
    name, figure = told
    at = after.raised_at or clock.stamp(firm.now)
    found = people.several(firm, alarm.told)
    heard = [
        person
        for id in alarm.told
        if (person := found.get(id))
        and person.is_active
        and metrics.is_known(people.as_they(firm, person), alarm.metric)
    ]
    cause = f"{alarm.id}-{after.revision}"
    plural = metrics.source(alarm.metric.source).plural
    record = {"plural": plural, "id": alarm.metric.of} if plural else {}
    data = {"alarm": alarm.id, "title": alarm.name, **record}
    wanted: list[Write] = [
        store.raise_(
            firm,
            alarm.id,
            at,
            {"value": value, "told": shown(verdict), "people": [person.id for person in heard]},
        )
    ]
    for person in heard:
        wanted.append(notices.tell(firm, user=person.id, kind=NOTICE, data=data, cause=cause, at=at))
        if alarm.by_mail:
            said = mails.Said(alarm, name, figure, value, verdict, at)
            wanted.append(mails.plan(firm, person, said, cause=cause))
    logger.info("alarm raised", alarm=alarm.id, source=alarm.metric.source, figure=alarm.metric.figure, told=len(heard))
    return wanted


def shown(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as it is stored and answered: numbers spelled, and nothing that was not found out."""
    numbers = {name: getattr(verdict, name) for name in ("measured", "usual", "low", "high")}
    spelled = {name: rules.spelled(rounded(number)) for name, number in numbers.items() if number is not None}
    words = {name: value for name in ("basis", "why") if (value := getattr(verdict, name))}
    return {"place": verdict.place, **spelled, **words, **({"days": verdict.days} if verdict.days else {})}


def rounded(number: Decimal) -> Decimal:
    """Return a number as finely as anybody cares: six decimals."""
    return round(number, 6)
