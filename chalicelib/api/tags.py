"""Tags: which there are, and how they become others."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.jobs import JOB
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, integer, nullable, obj, string
from chalicelib.engine import tagging
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Tags")

TAG: Final = string(1, 40)
COUNTED: Final = obj(
    items=array(obj(tag=string(), count=integer(0), objects={"type": "object", "additionalProperties": integer(0)}))
)
RENAME: Final = obj(tags=array(TAG, min_items=1, max_items=30), into=nullable(TAG))


@blueprint.get("/v1/tags", answer=COUNTED, scope="tags")
def list_tags(ctx: Context, request: Request) -> dict[str, Any]:
    """List the tags in use, the most used first, each with how many records of each object bear it."""
    return tagging.counted(ctx)


@blueprint.post("/v1/tags/rename", status=202, body=RENAME, answer=JOB)
def rename_tags(ctx: Context, request: Request) -> dict[str, Any]:
    """Put one tag in place of some others on every record, or with null take them away, as a job."""
    return tagging.rename(ctx, tags=request.json["tags"], into=request.json["into"])
