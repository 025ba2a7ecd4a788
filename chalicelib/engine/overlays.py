"""A tenant's own changes: where they are kept, and how long a container may believe what it read.

The overlay is one row with a version. A container trusts its copy for a minute; before it refuses something as
unknown it looks again, once, so that what an administrator adds works at once wherever it is used.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from chalicelib.engine import catalogue as catalogues
from chalicelib.engine.catalogue import Catalogue, UnknownObject
from chalicelib.engine.objects import Label, Option, Overlay
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import directory, names
from chalicelib.storage.plan import Write, absent, equals

TRUSTED = timedelta(seconds=60)
UNKNOWN = frozenset({"unknown_field", "unknown_option"})

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class _Copy:
    catalogue: Catalogue
    read_at: datetime
    request_id: str


_copies: dict[TenantId, _Copy] = {}


def load(ctx: Context) -> Catalogue:
    """Return the tenant's catalogue, at most a minute old."""
    copy = _copies.get(ctx.tenant)
    if copy and abs(ctx.now - copy.read_at) < TRUSTED:
        return copy.catalogue
    return _read(ctx)


def refreshed(ctx: Context) -> Catalogue:
    """Return the tenant's catalogue as it is now; a request looks only once."""
    copy = _copies.get(ctx.tenant)
    return copy.catalogue if copy and copy.request_id == ctx.request_id else _read(ctx)


def understood(ctx: Context, read: Callable[[Catalogue], Read]) -> Read:
    """Return what ``read`` makes of the catalogue, trying again with a fresh one before it refuses an unknown name."""
    catalogue = load(ctx)
    try:
        return read(catalogue)
    except (UnknownObject, InvalidInput) as problem:
        if isinstance(problem, InvalidInput) and not any(error.code in UNKNOWN for error in problem.errors):
            raise
        fresh = refreshed(ctx)
        if fresh.version == catalogue.version:
            raise
        return read(fresh)


def change(ctx: Context, transform: Callable[[Overlay], Overlay]) -> Write:
    """Return the write that gives the overlay its next version; it refuses when another got there first."""
    item = directory.get(ctx, directory.OVERLAY)
    before = _overlay(item)
    picklists = {name: list(map(_spelled, options)) for name, options in transform(before).picklists.items()}
    still = equals("version", before.version) if item else absent()
    return directory.put(ctx, directory.OVERLAY, {"version": before.version + 1, "picklists": picklists}, when=still)


def outdate(ctx: Context, written: Sequence[Write]) -> None:
    """Forget this container's copy when ``written`` has replaced the overlay."""
    if any(write.table == names.DIRECTORY for write in written):
        _copies.pop(ctx.tenant, None)


def forget() -> None:
    """Forget every copy, as a new container does."""
    _copies.clear()


def _read(ctx: Context) -> Catalogue:
    overlay = _overlay(directory.get(ctx, directory.OVERLAY))
    known = _copies.get(ctx.tenant)
    same = known is not None and known.catalogue.version == overlay.version
    catalogue = known.catalogue if known and same else catalogues.merge(catalogues.standard(), overlay)
    _copies[ctx.tenant] = _Copy(catalogue, ctx.now, ctx.request_id)
    return catalogue


def _overlay(item: Mapping[str, Any] | None) -> Overlay:
    if not item:
        return Overlay()
    picklists = {name: tuple(map(_option, options)) for name, options in item.get("picklists", {}).items()}
    return Overlay(int(item["version"]), picklists)


def _option(item: Mapping[str, Any]) -> Option:
    return Option(item["value"], Label(**item["label"]), item.get("color"), item.get("more", {}))


def _spelled(option: Option) -> dict[str, Any]:
    return {"value": option.value, "label": option.label.both(), "color": option.color, "more": dict(option.more)}
