"""Filters: a tree of conditions, read with the fields' own types, and what it asks of a record.

``{"all": [...]}``, ``{"any": [...]}``, ``{"not": ...}`` and ``{"field", "op", "value"}``. A condition compares keys,
the same that order the lists, so a filter and a slot cannot disagree about what is equal or greater. A field may be one
of a linked record, such as ``company.industry``: it is then asked of whatever the record is linked to. A part of a
value is a field too: ``address.city``, ``company.address.country``.

``{"segment": id}`` asks whether a record is in a segment. What costs a read for every single record, that is
``{"related": ...}`` and ``{"event": ...}`` (``engine/predicates.py``), is for whoever can afford it: see ``Depth``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from chalicelib.engine import overlays, patterns, periods, predicates
from chalicelib.engine.access import readable
from chalicelib.engine.catalogue import Object
from chalicelib.engine.derived import graph, values
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import Refusal, plain_text
from chalicelib.engine.objects import Field
from chalicelib.engine.operators import AGO, AHEAD, NOTHING, PART, PATTERN, PERIOD, SEVERAL, TABLE, TWO, Test
from chalicelib.engine.terms import EVERYTHING as EVERYTHING
from chalicelib.engine.terms import Facts as Facts
from chalicelib.engine.terms import Filter as Filter
from chalicelib.engine.terms import Group as Group
from chalicelib.engine.terms import KeysOf, Predicate
from chalicelib.engine.terms import Term as Term
from chalicelib.engine.terms import conjuncts as conjuncts
from chalicelib.engine.terms import terms as terms
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row

DEEPEST = 10
MOST_TERMS = 100
NOT_A_FILTER = 'Send {"field", "op", "value"}, {"all": [...]}, {"any": [...]} or {"not": ...}.'


class Depth(IntEnum):
    """How far a filter may ask: of the record ``ALONE``, of the records it is ``LINKED`` to, or of ``ALL`` there is.

    A list reads linked records and memberships a page at a time; all there is takes reads for each single record, which
    only a segment, or a condition that is asked of one record, can afford.
    """

    ALONE = 0
    LINKED = 1
    ALL = 2


def read(ctx: Context, object: Object, tree: Any, *, alone: bool = False, depth: Depth = Depth.LINKED) -> Filter:
    """Return the filter that a tree of JSON describes; one that stands ``alone`` asks nothing of linked records.

    :raises InvalidInput: when it is too deep, too long, or asks what a field cannot answer.
    """
    if tree is None:
        return EVERYTHING
    _bounded(tree)
    return _Reading(ctx, object, Depth.ALONE if alone else depth).filter(tree)


def _bounded(tree: Any) -> None:
    """Refuse a tree too large to be read, before reading it."""
    terms, level = 0, [tree]
    for _ in range(DEEPEST):
        terms += sum(map(_weight, level))
        level = [member for node in level for member in _members(node)]
        if terms + len(level) > MOST_TERMS:
            raise _refused("too_many_terms", f"Use at most {MOST_TERMS} conditions.")
        if not level:
            return
    raise _refused("too_deep", f"Nest conditions at most {DEEPEST} deep.")


def _weight(node: Any) -> int:
    if not isinstance(node, Mapping) or not {"field", *predicates.KINDS} & node.keys():
        return 0
    return max(1, len(node["value"])) if isinstance(node.get("value"), list) else 1


def _members(node: Any) -> Sequence[Any]:
    if isinstance(node, Mapping) and "related" in node:
        return (node["where"],) if node.get("where") is not None else ()
    if not isinstance(node, Mapping) or len(node) != 1:
        return ()
    kind, members = next(iter(node.items()))
    if kind == "not":
        return (members,)
    return members if kind in ("all", "any") and isinstance(members, list) else ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One tree being read for one caller; ``inside`` is what else may be asked of: the parts of a record's body."""

    ctx: Context
    object: Object
    depth: Depth
    inside: bool = False

    def filter(self, node: Any) -> Filter:
        if not isinstance(node, Mapping):
            raise _refused("not_a_filter", NOT_A_FILTER)
        if "field" in node:
            return self._term(node)
        kind = next(iter(node), "")
        if kind in predicates.KINDS or "related" in node or "event" in node:
            return self._predicate(node)
        if kind not in ("all", "any", "not") or (kind != "not" and not isinstance(node[kind], list)) or len(node) != 1:
            raise _refused("not_a_filter", NOT_A_FILTER)
        return Group(kind, tuple(self.filter(member) for member in _members(node)))

    def _predicate(self, node: Mapping[str, Any]) -> Predicate:
        if (self.inside and "related" not in node) or self.depth < (Depth.LINKED if "segment" in node else Depth.ALL):
            raise _refused("only_in_segments", "Ask this in a segment, and filter by the segment.")
        return predicates.read(self.ctx, self.object, node, self)

    def whole(self, tree: Any) -> Filter:
        """Return what a segment of the same object asks, as the caller can ask it."""
        return read(self.ctx, self.object, tree, depth=Depth.ALL)

    def where(self, object: Object, tree: Any) -> Filter:
        """Return what is demanded of related records, in whose bodies and links it may look.

        It may count what is related to them in turn, such as the orders of a company's contacts, and no further.
        """
        depth = Depth.LINKED if self.inside else self.depth
        return EVERYTHING if tree is None else _Reading(self.ctx, object, depth, inside=True).filter(tree)

    def compared(self, asked: Field, op: str, value: Any) -> tuple[tuple[str, ...], Test]:
        """Return the keys that an operator compares with, and the question that they make."""
        keys = self._operands(asked, op, value)
        return keys, _tested(asked, op, keys)

    def keys_of(self, object: Object, field: Field) -> KeysOf:
        """Return what tells the keys of a field of related records."""
        return keys_of(self.ctx, object, field)

    def _term(self, node: Mapping[str, Any]) -> Term:
        name, op = node["field"], node.get("op", "eq")
        found = self._found(name) if isinstance(name, str) else None
        if found is None:
            raise _refused("unknown_field", f"There is no field {str(name)[:60]} to filter by.")
        asked, kind = found.field, registry.of(found.field)
        allowed = operators(asked) if not found.within or self._may_look_into(found.within) else ()
        if not isinstance(op, str) or op not in allowed or set(node) - {"field", "op", "value"}:
            raise _refused("unknown_operator", f"{name} can be filtered by {', '.join(allowed) or 'nothing'}.")
        op = kind.synonyms.get(op, op)
        keys, test = self.compared(asked, op, node.get("value"))
        told = keys_of(self.ctx, found.object, asked, within=found.within)
        period = str(node["value"]) if TABLE[op].takes in (PERIOD, AGO, AHEAD) else ""
        clocked = bool(asked.result) and bool(graph.clocks(overlays.load(self.ctx), found.object, asked))
        return Term(asked, op, keys, told, test, found.via, found.object.plural, found.within, period, clocked)

    def _may_look_into(self, field: Field) -> bool:
        return self.inside or not field.in_body

    def _found(self, name: str) -> "_Asked | None":
        """Return what a path names: a field, a part of one, or either of a linked record."""
        own = _named(self.ctx, self.object, name)
        if own is not None:
            return own
        link, _, rest = name.partition(".")
        via = self.object.fields.get(link) if link in readable(self.ctx, self.object) else None
        if via is None or via.link is None or self.depth == Depth.ALONE:
            return None
        other = overlays.load(self.ctx).target(via)
        theirs = _named(self.ctx, other, rest)
        if theirs is None or (theirs.within or theirs.field).in_body:
            return None
        return _Asked(other, theirs.field, theirs.within, via)

    def _operands(self, asked: Field, op: str, value: Any) -> tuple[str, ...]:
        try:
            return self._keys(asked, TABLE[op].takes, value)
        except Refusal as refusal:
            raise _refused(refusal.code, f"{asked.name}: {refusal.message}") from None

    def _keys(self, asked: Field, takes: str, value: Any) -> tuple[str, ...]:
        if takes == NOTHING:
            return ()
        if takes in (SEVERAL, TWO):
            return self._list(asked, value, length=2 if takes == TWO else None)
        if takes in (PERIOD, AGO, AHEAD):
            return tuple(self._key(asked, day.isoformat()) for day in _days(self.ctx, takes, value))
        if value is None or value == "":
            raise Refusal("no_value", "Say what it is compared with, or use empty.")
        if takes == PATTERN:
            return (plain_text(value, max_length=patterns.LONGEST),)
        return (registry.of(asked).part_key(asked, value) if takes == PART else self._key(asked, value),)

    def _list(self, asked: Field, value: Any, *, length: int | None) -> tuple[str, ...]:
        if not isinstance(value, list) or length not in (None, len(value)):
            raise Refusal("not_a_list", "Send a list of two values." if length else "Send a list of values.")
        keys = tuple(self._key(asked, each) for each in value)
        return tuple(sorted(keys)) if length else keys

    def _key(self, asked: Field, value: Any) -> str:
        if value is None or value == "":
            raise Refusal("no_value", "Say what it is compared with, or use empty.")
        return registry.of(asked).filter_key(asked, value, self.ctx)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a path names: a ``field`` of an object or a part ``within`` one, there or at the end of the link ``via``."""

    object: Object
    field: Field
    within: Field | None = None
    via: Field | None = None


def _named(ctx: Context, object: Object, name: str) -> _Asked | None:
    own, _, part = name.partition(".")
    field = object.fields.get(own) if own in readable(ctx, object) else None
    if field is None or not part:
        return None if field is None else _Asked(object, field)
    inner = registry.of(field).inside(field).get(part)
    return None if inner is None else _Asked(object, inner, field)


def _days(ctx: Context, takes: str, value: Any) -> tuple[date, ...]:
    if takes == PERIOD:
        return periods.span(ctx, value)
    return (periods.ago(ctx, value) if takes == AGO else periods.ahead(ctx, value),)


def _tested(asked: Field, op: str, keys: tuple[str, ...]) -> Test:
    try:
        return TABLE[op].test(keys)
    except patterns.UnreadablePattern as problem:
        raise _refused("unreadable_pattern", f"{asked.name}: {problem}") from None


def keys_of(ctx: Context, object: Object, field: Field, *, within: Field | None = None) -> KeysOf:
    """Return what tells the keys of a field's value in a record, stored or computed, or of a part ``within`` one."""
    kind = registry.of(field)
    if within is not None:
        return _keys_within(ctx, object, field, within)

    def keys(row: Row) -> tuple[str, ...]:
        stored = values.value_of(ctx, object, field, row)
        return () if stored is None else kind.keys(field, stored)

    return keys


def _keys_within(ctx: Context, object: Object, field: Field, within: Field) -> KeysOf:
    kind, whole = registry.of(field), registry.of(within)

    def keys(row: Row) -> tuple[str, ...]:
        stored = (row.body or {}).get(within.name) if within.in_body else values.value_of(ctx, object, within, row)
        parts = () if stored is None else whole.picked(stored, field.name)
        return tuple(key for part in parts for key in kind.keys(field, part))

    return keys


def operators(field: Field) -> tuple[str, ...]:
    """Return the operators that a field can be filtered by; what lies in the body cannot."""
    return () if field.in_body or field.said or (field.hidden and not field.system) else registry.of(field).operators


def _refused(code: str, message: str) -> InvalidInput:
    return InvalidInput.of("filter", code, message)
