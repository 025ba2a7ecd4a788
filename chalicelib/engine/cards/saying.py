"""What a rule says to whoever has the customer before them: words with gaps for what the card and the record tell.

A gap is ``{{ record.first_name }}`` or ``{{ card.silent_days }}``, with ``| default: "…"`` for where there is nothing;
it is read with an expression of fixed shape, for words to be said need no more, and what fills it is text.
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access, periods
from chalicelib.engine.cards import figures
from chalicelib.engine.cards.card import Card
from chalicelib.engine.catalogue import Object
from chalicelib.engine.derived import values
from chalicelib.engine.fields import registry
from chalicelib.kernel.context import Context

GAP: Final = re.compile(
    r'\{\{ *(record|card)\.([a-z][a-z0-9_]{0,62}) *(?:\| *default: *"([^"{}]{0,100})" *)?\}\}', re.ASCII
)
_SPACES: Final = re.compile(r" {2,}")
OF_CARD: Final = ("name", "usual_days", "buys_most", "last_purchase", *figures.FIGURES)


def faults(object: Object, text: str) -> list[str]:
    """Return what is wrong with the gaps of some words: braces that make none, names that mean nothing."""
    found = []
    if "{{" in GAP.sub("", text) or "}}" in GAP.sub("", text):
        found.append("malformed_field")
    for source, name, _ in GAP.findall(text):
        known = name in OF_CARD if source == "card" else name in object.visible and not object.fields[name].in_body
        found += [] if known else ["unknown_field"]
    return found


def filled(ctx: Context, card: Card, held: Mapping[str, Any], text: str) -> str:
    """Return words with every gap filled with what the reader may know."""

    def fill(gap: re.Match[str]) -> str:
        source, name, otherwise = gap.groups()
        said = _of_card(ctx, card, held, name) if source == "card" else _of_record(ctx, card, name)
        return said or otherwise or ""

    return _SPACES.sub(" ", GAP.sub(fill, text)).strip()


def _of_record(ctx: Context, card: Card, name: str) -> str:
    field = card.object.fields.get(name)
    if field is None or name not in access.readable(ctx, card.object):
        return ""
    stored = values.value_of(ctx, card.object, field, card.row)
    return "" if stored is None else registry.of(field).csv_out(field, stored, ctx)


def _of_card(ctx: Context, card: Card, held: Mapping[str, Any], name: str) -> str:
    if name == "name":
        return _of_record(ctx, card, card.object.name_field)
    if name == "usual_days":
        return str(max(round(card.rhythm.usual), 1)) if card.rhythm else ""
    if name == "last_purchase":
        days = held["silent_days"]
        return "" if days is None else (periods.today(ctx) - timedelta(days=days)).isoformat()
    if name == "buys_most":
        return card.buys_most
    figure = held[name]
    if figure is None or isinstance(figure, bool):
        return ""
    return figures.LEVELS[figure].text(ctx.locale) if name == "churn" else f"{figure}"
