"""Capacity units by DynamoDB's published rules, worked out from the items: the second opinion on what the store says.

A read costs one unit per 4 KB, half when eventually consistent; a query counts the sum of what it reads, a batch
each item. A write costs one unit per KB of the larger of the old and the new item, twice in a transaction. An index
costs one write per KB when its entry changes, two writes (a delete and a put) when the entry's key changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from chalicelib.storage import tables
from chalicelib.storage.tables import IndexSpec

Item = Mapping[str, Any]
SPECS = {spec.name: spec for spec in tables.ALL}


@dataclass(frozen=True, slots=True)
class Written:
    """One item before and after a write; None where there was none."""

    table: str
    before: Item | None
    after: Item | None


def read(sizes: Sequence[int], *, consistent: bool, together: bool) -> float:
    """Return the units of reading items of these sizes, added up first when ``together`` (a query)."""
    whole = 1.0 if consistent else 0.5
    if together:
        return max(1, ceil(sum(sizes) / 4096)) * whole
    return sum(max(1, ceil(size / 4096)) for size in sizes) * whole


def written(write: Written, *, transaction: bool) -> float:
    """Return the units of one write, its indexes included."""
    largest = max(size_of(write.before), size_of(write.after))
    units = max(1, ceil(largest / 1024)) * (2 if transaction else 1)
    return units + sum(_index(index, write) for index in SPECS[write.table].indexes)


def size_of(item: Item | None) -> int:
    """Return what DynamoDB charges for as the size of an item, in bytes."""
    return 0 if item is None else sum(len(name.encode()) + _value(value) for name, value in item.items())


def _value(value: Mapping[str, Any]) -> int:
    ((kind, content),) = value.items()
    if kind == "S":
        return len(content.encode())
    if kind == "N":
        digits = content.lstrip("-").replace(".", "").strip("0")
        return ceil(len(digits) / 2) + 1 + content.startswith("-")
    if kind == "M":
        return 3 + sum(1 + len(name.encode()) + _value(inner) for name, inner in content.items())
    if kind == "L":
        return 3 + sum(1 + _value(inner) for inner in content)
    return 1


def _index(index: IndexSpec, write: Written) -> int:
    before, after = _entry(index, write.before), _entry(index, write.after)
    if before == after:
        return 0
    if before is None or after is None or _key(index, before) != _key(index, after):
        return sum(_kilobytes(entry) for entry in (before, after) if entry is not None)
    return max(_kilobytes(before), _kilobytes(after))


def _entry(index: IndexSpec, item: Item | None) -> Item | None:
    """Return what the index holds of an item, or None when the item is not in it."""
    if item is None or index.hash_key not in item or index.range_key not in item:
        return None
    if index.projection == "ALL":
        return item
    return {name: item[name] for name in ("pk", "sk", index.hash_key, index.range_key)}


def _key(index: IndexSpec, entry: Item) -> tuple[Any, Any]:
    return entry[index.hash_key], entry[index.range_key]


def _kilobytes(item: Item) -> int:
    return max(1, ceil(size_of(item) / 1024))
