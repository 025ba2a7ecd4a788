"""Whether a customer is about to go, as a card says it: how unusual their silence is, in a number and a sentence."""

from typing import Any

from chalicelib.engine import periods
from chalicelib.engine.cards import firm_rhythm, rhythm
from chalicelib.engine.cards.rhythm import Rhythm
from chalicelib.engine.cards.value import Value
from chalicelib.engine.objects import Label
from chalicelib.kernel.context import Context


def of(ctx: Context, value: Value) -> Rhythm | None:
    """Return the rhythm of a customer; None when there are too few purchases, or not all are there for the caller."""
    if not value.side.whole or len(set(value.days)) < 2:
        return None
    return rhythm.heard(value.days, today=periods.today(ctx), prior=firm_rhythm.prior(ctx, value.side))


def told(ctx: Context, value: Value, heard: Rhythm | None) -> dict[str, Any]:
    """Return what a card says of it; ``level`` is unknown where nothing can be said, and the sentence says why."""
    if heard is None:
        return {
            "level": "unknown",
            "chance": None,
            "usual_days": None,
            "silent_days": (periods.today(ctx) - value.days[0]).days if value.days else None,
            "expected": None,
            "sentence": (TOO_FEW if value.side.whole else NOT_ALL).text(ctx.locale),
        }
    usual = max(round(heard.usual), 1)
    return {
        "level": heard.level,
        "chance": round(heard.chance, 4),
        "usual_days": usual,
        "silent_days": heard.silent,
        "expected": heard.expected.isoformat(),
        "sentence": _sentence(heard, usual).text(ctx.locale),
    }


TOO_FEW = Label("Hay pocas compras para saber su ritmo.", "There are too few purchases to know their rhythm.")
NOT_ALL = Label(
    "No ves todas sus compras, así que no se puede saber su ritmo.",
    "You do not see all their purchases, so their rhythm cannot be told.",
)


def _sentence(heard: Rhythm, usual: int) -> Label:
    es_every, en_every = ("cada día", "every day") if usual == 1 else (f"cada {usual} días", f"every {usual} days")
    es_days, en_days = ("1 día", "1 day") if heard.silent == 1 else (f"{heard.silent} días", f"{heard.silent} days")
    es = f"Compra {es_every} de media y lleva {es_days} sin comprar"
    en = f"Buys {en_every} on average and has not bought for {en_days}"
    if heard.level == "low":
        return Label(f"{es}: es normal.", f"{en}: that is usual.")
    of_a_hundred = round(heard.chance * 100)
    if of_a_hundred < 1:
        return Label(
            f"{es}: le pasa a menos de 1 de cada 100 clientes que siguen comprando.",
            f"{en}: fewer than 1 in 100 customers who still buy are silent for so long.",
        )
    return Label(
        f"{es}: solo le pasa a {of_a_hundred} de cada 100 clientes que siguen comprando.",
        f"{en}: only {of_a_hundred} in 100 customers who still buy are silent for so long.",
    )
