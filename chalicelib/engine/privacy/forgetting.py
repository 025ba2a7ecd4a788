"""Forgetting a person, so that nobody finds them any more and the ledger of the firm still adds up.

Three steps, each safe to repeat from its beginning. *Freeze*: the record leaves every list. *Seal*: once the stream has
told all that happened so far, everything is collected and, where the law wants it kept, put into the vault, which no
function opens (LOPDGDD, article 32). *Erase*: what was only about the person goes for good; what belongs to others -
a deal, an order - stays with its amounts and dates, and the person is taken out of its words; histories keep who did
what and when, and lose what was said. The person's own record goes last, because by it the others are recognised.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import beside, drafts, jobs, records, trash, working
from chalicelib.engine.attachments import keeping
from chalicelib.engine.audit import ERASURE
from chalicelib.engine.catalogue import Object
from chalicelib.engine.jobs import Job
from chalicelib.engine.privacy import dossier, redaction, subject
from chalicelib.engine.privacy.subject import Holding, Subject
from chalicelib.engine.projection import has_followed
from chalicelib.engine.rules import Change
from chalicelib.engine.working import RESERVE, OutOfTime, TimeLeft
from chalicelib.gateways import files, vault
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import index, runs, timeline, writes
from chalicelib.storage import jobs as parts
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

STREAM_LAG: Final = timedelta(seconds=1)
JOBS_A_PAGE: Final = 25


def freeze(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Take the person's record out of every list and wait for the stream to have told so."""
    _in_time(time_left)
    found = _found(ctx, job)
    if found.row.deleted_at is None:
        plan = records.plan_delete(_erasing(ctx), plural=found.object.plural, id=found.row.id)
        records.commit(ctx, [plan], answer={})
        raise OutOfTime(delay=STREAM_LAG)
    involved = [found.row, *(holding.row for holding in found.holdings)]
    if not all(has_followed(ctx, row) for row in involved):
        raise OutOfTime(delay=STREAM_LAG)
    working.resume(ctx, job, step="seal")


