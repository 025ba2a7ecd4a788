"""Health: whether this stage can do its work."""

from typing import Any

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import choice, obj, string
from chalicelib.kernel.context import Context
from chalicelib.storage import system

VERSION = "0.1.0"

blueprint = TenderoBlueprint(__name__, tag="Health")


@blueprint.get("/v1/health", who="public", answer=obj(status=choice("ok"), version=string()), problems=(503,))
def read_health(ctx: Context, request: Request) -> dict[str, Any]:
    """Say whether the tables can be reached."""
    system.reachable()
    return {"status": "ok", "version": VERSION}
