"""Rows on their way in: what each would do to the records that are here, and the writes that do it.

Rows are taken in batches, so that a hundred of them ask the store a few questions together and not one each. A record
of the import gets an id made of its best key, or of the row when it has none: two rows of one file that speak of the
same company meet in the same id, in this batch or ten thousand rows later, in this worker or the next.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from chalicelib.engine import drafts, records, refusals
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import person_name, registry
from chalicelib.engine.fields.link import edges
from chalicelib.engine.importing import identity, lookup, words
from chalicelib.engine.importing.lookup import Key
from chalicelib.engine.importing.merge import merged
from chalicelib.engine.importing.planner import Draft, Recipe, RowPlan, plan_row
from chalicelib.engine.importing.rows import Record
from chalicelib.engine.importing.verdicts import Outcome, Touched, Verdict
from chalicelib.engine.objects import Label
from chalicelib.engine.records import Plan
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem, Unavailable
from chalicelib.observability import logger
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

Place = tuple[str, str]
"""A record by its plural and id."""

REMEMBERED = 4_000
MOST_WRITES = 95
"""Of one row, so that with the job's own writes it fits a transaction."""


@dataclass(frozen=True, slots=True)
class Landed:
    """What a row does: its verdict, the plans to store, and the records that those plans would make or change."""

    number: int
    record: Record
    verdict: Verdict
    plans: tuple[Plan, ...] = ()
    shown: tuple[tuple[str, str, Row], ...] = ()
    plan: RowPlan | None = None


@dataclass(slots=True)
class _Known:
    """Records seen or planned so far, and by which keys; a bounded memory, never the truth."""

    rows: dict[Place, Row] = field(default_factory=dict)
    keys: dict[tuple[str, Key], str] = field(default_factory=dict)
    occupied: set[Place] = field(default_factory=set)
    shared: set[tuple[str, Key]] = field(default_factory=set)


