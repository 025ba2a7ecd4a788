"""Why somebody sees a record or does not: the steps of ``access``, one by one, for an administrator to read."""

from typing import Any

from chalicelib.engine import access, hierarchy, overlays, people
from chalicelib.engine.catalogue import Object
from chalicelib.engine.roles import stored
from chalicelib.engine.roles.declared import ADMIN, NOBODY
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import records, shares
from chalicelib.storage.records import Row

Step = dict[str, Any]


def explain(ctx: Context, *, plural: str, id: str, user: str) -> dict[str, Any]:
    """Return what a user may do with a record, and each rule that has its say in it, in order.

    :raises NotFound: when there is no such record.
    :raises InvalidInput: when there is no such user.
    """
    object = overlays.load(ctx).of_plural(plural)
    row = records.get(ctx, plural, id)
    if row is None:
        raise NotFound("There is no such record.")
    person = people.find(ctx, user)
    if person is None:
        raise InvalidInput.of("user", "unknown_user", "There is no such user.")
    theirs = people.as_they(ctx, person)
    may = {
        "read": access.can(theirs, object, "read", row),
        "update": access.can(theirs, object, "update", row),
        "delete": access.can(theirs, object, "delete", row),
        "export": access.can(theirs, object, "export", row),
    }
    steps = [_role(theirs, object), _owner(theirs, object, row), _team(theirs, object, row), _shares(theirs, row)]
    return {"user": person.id, "role": person.role, "may": may, "steps": [*steps, _fields(theirs, object)]}


def _role(theirs: Context, object: Object) -> Step:
    """Tell how far the role reaches: to all of the object's records, to none, or as far as the next steps say."""
    rights = access.permissions(theirs, object)
    reach = rights["read"]
    allows = {"all": True, "none": False}.get(reach)
    is_known = theirs.actor.role == ADMIN or stored.acting(theirs) is not NOBODY
    detail = f"The role reads {reach} of these records." if is_known else "The role is there no longer."
    return {"rule": "role", "allows": allows, "detail": detail, "extents": dict(rights)}


def _owner(theirs: Context, object: Object, row: Row) -> Step:
    responsible = row.owner if object.features.owned else row.created_by
    is_theirs = responsible == theirs.actor.id
    whose = "their own" if is_theirs else "nobody's" if responsible is None else "somebody else's"
    return {"rule": "owner", "allows": is_theirs or None, "detail": f"The record is {whose}.", "owner": responsible}


def _team(theirs: Context, object: Object, row: Row) -> Step:
    if access.permissions(theirs, object)["read"] != "team":
        return {"rule": "team", "allows": None, "detail": "The role does not read by team."}
    if theirs.actor.team is None:
        return {"rule": "team", "allows": None, "detail": "They belong to no team."}
    reaches = access.people(theirs, object, "team").holds_people(row)
    detail = "a team that they reach" if reaches else "none of the teams that they reach"
    parts = sorted(hierarchy.load(theirs).below(theirs.actor.team))
    return {"rule": "team", "allows": reaches or None, "detail": f"Its owner belongs to {detail}.", "teams": parts}


def _shares(theirs: Context, row: Row) -> Step:
    names = access.principals(theirs)
    found = [share for share in shares.of_record(theirs, row.id) if share.who in names]
    detail = "It is shared with them." if found else "It is not shared with them."
    given = [{"id": share.who, "access": share.access} for share in found]
    return {"rule": "share", "allows": bool(found) or None, "detail": detail, "shares": given}


def _fields(theirs: Context, object: Object) -> Step:
    unread = sorted(object.visible - access.readable(theirs, object))
    unwritten = sorted(object.writable.keys() - access.writable(theirs, object))
    detail = "Some fields are kept from them." if unread or unwritten else "They may use every field."
    return {"rule": "fields", "allows": None, "detail": detail, "unread": unread, "unwritten": unwritten}
