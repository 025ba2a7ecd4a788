"""Of which kind a formula's value is: found out once, when the field is defined, so that computing needs no questions.

``nothing`` is the kind of ``null``; it fits wherever a value may be missing, which is everywhere.
"""

from collections.abc import Callable, Mapping

from chalicelib.engine.formulas.functions import ALL, Shape, kind_of
from chalicelib.engine.formulas.tree import Call, Literal, Name, Node, refused
from chalicelib.engine.objects import Field

KIND_OF_TYPE: Mapping[str, str] = {
    "text": "text",
    "number": "number",
    "integer": "number",
    "percent": "number",
    "rating": "number",
    "money": "money",
    "date": "date",
    "date_time": "date_time",
    "time": "text",
    "boolean": "boolean",
    "choice": "text",
    "stage": "text",
    "multi_choice": "list",
    "tags": "list",
    "email": "text",
    "phone": "text",
    "url": "text",
    "person_name": "text",
    "user": "text",
}
"""How a formula sees the fields of each type; those of other types it does not see."""

RESULTS = ("text", "number", "integer", "percent", "money", "date", "date_time", "boolean")
"""The types that a computed field can have."""

RESULT_OF_KIND: Mapping[str, str] = {
    "text": "text",
    "number": "number",
    "money": "money",
    "date": "date",
    "date_time": "date_time",
    "boolean": "boolean",
}
"""The type that a computed field has when nobody says another."""

KindOfName = Callable[[Name], str]


def of_field(field: Field) -> str | None:
    """Return as what a formula sees a field, None when it does not."""
    if field.in_body or field.hidden:
        return None
    return KIND_OF_TYPE.get(field.result or field.type)


def of(node: Node, kind_of_name: KindOfName) -> str:
    """Return the kind of a formula's value.

    :raises InvalidInput: naming the character of the first call that makes no sense.
    """
    if isinstance(node, Literal):
        return kind_of(node.value)
    if isinstance(node, Name):
        return kind_of_name(node)
    function = ALL.get(node.function)
    if function is None:
        raise refused("unknown_function", f"There is no function {node.function[:40]}.", node.at)
    kinds = [of(argument, kind_of_name) for argument in node.arguments]
    found = next((each for each in function.shapes if each.fits(kinds)), None)
    if found is None:
        wanted = " or ".join(dict.fromkeys(map(_spelled, function.shapes)))
        raise refused("wrong_kind", f"{_called(node)} takes {wanted}, not {_joined(kinds)}.", node.at)
    return "nothing" if all(kind == "nothing" for kind in kinds) and found.gives in kinds else found.gives


def _spelled(shape: Shape) -> str:
    return _joined(shape.takes) + (", …" if shape.more else "")


def _joined(kinds: list[str] | tuple[str, ...]) -> str:
    return ", ".join(kinds) or "nothing"


def _called(node: Call) -> str:
    return "A minus" if node.function == "negative" else node.function
