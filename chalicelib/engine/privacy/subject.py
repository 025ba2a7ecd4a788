"""Everything that a firm holds about one person: the record, what it is linked to, what happened on it, who names it.

Two kinds of record are linked to a person. Those that exist only to say something about others - tasks, calls, notes,
whatever declares the feature ``about`` - are the person's as much as the record itself, and so is another record of the
same person, such as the lead that theirs was made from. The others - firms, deals, orders - are not theirs, though
they may name them.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.engine import overlays, search
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields.link import edges
from chalicelib.engine.privacy import identity
from chalicelib.engine.privacy.identity import Identity
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import links, records, timeline
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

ENTRIES_A_PAGE: Final = 100
MOST_MENTIONS: Final = 50


@dataclass(frozen=True, slots=True)
class Holding:
    """A record that the person is linked to. ``is_theirs``: it is about nobody else."""

    object: Object
    row: Row
    is_theirs: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A person, the records that were ``merged`` into theirs, and those that are linked to any of these."""

    catalogue: Catalogue
    object: Object
    row: Row
    merged: tuple[Row, ...]
    identity: Identity
    holdings: tuple[Holding, ...]

    @property
    def own_ids(self) -> frozenset[str]:
        """The ids of the records that are nobody else's."""
        theirs = (holding.row.id for holding in self.holdings if holding.is_theirs)
        return frozenset({self.row.id, *(row.id for row in self.merged), *theirs})

    @property
    def plurals(self) -> frozenset[str]:
        """The objects in which there is anything about them."""
        return frozenset({self.object.plural, *(holding.object.plural for holding in self.holdings)})

    def is_named_in(self, value: Any) -> bool:
        """Return whether a stored value names the person or a record that is theirs."""
        return self.identity.is_in(value) or any(_holds(value, id) for id in self.own_ids)


def find(ctx: Context, *, plural: str, id: str) -> Subject:
    """Return a person with all that is linked to them; a deleted record is found too.

    :raises InvalidInput: when the object holds no people.
    :raises NotFound: when there is no such record.
    """
    catalogue = overlays.refreshed(ctx)
    object = require_people(catalogue, plural)
    row = records.get(ctx, plural, id, body=True, include_deleted=True)
    if row is None:
        raise NotFound("There is no such record.")
    merged = tuple(
        other
        for id in row.merged_from
        if (other := records.get(ctx, plural, id, body=True, include_deleted=True)) is not None
    )
    person = identity.of(object, [row, *merged])
    holdings = _holdings(ctx, catalogue, person, [row, *merged])
    return Subject(catalogue, object, row, merged, person, tuple(holdings))


def require_people(catalogue: Catalogue, plural: str) -> Object:
    """Return the object of that name if its records are people.

    :raises InvalidInput: when they are not.
    """
    object = catalogue.of_plural(plural)
    if not object.composed:
        people = ", ".join(each.plural for each in catalogue if each.composed)
        raise InvalidInput.of("object", "not_people", f"Choose an object whose records are people: {people}.")
    return object


def history(ctx: Context, id: str) -> Iterator[Entry]:
    """Yield all that happened on a record, newest first."""
    start: str | None = None
    while True:
        page, start = timeline.page(ctx, id, limit=ENTRIES_A_PAGE, start=start)
        yield from page
        if start is None:
            return


def mentions(ctx: Context, subject: Subject) -> list[tuple[Object, Row]]:
    """Return records that name the person though they are not linked to them, as far as search finds them."""
    known = subject.own_ids | {holding.row.id for holding in subject.holdings}
    found: dict[str, tuple[Object, Row]] = {}
    for object in subject.catalogue:
        for words in dict.fromkeys([subject.identity.name, *subject.identity.words]):
            ids, _ = search.find(ctx, object, words, limit=MOST_MENTIONS)
            rows = records.get_many(ctx, object.plural, [id for id in ids if id not in known])
            found |= {id: (object, row) for id, row in rows.items() if subject.identity.is_in(row.values)}
    return list(found.values())


def _holdings(ctx: Context, catalogue: Catalogue, person: Identity, rows: Sequence[Row]) -> Iterator[Holding]:
    own = {row.id for row in rows}
    ends = {(end.object, end.id) for row in rows for end in links.of(ctx, row.id) if end.id not in own}
    for plural, id in sorted(ends):
        if plural not in catalogue.plurals:
            continue
        object = catalogue.of_plural(plural)
        other = records.get(ctx, plural, id, body=True, include_deleted=True)
        if other is not None:
            is_theirs = bool(object.composed) and person.is_same_as(identity.of(object, [other]))
            yield Holding(object, other, is_theirs or _is_about(catalogue, object, other, own))


def _is_about(catalogue: Catalogue, object: Object, row: Row, own: Set[str]) -> bool:
    """Return whether a record is about this person and no other; a call with two people is also the other one's."""
    if not object.features.about:
        return False
    people = {
        other
        for field in object.links
        if catalogue.target(field).composed
        for other in edges(row.values.get(field.name))
    }
    return bool(people) and people <= own


def _holds(value: Any, text: str) -> bool:
    if isinstance(value, Mapping):
        return any(_holds(inner, text) for inner in value.values())
    if isinstance(value, list | tuple):
        return any(_holds(inner, text) for inner in value)
    return bool(value == text)
