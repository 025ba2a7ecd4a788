"""Search across everything that the caller may see."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, integer, nullable, obj, record_id, string
from chalicelib.engine import searching
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Search")

HIT: Final = obj(
    object=string(), id=record_id(), name=nullable(string()), field=string(), subtitle=nullable(string())
)  # fmt: skip
QUERY: Final = {"q": string(1, 200), "objects": string(1, 1000), "limit": integer(1, searching.MOST)}
DEFAULT: Final = 20


@blueprint.get(
    "/v1/search", scope="search", query=QUERY, required=("q",),
    answer=obj(items=array(HIT), corrected=nullable(string())),
)  # fmt: skip
def search_everywhere(ctx: Context, request: Request) -> dict[str, Any]:
    """Find records of all objects by words, the best first; ``corrected`` is what was looked for instead of ``q``."""
    objects = request.one("objects")
    limit = request.one("limit")
    return searching.everywhere(
        ctx,
        q=request.one("q") or "",
        plurals=objects.split(",") if objects else None,
        limit=int(limit) if limit else DEFAULT,
    )
