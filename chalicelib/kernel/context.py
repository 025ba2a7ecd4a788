"""Who acts, for which tenant, when: the first argument of every function that does something."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.kernel.ids import Ids, TenantId


class Role(StrEnum):
    """The keys of the roles that every firm has; a firm may add others."""

    ADMIN = "admin"
    MANAGER = "manager"
    REP = "rep"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who acts. ``kind`` is user, api_key or system; ``id`` a user id, a key id or a function's name.

    ``role`` is the key of a role, ``team`` the id of a user's team.
    """

    kind: str
    id: str
    role: str = Role.VIEWER
    scopes: frozenset[str] = frozenset()
    team: str | None = None

    @property
    def principal(self) -> str:
        """The name under which idempotency keys and audit entries know this actor."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Context:
    """Made once at the door. ``now`` is aware and UTC, and stays the same for the whole request or record.

    ``seen`` is the instant of the latest change of the firm's settings whose effect was shown to whoever asks.
    """

    tenant: TenantId
    actor: Actor
    request_id: str
    now: datetime
    ids: Ids
    locale: str = "es"
    time_zone: str = "Europe/Madrid"
    currency: str = "EUR"
    reason: str | None = None
    quiet: bool = False
    source: str | None = None
    seen: datetime | None = None

    def because(self, reason: str, *, quiet: bool = False, source: str | None = None) -> "Context":
        """Return the same context with a reason, and a kind of work, that every record written under it carries."""
        return replace(self, reason=reason, quiet=quiet, source=source or self.source)

    def as_house(self) -> "Context":
        """Return the same context for what the house does in the actor's name, whatever rights they have or lose."""
        return replace(self, actor=replace(self.actor, kind="system"))

    def new_id(self) -> str:
        """Return a new record id."""
        return self.ids.ulid(self.now)
