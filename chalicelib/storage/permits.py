"""How many requests or mails somebody has been granted in a minute: a row a minute and holder, gone by itself."""

from typing import Any

from chalicelib import settings
from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names
from chalicelib.storage.calls import call
from chalicelib.storage.keys import Key

_KEPT_SECONDS = 3600


def grant_tenant(ctx: Context, *, minute: int, wanted: int) -> int:
    """Grant a tenant more requests of a minute, and return how many it has been granted in it so far."""
    return grant(keys.permits(ctx, minute), minute, wanted)


def grant_automation(ctx: Context, automation: str, *, hour: int) -> int:
    """Count one more that enters an automation in an hour, and return how many that makes."""
    return grant(keys.permits(ctx, hour, automation), (hour + 1) * 60, 1)


def grant_mails(ctx: Context, *, minute: int, wanted: int) -> int:
    """Grant a tenant's campaigns more mails of a minute, and return how many they have been granted in it so far."""
    return grant(keys.mails_of_tenant(ctx, minute), minute, wanted)


def grant_form(ctx: Context, form: str, address: str, *, hour: int) -> int:
    """Count one more sending of a form from the digest of an address in an hour, and return how many that makes."""
    return grant(keys.permits(ctx, hour, form, address), (hour + 1) * 60, 1)


def grant(key: Key, minute: int, wanted: int) -> int:
    """Add to what a row has granted in its minute, and return how much that is now."""
    answer: dict[str, Any] = call(
        "update_item",
        TableName=settings.current().table(names.DIRECTORY),
        Key={"pk": {"S": key.pk}, "sk": {"S": key.sk}},
        UpdateExpression="ADD granted :wanted SET #expires = :expires",
        ExpressionAttributeNames={"#expires": "expires"},
        ExpressionAttributeValues={":wanted": {"N": str(wanted)}, ":expires": {"N": str(minute * 60 + _KEPT_SECONDS)}},
        ReturnValues="UPDATED_NEW",
    )
    return int(answer["Attributes"]["granted"]["N"])
