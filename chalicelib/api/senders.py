"""Senders: in whose name the firm writes, and from which address."""

from typing import Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.shapes import email, line, nullable
from chalicelib.crm.marketing.mail.senders import LONGEST_ADDRESS, LONGEST_NAME, SENDER

blueprint = TenderoBlueprint(__name__, tag="Sending")

_REQUIRED: Final = {
    "from_name": line(LONGEST_NAME),
    "address": email(),
    "postal_address": line(LONGEST_ADDRESS),
}
_OPTIONAL: Final = {"reply_to": nullable(email()), "legal_name": nullable(line(LONGEST_ADDRESS))}

definitions.serve(blueprint, SENDER, required=_REQUIRED, optional=_OPTIONAL)
