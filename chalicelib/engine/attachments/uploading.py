"""How a file gets to a record: a form, a look at what came, and only then a place among the record's files.

    quarantined ──looked at──▶ ready
         │                └──▶ scanning ──clean──▶ ready      (where the firm's stack has a scanner)
         └──▶ refused{reason} ◀──infected──┘

The form fits one key, one size and five minutes. What came under that key is read once, cleaned and stored under a key
for which no form was ever made, so that nothing can be put in its place after it was looked at. A record points to a
file only when it is ready. Every step may be asked for twice. An upload that nobody completes goes by a timer.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.engine import lookup, timers
from chalicelib.engine.attachments import kinds, showing
from chalicelib.engine.attachments.findings import Findings, Unfit
from chalicelib.engine.fields.contract import Refusal, plain_text
from chalicelib.gateways import files as store
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound
from chalicelib.settings import current
from chalicelib.storage import files, records, timeline, writes
from chalicelib.storage.files import Draft, File
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

TIMER: Final = "file_unfinished"
ANY_TYPE: Final = "application/octet-stream"
MOST_DRAFTS: Final = 50
UNFINISHED_FOR: Final = timedelta(hours=1)
UNCLAIMED_FOR: Final = timedelta(hours=24)
GRACE: Final = timedelta(minutes=1)
"""A timer may fire a little early, and what it clears must be over by then."""


class NotUploaded(Conflict):
    """There is nothing yet under the address of the upload."""

    code = "not_uploaded"


def begin(
    ctx: Context, *, plural: str | None = None, id: str | None = None, name: str, size: int, type: str = ""
) -> dict[str, Any]:
    """Return a new file in quarantine and the form that uploads it, for a record or for one that is yet to come."""
    if plural is not None and id is not None:
        lookup.seen(ctx, plural, id, action="update")
    draft = _draft(ctx, 1, name=name, size=size, type=type)
    file = File(ctx.new_id(), 1, clock.stamp(ctx.now), ctx.actor.id, [draft], plural, id)
    due = ctx.now + (UNFINISHED_FOR if id else UNCLAIMED_FOR)
    writes.execute(ctx, [files.create(ctx, file), *_timer(ctx, file, draft, due=due)])
    return _ticket(file, draft)


def begin_version(
    ctx: Context, *, plural: str, id: str, file: str, name: str, size: int, type: str = ""
) -> dict[str, Any]:
    """Return the form that uploads the next version of a file; the earlier ones are kept."""
    lookup.seen(ctx, plural, id, action="update")
    before = of(ctx, id, file)
    if len(before.drafts) >= MOST_DRAFTS:
        raise Conflict(f"A file has at most {MOST_DRAFTS} versions.", code="too_many_versions")
    draft = _draft(ctx, before.drafts[-1].number + 1, name=name, size=size, type=type)
    after = replace(before.holding(draft), version=before.version + 1)
    execute(ctx, [files.replace_with(ctx, after), *_timer(ctx, after, draft, due=ctx.now + UNFINISHED_FOR)])
    return _ticket(after, draft)


def complete(ctx: Context, *, plural: str, id: str, file: str) -> dict[str, Any]:
    """Look at what was uploaded for a record, and give it to the record if it is fit; return the file either way.

    :raises NotUploaded: when nothing has come yet.
    """
    _, row = lookup.seen(ctx, plural, id, action="update")
    return showing.shown(_looked_at(ctx, of(ctx, id, file), row))


def complete_unattached(ctx: Context, *, id: str) -> dict[str, Any]:
    """Look at what was uploaded for a record that is yet to come; return the file.

    :raises NotUploaded: when nothing has come yet.
    """
    return showing.shown(_looked_at(ctx, own(ctx, id), None))


def settle_scan(ctx: Context, *, file: str, number: int, reason: str | None) -> None:
    """Let a scanned draft out of quarantine, or refuse it for a reason; what was settled already stays as it is."""
    found = files.get(ctx, file)
    draft = found.draft(number) if found else None
    if found is None or draft is None or draft.state != "scanning":
        return
    row = records.get(ctx, found.plural, found.record) if found.plural and found.record else None
    _settle(ctx, found, replace(draft, state="refused" if reason else "ready", reason=reason), row)


def key_of(ctx: Context, file: str, draft: Draft) -> str:
    """Return the key under which a draft is kept once it was looked at."""
    return store.key_of(ctx, f"{file}.{draft.number}")


def of(ctx: Context, record: str, file: str) -> File:
    """Return a file of a record, deleted or not.

    :raises NotFound: when the record has no such file.
    """
    found = files.get(ctx, file)
    if found is None or found.is_doomed or not _hangs_on(ctx, found, record):
        raise NotFound("There is no such file.")
    return found


def _hangs_on(ctx: Context, file: File, record: str) -> bool:
    """Return whether a file is one of a record's, or of one that was merged into it."""
    if file.record in (None, record):
        return file.record == record
    row = records.get(ctx, file.plural, record) if file.plural else None
    return row is not None and file.record in row.merged_from


