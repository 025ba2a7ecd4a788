"""Tenants, users, invitations and API keys, and how each lies in the directory.

A user is two rows: ``user#<id>`` in the tenant's part of the directory, which people see and edit, and
``SUB#<subject>``, which the door reads before it knows a tenant; the second is made from the first, whole, by
``subject_item``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Role
from chalicelib.kernel.ids import TenantId

LOCALES: Final = ("es", "en")
BEGINNING: Final = datetime.fromtimestamp(0, UTC)


FORMAT_LOCALES: Final = (
    *("es-ES", "es-MX", "es-CO", "es-AR", "es-CL", "es-PE", "es-EC", "es-UY", "es-CR", "es-US"),
    *("en-US", "en-GB", "en-IE", "en-CA", "en-AU"),
)
"""How a firm writes figures and dates: a language as it is written where the firm trades."""

OFFICE_HOURS: Final[Mapping[str, Sequence[Mapping[str, str]]]] = {
    **{day: ({"from": "09:00", "to": "18:00"},) for day in ("mon", "tue", "wed", "thu", "fri")},
    **dict.fromkeys(("sat", "sun"), ()),
}


class UserStatus(StrEnum):
    ACTIVE = "active"
    INACTIVE = "inactive"


@dataclass(frozen=True, slots=True)
class Logo:
    """A firm's picture: under which name it is stored, and what it is."""

    key: str
    type: str
    width: int
    height: int

    def item(self) -> dict[str, Any]:
        return {"key": self.key, "type": self.type, "width": self.width, "height": self.height}


@dataclass(frozen=True, slots=True)
class Tenant:
    """A firm that uses Tendero. ``people_version`` counts the changes to its users, so that two never cross.

    ``locale`` is the language in which new people begin, ``format_locale`` how figures and dates are written.
    """

    id: TenantId
    name: str
    locale: str
    time_zone: str
    currency: str
    created_at: str
    people_version: int = 1
    format_locale: str | None = None
    brand_color: str | None = None
    logo: Logo | None = None
    working_hours: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=lambda: OFFICE_HOURS)
    mfa_required: bool = False

    def item(self) -> dict[str, Any]:
        values = {
            "id": self.id,
            "company": self.name,
            "locale": self.locale,
            "time_zone": self.time_zone,
            "currency": self.currency,
            "created_at": self.created_at,
            "people_version": self.people_version,
            "format_locale": self.format_locale,
            "brand_color": self.brand_color,
            "logo": self.logo.item() if self.logo else None,
            "working_hours": {day: [dict(shift) for shift in shifts] for day, shifts in self.working_hours.items()},
            "mfa_required": self.mfa_required,
        }
        return {name: value for name, value in values.items() if value is not None}

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> "Tenant":
        return cls(
            id=TenantId(item["id"]),
            name=item["company"],
            locale=item["locale"],
            time_zone=item["time_zone"],
            currency=item["currency"],
            created_at=item["created_at"],
            people_version=item["people_version"],
            format_locale=item.get("format_locale"),
            brand_color=item.get("brand_color"),
            logo=Logo(**item["logo"]) if "logo" in item else None,
            working_hours=item.get("working_hours", OFFICE_HOURS),
            mfa_required=item.get("mfa_required", False),
        )

    def presented(self) -> dict[str, Any]:
        """Return what everybody of the firm sees of it wherever they are."""
        return {
            "id": self.id,
            "name": self.name,
            "locale": self.locale,
            "format_locale": self.format_locale,
            "timezone": self.time_zone,
            "currency": self.currency,
            "brand_color": self.brand_color,
            "logo": self.logo.key if self.logo else None,
        }


