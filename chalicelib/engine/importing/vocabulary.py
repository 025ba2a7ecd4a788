"""What a header may mean, told by the catalogue: every object brings its own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chalicelib.engine.catalogue import Object
from chalicelib.engine.importing import aliases
from chalicelib.engine.importing.headers import grouped, words
from chalicelib.engine.importing.targets import Target, accepted
from chalicelib.engine.objects import Field
from chalicelib.engine.sheet_columns import ID, LABEL, header, parts_of

CERTAIN, KNOWN, LIKELY, POSSIBLE = 1.0, 0.95, 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a header may mean, and how sure that is. ``group`` tells addresses of one file apart."""

    target: Target
    confidence: float
    group: str = ""
    joins: bool = False


_WAYS = ((True, "es"), (False, "es"), (False, "en"))
Phrases = Mapping[str, Sequence[Meaning]]


def of_object(object: Object) -> Phrases:
    """Return every phrase that means a field of the object."""
    phrases: dict[str, list[Meaning]] = {}
    seen_types: set[str] = set()
    for field in object.fields.values():
        if accepted(object, field.name) is None or (field.hidden and not field.said) or field.link:
            continue
        for phrase, meaning in _of_field(object, field, is_first=field.type not in seen_types):
            phrases.setdefault(phrase, []).append(meaning)
        seen_types.add(field.type)
    return phrases


def _of_field(object: Object, field: Field, *, is_first: bool) -> Iterator[tuple[str, Meaning]]:
    target = Target(object.plural, field.name)
    if is_first:
        yield from _of_type(target, field)
    sure = POSSIBLE if field.parts else CERTAIN
    for phrase in {words(field.name), words(field.label.es), words(field.label.en), *map(words, field.aliases)}:
        yield phrase, Meaning(target, sure)
    yield from _of_parts(target, field)
    for phrase in aliases.FIELDS.get(field.name, ()):
        yield phrase, Meaning(target, min(sure, KNOWN))
    if field.name == object.name_field and not field.parts:
        for phrase in aliases.TITLES:
            yield phrase, Meaning(target, LIKELY)
    for phrase in {"first_name": aliases.FIRST_AND_MIDDLE, "last_name": aliases.SECOND_SURNAME}.get(field.name, ()):
        yield phrase, Meaning(target, LIKELY, joins=True)


def _of_parts(target: Target, field: Field) -> Iterator[tuple[str, Meaning]]:
    """Yield what our own exports call the columns of a field that fills several."""
    for part in parts_of(field):
        if part in (None, ID):
            continue
        said = {words(header(field, part, by_name=by_name, locale=in_)) for by_name, in_ in _WAYS}
        for phrase in said:
            yield phrase, Meaning(Target(target.object, target.field, part=part), CERTAIN)


def _of_type(target: Target, field: Field) -> Iterator[tuple[str, Meaning]]:
    bases = aliases.TYPES.get(field.type, ())
    if field.multiple and bases:
        yield from _qualified(target, bases, is_phone="phone" in bases)
    for base in bases:
        yield base, Meaning(target, KNOWN)
    if field.type == "address":
        yield from _address_parts(target)


def _qualified(target: Target, bases: Sequence[str], *, is_phone: bool) -> Iterator[tuple[str, Meaning]]:
    for label, qualifiers in aliases.QUALIFIERS.items():
        labelled = Meaning(Target(target.object, target.field, label=label), CERTAIN)
        for qualifier in qualifiers:
            for base in bases:
                yield f"{qualifier} {base}", labelled
                yield f"{base} {qualifier}", labelled
            if is_phone and label in ("mobile", "fax"):
                yield qualifier, labelled
            if is_phone:
                yield f"{qualifier} fax", Meaning(Target(target.object, target.field, label="fax"), LIKELY)


def _address_parts(target: Target) -> Iterator[tuple[str, Meaning]]:
    for part, names in aliases.ADDRESS_PARTS.items():
        placed = Target(target.object, target.field, part=part)
        for group in aliases.ADDRESS_GROUPS:
            for name in names:
                yield f"{group} {name}".strip(), Meaning(placed, LIKELY, group or "plain", joins=True)
                yield f"{group} address {name}".strip(), Meaning(placed, LIKELY, group or "plain", joins=True)


def names_of(object: Object) -> list[str]:
    """Return what people call the object, the longest first."""
    definition = object.definition
    said = (
        definition.name,
        definition.plural,
        definition.label.es,
        definition.label.en,
        definition.label_plural.es,
        definition.label_plural.en,
        *definition.aliases,
    )
    return sorted({words(name) for name in said}, key=len, reverse=True)


def meanings(header: str, objects: Sequence[Object], phrases: Mapping[str, Phrases]) -> list[Meaning]:
    """Return what a header may mean: a field of the main object, else a field of an object that it names."""
    main = objects[0]
    said = [words(header)]
    group = grouped(header)
    if group and group.rest in ("value", "address"):
        said = [group.kind]
    elif group and group.rest in ("label", "type"):
        return [
            Meaning(Target(found.target.object, found.target.field, part=LABEL), LIKELY)
            for found in phrases[main.plural].get(group.kind, ())
            if found.target.part is None and main.fields[found.target.field].multiple
        ]
    elif group and group.number == 1:
        said.append(f"{group.kind} {group.rest}")
    said.append(said[-1].rstrip(" 0123456789"))
    for phrase in said:
        found = list(phrases[main.plural].get(phrase, ()))
        if found:
            return found
    for phrase in said:
        for object in objects:
            found = _of_named(phrase, object, phrases[object.plural])
            if found:
                return found
    for object in objects[1:]:
        found = [
            meaning for phrase in said if phrase in _full_names(object) for meaning in phrases[object.plural][phrase]
        ]
        if found:
            return found
    return []


def _full_names(object: Object) -> set[str]:
    """Return the aliases that name an object's field wherever they stand, such as ``Activity - Due date``."""
    return {words(alias) for field in object.fields.values() for alias in field.aliases if " - " in alias}


def _of_named(phrase: str, object: Object, phrases: Phrases) -> list[Meaning]:
    for word in aliases.ASSOCIATED:
        phrase = phrase.removeprefix(f"{word} ")
    for name in names_of(object):
        rest = _without(phrase, name)
        if rest is None:
            continue
        if not rest:
            return [Meaning(Target(object.plural, object.name_field), LIKELY)]
        if rest in aliases.IDENTIFIERS and "external_id" in object.fields:
            return [Meaning(Target(object.plural, "external_id"), LIKELY)]
        return [
            Meaning(found.target, min(found.confidence, LIKELY), found.group, found.joins)
            for found in phrases.get(rest, ())
        ]
    return []


def _without(phrase: str, name: str) -> str | None:
    """Return the phrase without the object's name in front or, as Spanish has it, behind; None when it is not there."""
    if phrase == name:
        return ""
    if phrase.startswith(f"{name} "):
        return phrase[len(name) + 1 :]
    for joint in (" del ", " de la ", " de ", " of "):
        if phrase.endswith(f"{joint}{name}"):
            return phrase[: -len(joint) - len(name)]
    return None
