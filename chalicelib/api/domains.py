"""Domains that the firm sends mail from: the records to publish, and whether they are there."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, boolean, choice, integer, nullable, obj, record_id, string
from chalicelib.crm.marketing.mail import domains
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Sending")

RECORD: Final = obj(
    purpose=choice("ownership", "dkim", "dmarc", "return_path", "spf"),
    type=choice("TXT", "CNAME", "MX"),
    name=string(),
    value=string(),
    required=boolean(),
    state=choice("unchecked", "found", "missing", "different", "unanswered"),
    found=array(string()),
)
DOMAIN: Final = obj(
    id=record_id(),
    name=string(),
    state=choice("pending", "verified"),
    records=array(RECORD),
    created_at=string(),
    created_by=string(),
    checked_at=nullable(string()),
    verified_at=nullable(string()),
    failing_since=nullable(string()),
    version=integer(1),
)


@blueprint.get("/v1/domains", scope="domains", answer=obj(items=array(DOMAIN), next_cursor={"type": "null"}))
def list_domains(ctx: Context, request: Request) -> dict[str, Any]:
    """List the domains that the firm sends mail from."""
    return {"items": [found.shown() for found in domains.all(ctx)], "next_cursor": None}


@blueprint.post(
    "/v1/domains", status=201, scope="domains", body=obj(name=string(1, 253)), answer=DOMAIN, problems=(409,)
)
def add_domain(ctx: Context, request: Request) -> Response:
    """Begin to verify a domain; the answer says which records to publish."""
    added = domains.add(ctx, name=request.json["name"])
    return Response(added.shown(), headers={"Location": f"/v1/domains/{added.id}"})


@blueprint.get("/v1/domains/{id}", scope="domains", answer=DOMAIN, problems=(404,))
def read_domain(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read a domain and how far its proof has come."""
    return domains.get(ctx, id=id).shown()


@blueprint.post("/v1/domains/{id}/check", scope="domains", answer=DOMAIN, problems=(404, 503))
def check_domain(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Look whether the records are published now."""
    return domains.check(ctx, id=id).shown()


@blueprint.delete("/v1/domains/{id}", status=204, scope="domains", problems=(404,))
def delete_domain(ctx: Context, request: Request, id: str) -> None:
    """Send mail from a domain no more."""
    domains.delete(ctx, id=id)
