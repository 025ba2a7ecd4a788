"""A tenant's fields: added, changed, taken away and brought back, and other properties of the product's own.

A field's values stay where they are whatever happens to its declaration: taking a field away hides it, and renaming it
changes one small row. What records keep beside their values - places in an index, claims, words, counts - follows by
a job when records exist already; until it is done the field is written so and not yet read so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.engine.derived import definitions
from chalicelib.engine.designing import changing, parts, properties, refitting, relations, soundness
from chalicelib.engine.designing.changing import Design
from chalicelib.engine.designing.faults import Faults
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field, ObjectChange, ObjectDef, Overlay, Rollup
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound

FIXED = {
    "type": "A type stays: add a field of the other type, copy the values into it, and take this one away.",
    "name": "A name stays, so that programs find it; change the label.",
    "multiple": "Whether there may be several stays: add another field, and take this one away.",
    "zoned": "Whether a time has a zone stays: add another field, and take this one away.",
    "parts": "The parts of a name stay: add another field, and take this one away.",
}
COMPUTED = ("formula", "rollup", "result")


class NameTaken(Conflict):
    """There is something of that name already, perhaps taken away."""

    code = "name_taken"


class UnknownField(NotFound):
    """The object has no such field."""


class StillBuilding(Conflict):
    """The field is still being built; wait until that is done."""

    code = "still_building"


class FieldInUse(Conflict):
    """Something else of the catalogue needs the field."""

    code = "field_in_use"


@dataclass(frozen=True, slots=True)
class Place:
    """The object at which a change happens: its declaration, with what was taken away, and what the tenant changed."""

    overlay: Overlay
    plural: str
    definition: ObjectDef
    change: ObjectChange

    def with_field(self, field: Field) -> Overlay:
        """Return the overlay with a field of the tenant's."""
        return self._with(replace(self.change, fields={**self.change.fields, field.name: field}))

    def with_override(self, name: str, told: Mapping[str, Any]) -> Overlay:
        """Return the overlay with other properties of a field of the product."""
        return self._with(replace(self.change, overrides={**self.change.overrides, name: told}))

    def _with(self, change: ObjectChange) -> Overlay:
        return replace(self.overlay, objects={**self.overlay.objects, self.plural: change})


def place(overlay: Overlay, plural: str) -> Place:
    """Return the object of that plural.

    :raises UnknownObject: when there is none.
    """
    soundness.merged(overlay).of_plural(plural)
    known = soundness.declared(overlay)
    return Place(overlay, plural, known[plural], overlay.objects.get(plural, ObjectChange()))


def add(ctx: Context, *, plural: str, given: Mapping[str, Any], expected_version: int | None = None) -> None:
    """Add a field of the tenant's to an object.

    :raises InvalidInput: naming everything that is wrong with it.
    :raises NameTaken: when there is a field of that name, perhaps taken away.
    """

    def design(overlay: Overlay) -> Design:
        faults = Faults()
        at = place(overlay, plural)
        if given["name"] in {field.name for field in at.definition.fields}:
            raise NameTaken("There is a field of that name; bring it back if it was taken away.")
        field = described(ctx, at, given, faults)
        work = refitting.wanted(ctx, plural, before=None, after=field)
        after = at.with_field(replace(field, building=work.building))
        _settle(ctx, after, plural, faults)
        told = changing.differences({}, parts.field_item(field))
        return Design(after, "field_added", {"plural": plural, "field": field.name}, told, work.job)

    changing.commit(ctx, design, expected_version=expected_version)


