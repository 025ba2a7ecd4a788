"""The first steps of a workspace, as its people see them done."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, choice, obj
from chalicelib.kernel.context import Context
from chalicelib.samples import onboarding

blueprint = TenderoBlueprint(__name__, tag="Users")

STEP: Final = obj(key=choice("contacts", "deals", "activities", "team"), done=boolean())
ONBOARDING: Final = obj(dismissed=boolean(), steps=array(STEP))


@blueprint.get("/v1/onboarding", answer=ONBOARDING)
def get_onboarding(ctx: Context, request: Request) -> dict[str, Any]:
    """Read which first steps are done: from what the workspace holds, without the sample firm."""
    return onboarding.told(ctx)


@blueprint.patch("/v1/onboarding", body=obj(dismissed=boolean()), answer=ONBOARDING)
def change_onboarding(ctx: Context, request: Request) -> dict[str, Any]:
    """Put the first steps away for oneself, or bring them back."""
    return onboarding.dismiss(ctx, **request.json)
