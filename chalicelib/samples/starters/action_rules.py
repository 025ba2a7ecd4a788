"""Rules of action to begin with, for people and for companies: made with one click, and then a rule like any other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.engine import definitions, overlays
from chalicelib.engine.cards.rules import RULE
from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.objects import Label
from chalicelib.kernel.context import Context

CUSTOMERS: Final = ("companies", "contacts")
UNHAPPY: Final = ("tickets", "cases")
"""Objects of a firm's own in which it keeps what its customers complain of."""


@dataclass(frozen=True, slots=True)
class Starter:
    """One rule to begin with, but for the object that it is for."""

    key: str
    label: Label
    says: Label
    words: Label
    figures: Sequence[Mapping[str, Any]]
    action: Mapping[str, Any]
    priority: int
    rest_days: int = 30
    filter: Mapping[str, Any] | None = None
    subject: Label | None = None

    def told(self, ctx: Context, object: str, used: frozenset[str]) -> dict[str, Any]:
        """Return the starter for the customers of an object, ready to be sent as a new rule."""
        key = f"{self.key}:{object}"
        rule = {
            "object": object,
            "filter": self.filter,
            "figures": list(self.figures),
            "words": self.words.both(),
            "action": {
                **self.action,
                **({"values": {"subject": self.subject.text(ctx.locale)}} if self.subject else {}),
            },
            "priority": self.priority,
            "rest_days": self.rest_days,
            "starter": key,
        }
        return {
            "key": key,
            "object": object,
            "label": self.label.both(),
            "says": self.says.both(),
            "rule": rule,
            "is_used": key in used,
        }


OVERDUE: Final = Starter(
    "overdue",
    Label("Se está yendo", "About to leave"),
    Label(
        "Quien compraba a menudo y calla más de lo suyo: llámale y pregúntale.",
        "Somebody who bought often and is silent for longer than usual: call and ask.",
    ),
    Label(
        "Hace {{ card.silent_days }} días que no nos compras y solías hacerlo cada {{ card.usual_days }}. "
        '¿Va todo bien? ¿Te falta {{ card.buys_most | default: "algo" }}?',
        "You have not bought for {{ card.silent_days }} days, and used to every {{ card.usual_days }}. "
        'Is everything all right? Do you need {{ card.buys_most | default: "anything" }}?',
    ),
    ({"figure": "churn", "op": "in", "value": ["high"]},),
    {"kind": "call", "object": "calls"},
    priority=20,
    subject=Label("¿Va todo bien? · {{ card.name }}", "Is everything all right? · {{ card.name }}"),
)
LAPSING: Final = Starter(
    "lapsing",
    Label("Oferta a punto de cerrar", "An offer about to close"),
    Label(
        "Una oportunidad abierta cierra en una semana o ya debía estar cerrada: pide una decisión.",
        "An open deal closes within a week, or was to be closed by now: ask for a decision.",
    ),
    Label(
        "Tenemos una oferta abierta que vence pronto. ¿La cerramos hoy o cambiamos algo?",
        "There is an open offer that is about to lapse. Shall we close it today, or change something?",
    ),
    ({"figure": "days_to_close", "op": "lte", "value": 7},),
    {"kind": "task", "object": "tasks", "days": 1},
    priority=30,
    subject=Label("Decidir la oferta · {{ card.name }}", "Decide about the offer · {{ card.name }}"),
    rest_days=7,
)
THANKS: Final = Starter(
    "thanks",
    Label("Gracias por la primera compra", "Thank a new customer"),
    Label(
        "Quien compró por primera vez hace poco: da las gracias y pregunta si llegó bien.",
        "Somebody who bought for the first time lately: thank them and ask whether all arrived well.",
    ),
    Label(
        "Gracias por tu primer pedido, {{ card.name }}. ¿Llegó todo bien?",
        "Thank you for your first order, {{ card.name }}. Did everything arrive well?",
    ),
    (
        {"figure": "purchases", "op": "eq", "value": 1},
        {"figure": "silent_days", "op": "lte", "value": 14},
    ),
    {"kind": "say"},
    priority=40,
    rest_days=365,
)
UNANSWERED: Final = Starter(
    "unanswered",
    Label("Quedó sin respuesta", "Left without an answer"),
    Label("El último contacto no llegó a nadie: vuelve a llamar.", "The last contact reached nobody: call again."),
    Label(
        "Te llamamos y no pudimos hablar. ¿Es buen momento?",
        "We called and could not speak to you. Is this a good moment?",
    ),
    ({"figure": "unanswered", "op": "eq", "value": True},),
    {"kind": "call", "object": "calls"},
    priority=25,
    subject=Label("Volver a llamar · {{ card.name }}", "Call again · {{ card.name }}"),
    rest_days=3,
)
STARTERS: Final = (OVERDUE, UNANSWERED, LAPSING, THANKS)


def offered(ctx: Context) -> dict[str, Any]:
    """Return the starters that make sense in the firm, and which of them are used."""
    known, catalogue = used(ctx), overlays.load(ctx)
    items = [
        starter.told(ctx, plural, known)
        for plural in CUSTOMERS
        if plural in catalogue.plurals
        for starter in (*_unhappy(catalogue, plural), *STARTERS)
    ]
    return {"items": items}


def used(ctx: Context) -> frozenset[str]:
    """Return the keys of the starters from which the firm has a rule."""
    return frozenset(str(each.content["starter"]) for each in definitions.all(ctx, RULE) if each.content.get("starter"))


def begun(ctx: Context, *, key: str, object: str) -> tuple[str, Mapping[str, Any]]:
    """Return the name and the content of the rule that a starter begins for an object, in the language of the firm."""
    starter = next(each for each in STARTERS if each.key == key)
    return starter.label.text(ctx.locale), starter.told(ctx, object, frozenset())["rule"]


def _unhappy(catalogue: Catalogue, plural: str) -> Sequence[Starter]:
    """Return the starter for whoever waits for a case to be solved, in a firm that keeps cases."""
    inbound = next((each for each in catalogue.plurals[plural].inbound.values() if each.plural in UNHAPPY), None)
    if inbound is None:
        return ()
    lately = {"field": "created_at", "op": "during", "value": "last_30_days"}
    return (
        Starter(
            "unhappy",
            Label("Tiene una queja reciente", "Complained lately"),
            Label(
                "Quien ha abierto un caso este mes: discúlpate antes de vender nada.",
                "Somebody who opened a case this month: say sorry before you sell anything.",
            ),
            Label(
                "Sabemos que algo no fue bien. Antes de nada, ¿ha quedado resuelto?",
                "We know that something went wrong. Before anything else: has it been put right?",
            ),
            (),
            {"kind": "say"},
            priority=10,
            rest_days=7,
            filter={"related": inbound.name, "of": "count", "op": "gte", "value": 1, "where": lately},
        ),
    )
