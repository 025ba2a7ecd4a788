"""How the parts of the sample firm are made that are no records: definitions, campaigns, and what became of mails.

A template has a sender only where somebody of the sample firm's own domain may write, which no real firm can prove:
so nothing of the sample firm ever goes out in a real firm's name.
"""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from chalicelib.crm.automation.authoring import spans
from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.crm.automation.runs import past as past_runs
from chalicelib.crm.automation.runs import runs
from chalicelib.crm.automation.runs.past import Moved
from chalicelib.crm.automation.runs.runs import Cause, Line, Run
from chalicelib.crm.marketing.campaigns import actions, course, desk, mails, plans
from chalicelib.crm.marketing.campaigns import past as past_campaigns
from chalicelib.crm.marketing.campaigns.past import Seen
from chalicelib.crm.marketing.consent import addresses
from chalicelib.crm.marketing.mail import senders
from chalicelib.crm.marketing.mail.templates import TEMPLATE
from chalicelib.crm.marketing.results import sales
from chalicelib.crm.marketing.tracking.observations import BOUNCED
from chalicelib.engine import definitions, records
from chalicelib.engine.cards.rules import RULE
from chalicelib.engine.definitions import Content, Kind
from chalicelib.engine.jobs import JobHasMoved, WrongState
from chalicelib.engine.segments.definition import SEGMENT
from chalicelib.kernel import clock, errors
from chalicelib.kernel.context import Context
from chalicelib.samples.plan import Sample
from chalicelib.samples.starters import action_rules
from chalicelib.storage import writes

DOMAIN: Final = "olmedo.example"
PURPOSE: Final = "marketing"
WAIT: Final = {"days": 5}
WAITS_UNTIL: Final = "10:00"
Values = Mapping[str, Any]


def sender_of(ctx: Context) -> str | None:
    """Return the sender of the sample firm's own domain, if there is one that may write."""
    for found in definitions.all(ctx, senders.SENDER):
        with suppress(senders.DomainNotVerified):
            if senders.domain_of(senders.usable(ctx, found.id).address) == DOMAIN:
                return found.id
    return None


