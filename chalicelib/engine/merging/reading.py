"""The merges of a tenant as its people see them: of what into what, how far, what could not be taken back."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine import access, cursors, jobs, overlays
from chalicelib.engine.catalogue import Object
from chalicelib.engine.jobs import Job
from chalicelib.engine.merging import ledger
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row


def page(ctx: Context, *, limit: int, cursor: str | None = None) -> dict[str, Any]:
    """Return one page of the merges whose winner the caller sees, newest first."""
    query = {"list": "merges"}
    found, last = jobs.page(ctx, kind=ledger.KIND, limit=limit, start=cursors.opened(ctx, query, cursor))
    return {"items": _told(ctx, found), "next_cursor": cursors.sealed(ctx, query, last)}


def get(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return a merge.

    :raises NotFound: when there is none, or the caller does not see its winner.
    """
    told = _told(ctx, [jobs.get(ctx, id=id, kind=ledger.KIND)])
    if not told:
        raise NotFound("There is no such merge.")
    return told[0]


def _told(ctx: Context, found: Sequence[Job]) -> list[dict[str, Any]]:
    """Return what people are told of some merges, the names of their records by one batch read."""
    catalogue = overlays.load(ctx)
    known = [job for job in found if job.data["object"] in catalogue.plurals]
    wanted = [(job.data["object"], id) for job in known for id in (job.data["winner"], *job.data["losers"])]
    stored = rows.get_mixed(ctx, wanted, include_deleted=True)
    told = []
    for job in known:
        object = catalogue.of_plural(job.data["object"])
        winner = stored.get((object.plural, job.data["winner"]))
        if winner is not None and access.visible(ctx, object, [winner]):
            losers = [(id, stored.get((object.plural, id))) for id in job.data["losers"]]
            told.append(_one(ctx, object, job, winner, losers))
    return told


def _one(
    ctx: Context, object: Object, job: Job, winner: Row, losers: Sequence[tuple[str, Row | None]]
) -> dict[str, Any]:
    result: Mapping[str, Any] = job.data.get("result") or {}
    readable = access.readable(ctx, object)
    return {
        "id": job.id,
        "object": object.plural,
        "state": ledger.shown_state(job),
        "created_at": job.created_at,
        "created_by": job.created_by,
        "winner": {"id": winner.id, "name": _name(object, readable, winner)},
        "losers": [{"id": id, "name": _name(object, readable, row)} for id, row in losers],
        "moved": job.data["moved"],
        "undone_at": job.data.get("undone_at"),
        "undone_by": job.data.get("undone_by"),
        "conflicts": ledger.told_conflicts(object.plural, readable, result),
        "later": result.get("later", []),
    }


def _name(object: Object, readable: frozenset[str], row: Row | None) -> str | None:
    return row.values.get(object.name_field) if row is not None and object.name_field in readable else None
