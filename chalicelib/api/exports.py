"""Exports: ask for a file of records, see how far it is, fetch it."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import (
    array,
    boolean,
    choice,
    free,
    integer,
    nullable,
    obj,
    record_id,
    string,
    timestamp,
)
from chalicelib.engine.exporting import exports, formats
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Exports")

STATES: Final = ("running", "done", "failed", "expired")
OPTIONS: Final = obj(
    optional={
        "vcard_version": integer(3, 4),
        "decimal_mark": choice(".", ","),
        "day_first": boolean(),
        "separator": choice(",", ";", "\t", "|"),
        "header": choice("labels", "names"),
        "locale": choice("es", "en"),
    }
)
NEW_EXPORT: Final = obj(
    object=string(1, 60),
    format=choice(*formats.NAMES),
    optional={
        "view": nullable(record_id()),
        "filter": nullable(free()),
        "ids": array(record_id(), min_items=1, max_items=exports.MOST_IDS),
        "sort": nullable(string(1, 80)),
        "fields": nullable(array(string(1, 60), min_items=1, max_items=500)),
        "options": OPTIONS,
    },
)
SUMMARY: Final[dict[str, Any]] = {
    "id": record_id(),
    "object": string(),
    "format": choice(*formats.NAMES),
    "fields": array(string()),
    "view": nullable(string()),
    "filter": nullable(free()),
    "sort": nullable(string()),
    "chosen": nullable(integer(0)),
    "options": OPTIONS,
    "state": choice(*STATES),
    "created_at": timestamp(),
    "created_by": string(),
    "updated_at": timestamp(),
    "problem": nullable(obj(code=string(), detail=string())),
    "result": nullable(obj(records=integer(0), bytes=integer(0))),
    "expires_at": nullable(timestamp()),
}
EXPORT: Final = obj(
    **SUMMARY,
    progress=obj(done=integer(0), total=nullable(integer(0))),
    download=nullable(obj(url=string(), filename=string(), expires_at=timestamp())),
)


@blueprint.post("/v1/exports", status=202, body=NEW_EXPORT, answer=EXPORT, scope="exports", problems=(404, 429))
def create_export(ctx: Context, request: Request) -> dict[str, Any]:
    """Ask for a file of the records that you may export, selected or named, as CSV, XLSX, vCard or JSON."""
    return exports.create(ctx, **request.json)


@blueprint.get("/v1/exports", query=PAGING, answer=page_of(obj(**SUMMARY)), scope="exports")
def list_exports(ctx: Context, request: Request) -> dict[str, Any]:
    """List exports, newest first."""
    return exports.recent(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/exports/{id}", answer=EXPORT, scope="exports", problems=(404,))
def get_export(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read an export: how far it is and, once it is done, a link to its file for five minutes."""
    return exports.get(ctx, id=id)
