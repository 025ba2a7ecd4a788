"""Sharing one record: with a person or a team, for reading or for changing, and asking for it.

Whoever may change a record may share it, as far as they may use it themselves. Who asks for access to a record learns
nothing from the answer: it is the same for a record of somebody else and for one that never was.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access, hierarchy, lookup, notices, overlays, people
from chalicelib.kernel import clock, ids
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound
from chalicelib.storage import index, records, shares, timeline, writes
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row
from chalicelib.storage.shares import Share
from chalicelib.storage.timeline import Entry

MOST_A_RECORD: Final = 100
MOST_TOLD: Final = 20
ASKS_REST: Final = timedelta(days=1)
SHARED: Final = "record_shared"
ASKED: Final = "access_requested"
DECLINED: Final = "access_declined"


def of(ctx: Context, *, plural: str, id: str) -> list[dict[str, Any]]:
    """Return with whom a record is shared.

    :raises NotFound: when there is no such record for the caller.
    """
    _, row = lookup.seen(ctx, plural, id)
    return [_shown(share) for share in shares.of_record(ctx, row.id)]


def share(ctx: Context, *, plural: str, id: str, whom: Mapping[str, str], right: str) -> dict[str, Any]:
    """Share a record with ``{"user"}`` or ``{"team"}`` for ``read`` or ``update``, tell them, and return the share.

    :raises Forbidden: when the caller may not do so much with it themselves.
    :raises InvalidInput: when there is no such person or team.
    """
    _, row = lookup.seen(ctx, plural, id, action="update")
    who, told = _party(ctx, whom)
    known = shares.of_record(ctx, row.id)
    if len(known) >= MOST_A_RECORD and who not in {one.who for one in known}:
        raise Conflict(f"Share a record with at most {MOST_A_RECORD} people and teams.", code="too_many_shares")
    theirs = shares.with_any(ctx, [who], plural, limit=access.MOST_SHARED)
    if len(theirs) >= access.MOST_SHARED and row.id not in {one.record for one in theirs}:
        message = f"At most {access.MOST_SHARED} of these can be shared with the same person or team."
        raise Conflict(message, code="too_many_shares")
    made = Share(row.id, plural, who, right, ctx.actor.id, clock.stamp(ctx.now))
    data = {"plural": plural, "id": row.id, "access": right}
    notes = [notices.tell(ctx, user=user, kind=SHARED, data=data) for user in told if user != ctx.actor.id]
    writes.execute(ctx, [*shares.put(ctx, made), _told(ctx, row, "shared", who, right), *notes])
    return _shown(made)


def unshare(ctx: Context, *, plural: str, id: str, who: str) -> None:
    """Share a record with a person or team no longer.

    :raises NotFound: when it is not shared with them.
    """
    _, row = lookup.seen(ctx, plural, id, action="update")
    if who not in {one.who for one in shares.of_record(ctx, row.id)}:
        raise NotFound("It is not shared with them.")
    gone = shares.delete(ctx, plural=plural, record=row.id, who=who)
    writes.execute(ctx, [*gone, _told(ctx, row, "unshared", who, None)])


def ask(ctx: Context, *, plural: str, id: str, message: str | None) -> None:
    """Ask the owner of a record for access to it; who asks again within a day is not told of twice.

    It is silent about a record that is not there, and about one that the caller sees already.

    :raises NotFound: when that can be no record's id.
    """
    if not ids.is_ulid(id):
        raise NotFound("There is no such record.")
    object = overlays.load(ctx).of_plural(plural)
    access.require(ctx, object, "read")
    row = records.get(ctx, plural, id)
    owner = people.find(ctx, row.owner or row.created_by) if row else None
    if row is None or owner is None or not owner.is_active or access.can(ctx, object, "read", row):
        return
    data = {"plural": plural, "id": row.id, "user": ctx.actor.id, **({"message": message} if message else {})}
    once = index.remember(ctx, f"ask-{row.id}", index.Answer("", 202, {}), expires=ctx.now + ASKS_REST)
    with suppress(writes.Refused):
        writes.execute(ctx, [once, notices.tell(ctx, user=owner.id, kind=ASKED, data=data)])


def decline(ctx: Context, *, plural: str, id: str, user: str) -> None:
    """Tell somebody who asked for access to a record that they do not get it; who gets it is told by the share.

    :raises InvalidInput: when there is no such person.
    """
    _, row = lookup.seen(ctx, plural, id, action="update")
    _party(ctx, {"user": user})
    data = {"plural": plural, "id": row.id}
    writes.execute(ctx, [notices.tell(ctx, user=user, kind=DECLINED, data=data)])


def _party(ctx: Context, whom: Mapping[str, str]) -> tuple[str, Sequence[str]]:
    """Return under which name a user or a team is known to shares, and who is told of one: of a large team, some."""
    if len(whom) != 1:
        raise InvalidInput.of("with", "not_one", "Name one user or one team.")
    if "user" in whom:
        person = people.find(ctx, whom["user"])
        if person is None or not person.is_active:
            raise InvalidInput.of("with.user", "unknown_user", "Choose an active member of your team.")
        return f"user:{person.id}", [person.id]
    known, team = hierarchy.read(ctx), whom["team"]
    if team not in known.teams:
        raise InvalidInput.of("with.team", "unknown_team", "There is no such team.")
    return f"team:{team}", sorted(known.people(team))[:MOST_TOLD]


def _told(ctx: Context, row: Row, kind: str, who: str, right: str | None) -> Write:
    """Return the write that tells in the record's own timeline with whom it is shared, or no longer."""
    data = {"with": who, **({"access": right} if right else {})}
    return timeline.append(ctx, row.id, Entry(ctx.new_id(), kind, ctx.actor.id, clock.stamp(ctx.now), data=data))


def _shown(share: Share) -> dict[str, Any]:
    kind, _, whom = share.who.partition(":")
    return {"id": share.who, "with": {kind: whom}, "access": share.access, "by": share.by, "at": share.at}
