"""The size of a segment as a number that can be watched."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from chalicelib.engine import access, definitions, periods
from chalicelib.engine.alarms import defined
from chalicelib.engine.alarms.metrics import Closings, Figure, Source
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.objects import Label
from chalicelib.engine.segments import viewing
from chalicelib.engine.segments.definition import SEGMENT
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound

SIZE: Final = "size"
_MOVING: Final = ("SegmentEntered", "SegmentLeft")


def _called(ctx: Context, id: str) -> str:
    segment, _ = viewing.seen(ctx, id)
    return segment.name


def _figures(ctx: Context, id: str) -> Sequence[Figure]:
    _, object = viewing.seen(ctx, id)
    if not access.sees_all(ctx, object):
        raise NotFound("There is no such segment.")
    return [Figure(SIZE, Label("Tamaño", "Size"))]


def _read(ctx: Context, id: str, _: Sequence[str]) -> Mapping[str, Decimal | None]:
    told = viewing.size(ctx, id=id)
    return {SIZE: Decimal(told["size"]) if told["ready"] else None}


def _past(ctx: Context, id: str, _: str, since: date) -> Closings:
    days = min((periods.today(ctx) - since).days + 1, viewing.LONGEST_HISTORY)
    items = viewing.history(ctx, id=id, days=days)["items"]
    segment = definitions.get(ctx, SEGMENT, id=id)
    made = segment.created_at[:10]
    return {date.fromisoformat(item["day"]): Decimal(item["size"]) for item in items if item["day"] > made}


def _moves(_: Context, heard: Event | Occurrence) -> Iterable[str]:
    if isinstance(heard, Occurrence) and heard.name in _MOVING:
        yield str(heard.data["segment"])


SOURCE: Final = Source(
    "segments",
    Label("Segmentos", "Segments"),
    subjects=defined.subjects(SEGMENT),
    called=_called,
    figures=_figures,
    read=_read,
    moves=_moves,
    past=_past,
)