@dataclass(frozen=True, slots=True)
class User:
    """A person of a tenant; ``role`` is a role's key, ``team`` a team's id.

    ``subject`` is Cognito's name for them, ``not_before`` when their older sessions ended.
    """

    id: str
    email: str
    name: str
    role: str
    status: UserStatus
    locale: str
    time_zone: str
    subject: str
    created_at: str
    not_before: str | None = None
    heir: str | None = None
    team: str | None = None
    version: int = 1

    def item(self) -> dict[str, Any]:
        values = {
            "id": self.id,
            "email": self.email,
            "full_name": self.name,
            "role": self.role,
            "status": self.status.value,
            "locale": self.locale,
            "time_zone": self.time_zone,
            "subject": self.subject,
            "created_at": self.created_at,
            "not_before": self.not_before,
            "heir": self.heir,
            "team": self.team,
            "version": self.version,
        }
        return {name: value for name, value in values.items() if value is not None}

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> "User":
        return cls(
            id=item["id"],
            email=item["email"],
            name=item["full_name"],
            role=item["role"],
            status=UserStatus(item["status"]),
            locale=item["locale"],
            time_zone=item["time_zone"],
            subject=item["subject"],
            created_at=item["created_at"],
            not_before=item.get("not_before"),
            heir=item.get("heir"),
            team=item.get("team"),
            version=item["version"],
        )

    def subject_item(self, tenant: Tenant) -> dict[str, Any]:
        """Return the row from which the door knows this user."""
        return {
            "tenant": tenant.id,
            "user": self.id,
            "role": self.role,
            "status": self.status.value,
            "locale": self.locale,
            "time_zone": self.time_zone,
            "currency": tenant.currency,
            **({"team": self.team} if self.team else {}),
            **({"not_before": self.not_before} if self.not_before else {}),
        }

    def presented(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "email": self.email,
            "name": self.name,
            "role": self.role,
            "team": self.team,
            "status": self.status.value,
            "locale": self.locale,
            "timezone": self.time_zone,
            "created_at": self.created_at,
        }


@dataclass(frozen=True, slots=True)
class Invitation:
    """A place in a tenant that waits for one address; its code is mailed, and stored as a hash alone."""

    id: str
    email: str
    role: str
    name: str
    code_hash: str
    invited_by: str
    created_at: str
    expires_at: str
    status: str = "pending"
    team: str | None = None

    def item(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "email": self.email,
            "role": self.role,
            "full_name": self.name,
            "code_hash": self.code_hash,
            "invited_by": self.invited_by,
            "created_at": self.created_at,
            "expires_at": self.expires_at,
            "status": self.status,
            "team": self.team,
        }

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> "Invitation":
        return cls(
            id=item["id"],
            email=item["email"],
            role=item["role"],
            name=item["full_name"],
            code_hash=item["code_hash"],
            invited_by=item["invited_by"],
            created_at=item["created_at"],
            expires_at=item["expires_at"],
            status=item["status"],
            team=item.get("team"),
        )

    def is_open(self, now: datetime) -> bool:
        return self.status == "pending" and now < clock.parse(self.expires_at)

    def presented(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "email": self.email,
            "role": self.role,
            "team": self.team,
            "name": self.name,
            "status": self.status,
            "created_at": self.created_at,
            "expires_at": self.expires_at,
        }


@dataclass(frozen=True, slots=True)
class ApiKey:
    """The right of a program to act for a tenant, in a role, within scopes and until a day."""

    id: str
    name: str
    scopes: tuple[str, ...]
    digest: str
    created_by: str
    created_at: str
    expires_at: str
    last_used_at: str | None = None
    role: str = Role.MANAGER

    def item(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "label": self.name,
            "scopes": list(self.scopes),
            "role": str(self.role),
            "digest": self.digest,
            "created_by": self.created_by,
            "created_at": self.created_at,
            "expires_at": self.expires_at,
        }

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> "ApiKey":
        return cls(
            id=item["id"],
            name=item["label"],
            scopes=tuple(item["scopes"]),
            digest=item["digest"],
            created_by=item["created_by"],
            created_at=item["created_at"],
            expires_at=item["expires_at"],
            last_used_at=item.get("last_used_at"),
            role=item.get("role", Role.MANAGER),
        )

    def system_item(self, tenant: Tenant) -> dict[str, Any]:
        """Return the row from which the door knows this key."""
        return {
            "kind": "api_key",
            "tenant": tenant.id,
            "id": self.id,
            "role": str(self.role),
            "scopes": list(self.scopes),
            "expires_at": self.expires_at,
            "locale": tenant.locale,
            "time_zone": tenant.time_zone,
            "currency": tenant.currency,
        }

    def presented(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "role": str(self.role),
            "scopes": list(self.scopes),
            "created_at": self.created_at,
            "expires_at": self.expires_at,
            "last_used_at": self.last_used_at,
        }


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a session or a key stands for, as the door needs it."""

    tenant: TenantId
    actor: Actor
    locale: str
    time_zone: str
    currency: str
    is_active: bool = True
    not_before: datetime = BEGINNING
    ended_sessions: frozenset[str] = frozenset()
    ends_at: datetime | None = None

    def admits(self, *, session_id: str, since: datetime) -> bool:
        """Return whether a session that began at ``since`` still lasts; a token tells that moment in whole seconds."""
        return since >= self.not_before.replace(microsecond=0) and session_id not in self.ended_sessions