def seal(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Put everything about the person into the vault, where it must be kept."""
    _in_time(time_left)
    sealed = None
    if job.data["keep_years"]:
        archive = dossier.archive(dossier.collect(ctx, _found(ctx, job)))
        sealed = vault.seal(ctx, job.id, archive, years=job.data["keep_years"])
    working.resume(ctx, job, step="erase", data={"sealed": sealed})


def erase(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Remove what is only the person's, take them out of the rest, and let their record go."""
    try:
        found = _found(ctx, job)
    except NotFound:
        jobs.move(ctx, job, to="done")
        return
    house = _erasing(ctx)
    for holding in found.holdings:
        _in_time(time_left)
        if holding.is_theirs or holding.row.deleted_at:
            _remove(house, found, holding.object, holding.row)
        else:
            _redact(house, found, holding)
    job = _swept(ctx, job, "answers", time_left, lambda place: _forget_answers(ctx, found, place))
    job = _swept(ctx, job, "jobs", time_left, lambda place: _forget_in_jobs(ctx, found, place, but=job.id))
    for own in found.own_ids:
        _forget_in_runs(ctx, found, own)
    kept = sum(not (holding.is_theirs or holding.row.deleted_at) for holding in found.holdings)
    result = {"removed": len(found.holdings) - kept + 1 + len(found.merged), "kept_without_them": kept}
    for merged in found.merged:
        _remove(house, found, found.object, merged)
    _remove(house, found, found.object, found.row)
    jobs.move(ctx, job, to="done", data={"result": result})


def _found(ctx: Context, job: Job) -> Subject:
    return subject.find(ctx, plural=job.data["object"], id=job.data["record"])


def _erasing(ctx: Context) -> Context:
    """Return the context under which history tells that something was taken out, and not what."""
    return ctx.because(ctx.reason or "", quiet=True, source=ERASURE)


def _in_time(time_left: TimeLeft) -> None:
    if time_left() < RESERVE:
        raise OutOfTime


def _remove(ctx: Context, found: Subject, object: Object, row: Row) -> None:
    """Let a record go for good: its files and words first, so that whoever repeats this still finds it."""
    beside.forget(ctx, object, row)
    keeping.erase_of(ctx, row.id)
    timeline.forget_values(ctx, row.id)
    if row.deleted_at is None:
        plan = records.plan_delete(ctx, plural=object.plural, id=row.id)
        records.commit(ctx, [plan], answer={})
        row = plan.row
    if not trash.remove(ctx, found.catalogue, object, row):
        raise OutOfTime  # somebody changed it just now


def _redact(ctx: Context, found: Subject, holding: Holding) -> None:
    """Take the person out of a record that stays: its values, and what its history says."""
    object, row = holding.object, holding.row
    changes = redaction.changes(object, row, found.identity)
    if changes:
        before = drafts.whole(row)
        change = Change("update", found.catalogue, object, row.id, row.owner, before, row, before).holding(**changes)
        records.commit(ctx, [records.plan_of(ctx, change)], answer={})
    for entry in subject.history(ctx, row.id):
        redacted = _without(found, entry)
        if redacted != entry:
            writes.execute(ctx, [timeline.append(ctx, row.id, redacted)])


def _without(found: Subject, entry: Entry) -> Entry:
    """Return an entry of another record without the person; what names their records loses the name."""
    person = found.identity
    data: Mapping[str, Any] = person.without(entry.data)
    if entry.data.get("id") in found.own_ids:
        data = {name: value for name, value in data.items() if name in timeline.TOLD}
    return replace(entry, changes=person.without(entry.changes), data=data)


def _swept(ctx: Context, job: Job, name: str, time_left: TimeLeft, sweep: Callable[[str | None], str | None]) -> Job:
    """Go through something long page by page, remembering in the job where the next page begins."""
    places = dict(job.data.get("swept", {}))
    while places.get(name) != "":
        place = sweep(places.get(name))
        places[name] = place or ""
        if time_left() < RESERVE:
            jobs.move(ctx, job, to=job.state, data={"swept": places})
            raise OutOfTime
    return jobs.move(ctx, job, to=job.state, data={"swept": places})


def _forget_answers(ctx: Context, found: Subject, place: str | None) -> str | None:
    return index.forget_answers(ctx, found.is_named_in, start=place)


def _forget_in_jobs(ctx: Context, found: Subject, place: str | None, *, but: str) -> str | None:
    """Take the person out of what a page of jobs has kept, and destroy the files that may hold them."""
    page, last = jobs.page(ctx, limit=JOBS_A_PAGE, start=place)
    for job in page:
        if job.id != but:
            _forget_in_job(ctx, found, job)
    return last


def _forget_in_runs(ctx: Context, found: Subject, record: str) -> None:
    """Take the person out of what the runs of automations say that they did with their record."""
    start: str | None = None
    while True:
        page, start = runs.mentions(ctx, record, limit=JOBS_A_PAGE, start=start)
        for mention in page:
            _, place = _rewritten(ctx, found, mention.run, None)
            while place is not None:
                _, place = _rewritten(ctx, found, mention.run, place)
        if start is None:
            return


def _forget_in_job(ctx: Context, found: Subject, job: Job) -> None:
    named, start = _rewritten(ctx, found, job.id, None)
    while start is not None:
        more, start = _rewritten(ctx, found, job.id, start)
        named += more
    is_over = not (working.is_known(job.kind) and working.is_running(job))
    if is_over and (named or job.data.get("object") in found.plurals):
        for key in _files_of(ctx, job.data):
            files.destroy(key)
    redacted = found.identity.without(job.data)
    if redacted != job.data:
        jobs.move(ctx, job, to=job.state, data=redacted)


def _rewritten(ctx: Context, found: Subject, job: str, start: str | None) -> tuple[int, str | None]:
    return parts.rewrite(ctx, job, found.identity.without, start=start)


def _files_of(ctx: Context, data: Any) -> Sequence[str]:
    """Return the keys of files that a job has kept, wherever it did."""
    if isinstance(data, str):
        return [data] if data.startswith(f"t/{ctx.tenant}/") else []
    inner = data.values() if isinstance(data, Mapping) else data if isinstance(data, list | tuple) else ()
    return [key for value in inner for key in _files_of(ctx, value)]
