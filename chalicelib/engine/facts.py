"""What a filter must know beside some records: those they are linked to, and what its predicates ask.

Everything is read for a page of records at once, as far as it can be: linked records, related records and memberships
in batches; which records are related, and what happened to one, by a query for each record.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine import access, overlays, periods, turning
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import values
from chalicelib.engine.fields import money
from chalicelib.engine.fields.link import edges
from chalicelib.engine.terms import Answer, Event, Facts, Filter, Linked, Member, Related, predicates, terms
from chalicelib.kernel.context import Context
from chalicelib.storage import links, segments, slots, timeline
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

LINKS_A_PAGE: Final = 200
ENTRIES_A_PAGE: Final = 500
FINEST: Final = Decimal("0.000001")
UNKNOWN: Final = Decimal("Infinity")
"""The worth of an amount in a currency of which no rate was known: no sum of the others would be right."""


@dataclass(slots=True)
class Gathering:
    """Reads for one caller what filters ask beside records, each thing once; ``consistent`` reads are for workers.

    ``asked`` are the filters, all of the same object. Whoever keeps ``memberships`` answers for them better.
    """

    ctx: Context
    catalogue: Catalogue
    asked: Sequence[Filter]
    known: Linked
    looked_up: set[tuple[str, str]]
    consistent: bool = False
    memberships: bool = True

    def of(self, found: Sequence[Row]) -> Facts:
        """Return what is known beside some records."""
        answers: dict[tuple[str, str], Answer] = {}
        wanted = {each.told: each for tree in self.asked for each in predicates(tree)}.values()
        related = [each for each in wanted if isinstance(each, Related)]
        events = [each for each in wanted if isinstance(each, Event)]
        members = [each for each in wanted if isinstance(each, Member)]
        self._look_up(found)
        if related:
            answers |= self._related(related, found)
        if events:
            answers |= dict(self._happened(events, found))
        if members and self.memberships:
            answers |= self._members(members, found)
        return Facts(self.known, answers)

    def _look_up(self, found: Sequence[Row]) -> None:
        """Read the linked records that conditions ask and that are not yet known, as far as the caller sees them."""
        vias = {term.via.name: term.via for tree in self.asked for term in terms(tree) if term.via}
        for via in vias.values():
            other = self.catalogue.target(via)
            ends = {(other.plural, id) for row in found for id in edges(row.values.get(via.name))} - self.looked_up
            self.looked_up.update(ends)
            read = rows.get_mixed(self.ctx, sorted(ends), consistent=self.consistent)
            seen = access.visible(self.ctx, other, read.values())
            self.known = {**self.known, **{(row.object, row.id): row for row in seen}}

    def _members(self, asked: Sequence[Member], found: Sequence[Row]) -> dict[tuple[str, str], Answer]:
        pairs = [(each.segment, row.id) for each in asked for row in found]
        inside = segments.held(self.ctx, pairs, consistent=self.consistent)
        return {(each.told, row.id): Answer((each.segment, row.id) in inside) for each in asked for row in found}

    def _related(self, asked: Sequence[Related], found: Sequence[Row]) -> dict[tuple[str, str], Answer]:
        answers: dict[tuple[str, str], Answer] = {}
        for relation in dict.fromkeys(each.relation for each in asked):
            group = [each for each in asked if each.relation == relation]
            child = group[0].child
            ends = {row.id: self.ends(group[0], row) for row in found}
            others = self.children(child, group, {id for each in ends.values() for id in each})
            inner = Gathering(self.ctx, self.catalogue, [each.where for each in group], {}, set(), self.consistent)
            facts = inner.of(list(others.values()))
            for row in found:
                theirs = [others[id] for id in ends[row.id] if id in others]
                answers |= {(each.told, row.id): _measured(self.ctx, each, theirs, facts) for each in group}
        return answers

    def ends(self, asked: Related, row: Row) -> Collection[str]:
        """Return the ids of the records related to one."""
        if asked.via is not None:
            return edges(row.values.get(asked.via.name))
        ids: list[str] = []
        start: str | None = None
        while True:
            page, start = links.related(
                self.ctx, row.id, asked.relation, limit=LINKS_A_PAGE, start=start, consistent=self.consistent
            )
            ids += [end.id for end in page if end.object == asked.child.plural]
            if start is None:
                return ids

    def children(self, child: Object, group: Sequence[Related], ids: Collection[str]) -> dict[str, Row]:
        """Return related records that the caller sees, by id, with their bodies where these are asked."""
        read = rows.get_many(self.ctx, child.plural, sorted(ids), consistent=self.consistent)
        seen = {row.id: row for row in access.visible(self.ctx, child, read.values())}
        if any(term.read.in_body for each in group for term in terms(each.where)):
            bodies = rows.bodies(self.ctx, child.plural, [*seen], consistent=self.consistent)
            seen = {id: replace(row, body=bodies.get(id)) for id, row in seen.items()}
        return seen

    def _happened(self, asked: Sequence[Event], found: Sequence[Row]) -> Iterator[tuple[tuple[str, str], Answer]]:
        since = min(each.since for each in asked)
        for row in found:
            entries = [entry for id in (row.id, *row.merged_from) for entry in self._entries(id, since)]
            for each in asked:
                yield (each.told, row.id), _counted(self.ctx, each, entries)

    def _entries(self, id: str, since: str) -> Iterator[Entry]:
        return timeline.after(self.ctx, id, since, entries_a_read=ENTRIES_A_PAGE, consistent=self.consistent)


def gathering(
    ctx: Context, tree: Filter | Sequence[Filter], *, consistent: bool = False, memberships: bool = True
) -> Gathering:
    """Return what reads, page by page, the facts that filters of one object ask for."""
    asked = [tree] if not isinstance(tree, Sequence) else tree
    return Gathering(ctx, overlays.load(ctx), asked, {}, set(), consistent, memberships)


def related(ctx: Context, asked: Related, found: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the records that are related to each of some records, whatever is asked of them."""
    reading = gathering(ctx, asked, consistent=True)
    ends = {row.id: reading.ends(asked, row) for row in found}
    others = reading.children(asked.child, [asked], {id for each in ends.values() for id in each})
    return {id: [others[each] for each in theirs if each in others] for id, theirs in ends.items()}


