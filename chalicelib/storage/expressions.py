"""Conditions and updates in the words of DynamoDB."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.storage import values
from chalicelib.storage.plan import Condition


class Names:
    """The placeholders of one request: names and values are never written into an expression."""

    __slots__ = ("_names", "_values")

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._values: dict[str, values.AttributeValue] = {}

    def path(self, path: str) -> str:
        """Return the placeholder of a name or dotted path."""
        return ".".join(self._names.setdefault(name, f"#{len(self._names)}") for name in path.split("."))

    def value(self, value: Any) -> str:
        """Return the placeholder of a value."""
        placeholder = f":{len(self._values)}"
        self._values[placeholder] = values.encode(value)
        return placeholder

    def parameters(self) -> dict[str, Any]:
        """Return the parameters that explain the placeholders."""
        parameters: dict[str, Any] = {}
        if self._names:
            parameters["ExpressionAttributeNames"] = {placeholder: name for name, placeholder in self._names.items()}
        if self._values:
            parameters["ExpressionAttributeValues"] = self._values
        return parameters


def condition(condition: Condition, names: Names) -> str:
    """Return ``condition`` as an expression, its placeholders added to ``names``."""
    operator = condition.operator
    if operator in ("and", "or"):
        left, right = condition.operands
        return f"({_written(left, names)} {operator.upper()} {_written(right, names)})"
    path = names.path(condition.operands[0])
    if operator == "exists":
        return f"attribute_exists({path})"
    if operator == "missing":
        return f"attribute_not_exists({path})"
    if operator == "in":
        return f"{path} IN ({', '.join(names.value(value) for value in condition.operands[1])})"
    return f"{path} {operator} {names.value(condition.operands[1])}"


_written = condition


def update(*, set: Mapping[str, Any], remove: Sequence[str], add: Mapping[str, int], names: Names) -> str:
    """Return an update expression, its placeholders added to ``names``."""
    clauses = []
    if set:
        clauses.append("SET " + ", ".join(f"{names.path(path)} = {names.value(value)}" for path, value in set.items()))
    if remove:
        clauses.append("REMOVE " + ", ".join(names.path(path) for path in remove))
    if add:
        clauses.append("ADD " + ", ".join(f"{names.path(path)} {names.value(value)}" for path, value in add.items()))
    return " ".join(clauses)
