"""Lists for those who see only some people's records: whatever they see, read owner by owner and put in order.

A slot leads through everybody's records in one order; the owner's slot leads through one person's, in another. So for
a few people with not too many records each is read whole and sorted here; for more, a filter that narrows the slot
which the list follows must come from the caller, and each record read is asked whether they see it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from chalicelib.engine.access import ALL, Scope
from chalicelib.engine.catalogue import Object
from chalicelib.engine.terms import NOTHING_KNOWN, Facts, Filter, Group
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage import records as rows
from chalicelib.storage import slots
from chalicelib.storage.records import Row

MOST_OWNERS: Final = 50
MOST_ROWS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Seen(Group):
    """The condition that the caller sees a record at all."""

    scope: Scope = ALL

    def holds(self, row: Row, facts: Facts = NOTHING_KNOWN) -> bool:  # noqa: ARG002 - asks no other
        """Return whether the caller sees a record."""
        return self.scope.holds(row)


def within(scope: Scope, tree: Filter) -> Filter:
    """Return a filter that also demands that the caller sees the record."""
    return tree if scope.everything else Group("all", (tree, Seen("seen", (), scope)))


def gathered(ctx: Context, object: Object, scope: Scope) -> list[Row]:
    """Return every record that the caller sees, in no order.

    :raises InvalidInput: ``narrow_filter`` when they are too many to be put in order at once.
    """
    if len(scope.owners) > MOST_OWNERS:
        raise _too_many()
    found = {row.id: row for row in rows.get_many(ctx, object.plural, sorted(scope.shared)).values()}
    for read, row in enumerate(_of_people(ctx, object, scope), start=1):
        if read > MOST_ROWS:
            raise _too_many()
        if scope.holds(row):
            found[row.id] = row
    return [*found.values()]


def _of_people(ctx: Context, object: Object, scope: Scope) -> Iterator[Row]:
    """Yield the records of each owner; of an object without owners all, for their creators lie in no slot."""
    ranges = [slots.equal(owner) for owner in sorted(scope.owners)] if scope.has_owners else [slots.empty()]
    for bounds in ranges:
        yield from rows.each(ctx, object.plural, slot=object.slots["owner"], lower=bounds.lower, upper=bounds.upper)


def _too_many() -> InvalidInput:
    message = "These are too many records to be put in order; filter by an owner, or by the field that you sort by."
    return InvalidInput(message, code="narrow_filter", errors=[FieldError("filter", "narrow_filter", message)])
