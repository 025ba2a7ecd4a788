"""The product's declarations with a tenant's changes: data of one shape, whoever declared it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from chalicelib.engine.objects import Field, Label, Link, ObjectChange, ObjectDef, Option, Overlay, Section

CUSTOM_SECTION = "custom"


def definitions(standard: Sequence[ObjectDef], overlay: Overlay) -> tuple[ObjectDef, ...]:
    """Return the declarations of a tenant's objects, taken away ones and their fields included."""
    declared = [*standard, *(change.declared for change in overlay.objects.values() if change.declared)]
    changed = [_changed(each, overlay.objects.get(each.plural)) for each in declared]
    subjects = [each for each in changed if each.custom and each.features.activities]
    return tuple(_about(each, subjects) if subjects and each.features.about else each for each in changed)


def overridden(field: Field, properties: Mapping[str, Any]) -> Field:
    """Return a field of the product with the properties that a tenant gave it."""
    changed = {name: value for name, value in properties.items() if name != "options"}
    if "options" in properties:
        changed["options"] = _options(field.options, properties["options"])
    return replace(field, **changed)


def _options(own: Sequence[Option], wanted: Sequence[Option]) -> tuple[Option, ...]:
    """Return the tenant's options in its order; what the product knows of one of its own stays with it."""
    known = {option.value: option for option in own}
    merged = [replace(option, more=known[option.value].more) if option.value in known else option for option in wanted]
    named = {option.value for option in wanted}
    return (*merged, *(option for option in own if option.value not in named))


def _changed(definition: ObjectDef, change: ObjectChange | None) -> ObjectDef:
    if change is None:
        return definition
    fields = tuple(
        overridden(field, change.overrides[field.name]) if field.name in change.overrides else field
        for field in definition.fields
    )
    sections = definition.sections if change.sections is None else change.sections
    return replace(
        definition,
        fields=(*fields, *change.fields.values()),
        sections=_with_rest(sections, change.fields.values()),
        columns=definition.columns if change.columns is None else change.columns,
    )


def _with_rest(sections: Sequence[Section], fields: Iterable[Field]) -> tuple[Section, ...]:
    """Return the sections with one more for the tenant's fields that stand in none."""
    placed = {name for section in sections for name in section.fields}
    rest = tuple(field.name for field in fields if field.name not in placed)
    if not sections or not rest:
        return tuple(sections)
    return (*sections, Section(CUSTOM_SECTION, Label("Campos propios", "Custom fields"), rest))


@lru_cache(maxsize=4_096)
def _link(subject: str, label: Label, plural: str, label_plural: Label) -> Field:
    """Return the link by which activities lead to a subject; there are many, and a merge makes the same ones again."""
    return Field(subject, "link", label, link=Link(subject, plural, label_plural), custom=True)


def _about(definition: ObjectDef, subjects: Sequence[ObjectDef]) -> ObjectDef:
    """Return an activity that can be about the tenant's own objects too: one link to each."""
    links = tuple(
        _link(subject.name, subject.label, definition.plural, definition.label_plural) for subject in subjects
    )
    names = tuple(link.name for link in links)
    sections = tuple(
        replace(section, fields=(*section.fields, *names)) if section.name == definition.features.about else section
        for section in definition.sections
    )
    return replace(definition, fields=(*definition.fields, *links), sections=sections)
