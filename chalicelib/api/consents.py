"""Consent: what a person has permitted, why they may or may not be written to, and the ledger that shows it."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, choice, integer, line, nullable, obj, string, timestamp
from chalicelib.crm.marketing.consent import evidence, overview, releasing, standing, verdicts
from chalicelib.crm.marketing.consent.purposes import CHANNELS, KEY_PATTERN
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Consent")

PURPOSE_KEY: Final = string(pattern=KEY_PATTERN)
LABEL: Final = obj(es=string(), en=string())
STANDING: Final = obj(
    purpose=string(),
    label=LABEL,
    channel=choice(*CHANNELS),
    state=choice(*standing.STRICTEST, standing.NONE),
    basis=nullable(string()),
    at=nullable(timestamp()),
    allowed=boolean(),
    reason=nullable(choice(*verdicts.REASONS)),
    not_before=nullable(timestamp()),
)
ENTRY: Final = obj(
    id=string(),
    record=string(),
    decision=choice("given", "asked", "withdrawn", releasing.RELEASED),
    state=string(),
    basis=string(),
    purpose=string(),
    channel=string(),
    at=timestamp(),
    actor=string(),
    source=nullable(string()),
    given_at=nullable(timestamp()),
    text=nullable(string()),
    text_hash=nullable(string()),
    text_version=nullable(integer(1)),
    ip=nullable(string()),
    proof=nullable(string()),
    mid=nullable(string()),
    facts=array(string()),
)
CONSENTS: Final = obj(standing=array(STANDING), items=array(ENTRY), next_cursor=nullable(string()))
FACTS: Final = obj(optional=dict.fromkeys(evidence.FACTS, boolean()))
DECISION: Final = obj(
    decision=choice(*overview.DECISIONS),
    optional={
        "purpose": PURPOSE_KEY,
        "channel": choice(*CHANNELS),
        "basis": choice(*evidence.GIVEN),
        "reason": choice(standing.OBJECTED, standing.UNSUBSCRIBED),
        "source": line(overview.LONGEST_SOURCE),
        "at": timestamp(),
        "text": string(0, evidence.LONGEST_TEXT),
        "proof": line(overview.LONGEST_SOURCE),
        "facts": FACTS,
    },
)


@blueprint.get("/v1/records/{plural}/{id}/consents", scope="{plural}", query=PAGING, answer=CONSENTS, problems=(404,))
def read_consents(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Say whether a person may be written to and why not, what they permitted, and what the ledger holds."""
    return overview.read(ctx, plural=plural, id=id, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.post(
    "/v1/records/{plural}/{id}/consents", scope="{plural}", body=DECISION, answer=CONSENTS, problems=(404, 409)
)
def decide_consent(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Note that a person permits or refuses something, or ask them by mail; noted again it stays so."""
    return overview.decide(ctx, plural=plural, id=id, wanted=request.json)


@blueprint.post(
    "/v1/records/{plural}/{id}/address/release", who="admin", body=obj(reason=line(overview.LONGEST_SOURCE)),
    answer=CONSENTS, problems=(404, 409),
)  # fmt: skip
def release_address(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Write again to somebody whose mail had bounced, and keep why; after a complaint nobody may."""
    return releasing.release(ctx, plural=plural, id=id, reason=request.json["reason"])
