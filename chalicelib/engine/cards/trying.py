"""Rules for whoever writes them: the figures that they may ask for, and a rule tried on a customer beforehand."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import access
from chalicelib.engine.cards import card, choosing, figures, rules
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput

NEEDED = ("object", "words", "action")


def offered(ctx: Context) -> dict[str, Any]:
    """Return every figure of a card, its kind and how it is compared."""
    access.require_managed(ctx, rules.RULE.plural, "read")
    return {
        "items": [
            {
                "name": each.name,
                "kind": each.kind,
                "label": each.label.both(),
                "operators": list(rules.OPERATORS[each.kind]),
            }
            for each in figures.FIGURES.values()
        ]
    }


def preview(ctx: Context, *, record: str, rule: Mapping[str, Any], id: str | None = None) -> dict[str, Any]:
    """Return what a rule comes to for a customer, as its author sees them.

    :raises InvalidInput: naming each part of the rule that makes no sense.
    :raises NotFound: when there is no such customer.
    """
    access.require_managed(ctx, rules.RULE.plural, "update")
    missing = [FieldError(f"rule.{name}", "required", "Say this first.") for name in NEEDED if name not in rule]
    if missing:
        raise InvalidInput("The rule lacks something.", errors=missing)
    content = rules.checked(ctx, rule)
    laid = card.laid(ctx, plural=content["object"], id=record)
    tried = choosing.tried(ctx, laid, content, id=id)
    name = laid.row.values.get(laid.object.name_field)
    is_told = laid.object.name_field in access.readable(ctx, laid.object)
    return {
        "applies": tried.keeps_out is None,
        "keeps_out": tried.keeps_out,
        "name": name if is_told else None,
        **tried.told,
    }
