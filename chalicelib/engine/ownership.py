"""Handing over what somebody leaves behind: the open work of each object that says what open means.

Each record is handed over by a write of its own, so a transfer of any size can be interrupted and repeated: what has
moved already is no longer the leaver's. Whoever asks is the actor of every change, and the timeline tells it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.engine import filters, overlays, records
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound, VersionMismatch
from chalicelib.storage import records as rows
from chalicelib.storage import slots
from chalicelib.storage.records import Row

ROWS_A_READ = 200


def open_work(ctx: Context, *, owner: str) -> dict[str, int]:
    """Return how many open records of each object a person is responsible for."""
    catalogue = overlays.load(ctx)
    return {object.plural: sum(1 for _ in _open(ctx, object, owner)) for object in _with_work(catalogue)}


def transfer(ctx: Context, *, owner: str, heir: str) -> dict[str, int]:
    """Give a person's open work to another and return how many records of each object moved."""
    catalogue = overlays.load(ctx)
    moved: dict[str, int] = {}
    for object in _with_work(catalogue):
        for row in list(_open(ctx, object, owner)):
            moved[object.plural] = moved.get(object.plural, 0) + _hand_over(ctx, object, row, owner, heir)
    return moved


def _hand_over(ctx: Context, object: Object, row: Row, owner: str, heir: str) -> bool:
    try:
        records.update(ctx, plural=object.plural, id=row.id, changes={"owner": heir}, expected_version=None)
    except NotFound:
        return False
    except VersionMismatch:
        current = rows.get(ctx, object.plural, row.id)
        return current is not None and current.owner == owner and _hand_over(ctx, object, current, owner, heir)
    return True


def _with_work(catalogue: Catalogue) -> Iterator[Object]:
    return (object for object in catalogue if object.features.owned and object.features.open_work)


def _open(ctx: Context, object: Object, owner: str) -> Iterator[Row]:
    what: Mapping[str, Any] = object.features.open_work or {}
    is_open = filters.read(ctx, object, what, alone=True)
    start: str | None = None
    while True:
        bounds = slots.equal(owner)
        page, start = rows.page(
            ctx,
            object.plural,
            slot=object.slots["owner"],
            lower=bounds.lower,
            upper=bounds.upper,
            limit=ROWS_A_READ,
            start=start,
        )
        yield from (row for row in page if is_open.holds(row))
        if start is None:
            return
