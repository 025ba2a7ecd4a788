"""Comments: what the team says on a record, of any object, among themselves.

A comment is an entry of the record's timeline, so it is read where everything else about the record is read, and by
whoever sees the record: reading is enough to take part. Its id carries the instant of its key. Its author may rewrite
it under its version, and what it said before stays with it; a deleted one leaves a mark of who and when, and no words.

Whoever comments follows the record. One transaction stores the comment, tells those mentioned (by mail too) and the
followers who may still see the record; a repetition under the same key tells nobody again, and an edit tells only
those whom it mentions for the first time.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from chalicelib.engine import access, cursors, idempotency, lookup, notices, people
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields.contract import Refusal, plain_text
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.people import Person
from chalicelib.engine.talk import mail, mentions
from chalicelib.kernel import clock, ids
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, InvalidInput, NotFound, VersionMismatch
from chalicelib.storage import attention, plan, records, timeline, writes
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

KIND: Final = "comment"
LONGEST: Final = 5_000
MOST_EDITS: Final = 10
MOST_FOLLOWERS: Final = 40
MOST_NEW: Final = 100


def write(
    ctx: Context, *, plural: str, id: str, text: str, idempotency_key: Idempotency | None = None
) -> dict[str, Any]:
    """Store a comment on a record, tell whom it concerns, and return it.

    :raises CannotSee: when somebody mentioned may not see the record.
    """
    answered = idempotency.replay(ctx, idempotency_key) if idempotency_key else None
    if answered is not None:
        return answered
    object, row = lookup.seen(ctx, plural, id)
    said = _read(text)
    named = mentions.of(said)
    concerned = mentions.check(ctx, object, row, named)
    comment = ctx.new_id()
    data = {"text": said, "mentioned": named, "version": 1}
    entry = Entry(comment, KIND, ctx.actor.id, clock.stamp(ids.made_at(comment)), data=data)
    answer = _shown(entry, concerned)
    first: list[Write] = [idempotency.remember(ctx, idempotency_key, answer)] if idempotency_key else []
    planned = [
        *first,
        timeline.append(ctx, id, entry),
        records.unchanged(ctx, plural, id),
        *_subscription(ctx, id),
        *_told(ctx, object, row, entry, concerned, followers=_followers(ctx, object, row, without=named)),
    ]
    try:
        writes.execute(ctx, planned)
    except writes.Refused:
        answered = idempotency.replay(ctx, idempotency_key) if idempotency_key else None
        if answered is None:
            raise NotFound("There is no such record.") from None
        return answered
    return answer


def edit(ctx: Context, *, plural: str, id: str, comment: str, text: str, expected_version: int) -> dict[str, Any]:
    """Give one's own comment other words, tell those newly mentioned, and return it.

    :raises VersionMismatch: when it was changed meanwhile.
    """
    object, row = lookup.seen(ctx, plural, id)
    entry = _own(ctx, id, comment, expected_version)
    said = _read(text)
    if said == entry.data["text"]:
        return _shown(entry, people.several(ctx, mentions.of(said)))
    named = mentions.of(said)
    concerned = mentions.check(ctx, object, row, named)
    before = {"at": entry.data.get("edited_at", entry.at), "text": entry.data["text"]}
    data = {
        **entry.data,
        "text": said,
        "version": expected_version + 1,
        "edited_at": clock.stamp(ctx.now),
        "mentioned": list(dict.fromkeys([*entry.data["mentioned"], *named])),
        "edits": [*entry.data.get("edits", ()), before][-MOST_EDITS:],
    }
    after = Entry(entry.id, entry.kind, entry.actor, entry.at, data=data)
    anew = {id: person for id, person in concerned.items() if id not in entry.data["mentioned"]}
    _rewrite(ctx, id, after, expected_version, _told(ctx, object, row, after, anew, followers=()))
    return _shown(after, concerned)


def remove(ctx: Context, *, plural: str, id: str, comment: str, expected_version: int) -> None:
    """Delete one's own comment: a mark stays where it was, its words do not.

    :raises VersionMismatch: when it was changed meanwhile.
    """
    lookup.seen(ctx, plural, id)
    entry = _own(ctx, id, comment, expected_version)
    data = {"version": expected_version + 1, "deleted_at": clock.stamp(ctx.now)}
    _rewrite(ctx, id, Entry(entry.id, entry.kind, entry.actor, entry.at, data=data), expected_version, ())


def page(ctx: Context, *, plural: str, id: str, limit: int, cursor: str | None = None) -> dict[str, Any]:
    """Return one page of a record's comments, newest first, with how many are ``new`` to the caller."""
    _, row = lookup.seen(ctx, plural, id)
    query = {"comments": id}
    start = cursors.opened(ctx, query, cursor)
    found, place = timeline.page(ctx, id, limit=limit, start=start, kinds={KIND}, also=row.merged_from)
    known = _known(ctx, found)
    mine = attention.get(ctx, id, ctx.actor.id)
    return {
        "items": [_shown(entry, known) for entry in found],
        "next_cursor": cursors.sealed(ctx, query, place),
        "new": _new(ctx, id, mine.read_up_to),
        "follows": mine.follows,
    }


