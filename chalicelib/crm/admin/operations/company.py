"""The company itself: its name, look, language, clock, working hours and currency.

Everything but the currency may change at any time. Every amount is valued in the currency when it is written, so that
one may change only while there is no amount anywhere, deleted ones included, and no rate that says what another
currency is worth in it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from chalicelib.crm.admin import queries, rules
from chalicelib.crm.admin.objects import Logo, Tenant
from chalicelib.crm.admin.operations import mfa, sessions
from chalicelib.engine import copies, overlays
from chalicelib.engine.attachments import pictures
from chalicelib.gateways import files as store
from chalicelib.kernel import clock, colour
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound
from chalicelib.observability import logger
from chalicelib.storage import directory, records, system, writes

_LOGO: Final = pictures.Demand(
    field="logo",
    types=("image/png", "image/jpeg", "image/webp"),
    most_bytes=1_000_000,
    other_type="Take a PNG, JPEG or WebP picture.",
    too_large="Take a picture of at most 1 MB.",
)
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class CurrencyInUse(Conflict):
    """Amounts are valued in the company's currency already."""

    code = "currency_in_use"


def change_company(ctx: Context, *, changes: Mapping[str, Any]) -> Tenant:
    """Change what the company is called, looks like and counts in, and return it.

    :raises InvalidInput: naming what cannot be so.
    :raises CurrencyInUse: when amounts are valued in the present currency already.
    :raises Conflict: when a second step is demanded of everybody by somebody without one.
    """
    before = queries.tenant(ctx)
    after = replace(
        before,
        name=changes.get("name", before.name).strip(),
        locale=changes.get("locale", before.locale),
        format_locale=changes.get("format_locale", before.format_locale),
        time_zone=changes.get("timezone", before.time_zone),
        currency=changes.get("currency", before.currency),
        brand_color=changes.get("brand_color", before.brand_color),
        working_hours=changes.get("working_hours", before.working_hours),
        mfa_required=changes.get("mfa_required", before.mfa_required),
        logo=_logo(ctx, changes["logo"]) if "logo" in changes else before.logo,
    )
    _require_sensible(ctx, before, after)
    was, becomes = before.item(), after.item()
    changed = {name: value for name, value in becomes.items() if was.get(name) != value}
    gone = [name for name in was if name not in becomes]
    if changed or gone:
        writes.execute(ctx, [directory.update(ctx, directory.TENANT, set=changed, remove=gone)])
        copies.note_change(ctx)
    if after.currency != before.currency:
        _tell_everybody(ctx, after)
    if before.logo is not None and before.logo != after.logo:
        store.delete(store.key_of(ctx, before.logo.key))
    logger.info("company changed", fields=sorted(changes), by=ctx.actor.id)
    return after


def currency_may_change(ctx: Context) -> bool:
    """Return whether no amount anywhere is valued in the company's currency yet."""
    if directory.of_kind(ctx, "currency"):
        return False
    valued = (object for object in overlays.load(ctx) if object.sums)
    return not any(records.is_there_any(ctx, object.plural) for object in valued)


def logo_address(ctx: Context) -> dict[str, Any]:
    """Return where a browser may show the company's logo, for five minutes.

    :raises NotFound: when there is none.
    """
    logo = queries.tenant(ctx).logo
    if logo is None:
        raise NotFound("There is no logo.")
    key = store.key_of(ctx, logo.key)
    url = store.download_url(key, filename="logo", content_type=logo.type, in_place=True)
    return {"url": url, "type": logo.type, "expires_at": clock.stamp(ctx.now + store.DOWNLOAD_LIVES)}


def _require_sensible(ctx: Context, before: Tenant, after: Tenant) -> None:
    rules.require_known_time_zone(after.time_zone)
    rules.require_known_currency(after.currency)
    if after.currency != before.currency and not currency_may_change(ctx):
        raise CurrencyInUse("Amounts are kept in the present currency already.")
    if after.brand_color is not None and colour.contrast(after.brand_color, colour.WHITE) < colour.READABLE:
        raise InvalidInput.of(
            "brand_color", "contrast_too_low", "White text cannot be read on this; take a darker one."
        )
    for day, shifts in after.working_hours.items():
        _require_in_order(day, shifts)
    if after.mfa_required and not before.mfa_required:
        own = mfa.read(ctx, ctx.actor.id)
        if own is None or not own.is_on:
            raise Conflict("Turn on your own second step first, so that you stay in.", code="mfa_first")


def _require_in_order(day: str, shifts: Any) -> None:
    end = ""
    for position, shift in enumerate(shifts):
        if not end <= shift["from"] < shift["to"]:
            message = "Hours begin before they end, and after those before them."
            raise InvalidInput.of(f"working_hours.{day}.{position}", "out_of_order", message)
        end = shift["to"]


def _logo(ctx: Context, file: str | None) -> Logo | None:
    """Return the logo that an uploaded picture becomes: a copy under a key of its own; the upload goes by itself."""
    if file is None:
        return None
    picture = pictures.read(ctx, file, _LOGO)
    logo = Logo(f"logo-{ctx.new_id()}", picture.type, picture.width, picture.height)
    store.put(store.key_of(ctx, logo.key), picture.content, content_type=logo.type)
    return logo


def _tell_everybody(ctx: Context, firm: Tenant) -> None:
    """Make the rows from which the door knows people and keys say the new currency."""
    for user in queries.users(ctx):
        sessions.tell_the_door(ctx, tenant=firm, user=user)
    keys = [system.put_api_key(key.digest, key.system_item(firm)) for key in queries.api_keys(ctx)]
    for row in keys:
        system.execute([row], ids=ctx.ids)
