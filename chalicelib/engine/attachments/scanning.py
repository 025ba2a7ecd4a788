"""What a scanner says of a kept file: an event in the form of GuardDuty's Malware Protection for S3.

Another scanner says the same by the same event. A file that could not be looked into, such as an archive under a
password, is refused like an infected one; a scan that failed says nothing, and the file goes on waiting.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.engine.attachments import uploading
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TENANT_ID_PATTERN, ULID_PATTERN, TenantId
from chalicelib.settings import current

REASONS: Final[Mapping[str, str | None]] = {
    "NO_THREATS_FOUND": None,
    "THREATS_FOUND": "infected",
    "UNSUPPORTED": "cannot_be_scanned",
}
_KEY: Final = re.compile(rf"t/({TENANT_ID_PATTERN})/({ULID_PATTERN})\.(\d{{1,4}})")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one draft of a file; no ``reason`` means nothing."""

    tenant: TenantId
    file: str
    number: int
    reason: str | None


def read_event(detail: Mapping[str, Any]) -> Verdict | None:
    """Return what an event says, or None when it is not about an attachment of ours, or says nothing."""
    object = detail.get("s3ObjectDetails") or {}
    status = str((detail.get("scanResultDetails") or {}).get("scanResultStatus"))
    key = _KEY.fullmatch(str(object.get("objectKey")))
    if key is None or object.get("bucketName") != current().files_bucket or status not in REASONS:
        return None
    return Verdict(TenantId(key[1]), key[2], int(key[3]), REASONS[status])


def believe(ctx: Context, verdict: Verdict) -> None:
    """Let a file out of quarantine, or refuse it; hearing of it twice changes nothing."""
    uploading.settle_scan(ctx, file=verdict.file, number=verdict.number, reason=verdict.reason)
