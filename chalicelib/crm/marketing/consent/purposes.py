"""What for, and how, a firm writes to people: its purposes and channels.

Two purposes are there for everybody: ``marketing``, and ``service`` for mail that belongs to an order, a ticket or an
account and asks for no consent. A firm adds its own, such as ``news``; each needs a consent of its own. A purpose holds
the sentence to which people agree: its version and its hash are what the ledger remembers.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.engine import definitions
from chalicelib.engine.definitions import Content, Definition, Kind
from chalicelib.engine.objects import Label
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import directory, plan
from chalicelib.storage.plan import Write

MARKETING: Final = "marketing"
SERVICE: Final = "service"
EMAIL: Final = "email"
CHANNELS: Final = (EMAIL, "sms", "messaging", "phone", "post")
KEY_PATTERN: Final = "[a-z][a-z0-9_]{0,39}"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What for people are written to; ``text`` is what they agree to, ``version`` which wording of it."""

    key: str
    label: Label
    text: Label
    version: int = 1

    def hash(self, locale: str) -> str:
        """Return by what the wording is recognised."""
        return hash_of(self.text.text(locale))


def hash_of(text: str) -> str:
    """Return by what a wording is recognised without keeping it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


STANDARD: Final = {
    purpose.key: purpose
    for purpose in (
        Purpose(
            MARKETING,
            Label("Ofertas y promociones", "Offers and promotions"),
            Label(
                "Quiero recibir ofertas y promociones. Puedo retirar este permiso en cualquier momento.",
                "I want to receive offers and promotions. I can withdraw this permission at any time.",
            ),
        ),
        Purpose(
            SERVICE,
            Label("Mensajes de servicio", "Service messages"),
            Label(
                "Mensajes sobre mis pedidos, consultas y mi cuenta.",
                "Messages about my orders, my requests and my account.",
            ),
        ),
    )
}


def _checked(_: Context, content: Content) -> Content:
    if content["key"] in STANDARD:
        raise InvalidInput.of("key", "reserved", "This purpose is there for everybody; choose another key.")
    return content


def _claimed(ctx: Context, before: Definition | None, after: Definition | None) -> Sequence[Write]:
    """Return the write that keeps a key with one purpose: consents are remembered under it."""
    if before and after and before.content["key"] != after.content["key"]:
        raise InvalidInput.of("key", "read_only", "Consents are kept under this key; make another purpose.")
    held = before or after
    assert held is not None
    row = f"purpose_key#{held.content['key']}"
    if after is None:
        return [directory.delete(ctx, row)]
    return [] if before else [directory.put(ctx, row, {"id": held.id}, when=plan.absent())]


PURPOSE: Final = Kind(
    "purpose", "purposes", listed=("key", "label", "text"), most=20, checked=_checked, beside=_claimed
)


def all(ctx: Context) -> list[Purpose]:
    """Return every purpose of the firm, those of everybody first."""
    house = ctx.as_house()
    return [*STANDARD.values(), *(_of(found) for found in definitions.all(house, PURPOSE))]


def get(ctx: Context, key: str) -> Purpose:
    """Return a purpose.

    :raises InvalidInput: when the firm has none of that key.
    """
    found = STANDARD.get(key) or next((each for each in all(ctx) if each.key == key), None)
    if found is None:
        raise InvalidInput.of("purpose", "unknown_purpose", "There is no such purpose.")
    return found


def _of(found: Definition) -> Purpose:
    content: Any = found.content
    return Purpose(content["key"], Label(**content["label"]), Label(**content["text"]), found.version)
