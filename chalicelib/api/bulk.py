"""Bulk: one edit of many records, as a job; first a look at what it would do."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.jobs import JOB
from chalicelib.api.request import Request
from chalicelib.api.shapes import anything, array, boolean, choice, component, integer, nullable, obj, record_id, string
from chalicelib.engine.bulk import desk
from chalicelib.engine.bulk.edits import Edit
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Bulk")

TARGET: Final = obj(
    optional={
        "view": record_id(),
        "filter": nullable(component("Filter")),
        "sort": nullable(string(1, 80)),
        "ids": array(record_id(), min_items=1, max_items=desk.MOST_IDS),
    }
)
EDIT: Final[dict[str, Any]] = {
    "changes": {"type": "object", "additionalProperties": anything()},
    "owner": record_id(),
    "tags": array(string(1, 40), min_items=1, max_items=30),
}
ASKED: Final[dict[str, Any]] = {
    "object": string(1, 60),
    "action": choice("update", "delete", "restore", "transfer", "tag", "untag"),
    "target": TARGET,
}
START: Final = obj(**ASKED, optional={**EDIT, "fire_automations": boolean()})
LOOK: Final = obj(**ASKED, optional=EDIT)
VALUES: Final = {"type": "object", "additionalProperties": anything()}
PREVIEW: Final = obj(
    count=integer(0),
    exact=boolean(),
    sample=array(
        obj(
            id=string(),
            name=string(),
            verdict=choice("changed", "unchanged", "refused"),
            reason=nullable(string()),
            before=VALUES,
            after=VALUES,
        )
    ),
)


@blueprint.post("/v1/bulk", status=202, body=START, answer=JOB, scope="jobs", headers=("Idempotency-Key",))
def start_bulk(ctx: Context, request: Request) -> dict[str, Any]:
    """Edit up to 100,000 records of a view, a filter or a list of ids, as a job that can be stopped and undone."""
    key, asked = request.idempotency_key, request.json
    return desk.start(
        ctx,
        object=asked["object"],
        target=asked["target"],
        edit=_edit(asked),
        fire_automations=asked.get("fire_automations", False),
        key=Idempotency.of(key, "bulk", asked) if key else None,
    )


@blueprint.post("/v1/bulk/preview", reads=True, body=LOOK, answer=PREVIEW, scope="jobs")
def preview_bulk(ctx: Context, request: Request) -> dict[str, Any]:
    """Say how many records an edit would be about, and show the first five before and after."""
    asked = request.json
    return desk.preview(ctx, object=asked["object"], target=asked["target"], edit=_edit(asked))


def _edit(asked: dict[str, Any]) -> Edit:
    return Edit(asked["action"], asked.get("changes", {}), asked.get("owner"), tuple(asked.get("tags", ())))
