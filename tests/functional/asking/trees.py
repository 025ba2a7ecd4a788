"""The trees of the corpus, spelled so that they can be read beside their sentences."""

from typing import Any

Tree = dict[str, Any]


def has(field: str, op: str, value: Any = None) -> Tree:
    """A condition on a field."""
    return {"field": field, "op": op} if op in ("empty", "not_empty") else {"field": field, "op": op, "value": value}


def both(*members: Tree) -> Tree:
    return {"all": list(members)}


def either(*members: Tree) -> Tree:
    return {"any": list(members)}


def but_not(member: Tree) -> Tree:
    return {"not": member}


def city(*names: str) -> Tree:
    return has("address.city", "eq", names[0]) if len(names) == 1 else has("address.city", "in", list(names))


def euros(amount: str) -> Tree:
    return {"amount": amount, "currency": "EUR"}


COUNTED = has("status", "not_in", ["draft", "cancelled"])


def _where(members: tuple[Tree, ...]) -> Tree:
    if not members:
        return {}
    return {"where": members[0] if len(members) == 1 else both(*members)}


def related(name: str, op: str, value: Any, *where: Tree, of: Any = "count") -> Tree:
    """How many records are related to one, or what a field of theirs comes to."""
    return {"related": name, "of": of, "op": op, "value": value, **_where(where)}


def orders(op: str, value: Any, *where: Tree) -> Tree:
    """Orders of every kind, as the noun says."""
    return related("orders", op, value, *where)


def bought(op: str, value: Any, *where: Tree) -> Tree:
    """Purchases, as the verb says: drafts and cancelled orders are none."""
    return related("orders", op, value, COUNTED, *where)


def spent(op: str, value: Any, *where: Tree) -> Tree:
    return related("orders", op, value, COUNTED, *where, of={"sum": "total"})


def on(op: str, value: Any) -> Tree:
    """When an order was placed."""
    return has("date", op, value)


def during(period: str) -> Tree:
    return on("during", period)


def event(name: str, op: str, value: Any, **more: Any) -> Tree:
    return {"event": name, "of": "count", "op": op, "value": value, **more}


def by_people(name: str, op: str, value: Any, **more: Any) -> Tree:
    """Opens and clicks of people, not of machines."""
    return event(name, op, value, **more, where={"human": True})
