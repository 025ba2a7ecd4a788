"""Lists drawn otherwise: grouped, as for a board, and by their days, as for a calendar."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import CURSOR
from chalicelib.api.records import SCOPE
from chalicelib.api.request import Request
from chalicelib.api.shapes import anything, array, boolean, component, integer, nullable, obj, record_id, string
from chalicelib.engine import agenda, groups, query
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Records")

FIELD: Final = string(1, 80)
DAY: Final = string(pattern=r"\d{4}-\d{2}-\d{2}")
GROUPS_QUERY: Final = {"by": FIELD, "view": record_id()}
CALENDAR_QUERY: Final = {"by": FIELD, "end": FIELD, "from": DAY, "to": DAY, "view": record_id(), "cursor": CURSOR}
SUM: Final = obj(field=string(), amount=string(), currency=string())
BASE: Final = obj(**SUM["properties"], complete=boolean(), optional={"weighted": string()})
GROUP: Final = obj(value=anything(), count=integer(0), sums=array(SUM), base=array(BASE))
GROUPS: Final = obj(by=string(), items=array(GROUP), exact=boolean(), scanned=integer(0))
DAYS: Final[dict[str, Any]] = {"from": DAY, "to": DAY}
STRETCH: Final = obj(
    **DAYS,
    optional={
        "by": nullable(FIELD),
        "end": nullable(FIELD),
        "filter": nullable(component("Filter")),
        "view": nullable(record_id()),
        "cursor": nullable(CURSOR),
    },
)
WANTED: Final = obj(by=FIELD, optional={"filter": nullable(component("Filter")), "view": nullable(record_id())})


@blueprint.get(
    "/v1/records/{plural}/groups", scope=SCOPE, query=GROUPS_QUERY, required=("by",), open_query=True, answer=GROUPS
)
def read_groups(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Count and sum records for each value of a field; not exact, the numbers are lower bounds."""
    conditions = {name: values for name, values in request.query.items() if name not in GROUPS_QUERY}
    return groups.by(
        ctx,
        plural=plural,
        field=request.one("by") or "",
        filters=query.from_parameters(conditions),
        view=request.one("view"),
    )


@blueprint.post("/v1/records/{plural}/groups", scope=SCOPE, reads=True, body=WANTED, answer=GROUPS)
def query_groups(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Count and sum records for each value of a field, under a tree of conditions."""
    wanted = request.json
    return groups.by(
        ctx, plural=plural, field=wanted["by"], filters=wanted.get("filter"), view=wanted.get("view")
    )  # fmt: skip


@blueprint.get(
    "/v1/records/{plural}/calendar", scope=SCOPE, query=CALENDAR_QUERY, required=("from", "to"), open_query=True,
    answer=component("{Object}List"),
)  # fmt: skip
def read_calendar(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """List the records of some days, by a date of theirs or from one to another."""
    conditions = {name: values for name, values in request.query.items() if name not in CALENDAR_QUERY}
    return agenda.of(
        ctx,
        plural=plural,
        field=request.one("by"),
        end=request.one("end"),
        first=request.one("from") or "",
        last=request.one("to") or "",
        filters=query.from_parameters(conditions),
        view=request.one("view"),
        cursor=request.one("cursor"),
    )


@blueprint.post(
    "/v1/records/{plural}/calendar", scope=SCOPE, reads=True, body=STRETCH, answer=component("{Object}List")
)
def query_calendar(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """List the records of some days, under a tree of conditions."""
    wanted = request.json
    return agenda.of(
        ctx,
        plural=plural,
        field=wanted.get("by"),
        end=wanted.get("end"),
        first=wanted["from"],
        last=wanted["to"],
        filters=wanted.get("filter"),
        view=wanted.get("view"),
        cursor=wanted.get("cursor"),
    )
