"""From a change, or from what happened to a record, to the records whose place among the segments it may move.

What matters to whom is worked out once for each state of the segments: the fields that a segment asks of the record
itself; those it asks of records that one is linked to, by which the way leads back along the link; those of records
that are counted for another, whose link leads there; and so on, link by link, for what is counted of what is counted.
Nothing of the change is carried on but which records to look at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.engine import overlays
from chalicelib.engine.catalogue import Catalogue, Object, linked
from chalicelib.engine.derived import reach
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.fields.link import edges
from chalicelib.engine.filters import Filter
from chalicelib.engine.objects import Field
from chalicelib.engine.segments import plans
from chalicelib.engine.segments.plans import Known
from chalicelib.engine.terms import Event as Happening
from chalicelib.engine.terms import Related, Term, predicates, terms
from chalicelib.storage.records import Row

MOVING: Final = frozenset({"updated_at", "updated_by"})
"""What every change of a record changes."""

EXISTENCE: Final = "deleted_at"
Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Hop:
    """A step along a link, the field ``link`` of ``object``: from a record of it to where it points, or, ``is_back``,
    from a record to all of ``object`` that point to it."""

    object: str
    link: str
    is_back: bool


Way = tuple[Hop, ...]
HERE: Final[Way] = ()


@dataclass(frozen=True, slots=True)
class Felt:
    """The records to look at: one of ``object``, or those to which a ``way`` leads from it."""

    object: str
    id: str
    way: Way = HERE


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a record: which names differ (None: nobody knows), and its values before and after."""

    object: str
    id: str
    names: Names | None
    old: Mapping[str, Any]
    new: Mapping[str, Any]


@dataclass(slots=True)
class Reach:
    """What matters of an object's records, by the way from them to the records to which it matters; to themselves
    it is ``HERE``. ``events`` are the entries of its timeline."""

    names: dict[Way, set[str]] = field(default_factory=lambda: defaultdict(set))
    events: set[str] = field(default_factory=set)


def of_change(known: Known, change: Change) -> list[Felt]:
    """Return which records to look at because of a change."""
    felt = _reach(known).get(change.object)
    if felt is None:
        return []
    return list(dict.fromkeys(_felt(overlays.load(known.ctx), felt, change)))


def of_event(event: Event) -> Change:
    """Return the change that an event tells of."""
    has_come = event.old is None and event.new is not None
    names = None if has_come or not event.changed else frozenset(event.changed)
    return Change(event.plural, event.record, names, event.old or {}, event.new or {})


def of_occurrence(known: Known, occurrence: Occurrence) -> list[Felt]:
    """Return which records to look at because of something that befell one."""
    felt = _reach(known).get(occurrence.plural)
    return [Felt(occurrence.plural, occurrence.record)] if felt and occurrence.kind in felt.events else []


def _felt(catalogue: Catalogue, felt: Reach, change: Change) -> Iterator[Felt]:
    for way, names in felt.names.items():
        if not _matters(names, change):
            continue
        if way == HERE or way[0].is_back:
            yield Felt(change.object, change.id, way)
        elif (target := _target(catalogue, way[0])) is not None:
            link = way[0].link  # where it pointed before matters too
            ends = {**edges(change.old.get(link)), **edges(change.new.get(link))}
            yield from (Felt(target, id, way[1:]) for id in ends)


def _matters(names: Iterable[str], change: Change) -> bool:
    return change.names is None or not change.names.isdisjoint({*names, EXISTENCE}) or not MOVING.isdisjoint(names)


_known: dict[tuple[Any, ...], Mapping[str, Reach]] = {}


def _reach(known: Known) -> Mapping[str, Reach]:
    catalogue = overlays.load(known.ctx)
    asked = (known.ctx.tenant, known.version, id(catalogue))
    if asked not in _known:
        for stale in [key for key in _known if key[0] == known.ctx.tenant]:
            del _known[stale]
        _known[asked] = _worked_out(known, catalogue)
    return _known[asked]


def _worked_out(known: Known, catalogue: Catalogue) -> Mapping[str, Reach]:
    found: dict[str, Reach] = defaultdict(Reach)
    for plural in dict.fromkeys(segment.object for segment in known.segments.values()):
        found[plural].names[HERE].add(EXISTENCE)
        plan = plans.plan(known, plural)
        for tree in plan.live.values() if plan else ():
            _of_tree(catalogue, found, catalogue.of_plural(plural), tree, HERE)
    return dict(found)


def _of_tree(catalogue: Catalogue, found: dict[str, Reach], object: Object, tree: Filter, way: Way) -> None:
    """Note what a filter asks of an object's records, from which the ``way`` leads to whom it matters."""
    names = found[object.plural].names[way]
    for term in terms(tree):
        if term.via is None:
            names |= _names(catalogue, object, term)
        else:
            names.add(term.via.name)
            other = catalogue.target(term.via)
            back = Hop(object.plural, term.via.name, is_back=True)
            found[other.plural].names[back, *way] |= _names(catalogue, other, term)
    for predicate in predicates(tree):
        if isinstance(predicate, Related):
            _of_related(catalogue, found, object, predicate, way)
        elif isinstance(predicate, Happening):
            found[object.plural].events.add(predicate.event)
            names |= MOVING  # a merge gives a record the past of another, under no field's name


def _of_related(catalogue: Catalogue, found: dict[str, Reach], object: Object, asked: Related, way: Way) -> None:
    child = asked.child
    if asked.inbound is not None:
        way = (Hop(child.plural, asked.inbound.field, is_back=False), *way)
        found[child.plural].names[way].add(asked.inbound.field)
    elif asked.via is not None:
        found[object.plural].names[way].add(asked.via.name)
        way = (Hop(object.plural, asked.via.name, is_back=True), *way)
    if asked.measured is not None:
        found[child.plural].names[way] |= reach.written(catalogue, child, asked.measured)
    _of_tree(catalogue, found, child, asked.where, way)


def _names(catalogue: Catalogue, object: Object, term: Term) -> set[str]:
    """Return the names under which a change shows of what a condition asks; of a body no change tells."""
    return {*MOVING} if term.read.in_body else reach.written(catalogue, object, term.read)


def relation(catalogue: Catalogue, hop: Hop) -> str | None:
    """Return the relation by which the records of a hop back are found from where they point, or None."""
    link = _link(catalogue, hop)
    return None if link is None else linked(link).inverse


def ends(catalogue: Catalogue, hop: Hop, rows: Iterable[Row]) -> tuple[str, list[str]]:
    """Return the records to which some point by the link of a hop, with their object; none when it is no more."""
    target = _target(catalogue, hop)
    if target is None:
        return hop.object, []
    return target, list(dict.fromkeys(id for row in rows for id in edges(row.values.get(hop.link))))


def _target(catalogue: Catalogue, hop: Hop) -> str | None:
    link = _link(catalogue, hop)
    return None if link is None else catalogue.target(link).plural


def _link(catalogue: Catalogue, hop: Hop) -> Field | None:
    object = catalogue.plurals.get(hop.object)
    field = object.fields.get(hop.link) if object else None
    return field if field is not None and field.link is not None else None
