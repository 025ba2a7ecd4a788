"""Filters: a tree of conditions, read with the fields' own types, and what it asks of a record.

``{"all": [...]}``, ``{"any": [...]}``, ``{"not": ...}`` and ``{"field", "op", "value"}``. A condition compares keys,
the same that order the lists, so a filter and a slot cannot disagree about what is equal or greater. A field may be one
of a linked record, such as ``company.industry``: it is then asked of whatever the record is linked to.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from typing import Any

from chalicelib.engine import overlays, patterns, periods
from chalicelib.engine.access import readable
from chalicelib.engine.catalogue import Object
from chalicelib.engine.derived import values
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import Refusal, plain_text
from chalicelib.engine.fields.link import edges
from chalicelib.engine.objects import Field
from chalicelib.engine.operators import AGO, AHEAD, NOTHING, PART, PATTERN, PERIOD, SEVERAL, TABLE, TWO, Test
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row

DEEPEST = 10
MOST_TERMS = 100
NOT_A_FILTER = 'Send {"field", "op", "value"}, {"all": [...]}, {"any": [...]} or {"not": ...}.'

Linked = Mapping[tuple[str, str], Row]
NOTHING_LINKED: Linked = {}
KeysOf = Callable[[Row], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. ``keys`` are what it compares with; ``via`` is the link whose other side it asks, if any."""

    field: Field
    op: str
    keys: tuple[str, ...]
    keys_of: KeysOf = attribute(repr=False, compare=False)
    test: Test = attribute(repr=False, compare=False)
    via: Field | None = None
    plural: str = ""

    @property
    def path(self) -> str:
        """The name under which the condition was asked."""
        return f"{self.via.name}.{self.field.name}" if self.via else self.field.name

    def holds(self, row: Row, linked: Linked = NOTHING_LINKED) -> bool:
        """Return whether a record meets the condition."""
        if self.via is None:
            return self.test(self.keys_of(row))
        others = (linked.get((self.plural, id)) for id in edges(row.values.get(self.via.name)))
        return self.test([key for other in others if other is not None for key in self.keys_of(other)])


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions: all must hold, any may, or the only one must not."""

    kind: str
    members: tuple["Filter", ...]

    def holds(self, row: Row, linked: Linked = NOTHING_LINKED) -> bool:
        """Return whether a record, and those that it is linked to, meet the conditions."""
        if self.kind == "not":
            return not self.members[0].holds(row, linked)
        return (all if self.kind == "all" else any)(member.holds(row, linked) for member in self.members)


Filter = Term | Group
EVERYTHING = Group("all", ())


def read(ctx: Context, object: Object, tree: Any, *, alone: bool = False) -> Filter:
    """Return the filter that a tree of JSON describes; one that stands ``alone`` asks nothing of linked records.

    :raises InvalidInput: when it is too deep, too long, or asks what a field cannot answer.
    """
    if tree is None:
        return EVERYTHING
    _bounded(tree)
    return _Reading(ctx, object, alone).filter(tree)


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
    if not isinstance(node, Mapping) or "field" not in node:
        return 0
    return max(1, len(node["value"])) if isinstance(node.get("value"), list) else 1


def _members(node: Any) -> Sequence[Any]:
    if not isinstance(node, Mapping) or len(node) != 1:
        return ()
    kind, members = next(iter(node.items()))
    if kind == "not":
        return (members,)
    return members if kind in ("all", "any") and isinstance(members, list) else ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One tree being read for one caller."""

    ctx: Context
    object: Object
    alone: bool

    def filter(self, node: Any) -> Filter:
        if not isinstance(node, Mapping):
            raise _refused("not_a_filter", NOT_A_FILTER)
        if "field" in node:
            return self._term(node)
        kind = next(iter(node), "")
        if kind not in ("all", "any", "not") or (kind != "not" and not isinstance(node[kind], list)) or len(node) != 1:
            raise _refused("not_a_filter", NOT_A_FILTER)
        return Group(kind, tuple(self.filter(member) for member in _members(node)))

    def _term(self, node: Mapping[str, Any]) -> Term:
        name, op = node["field"], node.get("op", "eq")
        owner, asked, via = self._found(name) if isinstance(name, str) else (self.object, None, None)
        if asked is None:
            raise _refused("unknown_field", f"There is no field {str(name)[:60]} to filter by.")
        allowed = operators(asked)
        if not isinstance(op, str) or op not in allowed or set(node) - {"field", "op", "value"}:
            raise _refused("unknown_operator", f"{name} can be filtered by {', '.join(allowed) or 'nothing'}.")
        op = registry.of(asked).synonyms.get(op, op)
        keys = self._operands(asked, op, node.get("value"))
        return Term(asked, op, keys, keys_of(self.ctx, owner, asked), _tested(asked, op, keys), via, owner.plural)

    def _found(self, name: str) -> tuple[Object, Field | None, Field | None]:
        """Return the object and field that a name means, and the link that leads there, if it says one."""
        link, dot, rest = name.partition(".")
        own = self.object.fields.get(link) if link in readable(self.ctx, self.object) else None
        if not dot:
            return self.object, own, None
        if own is None or own.link is None or self.alone:
            return self.object, None, None
        other = overlays.load(self.ctx).target(own)
        return other, other.fields.get(rest) if rest in readable(self.ctx, other) else None, own

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


def _days(ctx: Context, takes: str, value: Any) -> tuple[date, ...]:
    if takes == PERIOD:
        return periods.span(ctx, value)
    return (periods.ago(ctx, value) if takes == AGO else periods.ahead(ctx, value),)


def _tested(asked: Field, op: str, keys: tuple[str, ...]) -> Test:
    try:
        return TABLE[op].test(keys)
    except patterns.UnreadablePattern as problem:
        raise _refused("unreadable_pattern", f"{asked.name}: {problem}") from None


def keys_of(ctx: Context, object: Object, field: Field) -> KeysOf:
    """Return what tells the keys of a field's value in a record, stored or computed."""
    kind = registry.of(field)

    def keys(row: Row) -> tuple[str, ...]:
        stored = values.value_of(ctx, object, field, row)
        return () if stored is None else kind.keys(field, stored)

    return keys


def operators(field: Field) -> tuple[str, ...]:
    """Return the operators that a field can be filtered by; what lies in the body cannot."""
    return () if field.in_body or (field.hidden and not field.system) else registry.of(field).operators


def _refused(code: str, message: str) -> InvalidInput:
    return InvalidInput.of("filter", code, message)


def terms(tree: Filter) -> Iterator[Term]:
    """Return every condition of a tree."""
    if isinstance(tree, Term):
        yield tree
    else:
        for member in tree.members:
            yield from terms(member)


def conjuncts(tree: Filter) -> Iterator[Term]:
    """Return the conditions that every record of the answer meets."""
    if isinstance(tree, Term):
        yield tree
    elif tree.kind == "all":
        for member in tree.members:
            yield from conjuncts(member)
