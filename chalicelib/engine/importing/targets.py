"""Where a column lands: the vocabulary of a mapping, and its form on the wire."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields.address import PARTS
from chalicelib.engine.sheet_columns import CURRENCY, LABEL
from chalicelib.kernel.errors import FieldError, InvalidInput


@dataclass(frozen=True, slots=True)
class Target:
    """A field of an object. ``part`` names a part of an address, or ``label`` when the column only labels another;
    ``label`` is what the header itself says of a channel, and ``label_column`` the column that says it row by row."""

    object: str
    field: str
    part: str | None = None
    label: str | None = None
    label_column: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the target as it travels, without what it does not say."""
        said = {"part": self.part, "label": self.label, "label_column": self.label_column}
        return {"object": self.object, "field": self.field} | {
            name: value for name, value in said.items() if value is not None
        }

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> "Target":
        """Return the target that travelled."""
        column = given.get("label_column")
        return cls(
            given["object"],
            given["field"],
            given.get("part"),
            given.get("label"),
            None if column is None else int(column),
        )


@dataclass(frozen=True, slots=True)
class Match:
    """How a row finds the record that it is about: by the first of these fields that it fills."""

    object: str
    fields: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the match key as it travels; ``field`` is the first."""
        return {"object": self.object, "field": next(iter(self.fields), None), "fields": list(self.fields)}

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> "Match":
        """Return the match key that travelled."""
        fields = given.get("fields") or ([given["field"]] if given.get("field") else [])
        return cls(given["object"], tuple(fields))


Targets = Mapping[int, Target]
"""The mapped columns of a file, by position."""


def family(catalogue: Catalogue, main: Object) -> dict[str, Object]:
    """Return the objects that one row may speak of, by plural: the main one first, then those it can be linked to."""
    related = [catalogue.target(field) for field in main.links if not field.read_only]
    related += [
        catalogue.of_plural(seen.plural)
        for seen in main.inbound.values()
        if _is_writable(catalogue, seen.plural, seen.field)
    ]
    importable = [object for object in related if object.features.importable]
    return {object.plural: object for object in (main, *importable)}


def _is_writable(catalogue: Catalogue, plural: str, field: str) -> bool:
    return not catalogue.of_plural(plural).fields[field].read_only


def checked(
    catalogue: Catalogue, main: Object, given: Sequence[Mapping[str, Any]], *, columns: int
) -> dict[int, Target]:
    """Return the mapping that a person sent.

    :raises InvalidInput: naming each entry that maps to nothing we have, or to a place already taken.
    """
    objects = family(catalogue, main)
    targets: dict[int, Target] = {}
    taken: set[tuple[str, str, str | None]] = set()
    errors = []
    for position, entry in enumerate(given):
        problem = _problem(entry, objects, targets, taken, columns)
        if problem:
            errors.append(FieldError(f"mapping.{position}", *problem))
        elif entry.get("target"):
            target = _through_links(catalogue, objects, Target.from_dict(entry["target"]))
            targets[entry["column"]] = target
            taken.add((target.object, target.field, target.part))
    if errors:
        raise InvalidInput("Some columns are mapped to places that do not exist.", errors=errors)
    return targets


def _through_links(catalogue: Catalogue, objects: Mapping[str, Object], target: Target) -> Target:
    """A link is filled by naming the record behind it."""
    field = objects[target.object].fields[target.field]
    if field.link is None:
        return target
    linked = catalogue.target(field)
    return Target(linked.plural, linked.name_field)


def _problem(
    entry: Mapping[str, Any],
    objects: Mapping[str, Object],
    targets: Targets,
    taken: set[tuple[str, str, str | None]],
    columns: int,
) -> tuple[str, str] | None:
    column, target = entry.get("column"), entry.get("target")
    if not isinstance(column, int) or isinstance(column, bool) or not 0 <= column < columns or column in targets:
        return "unknown_column", f"Name each column once, from 0 to {columns - 1}."
    if target is None:
        return None
    if not isinstance(target, Mapping) or target.get("object") not in objects:
        return "unknown_object", f"Choose one of {', '.join(objects)}."
    field = accepted(objects[target["object"]], str(target.get("field")))
    if field is None:
        return "unknown_field", "That object has no such field to write."
    part = target.get("part")
    if part is not None and part not in {"address": PARTS, "money": (CURRENCY,)}.get(field, (LABEL,)):
        return "unknown_part", f"Choose one of {', '.join(PARTS)}."
    label_column = target.get("label_column")
    if label_column is not None and not (isinstance(label_column, int) and 0 <= label_column < columns):
        return "unknown_column", "The column of labels does not exist."
    place = (target["object"], str(target["field"]), part)
    if place in taken and field not in JOINED:
        return "repeated_target", "Two columns cannot fill the same field."
    return None


JOINED = frozenset({"text", "long_text", "email", "phone", "address", "multi_choice", "link"})
"""Types that several columns may fill together: texts are joined, channels stand side by side."""


def accepted(object: Object, name: str) -> str | None:
    """Return the type of a field that a file may fill, None when it may not."""
    field = object.fields.get(name)
    if field is None or field.type == "lines" or (field.link and field.link.to == object.name):
        return None
    if field.read_only and not field.parts:
        return None
    return field.type
