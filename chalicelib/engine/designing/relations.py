"""The links that a tenant adds: where they lead, and the name under which the other side sees them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.engine.designing import names, soundness
from chalicelib.engine.designing.faults import Faults
from chalicelib.engine.designing.properties import label
from chalicelib.engine.objects import Field, Label, Link, ObjectDef, Overlay

LONGEST_INVERSE = 80


def linked(field: Field, given: Mapping[str, Any] | None, overlay: Overlay, here: ObjectDef, faults: Faults) -> Field:
    """Return a new link to the object that ``given`` names; its inverse is unlike every other name over there."""
    known = soundness.declared(overlay)
    target = known.get(given["to"]) if given else None
    if given is None or target is None or target.deleted_at:
        faults.add("link.to", "unknown_object", "Name the object to which the field leads, by its plural.")
        return field
    taken = _names_at(target, known)
    name = given.get("inverse")
    if name is None:
        base = f"{names.PREFIX}{here.plural.removeprefix(names.PREFIX)}"[: LONGEST_INVERSE - 4]
        name = next(each for n in range(1, 1_000) if (each := base if n == 1 else f"{base}_{n}") not in taken)
    elif name in taken:
        faults.add("link.inverse", "taken", f"{target.plural} have something called {name} already.")
    shown = given.get("inverse_label")
    seen_as = label(shown) if shown else here.label_plural
    return replace(field, link=Link(target.name, name, seen_as))


def relabelled(field: Field, given: Mapping[str, Any] | None, faults: Faults) -> Field:
    """Return a link that the other side calls otherwise; where it leads stays."""
    assert field.link is not None, f"{field.name} is no link"
    moved = set(given or ()) - {"inverse_label"}
    if given is None or moved:
        faults.add("link", "fixed", "A link keeps leading where it leads: add another field, and take this one away.")
        return field
    said = given.get("inverse_label")
    inverse_label: Label = label(said) if said else field.link.inverse_label
    return replace(field, link=replace(field.link, inverse_label=inverse_label))


def _names_at(target: ObjectDef, known: Mapping[str, ObjectDef]) -> set[str]:
    """Return the names of an object's fields and of all that points to it, also by what was taken away."""
    inverses = {
        field.link.inverse
        for definition in known.values()
        for field in definition.fields
        if field.link and field.link.to == target.name
    }
    return {field.name for field in target.fields} | inverses
