"""What was deleted and can still come back: one row a deletion, in the order of time.

A deleted record is in no slot, so these rows are the only way to list it. A row that its record has outlived - it came
back, or went for good - is stale and says nothing: whoever reads the rows looks at the records.
"""

from dataclasses import dataclass

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.plan import Delete, Put


@dataclass(frozen=True, slots=True)
class Trashed:
    """One deletion of one record."""

    record: str
    deleted_at: str

    @property
    def place(self) -> str:
        """Where it stands in the list."""
        return f"{self.deleted_at}#{self.record}"


def put(ctx: Context, object: str, trashed: Trashed) -> Put:
    """Plan to list a deletion."""
    item = {"record": trashed.record}
    return Put(names.INDEX, keys.trashed(ctx, object, trashed.deleted_at, trashed.record), item)


def delete(ctx: Context, object: str, trashed: Trashed) -> Delete:
    """Plan to list a deletion no longer."""
    return Delete(names.INDEX, keys.trashed(ctx, object, trashed.deleted_at, trashed.record))


def page(
    ctx: Context, object: str, *, limit: int, start: str | None = None, until: str | None = None, oldest: bool = False
) -> tuple[list[Trashed], str | None]:
    """Return one page of an object's deletions, newest first unless ``oldest`` says so, and where to go on.

    ``until`` leaves out what was deleted at or after that stamp.
    """
    pk = keys.trash(ctx, object)
    items, last = reads.page(
        names.INDEX,
        pk,
        upper=until,
        descending=not oldest,
        limit=limit,
        start=start,
        consistent=True,
    )
    found = [Trashed(item["record"], item["sk"].partition("#")[0]) for item in items]
    return found, last
