"""Pictures of mails: shown to everybody, at an address of our own that never shows anything else.

A mail lies in a mailbox for years and is opened by people without a session, so its pictures cannot lie behind links
of five minutes. What was uploaded was looked at and cleaned like any file; here it is stored once more under a hash of
what it shows, which CloudFront gives to whoever knows the address. The same picture has the same address, and stays.
"""

import hashlib
from typing import Any, Final

from chalicelib.crm.marketing.mail.templates import TEMPLATE
from chalicelib.engine import access
from chalicelib.engine.attachments import pictures as uploaded
from chalicelib.gateways import files as store
from chalicelib.kernel.context import Context
from chalicelib.settings import current

ENDINGS: Final = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}
"""What every mail program shows; of WebP that is not true."""

_DEMAND: Final = uploaded.Demand(
    field="file",
    types=ENDINGS,
    most_bytes=2_000_000,
    other_type="Take a PNG, JPEG or GIF picture.",
    too_large="Take a picture of at most 2 MB.",
    too_large_code="picture_too_large",
)
_FOR_EVER: Final = "public, max-age=31536000, immutable"


def publish(ctx: Context, *, file: str) -> dict[str, Any]:
    """Let everybody see a picture that the caller has uploaded, and return where.

    :raises InvalidInput: when there is no such upload, or it is no picture that mail programs show.
    """
    access.require_managed(ctx, TEMPLATE.plural, "update")
    picture = uploaded.read(ctx, file, _DEMAND)
    name = f"{hashlib.sha256(picture.content).hexdigest()[:40]}.{ENDINGS[picture.type]}"
    store.put(store.key_of(ctx, f"picture-{name}"), picture.content, content_type=picture.type, cached=_FOR_EVER)
    url = f"{current().public_url.rstrip('/')}/pictures/{ctx.tenant}/{name}"
    return {"url": url, "width": picture.width, "height": picture.height, "size": len(picture.content)}
