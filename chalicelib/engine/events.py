"""What the rest of the house hears: changes of records, and occurrences in the life of one.

A change is ``DealModified`` with old, new and what changed. It is told from the stream, so that no writer can forget
it. An occurrence is something that befell a person and changed no field: a mail was opened, a consent withdrawn, a
segment entered. Whoever finds it out writes it on the timeline and tells it, in this order, so that who hears of it
finds it there. The bus delivers at least once and in any order; ``id`` is the same each time the same thing is told,
and whoever reacts uses it to react once.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine.audit import changed_fields
from chalicelib.engine.catalogue import Object
from chalicelib.gateways import bus
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import timeline
from chalicelib.storage.plan import Put
from chalicelib.storage.records import Row

SOURCE: Final = "tendero"
"""Whose entries on the bus tell changes and occurrences of records, and nothing else: a rule that takes all that has
this source brings what ``heard`` understands. Whatever else is told has a source of its own."""

OCCURRENCES: Final = (
    "MailSent",
    "MailDelivered",
    "MailOpened",
    "MailClicked",
    "MailBounced",
    "MailComplained",
    "MailUnsubscribed",
    "ConsentGiven",
    "ConsentWithdrawn",
    "SegmentEntered",
    "SegmentLeft",
    "FormSent",
    "PersonReturned",
)
"""Everything that may befall a record besides a change, as the bus names it."""

MAX_DETAIL_BYTES = 200_000
"""The bus takes 256 KB an entry; above this an event says what changed and where to read it."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one record. ``old`` and ``new`` are stored values; both are None when they were too large.

    ``source`` says what kind of work it came from, where it was not somebody at a screen.
    """

    id: str
    name: str
    tenant: TenantId
    object: str
    plural: str
    record: str
    version: int
    at: str
    actor: str
    reason: str | None
    quiet: bool
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None
    changed: tuple[str, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that befell one record. ``at`` is a stamp; ``data`` is JSON that says what: campaign, mid, url, human.

    ``id`` is worked out from what it is about (``identity``), so that the same occurrence is the same for ever.
    """

    id: str
    name: str
    tenant: TenantId
    object: str
    plural: str
    record: str
    at: str
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What it is called on a timeline and in filters: ``mail_opened`` for ``MailOpened``."""
        return kind_of(self.name)

    def to_entry(self) -> bus.Entry:
        """Return it as the bus takes it."""
        detail = {
            "occurrence": self.id,
            "tenant": self.tenant,
            "object": self.object,
            "plural": self.plural,
            "id": self.record,
            "at": self.at,
            "data": self.data,
        }
        return bus.Entry(SOURCE, self.name, _json(detail))

    @classmethod
    def from_entry(cls, name: str, detail: Mapping[str, Any]) -> "Occurrence":
        """Return the occurrence that a bus entry carried.

        :raises KeyError: when the entry is not one of ours.
        """
        return cls(
            id=detail["occurrence"],
            name=name,
            tenant=TenantId(detail["tenant"]),
            object=detail["object"],
            plural=detail["plural"],
            record=detail["id"],
            at=detail["at"],
            data=detail["data"],
        )


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a domain does when it hears of a change; it may hear of the same change twice."""

    name: str
    on: Sequence[str]
    react: Callable[[Context, Event], None]


def of(tenant: TenantId, object: Object, before: Row | None, after: Row) -> Event | None:
    """Return the event that tells how ``before`` became ``after``; None when nobody's version changed."""
    if before is not None and before.version == after.version:
        return None
    old, new = _told(before), _told(after)
    return Event(
        id=f"{after.id}-v{after.version}",
        name=_camel_case(object.name) + _verb(before, after),
        tenant=tenant,
        object=object.name,
        plural=object.plural,
        record=after.id,
        version=after.version,
        at=after.updated_at,
        actor=after.updated_by,
        reason=after.origin.get("reason"),
        quiet=bool(after.origin.get("quiet")),
        old=old,
        new=new,
        changed=tuple(changed_fields(old or {}, new or {})),
        source=after.origin.get("source"),
    )


def to_detail(event: Event) -> str:
    """Return the event as the JSON detail of a bus entry, without its values when they are too large."""
    detail = {
        "event_id": event.id,
        "tenant": event.tenant,
        "object": event.object,
        "plural": event.plural,
        "id": event.record,
        "version": event.version,
        "at": event.at,
        "actor": event.actor,
        "reason": event.reason,
        "quiet": event.quiet,
        "source": event.source,
        "old": event.old,
        "new": event.new,
        "changed": list(event.changed),
    }
    text = _json(detail)
    if len(text.encode()) <= MAX_DETAIL_BYTES:
        return text
    pointer = {"object": event.object, "id": event.record, "version": event.version}
    return _json({**detail, "old": None, "new": None, "pointer": pointer})


def to_entry(event: Event) -> bus.Entry:
    """Return the event as the bus takes it."""
    return bus.Entry(SOURCE, event.name, to_detail(event))


def from_entry(name: str, detail: Mapping[str, Any]) -> Event:
    """Return the event that a bus entry carried.

    :raises KeyError: when the entry is not one of ours.
    """
    return Event(
        id=detail["event_id"],
        name=name,
        tenant=TenantId(detail["tenant"]),
        object=detail["object"],
        plural=detail["plural"],
        record=detail["id"],
        version=detail["version"],
        at=detail["at"],
        actor=detail["actor"],
        reason=detail["reason"],
        quiet=detail["quiet"],
        old=detail["old"],
        new=detail["new"],
        changed=tuple(detail["changed"]),
        source=detail.get("source"),
    )


def heard(name: str, detail: Mapping[str, Any]) -> Event | Occurrence:
    """Return what a bus entry carried: a change or an occurrence.

    :raises KeyError: when the entry is not one of ours.
    """
    return Occurrence.from_entry(name, detail) if "occurrence" in detail else from_entry(name, detail)


def tenant_of(message: Mapping[str, Any]) -> str:
    """Return whose a message is: of a bus entry, or of what a function of ours tells another on the same queue."""
    return str(message["detail"]["tenant"] if "detail" in message else message["tenant"])


def identity(*parts: str) -> str:
    """Return the id of the occurrence that ``parts`` are about: fit for a key, and the same each time."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def kind_of(name: str) -> str:
    """Return how a timeline calls what the bus calls ``name``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def noted(ctx: Context, occurrence: Occurrence) -> Put:
    """Plan to put an occurrence on the timeline of its record, where a repetition finds itself."""
    entry = timeline.Entry(
        id=occurrence.id, kind=occurrence.kind, actor=ctx.actor.id, at=occurrence.at, data=occurrence.data
    )
    return timeline.append(ctx, occurrence.record, entry)


def tell(occurrences: Sequence[Occurrence]) -> None:
    """Put occurrences on the bus.

    :raises Unavailable: when the bus did not take all of them; to repeat it is harmless.
    """
    bus.put([occurrence.to_entry() for occurrence in occurrences])


def react(ctx: Context, event: Event, reactions: Sequence[Reaction]) -> None:
    """Tell ``event`` to every reaction that listens to its name."""
    for reaction in reactions:
        if event.name in reaction.on:
            reaction.react(ctx, event)


def _verb(before: Row | None, after: Row) -> str:
    if before is None:
        return "Created"
    if after.deleted_at is not None and before.deleted_at is None:
        return "Deleted"
    return "Modified"


def _told(row: Row | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {**row.values, "owner": row.owner, "deleted_at": row.deleted_at}


def _camel_case(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _json(detail: Mapping[str, Any]) -> str:
    return json.dumps(detail, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no place in an event")
