"""What a firm decides about writing to people: how often and when, for which purposes, and whom it leaves out."""

from typing import Any, Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.consents import PURPOSE_KEY
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, boolean, email, integer, line, nullable, obj, string
from chalicelib.crm.marketing.consent import exclusions, settings
from chalicelib.crm.marketing.consent.exclusions import EXCLUSION
from chalicelib.crm.marketing.consent.purposes import PURPOSE
from chalicelib.crm.marketing.consent.settings import MOST_DAYS, MOST_MAILS, Settings
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Consent")

TIME: Final = string(pattern=r"(?:[01]\d|2[0-3]):[0-5]\d")
CAP: Final = nullable(obj(most=integer(1, MOST_MAILS), days=integer(1, MOST_DAYS)))
_HOURS: Final[dict[str, Any]] = {"from": TIME, "to": TIME}
QUIET: Final = nullable(obj(**_HOURS))
DECIDED: Final[dict[str, Any]] = {
    "frequency_cap": CAP,
    "quiet_hours": QUIET,
    "double_opt_in": boolean(),
    "soft_opt_in": boolean(),
}
SETTINGS: Final = obj(
    version=integer(0), frequency_cap=CAP, quiet_hours=QUIET, double_opt_in=boolean(), soft_opt_in=boolean()
)
HASH: Final = string(pattern="[0-9a-fA-F]{64}")
ENTRIES: Final = obj(
    optional={
        "emails": array(email(), max_items=exclusions.MOST_AT_ONCE),
        "hashes": array(HASH, max_items=exclusions.MOST_AT_ONCE),
    }
)
CHANGED: Final = obj(changed=integer(0), size=integer(0))
WORDS: Final = obj(es=line(120), en=line(120))
SENTENCE: Final = obj(es=line(1_000), en=line(1_000))

definitions.serve(blueprint, PURPOSE, required={"key": PURPOSE_KEY, "label": WORDS, "text": SENTENCE}, optional={})
definitions.serve(
    blueprint,
    EXCLUSION,
    required={},
    optional={"always": boolean(), "unless_consented": boolean(), "description": string(0, 500)},
)


@blueprint.post("/v1/exclusions/{id}/entries", scope="exclusions", body=ENTRIES, answer=CHANGED, problems=(404,))
def add_exclusions(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Put addresses, or SHA-256 hashes of them, on an exclusion list; only digests are kept."""
    return exclusions.add(ctx, id=id, **request.json)


@blueprint.post("/v1/exclusions/{id}/entries/remove", scope="exclusions", body=ENTRIES, answer=CHANGED, problems=(404,))
def remove_exclusions(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Take addresses, or SHA-256 hashes of them, off an exclusion list."""
    return exclusions.remove(ctx, id=id, **request.json)


@blueprint.get("/v1/exclusions/{id}/size", scope="exclusions", answer=obj(size=integer(0)), problems=(404,))
def count_exclusions(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Count the addresses on an exclusion list."""
    return exclusions.size(ctx, id=id)


@blueprint.get("/v1/marketing/settings", scope="marketing", answer=SETTINGS)
def read_marketing_settings(ctx: Context, request: Request) -> Response:
    """Say how often and at which hours people are written to, and what counts as a permission."""
    return _versioned(settings.read(ctx))


@blueprint.patch(
    "/v1/marketing/settings", scope="marketing", body=obj(optional=DECIDED), answer=SETTINGS, headers=("If-Match",),
    problems=(412, 428),
)  # fmt: skip
def change_marketing_settings(ctx: Context, request: Request) -> Response:
    """Change how often and at which hours people are written to, and what counts as a permission."""
    return _versioned(settings.change(ctx, changes=request.json, expected_version=request.expected_version))


def _versioned(decided: Settings) -> Response:
    return Response(decided.shown(), headers={"ETag": f'"{decided.version}"'})
