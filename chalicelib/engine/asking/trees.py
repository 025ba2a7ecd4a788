"""Trees of conditions: how they are joined, negated and brought into the one form in which they are compared."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

Node = Mapping[str, Any]

EVERYTHING: Final[Node] = {"all": []}
_OPPOSITE: Final = {
    positive: f"not_{positive}"
    for positive in ("in", "between", "contains", "starts", "ends", "like", "regexp", "during", "empty")
} | {"eq": "ne"}
OPPOSITES: Final[Mapping[str, str]] = _OPPOSITE | {negative: positive for positive, negative in _OPPOSITE.items()}
_TURNED: Final = {"eq": "ne", "ne": "eq", "gt": "lte", "lte": "gt", "gte": "lt", "lt": "gte", "between": "not_between",
                  "not_between": "between"}  # fmt: skip


def condition(path: str, op: str, value: Any = None) -> Node:
    """Return a condition on a field."""
    return {"field": path, "op": op} if op in ("empty", "not_empty") else {"field": path, "op": op, "value": value}


def one_of(path: str, values: list[Any], *, negative: bool = False) -> Node:
    """Return that a field is one of some values, or none of them."""
    if len(values) == 1:
        return condition(path, "ne" if negative else "eq", values[0])
    return condition(path, "not_in" if negative else "in", values)


def joined(kind: str, nodes: Iterable[Node]) -> Node:
    """Return conditions joined by ``all`` or ``any``; groups of the same kind become one, and one alone is itself."""
    members: list[Node] = []
    for node in nodes:
        members += node[kind] if len(node) == 1 and kind in node else [node]
    return members[0] if len(members) == 1 else {kind: members}


def negated(node: Node) -> Node:
    """Return the opposite of a tree, by its operator where there is an opposite one."""
    if "field" in node and node.get("op", "eq") in OPPOSITES:
        return {**node, "op": OPPOSITES[node.get("op", "eq")]}
    if ("related" in node and node.get("of", "count") == "count") or "event" in node:
        return counted_otherwise(node)
    if "not" in node:
        inner: Node = node["not"]
        return inner
    return {"not": node}


def counted_otherwise(node: Node) -> Node:
    """Return the opposite of how often something is; none at all is told as such."""
    op, value = node["op"], node["value"]
    if (op, value) == ("gte", 1) or (op, value) == ("gt", 0):
        return {**node, "op": "eq", "value": 0}
    if (op, value) == ("eq", 0):
        return {**node, "op": "gte", "value": 1}
    return otherwise(node)


def otherwise(node: Node) -> Node:
    """Return the opposite of a comparison of something that always comes to a figure: a count or a sum."""
    return {**node, "op": _TURNED[node["op"]]}


def normal(node: Node) -> Node:
    """Return the one form of a tree: defaults told, groups of one kind in one, single members out of their groups."""
    if "field" in node:
        op = node.get("op", "eq")
        value = node.get("value")
        if op in ("in", "not_in") and isinstance(value, list) and len(value) == 1:
            op, value = ("eq" if op == "in" else "ne"), value[0]
        return condition(node["field"], op, value)
    if "related" in node:
        of = node.get("of", "count")
        where = normal(node["where"]) if node.get("where") is not None else None
        told = {"related": node["related"], "of": of, "op": node.get("op", "gte"), "value": node.get("value", 1)}
        return told if where is None or where == EVERYTHING else {**told, "where": where}
    if "event" in node:
        kept = {name: node[name] for name in ("during", "since", "until", "where") if node.get(name)}
        return {
            "event": node["event"],
            "of": "count",
            "op": node.get("op", "gte"),
            "value": node.get("value", 1),
            **kept,
        }
    if "not" in node:
        inner = normal(node["not"])
        positive: Node = inner.get("not", {"not": inner})
        return positive
    for kind in ("all", "any"):
        if kind in node:
            return _gathered(joined(kind, [normal(member) for member in node[kind]]))
    return dict(node)


def _gathered(node: Node) -> Node:
    """Return a group in which a field that may be one value or another is one of several, once."""
    kind = next(iter(node))
    ops = {"any": ("eq", "in"), "all": ("ne", "not_in")}.get(kind)
    if ops is None:
        return node
    members: list[Node] = []
    places: dict[str, int] = {}
    for member in node[kind]:
        path = member.get("field")
        if path is None or member.get("op") not in ops:
            members.append(member)
        elif path in places:
            before = members[places[path]]
            values = [*_values(before), *(each for each in _values(member) if each not in _values(before))]
            members[places[path]] = one_of(path, values, negative=kind == "all")
        else:
            places[path] = len(members)
            members.append(member)
    return joined(kind, members)


def _values(node: Node) -> list[Any]:
    return list(node["value"]) if node["op"] in ("in", "not_in") else [node["value"]]


def prefixed(node: Node, link: str) -> Node | None:
    """Return a tree asked of a linked record, None when it asks what no path can say."""
    if "field" in node:
        return {**node, "field": f"{link}.{node['field']}"}
    if "not" in node:
        inner = prefixed(node["not"], link)
        return None if inner is None else {"not": inner}
    for kind in ("all", "any"):
        if kind in node:
            members = [prefixed(member, link) for member in node[kind]]
            found = [member for member in members if member is not None]
            return {kind: found} if len(found) == len(members) else None
    return None
