"""The review list, kept up to date: which pairs a record belongs to follows from the record as it stands now.

Whatever asks - a change on the bus, a scan of an object - looks at the record anew, so asking twice, late or in another
order ends in the same list. A pair that somebody has dismissed stays dismissed.
"""

from collections.abc import Iterator, Mapping

from chalicelib.engine import overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.duplicates import candidates, matching, rules
from chalicelib.engine.events import Event
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import duplicates
from chalicelib.storage import records as rows
from chalicelib.storage import writes as store
from chalicelib.storage.duplicates import DISMISSED, OPEN, Pair
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row


def react(ctx: Context, event: Event) -> None:
    """Look for a record's duplicates when it is new, gone, back, or changed where the rules look."""
    catalogue = overlays.load(ctx)
    if event.plural not in catalogue.plurals:
        return
    object = catalogue.of_plural(event.plural)
    looked_at = {name for rule in rules.of(catalogue, object) for name in rule.fields}
    if looked_at and (event.old is None or (looked_at | {"deleted_at"}) & set(event.changed)):
        refresh(ctx, catalogue, object, event.record)


def refresh(ctx: Context, catalogue: Catalogue, object: Object, id: str) -> None:
    """Make the review list say which records the record ``id`` may be the same as."""
    row = rows.get(ctx, object.plural, id)
    known = {pair.other(id): pair for pair in duplicates.of_record(ctx, object.plural, id)}
    wanted = _wanted(ctx, catalogue, object, row, known) if row is not None else {}
    for writes in _changes(ctx, object, id, known, wanted):
        try:
            store.execute(ctx, writes)
        except store.Refused:
            continue  # somebody else has just written the same pair: it looks as they saw it, or is dismissed


def _wanted(ctx: Context, catalogue: Catalogue, object: Object, row: Row, known: Mapping[str, Pair]) -> dict[str, int]:
    """Return the scores of all pairs that hold: those found now, and those known before that still look alike."""
    found = {each.row.id: each.verdict.score for each in candidates.find(ctx, catalogue, object, row.values, id=row.id)}
    asked, is_person = rules.of(catalogue, object), rules.is_person(object)
    rest = rows.get_many(ctx, object.plural, [other for other in known if other not in found])
    again = {
        other: matching.judge(asked, object.fields, row.values, theirs.values, is_person=is_person).score
        for other, theirs in rest.items()
    }
    return {**{other: score for other, score in again.items() if score >= rules.ENOUGH}, **found}


def _changes(
    ctx: Context, object: Object, id: str, known: Mapping[str, Pair], wanted: Mapping[str, int]
) -> Iterator[list[Write]]:
    for other, pair in known.items():
        if pair.state == OPEN and other not in wanted:
            yield duplicates.remove(ctx, object.plural, pair)
    for other, score in wanted.items():
        before = known.get(other)
        if before is None or (before.state != DISMISSED and before.score != score):
            low, high = sorted((id, other))
            found_at = before.found_at if before else clock.stamp(ctx.now)
            yield duplicates.put(ctx, object.plural, Pair(low, high, score, OPEN, found_at), previous=before)
