"""The register of what people have asked for about their own data, and the work that each request is.

A request names its person by id and never by name, so that the register itself may outlive them. The law gives a month
to answer (GDPR, article 12(3)); the register says until when.
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from chalicelib.engine import cursors, jobs, overlays, working
from chalicelib.engine.jobs import Job
from chalicelib.engine.privacy import dossier, forgetting, subject
from chalicelib.engine.working import RESERVE, OutOfTime, Step, TimeLeft, Work
from chalicelib.gateways import files
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import records

KIND: Final = "privacy_request"
ZIP: Final = "application/zip"
ANSWER_LIVES: Final = timedelta(days=30)


def begin(
    ctx: Context,
    *,
    object: str,
    id: str,
    kind: str,
    received_on: str | None = None,
    keep_years: int | None = None,
) -> dict[str, Any]:
    """Register what a person asks for and begin to do it.

    ``kind`` is ``access`` (a copy of everything, to read and to take along) or ``erasure``. With ``keep_years`` what is
    erased is blocked in the vault for so long; without, it is destroyed at once.

    :raises InvalidInput: when the object holds no people, or the request comes from the future.
    :raises NotFound: when there is no such record.
    """
    subject.require_people(overlays.refreshed(ctx), object)
    if records.get_many(ctx, object, [id], include_deleted=True) == {}:
        raise NotFound("There is no such record.")
    received = _received(ctx, received_on)
    data = {
        "object": object,
        "record": id,
        "asked": kind,
        "received_on": received.isoformat(),
        "due_on": _a_month_after(received).isoformat(),
        "keep_years": keep_years,
    }
    return told(working.begin(ctx, WORK, step="gather" if kind == "access" else "freeze", data=data))


def recent(ctx: Context, *, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of the register, newest first."""
    query = {"list": KIND}
    found, last = jobs.page(ctx, kind=KIND, limit=limit, start=cursors.opened(ctx, query, cursor))
    return {"items": list(map(told, found)), "next_cursor": cursors.sealed(ctx, query, last)}


def get(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return a request, with the address of the archive while it is there to be fetched.

    :raises NotFound: when there is none.
    """
    job = jobs.get(ctx, id=id, kind=KIND)
    is_there = job.state == "done" and "file" in job.data and ctx.now < clock.parse(job.updated_at) + ANSWER_LIVES
    if not is_there:
        return told(job)
    url = files.download_url(job.data["file"], filename=f"personal-data-{job.id}.zip", content_type=ZIP)
    return {**told(job), "archive": {"url": url, "expires_at": clock.stamp(ctx.now + files.DOWNLOAD_LIVES)}}


def told(job: Job) -> dict[str, Any]:
    """Return what the register says of a request."""
    data = job.data
    return {
        "id": job.id,
        "kind": data["asked"],
        "object": data["object"],
        "record": data["record"],
        "state": job.state,
        "received_on": data["received_on"],
        "due_on": data["due_on"],
        "keep_years": data["keep_years"],
        "created_at": job.created_at,
        "created_by": job.created_by,
        "updated_at": job.updated_at,
        "problem": data.get("problem"),
        "result": data.get("result"),
        "archive": None,
    }


def _gather(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    if time_left() < RESERVE:
        raise OutOfTime
    found = subject.find(ctx, plural=job.data["object"], id=job.data["record"])
    collected = dossier.collect(ctx, found)
    key = job.data.get("file") or f"t/{ctx.tenant}/{job.id}"
    files.put(key, dossier.archive(collected), content_type=ZIP)
    linked = sum(map(len, collected["linked"].values()))
    result = {"linked": linked, "history": sum(map(len, collected["history"].values()))}
    jobs.move(ctx, job, to="done", data={"file": key, "result": result})


def _received(ctx: Context, day: str | None) -> date:
    today = ctx.now.date()
    if day is None:
        return today
    try:
        received = date.fromisoformat(day)
    except ValueError:
        raise InvalidInput.of("received_on", "invalid_date", "Send a day such as 2026-11-21.") from None
    if received > today + timedelta(days=1):
        raise InvalidInput.of("received_on", "in_the_future", "Say on which day the request came in.")
    return received


def _a_month_after(day: date) -> date:
    """Return the same day of the next month, or its last one."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _reason(job: Job) -> str:
    return f"Privacy request {job.id}"


STEPS: Mapping[str, Step] = {
    "gather": Step("gathering", _gather),
    "freeze": Step("freezing", forgetting.freeze),
    "seal": Step("sealing", forgetting.seal),
    "erase": Step("erasing", forgetting.erase),
}
WORK: Final = Work(KIND, STEPS, _reason, quiet=lambda _job: True)
