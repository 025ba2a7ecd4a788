"""The eight groups of customers, and what each asks of their purchases, spelled as a sentence would be understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine.objects import Label


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose purchases are measured, and by what: their ``related`` records, of these a ``date`` and an ``amount``."""

    object: str
    related: str
    date: str
    amount: str


@dataclass(frozen=True, slots=True)
class Borders:
    """Where this firm's fifths meet: ``recent`` and ``distant`` days, ``often`` and ``much``.

    Two fifths bought within ``recent`` days and four within ``distant``; two bought ``often`` times or more, and two
    spent ``much`` or more.
    """

    recent: int
    distant: int
    often: int
    much: Decimal


GROUPS: Final[Mapping[str, Label]] = {
    "champions": Label("Campeones", "Champions"),
    "loyal": Label("Fieles", "Loyal"),
    "promising": Label("Prometedores", "Promising"),
    "new": Label("Nuevos", "New"),
    "at_risk": Label("En riesgo", "At risk"),
    "fading": Label("Se enfrían", "Fading"),
    "missed": Label("No los pierdas", "Can't lose them"),
    "lost": Label("Perdidos", "Lost"),
}
"""Every customer with a purchase is in exactly one of them."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What groups ask of the purchases of which ``counted`` holds, spelled as a sentence would be understood."""

    asked: Asked
    counted: Any
    borders: Borders
    currency: str

    def often(self, op: str, value: Any) -> dict[str, Any]:
        """Return how often somebody bought."""
        return self._where({"related": self.asked.related, "of": "count", "op": op, "value": value}, [])

    def lately(self, days: int, *, did: bool = True) -> dict[str, Any]:
        """Return that somebody bought in the last days, today and the day so many days ago included, or did not."""
        during = {"field": self.asked.date, "op": "during", "value": f"last_{days + 1}_days"}
        op, value = ("gte", 1) if did else ("eq", 0)
        return self._where({"related": self.asked.related, "of": "count", "op": op, "value": value}, [during])

    def much(self) -> dict[str, Any]:
        """Return that somebody spent much."""
        worth = {"amount": f"{self.borders.much:f}", "currency": self.currency}
        return self._where(
            {"related": self.asked.related, "of": {"sum": self.asked.amount}, "op": "gte", "value": worth}, []
        )

    def _where(self, node: dict[str, Any], more: Sequence[Any]) -> dict[str, Any]:
        demanded = [*([self.counted] if self.counted else []), *more]
        if not demanded:
            return node
        return {**node, "where": demanded[0] if len(demanded) == 1 else {"all": demanded}}


def rule(rules: Rules, group: str) -> dict[str, Any]:
    """Return what a group asks."""
    borders = rules.borders
    often, once = rules.often("gte", borders.often), rules.often("eq", 1)
    seldom = rules.often("between", [1, borders.often - 1]) if borders.often > 2 else once
    several = rules.often("between", [2, borders.often - 1]) if borders.often > 3 else rules.often("eq", 2)
    recent, not_recent = rules.lately(borders.recent), rules.lately(borders.recent, did=False)
    near, far = rules.lately(borders.distant), rules.lately(borders.distant, did=False)
    members: Mapping[str, list[Any]] = {
        "champions": [recent, often, rules.much()],
        "loyal": [recent, often, {"not": rules.much()}],
        # Where two purchases are often already, nobody is between them and one.
        "promising": [recent, several] if borders.often > 2 else [recent, several, once],
        "new": [recent, once],
        "at_risk": [not_recent, near, often],
        "fading": [not_recent, near, seldom],
        "missed": [far, often],
        "lost": [far, seldom],
    }
    return {"all": members[group]}
