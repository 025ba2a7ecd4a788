"""What a formula is once it has been read: a tree of literals, names and calls, each with its place in the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from chalicelib.kernel.errors import InvalidInput

Constant = Decimal | str | bool | None


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that stands in the text."""

    value: Constant
    at: int


@dataclass(frozen=True, slots=True)
class Name:
    """A field of the record, or of the record behind one of its links: two names then."""

    path: tuple[str, ...]
    at: int

    @property
    def spelled(self) -> str:
        """The name as it is written."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Call:
    """A function of other values; operators are functions with a sign for a name."""

    function: str
    arguments: tuple["Node", ...]
    at: int


Node = Literal | Name | Call


def names(node: Node) -> Iterator[Name]:
    """Yield every name that a formula asks for, as often as it stands there."""
    if isinstance(node, Name):
        yield node
    elif isinstance(node, Call):
        for argument in node.arguments:
            yield from names(argument)


def functions(node: Node) -> Iterator[Call]:
    """Yield every call in a formula."""
    if isinstance(node, Call):
        yield node
        for argument in node.arguments:
            yield from functions(argument)


def refused(code: str, message: str, at: int) -> InvalidInput:
    """Return the refusal of a formula, naming the character at which it goes wrong, the first being 1."""
    return InvalidInput.of("formula", code, f"{message} (at character {at + 1})")
