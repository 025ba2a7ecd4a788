"""EventBridge: the bus on which the house hears what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chalicelib.kernel import errors, metering
from chalicelib.settings import current
from chalicelib.storage import connection

_MAX_ENTRIES = 10
_MAX_BYTES = 240_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as the bus carries it; ``detail`` is JSON."""

    source: str
    name: str
    detail: str


def put(entries: Sequence[Entry]) -> None:
    """Put events on the bus, in order, as few calls as its limits allow.

    :raises Unavailable: when the bus did not take all of them; those it took will be heard twice by a repetition.
    """
    name = current().bus_name
    for batch in _batches(entries):
        answer = connection.client("events").put_events(
            Entries=[
                {"EventBusName": name, "Source": entry.source, "DetailType": entry.name, "Detail": entry.detail}
                for entry in batch
            ]
        )
        metering.add(metering.EVENT, len(batch))
        if answer.get("FailedEntryCount"):
            raise errors.Unavailable("The bus did not take every event.")


def _batches(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        weight = len(entry.detail.encode()) + len(entry.name) + len(entry.source)
        if batch and (len(batch) == _MAX_ENTRIES or size + weight > _MAX_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(entry)
        size += weight
    if batch:
        yield batch
