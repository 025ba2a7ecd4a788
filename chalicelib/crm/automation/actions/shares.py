"""A rule of assignment as its firm looks at it: who is next, how much each has had and has open, what it gave last."""

from collections.abc import Sequence
from typing import Any

from chalicelib.crm.automation.actions import assigning, turns
from chalicelib.crm.automation.actions.turns import Group, Turns
from chalicelib.engine import access, naming, overlays, people
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content
from chalicelib.kernel.context import Context


def told(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return whose turn it is in each group of a rule, what each has had of it and has open, and what it gave last.

    :raises NotFound: when there is no such rule.
    :raises Forbidden: when the caller may not change rules, and so not see what others have.
    """
    access.require_managed(ctx, assigning.ASSIGNMENT.plural, "update")
    content = assigning.content_of(ctx, id)
    object = overlays.load(ctx).of_plural(content["object"])
    known = turns.read(ctx, id)
    named = {person for group in assigning.groups(content) for person in group.people}
    has_open = assigning.open_work(ctx, object, named) if object.features.open_work else {}
    groups = [_group(ctx, content, object, group, known, has_open) for group in assigning.groups(content)]
    return {
        "groups": groups,
        "drawn": sum(known.drawn.values()),
        "open_work": object.features.open_work,
        "latest": _latest(ctx, object, known),
    }


def _group(
    ctx: Context, content: Content, object: Object, group: Group, known: Turns, has_open: dict[str, int]
) -> dict[str, Any]:
    candidates = assigning.working(ctx, content, group)
    counted = assigning.counted(ctx, known, group, content, object)
    until = {
        one["person"]: one["until"] for one in content.get("away", ()) if assigning.is_away(ctx, content, one["person"])
    }
    active = {person.id for person in people.several(ctx, group.people).values() if person.is_active}
    return {
        "name": group.name,
        "mode": group.mode,
        "next": turns.following(counted, group, candidates) if candidates else None,
        "people": [
            {
                "person": person,
                "is_active": person in active,
                "is_away": person in until,
                "until": until.get(person),
                "drawn": known.drawn.get(person, 0),
                "open": has_open.get(person),
            }
            for person in group.people
        ],
    }


def _latest(ctx: Context, object: Object, known: Turns) -> Sequence[dict[str, Any]]:
    """Return what was given last, as far as the caller may know of the records."""
    names = naming.names(ctx, [(object.plural, one.record) for one in known.recent])
    found = ((one, names.get((object.plural, one.record))) for one in known.recent)
    return [
        {"record": one.record, "name": name, "person": one.person, "at": one.at}
        for one, name in found
        if name is not None
    ]