def read(ctx: Context, *, plural: str, id: str, up_to: str | None = None) -> dict[str, int]:
    """Note that the caller has read a record's comments, up to an instant or all; return how many are new."""
    lookup.seen(ctx, plural, id)
    now = clock.stamp(ctx.now)
    reached = max(
        min(now if up_to is None else notices.instant(up_to), now),
        attention.get(ctx, id, ctx.actor.id).read_up_to or "",
    )
    writes.execute(ctx, [attention.read(ctx, id, ctx.actor.id, up_to=reached)])
    return {"new": _new(ctx, id, reached)}


def follow(ctx: Context, *, plural: str, id: str, follows: bool) -> dict[str, bool]:
    """Let the caller hear of a record's later comments, or no longer."""
    lookup.seen(ctx, plural, id)
    writes.execute(ctx, [attention.follow(ctx, id, ctx.actor.id, follows=follows)])
    return {"follows": follows}


def _read(text: str) -> str:
    try:
        said = plain_text(text, max_length=LONGEST, lines=True)
    except Refusal as refusal:
        raise InvalidInput.of("text", refusal.code, refusal.message) from None
    if not said:
        raise InvalidInput.of("text", "required", "Write something.")
    return said


def _own(ctx: Context, record: str, comment: str, expected_version: int) -> Entry:
    try:
        at = clock.stamp(ids.made_at(comment))
    except ValueError:
        raise NotFound("There is no such comment.") from None
    entry = timeline.get(ctx, record, at=at, id=comment)
    if entry is None or entry.kind != KIND or "text" not in entry.data:
        raise NotFound("There is no such comment.")
    if entry.actor != ctx.actor.id:
        raise Forbidden("Only its author may change a comment.")
    if entry.data["version"] != expected_version:
        raise VersionMismatch("You changed this comment meanwhile.", extra={"version": entry.data["version"]})
    return entry


def _rewrite(ctx: Context, record: str, after: Entry, expected_version: int, beside: Iterable[Write]) -> None:
    unchanged = plan.equals("data.version", expected_version)
    try:
        writes.execute(ctx, [timeline.rewrite(ctx, record, after, when=unchanged), *beside])
    except writes.Refused:
        raise VersionMismatch("You changed this comment meanwhile; read it again.") from None


def _subscription(ctx: Context, record: str) -> list[Write]:
    return [attention.follow(ctx, record, ctx.actor.id)] if ctx.actor.kind == "user" else []


def _followers(ctx: Context, object: Object, row: Row, *, without: Sequence[str]) -> list[str]:
    """Return who is told of a new comment because they follow the record and may still see it."""
    attending = attention.of_record(ctx, row.id, limit=MOST_FOLLOWERS * 2)
    wanted = [one.user for one in attending if one.follows and one.user not in (ctx.actor.id, *without)]
    known = people.several(ctx, wanted[:MOST_FOLLOWERS]) if wanted else {}
    return [person.id for person in known.values() if mentions.sees(ctx, object, row, person)]


def _told(
    ctx: Context, object: Object, row: Row, entry: Entry, mentioned: Mapping[str, Person], *, followers: Sequence[str]
) -> list[Write]:
    """Return the writes that tell those mentioned, by mail too, and the followers; nobody is told of themselves."""
    others = [person for person in mentioned.values() if person.id != ctx.actor.id]
    data = {"object": object.name, "plural": object.plural, "id": row.id, "comment": entry.id}
    told: list[Write] = [
        notices.tell(ctx, user=person.id, kind=mail.MENTION, data=data, cause=entry.id) for person in others
    ]
    told += [notices.tell(ctx, user=user, kind=KIND, data=data, cause=entry.id) for user in followers]
    by_mail = [person for person in others if notices.wants_mail(ctx, person.id, mail.MENTION)]
    if by_mail:
        author = people.find(ctx, ctx.actor.id)
        known = people.several(ctx, mentions.of(entry.data["text"]))
        told += [
            mail.plan(
                ctx,
                object=object,
                record=row.id,
                comment=entry.id,
                to=person,
                author=author.name if author else "",
                name=_name(people.as_they(ctx, person), object, row),
                text=mentions.spoken(entry.data["text"], known),
            )
            for person in by_mail
        ]
    return told


def _name(reader: Context, object: Object, row: Row) -> str:
    """Return what a record is called for somebody who may perhaps not read its name."""
    may_read = object.name_field in access.readable(reader, object)
    return str((row.values.get(object.name_field) if may_read else None) or object.definition.label.text(reader.locale))


def _known(ctx: Context, entries: Sequence[Entry]) -> Mapping[str, Person]:
    named = [id for entry in entries for id in mentions.of(entry.data.get("text") or "")]
    return people.several(ctx, named) if named else {}


def _new(ctx: Context, record: str, read_up_to: str | None) -> int:
    """Return how many comments of others came after an instant, among the latest entries of the timeline."""
    since = timeline.since(ctx, record, read_up_to, limit=MOST_NEW)
    return sum(
        one.kind == KIND and one.actor != ctx.actor.id and "text" in one.data and one.at > (read_up_to or "")
        for one in since
    )


def _shown(entry: Entry, known: Mapping[str, Person]) -> dict[str, Any]:
    text = entry.data.get("text")
    named = mentions.of(text or "")
    return {
        "id": entry.id,
        "version": entry.data["version"],
        "author": entry.actor,
        "at": entry.at,
        "text": text,
        "mentions": [{"id": id, "name": known[id].name} for id in named if id in known],
        "edited_at": entry.data.get("edited_at"),
        "edits": list(entry.data.get("edits", ())),
        "deleted_at": entry.data.get("deleted_at"),
    }
