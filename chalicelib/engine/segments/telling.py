"""Telling the bus who came into a segment and who left it.

What is to be told is stored with the change itself and taken away once it is told. Whoever dies in between leaves it
there, and the next look at the record tells it again, under the same id.
"""

from collections.abc import Sequence
from typing import Final

from chalicelib.engine import events, overlays
from chalicelib.engine.events import Occurrence
from chalicelib.kernel.context import Context
from chalicelib.storage import segments, writes
from chalicelib.storage.segments import Standing

ENTERED: Final = "SegmentEntered"
LEFT: Final = "SegmentLeft"


def tell(ctx: Context, standings: Sequence[Standing]) -> None:
    """Tell what is untold of some records, and forget that it was.

    :raises Unavailable: when the bus did not take it; the next look tells it again.
    """
    untold = [standing for standing in standings if standing.untold]
    if not untold:
        return
    names = {object.plural: object.name for object in overlays.load(ctx)}
    events.tell([each for standing in untold for each in _occurrences(ctx, names, standing)])
    for standing in untold:
        try:
            writes.execute(ctx, segments.told(ctx, standing))
        except writes.Refused:
            continue  # somebody has looked again meanwhile, and tells it too


def _occurrences(ctx: Context, names: dict[str, str], standing: Standing) -> list[Occurrence]:
    return [
        Occurrence(
            id=events.identity("segment", said["segment"], standing.object, standing.record, str(said["revision"])),
            name=ENTERED if said["entered"] else LEFT,
            tenant=ctx.tenant,
            object=names.get(standing.object, standing.object),
            plural=standing.object,
            record=standing.record,
            at=said["at"],
            data={"segment": said["segment"], "version": said["version"]},
        )
        for said in standing.untold
    ]