def make_segment(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Make a segment by its filter, or by what is said of it in words."""
    from chalicelib.engine.asking import interpreting  # noqa: PLC0415 - who only starts need not

    said = values.get("said")
    told = interpreting.interpret(ctx, text=said, locale=ctx.locale) if said else values
    content = {"object": told["object"], "mode": "live", "filter": told["filter"]}
    _define(ctx, SEGMENT, values["name"], {**content, **({"sentence": told["sentence"]} if said else {})})


def make_template(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Make a mail, with a sender where the sample firm has one."""
    sender = sender_of(ctx)
    _define(ctx, TEMPLATE, values["name"], {**values["content"], **({"sender": sender} if sender else {})})


def make_automation(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Make the welcome: by a mail where one may go, else by word to the rep, who calls some days later."""
    greet = {"action": "send_mail", "with": {"template": values["template"]}}
    if sender_of(ctx) is None:
        greet = {"action": "notify", "with": {"to": "owner", "text": values["greet"]}}
    content = {
        "object": "contacts",
        "description": values["says"],
        "trigger": {"kind": "consent_given", "purpose": PURPOSE},
        "exit": {"field": "email_consent", "op": "eq", "value": "withdrawn"},
        "steps": [
            {"id": "greet", "kind": "action", **greet},
            {"id": "wait", "kind": "wait", "for": WAIT, "at": WAITS_UNTIL},
            {"id": "call", "kind": "action", "action": "notify", "with": {"to": "owner", "text": values["call"]}},
        ],
    }
    _define(ctx, AUTOMATION, values["name"], content)


def make_rule(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Make a rule of action from its starter, unless the firm has begun with that one or has as many as it may."""
    if f"{values['starter']}:{values['object']}" in action_rules.used(ctx):
        return
    name, content = action_rules.begun(ctx, key=values["starter"], object=values["object"])
    with suppress(errors.Conflict):
        _define(ctx, RULE, name, content)


def make_campaign(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Make a campaign as a draft."""
    with suppress(writes.Refused):
        desk.create(ctx, values=values["record"], plan=values["plan"])


def make_mail(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Let a mail of the campaign that went have gone."""
    past_campaigns.went(
        ctx,
        kind=mails.CAMPAIGN_MAIL,
        run=values["campaign"],
        recipient=values["contact"],
        about={
            **_about(values["contact"]),
            "campaign": values["campaign"],
            **mails.wording(plans.Variant("A", values["template"], 1)),
        },
        seen=[Seen(**{**each, "signs": tuple(each.get("signs", ()))}) for each in values["seen"]],
        address=values["address"],
    )


def make_end(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Let the campaign that went have come to its end."""
    people = {each["contact"]: each["reason"] for each in values["left_out"]}
    about = {**_about(""), "campaign": values["campaign"]}
    past_campaigns.kept_from(ctx, campaign=values["campaign"], people=people, about=about)
    past_campaigns.ended(
        ctx,
        id=values["campaign"],
        began_at=values["began_at"],
        recipients=values["recipients"],
        left_out=Counter(people.values()),
    )


def make_sale(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Work out what the campaign had to do with an order."""
    sales.note(ctx, plural="orders", id=values["order"])


def make_run(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Let somebody have been welcomed, as far as they have come by now."""
    automation = definitions.get(ctx, AUTOMATION, id=values["automation"])
    now, until = clock.stamp(ctx.now), spans.after(ctx.now, WAIT, zone=ctx.time_zone, at=WAITS_UNTIL)
    cause = Cause(f"{values['contact']}-{now}", "consent_given", now, {"purpose": PURPOSE})
    id = runs.id_of(automation.id, values["contact"], cause)
    greeting = automation.content["steps"][0]
    told: dict[str, Any] = {"people": [ctx.actor.id]}
    if greeting["action"] == "send_mail":
        told = {"template": greeting["with"]["template"], "version": 1, "mail": f"{id}.greet"}
        _greeted(ctx, automation.id, id, values["contact"], greeting["with"]["template"])
    began = [
        Moved(ctx.now, Line("greet", greeting["action"], "done", told), passed=True),
        Moved(ctx.now, Line("wait", "wait", "waiting", {"until": clock.stamp(until)})),
    ]
    ends = {
        "waiting": [],
        "exited": [Moved(until, Line("wait", "run", "exited", {"why": "exit"}))],
        "finished": [
            Moved(until, Line("wait", "wait", "passed"), passed=True),
            Moved(until, Line("call", "notify", "done", {"people": [ctx.actor.id]}), passed=True),
        ],
    }[values["end"]]
    is_over = values["end"] != runs.WAITING
    run = Run(
        id=id,
        automation=automation.id,
        name=automation.name,
        version=1,
        plural="contacts",
        record=values["contact"],
        state=values["end"],
        step=None if values["end"] == runs.FINISHED else "wait",
        moves=len(began) + len(ends),
        entered_at=now,
        cause=cause,
        due=None if is_over else clock.stamp(until),
        timer=None if is_over else clock.stamp(until),
        ended_at=clock.stamp(until) if is_over else None,
        why="exit" if values["end"] == runs.EXITED else None,
    )
    past_runs.lived(ctx, run, [*began, *ends])


def make_bounce(ctx: Context, _: Sample, __: str, values: Values) -> None:
    """Let an address have bounced for good."""
    addresses.suppress(ctx, values["address"], addresses.BOUNCED)


def remove_campaign(ctx: Context, _: Sample, id: str) -> None:
    """Remove a campaign; one that was launched goes no further."""
    with suppress(errors.NotFound, WrongState, JobHasMoved):
        desk.cancel(ctx, id=id)
    with suppress(errors.NotFound, errors.Conflict):
        version = records.get(ctx, plural=course.PLURAL, id=id)["version"]
        records.delete(ctx, plural=course.PLURAL, id=id, expected_version=version)


def remove_definition(kind: Kind, ctx: Context, _: Sample, id: str) -> None:
    """Remove a definition, unless something of the firm's own is made from it."""
    with suppress(errors.NotFound, errors.Conflict):
        definitions.delete(ctx, kind, id=id, expected_version=definitions.get(ctx, kind, id=id).version)


def forget_bounce(ctx: Context, sample: Sample, _: str) -> None:
    """Forget that nobody writes to an address at which nobody can be: it may come again."""
    if not any(seen["what"] == BOUNCED for seen in sample.values.get("seen", [{"what": BOUNCED}])):
        return
    addresses.release(ctx, sample.values["address"], addresses.BOUNCED)


def nothing(_: Context, __: Sample, ___: str) -> None:
    """Leave what goes with the record that it is about."""


def _greeted(ctx: Context, automation: str, run: str, contact: str, template: str) -> None:
    past_campaigns.went(
        ctx,
        kind=actions.AUTOMATION_MAIL,
        run=run,
        recipient="greet",
        about={**_about(contact), "automation": automation, "template": f"{template}@1"},
        seen=[Seen("sent", ctx.now), Seen("delivered", ctx.now)],
    )


def _about(contact: str) -> dict[str, str]:
    return {"object": "contact", "plural": "contacts", "id": contact, "purpose": PURPOSE}


def _define(ctx: Context, kind: Kind, name: str, content: Content) -> None:
    with suppress(writes.Refused):  # it is there
        definitions.create(ctx, kind, name=name, content=content)
