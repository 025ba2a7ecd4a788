"""An export from the desk of whoever asks for it: what, as what, how far it is, and where to fetch it.

The link is made anew each time somebody looks, and lives for minutes; the file behind it lives for a week.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from chalicelib.engine import access, cursors, jobs, overlays, query, views, working
from chalicelib.engine import filters as conditions
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.exporting import columns, formats, progress, vcard, worker
from chalicelib.engine.jobs import Job
from chalicelib.gateways import files
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound, TooManyRequests
from chalicelib.observability import logger, metric

KIND = worker.KIND
MOST_A_DAY = 50
"""Exports that one person or key may ask for in a day: a stolen token is not to copy a firm in an afternoon."""

MOST_IDS = 1_000
"""Records that can be named one by one."""

_DAY = timedelta(days=1)
_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class _Selection:
    """Which records, in which order, and which of their fields; None says nothing."""

    filter: Any
    sort: str | None
    fields: Sequence[str] | None


class TooManyExports(TooManyRequests):
    """The caller has asked for as many exports as one may in a day."""

    code = "too_many_exports"


def create(
    ctx: Context,
    *,
    object: str,
    format: str,
    view: str | None = None,
    filter: Mapping[str, Any] | None = None,
    ids: Sequence[str] | None = None,
    sort: str | None = None,
    fields: Sequence[str] | None = None,
    options: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Ask for an export; a ``view`` says what is not said otherwise: the columns, the filter and the order.

    ``ids`` name the records one by one instead, in the order in which the file is to have them.

    :raises Forbidden: when the caller's role does not let them export the object.
    :raises InvalidInput: when the filter, the order, a field or the format makes no sense for it.
    :raises TooManyExports: when the caller has had enough for a day.
    """
    asked = dict(options or {})
    if ids is not None and any(one is not None for one in (view, filter, sort)):
        raise InvalidInput.of("ids", "ids_alone", "Name records by their ids, or select them; not both.")

    def understood(catalogue: Catalogue) -> tuple[Object, _Selection, tuple[str, ...]]:
        found = catalogue.of_plural(object)
        access.require(ctx, found, "export")
        chosen = _selected(ctx, found, view, _Selection(filter, sort, fields))
        conditions.read(ctx, found, chosen.filter)
        query.require_order(ctx, found, chosen.sort)
        return found, chosen, columns.chosen(ctx, found, chosen.fields, is_table=format in ("csv", "xlsx"))

    found, selection, names = overlays.understood(ctx, understood)
    if format == "vcard" and not vcard.fits(found):
        raise InvalidInput.of("format", "unsuitable_format", "These records have no name, e-mail, phone or address.")
    _require_quota(ctx)
    speaking = _speaking(ctx, asked)
    data = {
        "object": found.plural,
        "format": format,
        "view": view,
        "filter": selection.filter,
        "sort": selection.sort,
        "chosen": None if ids is None else len(set(ids)),
        "fields": list(names),
        "is_whole": selection.fields is None and format == "json",
        "columns": columns.planned(speaking, found, names, by_name=asked.get("header") == "names"),
        "options": asked,
        "content_type": formats.CONTENT_TYPES[format],
        "file": files.new_key(ctx),
    }
    id = ctx.new_id()
    beside = [progress.begin(ctx, id), *([progress.choose(ctx, id, ids)] if ids is not None else [])]
    job = working.begin(speaking, worker.WORK, step="write", data=data, beside=beside, id=id)
    metric("ExportsAsked")
    logger.info("export asked", job=job.id, object=found.plural, actor=ctx.actor.id)
    return _told(ctx, job)


def get(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return an export, with a link to its file while there is one.

    :raises NotFound: when there is none, or it is somebody else's.
    """
    job = jobs.get(ctx, id=id, kind=KIND)
    if not _may_see(ctx, job):
        raise NotFound("There is no such export.")
    return _told(ctx, job)


def recent(ctx: Context, *, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return the exports that the caller may see, newest first; their links are told one by one."""
    asked = {"list": "exports"}
    found, last = jobs.page(ctx, kind=KIND, limit=limit, start=cursors.opened(ctx, asked, cursor))
    items = [_summary(ctx, job) for job in found if _may_see(ctx, job)]
    return {"items": items, "next_cursor": cursors.sealed(ctx, asked, last)}


def _selected(ctx: Context, object: Object, view: str | None, said: _Selection) -> _Selection:
    """Return what was said, completed by a view that the caller may open."""
    if view is None:
        return said
    saved = views.applied(ctx, object, view)
    return _Selection(
        saved.filter if said.filter is None else said.filter,
        said.sort or saved.sort,
        said.fields or saved.columns or None,
    )


def _speaking(ctx: Context, asked: Mapping[str, Any]) -> Context:
    """Return the context in whose language the file is written."""
    return replace(ctx, locale=asked["locale"]) if asked.get("locale") else ctx


def _require_quota(ctx: Context) -> None:
    since = clock.stamp(ctx.now - _DAY)
    found, _ = jobs.page(ctx, kind=KIND, limit=_LOOKED_AT)
    if sum(job.created_by == ctx.actor.id and job.created_at >= since for job in found) >= MOST_A_DAY:
        raise TooManyExports(f"Ask for at most {MOST_A_DAY} exports a day.", retry_after=3_600)


def _may_see(ctx: Context, job: Job) -> bool:
    return job.created_by == ctx.actor.id or access.is_admin(ctx)


def _expires_at(job: Job) -> str | None:
    finished = job.data.get("finished_at")
    return clock.stamp(clock.parse(finished) + files.PASSING_LIVES) if finished else None


def _summary(ctx: Context, job: Job) -> dict[str, Any]:
    data = job.data
    expires_at = _expires_at(job)
    is_gone = expires_at is not None and expires_at <= clock.stamp(ctx.now)
    return {
        "id": job.id,
        "object": data["object"],
        "format": data["format"],
        "fields": data["fields"],
        "view": data["view"],
        "filter": data["filter"],
        "sort": data["sort"],
        "chosen": data.get("chosen"),
        "options": data["options"],
        "state": "expired" if is_gone and job.state == "done" else job.state,
        "created_at": job.created_at,
        "created_by": job.created_by,
        "updated_at": job.updated_at,
        "problem": data.get("problem"),
        "result": data.get("result"),
        "expires_at": expires_at,
    }


def _told(ctx: Context, job: Job) -> dict[str, Any]:
    """Return all that is known of an export now."""
    told = _summary(ctx, job)
    cursor = progress.read(ctx, job.id)
    told["progress"] = {"done": cursor.done if cursor else 0, "total": (job.data.get("progress") or {}).get("total")}
    told["download"] = _download(ctx, job) if told["state"] == "done" else None
    return told


def _download(ctx: Context, job: Job) -> dict[str, str]:
    day = job.created_at[:10]
    name = f"{job.data['object']}-{day}.{formats.EXTENSIONS[job.data['format']]}"
    url = files.download_url(job.data["file"], filename=name, content_type=job.data["content_type"])
    return {"url": url, "filename": name, "expires_at": clock.stamp(ctx.now + files.DOWNLOAD_LIVES)}
