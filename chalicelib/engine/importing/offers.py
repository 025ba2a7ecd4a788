"""What a person is offered for each column: our proposal or the one that they used last time, what we must ask, and the
field that a column without a place could become.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import registry
from chalicelib.engine.importing import guessing, remembering, survey
from chalicelib.engine.importing.columns import DateOrder, Evidence, Reading, proofs
from chalicelib.engine.importing.survey import Survey
from chalicelib.engine.importing.targets import checked
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

Entry = dict[str, Any]
_DAYS = frozenset({"date", "date_time"})
_NUMBERS = frozenset({"number", "percent", "money"})
ANSWERS = ("date_order", "decimal_mark")


def entries(
    ctx: Context, catalogue: Catalogue, main: Object, seen: Survey, asked: Sequence[Mapping[str, Any]]
) -> list[Entry]:
    """Return one entry a column; what the person has ``asked`` for stands as they said it."""
    offered = [proposal.as_dict() for proposal in survey.proposals(catalogue, main, seen)]
    if asked:
        offered = _as_said(catalogue, main, offered, asked)
    else:
        offered = _as_before(ctx, catalogue, main, seen.written.header, offered)
    are_proven = proofs(seen.evidence)
    taken = set(main.fields)
    for entry, column, reading in zip(offered, seen.evidence, seen.readings, strict=True):
        _ask_how_to_read(catalogue, entry, column, reading, are_proven)
        if entry["target"] is None and not entry.get("ask"):
            _suggest(entry, column, taken)
    return offered


def readings(before: Sequence[Reading], mapping: Sequence[Mapping[str, Any]]) -> tuple[Reading, ...]:
    """Return how each column is read once the person has said what we could not tell."""
    said = {entry["column"]: entry for entry in mapping}
    told = []
    for column, reading in enumerate(before):
        entry = said.get(column, {})
        order, mark = entry.get("date_order"), entry.get("decimal_mark")
        reading = replace(reading, date_order=DateOrder(order)) if order else reading
        told.append(replace(reading, decimal_mark=mark) if mark else reading)
    return tuple(told)


def _as_said(
    catalogue: Catalogue, main: Object, offered: Sequence[Entry], asked: Sequence[Mapping[str, Any]]
) -> list[Entry]:
    targets = checked(catalogue, main, asked, columns=len(offered))
    answers = {entry["column"]: {name: entry[name] for name in ANSWERS if entry.get(name)} for entry in asked}
    told = []
    for entry in offered:
        target = targets.get(entry["column"])
        kept = {name: value for name, value in entry.items() if name not in ("ask", "question", "candidates")}
        told.append({**kept, "target": target.as_dict() if target else None, **answers.get(entry["column"], {})})
    return told


def _as_before(
    ctx: Context, catalogue: Catalogue, main: Object, header: Sequence[str], offered: list[Entry]
) -> list[Entry]:
    """Return the entries with what this tenant chose for such a header, as far as it still leads somewhere."""
    known = remembering.recalled(ctx, main.plural, header)
    if not known:
        return offered
    told = []
    for entry in offered:
        column = entry["column"]
        if column in known and _still_leads(catalogue, main, column, known[column], len(offered)):
            kept = {name: value for name, value in entry.items() if name not in ("ask", "question", "candidates")}
            entry = {**kept, "target": known[column], "confidence": 1.0 if known[column] else 0.0, "remembered": True}
        told.append(entry)
    return told


def _still_leads(catalogue: Catalogue, main: Object, column: int, target: Any, columns: int) -> bool:
    try:
        checked(catalogue, main, [{"column": column, "target": target}], columns=columns)
    except InvalidInput:
        return False
    return True


def _ask_how_to_read(
    catalogue: Catalogue, entry: Entry, column: Evidence, reading: Reading, are_proven: tuple[bool, bool]
) -> None:
    """Ask for the order of days or the mark of decimals where neither the column nor the file proves it."""
    target = entry["target"]
    if target is None or entry.get("ask"):
        return
    field = catalogue.of_plural(target["object"]).fields.get(target["field"])
    kind = field.type if field else ""
    if kind in _DAYS and column.dates and not are_proven[0]:
        _ask(entry, "date_order", reading.date_order.value)
    elif kind in _NUMBERS and column.marks and not are_proven[1]:
        _ask(entry, "decimal_mark", reading.decimal_mark)


def _ask(entry: Entry, question: str, ours: str) -> None:
    if question not in entry:
        entry |= {"ask": True, "question": question, question: ours}


def _suggest(entry: Entry, column: Evidence, taken: set[str]) -> None:
    known = frozenset(name for name, kind in registry.TYPES.items() if kind.designable)
    suggestion = guessing.suggested(entry["header"], column, taken=frozenset(taken))
    if suggestion and guessing.fits(suggestion, known):
        taken.add(suggestion["name"])
        entry["suggested_field"] = suggestion
