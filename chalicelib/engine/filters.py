"""Filters: a tree of conditions, read with the fields' own types, and what it asks of a record.

``{"all": [...]}``, ``{"any": [...]}``, ``{"not": ...}`` and ``{"field", "op", "value"}``. A condition compares keys,
the same that order the lists, so a filter and a slot cannot disagree about what is equal or greater.
"""

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine.access import readable
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row

DEEPEST = 10
MOST_TERMS = 100

COMPARISONS: Mapping[str, Callable[[str, str], bool]] = {
    "eq": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "contains": operator.contains,
    "starts": str.startswith,
}
STAMPED: Mapping[str, Callable[[Row], str | None]] = {
    "owner": lambda row: row.owner,
    "created_at": lambda row: row.created_at,
    "created_by": lambda row: row.created_by,
    "updated_at": lambda row: row.updated_at,
    "updated_by": lambda row: row.updated_by,
}


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; ``keys`` are what it compares with."""

    field: Field
    op: str
    keys: tuple[str, ...] = ()

    def holds(self, row: Row) -> bool:
        """Return whether a record meets the condition."""
        own = keys_of(row, self.field)
        if self.op in ("empty", "not_empty"):
            return bool(own) == (self.op == "not_empty")
        if self.op == "ne":
            return self.keys[0] not in own
        if self.op == "in":
            return any(key in self.keys for key in own)
        return any(COMPARISONS[self.op](key, self.keys[0]) for key in own)


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions: all must hold, any may, or the only one must not."""

    kind: str
    members: tuple["Filter", ...]

    def holds(self, row: Row) -> bool:
        """Return whether a record meets the conditions."""
        if self.kind == "not":
            return not self.members[0].holds(row)
        return (all if self.kind == "all" else any)(member.holds(row) for member in self.members)


Filter = Term | Group
EVERYTHING = Group("all", ())


def keys_of(row: Row, field: Field) -> tuple[str, ...]:
    """Return the keys of a record's value."""
    stored = STAMPED[field.name](row) if field.system else row.values.get(field.name)
    return () if stored is None else registry.of(field).keys(field, stored)


def read(ctx: Context, object: Object, tree: Any) -> Filter:
    """Return the filter that a tree of JSON describes.

    :raises InvalidInput: when it is too deep, too long, or asks what a field cannot answer.
    """
    if tree is None:
        return EVERYTHING
    _bounded(tree)
    return _read(ctx, object, tree)


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


def _read(ctx: Context, object: Object, node: Any) -> Filter:
    if not isinstance(node, Mapping):
        raise _refused("not_a_filter", 'Send {"field", "op", "value"}, {"all": [...]}, {"any": [...]} or {"not": ...}.')
    if "field" in node:
        return _term(ctx, object, node)
    kind = next(iter(node), "")
    members = _members(node)
    if kind not in ("all", "any", "not") or (kind != "not" and not isinstance(node[kind], list)) or len(node) != 1:
        raise _refused("not_a_filter", 'Send {"field", "op", "value"}, {"all": [...]}, {"any": [...]} or {"not": ...}.')
    return Group(kind, tuple(_read(ctx, object, member) for member in members))


def _term(ctx: Context, object: Object, node: Mapping[str, Any]) -> Term:
    name, op = node["field"], node.get("op", "eq")
    field = object.fields.get(name) if isinstance(name, str) and name in readable(ctx, object) else None
    if field is None:
        raise _refused("unknown_field", f"There is no field {str(name)[:60]} to filter by.")
    if op not in operators(field) or set(node) - {"field", "op", "value"}:
        raise _refused(
            "unknown_operator", f"{field.name} can be filtered by {', '.join(operators(field)) or 'nothing'}."
        )
    if op in ("empty", "not_empty"):
        return Term(field, op)
    value = node.get("value")
    if op != "in":
        return Term(field, op, (_key(ctx, field, value),))
    if not isinstance(value, list):
        raise _refused("not_a_list", f"Send a list of values for {field.name}.")
    return Term(field, op, tuple(_key(ctx, field, each) for each in value))


def operators(field: Field) -> tuple[str, ...]:
    """Return the operators that a field can be filtered by; what lies in the body cannot."""
    return () if field.in_body or (field.hidden and not field.system) else registry.of(field).operators


def _key(ctx: Context, field: Field, value: Any) -> str:
    if value is None or value == "":
        raise _refused("no_value", f"Say what {field.name} is compared with, or use empty.")
    try:
        return registry.of(field).filter_key(field, value, ctx)
    except Refusal as refusal:
        raise _refused(refusal.code, f"{field.name}: {refusal.message}") from None


def _refused(code: str, message: str) -> InvalidInput:
    return InvalidInput.of("filter", code, message)


def conjuncts(tree: Filter) -> Iterator[Term]:
    """Return the conditions that every record of the answer meets."""
    if isinstance(tree, Term):
        yield tree
    elif tree.kind == "all":
        for member in tree.members:
            yield from conjuncts(member)
