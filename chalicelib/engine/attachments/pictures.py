"""Pictures that somebody uploaded to be shown elsewhere than in a record: on the firm's pages, in its mails."""

from collections.abc import Collection
from dataclasses import dataclass

from chalicelib.engine.attachments import uploading
from chalicelib.gateways import files as store
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound


@dataclass(frozen=True, slots=True)
class Demand:
    """Which pictures may be given in a field, and how others are refused."""

    field: str
    types: Collection[str]
    most_bytes: int
    other_type: str
    too_large: str
    too_large_code: str = "too_large"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was looked at and cleaned, as a browser may show it."""

    content: bytes
    type: str
    width: int
    height: int


def read(ctx: Context, file: str, demand: Demand) -> Picture:
    """Return a picture that the caller has uploaded; the upload goes by itself.

    :raises InvalidInput: when there is no such upload, or the picture is not as demanded.
    """
    try:
        found = uploading.own(ctx, file)
    except NotFound:
        raise _missing(demand) from None
    draft = found.draft()
    if draft is None or draft.type not in demand.types or not draft.may_be_shown:
        raise InvalidInput.of(demand.field, "not_a_picture", demand.other_type)
    if draft.size > demand.most_bytes:
        raise InvalidInput.of(demand.field, demand.too_large_code, demand.too_large)
    key = uploading.key_of(ctx, found.id, draft)
    stored = store.find(key)
    if stored is None:
        raise _missing(demand)
    content = b"".join(store.blocks(key, etag=stored.etag, size=demand.most_bytes))
    return Picture(content, draft.type, int(draft.width or 0), int(draft.height or 0))


def _missing(demand: Demand) -> InvalidInput:
    return InvalidInput.of(demand.field, "unknown_file", "Upload the picture first.")
