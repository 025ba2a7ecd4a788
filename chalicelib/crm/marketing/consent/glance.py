"""Whether somebody may be written to, in the few words that a card has for it."""

from typing import Any

from chalicelib.crm.marketing.consent import people, purposes, verdicts
from chalicelib.crm.marketing.consent.purposes import EMAIL
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage.records import Row


def of(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> dict[str, Any]:
    """Return the verdict on a marketing mail to the person whom a record that was just read is about."""
    person, around = people.of(ctx, catalogue, object, row), verdicts.circumstances(ctx)
    told = verdicts.verdict(ctx, person, purpose=purposes.MARKETING, channel=EMAIL, named=(), around=around)
    until = clock.stamp(told.not_before) if told.not_before else None
    return {"allowed": told.allowed, "reason": told.reason, "basis": told.basis, "not_before": until}
