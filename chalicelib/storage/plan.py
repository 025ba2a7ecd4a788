"""A write as data: what is to be stored, under which condition. ``storage.writes`` executes it.

Conditions are built from the functions below and combined with ``&`` and ``|``; names may be dotted paths into maps.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chalicelib.storage.keys import Key


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of the stored item; ``operator`` is a comparison, exists, missing, in, and, or."""

    operator: str
    operands: tuple[Any, ...]

    def __and__(self, other: "Condition") -> "Condition":
        return Condition("and", (self, other))

    def __or__(self, other: "Condition") -> "Condition":
        return Condition("or", (self, other))


def absent() -> Condition:
    """Demand that no item is stored under the key."""
    return Condition("missing", ("pk",))


def present() -> Condition:
    """Demand that an item is stored under the key."""
    return Condition("exists", ("pk",))


def missing(name: str) -> Condition:
    """Demand that the item, if any, lacks ``name``."""
    return Condition("missing", (name,))


def has(name: str) -> Condition:
    """Demand that the item has ``name``."""
    return Condition("exists", (name,))


def equals(name: str, value: Any) -> Condition:
    """Demand that ``name`` is stored and equals ``value``."""
    return Condition("=", (name, value))


def differs(name: str, value: Any) -> Condition:
    """Demand that ``name`` does not equal ``value``; a missing one differs."""
    return Condition("<>", (name, value))


def less(name: str, value: Any) -> Condition:
    """Demand that ``name`` is stored and less than ``value``."""
    return Condition("<", (name, value))


def at_most(name: str, value: Any) -> Condition:
    """Demand that ``name`` is stored and not more than ``value``."""
    return Condition("<=", (name, value))


def more(name: str, value: Any) -> Condition:
    """Demand that ``name`` is stored and more than ``value``."""
    return Condition(">", (name, value))


def one_of(name: str, values: Iterable[Any]) -> Condition:
    """Demand that ``name`` equals one of ``values``."""
    return Condition("in", (name, tuple(values)))


@dataclass(frozen=True, slots=True)
class Put:
    """Store ``item`` (without its key) in place of whatever is there."""

    table: str
    key: Key
    item: Mapping[str, Any]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """Change parts of an item: ``set`` and ``remove`` names or dotted paths, ``add`` integers to counters."""

    table: str
    key: Key
    set: Mapping[str, Any] = field(default_factory=dict)
    remove: Sequence[str] = ()
    add: Mapping[str, int] = field(default_factory=dict)
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove an item; removing what is not there is no error unless ``when`` says so."""

    table: str
    key: Key
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Change nothing, but let the transaction through only when ``when`` holds."""

    table: str
    key: Key
    when: Condition


Write = Put | Update | Delete | Check
