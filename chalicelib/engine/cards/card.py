"""A customer's card: what somebody wants to know who has them on the telephone, and what to do next.

Read for every call that comes in, so everything is read at once and nothing twice: the record, its links, what they
lead to, its latest mails, and what the firm agreed to do. Each part holds what its reader may see; a part of which they
may see nothing is None.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.engine import access, lookup, overlays
from chalicelib.engine.cards import around, churn, customer_groups, matters, touches, value
from chalicelib.engine.cards.matters import Matter
from chalicelib.engine.cards.rhythm import Rhythm
from chalicelib.engine.cards.touches import Touches
from chalicelib.engine.cards.value import Value
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage.records import Row

Writing = Callable[[Context, Catalogue, Object, Row], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Card:
    """A customer as they are told at a glance; ``writing`` says whether the firm may write to them."""

    catalogue: Catalogue
    object: Object
    row: Row
    value: Value | None
    rhythm: Rhythm | None
    touches: Touches
    matters: tuple[Matter, ...]
    writing: Mapping[str, Any] | None

    @property
    def buys_most(self) -> str:
        """What the customer buys most, by its name; nothing where nobody knows."""
        return str(self.value.most[0]["name"]) if self.value and self.value.most else ""


def declare(writing: Writing) -> None:
    """Make known who says whether a person may be written to; the composition root calls it once."""
    _writing[:] = [writing]


def laid(ctx: Context, *, plural: str, id: str, action: access.Action = "read") -> Card:
    """Return the card of a customer.

    :raises NotFound: when there is no such record for the caller, or its object has no cards.
    :raises Forbidden: when the caller may not do to the record what they are about to do.
    """
    object, row = lookup.seen(ctx, plural, id, action=action)
    if not object.features.customer:
        raise NotFound("These records have no card.")
    catalogue = overlays.load(ctx)
    sides = around.read(ctx, catalogue, object, row)
    bought = value.of(ctx, catalogue, sides)
    return Card(
        catalogue,
        object,
        row,
        bought,
        churn.of(ctx, bought) if bought else None,
        touches.of(ctx, sides, row),
        tuple(matters.of(ctx, catalogue, sides)),
        _writing[0](ctx, catalogue, object, row) if _writing and object.features.reachable else None,
    )


def told(ctx: Context, card: Card) -> dict[str, Any]:
    """Return a card as the API answers it."""
    name = card.object.name_field
    bought = card.value
    worth = {**value.told(ctx, bought), "group": customer_groups.of(ctx, card.row, bought)} if bought else None
    return {
        "plural": card.object.plural,
        "id": card.row.id,
        "name": card.row.values.get(name) if name in access.readable(ctx, card.object) else None,
        "owner": card.row.owner if card.object.features.owned else None,
        "value": worth,
        "churn": churn.told(ctx, bought, card.rhythm) if bought else None,
        "touches": touches.told(card.touches),
        "matters": matters.told(card.matters),
        "writing": card.writing,
    }


_writing: Final[list[Writing]] = []
