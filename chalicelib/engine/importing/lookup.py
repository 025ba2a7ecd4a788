"""Which records are here already, asked for many rows at once.

A unique value is asked of its claims and an indexed one of its slot, a hundred rows in a few calls; only what neither
serves, such as an address, costs a call of its own. Values that lie close together in a slot come in one page: after
each page the search leaps to the next value that is still wanted.
"""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from chalicelib.engine import claims
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import ULID_PATTERN
from chalicelib.storage import index, records, slots
from chalicelib.storage.records import Row

SOURCE_ID = "external_id"
SEVERAL = ""
"""Stands for an id where several records have a key, so that none of them is meant."""

_OURS = re.compile(ULID_PATTERN)
_FEWEST, _MOST = 4, 100
_LONGEST_TOKEN = 60


@dataclass(frozen=True, slots=True)
class Key:
    """A value by which a record is known. ``index`` is its form in the store, which folds case and accents; ``exact``
    keeps the case of another system's id, because to that system ``003A`` and ``003a`` are two records."""

    field: str
    index: str
    exact: str


def key_of(field: Field, index_key: str, stored: object) -> Key:
    """Return the key that a stored value makes."""
    return Key(field.name, index_key, str(stored) if field.name == SOURCE_ID else index_key)


def holders(ctx: Context, object: Object, field: Field, wanted: Collection[Key]) -> dict[Key, str]:
    """Return the id of the record that has a key, for each key that some record has, or ``SEVERAL`` where several do.

    Another system's id may also be one of ours, in a table that we exported.
    """
    if not wanted:
        return {}
    ours = _by_own_id(ctx, object, field, wanted)
    return ours | _holders(ctx, object, field, [key for key in wanted if key not in ours])


def _by_own_id(ctx: Context, object: Object, field: Field, wanted: Collection[Key]) -> dict[Key, str]:
    if field.name != SOURCE_ID:
        return {}
    ids = {key.exact: key for key in wanted if _OURS.fullmatch(key.exact)}
    return {ids[id]: id for id in records.get_many(ctx, object.plural, list(ids), consistent=True)} if ids else {}


def _holders(ctx: Context, object: Object, field: Field, wanted: Collection[Key]) -> dict[Key, str]:
    if not wanted:
        return {}
    if field.unique:
        claimed = index.holders(ctx, object.plural, claims.kept_as(field), sorted({key.index for key in wanted}))
        return {key: claimed[key.index] for key in wanted if key.index in claimed}
    if field.name in object.slots:
        return _by_slot(ctx, object, field, wanted)
    found = {key: _by_token(ctx, object, field, key.index) for key in wanted}
    return {key: id for key, id in found.items() if id is not None}


def _by_slot(ctx: Context, object: Object, field: Field, wanted: Collection[Key]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    keys = sorted({key.index for key in wanted})
    asked = set(wanted)
    lower, start, limit = keys[0], None, _FEWEST
    while True:
        page, start = records.page(
            ctx,
            object.plural,
            slot=object.slots[field.name],
            lower=slots.equal(lower).lower,
            upper=slots.equal(keys[-1]).upper,
            limit=limit,
            start=start,
        )
        met = [(_key_of_row(field, row), row.id) for row in page]
        hits = [(key, id) for key, id in met if key in asked]
        for key, id in hits:
            found[key] = id if found.get(key, id) == id else SEVERAL
        if start is None or not page:
            return found
        last = met[-1][0].index
        position = bisect_left(keys, last)
        if position == len(keys):
            return found
        if keys[position] != last:  # nobody wants what lies between
            lower, start = keys[position], None
        limit = max(_FEWEST, min(_MOST, 2 * len(hits) + _FEWEST))


def _key_of_row(field: Field, row: Row) -> Key:
    stored = row.values.get(field.name)
    return key_of(field, registry.of(field).index_key(field, stored) or "", stored)


def _by_token(ctx: Context, object: Object, field: Field, value: str) -> str | None:
    kind = registry.of(field)
    for word in kind.words(field, [{"value": value}] if field.multiple else value):
        tokens, _ = index.search(ctx, object.plural, f"{word[:_LONGEST_TOKEN]}#", limit=2)
        for token in tokens:
            if token.field == field.name:
                return token.record
    return None