def amount_of(ctx: Context, asked: Related, row: Row) -> Decimal | None:
    """Return what a related record holds of the number or money asked for, None when it holds none or nobody knows."""
    amount = _amount(ctx, asked, row)
    return None if amount == UNKNOWN else amount


def _measured(ctx: Context, asked: Related, theirs: Sequence[Row], facts: Facts) -> Answer:
    """Return whether related records come to what is asked, and when time alone may change that."""
    counted = [row for row in theirs if asked.where.holds(row, facts)]
    keys = _result(ctx, asked, counted)
    turns = [turn_of(ctx, asked.where, row, facts) for row in theirs]
    if asked.period:
        turns.append(turning.of_keys(ctx, asked.op, asked.period, keys))
    return Answer(asked.test(keys), turning.earliest(turns))


def _result(ctx: Context, asked: Related, counted: Sequence[Row]) -> tuple[str, ...]:
    """Return the key of what the records come to, none when nobody knows: of nothing, or of a worth unknown."""
    if asked.of == "count":
        return (slots.number(len(counted)),)
    if asked.of in ("min", "max"):
        keys = [key for row in counted for key in asked.keys_of(row)]
        return () if not keys else (min(keys) if asked.of == "min" else max(keys),)
    amounts = [_amount(ctx, asked, row) for row in counted]
    worths = [each for each in amounts if each is not None]
    if UNKNOWN in worths or (asked.of == "avg" and not worths):
        return ()
    total = sum(worths, Decimal(0))
    return (slots.number(total if asked.of == "sum" else (total / len(worths)).quantize(FINEST).normalize()),)


def _amount(ctx: Context, asked: Related, row: Row) -> Decimal | None:
    """Return the number, or the worth in the firm's currency, that a record holds; ``UNKNOWN`` when nobody knows it."""
    assert asked.measured is not None
    stored = values.value_of(ctx, asked.child, asked.measured, row)
    if not isinstance(stored, Mapping):
        return None if stored is None else Decimal(stored)
    worth = stored.get("base", stored)
    return UNKNOWN if worth is None else money.of(worth).decimal


def _counted(ctx: Context, asked: Event, entries: Sequence[Entry]) -> Answer:
    """Return whether something happened as often as is asked, and when time alone may change that."""
    alike = [entry for entry in entries if entry.kind == asked.event and _says(entry, asked.where)]
    count = sum(asked.since <= entry.at and (not asked.until or entry.at < asked.until) for entry in alike)
    turns = turning.of_keys(ctx, "during", asked.period, [entry.at for entry in alike]) if asked.period else None
    return Answer(asked.test((slots.number(count),)), turns)


def _says(entry: Entry, where: Mapping[str, Any]) -> bool:
    return all(name in entry.data and entry.data[name] == value for name, value in where.items())


def turn_of(ctx: Context, tree: Filter, row: Row, facts: Facts) -> date | None:
    """Return the first day after today on which a filter may hold otherwise for a record that nobody changes."""
    days = [turning.of_keys(ctx, term.op, term.period, term.held(row, facts)) for term in terms(tree) if term.period]
    if any(term.is_clocked for term in terms(tree)):
        days.append(periods.today(ctx) + timedelta(days=1))
    days += [
        facts.answers[each.told, row.id].turns for each in predicates(tree) if (each.told, row.id) in facts.answers
    ]
    return turning.earliest(days)