def own(ctx: Context, file: str) -> File:
    """Return a file that the caller has uploaded for a record that is yet to come.

    :raises NotFound: when there is none.
    """
    found = files.get(ctx, file)
    if found is None or found.is_doomed or found.record is not None or found.created_by != ctx.actor.id:
        raise NotFound("There is no such file.")
    return found


def execute(ctx: Context, planned: list[Write]) -> None:
    """Store what changes a file.

    :raises Conflict: when somebody else changed it meanwhile.
    """
    try:
        writes.execute(ctx, planned)
    except writes.Refused:
        raise Conflict("Somebody changed this file meanwhile; try again.", code="changed_meanwhile") from None


def entry(ctx: Context, file: File, draft: Draft, *, what: str) -> Entry:
    """Return the entry of a record's timeline that tells what happened to a file."""
    data = {"what": what, "file": file.id, "version": draft.number, "name": draft.name, "size": draft.size}
    return Entry(f"{file.id}-{what}-{file.version}", "file", ctx.actor.id, clock.stamp(ctx.now), data=data)


def _draft(ctx: Context, number: int, *, name: str, size: int, type: str) -> Draft:
    try:
        called = plain_text(name, max_length=kinds.LONGEST_NAME)
    except Refusal as refusal:
        raise InvalidInput.of("name", refusal.code, refusal.message) from None
    called = showing.harmless(called)
    kind = kinds.declared(called, type, size)
    return Draft(number, "quarantined", store.new_key(ctx), called, size, kind.type, clock.stamp(ctx.now), ctx.actor.id)


def _timer(ctx: Context, file: File, draft: Draft, *, due: datetime) -> list[Write]:
    return list(timers.set(ctx, id=f"{file.id}-{draft.number}", kind=TIMER, due=due + GRACE, data={"file": file.id}))


def _ticket(file: File, draft: Draft) -> dict[str, Any]:
    form = store.upload_form(draft.upload, content_type=draft.type, least_bytes=draft.size, most_bytes=draft.size)
    expires_at = clock.stamp(clock.parse(draft.at) + store.UPLOAD_LIVES)
    return {"file": showing.shown(file), "upload": {"url": form.url, "fields": form.fields}, "expires_at": expires_at}


def _looked_at(ctx: Context, file: File, row: Row | None) -> File:
    waiting = next((draft for draft in reversed(file.drafts) if draft.state == "quarantined"), None)
    if waiting is None:
        return file
    try:
        findings = _findings(waiting)
    except Unfit as unfit:
        after = _settle(ctx, file, replace(waiting, state="refused", reason=unfit.reason), row)
    else:
        draft = replace(
            waiting,
            state="scanning" if current().file_scanning else "ready",
            size=len(findings.content),
            may_be_shown=findings.may_be_shown,
            width=findings.width,
            height=findings.height,
        )
        store.put(key_of(ctx, file.id, draft), findings.content, content_type=ANY_TYPE)
        after = _settle(ctx, file, draft, row)
    store.delete(waiting.upload)
    return after


def _findings(draft: Draft) -> Findings:
    stored = store.find(draft.upload)
    if stored is None:
        raise NotUploaded("Upload the file first.")
    if stored.size != draft.size:
        raise Unfit("size_mismatch")
    try:
        content = b"".join(store.blocks(draft.upload, etag=stored.etag, size=8 * store.BLOCK))
    except (store.FileGone, store.FileChanged):
        raise NotUploaded("The file changed while we looked at it; try again.") from None
    return kinds.look(draft.type, content)


def _settle(ctx: Context, file: File, draft: Draft, row: Row | None) -> File:
    """Store what became of a draft; a ready one of a record is listed there and told in its timeline."""
    after = replace(file.holding(draft), version=file.version + 1)
    planned: list[Write] = [files.replace_with(ctx, after)]
    if draft.state == "ready" and row is not None:
        told = entry(ctx, after, draft, what="added" if draft.number == 1 else "version")
        planned += [
            files.attach(ctx, row.id, file.id),
            records.unchanged(ctx, row.object, row.id),
            timeline.append(ctx, row.id, told),
        ]
    try:
        writes.execute(ctx, planned)
    except writes.Refused:
        settled = files.get(ctx, file.id)
        if settled is None or settled.version == file.version:
            raise NotFound("There is no such record.") from None
        return settled
    return after
