"""Computing a formula that has been checked: nothing in, nothing out, and never an error.

Any value may be missing: then a function of it is missing, but for those that say otherwise; ``and`` and ``or`` follow
the logic of three values, in which false and anything is false. What cannot be computed - a division by zero, a day
that does not exist, a number beyond all bounds - is missing too.
"""

from collections.abc import Callable, Sequence
from typing import Any

from chalicelib.engine.formulas.functions import ALL, Moment
from chalicelib.engine.formulas.tree import Literal, Name, Node

Read = Callable[[Name], Any]


def value_of(node: Node, read: Read, moment: Moment) -> Any:
    """Return a formula's value; ``read`` knows those of names, None for what is missing."""
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Name):
        return read(node)
    lazy = _LAZY.get(node.function)
    if lazy is not None:
        return lazy(node.arguments, read, moment)
    function = ALL[node.function]
    given = [value_of(argument, read, moment) for argument in node.arguments]
    if not function.lenient and None in given:
        return None
    try:
        return function.apply(moment, *given) if function.placed else function.apply(*given)
    except (ArithmeticError, ValueError, LookupError):
        return None


def _all(arguments: Sequence[Node], read: Read, moment: Moment) -> bool | None:
    return _joined(arguments, read, moment, decisive=False)


def _any(arguments: Sequence[Node], read: Read, moment: Moment) -> bool | None:
    return _joined(arguments, read, moment, decisive=True)


def _joined(arguments: Sequence[Node], read: Read, moment: Moment, *, decisive: bool) -> bool | None:
    answer: bool | None = not decisive
    for argument in arguments:
        value = value_of(argument, read, moment)
        if value is decisive:
            return bool(decisive)
        if value is None:
            answer = None
    return answer


def _chosen(arguments: Sequence[Node], read: Read, moment: Moment) -> Any:
    if value_of(arguments[0], read, moment):
        return value_of(arguments[1], read, moment)
    return value_of(arguments[2], read, moment) if len(arguments) > 2 else None


def _first(arguments: Sequence[Node], read: Read, moment: Moment) -> Any:
    for argument in arguments:
        value = value_of(argument, read, moment)
        if value is not None:
            return value
    return None


_LAZY: dict[str, Callable[[Sequence[Node], Read, Moment], Any]] = {
    "and": _all,
    "or": _any,
    "if": _chosen,
    "coalesce": _first,
}
