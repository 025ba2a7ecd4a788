"""What one does with a lead besides editing it."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import Schema, component, obj
from chalicelib.crm.sales import operations
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Leads")

_ANY: Final[Schema] = {"type": ["object", "null"]}
CONVERT: Final = obj(optional={"company": _ANY, "contact": _ANY, "deal": _ANY})
CONVERTED: Final = obj(
    lead=component("Lead"),
    company={"anyOf": [component("Company"), {"type": "null"}]},
    contact={"anyOf": [component("Contact"), {"type": "null"}]},
    deal={"anyOf": [component("Deal"), {"type": "null"}]},
)


@blueprint.post(
    "/v1/records/leads/{id}/convert", scope="leads", body=CONVERT, answer=CONVERTED,
    headers=("Idempotency-Key",), problems=(404, 409),
)  # fmt: skip
def convert_lead(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Turn a lead into a company, a contact and a deal, in one step that can be undone."""
    key = request.idempotency_key
    return operations.convert_lead(
        ctx,
        lead_id=id,
        **request.json,
        idempotency=Idempotency.of(key, "convert", id, request.json) if key else None,
    )


@blueprint.post("/v1/records/leads/{id}/unconvert", scope="leads", answer=CONVERTED, problems=(404, 409))
def unconvert_lead(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Undo a conversion, unless somebody has worked on its records since."""
    return operations.unconvert_lead(ctx, lead_id=id)
