"""Whether records must follow when a field gets an index, is to be unique, found or counted: asked before it changes.

A container believes its copy of the catalogue for a minute, so what others write meanwhile is not as the new catalogue
wants it. The work therefore begins when that minute is over, and is wanted even where no records exist yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.engine import claims
from chalicelib.engine.catalogue import Object
from chalicelib.engine.derived.values import is_kept
from chalicelib.engine.designing.properties import FLAGS
from chalicelib.engine.objects import Field, Rollup
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, FieldError
from chalicelib.storage import records as rows

KIND = "refit"
COMPUTED = "computed"
"""Beside the flags, what a field gains that other records have a say in: its value in every record."""

MOST_VERIFIED = 1_000
ROWS_A_READ = 250
MOST_NAMED = 20


class HasDoubles(Conflict):
    """Records hold the same value in a field that is to be unique; ``doubles`` names them."""

    code = "has_doubles"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What readers must wait for, and the work by which records follow; neither when nothing has to."""

    building: tuple[str, ...] = ()
    job: Mapping[str, Any] = field(default_factory=dict)


def wanted(ctx: Context, plural: str, *, before: Field | None, after: Field) -> Wanted:
    """Return what must follow when a field becomes what it is after; a new one holds no values yet."""
    gained = tuple(flag for flag in FLAGS if getattr(after, flag) and not (before and getattr(before, flag)))
    if before is None:
        gained = tuple(flag for flag in gained if flag == "counted" or (flag == "indexed" and not after.sparse))
    elif before.sparse and not after.sparse and after.indexed:
        gained = (*gained, "indexed")
    building = gained
    if after.result and is_kept(after) and (after.formula, after.rollup) != _made_from(before):
        gained = (*gained, COMPUTED)
    if not gained:
        return Wanted()
    data = {"plural": plural, "field": after.name, "gained": list(gained), "since": clock.stamp(ctx.now)}
    has_records = bool(rows.page(ctx, plural, slot=1, limit=1)[0])
    return Wanted(building if has_records else (), {"kind": KIND, "step": "wait", "data": data})


def _made_from(field: Field | None) -> tuple[str | None, Rollup | None]:
    return (field.formula, field.rollup) if field else (None, None)


def require_no_doubles(ctx: Context, object: Object, field: Field) -> None:
    """Let a field become unique, as far as a look at the first thousand records tells; the work looks at all.

    :raises HasDoubles: naming the records that hold the same value.
    """
    seen: dict[str, str] = {}
    doubles: list[dict[str, str]] = []
    start: str | None = None
    for _ in range(MOST_VERIFIED // ROWS_A_READ):
        found, start = rows.page(ctx, object.plural, slot=1, limit=ROWS_A_READ, start=start)
        for row in found:
            key = claims.key(field, row.values)
            if key is not None and seen.setdefault(key, row.id) != row.id:
                doubles.append({"id": row.id, "same_as": seen[key]})
        if start is None:
            break
    if doubles:
        raise refusal(field.name, doubles)


def refusal(name: str, doubles: list[dict[str, str]]) -> HasDoubles:
    """Return the refusal that names the doubles."""
    message = f"Records share a value of {name}; make them differ first."
    told = doubles[:MOST_NAMED]
    return HasDoubles(message, errors=[FieldError("unique", "has_doubles", message)], extra={"doubles": told})
