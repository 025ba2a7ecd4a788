"""The plan for each customer, over the short, the middle and the long term, until they answer, buy again or leave.

After the first purchase: thanks and a call within days, a question after weeks, a review after months, a year together.
"""

from collections.abc import Mapping
from typing import Any, Final

from chalicelib.engine.objects import Label

KEY: Final = "plan"
CHECK: Final = "plan_check"
YEAR: Final = "plan_year"

LABEL: Final = Label("Plan para cada cliente", "A plan for each customer")
SAYS: Final = Label(
    "A quien compra por primera vez: gracias y una llamada a los pocos días, cómo le va a las semanas, una revisión a "
    "los tres meses y un año juntos. Acaba si responde, vuelve a comprar o se da de baja.",
    "For whoever buys for the first time: thanks and a call within days, a question after weeks, a review after three "
    "months, a year together. It ends when they answer, buy again or unsubscribe.",
)
WHO: Final[Mapping[str, str]] = {"es": "ya han comprado", "en": "have bought"}
"""What the segment of the plan is called after it."""

CUSTOMERS: Final[Mapping[str, Any]] = {
    "related": "orders",
    "of": "count",
    "op": "gte",
    "value": 1,
    "where": {"field": "status", "op": "not_in", "value": ["draft", "cancelled"]},
}
ENDS_ON: Final = ("answered", "bought", "unsubscribed")
AT: Final = "10:00"

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "es": {
        "short": "Corto plazo",
        "middle": "Medio plazo",
        "long": "Largo plazo",
        "call": "Llamar a {{ name }}: ¿todo bien con su compra?",
        "review": "Revisar con {{ name }} qué necesita",
        "propose": "Un año con {{ name }}: proponerle el siguiente paso",
    },
    "en": {
        "short": "Short term",
        "middle": "Middle term",
        "long": "Long term",
        "call": "Call {{ name }}: is all well with the order?",
        "review": "Review with {{ name }} what they need",
        "propose": "A year with {{ name }}: propose the next step",
    },
}


def parts(language: str, *, segment: str | None, mails: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the automation for a segment of customers and the templates of its mails by their keys."""
    words = _WORDS[language]
    return {
        "trigger": {"kind": "segment_entered", "segment": segment},
        "ends_on": list(ENDS_ON),
        "reentry": "again",
        "cooldown": {"days": 30},
        "steps": [
            {"id": "days", "kind": "wait", "label": words["short"], "for": {"days": 2}, "at": AT},
            _mail("thanks", words["short"], mails[KEY]),
            _task("call", words["short"], words["call"]),
            {"id": "weeks", "kind": "wait", "label": words["middle"], "for": {"weeks": 4}, "at": AT},
            _mail("check", words["middle"], mails[CHECK]),
            {"id": "months", "kind": "wait", "label": words["middle"], "for": {"days": 60}, "at": AT},
            _task("review", words["middle"], words["review"]),
            {"id": "year", "kind": "wait", "label": words["long"], "for": {"days": 275}, "at": AT},
            _mail("anniversary", words["long"], mails[YEAR]),
            _task("propose", words["long"], words["propose"]),
        ],
    }


def _mail(id: str, label: str, template: str) -> dict[str, Any]:
    return {"id": id, "kind": "action", "label": label, "action": "send_mail", "with": {"template": template}}


def _task(id: str, label: str, subject: str) -> dict[str, Any]:
    values = {"subject": subject, "owner": {"from": "owner"}, "due": {"in": {"days": 1}, "at": AT}}
    said = {"object": "tasks", "link": "contact", "values": values}
    return {"id": id, "kind": "action", "label": label, "action": "create_record", "with": said}
