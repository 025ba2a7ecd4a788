"""What records are called, as far as whoever asks may know: for lists that only point at records."""

from collections.abc import Iterable, Mapping

from chalicelib.engine import access, overlays
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import records

Subject = tuple[str, str]
"""A record by its plural and its id."""


def names(ctx: Context, subjects: Iterable[Subject]) -> Mapping[Subject, str | None]:
    """Return the names of those records that are there and that the caller may see, in one batch read.

    One whose name the caller may not read has none.
    """
    wanted = list(dict.fromkeys(subjects))
    found = records.get_mixed(ctx, wanted) if wanted else {}
    catalogue = overlays.load(ctx)
    told: dict[Subject, str | None] = {}
    for subject, row in found.items():
        try:
            object = catalogue.of_plural(row.object)
            access.require_seen(ctx, object, row)
        except NotFound:
            continue
        may_read = object.name_field in access.readable(ctx, object)
        told[subject] = row.values.get(object.name_field) if may_read else None
    return told
