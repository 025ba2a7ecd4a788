"""A firm that sends campaigns: its sender, a template, a segment of people who agreed, stored as the product would."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.crm.marketing.campaigns import course, desk, mails, plans
from chalicelib.crm.marketing.consent import settings as marketing
from chalicelib.crm.marketing.mail import domains, senders, templates
from chalicelib.crm.marketing.templating import document
from chalicelib.engine import outbox, reach
from chalicelib.engine.segments import lookup
from chalicelib.engine.segments import plans as segment_plans
from chalicelib.kernel import clock, tenancy
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.storage import consents, directory, records, segments, writes
from chalicelib.storage.plan import Write
from tests.functional.campaigns.around import CampaignAround
from tests.world import World, cold

DANA = "01KB2T9WM0DANADANADANADANA"
SENDER = "01KB2T9WM0SENDERSENDERSEND"
TEMPLATE = "01KB2T9WM0TEMPRATETEMPRATE"
OTHER_TEMPLATE = "01KB2T9WM0ANDERETEMPRATE00"
SEGMENT = "01KB2T9WM0SEGMENTSEGMENTSE"
CAMPAIGN = "01KB2T9WM0CAMPAGNCAMPAGN00"
DOMAIN = "rios.example"
CONTENT: Mapping[str, Any] = document.checked(
    {
        "subject": "Novedades de la bodega",
        "sender": SENDER,
        "purpose": "marketing",
        "language": "es",
        "blocks": [
            {"id": "a", "kind": "text", "html": '<p>Hola {{ person.first_name | default: "amigo" }}</p>'},
            {"id": "b", "kind": "button", "label": "Ver el vino", "url": "https://rios.example/vino"},
            {"id": "f", "kind": "footer"},
        ],
    }
)
OTHER: Mapping[str, Any] = {**CONTENT, "subject": "Un vino para ti"}


def person(number: int) -> str:
    """Return the id of one of the firm's contacts."""
    return f"01KB2T9WM0{number:016d}"


@dataclass(slots=True)
class Firm:
    """The firm, and who plans its campaigns."""

    around: CampaignAround
    ctx: Context
    people: Sequence[str]

    @property
    def now(self) -> Context:
        """Return the context of whoever plans, at this moment."""
        return Context(self.ctx.tenant, Actor("user", DANA, Role.ADMIN), "test", self.around.clock.now, self.ctx.ids)

    def launch(self, at: str | None = None, **plan: Any) -> None:
        """Change the plan and launch the campaign."""
        with tenancy.entered(self.ctx.tenant):
            if plan:
                version = desk.get(self.now, id=CAMPAIGN)["campaign"]["version"]
                desk.change_plan(self.now, id=CAMPAIGN, changes=plan, expected_version=version)
            version = desk.get(self.now, id=CAMPAIGN)["campaign"]["version"]
            desk.launch(self.now, id=CAMPAIGN, at=at, expected_version=version)

    def told(self) -> dict[str, Any]:
        """Return what the API tells of the campaign."""
        with tenancy.entered(self.ctx.tenant):
            return desk.get(self.now, id=CAMPAIGN)

    def do(self, act: Any) -> dict[str, Any]:
        """Pause, resume or cancel the campaign."""
        with tenancy.entered(self.ctx.tenant):
            return act(self.now, id=CAMPAIGN)

    def store(self, *wanted: Write) -> None:
        """Store something of the firm."""
        with tenancy.entered(self.ctx.tenant):
            writes.execute(self.now, wanted)

    def refuse(self, id: str) -> None:
        """Let somebody withdraw their consent."""
        with tenancy.entered(self.ctx.tenant):
            found = consents.find(self.now, [id], places=[("email", "marketing")]).standings[0]
        facts = {"state": "withdrawn", "basis": "unsubscribed", "at": clock.stamp(self.now.now)}
        self.store(consents.stand(self.now, found, facts))

    def delivery(self, id: str) -> outbox.Delivery | None:
        """Return what the outbox holds for somebody."""
        with tenancy.entered(self.ctx.tenant):
            return outbox.load(self.now, run=CAMPAIGN, recipient=id)

    def is_over(self) -> bool:
        """Return whether the campaign has come to its end."""
        with tenancy.entered(self.ctx.tenant):
            now = course.find(self.now, CAMPAIGN)
        return now is not None and now.state in (course.FINISHED, course.CANCELLED, "failed")

    def copies(self, id: str) -> int:
        """Return how many mails of the campaign somebody got."""
        sent = self.around.ses.sent(f"{CAMPAIGN}.{id}")
        return len([copy for copy in sent if copy.tags["tenant"] == self.ctx.tenant])

    def states(self) -> dict[str, str]:
        """Return the state of everybody's mail, and the reason where it was not sent."""
        found = {id: self.delivery(id) for id in self.people}
        return {
            id: mail.reason if mail.state is outbox.State.SUPPRESSED else mail.state.value
            for id, mail in found.items()
            if mail is not None
        }


