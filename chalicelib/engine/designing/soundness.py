"""Whether a catalogue still makes sense after a change: asked of the whole, before anything is written."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from chalicelib.engine import catalogue as catalogues
from chalicelib.engine import filters
from chalicelib.engine.catalogue import FIRST_SLOT, MOST_SLOTS, Catalogue, Object
from chalicelib.engine.designing import applied
from chalicelib.engine.designing.faults import Faults
from chalicelib.engine.objects import Field, ObjectDef, Overlay
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import InvalidInput

MOST_OBJECTS = 200
MOST_FIELDS = 500
KEPT = 2
"""How many times the limit may be kept in all, what was taken away included."""

NAMING = frozenset({"text", "person_name"})
BOARDS = frozenset({"choice", "stage"})


def merged(overlay: Overlay) -> Catalogue:
    """Return the catalogue that an overlay makes."""
    return catalogues.merge(catalogues.standard(), overlay)


def declared(overlay: Overlay) -> Mapping[str, ObjectDef]:
    """Return every declaration by its plural, with what was taken away."""
    return {each.plural: each for each in applied.definitions(catalogues.standard(), overlay)}


def standard(plural: str) -> ObjectDef:
    """Return the product's own declaration of an object."""
    return next(each for each in catalogues.standard() if each.plural == plural)


def asked(tree: Any) -> frozenset[str]:
    """Return the names of the fields that a filter asks for, as it is written."""
    if isinstance(tree, Mapping):
        own = {tree["field"]} if isinstance(tree.get("field"), str) else set()
        return frozenset(own.union(*(asked(value) for value in tree.values())))
    return frozenset().union(*(asked(each) for each in tree)) if isinstance(tree, list) else frozenset()


def system(ctx: Context) -> Context:
    """Return the context in which the catalogue itself is asked, whatever the caller may read."""
    return replace(ctx, actor=Actor("system", "catalogue"))


def check_limits(overlay: Overlay, faults: Faults) -> None:
    """Note what a tenant has too much of."""
    objects = [change.declared for change in overlay.objects.values() if change.declared]
    fields = [field for change in overlay.objects.values() for field in change.fields.values()]
    for name, most, live, kept in (
        ("objects", MOST_OBJECTS, sum(each.deleted_at is None for each in objects), len(objects)),
        ("fields", MOST_FIELDS, sum(each.deleted_at is None for each in fields), len(fields)),
    ):
        if live > most or kept > most * KEPT:
            faults.add(name, "too_many", f"A workspace has at most {most} {name} of its own.")


def check_object(ctx: Context, object: Object, faults: Faults) -> None:
    """Note what an object refers to and has no more."""
    if object.fields.get(object.name_field) is None or object.fields[object.name_field].type not in NAMING:
        faults.add("name_field", "not_a_name", "A record is named by a text of its own.")
    board = object.features.board_by
    if board is not None and (board not in object.fields or object.fields[board].type not in BOARDS):
        faults.add("features.board_by", "not_a_choice", "A board has the options of a choice as its columns.")
    money = object.features.board_sum
    if money is not None and (money not in object.fields or object.fields[money].type != "money"):
        faults.add("features.board_sum", "not_money", "A board adds up a field of money.")
    for shown, problem in _broken_rules(ctx, object):
        faults.add("visible_when", problem.errors[0].code, f"{shown}: {problem.errors[0].message}")
    for field in object.composed:
        for part in field.parts:
            if part not in object.fields or object.fields[part].type != "text":
                faults.add("parts", "not_a_text", f"{field.name} is made of texts of the same object; {part} is none.")


def _broken_rules(ctx: Context, object: Object) -> Iterator[tuple[str, InvalidInput]]:
    for field in object.fields.values():
        if field.visible_when is None:
            continue
        try:
            tree = filters.read(system(ctx), object, field.visible_when, alone=True)
        except InvalidInput as problem:
            yield field.name, problem
            continue
        for term in terms(tree):
            if term.via is not None:
                told = InvalidInput.of("visible_when", "not_own", "A rule asks the record's own fields.")
                yield field.name, told
            elif term.field.name == field.name:
                told = InvalidInput.of("visible_when", "asks_itself", "A field cannot decide whether it is shown.")
                yield field.name, told


def terms(tree: filters.Filter) -> Iterator[filters.Term]:
    """Return every condition of a filter."""
    if isinstance(tree, filters.Group):
        for member in tree.members:
            yield from terms(member)
    else:
        yield tree


def free_slot(object: Object | None, faults: Faults) -> int | None:
    """Return an index that no field of the object has; the last first, because the product's take the first ones."""
    taken = {FIRST_SLOT + place: field for place, field in enumerate(object.slotted if object else ()) if field}
    free = [slot for slot in range(FIRST_SLOT, FIRST_SLOT + MOST_SLOTS) if slot not in taken]
    if not free:
        names = ", ".join(_as_used(field) for field in taken.values())
        faults.add("indexed", "no_index_left", f"An object has {MOST_SLOTS} indexes; these fields use them: {names}.")
    return max(free, default=None)


def _as_used(field: Field) -> str:
    return f"{field.name} (taken away)" if field.deleted_at else field.name
