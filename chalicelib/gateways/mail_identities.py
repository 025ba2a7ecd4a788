"""SES identities: the domains from which SES signs and sends, one for each name in the whole account."""

from dataclasses import dataclass
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.kernel.errors import Unavailable
from chalicelib.settings import current
from chalicelib.storage import connection


@dataclass(frozen=True, slots=True)
class Identity:
    """What SES knows of a domain: the names of its three keys, and whether it has found them."""

    keys: tuple[str, ...]
    is_confirmed: bool


def create(domain: str) -> Identity:
    """Make SES sign for a domain, which it may already do, and return what it knows of it.

    :raises Unavailable: when SES does not answer.
    """
    try:
        _call("create_email_identity", EmailIdentity=domain)
    except ClientError as refusal:
        if refusal.response["Error"]["Code"] != "AlreadyExistsException":
            raise Unavailable("The mail service does not answer.") from refusal
    found = find(domain)
    if found is None:
        raise Unavailable("The mail service does not answer.")
    try:
        _call(
            "put_email_identity_mail_from_attributes",
            EmailIdentity=domain,
            MailFromDomain=return_path(domain),
            BehaviorOnMxFailure="USE_DEFAULT_VALUE",
        )
    except ClientError as refusal:
        raise Unavailable("The mail service does not answer.") from refusal
    return found


def find(domain: str) -> Identity | None:
    """Return what SES knows of a domain, or None.

    :raises Unavailable: when SES does not answer.
    """
    try:
        found = _call("get_email_identity", EmailIdentity=domain)
    except ClientError as refusal:
        if refusal.response["Error"]["Code"] == "NotFoundException":
            return None
        raise Unavailable("The mail service does not answer.") from refusal
    keys = found.get("DkimAttributes", {})
    return Identity(tuple(keys.get("Tokens", ())), keys.get("Status") == "SUCCESS")


def is_confirmed(domain: str) -> bool | None:
    """Return whether SES has found the keys of a domain; None when it gives no answer now."""
    try:
        found = find(domain)
    except Unavailable:
        return None
    return found is not None and found.is_confirmed


def return_path(domain: str) -> str:
    """Return the name to which mails from a domain come back."""
    return f"tendero.{domain}"


def feedback_host() -> str:
    """Return the host that takes the mails that come back."""
    return f"feedback-smtp.{current().region}.amazonses.com"


def _call(operation: str, **parameters: str) -> dict[str, Any]:
    try:
        return getattr(connection.client("sesv2", attempts=1), operation)(**parameters)  # type: ignore[no-any-return]
    except BotoCoreError as silence:
        raise Unavailable("The mail service does not answer.") from silence
