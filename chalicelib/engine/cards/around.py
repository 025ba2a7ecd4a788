"""What lies around a customer, read at once: what they bought, how one was in touch with them, what is still open.

One query tells every link of the record, one batch read for a hundred of them the records themselves. Of each relation
the newest are read, so many at most; whoever sees only a part of these records is told of that part.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from chalicelib.engine import access
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import links, records
from chalicelib.storage.records import Row

NAME: Final = "cards"
MOST_LINKS: Final = 1_000
MOST_PURCHASES: Final = 300
MOST_OTHERS: Final = 50


@dataclass(frozen=True, slots=True)
class Side:
    """The records of ``child`` that point to a customer by ``field``, known to the customer as ``relation``.

    They are ``exact`` when no more of them are stored, and ``whole`` when the caller sees every one that is stored.
    """

    relation: str
    child: Object
    field: str
    rows: tuple[Row, ...]
    exact: bool
    whole: bool

    @property
    def names(self) -> dict[str, str]:
        """What opens the records behind a number: of which object, and the link that leads to the customer."""
        return {"plural": self.child.plural, "relation": self.relation, "field": self.field}


def read(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> list[Side]:
    """Return everything around a customer that the caller may see."""
    wanted = dict(_wanted(ctx, catalogue, object))
    if not wanted:
        return []
    ends, more = links.page(ctx, row.id, limit=MOST_LINKS)
    ids: dict[str, list[str]] = {name: [] for name in wanted}
    for end in ends:
        if end.field in wanted and end.object == wanted[end.field][0].plural:
            ids[end.field].append(end.id)
    latest = {name: sorted(found, reverse=True)[: _most(wanted[name][0])] for name, found in ids.items()}
    asked = [(wanted[name][0].plural, id) for name, found in latest.items() for id in found]
    there = records.get_mixed(ctx, asked, consistent=True)
    sides = []
    for name, (child, field) in wanted.items():
        found = [each for id in latest[name] if (each := there.get((child.plural, id))) is not None]
        seen = access.visible(ctx, child, found)
        exact = more is None and len(latest[name]) == len(ids[name])
        sides.append(Side(name, child, field, tuple(seen), exact, exact and access.sees_all(ctx, child)))
    return sides


def _wanted(ctx: Context, catalogue: Catalogue, object: Object) -> Iterator[tuple[str, tuple[Object, str]]]:
    """Yield the relations that a card tells of: the object on the other side, and its field that leads here."""
    for name, inbound in object.inbound.items():
        child = catalogue.of_plural(inbound.plural)
        features = child.features
        is_told = features.bought or features.touch or features.open_work
        if is_told and access.can(ctx, child, "read") and inbound.field in access.readable(ctx, child):
            yield name, (child, inbound.field)


def _most(child: Object) -> int:
    return MOST_PURCHASES if child.features.bought else MOST_OTHERS


def named(ctx: Context, side: Side, row: Row) -> dict[str, Any]:
    """Return how a record beside a customer is told: where it is, and what it is called for whoever may read that."""
    name = side.child.name_field
    is_told = name in access.readable(ctx, side.child)
    return {"plural": side.child.plural, "id": row.id, "name": row.values.get(name) if is_told else None}


def moment(stored: Any) -> str | None:
    """Return the stamp of a stored instant, or the day of a stored day; None where there is none."""
    if isinstance(stored, Mapping):
        stored = stored.get("utc")
    return stored if isinstance(stored, str) and stored else None


def house(ctx: Context) -> Context:
    """Return the context that reads what an object declares of itself, whatever its reader may ask for."""
    return replace(ctx, actor=Actor("system", NAME))
