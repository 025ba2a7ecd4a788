"""What a record must hold: the required fields, but for those that a rule does not show at this record."""

from dataclasses import replace

from chalicelib.engine import filters
from chalicelib.engine.objects import Field
from chalicelib.engine.rules import Change
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row


def missing(ctx: Context, change: Change) -> list[str]:
    """Return the names of the fields that the record is asked for and does not hold."""
    without = [field for field in change.object.required if change.values.get(field.name) is None]
    return [field.name for field in without if is_shown(ctx, change, field)]


def is_shown(ctx: Context, change: Change, field: Field) -> bool:
    """Return whether a field is shown at the record as it will be.

    The rule is asked of the whole record, whatever the caller may read of it. A rule that makes no sense any more, as
    when a later version of ours takes one of its operators away, shows the field.
    """
    if field.visible_when is None:
        return True
    asking = replace(ctx, actor=Actor("system", "catalogue"))
    try:
        return filters.read(asking, change.object, field.visible_when).holds(_row(ctx, change))
    except InvalidInput:
        return True


def _row(ctx: Context, change: Change) -> Row:
    now, actor = clock.stamp(ctx.now), ctx.actor.id
    fresh = Row(change.id, change.object.plural, 1, {}, now, actor, now, actor)
    return replace(change.row or fresh, values=change.values, owner=change.owner)
