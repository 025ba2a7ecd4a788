"""The score of a record: the points of all segments that it is in.

A firm says what counts by giving points to segments, which may ask for anything that a segment can: who somebody is,
what they did, how long ago. So a score moves in the very write that moves a record into a segment or out of it, by a
change or by time alone, and each part of it is a segment whose people can be seen.

A segment that asks for a score gives no points, for it would move itself.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import reach
from chalicelib.engine.filters import Filter
from chalicelib.engine.objects import told_integer
from chalicelib.engine.terms import Related, predicates, terms
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row

SCORE: Final = "score"
MOST_POINTS: Final = 100

FIELD: Final = told_integer(
    SCORE, "Puntuación", "Score", aliases=("puntos", "points", "lead score", "puntuación del lead")
)
"""How promising a record is, in points; empty while nothing gives it any. An object that declares it can be scored."""


def require_scored(object: Object) -> None:
    """Let points for the records of an object pass.

    :raises InvalidInput: when its records have no score.
    """
    if SCORE not in object.fields:
        raise InvalidInput.of(
            "points", "not_scored", f"Give points to records that have a score; {object.plural} do not."
        )


def require_steady(catalogue: Catalogue, object: Object, tree: Filter) -> None:
    """Let what a segment asks pass that is to give points.

    :raises InvalidInput: when it asks for a score, which its own points would move.
    """
    if asks_score(catalogue, object, tree):
        raise InvalidInput.of("points", "circular", "A segment that asks for the score cannot give points.")


def asks_score(catalogue: Catalogue, object: Object, tree: Filter) -> bool:
    """Return whether a filter asks for a score, of its records or of those that are linked to them."""
    for term in terms(tree):
        owner = catalogue.target(term.via) if term.via else object
        if SCORE in reach.written(catalogue, owner, term.read):
            return True
    for predicate in predicates(tree):
        if isinstance(predicate, Related):
            measured = predicate.measured
            if measured is not None and SCORE in reach.written(catalogue, predicate.child, measured):
                return True
            if asks_score(catalogue, predicate.child, predicate.where):
                return True
    return False


def moved(row: Row | None, inside: Iterable[str], points: Mapping[str, int]) -> dict[str, Any]:
    """Return what the kept values of a record must become for its score to be right: nothing where it is."""
    if row is None:
        return {}
    given = [points[segment] for segment in inside if segment in points]
    score = sum(given) if given else None
    return {} if row.derived.get(SCORE) == score else {SCORE: score}