def change(ctx: Context, *, plural: str, name: str, given: Mapping[str, Any], expected_version: int) -> None:
    """Change properties of a field; None puts one back to what it was before anybody set it.

    :raises InvalidInput: naming everything that is wrong.
    :raises UnknownField: when the object has no such field.
    """

    def design(overlay: Overlay) -> Design:
        faults = Faults()
        at = place(overlay, plural)
        before = _live(at, name)
        if before.building and any(given.get(flag) for flag in properties.FLAGS):
            raise StillBuilding(f"{name} is still being built; wait until that is done, or take back what is not.")
        sent = _without_fixed(before, given, faults)
        redescribed = _redescribed if name in at.change.fields else _overridden
        after, write = redescribed(ctx, at, before, sent, faults)
        faults.refuse()
        if after.unique and not before.unique:
            refitting.require_no_doubles(ctx, soundness.merged(overlay).of_plural(plural), before)
        work = refitting.wanted(ctx, plural, before=before, after=after)
        left = tuple(flag for flag in before.building if getattr(after, flag))
        changed = write(replace(after, building=(*left, *work.building)))
        _settle(ctx, changed, plural, faults)
        told = changing.differences(parts.field_item(before), parts.field_item(after))
        return Design(changed, "field_changed", {"plural": plural, "field": name}, told, work.job)

    changing.commit(ctx, design, expected_version=expected_version)


def remove(ctx: Context, *, plural: str, name: str, expected_version: int) -> None:
    """Take a field of the tenant's away; its values stay, and it can be brought back.

    :raises FieldInUse: when a rule, a formula or a name needs it.
    """

    def design(overlay: Overlay) -> Design:
        at = place(overlay, plural)
        field = _live(at, name)
        if name not in at.change.fields:
            raise _not_theirs()
        _require_unused(soundness.merged(overlay).of_plural(plural), overlay, name)
        gone = replace(field, deleted_at=clock.stamp(ctx.now))
        return Design(at.with_field(gone), "field_removed", {"plural": plural, "field": name})

    changing.commit(ctx, design, expected_version=expected_version)


def restore(ctx: Context, *, plural: str, name: str, expected_version: int) -> None:
    """Bring a field back with all its values; one that is there stays as it is.

    :raises UnknownField: when there never was such a field.
    """

    def design(overlay: Overlay) -> Design:
        at = place(overlay, plural)
        field = at.change.fields.get(name)
        if field is None:
            raise UnknownField("There is no such field.")
        back = replace(field, deleted_at=None)
        after = at.with_field(back)
        _settle(ctx, after, plural, Faults())
        work = refitting.wanted(ctx, plural, before=None, after=back) if back.result else refitting.Wanted()
        return Design(after, "field_restored", {"plural": plural, "field": name}, work=work.job)

    changing.commit(ctx, design, expected_version=expected_version)


def described(ctx: Context, at: Place, given: Mapping[str, Any], faults: Faults) -> Field:
    """Return a new field as ``given`` describes it."""
    kind = registry.TYPES.get(given["type"])
    if kind is None or not kind.designable:
        types = ", ".join(sorted(kind.name for kind in registry.TYPES.values() if kind.designable))
        raise InvalidInput.of("type", "unknown_type", f"Choose one of: {types}.")
    field = properties.blank(given["name"], kind.name, properties.label(given["label"]))
    sent = {name: value for name, value in given.items() if name not in ("name", "type")}
    if "link" in kind.properties:
        field = relations.linked(field, sent.pop("link", None), at.overlay, at.definition, faults)
    if kind.name in COMPUTED:
        return _computed(ctx, at, field, sent, faults)
    field = replace(field, **properties.described(ctx, field, sent, faults))
    return _placed(at, field, faults) if field.indexed else field


def _redescribed(
    ctx: Context, at: Place, before: Field, sent: dict[str, Any], faults: Faults
) -> tuple[Field, Callable[[Field], Overlay]]:
    """Return a field of the tenant's with other properties, and how it is kept."""
    if before.type in COMPUTED:
        return _computed(ctx, at, before, sent, faults), at.with_field
    field = relations.relabelled(before, sent.pop("link"), faults) if "link" in sent and before.link else before
    after = replace(field, **properties.described(ctx, field, sent, faults))
    return _flagged(at, before, after, faults), at.with_field


