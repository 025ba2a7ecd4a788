"""The review list as its readers see it: pairs of records that they see, by rules over fields that they read."""

from collections.abc import Sequence
from typing import Any

from chalicelib.engine import access, cursors, overlays, presenting
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.duplicates import matching, rules
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, NotFound
from chalicelib.storage import duplicates
from chalicelib.storage import records as rows
from chalicelib.storage import writes as store
from chalicelib.storage.duplicates import DISMISSED, OPEN, Pair
from chalicelib.storage.records import Row

BETWEEN = "."


def page(ctx: Context, *, object: str, state: str = OPEN, limit: int = 50, cursor: str | None = None) -> dict[str, Any]:
    """Return one page of an object's pairs, the likeliest first; it may be short, for what one may not see."""
    catalogue, known = overlays.understood(ctx, lambda catalogue: (catalogue, catalogue.of_plural(object)))
    access.require(ctx, known, "read")
    query = {"list": "duplicates", "object": object, "state": state}
    found, place = duplicates.page(ctx, object, state=state, limit=limit, start=cursors.opened(ctx, query, cursor))
    return {"items": _told(ctx, catalogue, known, found), "next_cursor": cursors.sealed(ctx, query, place)}


def dismiss(ctx: Context, *, id: str) -> dict[str, Any]:
    """Remember that two records are not one, and return the pair.

    :raises NotFound: when there is no such pair for the caller.
    :raises Forbidden: when the caller may change neither record.
    """
    return _decide(ctx, id, DISMISSED)


def reopen(ctx: Context, *, id: str) -> dict[str, Any]:
    """Put two records that were said not to be one in the list again, and return the pair.

    :raises NotFound: when there is no such pair for the caller.
    :raises Forbidden: when the caller may change neither record.
    """
    return _decide(ctx, id, OPEN)


def _decide(ctx: Context, id: str, state: str) -> dict[str, Any]:
    catalogue = overlays.load(ctx)
    plural, low, high = _parts(id)
    if plural not in catalogue.plurals:
        raise NotFound("There is no such pair.")
    object = catalogue.of_plural(plural)
    access.require(ctx, object, "read")
    pair = duplicates.get(ctx, plural, low, high) if low < high else None
    found = access.visible(ctx, object, rows.get_many(ctx, plural, [low, high]).values())
    if pair is None or len(found) < len((low, high)):
        raise NotFound("There is no such pair.")
    if not any(access.can(ctx, object, "update", row) for row in found):
        raise Forbidden("Your role does not allow you to decide this.")
    after = Pair(low, high, pair.score, state, pair.found_at)
    if pair.state != state:
        store.execute(ctx, duplicates.put(ctx, plural, after, previous=pair))
    return _one(ctx, catalogue, object, after, {row.id: row for row in found})


def _parts(id: str) -> tuple[str, str, str]:
    plural, _, pair = id.partition(BETWEEN)
    low, _, high = pair.partition(BETWEEN)
    return plural, low, high


def _told(ctx: Context, catalogue: Catalogue, object: Object, found: Sequence[Pair]) -> list[dict[str, Any]]:
    ids = list(dict.fromkeys(id for pair in found for id in (pair.low, pair.high)))
    seen = {row.id: row for row in access.visible(ctx, object, rows.get_many(ctx, object.plural, ids).values())}
    told = [_one(ctx, catalogue, object, pair, seen) for pair in found if pair.low in seen and pair.high in seen]
    return [pair for pair in told if pair["reasons"] or pair["state"] == DISMISSED]


def _one(ctx: Context, catalogue: Catalogue, object: Object, pair: Pair, seen: dict[str, Row]) -> dict[str, Any]:
    readable = access.readable(ctx, object)
    asked = [rule for rule in rules.of(catalogue, object) if readable.issuperset(rule.fields)]
    both = [seen[pair.low], seen[pair.high]]
    one, other = (row.values for row in both)
    verdict = matching.judge(asked, object.fields, one, other, is_person=rules.is_person(object))
    return {
        "id": BETWEEN.join((object.plural, pair.low, pair.high)),
        "object": object.plural,
        "state": pair.state,
        "score": verdict.score,
        "found_at": pair.found_at,
        "reasons": list(matching.reasons_told(verdict)),
        "records": presenting.several(ctx, catalogue, object, both),
    }
