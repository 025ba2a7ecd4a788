"""Predicates of a field: what its value is compared with, and how."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from chalicelib.engine.asking import dating, trees, values
from chalicelib.engine.asking.deciding import Option, Unmeant
from chalicelib.engine.asking.ground import Found, Ground
from chalicelib.engine.asking.lexing import Reading
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.values import kind_of
from chalicelib.engine.asking.whens import When
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Label

if TYPE_CHECKING:
    from lark import Tree

COMPARES: Final = {
    "MORE": "gt", "LESS": "lt", "ATLEAST": "gte", "ATMOST": "lte", "EQUAL": "eq", "DIFFERENT": "ne",
}  # fmt: skip


@dataclass(slots=True)
class Valued:
    """A field that is, or is not, one of some values; more may follow: *Madrid, Toledo o Cuenca*."""

    found: Found
    values: list[Any]
    negative: bool = False
    joint: str = "or"
    at: int = 0

    def node(self, ground: Ground) -> Node:
        """Return the condition. Several values of a field that holds one are alternatives, however they are joined."""
        path, field = self.found.path, self.found.field
        if kind_of(field) == "address":
            nodes = [
                trees.condition(path, "not_contains" if self.negative else "contains", each) for each in self.values
            ]
            return trees.joined("all" if self.negative else "any", nodes)
        if len(self.values) > 1 and self.joint == "and" and field.multiple and not self.negative:
            options = [
                Option("all", Label("todos", "all of them")), Option("any", Label("alguno", "any of them")),
            ]  # fmt: skip
            if ground.deciding.pick("several", options, at=self.at) == "all":
                return trees.joined("all", [trees.condition(path, "eq", each) for each in self.values])
        return trees.one_of(path, self.values, negative=self.negative)


Meant = Valued | Node


def only(tree: Any, name: str) -> Any:
    """Return the part of a tree that bears a name, None when it has none."""
    return next((child for child in tree.children if getattr(child, "data", None) == name), None)


def reading(token: Any) -> Reading:
    """Return what a token of the grammar stands for."""
    found: Reading = token.value
    return found


def predicate(ground: Ground, found: Found, tree: "Tree[Any]", *, negative: bool = False) -> Meant:
    """Return what a predicate asks of a field.

    :raises Unmeant: when the field cannot be asked so.
    """
    kinds = [str(getattr(child, "type", None) or child.data) for child in tree.children]
    first: Any = tree.children[0]
    if kinds[0] in ("BE", "IN", "COLON") and kinds[1] in ("predicate", "value"):
        inner = tree.children[1]
        return (
            predicate(ground, found, inner, negative=negative)
            if kinds[1] == "predicate"
            else _equal(ground, found, inner, negative=negative)
        )
    if kinds[0] == "NO":
        return predicate(ground, found, tree.children[1], negative=not negative)
    if kinds[0] == "value":
        return _equal(ground, found, first, negative=negative)
    if kinds[0] == "WHEN":
        return _dated(ground, found, reading(first), negative=negative)
    if kinds[0] in ("EMPTY", "FILLED"):
        is_empty = (kinds[0] == "EMPTY") != negative
        return trees.condition(found.path, "empty" if is_empty else "not_empty")
    if kinds[0] in ("BETWEEN", "OUTSIDE"):
        negative = negative != (kinds[0] == "OUTSIDE")
        bounds = [value(ground, found, child) for child in tree.children if getattr(child, "data", None) == "value"]
        return _allowed(found, "not_between" if negative else "between", bounds)
    if kinds[0] == "TEXT":
        op = trees.OPPOSITES[reading(first).payload] if negative else reading(first).payload
        return _allowed(found, op, _text(ground, tree.children[1]))
    op = COMPARES[first.children[0].type]
    compared = value(ground, found, tree.children[1])
    if op in ("eq", "ne"):
        return Valued(found, [compared], (op == "ne") != negative, at=_start(tree))
    node = _allowed(found, op, compared)
    return {"not": node} if negative else node


def _equal(ground: Ground, found: Found, tree: "Tree[Any]", *, negative: bool) -> Meant:
    token = tree.children[0]
    if getattr(token, "type", "") == "WHEN":
        return _dated(ground, found, reading(token), negative=negative)
    return Valued(found, [value(ground, found, tree)], negative, at=_start(tree))


def _dated(ground: Ground, found: Found, said: Reading, *, negative: bool) -> Node:
    if kind_of(found.field) not in ("date", "date_time"):
        raise Unmeant("not_a_date")
    when: When = dating.settled(ground, said.payload, said.start, negative=negative)
    return dating.condition(found.path, found.field, when, negative=negative)


def _allowed(found: Found, op: str, compared: Any) -> Node:
    node = trees.condition(found.path, op, compared)
    if op not in _operators(found):
        raise Unmeant("unknown_operator")
    return node


def _operators(found: Found) -> tuple[str, ...]:
    return registry.of(found.field).operators


def value(ground: Ground, found: Found, tree: "Tree[Any]") -> Any:
    """Return the value that a tree of one says.

    :raises Unmeant: when it is none of the field's.
    """
    first = tree.children[0]
    if getattr(first, "data", "") == "words":
        return values.of(found.field, _whole(first), said(ground, first), ground.currency)
    token = reading(first)
    return values.of(found.field, token, ground.sentence.said(token.start, token.end), ground.currency)


def _whole(tree: "Tree[Any]") -> Reading:
    readings = tokens(tree)
    return Reading("WORD", readings[0].start, readings[-1].end, None, 0)


def _text(ground: Ground, tree: "Tree[Any]") -> str:
    first = tree.children[0]
    if getattr(first, "data", "") == "words":
        return said(ground, first)
    token = reading(first)
    return str(token.payload) if token.terminal in ("QUOTED", "REF") else ground.sentence.said(token.start, token.end)


def tokens(tree: Any) -> list[Reading]:
    """Return the readings of a tree in the order of the sentence."""
    if not hasattr(tree, "children"):
        return [reading(tree)]
    return [each for child in tree.children for each in tokens(child)]


def said(ground: Ground, tree: Any) -> str:
    """Return the words of a tree as they were written."""
    readings = tokens(tree)
    return ground.sentence.said(readings[0].start, readings[-1].end) if readings else ""


def _start(tree: Any) -> int:
    readings = tokens(tree)
    return readings[0].start if readings else 0
