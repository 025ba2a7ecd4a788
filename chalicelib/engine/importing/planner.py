"""From a row to the records that it speaks of: a pure function of the row, the mapping and the tenant's habits.

Nothing is read and nothing is written here. Blank cells say nothing. A cell that its field refuses is left out and
noted, named by its column, and the rest of the row comes in. It costs the row where there would be no record without
it, or a wrong one: what an object requires, what names it, by which another system knows it, what says a permission.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import person_name, registry
from chalicelib.engine.fields.contract import CsvStyle, Refusal
from chalicelib.engine.importing import cells, words
from chalicelib.engine.importing.columns import Reading
from chalicelib.engine.importing.countries import code_of
from chalicelib.engine.importing.labels import label_of
from chalicelib.engine.importing.lookup import SOURCE_ID, Key, key_of
from chalicelib.engine.importing.targets import Match, Target, Targets
from chalicelib.engine.objects import Field
from chalicelib.engine.sheet_columns import CURRENCY, LABEL, SEPARATOR
from chalicelib.engine.spreadsheet import unescaped
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold

NEUTRAL = CsvStyle(day_first=True, decimal_mark=".")
LEFT_OUT = frozenset({"unknown_option", "unknown_user", "unknown_country"})
"""Refusals that cost the cell and not the row, whatever the field."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that its field refuses, or that was left out. ``column`` is None when the whole row is meant.

    The ``message`` is the API's; ``told`` says it in the language of whoever imports.
    """

    column: int | None
    code: str
    message: str
    told: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as a row describes it: raw values for the engine, and the keys by which it may already be here.

    ``is_reference``: the row only points at the record, so it is looked up and never created.
    """

    object: str
    values: Mapping[str, Any]
    columns: Mapping[str, int]
    keys: tuple[Key, ...]
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What a row means: its main record, the records beside it, what is wrong and what was left out."""

    main: Draft | None
    beside: tuple[Draft, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    notes: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """How every row of one import is read."""

    catalogue: Catalogue
    main: Object
    header: tuple[str, ...]
    targets: Targets
    match: Match
    readings: Sequence[Reading]
    owners: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Findings:
    problems: list[CellProblem] = field(default_factory=list)
    notes: list[CellProblem] = field(default_factory=list)


def plan_row(ctx: Context, recipe: Recipe, row: Sequence[str]) -> RowPlan:
    """Return what the row means."""
    findings = _Findings()
    extra = [cell for cell in row[len(recipe.header) :] if cell.strip()]
    if extra:
        said = words.TOO_MANY_CELLS
        numbers = {"cells": len(row), "header": len(recipe.header)}
        told = CellProblem(None, "too_many_cells", said.en.format(**numbers), said.text(ctx.locale).format(**numbers))
        return RowPlan(None, problems=(told,))
    drafts = []
    for plural in dict.fromkeys(target.object for target in recipe.targets.values()):
        object = recipe.catalogue.of_plural(plural)
        drafts += _drafts(ctx, recipe, object, row, findings)
    main = next((draft for draft in drafts if draft.object == recipe.main.plural), None)
    beside = tuple(draft for draft in drafts if draft.object != recipe.main.plural)
    return RowPlan(main, beside, tuple(findings.problems), tuple(findings.notes))


def _drafts(ctx: Context, recipe: Recipe, object: Object, row: Sequence[str], findings: _Findings) -> list[Draft]:
    filled: dict[str, list[tuple[int, Target, str]]] = {}
    for column, target in recipe.targets.items():
        cell = unescaped(row[column]).strip() if column < len(row) else ""
        if target.object == object.plural and target.part != LABEL and cell:
            filled.setdefault(target.field, []).append((column, target, cell))
    if not filled:
        return []
    if set(filled) == {SOURCE_ID} and object.plural != recipe.main.plural:
        return [_reference(object, part) for part in filled[SOURCE_ID][0][2].split(";") if part.strip()]
    several = _several(recipe, object, filled, row)
    if several:
        return [draft for one in several for draft in _drafts(ctx, recipe, object, one, findings)]
    values: dict[str, Any] = {}
    parsed: dict[str, Any] = {}
    for name, found in filled.items():
        raw, stored = _read(ctx, _Filling(recipe, object, object.fields[name], found, row), findings)
        if raw is not None:
            values[name], parsed[name] = raw, stored
    values = _named(object, values, parsed)
    columns = {name: found[0][0] for name, found in filled.items()}
    return [Draft(object.plural, values, columns, _keys(recipe, object, values, parsed))]


def _several(
    recipe: Recipe, object: Object, filled: Mapping[str, Sequence[tuple[int, Target, str]]], row: Sequence[str]
) -> list[list[str]]:
    """Return one row for each of several records that are only named, as an export writes those of a link."""
    if object.plural == recipe.main.plural or not set(filled) <= {object.name_field, SOURCE_ID}:
        return []
    parts = {column: cell.split(SEPARATOR) for found in filled.values() for column, _, cell in found}
    [count, *others] = {len(cells) for cells in parts.values()}
    if count == 1 or others:
        return []
    return [[parts[at][n] if at in parts else cell for at, cell in enumerate(row)] for n in range(count)]


def _reference(object: Object, text: str) -> Draft:
    exact = text.strip()
    field = object.fields[SOURCE_ID]
    key = key_of(field, registry.of(field).keys(field, exact)[0], exact)
    return Draft(object.plural, {SOURCE_ID: exact}, {}, (key,), is_reference=True)


@dataclass(frozen=True, slots=True)
class _Filling:
    """The cells of one row that fill one field: column, target and text of each."""

    recipe: Recipe
    object: Object
    field: Field
    cells: Sequence[tuple[int, Target, str]]
    row: Sequence[str]


def _read(ctx: Context, filling: _Filling, findings: _Findings) -> tuple[Any, Any]:
    """Return a field's raw value and its stored form, of the cells that it takes; (None, None) when it takes none.

    Where several cells fill a field, as two columns of phones do, a wrong one does not cost the others.
    """
    try:
        return _taken(ctx, filling)
    except (cells.Unreadable, Refusal) as refused:
        whole = _told(ctx, filling, refused)
    each = [(cell, _refusal(ctx, replace(filling, cells=[cell]))) for cell in filling.cells]
    good = replace(filling, cells=[cell for cell, problem in each if problem is None])
    if 0 < len(good.cells) < len(each) and _refusal(ctx, good) is None:
        findings.notes += [problem for _, problem in each if problem is not None]
        return _taken(ctx, good)
    is_spared = whole.code in LEFT_OUT or not _costs_the_row(filling)
    (findings.notes if is_spared else findings.problems).append(whole)
    return None, None


def _costs_the_row(filling: _Filling) -> bool:
    """Tell whether no record should come of a row without the field."""
    field, object = filling.field, filling.object
    name = object.fields[object.name_field]
    is_name = field.name in (name.name, *name.parts)
    return field.required or is_name or field.name == SOURCE_ID or field.said or bool(field.strictest)


def _taken(ctx: Context, filling: _Filling) -> tuple[Any, Any]:
    raw = _SHAPES.get(filling.field.type, _plain)(ctx, filling)
    if raw is None:
        return None, None
    return raw, raw if filling.field.parts else registry.of(filling.field).parse(filling.field, raw, ctx)


def _refusal(ctx: Context, filling: _Filling) -> CellProblem | None:
    """Return why the field does not take the cells, or None when it does."""
    try:
        _taken(ctx, filling)
    except (cells.Unreadable, Refusal) as refused:
        return _told(ctx, filling, refused)
    return None


def _told(ctx: Context, filling: _Filling, refused: cells.Unreadable | Refusal) -> CellProblem:
    column = filling.cells[0][0]
    position = refused.at.split(".")[0] if isinstance(refused, Refusal) else ""
    if position.isdigit() and int(position) < len(filling.cells):
        column = filling.cells[int(position)][0]
    text = next(cell for at, _, cell in filling.cells if at == column)
    cell = f"{filling.recipe.header[column]}: “{text[:60]}”."
    why = words.refused(ctx.locale, refused.code, refused.message)
    return CellProblem(column, refused.code, f"{cell} {refused.message}", f"{cell} {why}")


def _plain(ctx: Context, filling: _Filling) -> Any:
    field = filling.field
    if len(filling.cells) > 1:
        return ("\n" if field.in_body else " ").join(cell for _, _, cell in filling.cells)
    column, _, cell = filling.cells[0]
    text = cells.neutral(field.type, cell, filling.recipe.readings[column])
    return registry.of(field).csv_in(field, text, ctx, NEUTRAL)


def _address(_ctx: Context, filling: _Filling) -> Any:
    address: dict[str, str] = {}
    for _column, target, cell in filling.cells:
        part = target.part or "street"
        text = " ".join(cell.split())
        if part == "country":
            text = code_of(text)
        address[part] = f"{address[part]}, {text}" if part in address else text
    return address


def _channels(ctx: Context, filling: _Filling) -> Any:
    entries = []
    for _, target, cell in filling.cells:
        column = target.label_column
        told = unescaped(filling.row[column]) if column is not None and column < len(filling.row) else ""
        values = registry.of(filling.field).csv_in(filling.field, cell, ctx, NEUTRAL)
        each = told.split(SEPARATOR)
        labels = each if len(each) == len(values) else [told] * len(values)
        entries += [_channel(value, label, target) for value, label in zip(values, labels, strict=True)]
    return entries


def _channel(value: str, said: str, target: Target) -> dict[str, Any]:
    label, is_primary = label_of(said)
    described = {"label": label or target.label, "primary": is_primary or None}
    return {"value": value, **{name: told for name, told in described.items() if told}}


def _user(_ctx: Context, filling: _Filling) -> Any:
    known = filling.recipe.owners.get(fold(filling.cells[0][2]))
    if known is None:
        raise Refusal("unknown_user", "Nobody here has that address; the record becomes yours.")
    return known


def _money(ctx: Context, filling: _Filling) -> Any:
    """Read an amount, in the currency that a column beside it names."""
    amounts = [cell for cell in filling.cells if cell[1].part != CURRENCY]
    codes = [text.strip().upper() for _, target, text in filling.cells if target.part == CURRENCY]
    if not amounts:
        return None
    read = _plain(ctx, replace(filling, cells=amounts))
    return {**read, "currency": codes[0]} if codes else read


_SHAPES: Mapping[str, Callable[[Context, _Filling], Any]] = {
    "address": _address,
    "email": _channels,
    "money": _money,
    "phone": _channels,
    "user": _user,
}


def _named(object: Object, values: dict[str, Any], parsed: Mapping[str, Any]) -> dict[str, Any]:
    """Split a whole name into its parts, and give a nameless person the best name that the row has."""
    name = object.fields[object.name_field]
    if not name.parts:
        return values
    first, *others = name.parts
    whole = " ".join(str(values.pop(name.name, "")).split())
    if whole and first not in values:
        values[first], *rest = whole.split(" ", 1)
        if rest and others:
            values.setdefault(others[0], rest[0])
    if first not in values:
        surname = next((values.pop(part) for part in others if part in values), None)
        channel = next(
            (entry["value"] for stored in parsed.values() if isinstance(stored, list) for entry in stored), None
        )
        if surname or channel:
            values[first] = surname or str(channel).split("@", 1)[0]
    return values


def _keys(recipe: Recipe, object: Object, values: Mapping[str, Any], parsed: Mapping[str, Any]) -> tuple[Key, ...]:
    """Return the keys by which the record may already be here, the best first."""
    wanted = recipe.match.fields if object.plural == recipe.main.plural else identifying(object)
    keys: list[Key] = []
    for name in wanted:
        field = object.fields[name]
        stored = person_name.composed(field, values) if field.parts else parsed.get(name)
        if stored is not None:
            keys += [key_of(field, key, stored) for key in registry.of(field).keys(field, stored)]
    return tuple(keys)


def identifying(object: Object) -> tuple[str, ...]:
    """Return the fields by which a record beside the main one is known: what identifies it, then its name."""
    fields = object.fields.values()
    name = object.fields[object.name_field]
    keys = [field.name for field in fields if field.unique or field.name == SOURCE_ID]
    emails = [field.name for field in fields if field.type == "email" and name.parts]
    return (*keys, *emails, *((name.name,) if name.name in object.slots and not name.parts else ()))
