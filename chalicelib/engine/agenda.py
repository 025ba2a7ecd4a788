"""Records in a stretch of time: what a calendar shows of an object.

A record lies there when its day or moment does, or when its span, from one field to another, overlaps it. A slot of the
field makes it a range; without one the records are read within the budget of a list, and the answer says when it ended.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from chalicelib.engine import access, overlays, query, views
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

MOST = 500
LONGEST = timedelta(days=400)
CREATED = "created_at"


def of(
    ctx: Context,
    *,
    plural: str,
    first: str,
    last: str,
    field: str | None = None,
    end: str | None = None,
    filters: Any = None,
    view: str | None = None,
    cursor: str | None = None,
) -> dict[str, Any]:
    """Return the records between two days, both included, as a page of at most ``MOST``.

    Unless told by which ``field``, they lie where the object's first indexed time puts them, or else their creation.

    :raises InvalidInput: when the fields place no record in time, or the days make no stretch.
    """

    def begun(catalogue: Catalogue) -> tuple[Object, str]:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "read")
        readable = access.readable(ctx, object)
        by = field or next((name for name in _times(object) if name in readable), CREATED)
        for parameter, name in (("by", by), ("end", end)):
            if name is not None and (name not in readable or not views.is_time(object.fields[name])):
                raise InvalidInput.of(parameter, "not_a_time", f"There is no date {name[:60]} in this object.")
        return object, by

    object, by = overlays.understood(ctx, begun)
    begins, beyond = _day("from", first), _day("to", last) + timedelta(days=1)
    if not timedelta() < beyond - begins <= LONGEST:
        raise InvalidInput.of("to", "not_a_stretch", f"Ask for at most {LONGEST.days} days, the first one first.")
    within = _within(by, end, begins.isoformat(), beyond.isoformat())
    return query.list(
        ctx,
        plural=plural,
        filters=within if filters is None else {"all": [within, filters]},
        sort=by if by in object.sortable else None,
        limit=MOST,
        most=MOST,
        cursor=cursor,
        view=view,
    )


def _times(object: Object) -> Iterator[str]:
    """Return the indexed fields that place a record in time, but for when it was last changed."""
    return (field.name for field in object.slotted if field and views.is_time(field))


def _within(field: str, end: str | None, begins: str, beyond: str) -> dict[str, Any]:
    starts_there = [{"field": field, "op": "gte", "value": begins}, {"field": field, "op": "lt", "value": beyond}]
    if end is None:
        return {"all": starts_there}
    lasts = [{"field": field, "op": "lt", "value": begins}, {"field": end, "op": "gte", "value": begins}]
    return {"any": [{"all": starts_there}, {"all": lasts}]}


def _day(parameter: str, written: str) -> date:
    try:
        day = date.fromisoformat(written) if len(written) == len("2026-11-21") else None
    except ValueError:
        day = None
    if day is None or not 1000 < day.year < 9998:
        raise InvalidInput.of(parameter, "not_a_date", "Send a day such as 2026-11-21.")
    return day
