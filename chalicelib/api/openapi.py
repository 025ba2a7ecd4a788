"""The OpenAPI document, over HTTP."""

from typing import Any

from chalicelib.api import openapi_document
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request, Response
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Metadata")

_documents: dict[str, dict[str, Any]] = {}


@blueprint.get("/v1/openapi.json", who="public", answer={"type": "object"})
def read_openapi(ctx: Context, request: Request) -> Response:
    """Describe this API, with the objects that every firm has."""
    if "standard" not in _documents:
        _documents["standard"] = openapi_document.build(blueprint.current_app.operations)
    return Response(_documents["standard"], headers={"Cache-Control": "public, max-age=300"})
