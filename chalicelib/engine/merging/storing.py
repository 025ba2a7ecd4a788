"""Several plans stored as one transaction, in which a unique value may pass from one record to another.

A transaction takes one action an item. So the release of a value by one record and its claim by another become one
write that holds if either of them holds the value now.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from chalicelib.engine import claims, overlays
from chalicelib.engine.records import Plan
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, Problem, VersionMismatch
from chalicelib.storage import writes as store
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Delete, Put, Update, Write

MOST_WRITES = store.MOST_WRITES


def marked(plan: Plan, mark: Callable[[Update], Update]) -> Plan:
    """Return a plan whose record's own write says besides what ``mark`` adds."""
    first, *rest = plan.writes
    assert isinstance(first, Update)
    return replace(plan, writes=[mark(first), *rest])


def together(plans: Sequence[Plan]) -> list[Write]:
    """Return the writes of several plans, one for each item."""
    folded: dict[tuple[str, Key], Write] = {}
    for plan in plans:
        for write in plan.writes:
            place = (write.table, write.key)
            folded[place] = _both(folded[place], write) if place in folded else write
    return list(folded.values())


class OtherChanged(Conflict):
    """A record that was to be changed beside the decisive ones was changed by somebody else meanwhile."""

    code = "changed_meanwhile"


def commit(ctx: Context, plans: Sequence[Plan], others: Sequence[Write], *, beside: Sequence[Plan] = ()) -> None:
    """Store all plans, those ``beside`` them and ``others``, or nothing.

    :raises VersionMismatch: when a record of ``plans`` was changed meanwhile.
    :raises AlreadyTaken: when a unique value belongs to another record.
    :raises OtherChanged: when a record of those ``beside`` was changed meanwhile.
    :raises Conflict: when somebody else was first at something else.
    """
    written = [*others, *together([*plans, *beside])]
    try:
        store.execute(ctx, written)
    except store.Refused as refused:
        raise _explained(ctx, refused, written[refused.index], plans, beside) from None
    overlays.outdate(ctx, written)


def _both(first: Write, second: Write) -> Write:
    """Return one write in place of two on the same item: of a release and a claim, the claim of what either holds."""
    puts = [write for write in (first, second) if isinstance(write, Put)]
    if len(puts) == 1 and first.when is not None and second.when is not None:
        return replace(puts[0], when=first.when | second.when)
    if isinstance(first, Delete) and isinstance(second, Delete):
        return second
    raise ValueError(f"two different writes of {first.key}")


def _explained(
    ctx: Context, refused: store.Refused, write: Write, plans: Sequence[Plan], beside: Sequence[Plan]
) -> Problem:
    for plan in plans:
        if plan.writes and write.key == plan.writes[0].key:
            return VersionMismatch("Somebody changed one of these records meanwhile; read them again.")
        for place, name in plan.claims.items():
            if write.key == plan.writes[place].key:
                return claims.taken(ctx, plan.object, name, refused.item)
    if any(write.key == own.key for plan in beside for own in plan.writes):
        return OtherChanged("Somebody changed the same data meanwhile; try again.")
    return Conflict("Somebody changed the same data meanwhile; try again.", code="changed_meanwhile")
