"""What stands behind a verb or a noun: how often, how much, when, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from chalicelib.engine.asking import relating, values
from chalicelib.engine.asking.comparing import COMPARES, reading, said, tokens
from chalicelib.engine.asking.ground import Ground
from chalicelib.engine.asking.lexing import Place
from chalicelib.engine.asking.relating import Compared
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.vocabulary import Relation
from chalicelib.engine.asking.whens import When


def remeasured(node: Node, relation: Relation, of: dict[str, str], where: Sequence[Node]) -> Node:
    """Return a condition on a field as one on what it comes to among related records."""
    if "not" in node:
        return {"not": remeasured(node["not"], relation, of, where)}
    for kind in ("all", "any"):
        if kind in node:
            return {kind: [remeasured(member, relation, of, where) for member in node[kind]]}
    return relating.measured(relation, of, (node["op"], node.get("value")), where, negative=False)


class Wrapped:
    """Parts of a tree under no name of their own."""

    def __init__(self, children: Sequence[Any]) -> None:
        self.children = list(children)


@dataclass(slots=True)
class Adjuncts:
    """What stands behind a verb."""

    times: Compared | None = None
    worth: Compared | None = None
    whens: list[tuple[When, int]] = field(default_factory=list)
    what: list[str] = field(default_factory=list)
    nothing: bool = False
    people: bool = False
    machines: bool = False
    demands: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, ground: Ground, tree: Any) -> "Adjuncts":
        found = cls()
        for part in _adjuncts(tree):
            found.add(ground, part)
        return found

    def add(self, ground: Ground, part: Any) -> None:
        first = part.children[0]
        kind = str(getattr(first, "type", None) or first.data)
        if part.data == "times":
            self.times = number(first) if kind == "number" else _once(part)
        elif kind == "amount":
            self.worth = compared(first)
        elif kind == "WHEN":
            self.whens.append((reading(first).payload, reading(first).start))
        elif kind in ("NOTHING", "NONE"):
            self.nothing = True
        elif kind == "words":
            self.what.append(said(ground, first))
        elif kind == "QUOTED":
            self.what.append(reading(first).payload)
        elif kind == "CAMPAIGN":
            self.demands["campaign"] = reading(part.children[1]).payload
        self.people = self.people or kind == "PEOPLE"
        self.machines = self.machines or kind == "MACHINES"


def _adjuncts(tree: Any) -> list[Any]:
    found: list[Any] = []
    for child in tree.children:
        if getattr(child, "data", "") in ("adjuncts", "emods"):
            found += _adjuncts(child)
        elif getattr(child, "data", "") in ("adjunct", "times", "emod"):
            found.append(child)
        elif getattr(child, "type", "") == "WHEN" and tree.data == "core":
            found.append(_Adjunct([child]))
    return found


class _Adjunct(Wrapped):
    """A time that stands before its verb."""

    data = "adjunct"


def _once(part: Any) -> Compared:
    readings = tokens(part)
    op = COMPARES[readings[0].terminal] if len(readings) > 1 else "eq"
    return ("gte" if op == "eq" and len(readings) == 1 else op), values.plain(readings[-1].payload)


def number(tree: Any) -> Compared | None:
    """Return how many are asked for; a bare number means at least that many."""
    if tree is None:
        return None
    op, value = compared(tree)
    return ("gte" if op == "eq" and len(tree.children) == 1 else op), whole(value)


def whole(value: Any) -> Any:
    told = [values.number(each) for each in (value if isinstance(value, list) else [value])]
    return told if isinstance(value, list) else told[0]


def compared(tree: Any) -> Compared:
    """Return how a figure is compared, and the figure or two as they were written."""
    readings = tokens(tree)
    figures = [token.payload for token in readings if token.terminal in ("NUMBER", "MONEY")]
    marks = [token.terminal for token in readings]
    if "BETWEEN" in marks or "OUTSIDE" in marks:
        if isinstance(figures[0], Decimal) and not isinstance(figures[1], Decimal):
            figures[0] = replace(figures[1], value=figures[0])
        return ("not_between" if "OUTSIDE" in marks else "between"), figures
    op = next((COMPARES[mark] for mark in marks if mark in COMPARES), "eq")
    return op, figures[0]


def place_of(predicate: Any) -> Any:
    readings = tokens(predicate)
    is_place = [token.terminal for token in readings] == ["IN", "PLACE"]
    return readings[1] if is_place and isinstance(readings[1].payload, Place) else None
