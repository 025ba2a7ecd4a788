"""A mail of a campaign: composed for one person when its turn has come, and looked at once more before it goes.

The row of the outbox holds neither address nor words: the mail goes where the person is reached now, in the version of
the template that the launch fixed. A person who was merged into another meanwhile is written to as that other, unless
the other has a mail of the campaign too.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from chalicelib.crm.marketing.campaigns import course, hours, windows
from chalicelib.crm.marketing.campaigns.audiences import CHANNEL
from chalicelib.crm.marketing.campaigns.plans import Plan, Variant
from chalicelib.crm.marketing.consent import consents, verdicts
from chalicelib.crm.marketing.mail import senders, templates
from chalicelib.crm.marketing.tracking import reputation, urls
from chalicelib.engine import channels, overlays, reach
from chalicelib.engine.catalogue import Object
from chalicelib.engine.outbox import Delivery, Later, Mail, MailKind, NotToBeSent, Policy, Stop
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import deliveries, records
from chalicelib.storage.records import Row

_PLANS_KEPT: Final = 100
_plans: Final[OrderedDict[tuple[TenantId, str], Plan]] = OrderedDict()
MOMENT: Final = "moment"
"""Under which name a row keeps at which hour its mail goes, and why."""

LONGEST_WAIT: Final = timedelta(days=3)
"""A mail that the frequency cap keeps back for longer than this does not go at all."""


def wording(variant: Variant) -> dict[str, str]:
    """Return what a row says of the variant that its mail is written in."""
    return {"variant": variant.name, "template": f"{variant.template}@{variant.version}"}


def compose(ctx: Context, delivery: Delivery) -> Mail:
    """Return the mail as its reader gets it.

    :raises NotToBeSent: when there is nobody to read it, or its sender may not send.
    """
    about = delivery.about
    object, row = _reader(ctx, delivery)
    address = channels.of(CHANNEL).address(object, row)
    if address is None:
        raise NotToBeSent("no_address")
    plan = _plan(ctx, delivery.run)
    template, _, version = about["template"].rpartition("@")
    footer = consents.footer(ctx, object=object.plural, id=row.id, purpose=about["purpose"], mid=delivery.mid)
    try:
        mail = templates.render(
            ctx,
            id=template,
            version=int(version),
            object=object,
            row=row,
            footer=footer,
            links=urls.linker(ctx, mid=delivery.mid, parameters=plan.parameters if plan else {}),
            locale=reach.language(ctx, row),
        )
    except senders.DomainNotVerified:
        raise NotToBeSent("domain_not_verified") from None
    return replace(mail, to=address)


def recheck(ctx: Context, delivery: Delivery) -> Stop:
    """Return what speaks against sending a mail of a campaign now.

    What its reader has said is read after everything that takes long, and then whether anybody has pulled the brake.
    """
    plan = _plan(ctx, delivery.run)
    if plan is None:
        return "cancelled"
    stop = _kept_back(ctx, delivery, plan)
    if stop is not None:
        return _by_itself(ctx, delivery, stop)
    braked = _braked(course.find(ctx, delivery.run))
    if isinstance(braked, str):
        consents.give_back(ctx, object=delivery.about["plural"], id=delivery.about["id"], mid=delivery.mid)
    return braked


def _by_itself(ctx: Context, delivery: Delivery, stop: Stop) -> Stop:
    """Let a mail that waits come back by itself when its campaign is over, and calls nobody any more."""
    if not isinstance(stop, Later) or not stop.held:
        return stop
    now = course.find(ctx, delivery.run)
    is_over = now is not None and now.state == course.FINISHED
    return replace(stop, held=False) if is_over else stop


def _plan(ctx: Context, run: str) -> Plan | None:
    """Return a campaign's plan, which is fixed while there are mails of it: read once for those met lately."""
    key = (ctx.tenant, run)
    if key not in _plans:
        now = course.find(ctx, run)
        if now is None:
            return None
        _plans[key] = now.plan
        if len(_plans) > _PLANS_KEPT:
            _plans.popitem(last=False)
    return _plans[key]


def forget() -> None:
    """Forget which plans were met, as a new container does."""
    _plans.clear()


def _braked(now: course.Course | None) -> Stop:
    """Return whether a campaign was paused or cancelled; what was given up may be sent after all when it is over."""
    if now is None or now.state not in (*course.LIVE, course.PAUSED, course.FINISHED):
        return "cancelled"
    return Later("paused", held=True) if now.state == course.PAUSED else None


def _kept_back(ctx: Context, delivery: Delivery, plan: Plan) -> Stop:
    """Look at window and hour, ask whether the reader may be written to, and count the mail against the cap."""
    about = delivery.about
    moment = hours.of_spelled(about.get(MOMENT))
    if plan.window is not None or moment is not None:
        row = records.get(ctx, about["plural"], about["id"])
        zone = reach.zone(ctx, row) if row else ctx.time_zone
        opens = windows.opening(plan.window, now=ctx.now, zone=zone)
        if opens > ctx.now:
            return Later("outside_window", opens, held=True)
        again = hours.missed(moment, now=ctx.now, zone=zone, window=plan.window) if moment else None
        if again is not None:
            return Later("not_their_hour", again, held=True)
    return permitted(ctx, delivery, exclusions=plan.exclusions, held=True)


def permitted(ctx: Context, delivery: Delivery, *, exclusions: tuple[str, ...] = (), held: bool = False) -> Stop:
    """Return what speaks against writing to the reader of a mail at the address that it was made for; else count it."""
    if reputation.is_paused(ctx):
        return Later(reputation.REASON, ctx.now + reputation.LOOK_AGAIN, held=held)
    about = delivery.about
    verdict = consents.permit(
        ctx,
        object=about["plural"],
        id=about["id"],
        purpose=about["purpose"],
        exclusions=exclusions,
        mid=delivery.mid,
        channel=CHANNEL,
        at=clock.stamp(ctx.now),
    )
    if verdict.allowed and verdict.address != delivery.to:
        return Later("address_changed", held=held)
    return of_verdict(ctx, verdict, held=held)


def of_verdict(ctx: Context, verdict: consents.Verdict, *, held: bool = True) -> Stop:
    """Return what a verdict means for a mail: it waits for what goes by itself, unless that takes days."""
    if verdict.allowed:
        return None
    reason = verdict.reason or "not_allowed"
    passes = reason in verdicts.PASSING and verdict.not_before is not None
    if passes and verdict.not_before - ctx.now <= LONGEST_WAIT:  # type: ignore[operator]
        return Later(reason, verdict.not_before, held=held)
    return reason


def reader(ctx: Context, about: Mapping[str, str]) -> tuple[Object, Row]:
    """Return the record under which whom a mail is about lives now.

    :raises NotToBeSent: when they are gone.
    """
    found = reach.living(ctx, overlays.load(ctx), about["plural"], about["id"])
    if found is None:
        raise NotToBeSent("erased")
    if found[1].deleted_at is not None:
        raise NotToBeSent("deleted")
    return found


def _reader(ctx: Context, delivery: Delivery) -> tuple[Object, Row]:
    found = reader(ctx, delivery.about)
    is_another = found[1].id != delivery.about["id"]
    if is_another and deliveries.known(ctx, delivery.run, [found[1].id]):
        raise NotToBeSent("merged")
    return found


CAMPAIGN_MAIL: Final = MailKind("campaign_mail", Policy.CAMPAIGN, recheck=recheck, composed=compose, channel=CHANNEL)
