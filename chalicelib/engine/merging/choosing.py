"""What one record holds after a merge of several, field by field. Pure but for reading what the caller wrote.

Unless somebody chooses otherwise the winner's value stays, an empty field takes the first loser's, and fields of
several values unite, each value once. Where a field says which of its values is strictest, the strictest stays
whatever was chosen: a consent refused anywhere is refused.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.engine import access, drafts
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import channels, person_name
from chalicelib.engine.fields.link import attributes, edges
from chalicelib.engine.objects import MAX_LINKS, Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage.records import Row

UNITED, STRICTEST, GIVEN = "united", "strictest", "given"
OWNER = drafts.OWNER


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the winner will hold, its body included, and where each value that it did not hold comes from."""

    values: Mapping[str, Any]
    owner: str | None
    sources: Mapping[str, str]

    def without(self, gone: Collection[tuple[str, str]]) -> "Chosen":
        """Return the same without some links, each a field and an id."""
        values = dict(self.values)
        for name, id in gone:
            values[name] = without(values.get(name), {id})
        return replace(self, values={name: value for name, value in values.items() if value is not None})


def choose(
    ctx: Context,
    catalogue: Catalogue,
    object: Object,
    *,
    winner: Row,
    losers: Sequence[Row],
    choices: Mapping[str, Any],
) -> Chosen:
    """Return what the winner holds after the merge.

    :raises InvalidInput: naming each choice that makes no sense, and each field that would hold too much.
    """
    involved = [winner, *losers]
    given = _read(ctx, object, choices, {row.id for row in involved})
    held = {row.id: {**drafts.whole(row), OWNER: row.owner} for row in involved}
    values, sources = dict(drafts.whole(winner)), dict[str, str]()
    values[OWNER] = winner.owner
    for field in object.fields.values():
        if (field.system and field.name != OWNER) or field.parts or field.formula or field.rollup:
            continue
        value, source = _one(field, [held[row.id].get(field.name) for row in involved], involved, given, held)
        if field.link and catalogue.target(field).name == object.name:
            value = without(value, held.keys())
        if value != values.get(field.name):
            values[field.name] = value
            sources[field.name] = source
    owner = values.pop(OWNER)
    for composed in object.composed:
        values[composed.name] = person_name.composed(composed, values)
    _refuse_too_much(object, values, sources)
    return Chosen({name: value for name, value in values.items() if value is not None}, owner, sources)


def without(stored: Any, ids: Collection[str]) -> Any:
    """Return what a link field holds without some ids; None when nothing is left."""
    if isinstance(stored, str):
        return None if stored in ids else stored
    kept = [pair for pair in stored or () if (pair if isinstance(pair, str) else pair["id"]) not in ids]
    return kept or None


def united(field: Field, several: Sequence[Any]) -> Any:
    """Return the values of all, each once, the first one's first; only the first one's primary value stays primary."""
    lists = [stored for stored in several if stored]
    if field.link:
        return _united_links(field, lists)
    if all(isinstance(entry, Mapping) and "value" in entry for stored in lists for entry in stored):
        entries = {entry["value"]: entry for stored in reversed(lists) for entry in reversed(stored)}
        first = channels.primary(lists[0])["value"] if lists else None
        in_order = dict.fromkeys(entry["value"] for stored in lists for entry in stored)
        return [{**entries[value], "primary": value == first} for value in in_order] or None
    found: list[Any] = []
    for stored in lists:
        found += [entry for entry in stored if entry not in found]
    return found or None


def _united_links(field: Field, lists: Sequence[Any]) -> Any:
    pairs: dict[str, dict[str, Any]] = {}
    for stored in lists:
        for other, described in edges(stored).items():
            pairs[other] = {**described, **pairs.get(other, {})}
    if not attributes(field):
        return list(pairs) or None
    if "primary" in attributes(field) and pairs:
        first = next((other for other, pair in edges(lists[0]).items() if pair.get("primary")), next(iter(pairs)))
        pairs = {other: {**pair, "primary": other == first} for other, pair in pairs.items()}
    return [{"id": other, **pair} for other, pair in pairs.items()] or None


def _one(
    field: Field,
    several: Sequence[Any],
    involved: Sequence[Row],
    given: Mapping[str, Any],
    held: Mapping[str, Mapping[str, Any]],
) -> tuple[Any, str]:
    """Return what the winner will hold in a field, and where it comes from."""
    if field.strictest:
        return _strictest(field, several), STRICTEST
    if field.name in given:
        chosen = given[field.name]
        return (held[chosen].get(field.name), chosen) if isinstance(chosen, str) else (chosen[0], GIVEN)
    if field.read_only or field.name == OWNER:
        return several[0], involved[0].id
    if field.multiple and not field.fields:
        return united(field, several), UNITED
    return next(
        ((value, row.id) for value, row in zip(several, involved, strict=True) if value not in (None, "", [], {})),
        (None, involved[0].id),
    )


def _strictest(field: Field, several: Sequence[Any]) -> Any:
    order = field.strictest
    return min(several, key=lambda value: order.index(value) if value in order else len(order))


def _read(ctx: Context, object: Object, choices: Mapping[str, Any], ids: Collection[str]) -> dict[str, Any]:
    """Return the choices: an id, or the stored form of a value in a tuple.

    :raises InvalidInput: naming each that makes no sense.
    """
    writable, readable = access.writable(ctx, object), access.readable(ctx, object)
    read: dict[str, Any] = {}
    errors: list[FieldError] = []
    for name, choice in choices.items():
        if name not in readable:
            errors.append(FieldError(f"choices.{name[:60]}", "unknown_field", "There is no such field."))
        elif name not in writable:
            errors.append(FieldError(f"choices.{name}", "read_only", "This is not for you to choose."))
        elif isinstance(choice, str) and choice in ids:
            read[name] = choice
        elif isinstance(choice, Mapping) and set(choice) == {"value"}:
            read[name] = (drafts.parsed(ctx, object, {name: choice["value"]})[name],)
        else:
            errors.append(FieldError(f"choices.{name}", "not_a_choice", 'Send the id of a record, or {"value": …}.'))
    if errors:
        raise InvalidInput("Some choices were refused.", errors=errors)
    return read


def _refuse_too_much(object: Object, values: Mapping[str, Any], sources: Mapping[str, str]) -> None:
    most = {True: MAX_LINKS, False: channels.MOST_VALUES}
    errors = [
        FieldError(f"choices.{name}", "too_many", "Choose whose values to keep: all of them are too many.")
        for name, source in sources.items()
        if source == UNITED
        and object.fields[name].type in ("link", "email", "phone")
        and len(values.get(name) or ()) > most[object.fields[name].link is not None]
    ]
    if errors:
        raise InvalidInput("Some fields would hold too much.", errors=errors)
