"""Signing up."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.people import ACCOUNT, PASSWORD
from chalicelib.api.request import Request
from chalicelib.api.shapes import boolean, choice, email, line, obj, string
from chalicelib.crm.admin.objects import LOCALES
from chalicelib.crm.admin.operations import sign_up
from chalicelib.kernel.context import Context
from chalicelib.samples import loading
from chalicelib.storage import guard

blueprint = TenderoBlueprint(__name__, tag="Accounts")

SIGN_UP: Final = obj(
    company=line(120),
    email=email(),
    password=PASSWORD,
    locale=choice(*LOCALES),
    timezone=string(1, 64),
    currency=string(pattern="[A-Z]{3}"),
    optional={"sample_data": boolean(), "name": line(120)},
)


@blueprint.post("/v1/signup", who="public", status=201, body=SIGN_UP, answer=ACCOUNT, problems=(409,))
def sign_up_firm(ctx: Context, request: Request) -> dict[str, Any]:
    """Open an account for a firm and its first user."""
    wanted = request.json
    inside, tenant, user = sign_up.sign_up(
        ctx,
        company=wanted["company"],
        email=wanted["email"],
        password=wanted["password"],
        locale=wanted["locale"],
        time_zone=wanted["timezone"],
        currency=wanted["currency"],
        name=wanted.get("name") or wanted["email"].partition("@")[0],
    )
    if wanted.get("sample_data"):
        with guard.entered(tenant.id):
            loading.load(inside)
    return {"tenant": tenant.presented(), "user": user.presented()}