def a_firm(
    world: World, around: CampaignAround, *, people: int = 3, plan: Mapping[str, Any] | None = None, quiet: bool = False
) -> Firm:
    """Store a firm whose people all agreed to be written to, and let no earlier scenario be seen."""
    tenant = world.ids.tenant()
    around.begin_with(tenant)
    cold()
    ctx = Context(tenant, Actor("system", "test"), "test", around.clock.now, world.ids)
    ids = [person(number) for number in range(people)]
    agreed = plans.changed(
        plans.NOTHING, {"segments": [SEGMENT], "variants": [{"name": "A", "template": TEMPLATE}], **(plan or {})}
    )
    with tenancy.entered(tenant):
        house = [
            directory.put(ctx, directory.TENANT, _firm_row()),
            directory.put(ctx, directory.user(DANA), _dana()),
            directory.put(ctx, marketing.ROW, _settings(quiet=quiet)),
            directory.put(ctx, directory.mail_domain("d1"), _domain(ctx).item()),
            *_defined(ctx, senders.SENDER.name, SENDER, senders.SENDER.listed, _sender()),
            *_defined(ctx, templates.TEMPLATE.name, TEMPLATE, templates.TEMPLATE.listed, CONTENT),
            *_defined(ctx, templates.TEMPLATE.name, OTHER_TEMPLATE, templates.TEMPLATE.listed, OTHER),
            *_defined(ctx, lookup.KIND, SEGMENT, ("object", "mode"), {"object": "contacts", "mode": "static"}),
            directory.put(ctx, segment_plans.SET, {"version": 1}),
            *_campaign(ctx, agreed),
        ]
        writes.execute(ctx, house)
        for first in range(0, people, 20):
            writes.execute(ctx, [write for id in ids[first : first + 20] for write in _person(ctx, id)])
    return Firm(around, ctx, ids)


def a_person(ctx: Context, id: str, **values: Any) -> list[Write]:
    """Return the writes that store a contact who agreed."""
    return _person(ctx, id, **values)


def _person(ctx: Context, id: str, **more: Any) -> list[Write]:
    address = f"p{int(id[10:])}@correo.example"
    values = {
        "first_name": "Ana",
        "last_name": id[-3:],
        "name": f"Ana {id[-3:]}",
        "emails": [{"value": address, "label": "work", "primary": True}],
        **more,
    }
    granted = {"state": "granted", "basis": "consent", "at": clock.stamp(ctx.now)}
    return [
        records.create(ctx, _row(ctx, "contacts", id, values, derived={reach.CONSENT: "granted"}), slots=[]),
        consents.stand(ctx, consents.Standing(id, "email", "marketing"), granted),
        segments.enter(ctx, SEGMENT, id, since=clock.stamp(ctx.now)),
    ]


def _row(ctx: Context, plural: str, id: str, values: Mapping[str, Any], **more: Any) -> records.Row:
    at = clock.stamp(ctx.now)
    return records.Row(id, plural, 1, values, at, DANA, at, DANA, owner=DANA, **more)


def _campaign(ctx: Context, plan: plans.Plan) -> list[Write]:
    values = {"name": "Vendimia", "status": "draft", "channel": "email"}
    body = records.put_body(ctx, course.PLURAL, CAMPAIGN, version=1, values={"mailing": plan.spelled()})
    return [records.create(ctx, _row(ctx, course.PLURAL, CAMPAIGN, values), slots=[]), body]


def _defined(ctx: Context, kind: str, id: str, listed: Sequence[str], content: Mapping[str, Any]) -> list[Write]:
    at = clock.stamp(ctx.now)
    head = {
        "title": kind,
        "version": 1,
        "listed": json.dumps({name: content[name] for name in listed if name in content}),
        "created_at": at,
        "created_by": DANA,
        "updated_at": at,
        "updated_by": DANA,
    }
    said = {"json": json.dumps(content), "at": at, "by": DANA}
    return [
        directory.put(ctx, directory.definition(kind, id), head),
        directory.put(ctx, directory.content(kind, id, 1), said),
    ]


def _domain(ctx: Context) -> domains.Domain:
    at = clock.stamp(ctx.now)
    return domains.Domain("d1", DOMAIN, ("a", "b", "c"), (), "verified", at, DANA, verified_at=at)


def _sender() -> dict[str, Any]:
    return {
        "from_name": "Bodegas Ríos",
        "address": f"hola@{DOMAIN}",
        "reply_to": None,
        "legal_name": "Bodegas Ríos, S. L.",
        "postal_address": "Calle Mayor 1, Haro",
    }


def _settings(*, quiet: bool) -> dict[str, Any]:
    hours = {"from": "21:00", "to": "09:00"} if quiet else None
    return {**marketing.Settings(version=1, quiet=None).shown(), "quiet_hours": hours}


def _firm_row() -> dict[str, Any]:
    return {"company": "Bodegas Ríos", "locale": "es", "time_zone": "Europe/Madrid", "currency": "EUR"}


def _dana() -> dict[str, Any]:
    return {
        "id": DANA,
        "email": "dana@rios.example",
        "full_name": "Dana Ríos",
        "status": "active",
        "role": "admin",
        "locale": "es",
        "time_zone": "Europe/Madrid",
    }


__all__ = ["a_firm", "mails"]
