"""What a firm's segments ask, as it stands now, read for the day that it is where the firm is.

One small row says which state of all segments stands. It is read before every look at a record; only when it has moved
are the segments themselves read again. What each asks is read into a filter once a day, for a filter that says "last
month" means other days tomorrow. A segment that another names is read as a part of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from chalicelib.engine import definitions, filters, overlays, periods
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.definitions import Kind
from chalicelib.engine.derived import graph
from chalicelib.engine.filters import Depth, Filter
from chalicelib.engine.segments import scoring
from chalicelib.engine.segments.lookup import KIND, LIVE, STATIC
from chalicelib.engine.terms import Related, Term, predicates, terms
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.kernel.ids import TenantId
from chalicelib.observability import logger
from chalicelib.storage import directory

NAME: Final = "segment_keeper"
SET: Final = "segments"
"""The row whose version says which state of all segments stands."""

STATE: Final = "segment.state"
DEEPEST: Final = 5


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment that stands, and how many ``points`` being in it gives to a record's score.

    Of one that ``is_ready`` every record has been looked at since it asks what it asks.
    """

    id: str
    name: str
    object: str
    mode: str
    version: int
    filter: Any
    is_ready: bool
    points: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """The state of all segments: its version, 0 where a firm never had any, and the firm's own context."""

    ctx: Context
    version: int
    segments: Mapping[str, Segment] = field(default_factory=dict)

    def of(self, plural: str) -> list[Segment]:
        """Return the segments of an object."""
        return [segment for segment in self.segments.values() if segment.object == plural]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the live segments of one object ask on a day, by id; ``resting`` are those that make no sense any more.

    ``points`` are what being in a segment gives, by its id; None where the object's records have no score.
    """

    object: Object
    live: Mapping[str, Filter]
    resting: frozenset[str]
    points: Mapping[str, int] | None = None


@dataclass(slots=True)
class _Copy:
    version: int
    segments: Mapping[str, Segment]
    read_for: tuple[Any, ...] = ()
    plans: dict[str, Plan | None] = field(default_factory=dict)


_copies: dict[TenantId, _Copy] = {}


def load(ctx: Context) -> Known:
    """Return the segments as they stand now, read consistently."""
    rows = {row["name"]: row for row in directory.several(ctx, [directory.TENANT, SET])}
    firm = _acting(ctx, rows.get(directory.TENANT))
    version = int(rows[SET]["version"]) if SET in rows else 0
    if version == 0:
        return Known(firm, 0)
    copy = _copies.get(ctx.tenant)
    if copy is None or copy.version != version:
        copy = _copies[ctx.tenant] = _Copy(version, _read(firm))
    return Known(firm, version, copy.segments)


def version(ctx: Context) -> int:
    """Return the version of the state of all segments, read consistently."""
    row = directory.get(ctx, SET)
    return int(row["version"]) if row else 0


def forget() -> None:
    """Forget every copy, as a new container does."""
    _copies.clear()


def _acting(ctx: Context, firm: Mapping[str, Any] | None) -> Context:
    system = replace(ctx, actor=Actor("system", NAME))
    if firm is None:
        return system
    return replace(system, currency=firm["currency"], time_zone=firm["time_zone"], locale=firm["locale"])


def _read(ctx: Context) -> dict[str, Segment]:
    states = {row["name"].rpartition("#")[2]: row for row in directory.of_kind(ctx, STATE)}
    heads = definitions.all(ctx, _HEADS)
    wanted = {directory.content(KIND, head.id, head.version): head for head in heads}
    found = {row["name"]: definitions.content_of(row) for row in directory.several(ctx, list(wanted))}
    return {
        head.id: Segment(
            head.id,
            head.name,
            found[name]["object"],
            found[name]["mode"],
            head.version,
            found[name].get("filter"),
            bool(states.get(head.id, {}).get("ready", found[name]["mode"] == STATIC)),
            found[name].get("points") or 0,
        )
        for name, head in wanted.items()
        if name in found
    }


_HEADS: Final = Kind(KIND, "segments")


def plan(known: Known, plural: str) -> Plan | None:
    """Return what the segments of an object ask today, None when there is no such object."""
    ctx = known.ctx
    catalogue = overlays.load(ctx)
    copy = _copies.get(ctx.tenant)
    if copy is None or copy.version != known.version:
        return planned(known, catalogue, plural)
    asked = (id(catalogue), periods.today(ctx), ctx.time_zone, ctx.currency)
    if copy.read_for != asked:
        copy.read_for, copy.plans = asked, {}
    if plural not in copy.plans:
        copy.plans[plural] = planned(known, catalogue, plural)
    return copy.plans[plural]


def planned(known: Known, catalogue: Catalogue, plural: str) -> Plan | None:
    """Return what the segments of an object ask today, read anew."""
    object = catalogue.plurals.get(plural)
    if object is None:
        return None
    live: dict[str, Filter] = {}
    resting: set[str] = set()
    for segment in known.of(plural):
        if segment.mode == LIVE:
            try:
                live[segment.id] = read(known, segment)
            except InvalidInput as refusal:
                logger.info("segment rests", segment=segment.id, reason=refusal.detail)
                resting.add(segment.id)
    return Plan(object, live, frozenset(resting), _points(catalogue, object, known.of(plural), live))


def _points(
    catalogue: Catalogue, object: Object, segments: Sequence[Segment], live: Mapping[str, Filter]
) -> Mapping[str, int] | None:
    """Return what each segment gives to a score; one that asks for a score gives nothing, whatever made it so."""
    if scoring.SCORE not in object.fields:
        return None
    giving = {segment.id: segment.points for segment in segments if segment.points}
    return {id: points for id, points in giving.items()
            if id not in live or not scoring.asks_score(catalogue, object, live[id])}  # fmt: skip


def read(known: Known, segment: Segment) -> Filter:
    """Return what a live segment asks, with what those ask that it names.

    :raises InvalidInput: when it makes no sense for its object.
    """
    tree = expanded(known.segments, segment.object, segment.filter, (segment.id,))

    def understood(catalogue: Catalogue) -> Filter:
        object = catalogue.of_plural(segment.object)
        found = filters.read(known.ctx, object, tree, depth=Depth.ALL)
        require_calm(catalogue, object, found)
        return found

    return overlays.understood(known.ctx, understood)


def require_sound(known: Known, segment: Segment) -> None:
    """Let a live segment pass that makes sense for its object, and does not move itself by the points that it gives.

    :raises InvalidInput: when it does not.
    """
    tree = read(known, segment)
    if segment.points:
        catalogue = overlays.load(known.ctx)
        scoring.require_steady(catalogue, catalogue.of_plural(segment.object), tree)


def expanded(segments: Mapping[str, Segment], plural: str, node: Any, path: tuple[str, ...]) -> Any:
    """Return a tree in which each live segment that is named stands written out.

    :raises InvalidInput: when one leads back to itself, or through too many others.
    """
    if isinstance(node, list):
        return [expanded(segments, plural, member, path) for member in node]
    if not isinstance(node, Mapping):
        return node
    if "segment" not in node:
        inner = {name: node[name] for name in ("all", "any", "not") if name in node}
        return {**node, **{name: expanded(segments, plural, each, path) for name, each in inner.items()}}
    other = segments.get(node["segment"]) if isinstance(node["segment"], str) else None
    if other is None or other.object != plural or other.mode != LIVE:
        return node
    if other.id in path:
        raise InvalidInput.of("filter", "circular", "This segment would be made from itself.")
    if len(path) >= DEEPEST:
        raise InvalidInput.of("filter", "too_deep", f"Build at most {DEEPEST} segments on one another.")
    return {"all": []} if other.filter is None else expanded(segments, plural, other.filter, (*path, other.id))


def users(known: Known, id: str) -> list[Segment]:
    """Return the segments that are made from another, at whatever distance."""
    found: dict[str, Segment] = {}
    wanted = [id]
    while wanted:
        named = wanted.pop()
        for segment in known.segments.values():
            if segment.id not in found and named in names(segment.filter):
                found[segment.id] = segment
                wanted.append(segment.id)
    return list(found.values())


def names(node: Any) -> set[str]:
    """Return the segments that a tree names."""
    if isinstance(node, list):
        return {name for member in node for name in names(member)}
    if not isinstance(node, Mapping):
        return set()
    own = {node["segment"]} if isinstance(node.get("segment"), str) else set()
    return own.union(*(names(node[kind]) for kind in ("all", "any", "not") if kind in node))


def require_calm(catalogue: Catalogue, object: Object, tree: Filter) -> None:
    """Let a filter pass that changes at most once a day by itself.

    :raises InvalidInput: when it asks for what is computed from the present moment.
    """
    for term in terms(tree):
        if "now" in graph.clocks(catalogue, _owner(catalogue, object, term), term.read):
            raise _restless(term.path)
    for predicate in predicates(tree):
        if isinstance(predicate, Related):
            if predicate.measured and "now" in graph.clocks(catalogue, predicate.child, predicate.measured):
                raise _restless(predicate.measured.name)
            require_calm(catalogue, predicate.child, predicate.where)


def _owner(catalogue: Catalogue, object: Object, term: Term) -> Object:
    return catalogue.target(term.via) if term.via else object


def _restless(name: str) -> InvalidInput:
    return InvalidInput.of("filter", "changes_every_moment", f"{name} is computed from now(); use today().")
