"""The figures of a card: what rules of action ask of it, and how each is said in the sentence that tells why.

A figure that nobody knows, or that the reader may not know, is None, and meets no condition.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine import periods
from chalicelib.engine.cards import value
from chalicelib.engine.cards.card import Card
from chalicelib.engine.objects import Label
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context

Said = Callable[[Any, str], Label]
NUMBER, MONEY, CHOICE, FLAG = "number", "money", "choice", "flag"
LEVELS: Final = {
    "unknown": Label("sin saber", "unknown"),
    "low": Label("bajo", "low"),
    "medium": Label("medio", "medium"),
    "high": Label("alto", "high"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is called, how it is compared, and ``said``, how it is told of a customer with a value."""

    name: str
    kind: str
    label: Label
    said: Said


def of(ctx: Context, card: Card) -> dict[str, Any]:
    """Return every figure of a card by its name: whole numbers, amounts as decimals, words, yes or no."""
    today, bought = periods.today(ctx), card.value
    last = card.touches.past[0].at if card.touches.past else None
    closing = next((each for each in card.matters if each.has_worth and each.due), None)
    return {
        "churn": card.rhythm.level if card.rhythm else "unknown" if bought else None,
        "silent_days": (today - bought.days[0]).days if bought and bought.days else None,
        "purchases": len(bought.purchases) if bought else None,
        "purchases_12_months": len(bought.lately) if bought else None,
        "spent": value.major(ctx, bought.spent(bought.purchases)) if bought else None,
        "spent_12_months": value.major(ctx, bought.spent(bought.lately)) if bought else None,
        "days_since_contact": (today - clock.to_wall(clock.parse(last), ctx.time_zone).date()).days if last else None,
        "unanswered": card.touches.unanswered is not None,
        "open_matters": len(card.matters),
        "late_matters": sum(each.is_late for each in card.matters),
        "days_to_close": (closing.due - today).days if closing and closing.due else None,
        "may_write": bool(card.writing["allowed"]) if card.writing else None,
    }


def why(ctx: Context, figure: Figure, held: Any) -> str:
    """Return what a figure says of a customer, in the reader's language, as a part of a sentence."""
    return figure.said(held, ctx.currency).text(ctx.locale)


def _days(count: int) -> Label:
    return Label("1 día", "1 day") if abs(count) == 1 else Label(f"{abs(count)} días", f"{abs(count)} days")


def _times(count: int) -> Label:
    return Label("una vez", "once") if count == 1 else Label(f"{count} veces", f"{count} times")


def _matters(count: int) -> Label:
    return Label("1 asunto", "1 matter") if count == 1 else Label(f"{count} asuntos", f"{count} matters")


def _amount(held: Decimal, currency: str) -> Label:
    return Label(f"{held:,.2f} {currency}".translate(_SPANISH), f"{held:,.2f} {currency}")


def _closing(held: int, _: str) -> Label:
    days = _days(held)
    if held == 0:
        return Label("una venta abierta cierra hoy", "an open sale closes today")
    if held < 0:
        return Label(f"una venta abierta debía cerrarse hace {days.es}", f"an open sale was to close {days.en} ago")
    return Label(f"una venta abierta cierra en {days.es}", f"an open sale closes in {days.en}")


def _contacted(held: int, _: str) -> Label:
    if held == 0:
        return Label("habéis hablado hoy", "you were in touch today")
    return Label(f"no habláis desde hace {_days(held).es}", f"you have not been in touch for {_days(held).en}")


_SPANISH: Final = str.maketrans({",": ".", ".": ","})

FIGURES: Final[Mapping[str, Figure]] = {
    figure.name: figure
    for figure in (
        Figure(
            "churn",
            CHOICE,
            Label("Riesgo de perderle", "Risk of losing them"),
            lambda held, _: Label(
                f"el riesgo de perderle es {LEVELS[held].es}", f"the risk of losing them is {LEVELS[held].en}"
            ),
        ),
        Figure(
            "silent_days",
            NUMBER,
            Label("Días sin comprar", "Days without buying"),
            lambda held, _: Label(f"lleva {_days(held).es} sin comprar", f"they have not bought for {_days(held).en}"),
        ),
        Figure(
            "purchases",
            NUMBER,
            Label("Compras en total", "Purchases in all"),
            lambda held, _: Label(f"ha comprado {_times(held).es}", f"they have bought {_times(held).en}"),
        ),
        Figure(
            "purchases_12_months",
            NUMBER,
            Label("Compras en 12 meses", "Purchases in 12 months"),
            lambda held, _: Label(
                f"ha comprado {_times(held).es} en 12 meses", f"they have bought {_times(held).en} in 12 months"
            ),
        ),
        Figure(
            "spent",
            MONEY,
            Label("Gastado en total", "Spent in all"),
            lambda held, currency: Label(
                f"ha gastado {_amount(held, currency).es}", f"they have spent {_amount(held, currency).en}"
            ),
        ),
        Figure(
            "spent_12_months",
            MONEY,
            Label("Gastado en 12 meses", "Spent in 12 months"),
            lambda held, currency: Label(
                f"ha gastado {_amount(held, currency).es} en 12 meses",
                f"they have spent {_amount(held, currency).en} in 12 months",
            ),
        ),
        Figure("days_since_contact", NUMBER, Label("Días sin contacto", "Days without contact"), _contacted),
        Figure(
            "unanswered",
            FLAG,
            Label("Contacto sin respuesta", "Contact without an answer"),
            lambda held, _: (
                Label("el último contacto quedó sin respuesta", "the last contact was not answered")
                if held
                else Label("nada espera respuesta", "nothing waits for an answer")
            ),
        ),
        Figure(
            "open_matters",
            NUMBER,
            Label("Asuntos abiertos", "Open matters"),
            lambda held, _: Label(f"tiene {_matters(held).es} en marcha", f"they have {_matters(held).en} open"),
        ),
        Figure(
            "late_matters",
            NUMBER,
            Label("Asuntos con retraso", "Late matters"),
            lambda held, _: Label(f"tiene {_matters(held).es} con retraso", f"they have {_matters(held).en} late"),
        ),
        Figure(
            "days_to_close", NUMBER, Label("Días hasta el cierre de una venta", "Days until a sale closes"), _closing
        ),
        Figure(
            "may_write",
            FLAG,
            Label("Se le puede escribir", "May be written to"),
            lambda held, _: (
                Label("puedes escribirle", "you may write to them")
                if held
                else Label("no puedes escribirle", "you may not write to them")
            ),
        ),
    )
}
"""Every figure that a rule may ask for, by its name."""
