"""The OpenAPI document, over HTTP."""

from collections.abc import Hashable
from typing import Any, Final

from chalicelib.api import openapi_document
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request, Response
from chalicelib.engine import openapi
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Metadata")

MOST_KEPT: Final = 4
_documents: dict[Hashable, dict[str, Any]] = {}


@blueprint.get("/v1/openapi.json", who="anyone", scope="objects", answer={"type": "object"})
def read_openapi(ctx: Context, request: Request) -> Response:
    """Describe this API: with the objects of the caller's firm, or to strangers with those that every firm has."""
    catalogue = openapi.seen(ctx)
    key = openapi.fingerprint(ctx, catalogue)
    if key not in _documents:
        if len(_documents) >= MOST_KEPT:
            _documents.clear()
        _documents[key] = openapi_document.build(blueprint.current_app.operations, catalogue)
    shared = "private, no-cache" if ctx.tenant else "public, max-age=300"
    return Response(_documents[key], headers={"Cache-Control": shared, "Vary": "Authorization"})
