"""A tenant's own changes: where they are kept, and how long a container may believe what it read.

The overlay is one small row with a version and the parts that changed last, beside a row for each part. A container
trusts its copy for a minute, unless whoever asks has seen a later one (``copies.py``), then reads the small row; only
when the version has moved does it read parts, and of them only those that changed. Before it refuses something as
unknown it looks again, once, so that what an administrator adds works at once wherever it is used.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

from chalicelib.engine import catalogue as catalogues
from chalicelib.engine import copies
from chalicelib.engine.catalogue import Catalogue, UnknownObject
from chalicelib.engine.designing import parts
from chalicelib.engine.designing.parts import Item
from chalicelib.engine.objects import Overlay
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, VersionMismatch
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import directory, names
from chalicelib.storage.plan import Write, absent, equals

MOST_RECENT = 40
LONG_AGO = datetime.min.replace(tzinfo=UTC)
UNKNOWN = frozenset({"unknown_field", "unknown_option"})

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class _Stored:
    """The rows: the small one's version and which parts moved to it and before, and the parts by name."""

    version: int = 0
    recent: Sequence[tuple[int, str]] = ()
    items: Mapping[str, Item] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Copy:
    stored: _Stored
    catalogue: Catalogue
    read_at: datetime
    request_id: str


_copies: dict[TenantId, _Copy] = {}


def load(ctx: Context) -> Catalogue:
    """Return the tenant's catalogue, at most a minute old."""
    copy = _copies.get(ctx.tenant)
    if copy and copies.is_believed(ctx, copy.read_at):
        return copy.catalogue
    return _read(ctx)


def refreshed(ctx: Context) -> Catalogue:
    """Return the tenant's catalogue as it is now; a request looks only once.

    The steps of a job share their request id, and one container may take several: the moment tells them apart.
    """
    copy = _copies.get(ctx.tenant)
    is_same = copy is not None and (copy.request_id, copy.read_at) == (ctx.request_id, ctx.now)
    return copy.catalogue if copy and is_same else _read(ctx)


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


def change(
    ctx: Context, transform: Callable[[Overlay], Overlay], *, expected_version: int | None = None
) -> Sequence[Write]:
    """Return the writes that give the overlay its next version; they refuse when another got there first.

    :raises VersionMismatch: when the catalogue has another version than ``expected_version``.
    """
    before = _latest(ctx, _copies.get(ctx.tenant))
    items = parts.spelled(transform(parts.read(before.version, before.items)))
    if expected_version is not None and before.version != expected_version:
        raise VersionMismatch(
            "Somebody changed the catalogue meanwhile; read it again.", extra={"version": before.version}
        )
    gone = [name for name in before.items if name not in items]
    changed = [name for name, item in items.items() if before.items.get(name) != item]
    version = before.version + 1
    recent = [*before.recent, *([version, name] for name in (*changed, *gone))]
    still = equals("version", before.version) if before.version else absent()
    row = {"version": version, "recent": recent[-MOST_RECENT:]}
    return (
        directory.put(ctx, directory.OVERLAY, row, when=still),
        *(directory.put(ctx, directory.part(name), items[name]) for name in changed),
        *(directory.delete(ctx, directory.part(name)) for name in gone),
    )


def current(ctx: Context) -> Overlay:
    """Return the overlay as it is stored now."""
    latest = _latest(ctx, _copies.get(ctx.tenant))
    return parts.read(latest.version, latest.items)


def outdate(ctx: Context, written: Sequence[Write]) -> None:
    """Look again at the next use when ``written`` has replaced the overlay."""
    if not any(write.table == names.DIRECTORY for write in written):
        return
    copies.note_change(ctx)
    copy = _copies.get(ctx.tenant)
    if copy:
        _copies[ctx.tenant] = replace(copy, read_at=LONG_AGO, request_id="")


def forget() -> None:
    """Forget every copy, as a new container does."""
    _copies.clear()


def _read(ctx: Context) -> Catalogue:
    known = _copies.get(ctx.tenant)
    latest = _latest(ctx, known)
    if known and known.stored.version == latest.version:
        catalogue = known.catalogue
    else:
        catalogue = catalogues.merge(catalogues.standard(), parts.read(latest.version, latest.items))
        if known:
            copies.note_change(ctx)
    _copies[ctx.tenant] = _Copy(latest, catalogue, ctx.now, ctx.request_id)
    return catalogue


def _latest(ctx: Context, known: _Copy | None) -> _Stored:
    """Return the rows as they are now, reading those of which ``known`` has no current copy."""
    row = directory.get(ctx, directory.OVERLAY)
    if row is None:
        return _Stored()
    version, recent = row["version"], row["recent"]
    if known and known.stored.version == version:
        return known.stored
    if known and recent and known.stored.version >= recent[0][0]:
        wanted = {name for moved, name in recent if moved > known.stored.version}
        return _Stored(version, recent, _with(known.stored.items, wanted, directory.parts(ctx, wanted)))
    return _Stored(version, recent, directory.parts(ctx))


def _with(items: Mapping[str, Item], moved: AbstractSet[str], found: Mapping[str, Item]) -> dict[str, Item]:
    return {**{name: item for name, item in items.items() if name not in moved}, **found}
