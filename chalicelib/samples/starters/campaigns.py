"""The campaigns to begin with: one that wins customers, one that keeps them, each whole in both languages.

What one makes of a starter is a campaign like any other: its goal, its segments, its mail, a group that is spared to
compare with, and what it is expected to bring, against which its results are held. Expected is a share of those whom
the segments hold now, and for each answer what a purchase of the firm has been worth of late; the brief says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import desk
from chalicelib.crm.marketing.mail import senders
from chalicelib.crm.marketing.mail.templates import TEMPLATE
from chalicelib.engine import access, definitions, overlays, query
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.objects import Label
from chalicelib.engine.segments import viewing
from chalicelib.engine.segments.definition import SEGMENT
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.kernel.money import Money
from chalicelib.samples.starters.campaign_mails import MAILS

LANGUAGES: Final = ("es", "en")
PURCHASES: Final = "orders"
LATEST: Final = 50
CONTROL: Final = 10
"""Of a hundred people, how many are spared to compare with."""

MAY_BE_WRITTEN_TO: Final = {"field": "email_consent", "op": "in", "value": ["granted", "soft_opt_in"]}


def _bought(**more: Any) -> dict[str, Any]:
    """Return the filter for whoever bought, or whose company did."""
    orders = {"related": PURCHASES, "of": "count", "op": "gte", "value": 1, **more}
    return {"any": [orders, {"related": "companies", "of": "count", "op": "gte", "value": 1, "where": orders}]}


@dataclass(frozen=True, slots=True)
class Group:
    """A segment of a starter: of which object, named how, and whom it holds."""

    object: str
    name: Label
    filter: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Starter:
    """One campaign to begin with. ``share`` is how many of a hundred people are expected to answer with a purchase."""

    key: str
    label: Label
    says: Label
    brief: Label
    share: int
    groups: Sequence[Group]
    plan: Mapping[str, Any] = field(default_factory=dict)


STARTERS: Final[Sequence[Starter]] = (
    Starter(
        "acquisition",
        Label("Captar clientes", "Win customers"),
        Label(
            "A quien te dejó escribirle y aún no te ha comprado: leads y contactos. Se mide en primeras compras.",
            "To leads and contacts who let you write to them and have not bought yet. Measured in first purchases.",
        ),
        Label(
            "Que compren por primera vez. Esperamos que lo hagan 2 de cada 100 a quienes se escribe, por lo que vale "
            "un pedido vuestro de los últimos. Uno de cada diez queda en el grupo de control para saber qué habrían "
            "hecho sin la campaña.",
            "Let them buy for the first time. We expect 2 of every 100 we write to, each worth what one of your latest "
            "orders was. One in ten is in the control group, to know what they would have done without the campaign.",
        ),
        2,
        (
            Group(
                "leads",
                Label("Leads abiertos con permiso", "Open leads who permit it"),
                {
                    "all": [
                        MAY_BE_WRITTEN_TO,
                        {"field": "status", "op": "in", "value": ["new", "contacted", "qualified"]},
                    ]
                },
            ),
            Group(
                "contacts",
                Label("Contactos con permiso que aún no han comprado", "Contacts who permit it and have not bought"),
                {"all": [MAY_BE_WRITTEN_TO, {"not": _bought()}]},
            ),
        ),
    ),
    Starter(
        "loyalty",
        Label("Fidelizar clientes", "Keep customers"),
        Label(
            "A quien te compró en el último año, a la hora de cada persona. Se mide en compras repetidas.",
            "To whoever bought in the last year, at each person's hour. Measured in repeat purchases.",
        ),
        Label(
            "Que vuelvan a comprar. Esperamos que lo hagan 8 de cada 100 a quienes se escribe, por lo que vale un "
            "pedido vuestro de los últimos. Uno de cada diez queda en el grupo de control para saber qué habrían hecho "
            "sin la campaña.",
            "Let them buy again. We expect 8 of every 100 we write to, each worth what one of your latest orders was. "
            "One in ten is in the control group, to know what they would have done without the campaign.",
        ),
        8,
        (
            Group(
                "contacts",
                Label("Clientes del último año con permiso", "Customers of the last year who permit it"),
                {
                    "all": [
                        MAY_BE_WRITTEN_TO,
                        _bought(where={"field": "date", "op": "during", "value": "last_365_days"}),
                    ]
                },
            ),
        ),
        {"personal_hour": True},
    ),
)


def offered(ctx: Context) -> dict[str, Any]:
    """Return the starters."""
    access.require_managed(ctx, "campaigns", "read")
    return {
        "items": [
            {"key": starter.key, "label": starter.label.both(), "says": starter.says.both()} for starter in STARTERS
        ]
    }


def begin(
    ctx: Context, *, key: str, language: str, sender: str | None = None, once: str | None = None
) -> dict[str, Any]:
    """Make the campaign of a starter with its segments and its mail, as a draft, and return all their ids.

    ``once`` is the caller's idempotency key: the same brings the same campaign.

    :raises NotFound: when there is no such starter.
    :raises NoSender: when the firm has nobody yet in whose name a mail may go.
    """
    for kind in (SEGMENT, TEMPLATE):
        access.require_managed(ctx, kind.plural, "create")
    starter = next((one for one in STARTERS if one.key == key), None)
    if starter is None:
        raise NotFound("There is no such starter.")
    sender = senders.first_usable(ctx, sender)
    words, asked = MAILS[key][language], (key, language, sender)

    def named(part: str) -> Idempotency | None:
        return Idempotency.of(f"{once}:{part}", "starter", asked) if once else None

    template = definitions.create(
        ctx,
        TEMPLATE,
        name=words.name,
        content=words.content(language, purpose="marketing", sender=sender),
        key=named("mail"),
    )
    segments = [_segment(ctx, group, language, named(f"segment{at}")) for at, group in enumerate(starter.groups)]
    made = desk.create(
        ctx,
        values=_values(ctx, starter, language),
        plan={
            "segments": segments,
            "variants": [{"name": "A", "template": template.id}],
            "control": CONTROL,
            **starter.plan,
        },
        key=named("campaign"),
    )
    return {"campaign": made["campaign"]["id"], "template": template.id, "segments": segments}


def _segment(ctx: Context, group: Group, language: str, key: Idempotency | None) -> str:
    content = {"object": group.object, "mode": "live", "filter": group.filter}
    return definitions.create(ctx, SEGMENT, name=group.name.text(language), content=content, key=key).id


def _values(ctx: Context, starter: Starter, language: str) -> dict[str, Any]:
    """Return what the campaign's record says, with what is expected of it."""
    people = sum(viewing.preview(ctx, object=group.object, filter=group.filter)["expected"] for group in starter.groups)
    answers = round(people * (100 - CONTROL) / 100 * starter.share / 100)
    worth = _worth(ctx, answers)
    return {
        "name": starter.label.text(language),
        "channel": "email",
        "goal": starter.key,
        "brief": f"<p>{starter.brief.text(language)}</p>",
        **({"expected_responses": answers} if answers else {}),
        **({"expected_revenue": worth} if worth else {}),
    }


def _worth(ctx: Context, answers: int) -> dict[str, str] | None:
    """Return what so many purchases would be worth, going by the firm's latest; None where nobody knows."""
    bought = overlays.load(ctx).of_plural(PURCHASES).features.bought
    if bought is None or not answers:
        return None
    latest = query.list(ctx, plural=PURCHASES, filters=bought.counted, sort=f"-{bought.on}", limit=LATEST)["items"]
    amounts = [held for held in (one.get(bought.worth) for one in latest) if held and held["currency"] == ctx.currency]
    if not amounts:
        return None
    total = sum(Money.parse(amount["amount"], ctx.currency).minor for amount in amounts)
    return {"amount": Money(round(total * answers / len(amounts)), ctx.currency).amount, "currency": ctx.currency}
