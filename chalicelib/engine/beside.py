"""What domains keep about records beside them: shown to whoever asks what is known of a person, gone when they are.

A domain that keeps rows of its own under a record's id declares how they are collected, what stays when the person is
forgotten (nothing by which anybody recognises them), and how the rows go with the record. Each may happen twice.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine.catalogue import Object
from chalicelib.engine.rules import Change
from chalicelib.kernel.context import Context
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a domain keeps under the id of a record. ``forgotten`` comes before the record goes, ``gone`` after.

    ``heard`` returns what is stored with a change because of what was said beside it, or refuses the change.
    """

    name: str
    collected: Callable[[Context, str], Sequence[Any]]
    forgotten: Callable[[Context, Object, Row], None]
    gone: Callable[[Context, str], None]
    heard: Callable[[Context, Change, Mapping[str, Any]], Sequence[Write]]


_keepings: list[Keeping] = []


def declare(keepings: Sequence[Keeping]) -> None:
    """Make known what is kept beside records; the composition root calls it once."""
    _keepings[:] = keepings


def collected(ctx: Context, records: Sequence[str]) -> dict[str, dict[str, Sequence[Any]]]:
    """Return all that is kept beside some records, by what it is and the record's id."""
    return {keeping.name: {id: keeping.collected(ctx, id) for id in records} for keeping in _keepings}


def forget(ctx: Context, object: Object, row: Row) -> None:
    """Note what must stay known of a person who is about to be forgotten."""
    for keeping in _keepings:
        keeping.forgotten(ctx, object, row)


def apart(change: Change) -> tuple[Change, dict[str, Any]]:
    """Return a change without what was only said with it, and that."""
    said = {field.name: change.values[field.name] for field in change.object.spoken if field.name in change.values}
    return (change.holding(**dict.fromkeys(said)) if said else change), said


def heard(ctx: Context, change: Change, said: Mapping[str, Any]) -> list[Write]:
    """Return what is stored with a change because of what was said with it.

    :raises InvalidInput: when what was said does not suffice for anything.
    """
    return [write for keeping in _keepings for write in keeping.heard(ctx, change, said)] if said else []


def clean_up(ctx: Context, record: str) -> None:
    """Remove all that is kept beside a record that is gone."""
    for keeping in _keepings:
        keeping.gone(ctx, record)
