"""What the computed fields of a record hold.

A formula over the record's own fields is computed when it is read and never stored. One that looks at a linked record,
and a rollup, cannot be told from the record alone: it is kept in ``row.derived`` by the stream, and read from there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from chalicelib.engine.catalogue import Object
from chalicelib.engine.formulas import evaluation, shapes, tree
from chalicelib.engine.formulas.functions import Moment
from chalicelib.engine.formulas.parsing import MOST_KEPT, parsed
from chalicelib.engine.formulas.tree import Name
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row


def is_kept(field: Field) -> bool:
    """Return whether a computed field is kept by the stream, because other records have a say in it."""
    if field.formula is None:
        return field.rollup is not None or field.told
    return any(len(path) > 1 for path in paths(field))


def paths(field: Field) -> tuple[tuple[str, ...], ...]:
    """Return the names that a formula asks for, each as the fields that it passes through."""
    return _paths(field.formula) if field.formula is not None else ()


@lru_cache(maxsize=MOST_KEPT)
def _paths(formula: str) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(name.path for name in tree.names(parsed(formula))))


def kept(object: Object) -> tuple[Field, ...]:
    """Return the fields of an object that the stream keeps: computed ones, and those that a domain tells."""
    return tuple(field for field in object.derived if is_kept(field))


def value_of(ctx: Context, object: Object, field: Field, row: Row) -> Any:
    """Return what a field of a record holds, as it is stored or would be; None when it is empty."""
    if field.result is None:
        return system_value(field, row) if field.system else row.values.get(field.name)
    return Reading(moment_of(ctx), object, row).stored(field)


def computed(ctx: Context, object: Object, row: Row) -> dict[str, Any]:
    """Return what all computed fields of a record hold, by name."""
    if not object.derived:
        return {}
    reading = Reading(moment_of(ctx), object, row)
    return {field.name: reading.stored(field) for field in object.derived}


def telling(object: Object, readable: frozenset[str]) -> frozenset[str]:
    """Return those of ``readable`` that tell nothing else: a formula over a field that is hidden is hidden too."""
    gone = {field.name for field in object.derived if not _own(object, field) <= readable} & readable
    return telling(object, readable - gone) if gone else readable


def _own(object: Object, field: Field) -> set[str]:
    return {path[0] for path in paths(field) if path[0] in object.fields}


def moment_of(ctx: Context) -> Moment:
    """Return when and where formulas are computed for a caller."""
    return Moment(ctx.now, ctx.time_zone, ctx.currency)


def system_value(field: Field, row: Row) -> Any:
    """Return what the system keeps about a record under the name of ``field``."""
    return getattr(row, field.name)


@dataclass(slots=True)
class Reading:
    """One record while its fields are read; what has been computed once is not computed again.

    ``rollups`` and ``linked`` are what other records say: with them, what the stream keeps is computed anew, without
    them it is taken as it was kept.
    """

    moment: Moment
    object: Object
    row: Row
    rollups: Mapping[str, Any] | None = None
    linked: Mapping[str, "Reading"] = field(default_factory=dict)
    _known: dict[str, Any] = field(default_factory=dict)

    def stored(self, wanted: Field) -> Any:
        """Return what a field holds, in the form in which it is stored."""
        if wanted.result is None:
            return system_value(wanted, self.row) if wanted.system else self.row.values.get(wanted.name)
        if wanted.name not in self._known:
            self._known[wanted.name] = self._derived(wanted)
        return self._known[wanted.name]

    def computable(self, wanted: Field) -> Any:
        """Return what a field holds, as formulas compute with it."""
        return shapes.computable(wanted, self.stored(wanted))

    def _derived(self, wanted: Field) -> Any:
        if wanted.told:
            return self.row.derived.get(wanted.name, wanted.default)
        if self.rollups is None and is_kept(wanted):
            return self.row.derived.get(wanted.name)
        if wanted.formula is None:
            return (self.rollups or {}).get(wanted.name)
        return shapes.storable(wanted, evaluation.value_of(parsed(wanted.formula), self._named, self.moment))

    def _named(self, name: Name) -> Any:
        if len(name.path) == 1:
            own = self.object.fields.get(name.path[0])
            return None if own is None else self.computable(own)
        other = self.linked.get(name.path[0])
        theirs = other.object.fields.get(name.path[1]) if other else None
        return other.computable(theirs) if other and theirs else None
