"""Imports: upload a file, look at it, correct the mapping, start, read the verdicts, undo."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import (
    anything,
    array,
    boolean,
    choice,
    free,
    integer,
    line,
    nullable,
    obj,
    record_id,
    string,
    timestamp,
)
from chalicelib.engine.importing import imports
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Imports")

STATES: Final = ("created", "previewing", "ready", "running", "done", "failed", "undoing", "undone")
OUTCOMES: Final = obj(created=integer(), updated=integer(), skipped=integer(), failed=integer())
TARGET: Final = obj(
    object=string(1, 60),
    field=string(1, 60),
    optional={"part": string(1, 40), "label": string(1, 40), "label_column": integer(0, 10_000)},
)
NEW_FIELD: Final = obj(
    name=string(3, 60),
    type=string(1, 40),
    label=obj(es=string(1, 120), en=string(1, 120)),
    optional={
        "options": array(obj(value=string(1, 60), label=obj(es=string(1, 120), en=string(1, 120))), max_items=200),
        "multiple": boolean(),
    },
)
ANSWERS: Final = {"date_order": choice("dmy", "mdy", "ymd"), "decimal_mark": choice(".", ",")}
ENTRY: Final = obj(
    column=integer(0, 10_000),
    target=nullable(TARGET),
    optional={
        "header": string(),
        "confidence": {"type": "number"},
        "samples": array(string()),
        "ask": boolean(),
        "question": choice("meaning", "date_order", "decimal_mark"),
        "candidates": array(TARGET),
        "remembered": boolean(),
        "suggested_field": NEW_FIELD,
        "create_field": nullable(NEW_FIELD),
        **ANSWERS,
    },
)
MATCH: Final = obj(
    optional={"object": string(1, 60), "field": string(1, 60), "fields": array(string(1, 60), max_items=5)}
)
OPTIONS: Final = obj(on_duplicate=choice("skip", "update", "create"), fire_automations=boolean())
NEW_IMPORT: Final = obj(object=string(1, 60), filename=line(255))
PREVIEW: Final = obj(optional={"mapping": array(ENTRY, max_items=500), "match": MATCH})
START: Final = obj(
    mapping=array(ENTRY, min_items=1, max_items=500),
    on_duplicate=choice("skip", "update", "create"),
    optional={"fire_automations": boolean(), "match": MATCH},
)
SHOWN_RECORD: Final = obj(
    object=string(), action=choice("create", "update", "skip", "link"), id=nullable(string()), values=free()
)
CELL_PROBLEM: Final = obj(column=nullable(integer(0)), header=nullable(string()), code=string(), message=string())
SHOWN_ROW: Final = obj(row=integer(1), line=integer(1), records=array(SHOWN_RECORD), problems=array(CELL_PROBLEM))
SUMMARY: Final[dict[str, Any]] = {
    "id": record_id(),
    "object": string(),
    "filename": string(),
    "state": choice(*STATES),
    "created_at": timestamp(),
    "created_by": string(),
    "updated_at": timestamp(),
    "problem": nullable(obj(code=string(), detail=string())),
    "detected": nullable(
        obj(
            encoding=string(),
            delimiter=string(),
            quote=string(),
            has_header=boolean(),
            rows=integer(0),
            columns=integer(0),
            uncertain=array(integer(0)),
            date_order=nullable(string()),
            decimal_mark=nullable(string()),
            optional={
                "format": choice("csv", "xlsx", "vcard"),
                "left_out": array(obj(code=string(), count=integer(0))),
            },
        )
    ),
    "options": nullable(OPTIONS),
    "verdicts": nullable(OUTCOMES),
}
IMPORT: Final = obj(
    **SUMMARY,
    optional={
        "mapping": array(ENTRY),
        "match": obj(object=string(), field=nullable(string()), fields=array(string())),
        "preview": array(SHOWN_ROW),
        "progress": obj(done=integer(0), total=integer(0)),
        "partly": integer(0),
        "undo": obj(
            undone=integer(0),
            kept=integer(0),
            kept_records=array(obj(row=integer(1), object=string(), id=string(), reason=string())),
        ),
    },
)
TICKET: Final = obj(
    **SUMMARY,
    upload=obj(url=string(), fields={"type": "object", "additionalProperties": anything()}),
    expires_at=timestamp(),
)


@blueprint.post("/v1/imports", status=201, body=NEW_IMPORT, answer=TICKET, scope="imports")
def create_import(ctx: Context, request: Request) -> dict[str, Any]:
    """Begin an import: the answer says where to upload the file, for five minutes."""
    return imports.create(ctx, **request.json)


@blueprint.get("/v1/imports", query=PAGING, answer=page_of(obj(**SUMMARY)), scope="imports")
def list_imports(ctx: Context, request: Request) -> dict[str, Any]:
    """List imports, newest first."""
    return imports.recent(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/imports/{id}", answer=IMPORT, scope="imports", problems=(404,))
def get_import(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read an import: what was detected, the mapping, the preview, the progress."""
    return imports.get(ctx, id=id)


@blueprint.post(
    "/v1/imports/{id}/preview", status=202, body=PREVIEW, answer=obj(**SUMMARY), scope="imports", problems=(404, 409)
)
def preview_import(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Look at the uploaded file, under our mapping or the given one; nothing is written."""
    return imports.preview(ctx, id=id, **request.json)


@blueprint.post("/v1/imports/{id}/start", status=202, body=START, answer=IMPORT, scope="imports", problems=(404, 409))
def start_import(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Store the rows of the file under a mapping."""
    return imports.start(ctx, id=id, **request.json)


@blueprint.get(
    "/v1/imports/{id}/verdicts.csv",
    answer=obj(url=string(), expires_at=timestamp()),
    scope="imports",
    problems=(404, 409),
)
def download_verdicts(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say where to download the verdict of every row, as CSV, for five minutes."""
    return imports.verdicts(ctx, id=id)


@blueprint.post("/v1/imports/{id}/undo", status=202, answer=IMPORT, scope="imports", problems=(404, 409))
def undo_import(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Take back what an import did, but for what was edited since."""
    return imports.undo(ctx, id=id)
