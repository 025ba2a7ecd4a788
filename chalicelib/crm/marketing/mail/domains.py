"""Domains that the firm sends mail from: which records prove it, and whether they are there.

Whoever verifies a domain publishes four things. A text that only this firm was given, so that nobody writes in the name
of somebody else's domain, even of one that another firm has verified: the identity of SES is one for all. The three
keys by which SES signs (DKIM). A policy (DMARC), which the large mailboxes want of whoever writes to many. And, by
advice and not by demand, the return path on a name of the firm's own (MX and SPF).

A domain is verified when all that is demanded is found by DNS and SES has seen its keys. It is looked at once a day
from then on: a record that is gone for longer than a few days ends it, and an answer that does not come ends nothing.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.crm.marketing.mail import records as proofs
from chalicelib.crm.marketing.mail.records import Record
from chalicelib.engine import access, timers
from chalicelib.engine.timers import Timer
from chalicelib.gateways import mail_identities, secrets
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound
from chalicelib.observability import logger
from chalicelib.storage import directory, plan, writes
from chalicelib.storage.plan import Write

PLURAL: Final = "domains"
TIMER: Final = "mail_domain"
MOST: Final = 20
LOOKED_AT_EVERY: Final = timedelta(days=1)
FORGIVEN_FOR: Final = timedelta(days=3)
"""How long a verified domain may lack a record before it is verified no more."""

_NAME: Final = re.compile(r"(?=.{4,190}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NOBODYS: Final = re.compile(r"(?:.*\.)?(?:local|localhost|internal|intranet|lan|home|corp|arpa|invalid|onion|test)")
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain and how far its proof has come. ``state`` is pending or verified; ``failing_since`` when the proof of a
    verified one was first found broken."""

    id: str
    name: str
    keys: tuple[str, ...]
    records: tuple[Record, ...]
    state: str
    created_at: str
    created_by: str
    version: int = 1
    checked_at: str | None = None
    verified_at: str | None = None
    failing_since: str | None = None
    next_look: str | None = None

    @property
    def is_verified(self) -> bool:
        return self.state == "verified"

    def item(self) -> dict[str, Any]:
        values = {
            "domain": self.name,
            "keys": list(self.keys),
            "records": json.dumps([record.item() for record in self.records]),
            "state": self.state,
            "created_at": self.created_at,
            "created_by": self.created_by,
            "version": self.version,
            "checked_at": self.checked_at,
            "verified_at": self.verified_at,
            "failing_since": self.failing_since,
            "next_look": self.next_look,
        }
        return {name: value for name, value in values.items() if value is not None}

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Domain":
        return cls(
            id=row["name"].partition("#")[2],
            name=row["domain"],
            keys=tuple(row["keys"]),
            records=tuple(Record(**record) for record in json.loads(row["records"])),
            state=row["state"],
            created_at=row["created_at"],
            created_by=row["created_by"],
            version=int(row["version"]),
            checked_at=row.get("checked_at"),
            verified_at=row.get("verified_at"),
            failing_since=row.get("failing_since"),
            next_look=row.get("next_look"),
        )

    def shown(self) -> dict[str, Any]:
        """Return the domain as the API answers it."""
        return {
            "id": self.id,
            "name": self.name,
            "state": self.state,
            "records": [record.item() for record in self.records],
            "created_at": self.created_at,
            "created_by": self.created_by,
            "checked_at": self.checked_at,
            "verified_at": self.verified_at,
            "failing_since": self.failing_since,
            "version": self.version,
        }


def all(ctx: Context) -> list[Domain]:
    """Return the firm's domains by name.

    :raises Forbidden: when the caller may not read them.
    """
    access.require_managed(ctx, PLURAL, "read")
    return _all(ctx)


def get(ctx: Context, *, id: str) -> Domain:
    """Return a domain.

    :raises NotFound: when there is no such one.
    """
    access.require_managed(ctx, PLURAL, "read")
    return _get(ctx, id)


def is_verified(ctx: Context, name: str) -> bool:
    """Return whether mail may go out from a name: its own domain is verified, or one above it."""
    return lies_in(name, {domain.name for domain in _all(ctx) if domain.is_verified})


def lies_in(name: str, domains: AbstractSet[str]) -> bool:
    """Return whether a name is one of some domains, or lies below one."""
    labels = name.split(".")
    return any(".".join(labels[start:]) in domains for start in range(len(labels)))


def covering(ctx: Context, name: str) -> Domain | None:
    """Return the firm's domain that a name is or lies in; of several, one that is verified, then the closest."""
    found = [domain for domain in _all(ctx) if lies_in(name, {domain.name})]
    return max(found, key=lambda domain: (domain.is_verified, len(domain.name)), default=None)


