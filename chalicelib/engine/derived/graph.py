"""Which fields a computed field is made from, across objects, and what that graph must not do."""

from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived.values import is_kept, paths
from chalicelib.engine.formulas import tree
from chalicelib.engine.formulas.functions import CLOCKS
from chalicelib.engine.formulas.parsing import parsed
from chalicelib.engine.objects import Field
from chalicelib.kernel.errors import InvalidInput

DEEPEST = 3
LONGEST_CHAIN = 10

Node = tuple[str, str]
"""An object's name and a field's."""


def inputs(catalogue: Catalogue, object: Object, field: Field) -> Iterator[tuple[Object, Field, bool]]:
    """Yield the fields that a computed field is made from, each with whether it is another record's."""
    if field.formula is not None:
        for path in paths(field):
            own = object.fields.get(path[0])
            if own is None:
                continue
            yield object, own, False
            if len(path) > 1 and own.link:
                target = catalogue.target(own)
                if path[1] in target.fields:
                    yield target, target.fields[path[1]], True
    elif field.rollup is not None and field.rollup.relation in object.inbound:
        inbound = object.inbound[field.rollup.relation]
        child = catalogue.of_plural(inbound.plural)
        for wanted in dict.fromkeys((inbound.field, field.rollup.field, *asked_of(field.rollup.filter, "field"))):
            if wanted is not None and wanted in child.fields:
                yield child, child.fields[wanted], True


def asked_of(filter: Any, what: str) -> Iterator[str]:
    """Yield the ``field``, or the ``op``, of every condition of a filter tree."""
    if isinstance(filter, Mapping):
        if isinstance(filter.get(what), str):
            yield filter[what]
        for member in filter.values():
            yield from asked_of(member, what)
    elif isinstance(filter, list | tuple):
        for member in filter:
            yield from asked_of(member, what)


def check(catalogue: Catalogue, object: Object, field: Field) -> None:
    """Let a computed field pass that leads back to itself nowhere and looks through few enough records.

    :raises InvalidInput: when it would have to be known before it is computed, or is too far from what is written.
    """
    _walk(catalogue, object, field, ())
    if is_kept(field) and clocks(catalogue, object, field):
        raise InvalidInput.of(
            "formula", "changes_by_itself", "What is kept cannot use today() or now(), nor a formula that does."
        )


def _walk(catalogue: Catalogue, object: Object, field: Field, path: tuple[Node, ...]) -> tuple[int, int]:
    """Return through how many records and how many formulas a field is computed."""
    node = (object.name, field.name)
    if node in path:
        told = " → ".join(f"{name}.{each}" for name, each in (*path[path.index(node) :], node))
        raise InvalidInput.of("formula", "circular", f"This would be computed from itself: {told}")
    if field.result is None and field.formula is None and field.rollup is None:
        return 0, 0
    far, long = 0, 1
    for owner, each, is_foreign in inputs(catalogue, object, field):
        records, formulas = _walk(catalogue, owner, each, (*path, node))
        far, long = max(far, records + is_foreign), max(long, formulas + 1)
    if far > DEEPEST:
        raise InvalidInput.of("formula", "too_far", f"Look through at most {DEEPEST} records.")
    if long > LONGEST_CHAIN:
        raise InvalidInput.of("formula", "too_far", f"Build at most {LONGEST_CHAIN} formulas on one another.")
    return far, long


def clocks(catalogue: Catalogue, object: Object, field: Field) -> frozenset[str]:
    """Return which clocks a field is computed from, through however many others."""
    if field.result is None:
        return frozenset()
    own = {call.function for call in tree.functions(parsed(field.formula))} if field.formula else set()
    others = (clocks(catalogue, owner, each) for owner, each, _ in inputs(catalogue, object, field))
    return frozenset(CLOCKS & own).union(*others)
