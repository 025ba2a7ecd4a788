"""A role: how far each action reaches on each object, and which fields it may read and write.

A role is data. ``*`` stands for every object that the role does not name, those that are added later included, and
``*managed`` for those that a firm agrees on together, such as its pipelines. Four roles are declared here; a firm
overrides them and adds its own (``roles/stored.py``), except the administrator's, so that nobody is ever locked out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from chalicelib.engine.catalogue import Object
from chalicelib.engine.derived import values
from chalicelib.engine.objects import Label

Action = Literal["read", "create", "update", "delete", "export"]
Extent = Literal["none", "own", "team", "all"]
Rights = Mapping[Action, Extent]

ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
EXTENTS: Final[tuple[Extent, ...]] = get_args(Extent)
ANY_OBJECT: Final = "*"
MANAGED_OBJECT: Final = "*managed"
ADMIN: Final = "admin"

EVERYTHING: Final[Rights] = {"read": "all", "create": "all", "update": "all", "delete": "all", "export": "all"}
READING: Final[Rights] = {"read": "all", "create": "none", "update": "none", "delete": "none", "export": "none"}
OWN_WORK: Final[Rights] = {"read": "all", "create": "all", "update": "own", "delete": "own", "export": "none"}
NOTHING: Final[Rights] = {"read": "none", "create": "none", "update": "none", "delete": "none", "export": "none"}


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What a role may do with one field; what it may not read it may not write either."""

    read: bool = True
    write: bool = True


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody may do. ``objects`` always holds ``*``; ``fields`` holds only what a role is denied."""

    key: str
    label: Label
    objects: Mapping[str, Rights]
    fields: Mapping[str, Mapping[str, FieldRule]] = field(default_factory=dict)

    def rights(self, object: Object) -> Rights:
        """Return how far each action reaches on an object."""
        return self.rights_to(object.plural, managed=object.features.managed)

    def rights_to(self, plural: str, *, managed: bool) -> Rights:
        """Return how far each action reaches on what is called so; ``managed`` if a firm agrees on it together."""
        named = self.objects.get(plural)
        if named is None and managed:
            named = self.objects.get(MANAGED_OBJECT)
        return named if named is not None else self.objects[ANY_OBJECT]

    def readable(self, object: Object) -> frozenset[str]:
        """Return the fields of an object that the role may read."""
        rules = self.fields.get(object.plural)
        if not rules:
            return object.visible
        return values.telling(object, object.visible.difference(name for name in rules if not rules[name].read))

    def writable(self, object: Object) -> frozenset[str]:
        """Return the fields of an object that the role may write, were they not kept by the system."""
        rules = self.fields.get(object.plural)
        own = frozenset(object.writable)
        return own.difference(name for name in rules if not (rules[name].read and rules[name].write)) if rules else own


def _standard(key: str, es: str, en: str, rights: Rights, *, managed: Rights | None = None) -> Role:
    return Role(key, Label(es, en), {ANY_OBJECT: rights} | ({MANAGED_OBJECT: managed} if managed else {}))


STANDARD: Final[Mapping[str, Role]] = {
    role.key: role
    for role in (
        _standard(ADMIN, "Administración", "Administrator", EVERYTHING),
        _standard("manager", "Dirección", "Manager", EVERYTHING),
        _standard("rep", "Comercial", "Representative", OWN_WORK, managed=READING),
        _standard("viewer", "Consulta", "Viewer", READING),
    )
}
NOBODY: Final = Role("", Label("Nadie", "Nobody"), {ANY_OBJECT: NOTHING})
"""Whoever has a role that the firm no longer knows."""