def add(ctx: Context, *, name: str) -> Domain:
    """Begin to verify a domain, and return it with the records to publish; one that is there is returned as it is.

    :raises InvalidInput: when it is no domain that can be verified.
    :raises Conflict: when the firm has as many as it may have.
    """
    access.require_managed(ctx, PLURAL, "create")
    name = _read_name(name)
    known = _all(ctx)
    found = next((domain for domain in known if domain.name == name), None)
    if found is not None:
        return found
    if len(known) >= MOST:
        raise Conflict(f"A firm has at most {MOST} domains; delete some first.", code="too_many_domains")
    keys = mail_identities.create(name).keys
    id, now = _id_of(name), clock.stamp(ctx.now)
    due = ctx.now + LOOKED_AT_EVERY
    made = Domain(
        id=id,
        name=name,
        keys=keys,
        records=tuple(proofs.wanted(name, token=token_of(ctx, name), keys=keys)),
        state="pending",
        created_at=now,
        created_by=ctx.actor.id,
        next_look=clock.stamp(due),
    )
    try:
        row = directory.put(ctx, directory.mail_domain(id), made.item(), when=plan.absent())
        writes.execute(ctx, [row, *timers.set(ctx, id=_timer_of(id), kind=TIMER, due=due, data={"domain": id})])
    except writes.Refused:
        return _get(ctx, id)
    logger.info("mail domain added", domain=id, by=ctx.actor.id)
    return made


def check(ctx: Context, *, id: str) -> Domain:
    """Look whether the records are there now, remember it, and return the domain.

    :raises NotFound: when there is no such domain.
    """
    access.require_managed(ctx, PLURAL, "update")
    before = _get(ctx, id)
    after = _looked_at(ctx, before)
    try:
        writes.execute(ctx, [_replaced(ctx, before, after)])
    except writes.Refused:
        return _get(ctx, id)  # the daily look came between, or it was deleted
    return after


def delete(ctx: Context, *, id: str) -> None:
    """Send from a domain no more. What SES knows of it stays: another firm may send from it, and it opens nothing.

    :raises NotFound: when there is no such domain.
    """
    access.require_managed(ctx, PLURAL, "delete")
    found = _get(ctx, id)
    gone: list[Write] = [directory.delete(ctx, directory.mail_domain(id))]
    if found.next_look:
        gone += timers.clear(ctx, id=_timer_of(id), due=clock.parse(found.next_look))
    writes.execute(ctx, gone)


def look_again(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Return the writes of the daily look: what was found, and the next look."""
    row = directory.get(ctx, directory.mail_domain(timer.data["domain"]))
    if row is None:
        return ()
    before = Domain.of(row)
    due = ctx.now + LOOKED_AT_EVERY
    after = replace(_looked_at(ctx, before), next_look=clock.stamp(due))
    if after.state != before.state:
        logger.warning("mail domain changed its state", domain=before.id, state=after.state)
    # Whatever somebody found meanwhile, the timer must come again: only a domain that is gone refuses this.
    found = directory.put(ctx, directory.mail_domain(before.id), after.item(), when=plan.present())
    return [found, *timers.set(ctx, id=timer.id, kind=TIMER, due=due, data=timer.data)]


def token_of(ctx: Context, name: str) -> str:
    """Return the text by which a firm shows that a domain is its own: it cannot be guessed, and is no other firm's."""
    told = f"mail-domain\x00{ctx.tenant}\x00{name}".encode()
    return hmac.new(secrets.get("pepper"), told, hashlib.sha256).hexdigest()[:40]


def _looked_at(ctx: Context, before: Domain) -> Domain:
    found = tuple(proofs.looked_up(before.records))
    confirmed = mail_identities.is_confirmed(before.name)
    return settled(replace(before, records=found, checked_at=clock.stamp(ctx.now)), confirmed=confirmed, now=ctx.now)


def settled(domain: Domain, *, confirmed: bool | None, now: datetime) -> Domain:
    """Return the domain in the state that its records, and SES's word (None: it gave none), put it in."""
    demanded = [record.state for record in domain.records if record.required]
    after = replace(domain, version=domain.version + 1)
    if confirmed and {*demanded} == {"found"}:
        verified_at = domain.verified_at if domain.state == "verified" else clock.stamp(now)
        return replace(after, state="verified", verified_at=verified_at, failing_since=None)
    is_broken = confirmed is False or not {"missing", "different"}.isdisjoint(demanded)
    if domain.state != "verified" or not is_broken:
        return after
    since = domain.failing_since or clock.stamp(now)
    is_over = now - clock.parse(since) >= FORGIVEN_FOR
    return replace(after, state="pending" if is_over else "verified", failing_since=None if is_over else since)


def _replaced(ctx: Context, before: Domain, after: Domain) -> Write:
    when = plan.equals("version", before.version)
    return directory.put(ctx, directory.mail_domain(before.id), after.item(), when=when)


def _all(ctx: Context) -> list[Domain]:
    found = [Domain.of(row) for row in directory.of_kind(ctx, directory.mail_domain("").removesuffix("#"))]
    return sorted(found, key=lambda domain: domain.name)


def _get(ctx: Context, id: str) -> Domain:
    row = directory.get(ctx, directory.mail_domain(id))
    if row is None:
        raise NotFound("There is no such domain.")
    return Domain.of(row)


def _read_name(raw: str) -> str:
    name = raw.strip().lower().removesuffix(".")
    try:
        name = name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        name = ""
    if not _NAME.fullmatch(name) or _NOBODYS.fullmatch(name):
        raise InvalidInput.of("name", "not_a_domain", "Write a domain such as bodegasrios.es.")
    return name


def _id_of(name: str) -> str:
    """Return the id that a domain has in every firm, so that no firm has it twice."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16], "big") >> 3
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))


def _timer_of(id: str) -> str:
    return f"mail-domain-{id}"
