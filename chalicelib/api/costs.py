"""The shape of what running something has cost, wherever it is told."""

from typing import Final

from chalicelib.api.shapes import Schema, array, choice, integer, obj, string
from chalicelib.kernel import metering

AMOUNT: Final[Schema] = {"type": "number"}
RUNNING_COST: Final = obj(
    amount=string(),
    currency=string(),
    mails=integer(0),
    parts=array(obj(what=choice(*metering.WHATS), amount=AMOUNT, cost=string())),
)
