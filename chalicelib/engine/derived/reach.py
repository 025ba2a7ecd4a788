"""How far a change of a record is felt: by its own kept values, by the records it points to, by those that point to it.

Worked out once for each version of a tenant's catalogue. A catalogue that keeps no computed field reaches nowhere, and
asking so costs nothing.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from chalicelib.engine.catalogue import Catalogue, Object, linked
from chalicelib.engine.derived import graph, telling
from chalicelib.engine.derived.values import is_kept, kept, paths
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Inverse:
    """The records of ``plural`` that point here by their ``field``; we know them as ``relation``."""

    plural: str
    field: str
    relation: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Which of an object's fields matter to whom.

    ``own`` to the kept values of the same record; ``targets``, by link, to those of the records it leads to;
    ``sources`` to those of the records that lead here. ``told`` matters to what a domain tells of a person: which other
    records are of them.
    """

    keeps: bool = False
    own: Names = frozenset()
    told: Names = frozenset()
    targets: Mapping[str, Names] = field(default_factory=dict)
    sources: Mapping[Inverse, Names] = field(default_factory=dict)


NOWHERE = Reach()
MERGED = "merged_from"
_known: dict[TenantId, tuple[Catalogue, Mapping[str, Reach]]] = {}


def of(ctx: Context, catalogue: Catalogue, object: Object) -> Reach:
    """Return how far a change of an object's records is felt."""
    known = _known.get(ctx.tenant)
    if known is None or known[0] is not catalogue:
        known = _known[ctx.tenant] = (catalogue, _worked_out(catalogue))
    return known[1].get(object.name, NOWHERE)


def _worked_out(catalogue: Catalogue) -> Mapping[str, Reach]:
    own: dict[str, set[str]] = defaultdict(set)
    targets: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    sources: dict[str, dict[Inverse, set[str]]] = defaultdict(lambda: defaultdict(set))
    keeping = {object.name: kept(object) for object in catalogue if object.derived}
    told: dict[str, set[str]] = defaultdict(set)
    for name, fields in keeping.items():
        object = catalogue.object(name)
        if any(telling.has_teller(each) for each in fields):
            told[name] |= {MERGED, *(relation for relation in object.features.kin if relation in object.fields)}
            for seen in (object.inbound[each] for each in object.features.kin if each in object.inbound):
                targets[catalogue.of_plural(seen.plural).name][seen.field].add(seen.field)
        for each in fields:
            for owner, wanted, is_foreign in graph.inputs(catalogue, object, each):
                matters = written(catalogue, owner, wanted)
                if not is_foreign:
                    own[name] |= {one for one in matters if not _is_kept(object, one)}
                elif each.rollup:
                    targets[owner.name][object.inbound[each.rollup.relation].field] |= matters
                else:
                    for inverse in _ways_back(object, each, owner, wanted):
                        sources[owner.name][inverse] |= matters
    names = own.keys() | targets.keys() | sources.keys() | {name for name, fields in keeping.items() if fields}
    return {
        name: Reach(
            any(not each.told for each in keeping.get(name, ())),
            frozenset(own[name]),
            frozenset(told[name]),
            {link: frozenset(matters) for link, matters in targets[name].items()},
            {inverse: frozenset(matters) for inverse, matters in sources[name].items()},
        )
        for name in names
    }


def written(catalogue: Catalogue, object: Object, field: Field) -> set[str]:
    """Return the names under which a change of a field's value shows: its own, or those that it is computed from."""
    if field.result is None or is_kept(field):
        return {field.name}
    return {
        name for owner, each, _ in graph.inputs(catalogue, object, field) for name in written(catalogue, owner, each)
    }


def _is_kept(object: Object, name: str) -> bool:
    field = object.fields[name]
    return field.result is not None and is_kept(field) and not field.told


def _ways_back(object: Object, formula: Field, target: Object, wanted: Field) -> list[Inverse]:
    """Return the links by which a formula reaches a field, seen from the other side."""
    names = {path[0] for path in paths(formula) if len(path) > 1 and path[1] == wanted.name}
    found = [object.fields[name] for name in sorted(names) if name in object.fields]
    return [
        Inverse(object.plural, link.name, linked(link).inverse)
        for link in found
        if link.link and link.link.to == target.name
    ]
