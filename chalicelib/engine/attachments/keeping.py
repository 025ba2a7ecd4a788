"""The files that a record has: listed, handed out for a few minutes, deleted, brought back, and in the end erased.

Whoever sees the record sees its files; whoever may change the record may change them. A file is always handed out as an
attachment without a type; only images and plain PDFs, which were looked at byte by byte, are also shown in place.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import cursors, lookup, timers
from chalicelib.engine.attachments import showing, uploading
from chalicelib.engine.timers import Timer
from chalicelib.gateways import files as store
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.storage import files, timeline, writes
from chalicelib.storage.files import Draft, File
from chalicelib.storage.plan import Write

DELETED_FOR: Final = timedelta(days=30)
ERASED_AFTER: Final = timedelta(minutes=1)
MOST_OF_RECORD: Final = 500


def page(
    ctx: Context, *, plural: str, id: str, deleted: bool = False, limit: int = 50, cursor: str | None = None
) -> dict[str, Any]:
    """Return one page of a record's files, newest first; with ``deleted`` those that can be brought back."""
    _, row = lookup.seen(ctx, plural, id)
    query = {"files": id, "deleted": deleted}
    start = cursors.opened(ctx, query, cursor)
    found, place = files.of_records(ctx, (id, *row.merged_from), limit=limit, start=start)
    wanted = [file for file in found if not file.is_doomed and (file.deleted_at is not None) == deleted]
    return {"items": [showing.shown(file) for file in wanted], "next_cursor": cursors.sealed(ctx, query, place)}


def of_record(ctx: Context, plural: str, id: str) -> list[File]:
    """Return the files of a record that are there for its readers, newest first, whoever asks."""
    found: list[File] = []
    start: str | None = None
    while len(found) < MOST_OF_RECORD:
        some, start = files.of_record(ctx, id, limit=100, start=start)
        found += [file for file in some if file.plural == plural and not file.deleted_at and not file.is_doomed]
        if start is None:
            break
    return found


def get(ctx: Context, *, plural: str, id: str, file: str) -> dict[str, Any]:
    """Return a file of a record."""
    lookup.seen(ctx, plural, id)
    return showing.shown(uploading.of(ctx, id, file))


def get_unattached(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return a file that the caller has uploaded for a record that is yet to come."""
    return showing.shown(uploading.own(ctx, id))


def download(
    ctx: Context, *, plural: str, id: str, file: str, version: int | None = None, in_place: bool = False
) -> dict[str, Any]:
    """Return an address that hands out a file for five minutes, as an attachment or ``in_place``.

    :raises Conflict: when the file is not one that may be shown in place.
    """
    lookup.seen(ctx, plural, id)
    found = uploading.of(ctx, id, file)
    draft = found.draft(version)
    if draft is None or draft.state != "ready" or found.deleted_at:
        raise NotFound("There is no such file.")
    if in_place and not draft.may_be_shown:
        raise Conflict("This file cannot be shown; download it.", code="no_preview")
    url = store.download_url(
        uploading.key_of(ctx, file, draft),
        filename=draft.name,
        content_type=draft.type if in_place else uploading.ANY_TYPE,
        in_place=in_place,
    )
    return {"url": url, "type": draft.type, "expires_at": clock.stamp(ctx.now + store.DOWNLOAD_LIVES)}


def remove(ctx: Context, *, plural: str, id: str, file: str) -> None:
    """Delete a file so that it can be brought back for thirty days; one that is deleted stays so."""
    lookup.seen(ctx, plural, id, action="update")
    before = uploading.of(ctx, id, file)
    if before.deleted_at:
        return
    after = replace(before, version=before.version + 1, deleted_at=clock.stamp(ctx.now), deleted_by=ctx.actor.id)
    due = ctx.now + DELETED_FOR + uploading.GRACE
    erasure = timers.set(ctx, id=f"{file}-deleted", kind=uploading.TIMER, due=due, data={"file": file})
    uploading.execute(ctx, [files.replace_with(ctx, after), *_told(ctx, id, after, what="deleted"), *erasure])


def restore(ctx: Context, *, plural: str, id: str, file: str) -> dict[str, Any]:
    """Bring a deleted file back and return it; one that is not deleted stays as it is."""
    lookup.seen(ctx, plural, id, action="update")
    before = uploading.of(ctx, id, file)
    if before.deleted_at is None:
        return showing.shown(before)
    after = replace(before, version=before.version + 1, deleted_at=None, deleted_by=None)
    uploading.execute(ctx, [files.replace_with(ctx, after), *_told(ctx, id, after, what="restored")])
    return showing.shown(after)


def clear(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Return the writes that take away what nobody completed, claimed or brought back in time.

    A file is doomed first, which a claim or a return forbids, and erased by a later timer: so its bytes go only when
    nobody can point to it any more.
    """
    file = files.get(ctx, timer.data["file"])
    if file is None:
        return ()
    if file.is_doomed:
        for draft in file.drafts:
            store.delete(draft.upload)
            store.delete(uploading.key_of(ctx, file.id, draft))
        return [files.delete(ctx, file), *([files.detach(ctx, file.record, file.id)] if file.record else [])]
    if _is_over(ctx, file):
        doomed = replace(file, version=file.version + 1, is_doomed=True)
        due = ctx.now + ERASED_AFTER
        again = timers.set(ctx, id=f"{file.id}-doomed", kind=uploading.TIMER, due=due, data={"file": file.id})
        return [files.replace_with(ctx, doomed), *again]
    left = [draft for draft in file.drafts if not _is_stale(ctx, draft)]
    if len(left) == len(file.drafts) or not left:
        return ()
    for draft in file.drafts:
        if draft not in left:
            store.delete(draft.upload)
    return [files.replace_with(ctx, replace(file, version=file.version + 1, drafts=left))]


def erase_of(ctx: Context, record: str) -> None:
    """Erase all files of a record at once, bytes first, every version of them."""
    start: str | None = None
    while True:
        some, start = files.of_record(ctx, record, limit=100, start=start)
        for file in some:
            for draft in file.drafts:
                store.destroy(draft.upload)
                store.destroy(uploading.key_of(ctx, file.id, draft))
            writes.execute(ctx, [files.delete(ctx, file), files.detach(ctx, record, file.id)])
        if start is None:
            return


def _is_over(ctx: Context, file: File) -> bool:
    if file.deleted_at:
        return clock.parse(file.deleted_at) + DELETED_FOR <= ctx.now
    if file.draft() is None:
        return all(_is_stale(ctx, draft) for draft in file.drafts)
    return file.record is None and clock.parse(file.created_at) + uploading.UNCLAIMED_FOR <= ctx.now


def _is_stale(ctx: Context, draft: Draft) -> bool:
    return draft.state in ("quarantined", "refused") and clock.parse(draft.at) + uploading.UNFINISHED_FOR <= ctx.now


def _told(ctx: Context, record: str, file: File, *, what: str) -> list[Write]:
    chosen = file.draft() or file.drafts[-1]
    return [timeline.append(ctx, record, uploading.entry(ctx, file, chosen, what=what))]
