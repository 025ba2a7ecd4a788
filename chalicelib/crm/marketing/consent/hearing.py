"""What an import says about consent, stored in the transaction of the record that it is about.

A refusal needs nothing more. A permission must say on what it rests, where it comes from and since when; a table that
says "yes" and no more permits nothing, and its row says why. Neither undoes a refusal that came later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.crm.marketing.consent import deciding, evidence, people, purposes, standing
from chalicelib.crm.marketing.consent.evidence import Evidence
from chalicelib.crm.marketing.consent.people import Person
from chalicelib.crm.marketing.consent.purposes import EMAIL, MARKETING
from chalicelib.engine import reach
from chalicelib.engine.rules import Change
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

WRITTEN = "written with the record"


def heard(ctx: Context, change: Change, said: Mapping[str, Any]) -> Sequence[Write]:
    """Return the writes of what was said about a person's consent.

    :raises InvalidInput: naming what a permission lacks.
    :raises WithdrawnSince: when the person refused after what a permission rests on.
    """
    opted_in, opted_out = said.get(reach.OPT_IN_FIELD.name), said.get(reach.OPT_OUT_FIELD.name)
    if not change.object.features.reachable or (opted_in is None and opted_out is not True):
        return []
    place = deciding.around(ctx, _person(ctx, change), channel=EMAIL, purpose=MARKETING)
    if opted_out is True or opted_in is False:
        source = said.get(reach.SOURCE_FIELD.name) or ctx.source or WRITTEN
        return deciding.riding(ctx, place, deciding.withdrawing(ctx, how=standing.UNSUBSCRIBED, source=source))
    return deciding.riding(ctx, place, deciding.giving(_given(ctx, said)))


def _given(ctx: Context, said: Mapping[str, Any]) -> Evidence:
    needed = (reach.BASIS_FIELD.name, reach.SOURCE_FIELD.name, reach.DAY_FIELD.name)
    faults = [
        FieldError(name, "required", "A permission needs basis, source and date.")
        for name in needed
        if not said.get(name)
    ]
    if faults:
        raise InvalidInput("A permission must say what it rests on.", errors=faults)
    basis, source, day = (said[name] for name in needed)
    if day > clock.to_wall(ctx.now, ctx.time_zone).date().isoformat():
        raise InvalidInput.of(reach.DAY_FIELD.name, "in_the_future", "Say when this was given.")
    return Evidence(
        basis,
        source,
        min(f"{day}T00:00:00.000Z", clock.stamp(ctx.now)),
        text=purposes.get(ctx, MARKETING).text.text(ctx.locale),
        proof=f"request {ctx.request_id}",
        facts=dict.fromkeys(evidence.FACTS, True) if basis == evidence.SOFT else {},
    )


def _person(ctx: Context, change: Change) -> Person:
    """Return the person as they will be: a refusal holds at the addresses that come with it."""
    if change.row is None:
        stamp = clock.stamp(ctx.now)
        row = Row(change.id, change.object.plural, 0, change.values, stamp, ctx.actor.id, stamp, ctx.actor.id)
        return Person(change.catalogue, change.object, row)
    return people.of(ctx, change.catalogue, change.object, replace(change.row, values=change.values))
