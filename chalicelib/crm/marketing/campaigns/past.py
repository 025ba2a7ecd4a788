"""A campaign that went before the firm was here: its course at its end, and its mails with what became of each.

Rows, timelines and numbers are worked out as for a mail that goes today, from what was seen of it and when. But nothing
is sent, no worker is asked and the bus hears nothing: nobody reacts today to what happened last month.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.crm.marketing.campaigns import audiences, course, gathering, mails, plans
from chalicelib.crm.marketing.consent import addresses
from chalicelib.crm.marketing.mail import templates
from chalicelib.crm.marketing.tracking import following, urls
from chalicelib.crm.marketing.tracking.observations import BOUNCED, PERMANENT, Observation
from chalicelib.engine import definitions, jobs, lookup, outbox, working
from chalicelib.engine.outbox import MailKind, State
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import outcomes, writes
from chalicelib.storage.plan import Write


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that was seen of a mail, and when; ``signs`` are of a machine, ``url`` is what was clicked."""

    what: str
    at: datetime
    signs: tuple[str, ...] = ()
    url: str = ""


def ended(ctx: Context, *, id: str, began_at: datetime, recipients: int, left_out: Mapping[str, int]) -> None:
    """Let a campaign have come to its end at the context's moment; once it has, nothing changes."""
    _, row = lookup.seen(ctx, course.PLURAL, id, action="update", with_body=True)
    plan = plans.read((row.body or {}).get("mailing"))
    versions = [definitions.get(ctx, templates.TEMPLATE, id=each.template).version for each in plan.variants]
    house = course.house(ctx)
    told = {
        "title": row.values["name"],
        "object": course.PLURAL,
        "plan": plans.fixed(plan, versions, str(row.values["name"])).spelled(),
        "starts_at": clock.stamp(began_at),
        "launched_at": clock.stamp(began_at - course.REGRET),
        "launched_by": ctx.actor.id,
        "place": audiences.Place().shown(),
        "counts": {gathering.RECIPIENTS: recipients, **left_out},
        "progress": {"done": recipients, "total": recipients, "at": clock.stamp(ctx.now)},
        **gathering.passes(),
        **working.asked_by(house),
    }
    _, put = jobs.planned(house, kind=course.KIND, state=course.FINISHED, data=told, id=id)
    _once(ctx, [put, *course.status_writes(ctx, id, course.STATUS[course.FINISHED])])


def went(
    ctx: Context,
    *,
    kind: MailKind,
    run: str,
    recipient: str,
    about: Mapping[str, str],
    seen: Sequence[Seen],
    address: str = "",
) -> None:
    """Let a mail have gone at the context's moment, and let what was seen of it be known; once it is, nothing changes.

    An ``address`` that it came back from for good is written to no more.
    """
    is_back = any(each.what == BOUNCED for each in seen)
    state = State.BOUNCED if is_back else State.DELIVERED
    mail = outbox.plan(ctx, kind=kind, run=run, recipient=recipient, to="", data={}, about=about, state=state)
    sent = {
        "attempt": 1,
        "sent_at": clock.stamp(ctx.now),
        "ses_id": f"{run}-{recipient}",
        "state_since": mail.item["due"],
    }
    mid = f"{run}.{recipient}"
    closed = [addresses.suppressing(ctx, address, addresses.BOUNCED, mid=mid)] if is_back else []
    followed = [each.url for each in seen if each.url]
    writes.execute(ctx, [outcomes.put_address(ctx, urls.digest_of(url), url) for url in followed])
    observed = [_observed(ctx, run, recipient, each) for each in seen]
    _once(ctx, [*following.lived(ctx, replace(mail, item={**mail.item, **sent}), observed), *closed])


def kept_from(ctx: Context, *, campaign: str, people: Mapping[str, str], about: Mapping[str, str]) -> None:
    """Let people, each with the reason, have been left out of a campaign when it began; ``about`` is what they are."""
    for id, reason in people.items():
        row = outbox.plan(
            ctx,
            kind=mails.CAMPAIGN_MAIL,
            run=campaign,
            recipient=id,
            to="",
            data={},
            about={**about, "id": id},
            state=State.SUPPRESSED,
            reason=reason,
        )
        _once(ctx, [row])


def _observed(ctx: Context, run: str, recipient: str, seen: Seen) -> Observation:
    return Observation(
        tenant=ctx.tenant,
        run=run,
        recipient=recipient,
        what=seen.what,
        at=clock.stamp(seen.at),
        link=urls.digest_of(seen.url) if seen.url else "",
        signs=seen.signs,
        bounce=PERMANENT if seen.what == BOUNCED else "",
    )


def _once(ctx: Context, wanted: Sequence[Write]) -> None:
    try:
        writes.execute(ctx, wanted)
    except writes.Refused:
        return  # it is so already
