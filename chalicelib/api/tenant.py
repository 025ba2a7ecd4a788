"""The company: how it is called, looks, counts and works."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.files import ADDRESS
from chalicelib.api.people import TENANT
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, choice, line, nullable, obj, record_id, string
from chalicelib.crm.admin import queries
from chalicelib.crm.admin.objects import FORMAT_LOCALES, LOCALES, Tenant
from chalicelib.crm.admin.operations import company
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Company")

TIME: Final = string(pattern=r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")
_HOURS: Final[dict[str, Any]] = {"from": TIME, "to": TIME}
_DAYS: Final[dict[str, Any]] = dict.fromkeys(company.DAYS, array(obj(**_HOURS), max_items=4))
WORKING_HOURS: Final = obj(**_DAYS)
COMPANY: Final = obj(
    **TENANT["properties"], working_hours=WORKING_HOURS, mfa_required=boolean(), currency_may_change=boolean()
)
CHANGES: Final = obj(
    optional={
        "name": line(120),
        "locale": choice(*LOCALES),
        "format_locale": nullable(choice(*FORMAT_LOCALES)),
        "timezone": string(1, 64),
        "currency": string(pattern="[A-Z]{3}"),
        "brand_color": nullable(string(pattern="#[0-9a-f]{6}")),
        "logo": nullable(record_id()),
        "working_hours": WORKING_HOURS,
        "mfa_required": boolean(),
    }
)


@blueprint.get("/v1/tenant", answer=COMPANY)
def read_company(ctx: Context, request: Request) -> dict[str, Any]:
    """Say how the company is called, looks, counts and works."""
    return _told(ctx, queries.tenant(ctx))


@blueprint.patch("/v1/tenant", who="admin", body=CHANGES, answer=COMPANY, problems=(409,))
def change_company(ctx: Context, request: Request) -> dict[str, Any]:
    """Change the company; its currency only while no amount is kept in it."""
    return _told(ctx, company.change_company(ctx, changes=request.json))


@blueprint.get("/v1/tenant/logo", answer=ADDRESS, problems=(404,))
def show_logo(ctx: Context, request: Request) -> dict[str, Any]:
    """Say where a browser may show the company's logo, for five minutes."""
    return company.logo_address(ctx)


def _told(ctx: Context, firm: Tenant) -> dict[str, Any]:
    return {
        **firm.presented(),
        "working_hours": {day: [dict(shift) for shift in firm.working_hours.get(day, ())] for day in company.DAYS},
        "mfa_required": firm.mfa_required,
        "currency_may_change": company.currency_may_change(ctx),
    }
