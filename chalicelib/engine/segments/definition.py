"""What a firm says of a segment: of which object, kept or listed by hand, what it asks, and in which words.

A segment that begins to ask something is not ready until every record has been looked at; who comes and goes meanwhile
is told to nobody, for they did not come or go.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from chalicelib.engine import access, filters, overlays
from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.definitions import Content, Definition, Kind
from chalicelib.engine.filters import Depth
from chalicelib.engine.segments import filling, plans, scoring, viewing
from chalicelib.engine.segments.lookup import KIND, LIVE, STATIC
from chalicelib.engine.segments.plans import Known, Segment
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput
from chalicelib.storage import directory
from chalicelib.storage.plan import Write

MODES: Final = (LIVE, STATIC)
MOST: Final = 500


class SegmentInUse(Conflict):
    """Other segments are made from this one; ``used_by`` names them."""

    code = "segment_in_use"


def checked(ctx: Context, content: Content) -> Content:
    """Return a segment's content as it is stored.

    :raises InvalidInput: when its object does not exist, or its filter makes no sense for it or for the caller.
    """
    asked = {"mode": LIVE, **content}

    def understood(catalogue: Catalogue) -> None:
        object = catalogue.plurals.get(asked["object"])
        if object is None or not access.can(ctx, object, "read"):
            raise InvalidInput.of("object", "unknown_object", "There is no such object.")
        if asked.get("points"):
            scoring.require_scored(object)
        if asked["mode"] == LIVE:
            filters.read(ctx, object, asked.get("filter"), depth=Depth.ALL)

    overlays.understood(ctx, understood)
    if asked["mode"] == LIVE and asked.get("filter") is None:
        raise InvalidInput.of("filter", "required", "Say what the records of the segment have in common.")
    if asked["mode"] == STATIC and asked.get("filter") is not None:
        raise InvalidInput.of("filter", "not_expected", "A list is filled by hand; add the records of a filter to it.")
    return asked


def beside(ctx: Context, before: Definition | None, after: Definition | None) -> Sequence[Write]:
    """Return what is written with a segment: that the state of all has moved, and the work by which records follow.

    :raises InvalidInput: when the segment would be made from itself, or would be of another object.
    :raises SegmentInUse: when it goes and others are made from it.
    """
    known = plans.load(ctx)
    moved = directory.update(ctx, plans.SET, add={"version": 1})
    if after is None:
        assert before is not None
        _require_unused(known, before.id)
        return [
            moved,
            *filling.begun(ctx, before.id, before.content["object"], step=filling.CLEARED, segments=[before.id]),
        ]
    if before is not None and _kind(before.content) != _kind(after.content):
        raise InvalidInput.of("object", "read_only", "Make another segment for other records.")
    work = _work(known, before, after)
    if work is None:
        return [moved]
    if after.content["mode"] == LIVE:
        _require_sound(known, after)
    concerned = [after.id, *(user.id for user in plans.users(known, after.id))]
    return [moved, *filling.begun(ctx, after.id, after.content["object"], step=work, segments=concerned)]


def _work(known: Known, before: Definition | None, after: Definition) -> str | None:
    """Return the work by which records follow a segment that is new or changed; None when nothing moves them."""
    if before is None:
        return filling.FILLED if after.content["mode"] == LIVE else None
    if before.content.get("filter") != after.content.get("filter"):
        return filling.FILLED
    if (before.content.get("points") or 0) == (after.content.get("points") or 0):
        return None
    standing = known.segments.get(after.id)
    return filling.SCORED if standing is not None and standing.is_ready else filling.FILLED


def then(ctx: Context, before: Definition | None, after: Definition | None) -> None:
    """Ask a worker for what a segment's change has begun."""
    standing = after or before
    if standing is not None:
        filling.ask(ctx, standing.id)


def _kind(content: Mapping[str, Any]) -> tuple[str, str]:
    return content["object"], content["mode"]


def _require_unused(known: Known, id: str) -> None:
    users = plans.users(known, id)
    if users:
        message = f"The segment {users[0].name} is made from this one; change it first."
        raise SegmentInUse(message, extra={"used_by": [user.id for user in users]})


def _require_sound(known: Known, definition: Definition) -> None:
    """Let a segment pass that makes sense, and with which those that are made from it still do."""
    content = definition.content
    made = Segment(
        definition.id, definition.name, content["object"], content["mode"], definition.version, content["filter"],
        is_ready=False, points=content.get("points") or 0,
    )  # fmt: skip
    with_it = replace(known, segments={**known.segments, made.id: made})
    plans.require_sound(with_it, made)
    for user in plans.users(with_it, made.id):
        try:
            plans.require_sound(with_it, user)
        except InvalidInput as refusal:
            told = f"The segment {user.name} would make no sense any more: {refusal.detail}"
            raise InvalidInput.of("filter", "breaks_another", told) from None


def seen(ctx: Context, definition: Definition) -> bool:
    """Return whether the caller may know what a segment asks: nothing of it is hidden from them."""
    content = definition.content
    object = overlays.load(ctx).plurals.get(content["object"])
    if object is None or access.is_admin(ctx):
        return True
    standing = Segment(
        definition.id, definition.name, object.plural, content["mode"], definition.version, content.get("filter"), True
    )
    return access.can(ctx, object, "read") and viewing.is_open(ctx, object, standing)


def told(ctx: Context, found: Sequence[Definition]) -> Sequence[Definition]:
    """Return those of some segments that the caller may know of, for their names tell what they ask."""
    open_ids = viewing.told(ctx)
    return found if open_ids is None else [definition for definition in found if definition.id in open_ids]


SEGMENT: Final = Kind(
    KIND,
    "segments",
    listed=("object", "mode", "group", "points"),
    most=MOST,
    checked=checked,
    beside=beside,
    then=then,
    seen=seen,
    told=told,
)
