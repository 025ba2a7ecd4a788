"""Senders: in whose name the firm writes, from which address, and where answers go.

A sender is usable once the domain of its address is verified: whoever owns the name has said so. Until then a test
goes out in its name from an address of ours. The law wants a mail to say who writes and from where, so a sender has a
postal address, and the footer shows it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.crm.marketing.mail import domains
from chalicelib.engine import definitions
from chalicelib.engine.copies import Copies
from chalicelib.engine.definitions import Content, Kind
from chalicelib.gateways import mail as mail_gateway
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, FieldError, InvalidInput, NotFound

LONGEST_NAME: Final = 80
LONGEST_ADDRESS: Final = 200


class DomainNotVerified(Conflict):
    """The domain of the sender's address has not been verified, or is so no longer."""

    code = "domain_not_verified"


class SenderMissing(DomainNotVerified):
    """The template names no sender, or one that is gone."""

    code = "sender_missing"


class NoSender(Conflict):
    """The firm has nobody yet in whose name a mail may go."""

    code = "no_sender"


@dataclass(frozen=True, slots=True)
class Sender:
    """In whose name a mail goes out. ``name`` is what a mailbox shows, ``legal_name`` who stands behind it."""

    name: str
    address: str
    reply_to: str | None
    legal_name: str = ""
    postal_address: str = ""

    @property
    def mailbox(self) -> str:
        """The sender as ``outbox.Mail.sender`` takes it."""
        return f"{self.name} <{self.address}>"


def usable(ctx: Context, sender_id: str) -> Sender:
    """Return a sender from whom mails may go to anybody.

    :raises NotFound: when there is no such sender.
    :raises DomainNotVerified: when its domain is not verified.
    """
    sender = get(ctx, sender_id)
    if not domains.is_verified(ctx, domain_of(sender.address)):
        raise DomainNotVerified(f"Verify {domain_of(sender.address)} before you write from it.")
    return sender


def first_usable(ctx: Context, wanted: str | None = None) -> str:
    """Return the id of a sender that may be used now: the one that is wanted, or the first there is.

    :raises NoSender: when there is none.
    """
    for id in [wanted] if wanted is not None else [found.id for found in definitions.all(ctx, SENDER)]:
        try:
            usable(ctx, id)
        except (DomainNotVerified, NotFound):
            continue
        return id
    raise NoSender("Verify a domain of yours and say in whose name mails go; then this is one click.")


def trusted(ctx: Context, sender_id: str | None) -> Sender:
    """Return a usable sender as it was within the last minute, for whoever sends thousands of mails.

    :raises DomainNotVerified: when there is no such sender, or its domain is not verified.
    """
    sender = _usable.load(ctx).get(sender_id or "")
    if sender is not None:
        return sender
    try:
        return usable(ctx, sender_id or "")
    except NotFound:
        raise SenderMissing("The template names no sender that is there.") from None


def get(ctx: Context, sender_id: str) -> Sender:
    """Return a sender, be its domain verified or not.

    :raises NotFound: when there is no such sender.
    """
    return of(definitions.get(ctx, SENDER, id=sender_id).content)


def find(ctx: Context, sender_id: str | None) -> Sender | None:
    """Return a sender, or None when there is no such one."""
    try:
        return get(ctx, sender_id) if sender_id else None
    except NotFound:
        return None


def of(content: Mapping[str, Any]) -> Sender:
    """Return the sender that a definition describes."""
    return Sender(
        name=content["from_name"],
        address=content["address"],
        reply_to=content.get("reply_to"),
        legal_name=content.get("legal_name", ""),
        postal_address=content["postal_address"],
    )


def domain_of(address: str) -> str:
    """Return the domain of an address, in lower case."""
    return address.rpartition("@")[2].lower()


def _read_usable(ctx: Context) -> dict[str, Sender]:
    all_, verified = definitions.all(ctx, SENDER), {domain.name for domain in domains.all(ctx) if domain.is_verified}
    found = {one.id: of(one.content) for one in all_}
    return {id: sender for id, sender in found.items() if domains.lies_in(domain_of(sender.address), verified)}


_usable: Final[Copies[dict[str, Sender]]] = Copies(_read_usable)


def _checked(ctx: Context, content: Content) -> Content:
    kept = {name: value.strip() for name, value in content.items() if value is not None}
    faults = [
        FieldError(name, "unsafe_header", "This holds what no header of a mail may hold.")
        for name in ("from_name", "address", "reply_to")
        if mail_gateway.has_unsafe_header(kept.get(name, ""))
    ]
    if domains.covering(ctx, domain_of(kept["address"])) is None:
        faults.append(FieldError("address", "unknown_domain", "Add the domain of this address first."))
    if faults:
        raise InvalidInput("The sender cannot be so.", errors=faults)
    local, _, domain = kept["address"].rpartition("@")
    return {**kept, "address": f"{local}@{domain.lower()}"}


SENDER: Final = Kind(
    "sender",
    "senders",
    listed=("from_name", "address", "reply_to", "legal_name", "postal_address"),
    most=100,
    checked=_checked,
)