def _overridden(
    ctx: Context, at: Place, before: Field, sent: dict[str, Any], faults: Faults
) -> tuple[Field, Callable[[Field], Overlay]]:
    """Return a field of the product with other properties, and how they are kept beside the product's own."""
    product = next(field for field in _product(at).fields if field.name == before.name)
    own = {name: value for name, value in sent.items() if value is not None}
    told = properties.described(ctx, product, own, faults)
    for name in told:
        if name not in (*properties.ANY_FIELD, "options", "default", "sparse", *properties.FLAGS):
            faults.add(name, "fixed_by_product", "This belongs to the product; only its words can be changed.")
        elif (name == "required" or name in properties.FLAGS) and getattr(product, name) and not told[name]:
            faults.add(name, "fixed_by_product", "The product relies on this.")
    if "options" in told and product.picklist:
        faults.add("options", "kept_elsewhere", "Change these where they are kept.")
    told = {**at.change.overrides.get(before.name, {}), **told}
    told = {name: value for name, value in told.items() if sent.get(name, value) is not None}
    after = _flagged(at, before, replace(product, **told), faults)
    kept = {name: getattr(after, name) for name in ("slot", "claimed_as") if getattr(after, name) is not None}
    marks = {name: value for name, value in told.items() if name not in ("slot", "claimed_as", "building")}

    def write(field: Field) -> Overlay:
        building = {"building": field.building} if field.building else {}
        return at.with_override(field.name, {**marks, **kept, **building})

    return after, write


def _flagged(at: Place, before: Field, after: Field, faults: Faults) -> Field:
    """Return the field with its own index and its own claims, where it has just got or lost them."""
    if after.unique and not before.unique:
        after = replace(after, claimed_as=f"{after.name}@{at.overlay.version + 1}")
    if after.indexed and not before.indexed:
        return _placed(at, after, faults)
    return after if after.indexed else replace(after, slot=None)


def _placed(at: Place, field: Field, faults: Faults) -> Field:
    object = soundness.merged(at.overlay).plurals.get(at.plural)
    return replace(field, slot=soundness.free_slot(object, faults))


def _computed(ctx: Context, at: Place, field: Field, sent: Mapping[str, Any], faults: Faults) -> Field:
    """Return a field that is computed, with the type of its result."""
    given = {name: value for name, value in sent.items() if name not in COMPUTED}
    field = replace(field, **properties.described(ctx, field, given, faults))
    if "formula" in sent:
        field = replace(field, formula=sent["formula"], result=None)
    if "rollup" in sent:
        field = replace(field, rollup=Rollup(**sent["rollup"]), result=None)
    if "result" in sent:
        field = replace(field, result=sent["result"])
    catalogue = soundness.merged(at.overlay)
    return definitions.settled(ctx, catalogue, catalogue.of_plural(at.plural), field)


def _live(at: Place, name: str) -> Field:
    field = next((field for field in at.definition.fields if field.name == name), None)
    if field is None or field.deleted_at or field.hidden:
        raise UnknownField("There is no such field.")
    if field.custom and name not in at.change.fields:
        raise _not_theirs()
    return field


def _not_theirs() -> FieldInUse:
    return FieldInUse("This field belongs to the product or to another object.", code="fixed_by_product")


def _product(at: Place) -> ObjectDef:
    return soundness.standard(at.plural)


def _without_fixed(before: Field, given: Mapping[str, Any], faults: Faults) -> dict[str, Any]:
    """Return what may change at all; a fixed property may be sent as it is."""
    for name, message in FIXED.items():
        if name in given and given[name] != getattr(before, name):
            faults.add(name, "fixed", message)
    return {name: value for name, value in given.items() if name not in FIXED}


def _require_unused(object: Any, overlay: Overlay, name: str) -> None:
    catalogue = soundness.merged(overlay)
    users = [
        *definitions.users(catalogue, object, name),
        *(field.name for field in object.fields.values() if name in soundness.asked(field.visible_when)),
        *(field.name for field in object.composed if name in field.parts),
        *([f"the name of {object.plural}"] if object.name_field == name else []),
        *([f"the board of {object.plural}"] if name in (object.features.board_by, object.features.board_sum) else []),
    ]
    if users:
        raise FieldInUse(f"{', '.join(users[:5])} would be without it; change that first.")


def _settle(ctx: Context, overlay: Overlay, plural: str, faults: Faults) -> None:
    """Let an overlay pass that makes sense.

    :raises InvalidInput: when it does not.
    """
    soundness.check_limits(overlay, faults)
    faults.refuse()
    catalogue = soundness.merged(overlay)
    soundness.check_object(ctx, catalogue.of_plural(plural), faults)
    faults.refuse()
