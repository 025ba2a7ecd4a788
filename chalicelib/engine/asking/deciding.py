"""What a sentence leaves open, and how it was decided: each assumption is a choice that somebody may make otherwise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from chalicelib.engine.objects import Label

Node = Mapping[str, Any]
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Option:
    """One way to take it."""

    value: str
    label: Label


@dataclass(frozen=True, slots=True)
class Choice:
    """Something left open at the word ``at``: how it was taken, and how else it may be."""

    id: str
    label: Label
    options: tuple[Option, ...]
    chosen: str
    at: int

    def shown(self, locale: str) -> dict[str, Any]:
        """Return the choice as the API answers it."""
        return {
            "id": self.id,
            "label": self.label.text(locale),
            "options": [{"value": option.value, "label": option.label.text(locale)} for option in self.options],
            "chosen": self.chosen,
        }


LABELS: Final[Mapping[str, Label]] = {
    "place": Label("El lugar es", "The place is"),
    "units": Label("El periodo es", "The period is"),
    "ago": Label("«Hace» quiere decir", "“Ago” means"),
    "year": Label("El año es", "The year is"),
    "day_first": Label("La fecha es", "The date is"),
    "never": Label("Quien nunca ha comprado", "Who has never bought"),
    "counted": Label("Compras que cuentan", "Purchases that count"),
    "whose": Label("Los pedidos son", "Whose orders"),
    "since": Label("El gasto se suma", "Spending is summed"),
    "human": Label("Aperturas y clics", "Opens and clicks"),
    "field": Label("Se refiere a", "It refers to"),
    "joint": Label("«y» y «o» se agrupan", "“and” and “or” group as"),
    "person": Label("La persona es", "The person is"),
    "customers": Label("Los clientes son", "Customers are"),
    "stopped": Label("Dejar de comprar es", "To have stopped buying is"),
    "several": Label("De varios valores", "Of several values"),
}


class Unmeant(Exception):
    """Words that make a sentence and yet mean nothing here; ``reason`` says why, ``words`` which they are."""

    def __init__(self, reason: str = "unknown") -> None:
        super().__init__(reason)
        self.reason = reason
        self.words: tuple[int, int] | None = None


@dataclass(slots=True)
class Deciding:
    """The choices of one sentence: those that its author made, and all that came up."""

    made: Mapping[str, str] = field(default_factory=dict)
    asked: dict[str, Choice] = field(default_factory=dict)

    def pick(self, kind: str, options: Sequence[Option], *, at: int, once: bool = False) -> str:
        """Return how something open is taken: as its author chose, else the first way.

        What is asked ``once`` holds for the whole sentence; nothing is asked where there is one way only.
        """
        if once and kind in self.asked:
            known = self.asked[kind]
            return known.chosen if any(option.value == known.chosen for option in options) else options[0].value
        if len(options) == 1:
            return options[0].value
        id = self._named(kind)
        wanted = self.made.get(id, "")
        chosen = wanted if any(option.value == wanted for option in options) else options[0].value
        self.asked[id] = Choice(id, LABELS[kind], tuple(options), chosen, at)
        return chosen

    def _named(self, kind: str) -> str:
        if kind not in self.asked:
            return kind
        return next(f"{kind}_{number}" for number in range(2, 1000) if f"{kind}_{number}" not in self.asked)

    def tried(self, attempt: Callable[[], Said]) -> Said:
        """Return what an attempt makes of the words; one that fails leaves no choice behind.

        :raises Unmeant: when the words mean nothing to it.
        """
        before = dict(self.asked)
        try:
            return attempt()
        except Unmeant:
            self.asked = before
            raise
