"""What administration demands: known places and moneys, another administrator, an heir for open work."""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from chalicelib.crm.admin.objects import Invitation, User, UserStatus
from chalicelib.engine import hierarchy
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.roles import agreed, stored
from chalicelib.engine.roles.declared import ADMIN, ANY_OBJECT, MANAGED_OBJECT, Role
from chalicelib.gateways import secrets
from chalicelib.kernel import clock, money
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, FieldError, InvalidInput, TooLarge
from chalicelib.storage.plan import Put

MOST_BYTES_OF_ROLES: Final = 300_000
MOST_FAULTS: Final = 50


class LastAdministrator(Conflict):
    """Nobody would be left who may administer the account."""

    code = "last_administrator"


def digest_of(email: str) -> str:
    """Return under which name an address is known before its tenant is: peppered, so that the table betrays none."""
    return hmac.new(secrets.get("pepper"), email.strip().lower().encode(), hashlib.sha256).hexdigest()


def secret_of(name: str) -> str:
    """Return a secret that only we can work out from a name, the same each time."""
    return hmac.new(secrets.get("pepper"), f"secret:{name}".encode(), hashlib.sha256).hexdigest()


def require_known_time_zone(time_zone: str) -> None:
    """:raises InvalidInput: when IANA knows no such zone."""
    try:
        clock.zone(time_zone)
    except ValueError as unknown:
        raise InvalidInput.of("timezone", "unknown_time_zone", "Use an IANA name such as Europe/Madrid.") from unknown


def require_known_currency(currency: str) -> None:
    """:raises InvalidInput: when ISO 4217 knows no such currency."""
    try:
        money.exponent(currency)
    except ValueError as unknown:
        raise InvalidInput.of("currency", "unknown_currency", "Use an ISO 4217 code such as EUR.") from unknown


def require_other_administrator(user: User, users: Sequence[User]) -> None:
    """:raises LastAdministrator: when no other active user administers the account."""
    if (
        user.role == ADMIN
        and user.status is UserStatus.ACTIVE
        and not any(other.role == ADMIN and other.status is UserStatus.ACTIVE for other in users if other.id != user.id)
    ):
        raise LastAdministrator("Make somebody else an administrator first.")


def require_known_role(ctx: Context, role: str, *, named: str = "role") -> None:
    """:raises InvalidInput: when the firm has no such role."""
    if role not in stored.read(ctx).roles:
        raise InvalidInput.of(named, "unknown_role", "There is no such role.")


def require_known_team(ctx: Context, team: str | None) -> None:
    """:raises InvalidInput: when the firm has no such team."""
    if team is not None and team not in hierarchy.read(ctx).teams:
        raise InvalidInput.of("team", "unknown_team", "There is no such team.")


def holders_of_role(role: str, users: Sequence[User], invitations: Sequence[Invitation]) -> list[str]:
    """Return the ids of those who have a role, or are invited to have it."""
    holders = [user.id for user in users if user.role == role]
    return [*holders, *(invitation.id for invitation in invitations if invitation.role == role)]


def require_storable_roles(written: Put) -> None:
    """:raises TooLarge: when all roles together would not fit where they are kept."""
    if len(json.dumps(written.item, ensure_ascii=False, default=str).encode()) > MOST_BYTES_OF_ROLES:
        raise TooLarge("These roles say too much; say it of all objects with * where you can.")


def require_sensible_role(role: Role, catalogue: Catalogue, *, asked: Mapping[str, Any]) -> None:
    """:raises InvalidInput: naming every object and field that there is not, and every rule that could not be kept."""
    faults = [*_unknown_objects(catalogue, asked), *_wrong_fields(catalogue, asked), *_unreachable(role, catalogue)]
    if faults:
        raise InvalidInput("This role cannot be kept as it was sent.", errors=faults[:MOST_FAULTS])


def _unknown_objects(catalogue: Catalogue, asked: Mapping[str, Any]) -> Iterator[FieldError]:
    known = {*catalogue.plurals, *agreed.all(), ANY_OBJECT, MANAGED_OBJECT}
    for plural, rights in asked.get("objects", {}).items():
        if plural not in known and rights is not None:
            yield FieldError(f"objects.{plural[:60]}", "unknown_object", "There is no such object.")
        elif plural in agreed.all() and not {"none", "all"}.issuperset((rights or {}).values()):
            yield FieldError(f"objects.{plural}", "all_or_none", "These are nobody's own: all of them, or none.")
    for plural, fields in asked.get("fields", {}).items():
        if plural not in catalogue.plurals and fields is not None:
            yield FieldError(f"fields.{plural[:60]}", "unknown_object", "There is no such object.")


def _wrong_fields(catalogue: Catalogue, asked: Mapping[str, Any]) -> Iterator[FieldError]:
    for plural, fields in asked.get("fields", {}).items():
        object = catalogue.plurals.get(plural)
        for name, rule in (fields or {}).items():
            if object is not None:
                yield from _fault_of(object, f"fields.{plural}.{name[:60]}", name, rule)


def _fault_of(object: Object, path: str, name: str, rule: Mapping[str, bool]) -> Iterator[FieldError]:
    if name not in object.visible:
        yield FieldError(path, "unknown_field", "There is no such field.")
    elif object.fields[name].system and not rule.get("read", True):
        yield FieldError(path, "always_read", "Every record shows this.")


def _unreachable(role: Role, catalogue: Catalogue) -> Iterator[FieldError]:
    """Yield the fields that a new record needs and that whoever may create it could not fill in."""
    for plural in role.fields.keys() & catalogue.plurals.keys():
        object = catalogue.plurals[plural]
        if role.rights(object)["create"] != "none":
            for field in object.required:
                if field.default is None and field.name in object.writable and field.name not in role.writable(object):
                    message = "A new record needs this; let the role write it, or create nothing."
                    yield FieldError(f"fields.{plural}.{field.name}", "required_field", message)
