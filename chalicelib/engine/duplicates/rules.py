"""Which rules find an object's duplicates: the tenant's own, else the declared ones, else what the fields suggest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.engine import access, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.objects import DuplicateRule, Field, Overlay
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage import writes

SETTING = "duplicate_rules"
MOST_RULES = 20
ENOUGH = 60
"""From which score on, of a hundred, two records are shown as duplicates."""

SAME_EMAIL = 90
SAME_PHONE = 60
SAME_NAME = 65
SAME_VALUE = 95
ALIKE = 86


def of(catalogue: Catalogue, object: Object) -> Sequence[DuplicateRule]:
    """Return the rules that hold for an object, without fields that are there no more."""
    kept = catalogue.settings.get(SETTING, {}).get(object.plural)
    if kept is not None:
        rules: Sequence[DuplicateRule] = [_read(rule) for rule in kept]
    elif object.definition.duplicates is not None:
        rules = object.definition.duplicates
    else:
        rules = tuple(_suggested(object))
    return [rule for rule in rules if all(name in object.fields for name in rule.fields)]


def is_person(object: Object) -> bool:
    """Return whether an object's records are named like people: by a name composed from its parts."""
    return bool(object.fields[object.name_field].parts)


def get(ctx: Context, *, plural: str) -> dict[str, Any]:
    """Return an object's rules, and whether they are the tenant's own, as they are now: who set them looks here."""
    catalogue = overlays.refreshed(ctx)
    object = catalogue.of_plural(plural)
    access.require(ctx, object, "read")
    readable = access.readable(ctx, object)
    shown = [rule for rule in of(catalogue, object) if readable.issuperset(rule.fields)]
    is_own = plural in catalogue.settings.get(SETTING, {})
    return {"items": [_spelled(rule) for rule in shown], "is_own": is_own, "enough": ENOUGH}


def put(ctx: Context, *, plural: str, rules: Sequence[Mapping[str, Any]] | None) -> dict[str, Any]:
    """Give an object the tenant's own rules and return them; None gives the product's back.

    :raises InvalidInput: when a rule makes no sense for the object.
    """
    object = overlays.refreshed(ctx).of_plural(plural)
    read = None if rules is None else [_read(rule) for rule in rules]
    errors = [error for at, rule in enumerate(read or ()) for error in _faults(object, rule, at)]
    if errors:
        raise InvalidInput("Some rules were refused.", errors=errors)

    def with_rules(overlay: Overlay) -> Overlay:
        others = {name: kept for name, kept in overlay.settings.get(SETTING, {}).items() if name != plural}
        own = {} if read is None else {plural: [_spelled(rule) for rule in read]}
        return replace(overlay, settings={**overlay.settings, SETTING: {**others, **own}})

    written = overlays.change(ctx, with_rules)
    writes.execute(ctx, written)
    overlays.outdate(ctx, written)
    return get(ctx, plural=plural)


def _suggested(object: Object) -> Iterator[DuplicateRule]:
    for field in object.definition.fields:
        if field.unique:
            yield DuplicateRule("exact", (field.name,), SAME_VALUE)
        elif field.searched and field.type in ("email", "phone"):
            yield DuplicateRule(field.type, (field.name,), SAME_EMAIL if field.type == "email" else SAME_PHONE)
    if object.fields[object.name_field].searched:
        firm = [field.name for field in object.links if field.link and field.link.found_through][:1]
        yield DuplicateRule("name", (object.name_field, *firm), SAME_NAME, ALIKE)


def _faults(object: Object, rule: DuplicateRule, at: int) -> Iterator[FieldError]:
    where = f"rules.{at}.fields"
    unknown = [name for name in rule.fields if name not in object.fields]
    if unknown:
        yield FieldError(where, "unknown_field", f"There is no field {unknown[0][:60]}.")
    elif rule.kind == "exact" and not any(_is_found_by(object, object.fields[name]) for name in rule.fields):
        yield FieldError(where, "not_found_by", "Name at least one field that is unique, indexed or searched.")
    elif rule.kind in ("email", "phone") and any(not _has_type(object, name, rule.kind) for name in rule.fields):
        yield FieldError(where, "wrong_type", f"Name searched fields of the type {rule.kind}.")
    elif rule.kind == "name" and (rule.fields[0] != object.name_field or len(rule.fields) > 2):
        yield FieldError(where, "wrong_field", f"Name {object.name_field}, and at most one field for the firm.")


def _is_found_by(object: Object, field: Field) -> bool:
    return field.unique or field.searched or field.name in object.slots


def _has_type(object: Object, name: str, kind: str) -> bool:
    return object.fields[name].type == kind and object.fields[name].searched


def _read(rule: Mapping[str, Any]) -> DuplicateRule:
    return DuplicateRule(
        kind=rule["kind"],
        fields=tuple(rule["fields"]),
        weight=int(rule["weight"]),
        threshold=int(rule.get("threshold", ALIKE)),
        warns=bool(rule.get("warns", True)),
    )


def _spelled(rule: DuplicateRule) -> dict[str, Any]:
    return {
        "kind": rule.kind,
        "fields": list(rule.fields),
        "weight": rule.weight,
        "threshold": rule.threshold,
        "warns": rule.warns,
    }