class Landing:
    """Plans rows one after another against the records that are here and those that earlier rows will make."""

    def __init__(
        self,
        ctx: Context,
        recipe: Recipe,
        *,
        job: str,
        secret: bytes,
        on_duplicate: str,
        vacant: Iterable[str] = (),
        only_shown: bool = False,
    ) -> None:
        self._ctx = ctx
        self._recipe = recipe
        self._job = job
        self._secret = secret
        self._on_duplicate = on_duplicate
        self._only_shown = only_shown
        self._vacant = frozenset(vacant)
        self._known = _Known()
        self._unstored: set[Place] = set()

    def land(self, batch: Sequence[tuple[int, Record]]) -> Iterator[Landed | None]:
        """Yield what each row of a batch does, in order; None asks the caller to store what it holds before going on.

        That is so when a row changes a record that an earlier row makes or changes and that is not stored yet.
        """
        if len(self._known.rows) > REMEMBERED and not self._unstored:
            self._known = _Known()
        planned = [(number, record, self._plan(record)) for number, record in batch]
        memory = None
        for position, (number, record, plan) in enumerate(planned):
            if memory is not self._known:  # at the start, and whenever the caller had us forget
                self._look_around([plan for _, _, plan in planned[position:] if not plan.problems])
                memory = self._known
            if self._changes_what_is_unstored(plan):
                yield None
            yield self._landed(number, record, plan)

    def stored(self) -> None:
        """Take note that all that was planned so far is stored."""
        self._unstored.clear()

    def forget(self) -> None:
        """Forget everything that was planned and may never have been stored."""
        self._known = _Known()
        self._unstored.clear()

    def _plan(self, record: Record) -> RowPlan:
        return RowPlan(None) if record.problem else plan_row(self._ctx, self._recipe, record.cells)

    def _landed(self, number: int, record: Record, plan: RowPlan) -> Landed:
        if record.problem:
            return self._failed(number, record, self._said(words.BROKEN[record.problem]), plan)
        if plan.problems:
            return self._failed(number, record, " ".join(problem.told for problem in plan.problems), plan)
        if plan.main is None:
            verdict = Verdict(number, record.line, Outcome.SKIPPED, self._said(words.NOTHING))
            return Landed(number, record, verdict, plan=plan)
        try:
            return self._settled(number, record, plan, plan.main)
        except Unavailable:
            raise
        except Problem as problem:
            return self._failed(number, record, self._explained(problem, plan), plan)
        except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as defect:
            # By its type only: the message of a defect may quote the cell.
            logger.error("row failed", job=self._job, row=number, error=type(defect).__name__)
            return self._failed(number, record, self._said(words.OURS), plan)

    def _changes_what_is_unstored(self, plan: RowPlan) -> bool:
        if plan.main is None or self._on_duplicate != "update" or not self._unstored:
            return False
        existing = self._find(plan.main)
        return existing is not None and (existing.object, existing.id) in self._unstored

    def _failed(self, number: int, record: Record, reason: str, plan: RowPlan) -> Landed:
        return Landed(number, record, Verdict(number, record.line, Outcome.FAILED, reason), plan=plan)

    def _said(self, label: Label, **told: object) -> str:
        return label.text(self._ctx.locale).format(**told)

    def _called(self, draft: Draft) -> str:
        """Return what people call the records of the draft's object."""
        return self._recipe.catalogue.of_plural(draft.object).definition.label_plural.text(self._ctx.locale).lower()

    def _explained(self, problem: Problem, plan: RowPlan) -> str:
        """Say what was refused in the words of the file: by column, where a column was refused."""
        said = []
        for error in problem.errors:
            name = error.field.split(".")[0]
            column = next((draft.columns[name] for draft in self._drafts(plan) if name in draft.columns), None)
            where = name if column is None else self._recipe.header[column]
            said.append(f"{where}: {words.refused(self._ctx.locale, error.code, error.message)}")
        return " ".join(said) or refusals.told_whole(self._ctx.locale, problem)

    def _settled(self, number: int, record: Record, plan: RowPlan, main: Draft) -> Landed:
        """Decide about the main record first: a row that is skipped brings nothing else either."""
        existing = None if self._on_duplicate == "create" else self._find(main)
        if existing is None and self._on_duplicate != "create" and self._is_shared(main):
            return self._failed(number, record, self._said(words.SEVERAL, object=self._called(main)), plan)
        if existing is not None and self._on_duplicate == "skip":
            reason = self._said(words.HERE_ALREADY, place=f"{existing.object}/{existing.id}")
            verdict = Verdict(number, record.line, Outcome.SKIPPED, reason)
            return Landed(number, record, verdict, (), ((existing.object, "skip", existing),), plan)
        others, left_out, missing = self._others(number, plan, is_new=existing is None)
        if missing:
            return self._failed(number, record, missing, plan)
        notes = " ".join([*(self._said(words.LEFT_OUT, cell=note.told) for note in plan.notes), *left_out])
        plans, shown = self._plans(number, main, existing, others)
        stored = tuple(made for made in plans if made.writes)
        if not stored:
            verdict = Verdict(number, record.line, Outcome.SKIPPED, f"{self._said(words.NOTHING_NEW)} {notes}".strip())
            return Landed(number, record, verdict, (), shown, plan)
        if sum(len(made.writes) for made in stored) > MOST_WRITES:
            return self._failed(number, record, self._said(words.TOO_MANY_LINKS), plan)
        touched = tuple(_touched(made, existing) for made in stored)
        outcome = Outcome.CREATED if existing is None else Outcome.UPDATED
        for made in stored:
            self._remember(made.row)
            self._unstored.add((made.row.object, made.row.id))
        self._learn(main, plans[-1].row.id)
        return Landed(number, record, Verdict(number, record.line, outcome, notes, touched), stored, shown, plan)

    def _others(
        self, number: int, plan: RowPlan, *, is_new: bool
    ) -> tuple[list[tuple[Draft, str, Row | None]], list[str], str]:
        """Return the records beside the main one, found or to be made; what was left out; what is missing.

        A row about a record that was here before brings only companions that can be recognised, or each import of the
        same file would add them again.
        """
        others: list[tuple[Draft, str, Row | None]] = []
        left_out: list[str] = []
        for draft in plan.beside:
            found = self._find(draft)
            if found is None and draft.is_reference:
                value = draft.values[lookup.SOURCE_ID]
                return [], [], self._said(words.NO_SUCH, object=self._called(draft), value=value)
            if found is None and self._is_shared(draft):
                left_out.append(self._said(words.SEVERAL_BESIDE, object=self._called(draft)))
            elif found is None and not self._is_named(draft):
                left_out.append(self._said(words.NAMELESS_BESIDE, object=self._called(draft)))
            elif found is None and not draft.keys and not is_new:
                left_out.append(self._said(words.KNOWN_BESIDE, object=self._called(draft)))
            else:
                others.append((draft, found.id if found else self._new_id(draft, number), found))
        return others, left_out, ""

    def _is_named(self, draft: Draft) -> bool:
        object = self._recipe.catalogue.of_plural(draft.object)
        name = object.fields[object.name_field]
        return (name.parts or (name.name,))[0] in draft.values or not (name.required or name.parts)

    def _plans(
        self, number: int, main: Draft, existing: Row | None, others: Sequence[tuple[Draft, str, Row | None]]
    ) -> tuple[list[Plan], tuple[tuple[str, str, Row], ...]]:
        """Return the plans of a row, the main record's last, and the records as they will be."""
        main_id = existing.id if existing else self._new_id(main, number)
        ends = {(draft.object, id) for draft, id, _ in others} | {(main.object, main_id)}
        beside = [self._stand_in(place) for place in ends]
        plans, shown = [], []
        for draft, id, found in others:
            if found is None:
                plans.append(self._creation(draft, id, ends, beside))
                self._learn(draft, id)
            shown.append((draft.object, "link" if found else "create", found or plans[-1].row))
        if existing is None:
            plans.append(self._creation(main, main_id, ends, beside))
        else:
            plans.append(self._change(main, existing, ends, beside))
        action = "create" if existing is None else "update"
        return plans, ((main.object, action, plans[-1].row), *shown)

    def _creation(self, draft: Draft, id: str, ends: set[Place], beside: Sequence[Plan]) -> Plan:
        object = self._recipe.catalogue.of_plural(draft.object)
        values = {**draft.values, **self._linked(object, id, ends, {})}
        return records.plan_create(self._ctx, plural=draft.object, values=values, id=id, beside=beside)

    def _change(self, draft: Draft, existing: Row, ends: set[Place], beside: Sequence[Plan]) -> Plan:
        object = self._recipe.catalogue.of_plural(draft.object)
        if self._only_shown:
            return self._glimpse(object, draft, existing)
        if object.in_body & draft.values.keys() and existing.body is None:
            whole = rows.get(self._ctx, draft.object, existing.id, body=True)
            existing = whole if whole is not None and whole.version == existing.version else existing
        kept = drafts.whole(existing)
        if draft.values.get(lookup.SOURCE_ID) == existing.id:  # a table that we exported: our id is no other system's
            told = {name: value for name, value in draft.values.items() if name != lookup.SOURCE_ID}
            draft = replace(draft, values=told)
        changes = merged(self._ctx, object, kept, draft.values) | self._linked(object, existing.id, ends, kept)
        return records.plan_update(
            self._ctx,
            plural=draft.object,
            id=existing.id,
            changes=changes,
            expected_version=existing.version,
            beside=beside,
        )

    def _glimpse(self, object: Object, draft: Draft, existing: Row) -> Plan:
        """Return how a record would look after the row, without reading it whole: that is enough for a preview."""
        changes = merged(self._ctx, object, existing.values, draft.values)
        read = drafts.parsed(self._ctx, object, changes)
        values = {**existing.values, **{name: value for name, value in read.items() if name != "owner"}}
        values |= {name.name: person_name.composed(name, values) for name in object.composed}
        return Plan(self._recipe.catalogue, object, replace(existing, values=values))

    def _linked(self, object: Object, id: str, ends: set[Place], kept: Mapping[str, Any]) -> dict[str, Any]:
        """Return the links between the records of one row: each field that leads to another one's object."""
        links: dict[str, Any] = {}
        for declared in object.links:
            if declared.read_only:
                continue
            plural = self._recipe.catalogue.target(declared).plural
            new = sorted(end for at, end in ends if at == plural and (at, end) != (object.plural, id))
            if not new:
                continue
            present = edges(kept.get(declared.name))
            if declared.multiple:
                missing = [end for end in new if end not in present]
                before = [{"id": other, **attributes} if attributes else other for other, attributes in present.items()]
                links |= {declared.name: [*before, *missing]} if missing else {}
            elif new[0] not in present:
                links[declared.name] = new[0]
        return links

    def _stand_in(self, place: Place) -> Plan:
        """Return a plan that says no more than that its record will be there."""
        object = self._recipe.catalogue.of_plural(place[0])
        row = self._known.rows.get(place)
        stamp = clock.stamp(self._ctx.now)
        return Plan(self._recipe.catalogue, object, row or Row(place[1], place[0], 1, {}, stamp, "", stamp, ""))

    def _new_id(self, draft: Draft, number: int) -> str:
        by_row = identity.by_row(self._job, draft.object, number)
        if not draft.keys or (self._on_duplicate == "create" and draft.object == self._recipe.main.plural):
            return by_row
        by_key = self._id_by_key(draft)
        return by_row if (draft.object, by_key) in self._known.occupied else by_key

    def _id_by_key(self, draft: Draft) -> str:
        first = draft.keys[0]
        return identity.by_key(self._secret, self._ctx.tenant, draft.object, first.field, first.exact)

    def _find(self, draft: Draft) -> Row | None:
        """Return the record that a draft is about, if it is here or an earlier row makes it."""
        for key in draft.keys:
            id = self._known.keys.get((draft.object, key))
            row = self._known.rows.get((draft.object, id)) if id else None
            if row is not None and row.deleted_at is None:
                return row
        return None

    def _is_shared(self, draft: Draft) -> bool:
        """Tell whether several records have a key of the draft, so that nobody can say which one it is about."""
        return any((draft.object, key) in self._known.shared for key in draft.keys)

    def _remember(self, row: Row) -> None:
        self._known.rows[row.object, row.id] = row
        self._known.occupied.add((row.object, row.id))

    def _learn(self, draft: Draft, id: str) -> None:
        for key in draft.keys:
            self._known.keys.setdefault((draft.object, key), id)

    def _drafts(self, plan: RowPlan) -> list[Draft]:
        return [draft for draft in (plan.main, *plan.beside) if draft is not None]

    def _look_around(self, plans: Sequence[RowPlan]) -> None:
        """Ask the store, for all rows together, which of the records that they speak of are here."""
        asked = [draft for plan in plans for draft in self._drafts(plan) if draft.keys and self._is_sought(draft)]
        made = {(draft.object, self._id_by_key(draft)): draft for draft in asked}
        unknown = [place for place in made if place not in self._known.rows]
        found = rows.get_mixed(self._ctx, unknown, include_deleted=True, consistent=True) if unknown else {}
        for place, row in found.items():
            self._remember(row)
            if row.deleted_at is None and self._still_has(row, made[place].keys[0]):
                self._known.keys.setdefault((row.object, made[place].keys[0]), row.id)
        self._look_up(asked)

    def _still_has(self, row: Row, key: Key) -> bool:
        """Tell whether a record with an id made of a key has not been given another value since."""
        field = self._recipe.catalogue.of_plural(row.object).fields[key.field]
        stored = row.values.get(key.field)
        return stored is not None and key.index in registry.of(field).keys(field, stored)

    def _is_sought(self, draft: Draft) -> bool:
        return self._on_duplicate != "create" or draft.object != self._recipe.main.plural

    def _look_up(self, asked: Sequence[Draft]) -> None:
        wanted: dict[tuple[str, str], dict[Key, None]] = {}
        for draft in asked:
            for position, key in enumerate(draft.keys):
                # Nothing was here when the import began: whatever has the first key has the id made of it.
                is_made_of_it = position == 0 and draft.object in self._vacant
                if not is_made_of_it and (draft.object, key) not in self._known.keys:
                    wanted.setdefault((draft.object, key.field), {})[key] = None
        places: dict[Place, list[Key]] = {}
        for (plural, name), keys in wanted.items():
            object = self._recipe.catalogue.of_plural(plural)
            for key, id in lookup.holders(self._ctx, object, object.fields[name], keys).items():
                if id == lookup.SEVERAL:
                    self._known.shared.add((plural, key))
                else:
                    places.setdefault((plural, id), []).append(key)
        unknown = [place for place in places if place not in self._known.rows]
        for row in rows.get_mixed(self._ctx, unknown, consistent=True).values() if unknown else ():
            self._remember(row)
        for place, held in places.items():
            if place in self._known.rows:
                for key in held:
                    self._known.keys.setdefault((place[0], key), place[1])


def _touched(plan: Plan, existing: Row | None) -> Touched:
    row = plan.row
    if existing is None or (row.object, row.id) != (existing.object, existing.id):
        return Touched(row.object, row.id, row.version)
    before, after = drafts.whole(existing), drafts.whole(row)
    changed = {name: before.get(name) for name in after.keys() | before.keys() if before.get(name) != after.get(name)}
    if row.owner != existing.owner:
        changed["owner"] = existing.owner
    return Touched(row.object, row.id, row.version, existing.version, changed)
