"""All objects of one tenant, and everything that follows from their declarations.

``merge(standard, overlay)`` is a pure function: the declarations of the product and the changes of a tenant go in, and
what routes, forms, lists, search, import and OpenAPI ask for comes out, worked out once for each version of the
overlay. Its price is a few milliseconds a container and version; its gain is that no other module looks for the
indexed, unique or searched fields of an object, nor knows any object by name.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.engine.designing import applied
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import FieldType, as_stored
from chalicelib.engine.objects import (
    Features,
    Field,
    Label,
    Link,
    ObjectDef,
    Option,
    Overlay,
    Rules,
    Section,
    date_time,
    section,
    tags,
    user,
)
from chalicelib.kernel.errors import NotFound

FIRST_SLOT = 3
MOST_SLOTS = 4

OWNER = user(
    "owner", "Responsable", "Owner", indexed=True, system=True, aliases=("propietario", "contact owner", "ownerid")
)
TAGS = tags("tags", "Etiquetas", "Tags", aliases=("tag", "labels", "etiqueta", "contact tags"))
STAMPS = (
    date_time("created_at", "Creado", "Created", read_only=True, system=True),
    user("created_by", "Creado por", "Created by", read_only=True, system=True, hidden=True),
    date_time("updated_at", "Modificado", "Modified", read_only=True, indexed=True, system=True),
    user("updated_by", "Modificado por", "Modified by", read_only=True, system=True, hidden=True),
)
STAMP_NAMES = frozenset(stamp.name for stamp in STAMPS)
RESERVED = (
    frozenset({"id", "version", "tenant", "object", "links", "flags", "deleted_at", "derived", "origin", "writer"})
    | STAMP_NAMES
)


class UnknownObject(NotFound):
    """The tenant has no such object."""


@dataclass(frozen=True, slots=True)
class Inbound:
    """A relation seen from its other side: which records point here, and under what name."""

    name: str
    label: Label
    plural: str
    field: str


@dataclass(frozen=True, slots=True)
class Object:
    """One object of one tenant, with what follows from its declaration.

    Fields that were taken away, or are still being built, are written as if they were whole and read by nobody: so
    ``slotted`` (by place, None where a slot is free), ``unique``, ``searched``, ``tallied`` and ``sums`` say what a
    write keeps, and ``fields``, ``slots``, ``sortable`` and ``counted`` what a reader can use.
    """

    definition: ObjectDef
    fields: Mapping[str, Field]
    writable: Mapping[str, Field]
    required: tuple[Field, ...]
    defaults: tuple[Field, ...]
    slots: Mapping[str, int]
    slotted: tuple[Field | None, ...]
    sortable: tuple[str, ...]
    unique: tuple[Field, ...]
    links: tuple[Field, ...]
    composed: tuple[Field, ...]
    in_body: frozenset[str]
    searched: tuple[Field, ...]
    counted: tuple[Field, ...]
    tallied: tuple[Field, ...]
    sums: tuple[Field, ...]
    inbound: Mapping[str, Inbound]
    visible: frozenset[str]
    blank: Mapping[str, Any]
    blank_in_list: Mapping[str, Any]
    shaped: tuple[tuple[Field, FieldType], ...]
    being_built: tuple[Field, ...]
    derived: tuple[Field, ...] = ()
    spoken: tuple[Field, ...] = ()

    @property
    def name(self) -> str:
        """The singular name."""
        return self.definition.name

    @property
    def plural(self) -> str:
        """The name in routes and keys."""
        return self.definition.plural

    @property
    def name_field(self) -> str:
        """The field that names a record to people."""
        return self.definition.name_field

    @property
    def features(self) -> Features:
        """What the object can do."""
        return self.definition.features

    @property
    def rules(self) -> Rules:
        """What its domain adds."""
        return self.definition.rules

    @property
    def sections(self) -> tuple[Section, ...]:
        """The groups of its form; one of all fields where none is declared."""
        return self.definition.sections or (section("main", "Datos", "Details", *self.writable),)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its list."""
        declared = tuple(name for name in self.definition.columns if name in self.fields)
        return declared or (self.name_field, "updated_at")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The objects of one tenant at one version of its overlay; ``hidden`` are those it took away, by their plural."""

    version: int
    objects: Mapping[str, Object]
    plurals: Mapping[str, Object]
    picklists: Mapping[str, tuple[Option, ...]]
    hidden: Mapping[str, Object] = dataclasses.field(default_factory=dict)
    settings: Mapping[str, Mapping[str, Any]] = dataclasses.field(default_factory=dict)

    def __iter__(self) -> Iterator[Object]:
        return iter(self.objects.values())

    def object(self, name: str) -> Object:
        """Return an object by its singular name.

        :raises UnknownObject: when there is none.
        """
        if name not in self.objects:
            raise UnknownObject("There is no such object.")
        return self.objects[name]

    def of_plural(self, plural: str) -> Object:
        """Return an object by the name that routes use.

        :raises UnknownObject: when there is none.
        """
        if plural not in self.plurals:
            raise UnknownObject("There is no such object.")
        return self.plurals[plural]

    def stored(self, plural: str) -> Object:
        """Return an object whose records are in the store, though nobody may see them any more.

        :raises UnknownObject: when there is none.
        """
        return self.hidden.get(plural) or self.of_plural(plural)

    def target(self, field: Field) -> Object:
        """Return the object that a link leads to."""
        return self.object(linked(field).to)

    def option(self, field: Field, value: str) -> Option | None:
        """Return the option behind a stored choice, None when it was taken away since."""
        return next((option for option in field.options if option.value == value), None)


def linked(field: Field) -> Link:
    """Return the relation that a link field declares."""
    assert field.link is not None, f"{field.name} is no link"
    return field.link


def merge(standard: Sequence[ObjectDef], overlay: Overlay) -> Catalogue:
    """Return the catalogue of a tenant: the product's declarations with the tenant's changes."""
    definitions = applied.definitions(standard, overlay)
    live = {definition.name for definition in definitions if definition.deleted_at is None}
    inbound = _inbound(definitions, live)
    merged = [
        _object(definition, overlay, live, inbound.get(definition.name, _NONE_POINT_HERE)) for definition in definitions
    ]
    objects = {object.name: object for object in merged if object.definition.deleted_at is None}
    plurals = {object.plural: object for object in objects.values()}
    hidden = {object.plural: object for object in merged if object.definition.deleted_at is not None}
    return Catalogue(overlay.version, objects, plurals, overlay.picklists, hidden, overlay.settings)


_NONE_POINT_HERE: Mapping[str, Inbound] = {}


def _inbound(definitions: Sequence[ObjectDef], live: AbstractSet[str]) -> dict[str, dict[str, Inbound]]:
    found: dict[str, dict[str, Inbound]] = {}
    for definition in definitions:
        if definition.name not in live:
            continue
        for field in definition.fields:
            if field.link and _is_live(field, live):
                seen = Inbound(field.link.inverse, field.link.inverse_label, definition.plural, field.name)
                names = found.setdefault(field.link.to, {})
                assert seen.name not in names, f"two relations call {field.link.to}'s side {seen.name}"
                names[seen.name] = seen
    return found


def _is_live(field: Field, live: AbstractSet[str]) -> bool:
    """Return whether a field is there for its readers: not taken away, nor a link to an object that was."""
    return field.deleted_at is None and (field.link is None or field.link.to in live)


def _object(definition: ObjectDef, overlay: Overlay, live: AbstractSet[str], inbound: Mapping[str, Inbound]) -> Object:
    system = (*((OWNER,) if definition.features.owned else ()), *STAMPS)
    declared = (*definition.fields, *((TAGS,) if definition.features.tagged else ()))
    kept = [_opened(field, overlay) for field in declared]
    own = [_as_read(field) for field in kept if _is_live(field, live)]
    fields = {field.name: field for field in (*own, *system)}
    slots, slotted = _slots(definition, kept)
    if len(own) < len(kept):
        definition = replace(definition, fields=tuple(own), sections=_without_gone(definition.sections, fields))
    return Object(
        definition=definition,
        fields=fields,
        writable={name: field for name, field in fields.items() if not field.read_only},
        required=tuple(field for field in own if field.required),
        defaults=tuple(field for field in own if field.default is not None and not field.told),
        slots={"updated_at": 1, "owner": 2}
        | {name: slot for name, slot in slots.items() if name in fields and fields[name].indexed},
        slotted=slotted,
        sortable=tuple(name for name, field in fields.items() if field.indexed and not field.sparse),
        unique=tuple(field for field in kept if field.unique),
        links=tuple(field for field in own if field.link),
        composed=tuple(field for field in own if field.parts),
        in_body=frozenset(field.name for field in kept if field.in_body),
        searched=tuple(field for field in kept if field.searched),
        counted=tuple(field for field in own if field.counted),
        tallied=tuple(field for field in kept if field.counted),
        sums=tuple(field for field in kept if field.type == "money"),
        inbound=inbound,
        visible=frozenset(name for name, field in fields.items() if not field.hidden or field.system or field.said),
        blank={field.name: [] if field.multiple else None for field in own if not field.hidden},
        blank_in_list={
            field.name: [] if field.multiple else None for field in own if not (field.hidden or field.in_body)
        },
        shaped=tuple((field, kind) for field in own if (kind := registry.of(field)).present is not as_stored),
        being_built=tuple(field for field in kept if field.building),
        derived=tuple(field for field in own if field.result),
        spoken=tuple(field for field in own if field.said),
    )


def _slots(definition: ObjectDef, kept: Sequence[Field]) -> tuple[Mapping[str, int], tuple[Field | None, ...]]:
    """Return which slot each indexed field has. A tenant's keeps its own; the product's stand in their order."""
    indexed = [field for field in kept if field.indexed]
    if not indexed:
        return {}, ()
    standard = [field for field in indexed if field.slot is None]
    assert len(standard) <= MOST_SLOTS, f"{definition.name} has {len(standard)} indexed fields of {MOST_SLOTS}"
    places: dict[int, Field] = dict(enumerate(standard, FIRST_SLOT))
    for own in indexed:
        if own.slot is not None:
            places.setdefault(own.slot, own)
    slots = {field.name: slot for slot, field in places.items()}
    return slots, tuple(places.get(slot) for slot in range(FIRST_SLOT, max(places) + 1))


def _as_read(field: Field) -> Field:
    """Return a field without what is still being built."""
    unbuilt: dict[str, Any] = dict.fromkeys(field.building, False)
    return replace(field, building=(), **unbuilt) if field.building else field


def _without_gone(sections: Sequence[Section], fields: Mapping[str, Field]) -> tuple[Section, ...]:
    shown = (replace(each, fields=tuple(name for name in each.fields if name in fields)) for each in sections)
    return tuple(section for section in shown if section.fields)


def _opened(field: Field, overlay: Overlay) -> Field:
    """Return the field with the options that the tenant keeps for it."""
    return replace(field, options=overlay.picklists.get(field.picklist, ())) if field.picklist else field


_declared: list[ObjectDef] = []


def declare(objects: Sequence[ObjectDef]) -> None:
    """Make the product's objects known; the composition root calls it once."""
    _declared[:] = objects


def standard() -> Sequence[ObjectDef]:
    """Return the product's objects."""
    return _declared
