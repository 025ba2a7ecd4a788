"""Which stretches of a slot a filter leaves to be read.

A condition on a slot's field is a set of stretches of its keys. ``all`` intersects them, ``any`` joins them, and
whatever cannot be said so - a negation, a part of a word - leaves the whole slot, to be asked of each record read.
"""

from collections.abc import Iterable
from functools import reduce

from chalicelib.engine import operators
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields.contract import LONGEST_SLOT_KEY
from chalicelib.engine.filters import Filter, Group, Term
from chalicelib.storage import slots
from chalicelib.storage.slots import Bounds

Stretches = tuple[Bounds, ...]
"""In order, apart from one another."""

Cover = tuple[tuple[str, Bounds], ...]
"""Stretches, each with the field in whose slot it lies."""

OPEN = Bounds(None, None)
WHOLE: Stretches = (OPEN,)
_OF_A_POINT, _OF_A_RANGE, _OF_AN_OPEN_END = 1, 100, 10_000


def of(tree: Filter, field: str) -> Stretches:
    """Return the stretches of a field's slot in which every answer lies."""
    if isinstance(tree, Term):
        return _of_term(tree) if tree.path == field else WHOLE
    if tree.kind == "all":
        return reduce(_both, (of(member, field) for member in tree.members), WHOLE)
    return _either(each for member in tree.members for each in of(member, field)) if tree.kind == "any" else WHOLE


def is_exact(tree: Filter, field: str) -> bool:
    """Return whether the stretches are the answer, so that nothing read along them is thrown away."""
    if isinstance(tree, Term):
        return tree.path == field and _of_term(tree) != WHOLE
    return tree.kind in ("all", "any") and all(is_exact(member, field) for member in tree.members)


def cover(object: Object, tree: Filter) -> Cover | None:
    """Return the shortest stretches that together hold every answer, None when no slot narrows them.

    The members of an ``any`` may lie in different slots.
    """
    found = [
        tuple((field, each) for each in stretches) for field in object.slots if (stretches := of(tree, field)) != WHOLE
    ]
    found += [joined for group in _alternatives(tree) if (joined := _joined(object, group)) is not None]
    return min(found, key=cost, default=None)


def cost(found: Cover) -> int:
    """Return how much a cover is likely to hold: single values little, open ends much."""
    return sum(_cost(bounds) for _, bounds in found)


def _cost(bounds: Bounds) -> int:
    if bounds.lower is None or bounds.upper is None:
        return _OF_AN_OPEN_END
    return _OF_A_POINT if slots.value_of(bounds.lower) == slots.value_of(bounds.upper) else _OF_A_RANGE


def _alternatives(tree: Filter) -> Iterable[Group]:
    if isinstance(tree, Group):
        if tree.kind == "any":
            yield tree
        elif tree.kind == "all":
            for member in tree.members:
                yield from _alternatives(member)


def _joined(object: Object, group: Group) -> Cover | None:
    joined: Cover = ()
    for member in group.members:
        found = cover(object, member)
        if found is None:
            return None
        joined = (*joined, *found)
    return joined


def _of_term(term: Term) -> Stretches:
    bounds = operators.TABLE[term.op].bounds
    if bounds is None or (term.field.sparse and term.op == "empty"):
        return WHOLE
    if term.field.multiple and term.op not in operators.PRESENCE:
        return WHOLE  # a slot holds the first of several values only
    if any(len(key) >= LONGEST_SLOT_KEY for key in term.keys):
        cut = [slots.prefix(key[:LONGEST_SLOT_KEY]) for key in term.keys]
        return _either(cut) if term.op in ("eq", "in", "starts") else WHOLE
    return _either(bounds(term.keys))


def _both(one: Stretches, other: Stretches) -> Stretches:
    met = (Bounds(_later(a.lower, b.lower), _earlier(a.upper, b.upper)) for a in one for b in other)
    return tuple(each for each in met if not _is_empty(each))


def _either(stretches: Iterable[Bounds]) -> Stretches:
    joined: list[Bounds] = []
    for each in sorted((each for each in stretches if not _is_empty(each)), key=lambda bounds: bounds.lower or ""):
        before = joined[-1] if joined else None
        if before is not None and (before.upper is None or (each.lower or "") <= before.upper):
            upper = None if before.upper is None or each.upper is None else max(before.upper, each.upper)
            joined[-1] = Bounds(before.lower, upper)
        else:
            joined.append(each)
    return tuple(joined)


def _later(one: str | None, other: str | None) -> str | None:
    return max(one, other) if one is not None and other is not None else one if other is None else other


def _earlier(one: str | None, other: str | None) -> str | None:
    return min(one, other) if one is not None and other is not None else one if other is None else other


def _is_empty(bounds: Bounds) -> bool:
    return bounds.lower is not None and bounds.upper is not None and bounds.lower > bounds.upper
