"""What comes back of people: events of SES, requests for our links, consent withdrawn through a mail, purchases, forms.

Each is held against the mail that it names before anything is believed of it: an event for a tenant, a mail, an
address or an id that do not belong together is refused, and counted.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from chalicelib.crm.marketing.consent import consents
from chalicelib.crm.marketing.results import sales
from chalicelib.crm.marketing.tracking import following, habits, observations, reputation
from chalicelib.crm.marketing.tracking.following import Course
from chalicelib.crm.marketing.tracking.observations import (
    BOUNCED,
    CLICKED,
    COMPLAINED,
    DELIVERED,
    FETCHED,
    PERMANENT,
    Observation,
)
from chalicelib.engine import events, outbox, overlays, reach, recovery
from chalicelib.engine.events import Event, Occurrence
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TENANT_ID_PATTERN
from chalicelib.observability import logger, metric
from chalicelib.storage import deliveries

WITHDRAWN: Final = "ConsentWithdrawn"
SENT_FORM: Final = "FormSent"
NOBODY: Final = ""
_TENANT = re.compile(TENANT_ID_PATTERN)


def tenant_of(entry: Mapping[str, Any]) -> str:
    """Return whose mail an entry of a bus is about; nobody's when it says so of no tenant that can be one.

    :raises KeyError: when it is no entry that we listen to.
    """
    detail = entry["detail"]
    if entry["source"] != recovery.SOURCE:
        return str(detail["tenant"])
    named = (detail["mail"].get("tags") or {}).get("tenant") or [NOBODY]
    return str(named[0]) if _TENANT.fullmatch(str(named[0])) else NOBODY


def hear(ctx: Context, entry: Mapping[str, Any]) -> None:
    """Settle and follow the mail that an entry of a bus is about; a forged, late or doubled one changes nothing.

    :raises KeyError: when it is no entry that we listen to.
    :raises Unavailable: when the store was busy; to hear it again is harmless.
    """
    if ctx.tenant == NOBODY:
        return
    detail, row = entry["detail"], None
    if entry["source"] == recovery.SOURCE:
        row = _settle(ctx, detail)
        seen = observations.of_ses(detail, now=ctx.now)
    elif entry["detail-type"] == FETCHED:
        seen = observations.of_fetch(detail, now=ctx.now)
    elif entry["detail-type"] == WITHDRAWN:
        seen = observations.of_withdrawal(detail)
    elif entry["detail-type"] == SENT_FORM:
        _heed_form(ctx, Occurrence.from_entry(SENT_FORM, detail))
        return
    else:
        _heed_purchase(ctx, events.from_entry(entry["detail-type"], detail))
        return
    if seen is None or seen.tenant != ctx.tenant:
        return
    course = following.follow(ctx, seen, row=row)
    if course is not None:
        _heed(ctx, seen)
        _heed_click(ctx, seen, course)


def _heed_purchase(ctx: Context, change: Event) -> None:
    """Work out which campaigns had a part in a purchase that was made, changed or taken back."""
    if not sales.is_purchase(ctx, change.plural):
        return
    sales.note(ctx, plural=change.plural, id=change.record)
    if change.name.endswith("Created"):
        for plural, id in sales.buying_themselves(ctx, plural=change.plural, id=change.record):
            habits.note(ctx, plural=plural, id=id, what=change.record, at=change.at)


def _heed_form(ctx: Context, sent: Occurrence) -> None:
    """Note that somebody was there when they sent a form."""
    if sent.tenant == ctx.tenant and reach.living(ctx, overlays.load(ctx), sent.plural, sent.record):
        habits.note(ctx, plural=sent.plural, id=sent.record, what=sent.id, at=sent.at)


def _heed_click(ctx: Context, seen: Observation, course: Course) -> None:
    """Look at what somebody bought after a click that was heard, or judged anew, only now."""
    clicks = [fetch.at for fetch in course.after.fetches if fetch.what == CLICKED]
    if clicks and seen.what in (CLICKED, DELIVERED) and course.delivery.about.get("campaign"):
        about = course.delivery.about
        sales.note_late(ctx, plural=about["plural"], id=about["id"], since=min(clicks))


def _heed(ctx: Context, seen: Observation) -> None:
    """Write no more to an address that bounced for good or complained, and look at how the firm stands."""
    if seen.what == COMPLAINED:
        consents.suppress(ctx, seen.to, "complained", seen.mid)
    elif seen.what == BOUNCED and seen.bounce == PERMANENT:
        consents.suppress(ctx, seen.to, "bounced", seen.mid)
    else:
        return
    reputation.look(ctx)


def _settle(ctx: Context, detail: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Let an event of SES settle the mail that it names, if it can be about it, and return its row as it was read."""
    evidence = recovery.read_event(detail)
    if evidence is None:
        return None
    row = deliveries.get(ctx, evidence.run, evidence.recipient)
    delivery = None if row is None else outbox.of_row(row)
    to = observations.address_of(detail["mail"])
    if delivery is None or not observations.belongs(delivery, to=to, ses_id=evidence.ses_id):
        logger.warning("event about no mail of ours", run=evidence.run, recipient=evidence.recipient)
        metric("MailEventRefused", what=evidence.event)
        return row
    return None if recovery.believe(ctx, evidence, delivery=delivery) else row
