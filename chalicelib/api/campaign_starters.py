"""The campaigns to begin with: goal, segments, mail and what they are expected to bring, made with one click."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.campaigns import SCOPE
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, choice, free, obj, record_id, string
from chalicelib.kernel.context import Context
from chalicelib.samples.starters import campaigns

blueprint = TenderoBlueprint(__name__, tag="Campaigns")

OFFERED: Final = obj(items=array(obj(key=string(), label=free(), says=free())))
WANTED: Final = obj(language=choice(*campaigns.LANGUAGES), optional={"sender": record_id()})
MADE: Final = obj(campaign=record_id(), template=record_id(), segments=array(record_id()))


@blueprint.get("/v1/campaign-starters", scope=SCOPE, answer=OFFERED)
def list_campaign_starters(ctx: Context, request: Request) -> dict[str, Any]:
    """List the campaigns to begin with, in both languages."""
    return campaigns.offered(ctx)


@blueprint.post(
    "/v1/campaign-starters/{key}", scope=SCOPE, status=201, body=WANTED, answer=MADE, headers=("Idempotency-Key",),
    problems=(404, 409),
)  # fmt: skip
def begin_campaign_starter(ctx: Context, request: Request, key: str) -> Response:
    """Make the campaign of a starter with its segments and its mail, as a draft."""
    asked = request.json
    made = campaigns.begin(
        ctx, key=key, language=asked["language"], sender=asked.get("sender"), once=request.idempotency_key
    )
    return Response(made, headers={"Location": f"/v1/campaigns/{made['campaign']}"})
