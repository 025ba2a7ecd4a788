"""The record that an address names, for whoever asks: the one way in for what hangs on a record.

Comments, files, shares, versions, relations: none of them is there for somebody who may not read its record, and none
of them says so in words of its own.
"""

from chalicelib.engine import access, overlays
from chalicelib.engine.access import Action
from chalicelib.engine.catalogue import Object
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import records
from chalicelib.storage.records import Row


def seen(ctx: Context, plural: str, id: str, *, action: Action = "read", with_body: bool = False) -> tuple[Object, Row]:
    """Return an object and its record, when the caller may see it and do what they are about to do.

    ``with_body`` reads the record's large values too, where the object has any.

    :raises UnknownObject: when there is no such object, not even by the latest design.
    :raises Forbidden: when the caller's role reads nothing of the object, or does not reach as far as ``action``.
    :raises NotFound: when the record is not there for the caller.
    """
    object = overlays.understood(ctx, lambda catalogue: catalogue.of_plural(plural))
    access.require(ctx, object, "read")
    row = records.get(ctx, object.plural, id, body=with_body and bool(object.in_body))
    if row is None:
        raise NotFound("There is no such record.")
    access.require(ctx, object, action, row)
    return object, row
