"""What ends a run before its last step because of what somebody did since they entered: answered, bought, unsubscribed.

It is read from what is stored, at each step and whenever something is heard that may be it, so that nothing heard
twice, late or never can keep a plan going for somebody who has moved on. Each knows objects by what they are: a
purchase is a record of an object whose records are purchases, an answer one of an object by which people are in touch.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions
from chalicelib.engine import events, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.fields.link import edges
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import links, records, timeline
from chalicelib.storage.records import Row

ANSWERED, BOUGHT, UNSUBSCRIBED = ENDINGS = ("answered", "bought", "unsubscribed")
LOOKED_AT: Final = 10
"""How many of the latest records of a kind are looked at."""

SENT_A_FORM: Final = events.kind_of("FormSent")
LEFT: Final = frozenset({events.kind_of("MailUnsubscribed"), events.kind_of("ConsentWithdrawn")})
HEARD: Final = frozenset({"FormSent", "MailUnsubscribed", "ConsentWithdrawn"})


def checked(said: Any) -> list[str]:
    """Return what ends a run as it is to be stored.

    :raises InvalidInput: when it is not a list of what may.
    """
    if not isinstance(said, list) or any(one not in ENDINGS for one in said):
        raise InvalidInput.of("ends_on", "unknown_option", f"Choose from {', '.join(ENDINGS)}.")
    return [one for one in ENDINGS if one in said]


def reason(ctx: Context, object: Object, row: Row, wanted: Sequence[str], *, since: str) -> str | None:
    """Return which of the wanted ends has come since a stamp, None when none has."""
    return next((one for one in wanted if _HAS[one](ctx, object, row, since)), None)


def concerned(ctx: Context, heard: Event | Occurrence) -> Iterator[str]:
    """Yield the records whose runs may end by what was heard."""
    if isinstance(heard, Occurrence):
        if heard.name in HEARD:
            yield heard.record
        return
    catalogue = overlays.load(ctx)
    object = catalogue.plurals.get(heard.plural)
    if object is None or (object.features.bought is None and object.features.touch is None):
        return
    row = records.get(ctx, heard.plural, heard.record)
    for field in object.links if row else ():
        yield from edges(row.values.get(field.name) if row else None)


def _has_bought(ctx: Context, object: Object, row: Row, since: str) -> bool:
    def counts(one: Object) -> Mapping[str, Any] | None:
        return one.features.bought.counted if one.features.bought else None

    return any(
        conditions.keep(ctx, other, counts(other), found)
        for other, found in _since(ctx, object, row, since, lambda one: one.features.bought is not None)
    )


def _has_answered(ctx: Context, object: Object, row: Row, since: str) -> bool:
    if any(entry.kind == SENT_A_FORM for entry in timeline.after(ctx, row.id, since, consistent=True)):
        return True
    for other, found in _since(ctx, object, row, since, lambda one: one.features.touch is not None):
        touch = other.features.touch
        in_vain = touch.unanswered if touch else None
        if len(found) > len(conditions.keep(ctx, other, in_vain, found) if in_vain else ()):
            return True
    return False


def _has_left(ctx: Context, _: Object, row: Row, since: str) -> bool:
    return any(entry.kind in LEFT for entry in timeline.after(ctx, row.id, since, consistent=True))


def _since(
    ctx: Context, object: Object, row: Row, since: str, is_wanted: Callable[[Object], bool]
) -> Iterator[tuple[Object, list[Row]]]:
    """Yield objects of a kind, with their records that point to this one and were made since."""
    catalogue: Catalogue = overlays.load(ctx)
    for name, inbound in sorted(object.inbound.items()):
        other = catalogue.of_plural(inbound.plural)
        if not is_wanted(other):
            continue
        ends, _ = links.related(ctx, row.id, name, limit=LOOKED_AT, newest_first=True, consistent=True)
        ids = [end.id for end in ends if end.object == other.plural]
        found = records.get_many(ctx, other.plural, ids, consistent=True).values() if ids else ()
        fresh = [one for one in found if one.deleted_at is None and one.created_at >= since]
        if fresh:
            yield other, fresh


_HAS: Final[Mapping[str, Callable[[Context, Object, Row, str], bool]]] = {
    ANSWERED: _has_answered,
    BOUGHT: _has_bought,
    UNSUBSCRIBED: _has_left,
}
