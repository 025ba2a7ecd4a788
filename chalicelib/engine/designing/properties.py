"""The properties of a field as an administrator says them, read into a declaration.

What a field may say depends on its type, and the type's own module lists it; so this module knows properties and no
types. Every fault is noted beside its property, so that a form can show all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.engine.designing.faults import Faults
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import FieldType, Refusal
from chalicelib.engine.objects import Field, Label, Option
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import tokens

ANY_FIELD = ("label", "help", "required", "visible_when")
FLAGS = ("unique", "indexed", "searched", "counted")
MOST_OPTIONS = 200
BEST_RATING = 10
LONGEST_KEY = 60

USUAL: Mapping[str, Mapping[str, Any]] = {
    "text": {"max_length": 200},
    "url": {"max_length": 2_048},
    "long_text": {"max_length": 50_000, "in_body": True},
    "rich_text": {"max_length": 50_000, "in_body": True},
    "integer": {"decimals": 0},
    "percent": {"min": 0, "max": 100, "unit": "%"},
    "rating": {"max": 5},
    "email": {"multiple": True},
    "phone": {"multiple": True},
    "multi_choice": {"multiple": True},
    "person_name": {"read_only": True},
}
"""What a new field of a type is unless it says otherwise."""


def blank(name: str, type: str, label: Label) -> Field:
    """Return a new field of a type, before it says anything of itself."""
    return Field(name, type, label, custom=True, **USUAL.get(type, {}))


def described(ctx: Context, field: Field, given: Mapping[str, Any], faults: Faults) -> dict[str, Any]:
    """Return the properties that ``given`` changes in a field, noting what it cannot take; None clears one."""
    kind = registry.TYPES[field.type]
    known = {*ANY_FIELD, *kind.properties, *(("sparse",) if "indexed" in kind.properties else ())}
    changed: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            faults.add(name, "not_of_this_type", f"A field of type {field.type} has no {name}.")
        elif name == "options":
            changed[name] = _options(field, value or (), faults)
        elif name in READERS:
            changed[name] = READERS[name](value)
        else:
            changed[name] = _usual(field, name) if value is None else value
    after = replace(field, **{name: value for name, value in changed.items() if name != "default"})
    _check(after, kind, faults)
    if given.get("default") is not None:
        changed["default"] = _default(ctx, after, given["default"], faults)
    elif after.default is not None and "default" not in given and "options" in given:
        _default(ctx, after, after.default, faults)
    return changed


def _usual(field: Field, name: str) -> Any:
    return getattr(Field(field.name, field.type, field.label, **USUAL.get(field.type, {})), name)


def _default(ctx: Context, field: Field, raw: Any, faults: Faults) -> Any:
    """Return a default value as records keep it."""
    if field.unique:
        faults.add("default", "not_unique", "What must be unique cannot be the same in every new record.")
    try:
        return registry.of(field).parse(field, raw, ctx)
    except Refusal as refusal:
        faults.add(f"default.{refusal.at}".rstrip("."), refusal.code, refusal.message)
        return None


def _check(field: Field, kind: FieldType, faults: Faults) -> None:
    if kind.longest and field.max_length is not None and field.max_length > kind.longest:
        faults.add("max_length", "too_large", f"Use at most {kind.longest}.")
    if field.min is not None and field.max is not None and field.min > field.max:
        faults.add("max", "too_small", "The largest value lies below the smallest.")
    if field.type == "rating" and not 2 <= (field.max or 0) <= BEST_RATING:
        faults.add("max", "not_a_scale", f"A scale ends between 2 and {BEST_RATING}.")
    if "options" in kind.properties and not field.options and not field.picklist:
        faults.add("options", "required", "Name at least one option.")
    if field.sparse and not field.indexed:
        faults.add("sparse", "not_indexed", "Only an index can be sparse.")
    if "parts" in kind.properties and len(field.parts) < 2:
        faults.add("parts", "required", "Name the fields of which the name is made, two or more.")


def label(said: Mapping[str, str]) -> Label:
    """Return what a thing is called."""
    return Label(said["es"].strip(), said["en"].strip())


READERS: Mapping[str, Callable[[Any], Any]] = {
    "label": label,
    "help": lambda said: label(said) if said else None,
    "multiple": bool,
    "parts": lambda names: tuple(dict.fromkeys(names or ())),
}


def _options(field: Field, given: Sequence[Mapping[str, Any]], faults: Faults) -> tuple[Option, ...]:
    """Return the options in their order; one without a value gets it from its label."""
    if len(given) > MOST_OPTIONS:
        faults.add("options", "too_many", f"A field has at most {MOST_OPTIONS} options.")
        return field.options
    taken = {option["value"] for option in given if option.get("value")}
    options: list[Option] = []
    for position, option in enumerate(given):
        value = option.get("value") or _free_key(option["label"]["es"], taken)
        if value in {known.value for known in options}:
            faults.add(f"options.{position}.value", "taken", f"Another option has the value {value}.")
        taken.add(value)
        told = label(option["label"])
        options.append(Option(value, told, option.get("color"), {}, option.get("hidden", False)))
    if options and all(option.hidden for option in options):
        faults.add("options", "all_hidden", "Leave at least one option to choose.")
    return tuple(options)


def _free_key(text: str, taken: set[str]) -> str:
    base = "_".join(tokens(text))[: LONGEST_KEY - 4].encode("ascii", "ignore").decode().strip("_") or "option"
    return next(key for n in range(1, MOST_OPTIONS + 2) if (key := base if n == 1 else f"{base}_{n}") not in taken)
