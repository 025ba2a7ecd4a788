"""What becomes of consent when a record goes: the ledger goes with it, and a person who asked for that stays unwritten.

Of them nothing is left but the digests of their addresses: whoever imports them again does not write to them again.
"""

from collections.abc import Sequence
from typing import Any, Final

from chalicelib.crm.marketing.consent import addresses, hearing
from chalicelib.engine import reach
from chalicelib.engine.beside import Keeping
from chalicelib.engine.catalogue import Object
from chalicelib.kernel.context import Context
from chalicelib.storage import consents as store
from chalicelib.storage.records import Row

A_PAGE: Final = 100


def ledger(ctx: Context, record: str) -> Sequence[dict[str, Any]]:
    """Return the whole ledger of a record."""
    found, start = store.ledger(ctx, record, limit=A_PAGE)
    while start is not None:
        more, start = store.ledger(ctx, record, limit=A_PAGE, start=start)
        found += more
    return found


def suppress(ctx: Context, object: Object, row: Row) -> None:
    """Write to no address of a person any more who wants to be forgotten."""
    for address in reach.addresses(object, row) if object.features.reachable else ():
        addresses.suppress(ctx, address, addresses.ERASED)


KEEPING: Final = Keeping("consents", ledger, suppress, store.forget, hearing.heard)
