"""What a filter is once it has been read: conditions and groups of them, asked of a record and of what is known beside.

A condition asks a record's own fields, or those of a record that it is linked to. A predicate asks what no record
holds: how many others are related to it, what happened to it, which segment it is in. Its answers are worked out
beforehand, for a page of records at once (``engine/facts.py``), and looked up here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from typing import Any

from chalicelib.engine.catalogue import Inbound, Object
from chalicelib.engine.fields.link import edges
from chalicelib.engine.objects import Field
from chalicelib.engine.operators import Test
from chalicelib.storage.records import Row

Linked = Mapping[tuple[str, str], Row]
KeysOf = Callable[[Row], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a predicate says of a record, and the day from which it may say otherwise though nothing changes."""

    holds: bool
    turns: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known beside a record: the records it is ``linked`` to, and the answers to what predicates ``told``."""

    linked: Linked = attribute(default_factory=dict)
    answers: Mapping[tuple[str, str], Answer] = attribute(default_factory=dict)


NOTHING_KNOWN = Facts()


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. ``keys`` are what it compares with; ``via`` is the link whose other side it asks, if any.

    ``within`` is the field of which it asks a part, such as the city of an address. ``period`` are the words that it
    compares with where they mean something else every day; ``is_clocked`` a value that is something else itself.
    """

    field: Field
    op: str
    keys: tuple[str, ...]
    keys_of: KeysOf = attribute(repr=False, compare=False)
    test: Test = attribute(repr=False, compare=False)
    via: Field | None = None
    plural: str = ""
    within: Field | None = None
    period: str = ""
    is_clocked: bool = False

    @property
    def path(self) -> str:
        """The name under which the condition was asked."""
        return ".".join(each.name for each in (self.via, self.within, self.field) if each)

    @property
    def read(self) -> Field:
        """The field that must be read for it, in the record or in the one that it is linked to."""
        return self.within or self.field

    def held(self, row: Row, facts: Facts = NOTHING_KNOWN) -> list[str]:
        """Return the keys that the condition is asked of."""
        if self.via is None:
            return [*self.keys_of(row)]
        others = (facts.linked.get((self.plural, id)) for id in edges(row.values.get(self.via.name)))
        return [key for other in others if other is not None for key in self.keys_of(other)]

    def holds(self, row: Row, facts: Facts = NOTHING_KNOWN) -> bool:
        """Return whether a record meets the condition."""
        return self.test(self.held(row, facts))


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions: all must hold, any may, or the only one must not."""

    kind: str
    members: tuple["Filter", ...]

    def holds(self, row: Row, facts: Facts = NOTHING_KNOWN) -> bool:
        """Return whether a record, and those that it is linked to, meet the conditions."""
        if self.kind == "not":
            return not self.members[0].holds(row, facts)
        return (all if self.kind == "all" else any)(member.holds(row, facts) for member in self.members)


@dataclass(frozen=True, slots=True)
class Predicate(Group):
    """A condition whose answers are worked out beforehand; ``told`` is how it was asked, spelled in one way."""

    told: str = ""

    def holds(self, row: Row, facts: Facts = NOTHING_KNOWN) -> bool:
        """Return what was found out about the record; nothing was found of one that is not there for the caller."""
        answer = facts.answers.get((self.told, row.id))
        return answer is not None and answer.holds


@dataclass(frozen=True, slots=True)
class Related(Predicate):
    """How many records of ``child`` belong to one, or what one of their fields comes to.

    They point to it by the field of ``inbound``, or it points to them by its own field ``via``; those count of which
    ``where`` holds. ``of`` is count, sum, min, max or avg, all but the first of ``measured``.
    """

    child: Object = attribute(kw_only=True, repr=False, compare=False)
    inbound: Inbound | None = attribute(kw_only=True, compare=False)
    via: Field | None = attribute(kw_only=True, compare=False)
    of: str = attribute(kw_only=True)
    measured: Field | None = attribute(kw_only=True, compare=False)
    where: "Filter" = attribute(kw_only=True, compare=False)
    op: str = attribute(kw_only=True)
    test: Test = attribute(kw_only=True, repr=False, compare=False)
    keys_of: KeysOf = attribute(kw_only=True, repr=False, compare=False)
    period: str = attribute(kw_only=True, default="")

    @property
    def relation(self) -> str:
        """The name under which the record knows the others."""
        return self.inbound.name if self.inbound else self.via.name if self.via else ""


@dataclass(frozen=True, slots=True)
class Event(Predicate):
    """How often something happened to a record: entries of its timeline of one ``event``.

    Those count that lie at or after the stamp ``since`` and before ``until``, either open when empty, and whose data
    hold what ``where`` demands. ``period`` are the words that these stamps come from, where they are words.
    """

    event: str = attribute(kw_only=True)
    since: str = attribute(kw_only=True)
    until: str = attribute(kw_only=True)
    where: Mapping[str, Any] = attribute(kw_only=True, compare=False)
    test: Test = attribute(kw_only=True, repr=False, compare=False)
    period: str = attribute(kw_only=True, default="")


@dataclass(frozen=True, slots=True)
class Member(Predicate):
    """Whether a record is in a segment."""

    segment: str = attribute(kw_only=True)


Filter = Term | Group
EVERYTHING = Group("all", ())


def terms(tree: Filter) -> Iterator[Term]:
    """Return every condition of a tree on fields; what a predicate demands of other records is its own."""
    if isinstance(tree, Term):
        yield tree
    else:
        for member in tree.members:
            yield from terms(member)


def predicates(tree: Filter) -> Iterator[Predicate]:
    """Return every predicate of a tree."""
    if isinstance(tree, Predicate):
        yield tree
    elif isinstance(tree, Group):
        for member in tree.members:
            yield from predicates(member)


def conjuncts(tree: Filter) -> Iterator[Term | Predicate]:
    """Return the conditions that every record of the answer meets."""
    if isinstance(tree, Term | Predicate):
        yield tree
    elif tree.kind == "all":
        for member in tree.members:
            yield from conjuncts(member)
