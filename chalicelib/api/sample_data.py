"""The sample firm: load it, look how far it is, remove it."""

from typing import Any

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import choice, integer, obj
from chalicelib.kernel.context import Context
from chalicelib.samples import loading

blueprint = TenderoBlueprint(__name__, tag="Sample data")

STATE = obj(state=choice("absent", "loading", "loaded", "removing"), progress=obj(done=integer(), total=integer()))


@blueprint.get("/v1/sample-data", who="admin", answer=STATE)
def get_sample_data(ctx: Context, request: Request) -> dict[str, Any]:
    """Read whether the sample firm is in this workspace, and how far."""
    return loading.state(ctx).told()


@blueprint.post("/v1/sample-data", who="admin", status=202, answer=STATE, problems=(409,))
def load_sample_data(ctx: Context, request: Request) -> dict[str, Any]:
    """Fill this workspace with the sample firm."""
    return loading.load(ctx)


@blueprint.delete("/v1/sample-data", who="admin", status=202, answer=STATE, problems=(409,))
def remove_sample_data(ctx: Context, request: Request) -> dict[str, Any]:
    """Remove every record of the sample firm, and nothing else."""
    return loading.remove(ctx)
