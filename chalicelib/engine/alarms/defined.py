"""Definitions - segments, automations - as things that have numbers."""

from collections.abc import Callable, Sequence

from chalicelib.engine import definitions
from chalicelib.engine.alarms.metrics import Subject, named
from chalicelib.engine.definitions import Kind
from chalicelib.kernel.context import Context


def subjects(kind: Kind) -> Callable[[Context, str], Sequence[Subject]]:
    """Return what tells of the definitions of a kind that the caller may know, as the ``subjects`` of a source."""

    def told(ctx: Context, q: str) -> Sequence[Subject]:
        return named([Subject(each.id, each.name) for each in definitions.all(ctx, kind)], q)

    return told
