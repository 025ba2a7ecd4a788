"""The records of a merge: read, seen by the caller, theirs to change, and still what the caller saw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.engine import access, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput, VersionMismatch
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

MOST_LOSERS = 9


@dataclass(frozen=True, slots=True)
class Involved:
    """The winner and the losers, whole."""

    catalogue: Catalogue
    object: Object
    winner: Row
    losers: tuple[Row, ...]

    @property
    def all(self) -> tuple[Row, ...]:
        """The winner, then the losers."""
        return (self.winner, *self.losers)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all."""
        return frozenset(row.id for row in self.all)


def read(
    ctx: Context, *, plural: str, winner_id: str, loser_ids: Sequence[str], versions: Mapping[str, int]
) -> Involved:
    """Return the records of a merge that the caller may make.

    :raises InvalidInput: naming the records that are not there for the caller.
    :raises Forbidden: when the caller may not change all of them and delete the losers.
    :raises VersionMismatch: when one is no longer what the caller saw.
    """
    catalogue, object = overlays.understood(ctx, lambda known: (known, known.of_plural(plural)))
    access.require(ctx, object, "update")
    access.require(ctx, object, "delete")
    if len({winner_id, *loser_ids}) != len(loser_ids) + 1:
        raise InvalidInput.of("loser_ids", "repeated_record", "Name each record once.")
    found = {id: rows.get(ctx, plural, id, body=bool(object.in_body)) for id in (winner_id, *loser_ids)}
    seen = {row.id for row in access.visible(ctx, object, [row for row in found.values() if row is not None])}
    named = {"winner_id": winner_id, **{f"loser_ids.{at}": id for at, id in enumerate(loser_ids)}}
    missing = [
        FieldError(at, "unknown_record", "There is no such record.") for at, id in named.items() if id not in seen
    ]
    if missing:
        raise InvalidInput("Some records are not there.", errors=missing)
    involved = Involved(catalogue, object, *_in_order([row for row in found.values() if row is not None]))
    for row in involved.all:
        access.require(ctx, object, "update", row)
        if versions.get(row.id, row.version) != row.version:
            raise VersionMismatch(
                "Somebody changed one of these records meanwhile; read them again.",
                extra={"id": row.id, "version": row.version},
            )
    for row in involved.losers:
        access.require(ctx, object, "delete", row)
    return involved


def _in_order(found: Sequence[Row]) -> tuple[Row, tuple[Row, ...]]:
    return found[0], tuple(found[1:])
