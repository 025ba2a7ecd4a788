"""When something was, as a condition on a day: what moves with the calendar and what is fixed."""

from datetime import timedelta

from chalicelib.engine.asking import days, trees
from chalicelib.engine.asking.deciding import Option, Unmeant
from chalicelib.engine.asking.ground import Ground
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.values import kind_of
from chalicelib.engine.asking.whens import When, spelled
from chalicelib.engine.objects import Field, Label
from chalicelib.engine.periods import moved

_UNITS = {
    "week": Label("semanas de calendario", "calendar weeks"),
    "month": Label("meses de calendario", "calendar months"),
    "quarter": Label("trimestres de calendario", "calendar quarters"),
    "year": Label("años de calendario", "calendar years"),
}


def settled(ground: Ground, when: When, at: int, *, negative: bool = False) -> When:
    """Return a time of which nothing is open any more.

    Units may roll or be the calendar's; *three months ago* may be earlier than that or since; what was *not* done three
    months ago was not done since.

    :raises Unmeant: when the calendar does not reach so far.
    """
    try:
        return _settled(ground, when, at, negative=negative)
    except (OverflowError, ValueError):
        raise Unmeant("not_a_date") from None


def _settled(ground: Ground, when: When, at: int, *, negative: bool) -> When:
    if when.swapped is not None:
        when = _day_or_month(ground, when, at)
    if when.yearless:
        return _in_year(ground, when, at)
    if when.ago and when.counted and not negative:
        number = spelled(when.counted)
        options = [
            Option("within", Label("desde entonces", "since then")),
            Option("before", Label("hace más tiempo", "longer ago")),
        ]
        if ground.deciding.pick("ago", options, at=at) == "before":
            return When(older=number)
    if when.counted and when.counted[1] != "day":
        return _counted(ground, when, at)
    return When(during=when.during, older=when.older, further=when.further, first=when.first, last=when.last)


def _counted(ground: Ground, when: When, at: int) -> When:
    assert when.counted is not None
    number, unit = when.counted
    today = ground.sentence.today
    rolling, first = moved(today + timedelta(days=1), unit, -number), days.beginning(today, unit, -number)
    options = [
        Option("rolling", Label(f"móvil, desde el {days.told(rolling, 'es')}",
                                f"rolling, since {days.told(rolling, 'en')}")),
        Option("calendar", Label(f"por {_UNITS[unit].es}, desde el {days.told(first, 'es')}",
                                 f"by {_UNITS[unit].en}, since {days.told(first, 'en')}")),
    ]  # fmt: skip
    if number == 1:
        whole = Label("solo el anterior, entero", "the one before, the whole of it")
        options.append(Option("previous", whole))
    chosen = ground.deciding.pick("units", options, at=at)
    if chosen == "previous":
        return When(during=f"last_{unit}")
    return When(during=f"last_{spelled(when.counted, 'calendar_' if chosen == 'calendar' else '')}")


def _in_year(ground: Ground, when: When, at: int) -> When:
    day = when.first or when.last
    assert day is not None
    away = ground.sentence.today.year - day.year
    options = [Option(str(day.year - back), Label(str(day.year - back), str(day.year - back))) for back in (0, 1)]
    if away > 0:
        options.append(Option(str(day.year + 1), Label(str(day.year + 1), str(day.year + 1))))
    years = int(ground.deciding.pick("year", options, at=at)) - day.year
    return When(
        first=None if when.first is None else moved(when.first, "year", years),
        last=None if when.last is None else moved(when.last, "year", years),
    )


def _day_or_month(ground: Ground, when: When, at: int) -> When:
    one, other = (when.first or when.last), None
    swapped = when.swapped
    assert swapped is not None
    other = swapped.first or swapped.last
    assert one is not None
    assert other is not None
    options = [
        Option("day_first", Label(days.told(one, "es"), days.told(one, "en"))),
        Option("month_first", Label(days.told(other, "es"), days.told(other, "en"))),
    ]
    return swapped if ground.deciding.pick("day_first", options, at=at) == "month_first" else when


def condition(path: str, field: Field, when: When, *, negative: bool = False) -> Node:
    """Return that a field lies in a settled time."""
    if when.during:
        return trees.condition(path, "not_during" if negative else "during", when.during)
    if when.older or when.further:
        node = trees.condition(path, "older_than" if when.older else "further_than", when.older or when.further)
        return {"not": node} if negative else node
    node = _fixed(path, field, when)
    return trees.negated(node) if negative else node


def _fixed(path: str, field: Field, when: When) -> Node:
    is_day = kind_of(field) == "date"
    if when.first is not None and when.last is not None and is_day:
        if when.first == when.last:
            return trees.condition(path, "eq", when.first.isoformat())
        return trees.condition(path, "between", [when.first.isoformat(), when.last.isoformat()])
    bounds: list[Node] = []
    if when.first is not None:
        bounds.append(trees.condition(path, "gte", when.first.isoformat()))
    if when.last is not None:
        beyond = when.last + timedelta(days=1)
        bounds.append(
            trees.condition(path, "lte", when.last.isoformat())
            if is_day
            else trees.condition(path, "lt", beyond.isoformat())
        )
    return trees.joined("all", bounds)


def of_event(when: When) -> Node:
    """Return when something happened, as a question about events tells it.

    :raises Unmeant: when it is told by how long ago it was.
    """
    if when.during:
        return {"during": when.during}
    bounds = {"since": when.first, "until": when.last}
    told = {name: day.isoformat() for name, day in bounds.items() if day is not None}
    if not told:
        raise Unmeant("event_period")
    return told
