"""Finding by words across objects: one list, the best first, whatever kind of record it is.

Each object is asked once, for the longest word typed. What a token was typed as and where it stands decides the order:
a whole word before a beginning, a name before any other field, and what changed lately before the rest. Words of
somebody combine with those of the firm they belong to. When nothing is found at all, one word at a time is taken for
one that differs by a letter, from the words that the caller may read.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine import access, overlays, relations, search, vocabulary
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import registry
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

AN_OBJECT = 10
MOST = 50
MOST_OBJECTS = 40
MOST_CORRECTED = 2
ENOUGH = 5
"""So many direct hits make it needless to look through links."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a text finds: by which field, and how well."""

    object: Object
    id: str
    field: str
    rank: int


def everywhere(ctx: Context, *, q: str, plurals: Sequence[str] | None = None, limit: int = 20) -> dict[str, Any]:
    """Return what a text finds, as ``{"items", "corrected"}``: each with object, id, name, matched field, subtitle.

    :raises InvalidInput: when there is no such object to look in.
    """
    catalogue, objects = overlays.understood(ctx, lambda known: (known, _among(ctx, known, plurals)))
    found, corrected = _found(ctx, catalogue, objects, q), None
    if not found:
        found, corrected = _corrected(ctx, catalogue, objects, q)
    shown = found[: max(1, min(limit, MOST))]
    return {"items": _shown(ctx, catalogue, shown), "corrected": corrected}


def _among(ctx: Context, catalogue: Catalogue, plurals: Sequence[str] | None) -> list[Object]:
    able = {object.plural: object for object in catalogue if object.searched and access.can(ctx, object, "read")}
    unknown = [name for name in plurals or () if name not in able]
    if unknown:
        raise InvalidInput.of("objects", "unknown_field", f"There is no object {unknown[0][:60]} to look in.")
    return [able[name] for name in plurals or able][:MOST_OBJECTS]


def _found(ctx: Context, catalogue: Catalogue, objects: Sequence[Object], q: str) -> list[tuple[Hit, Row]]:
    """Return what a text finds in some objects with the records, the best first."""
    if not search.words_of(q):
        return []
    hits = [hit for object in objects for hit in _hits(ctx, object, q)]
    if len(hits) < ENOUGH:
        direct = {hit.object.plural for hit in hits}
        others = (object for object in objects if object.plural not in direct)
        hits += [hit for object in others for hit in _linked_hits(ctx, catalogue, object, q)]
    known = rows.get_mixed(ctx, [(hit.object.plural, hit.id) for hit in hits])
    seen: list[tuple[Hit, Row]] = []
    for object in objects:
        theirs = {hit.id: hit for hit in hits if hit.object is object}
        there = [row for id in theirs if (row := known.get((object.plural, id))) is not None]
        told = [row for row in access.visible(ctx, object, there) if _says(ctx, object, row, q, theirs[row.id])]
        seen += [(theirs[row.id], row) for row in told]
    seen.sort(key=lambda pair: pair[1].updated_at, reverse=True)
    return sorted(seen, key=lambda pair: pair[0].rank)


def _says(ctx: Context, object: Object, row: Row, q: str, hit: Hit) -> bool:
    return object.fields[hit.field].link is not None or search.says(ctx, object, row, q)


def _hits(ctx: Context, object: Object, q: str) -> Iterator[Hit]:
    for match in search.matches(ctx, object, q, limit=AN_OBJECT):
        is_name = match.field == object.name_field
        yield Hit(object, match.record, match.field, 2 * (not match.is_whole) + (not is_name))


def _linked_hits(ctx: Context, catalogue: Catalogue, object: Object, q: str) -> Iterator[Hit]:
    for id, field in search.by_linked(ctx, catalogue, object, q, limit=AN_OBJECT).items():
        yield Hit(object, id, field, LINKED)


LINKED = 4
"""The rank of what is found through something else."""


def _corrected(
    ctx: Context, catalogue: Catalogue, objects: Sequence[Object], q: str
) -> tuple[list[tuple[Hit, Row]], str | None]:
    """Return what a text finds when one of its words is taken for a similar one, and the text then."""
    for typed in search.words_of(q)[:MOST_CORRECTED]:
        for word in vocabulary.meant(ctx, catalogue, typed):
            corrected = search.replaced(q, typed, word)
            found = _found(ctx, catalogue, objects, corrected)
            if found:
                return found, corrected
    return [], None


def _shown(ctx: Context, catalogue: Catalogue, found: Sequence[tuple[Hit, Row]]) -> list[dict[str, Any]]:
    subtitle = _subtitles(ctx, catalogue, found)
    return [
        {
            "object": hit.object.plural,
            "id": hit.id,
            "name": _written(ctx, hit.object, row, hit.object.name_field),
            "field": hit.field,
            "subtitle": subtitle(hit, row),
        }
        for hit, row in found
    ]


def _subtitles(
    ctx: Context, catalogue: Catalogue, found: Sequence[tuple[Hit, Row]]
) -> Callable[[Hit, Row], str | None]:
    """Return what tells a second line: what matched beside the name, or else the linked record that says most."""
    linked: dict[str, relations.Linked] = {}
    for object in {hit.object.plural: hit.object for hit, _ in found}.values():
        theirs = [row for hit, row in found if hit.object is object]
        fields = frozenset(field.name for field in _telling(ctx, object))
        linked[object.plural] = (
            relations.linked_records(ctx, catalogue, object, theirs, known={}, fields=fields) if fields else {}
        )

    def told(hit: Hit, row: Row) -> str | None:
        if hit.field != hit.object.name_field and hit.object.fields[hit.field].link is None:
            return _written(ctx, hit.object, row, hit.field)
        ends = relations.names(ctx, catalogue, hit.object, row, linked[hit.object.plural])
        names = (end["name"] for field in _telling(ctx, hit.object) for end in ends.get(field.name, ()))
        return next((name for name in names if name), None) or _first_written(ctx, hit.object, row)

    return told


def _telling(ctx: Context, object: Object) -> list[Any]:
    """Return the links by which a record is known, such as somebody's firm."""
    readable = access.readable(ctx, object)
    return [field for field in object.links if field.name in readable and field.link and field.link.found_through]


def _first_written(ctx: Context, object: Object, row: Row) -> str | None:
    """Return the first other value that the record is found by."""
    readable = access.readable(ctx, object)
    others: Iterable[str] = (field.name for field in object.searched if field.name != object.name_field)
    return next((text for name in others if name in readable and (text := _written(ctx, object, row, name))), None)


def _written(ctx: Context, object: Object, row: Row, name: str) -> str | None:
    stored = row.values.get(name)
    if stored is None or name not in access.readable(ctx, object):
        return None
    return registry.of(object.fields[name]).csv_out(object.fields[name], stored, ctx)
