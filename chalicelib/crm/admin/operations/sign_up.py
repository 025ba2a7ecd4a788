"""Signing up: a firm, its first user and its first pipeline, in one request."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from chalicelib.crm.admin import rules
from chalicelib.crm.admin.objects import Tenant, User, UserStatus
from chalicelib.crm.admin.operations import accounts
from chalicelib.engine import records
from chalicelib.gateways import identity
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import directory, guard, writes

PURPOSE: Final = "sign_up"

_STAGES: Final[Sequence[tuple[str, Mapping[str, str], int, int | None, str]]] = (
    ("new", {"es": "Nueva", "en": "New"}, 10, 7, "open"),
    ("qualified", {"es": "Cualificada", "en": "Qualified"}, 25, 14, "open"),
    ("proposal", {"es": "Propuesta", "en": "Proposal"}, 50, 14, "open"),
    ("negotiation", {"es": "Negociación", "en": "Negotiation"}, 75, 21, "open"),
    ("won", {"es": "Ganada", "en": "Won"}, 100, None, "won"),
    ("lost", {"es": "Perdida", "en": "Lost"}, 0, None, "lost"),
)
_PIPELINE: Final = {"es": "Ventas", "en": "Sales"}


def sign_up(
    ctx: Context, *, company: str, email: str, password: str, locale: str, time_zone: str, currency: str, name: str
) -> tuple[Context, Tenant, User]:
    """Open a new firm's account and return it with its first user and the context in which that user acts.

    :raises InvalidInput: when the time zone, the currency or the password will not do.
    :raises EmailTaken: when the address has an account.
    """
    rules.require_known_time_zone(time_zone)
    rules.require_known_currency(currency)
    claim = accounts.claim(ctx, email=email, purpose=PURPOSE)
    with accounts.attempting(ctx, claim):
        now = clock.stamp(ctx.now)
        tenant = Tenant(claim.tenant, company.strip(), locale, time_zone, currency, created_at=now)
        user = User(
            id=claim.user,
            email=email.strip(),
            name=name.strip(),
            role=Role.ADMIN,
            status=UserStatus.ACTIVE,
            locale=locale,
            time_zone=time_zone,
            subject=identity.create_user(user_id=claim.user, password=password),
            created_at=now,
        )
        inside = replace(
            ctx,
            tenant=tenant.id,
            actor=Actor(kind="user", id=user.id, role=user.role),
            locale=locale,
            time_zone=time_zone,
            currency=currency,
        )
        with guard.entered(tenant.id):
            _found(inside, tenant, user, pipeline=claim.pipeline)
        accounts.let_in(ctx, claim, tenant=tenant, user=user)
    return inside, tenant, user


def _found(ctx: Context, tenant: Tenant, user: User, *, pipeline: str) -> None:
    """Write what a firm begins with; written again by an attempt that goes on, it is the same."""
    writes.execute(
        ctx,
        [
            directory.put(ctx, directory.TENANT, tenant.item()),
            directory.put(ctx, directory.user(user.id), user.item()),
        ],
    )
    try:
        records.get(ctx, plural="pipelines", id=pipeline)
    except NotFound:
        records.create(ctx, plural="pipelines", values=_first_pipeline(ctx.locale), id=pipeline)


def _first_pipeline(locale: str) -> dict[str, Any]:
    stages = [
        {
            "key": key,
            "label": label[locale],
            "probability": probability,
            "order": order,
            "kind": kind,
            **({} if expected_days is None else {"expected_days": expected_days}),
        }
        for order, (key, label, probability, expected_days, kind) in enumerate(_STAGES, start=1)
    ]
    return {"name": _PIPELINE[locale], "is_default": True, "stages": stages}
