"""What the sample firm has agreed to do for a customer: the rules of action that any firm is offered to begin with."""

from collections.abc import Iterator
from typing import Final

from chalicelib.samples.plan import ADMINISTRATOR, Dice, Sample
from chalicelib.samples.starters.action_rules import CUSTOMERS, STARTERS

AGREED_AGE: Final = 45
"""How many days ago the rules were agreed on."""


def rules(dice: Dice) -> Iterator[Sample]:
    """Yield each starter for each kind of customer."""
    for object in CUSTOMERS:
        for starter in STARTERS:
            values = {"starter": starter.key, "object": object}
            key = f"rule:{starter.key}:{object}"
            yield Sample(key, "action_rules", dice.days_ago(AGREED_AGE), ADMINISTRATOR, values)
