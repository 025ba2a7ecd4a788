"""Metadata: which objects a firm has, and everything that a screen needs to draw them."""

from collections.abc import Mapping
from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, component, integer, obj, string
from chalicelib.engine import access, metadata
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Metadata")

AGREED: Final = obj(plural=string(), label=obj(es=string(), en=string()), permissions={"type": "object"})
OBJECTS: Final = obj(catalogue_version=integer(0), items=array(component("ObjectSummary")), agreed=array(AGREED))


@blueprint.get("/v1/objects", answer=OBJECTS, scope="objects")
def list_objects(ctx: Context, request: Request) -> Response:
    """List the objects of the firm, and what else it agrees on together, with what the caller may do to each."""
    return _tagged(ctx, request, metadata.all(ctx))


@blueprint.get("/v1/objects/{plural}", answer=component("ObjectDocument"), scope="objects", problems=(404,))
def read_object(ctx: Context, request: Request, plural: str) -> Response:
    """Describe an object: its fields, sections, columns and relations."""
    return _tagged(ctx, request, metadata.describe(ctx, plural=plural))


def _tagged(ctx: Context, request: Request, described: Mapping[str, Any]) -> Response:
    """Return the metadata unless the caller has this version of it; what may be done differs between roles."""
    tag = f'"{described["catalogue_version"]}-{access.tag(ctx)}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    is_known = tag in request.headers.get("if-none-match", "")
    return Response(None, status=304, headers=headers) if is_known else Response(described, headers=headers)
