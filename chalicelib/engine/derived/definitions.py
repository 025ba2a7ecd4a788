"""Whether a formula or a rollup makes sense, asked once, when somebody defines it; and who would miss a field."""

from collections.abc import Iterator
from dataclasses import replace

from chalicelib.engine import filters
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import graph
from chalicelib.engine.formulas import kinds
from chalicelib.engine.formulas.parsing import parsed
from chalicelib.engine.formulas.tree import Name, refused
from chalicelib.engine.objects import Field, Rollup
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

FUNCTIONS = ("count", "sum", "min", "max")
NEVER = ("required", "unique", "indexed", "searched", "counted")
MOVING = frozenset({"during", "not_during", "older_than", "further_than"})
"""Operators that compare with the day of the question."""

SUMMED = frozenset({"number", "money"})
COMPARED = frozenset({"number", "money", "date", "date_time"})


def settled(ctx: Context, catalogue: Catalogue, object: Object, field: Field) -> Field:
    """Return a computed field with the type of its result; ``object`` need not have it yet, and may have it otherwise.

    :raises InvalidInput: when its formula or rollup makes no sense, naming the character where that is known.
    """
    _refuse_traits(field)
    made = _with_result(
        _of_rollup(ctx, catalogue, object, field) if field.rollup else _of_formula(catalogue, object, field)
    )
    changed = with_field(catalogue, object, made)
    graph.check(changed, changed.object(object.name), made)
    for other, user in _computed(changed):
        if (other.name, user.name) != (object.name, made.name):
            _check_user(ctx, changed, other, user)
    return made


def check(ctx: Context, catalogue: Catalogue, object: Object, field: Field) -> None:
    """Let a computed field pass that makes sense.

    :raises InvalidInput: when it does not.
    """
    settled(ctx, catalogue, object, field)


def users(catalogue: Catalogue, object: Object, name: str) -> list[str]:
    """Return which computed fields are made from a field, as ``plural.field``: they would be empty without it."""
    return [
        f"{other.plural}.{user.name}"
        for other, user in _computed(catalogue)
        if any(
            (owner.name, each.name) == (object.name, name) for owner, each, _ in graph.inputs(catalogue, other, user)
        )
    ]


def _computed(catalogue: Catalogue) -> Iterator[tuple[Object, Field]]:
    """Yield what is made from fields; what a domain tells is not."""
    for object in catalogue:
        for field in object.derived:
            if not field.told:
                yield object, field


def _refuse_traits(field: Field) -> None:
    for name in NEVER:
        if getattr(field, name):
            raise InvalidInput.of(name, "not_computed", "What is computed cannot be so.")


def _with_result(field: Field) -> Field:
    return replace(field, read_only=True, default=None)


def _of_formula(catalogue: Catalogue, object: Object, field: Field) -> Field:
    kind = kinds.of(parsed(field.formula or ""), lambda name: _kind(catalogue, object, name))
    if kind not in kinds.RESULT_OF_KIND:
        raise InvalidInput.of("formula", "no_result", "This gives nothing that a field can show.")
    result = field.result or kinds.RESULT_OF_KIND[kind]
    if result not in kinds.RESULTS or kinds.KIND_OF_TYPE[result] != kind:
        raise InvalidInput.of("result", "wrong_kind", f"The formula gives {kind}.")
    return replace(field, result=result)


def _kind(catalogue: Catalogue, object: Object, name: Name) -> str:
    own = object.fields.get(name.path[0])
    if own is None:
        raise refused("unknown_field", f"{object.plural} have no field {name.path[0][:60]}.", name.at)
    if len(name.path) == 1:
        return _seen(own, name)
    if own.link is None or own.multiple:
        raise refused("not_one_record", f"{own.name} does not lead to one record; count others by a rollup.", name.at)
    target = catalogue.target(own)
    theirs = target.fields.get(name.path[1])
    if theirs is None or len(name.path) > 2:
        raise refused("unknown_field", f"{target.plural} have no field {'.'.join(name.path[1:])[:60]}.", name.at)
    return _seen(theirs, name)


def _seen(field: Field, name: Name) -> str:
    kind = kinds.of_field(field)
    if kind is None:
        raise refused("not_computable", f"A formula cannot use {name.spelled}: it is of type {field.type}.", name.at)
    return kind


def _of_rollup(ctx: Context, catalogue: Catalogue, object: Object, field: Field) -> Field:
    rollup = field.rollup
    assert rollup is not None
    if rollup.function not in FUNCTIONS:
        raise InvalidInput.of("rollup.function", "not_an_option", f"Choose one of: {', '.join(FUNCTIONS)}.")
    inbound = object.inbound.get(rollup.relation)
    if inbound is None:
        known = ", ".join(object.inbound) or "nothing"
        raise InvalidInput.of("rollup.relation", "unknown_relation", f"{object.plural} are pointed to by {known}.")
    child = catalogue.of_plural(inbound.plural)
    _check_filter(ctx, child, rollup)
    if rollup.function == "count":
        if rollup.field is not None:
            raise InvalidInput.of("rollup.field", "not_expected", "A count needs no field.")
        return replace(field, result="number", decimals=0)
    summed = child.fields.get(rollup.field or "")
    kind = kinds.of_field(summed) if summed else None
    if summed is None or kind not in (SUMMED if rollup.function == "sum" else COMPARED):
        raise InvalidInput.of(
            "rollup.field", "wrong_kind", f"Name a field of {child.plural} that has a {rollup.function}."
        )
    return replace(field, result=kinds.RESULT_OF_KIND[str(kind)], decimals=summed.decimals)


def _check_filter(ctx: Context, child: Object, rollup: Rollup) -> None:
    try:
        filters.read(ctx, child, rollup.filter, alone=True)
    except InvalidInput as refusal:
        raise InvalidInput.of("rollup.filter", refusal.errors[0].code, refusal.errors[0].message) from None
    if not MOVING.isdisjoint(graph.asked_of(rollup.filter, "op")):
        raise InvalidInput.of(
            "rollup.filter", "changes_by_itself", "What is kept cannot depend on today; use days that stay."
        )


def with_field(catalogue: Catalogue, object: Object, field: Field) -> Catalogue:
    """Return the catalogue as it would be with the field."""
    others = tuple(each for each in object.derived if each.name != field.name)
    changed = replace(object, fields={**object.fields, field.name: field}, derived=(*others, field))
    return replace(
        catalogue,
        objects={**catalogue.objects, object.name: changed},
        plurals={**catalogue.plurals, object.plural: changed},
    )


def _check_user(ctx: Context, catalogue: Catalogue, object: Object, field: Field) -> None:
    """Let a computed field pass that still makes sense when another has changed.

    :raises InvalidInput: when it does no longer.
    """
    try:
        if field.rollup:
            _of_rollup(ctx, catalogue, object, field)
        else:
            _of_formula(catalogue, object, field)
        graph.check(catalogue, object, field)
    except InvalidInput as refusal:
        told = f"{object.plural}.{field.name} would make no sense any more: {refusal.detail}"
        raise InvalidInput.of("formula", "breaks_another", told) from None
