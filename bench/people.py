"""Contacts of about one KB, the same at every run, and putting many of them into the store without the wait."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from chalicelib.engine import contributions, overlays, projection, records, vocabulary
from chalicelib.kernel.context import Context
from chalicelib.storage import guard, index, writes
from chalicelib.storage.index import Applied, Token
from chalicelib.storage.plan import Put

FIRST = (
    "Ana",
    "Luis",
    "Marta",
    "José",
    "Lucía",
    "Álvaro",
    "Inés",
    "Pablo",
    "Nuria",
    "Óscar",
    "Elena",
    "Hugo",
    "Carmen",
)
LAST = ("García", "Fernández", "López", "Martínez", "Sánchez", "Pérez", "Gómez", "Ruiz", "Díaz", "Moreno", "Muñoz")
TRADES = ("Encargada de compras", "Jefe de almacén", "Gerente", "Responsable de tienda", "Directora comercial")
STREETS = ("Calle Mayor", "Avenida de la Constitución", "Plaza del Mercado", "Paseo de la Castellana")
CITIES = (("Madrid", "28013"), ("Sevilla", "41001"), ("Valencia", "46002"), ("Bilbao", "48005"))
SOURCES = ("web", "referral", "fair", "campaign", "phone", "shop")
STATUSES = ("new", "contacted", "qualified")
A_YEAR = 365 * 24 * 3600
_SEEDED_AT_ONCE = 250


def contact(number: int) -> dict[str, Any]:
    """Return the values of contact ``number``, as a caller would send them."""
    dice = random.Random(number)  # noqa: S311 - the same people at every run
    first, last, second = dice.choice(FIRST), dice.choice(LAST), dice.choice(LAST)
    city, postcode = dice.choice(CITIES)
    began = datetime(2025, 11, 21, tzinfo=UTC) + timedelta(seconds=dice.randrange(A_YEAR))
    return {
        "first_name": first,
        "last_name": f"{last} {second}",
        "job_title": dice.choice(TRADES),
        "emails": [{"value": f"persona{number}@empresa{number % 97}.example", "label": "work", "primary": True}],
        "phones": [{"value": f"+346{number:08d}", "label": "mobile", "primary": True}],
        "address": {
            "street": f"{dice.choice(STREETS)} {dice.randrange(1, 200)}",
            "city": city,
            "postal_code": postcode,
            "country": "ES",
        },
        "source": dice.choice(SOURCES),
        "external_id": f"ERP-{number:08d}",
        "original_created_at": began.isoformat(),
    }


def fill(ctx: Context, *, first: int, last: int) -> list[str]:
    """Store contacts as the engine would, their search tokens too, but in batches; return their ids."""
    ids: list[str] = []
    with guard.entered(ctx.tenant):
        overlays.load(ctx)
        for begin in range(first, last, _SEEDED_AT_ONCE):
            plans = [
                records.plan_create(ctx, plural="contacts", values=contact(number))
                for number in range(begin, min(begin + _SEEDED_AT_ONCE, last))
            ]
            writes.batch(ctx, [row for plan in plans for row in _rows(ctx, plan)])
            for plan in plans:
                vocabulary.follow(ctx, plan.object, {}, contributions.of(plan.object, plan.row).tokens)
            ids += [plan.row.id for plan in plans]
    return ids


def _rows(ctx: Context, plan: records.Plan) -> Iterator[Put]:
    contribution = contributions.of(plan.object, plan.row)
    seen = Applied(plan.row.version * projection.REVISIONS_A_VERSION, contributions.to_item(contribution))
    tokens = [Token(token, plan.row.id, field, contribution.text) for token, field in contribution.tokens.items()]
    unconditional = [
        index.apply(ctx, plan.object.plural, plan.row.id, seen, previous=None),
        *(index.put_token(ctx, plan.object.plural, token) for token in tokens),
        *(write for write in plan.writes if isinstance(write, Put)),
    ]
    return (replace(write, when=None) for write in unconditional)


def lead(number: int) -> dict[str, Any]:
    """Return the values of a lead who resembles contact ``number``."""
    person = contact(number)
    kept = ("first_name", "last_name", "job_title", "emails", "phones", "external_id")
    return {**{name: person[name] for name in kept}, "company_name": "Panadería Luna"}


def moved_on(number: int) -> Mapping[str, Any]:
    """Return a change of a lead's status, which its totals count."""
    return {"status": STATUSES[number % len(STATUSES)]}


def changed(number: int) -> Mapping[str, Any]:
    """Return a change of one field that neither search nor a total looks at."""
    return {"job_title": f"{TRADES[number % len(TRADES)]} {number}"}
