"""Handing over what somebody leaves behind: the open work of each object that says what open means, or all they have.

It is a bulk like any other: a job with a verdict for every record, that can be undone. Whoever asks is the actor of
every change, and the timeline tells it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.engine import filters, overlays
from chalicelib.engine.bulk import desk
from chalicelib.engine.bulk.desk import Target
from chalicelib.engine.bulk.edits import OWNER, Edit
from chalicelib.engine.bulk.selecting import Selection
from chalicelib.engine.bulk.work import TRANSFER
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.jobs import Job
from chalicelib.kernel.context import Context
from chalicelib.storage import records as rows
from chalicelib.storage import slots
from chalicelib.storage.records import Row


def open_work(ctx: Context, *, owner: str) -> dict[str, int]:
    """Return how many open records of each object a person is responsible for."""
    catalogue = overlays.load(ctx)
    return {object.plural: sum(1 for _ in _open(ctx, object, owner)) for object in _with_work(catalogue)}


def transfer(ctx: Context, *, owner: str, heir: str, everything: bool = False) -> Job:
    """Begin to give a person's open work, or everything they are responsible for, to another, and return the job."""
    catalogue = overlays.refreshed(ctx)
    objects = (object for object in catalogue if object.features.owned) if everything else _with_work(catalogue)
    targets = [Target(Selection(object.plural, _theirs(object, owner, everything))) for object in objects]
    title = "Transfer of all records" if everything else "Transfer of open work"
    return desk.begin(ctx, TRANSFER, targets, Edit("transfer", owner=heir), title=title)


def _theirs(object: Object, owner: str, everything: bool) -> dict[str, Any]:
    is_theirs = {"field": OWNER, "op": "eq", "value": owner}
    return {"all": [is_theirs]} if everything else {"all": [is_theirs, object.features.open_work]}


def _with_work(catalogue: Catalogue) -> Iterator[Object]:
    return (object for object in catalogue if object.features.owned and object.features.open_work)


def _open(ctx: Context, object: Object, owner: str) -> Iterator[Row]:
    what: Mapping[str, Any] = object.features.open_work or {}
    is_open = filters.read(ctx, object, what, alone=True)
    theirs = slots.equal(owner)
    for row in rows.each(ctx, object.plural, slot=object.slots["owner"], lower=theirs.lower, upper=theirs.upper):
        if is_open.holds(row):
            yield row
