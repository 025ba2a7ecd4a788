"""A tenant's objects: declared, changed, taken away and brought back; and how the product's own are laid out.

An object of a tenant's is what a standard one is, a declaration, so the moment it is stored it has everything that
follows from one. Taking it away hides it and every link to it; its records stay for when it is brought back.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.engine.designing import changing, fields, soundness
from chalicelib.engine.designing.changing import Design
from chalicelib.engine.designing.faults import Faults
from chalicelib.engine.designing.fields import FieldInUse, NameTaken, Place
from chalicelib.engine.designing.properties import label
from chalicelib.engine.objects import Features, Field, Label, ObjectChange, ObjectDef, Overlay, Section
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput, NotFound

NAME = Field(
    "c_name", "text", Label("Nombre", "Name"), required=True, searched=True, indexed=True, max_length=200, custom=True
)
"""What names the records of an object that declares nothing else for it."""

USUAL_ICON = "box"
USUAL = {"importable": True, "activities": True, "owned": True, "tagged": True}
FEATURES = (*USUAL, "board_by", "board_sum")


def create(ctx: Context, *, given: Mapping[str, Any]) -> None:
    """Declare an object with its fields.

    :raises InvalidInput: naming everything that is wrong with it.
    :raises NameTaken: when something has one of its names already, perhaps taken away.
    """

    def design(overlay: Overlay) -> Design:
        faults = Faults()
        declared = _declared(given)
        _require_free(declared, overlay)
        after = _with(overlay, declared.plural, ObjectChange(declared=declared))
        named = {field["name"] for field in given.get("fields", ())}
        if declared.name_field == NAME.name and NAME.name not in named:
            after = _with_field(after, declared.plural, replace(NAME, slot=soundness.free_slot(None, faults)))
        for position, field in enumerate(given.get("fields", ())):
            after = _with_given(ctx, after, declared, field, position)
        after = _with_layout(after, declared.plural, given)
        _settle(ctx, after, declared.plural, faults)
        return Design(after, "object_added", {"plural": declared.plural})

    changing.commit(ctx, design)


def change(ctx: Context, *, plural: str, given: Mapping[str, Any], expected_version: int) -> None:
    """Change what an object is called, what it can do and how it is laid out; of the product's own, only the latter.

    :raises InvalidInput: naming everything that is wrong.
    """

    def design(overlay: Overlay) -> Design:
        faults = Faults()
        at = fields.place(overlay, plural)
        words = {name: value for name, value in given.items() if name not in ("sections", "columns")}
        after = overlay
        if words:
            declared = at.change.declared
            if declared is None:
                raise InvalidInput(
                    "This object belongs to the product; its sections and columns can be changed.",
                    errors=[FieldError(name, "fixed_by_product", "This belongs to the product.") for name in words],
                )
            after = _with(overlay, plural, replace(at.change, declared=_redeclared(declared, words)))
            _require_no_namesake(after.objects[plural].declared or declared, overlay)
        after = _with_layout(after, plural, given)
        _settle(ctx, after, plural, faults)
        told = changing.differences(_told(at), _told(fields.place(after, plural)))
        return Design(after, "object_changed", {"plural": plural}, told)

    changing.commit(ctx, design, expected_version=expected_version)


def remove(ctx: Context, *, plural: str, expected_version: int) -> None:
    """Take an object of the tenant's away with every link to it; its records stay.

    :raises FieldInUse: when it belongs to the product, or what is computed elsewhere needs it.
    """

    def design(overlay: Overlay) -> Design:
        at = fields.place(overlay, plural)
        if at.change.declared is None:
            raise FieldInUse("This object belongs to the product.", code="fixed_by_product")
        gone = replace(at.change.declared, deleted_at=clock.stamp(ctx.now))
        after = _with(overlay, plural, replace(at.change, declared=gone))
        _require_whole(ctx, after)
        return Design(after, "object_removed", {"plural": plural})

    changing.commit(ctx, design, expected_version=expected_version)


def restore(ctx: Context, *, plural: str, expected_version: int) -> None:
    """Bring an object back with its records; one that is there stays as it is.

    :raises NotFound: when there never was such an object.
    """

    def design(overlay: Overlay) -> Design:
        change = overlay.objects.get(plural)
        if change is None or change.declared is None:
            raise NotFound("There is no such object.")
        after = _with(overlay, plural, replace(change, declared=replace(change.declared, deleted_at=None)))
        _settle(ctx, after, plural, Faults())
        return Design(after, "object_restored", {"plural": plural})

    changing.commit(ctx, design, expected_version=expected_version)


def _declared(given: Mapping[str, Any]) -> ObjectDef:
    return ObjectDef(
        name=given["name"],
        plural=given["plural"],
        label=label(given["label"]),
        label_plural=label(given["label_plural"]),
        icon=given.get("icon") or USUAL_ICON,
        name_field=given.get("name_field") or NAME.name,
        fields=(),
        features=Features(**{**USUAL, **given.get("features", {})}),
        custom=True,
    )


def _redeclared(declared: ObjectDef, given: Mapping[str, Any]) -> ObjectDef:
    told: dict[str, Any] = {name: given[name] for name in ("icon", "name_field") if name in given}
    told |= {name: label(given[name]) for name in ("label", "label_plural") if name in given}
    if "features" in given:
        told["features"] = replace(declared.features, **given["features"])
    return replace(declared, **told)


def _require_free(declared: ObjectDef, overlay: Overlay) -> None:
    """Let an object pass whose names nobody has, an object that was taken away included."""
    for each in soundness.declared(overlay).values():
        if declared.plural == each.plural or declared.name == each.name:
            raise NameTaken(f"There is an object {each.plural}; bring it back if it was taken away.")
    _require_no_namesake(declared, overlay)


def _require_no_namesake(declared: ObjectDef, overlay: Overlay) -> None:
    """Let an object pass under whose name no activity has a field of its own: that is how one leads to it."""
    if not declared.features.activities:
        return
    for each in soundness.declared(overlay).values():
        change = overlay.objects.get(each.plural)
        if each.features.about and change and declared.name in change.fields:
            raise NameTaken(f"{each.plural} have a field {declared.name}; choose another name for the object.")


def _with(overlay: Overlay, plural: str, change: ObjectChange) -> Overlay:
    return replace(overlay, objects={**overlay.objects, plural: change})


def _with_field(overlay: Overlay, plural: str, field: Field) -> Overlay:
    change = overlay.objects[plural]
    return _with(overlay, plural, replace(change, fields={**change.fields, field.name: field}))


def _with_given(
    ctx: Context, overlay: Overlay, declared: ObjectDef, given: Mapping[str, Any], position: int
) -> Overlay:
    """Return the overlay with one more field of a new object; what names its records is demanded and found."""
    faults = Faults()
    change = overlay.objects[declared.plural]
    definition = soundness.declared(overlay)[declared.plural]
    if given["name"] in change.fields:
        raise InvalidInput.of(f"fields.{position}.name", "taken", "Name each field once.")
    field = fields.described(ctx, Place(overlay, declared.plural, definition, change), given, faults)
    if field.name == declared.name_field:
        field = replace(field, required=not field.read_only, searched=True)
    if faults.found:
        told = [FieldError(f"fields.{position}.{each.field}", each.code, each.message) for each in faults.found]
        raise InvalidInput("The design was refused.", errors=told)
    return _with_field(overlay, declared.plural, field)


def _with_layout(overlay: Overlay, plural: str, given: Mapping[str, Any]) -> Overlay:
    """Return the overlay with the sections and columns that are given; None brings the usual ones back."""
    told: dict[str, Any] = {}
    if "sections" in given:
        wanted = given["sections"]
        told["sections"] = None if wanted is None else tuple(map(_section, wanted))
    if "columns" in given:
        told["columns"] = None if given["columns"] is None else tuple(dict.fromkeys(given["columns"]))
    return _with(overlay, plural, replace(overlay.objects.get(plural, ObjectChange()), **told)) if told else overlay


def _section(said: Mapping[str, Any]) -> Section:
    return Section(said["name"], label(said["label"]), tuple(dict.fromkeys(said["fields"])))


def _settle(ctx: Context, overlay: Overlay, plural: str, faults: Faults) -> None:
    """Let an object pass that makes sense.

    :raises InvalidInput: when it does not.
    """
    soundness.check_limits(overlay, faults)
    faults.refuse()
    catalogue = soundness.merged(overlay)
    object = catalogue.of_plural(plural)
    soundness.check_object(ctx, object, faults)
    change = overlay.objects.get(plural, ObjectChange())
    for place, names in (
        ("columns", change.columns or ()),
        ("sections", [name for section in change.sections or () for name in section.fields]),
    ):
        for name in names:
            if name not in object.visible:
                faults.add(place, "unknown_field", f"There is no field {name}.")
    faults.refuse()


def _require_whole(ctx: Context, overlay: Overlay) -> None:
    """Let a catalogue pass in which nothing refers to what has just gone."""
    faults = Faults()
    catalogue = soundness.merged(overlay)
    for object in catalogue:
        soundness.check_object(ctx, object, faults)
    if faults.found:
        raise FieldInUse(f"{faults.found[0].message} Change that first.")


def _told(at: Place) -> dict[str, Any]:
    declared = at.definition
    features = {name: getattr(declared.features, name) for name in FEATURES}
    sections = [
        {"name": each.name, "label": each.label.both(), "fields": list(each.fields)} for each in declared.sections
    ]
    return {
        "label": declared.label.both(),
        "label_plural": declared.label_plural.both(),
        "icon": declared.icon,
        "name_field": declared.name_field,
        "columns": list(declared.columns),
        "sections": sections,
        **features,
    }
