"""What a container keeps of a firm's settings, how long it believes it, and for whom it looks again.

Roles and teams decide about nearly every request and change a few times a month. So each container reads them once a
minute, and what is revoked elsewhere acts within that minute; what is changed here acts at once.

Nobody is shown what was before a change that they have seen. For a minute after a container made or met a change, its
answers tell the instant (``latest_change``); whoever brings it back as ``Context.seen`` is answered from copies read
since, by whichever container. The price is a read for each copy that is older, and in each container no more than
``MOST_LOOKS`` of a firm in a minute, whatever instants are made up: beyond them the minute holds again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Generic, TypeVar

from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId

TRUSTED: Final = timedelta(seconds=60)
MOST_LOOKS: Final = 120

Of = TypeVar("Of")


@dataclass(frozen=True, slots=True)
class Copy(Generic[Of]):
    """Something of one firm, as it was read at an instant."""

    value: Of
    read_at: datetime


class Copies(dict[TenantId, Copy[Of]]):
    """The copies of every firm that this container serves, each read by ``read`` when it is missing or too old."""

    def __init__(self, read: Callable[[Context], Of]) -> None:
        super().__init__()
        self._read = read

    def load(self, ctx: Context) -> Of:
        """Return the firm's copy, at most a minute old, and no older than what the caller has seen."""
        copy = self.get(ctx.tenant)
        if copy is not None and is_believed(ctx, copy.read_at):
            return copy.value
        value = self._read(ctx)
        if copy is not None and copy.value != value:
            note_change(ctx)
        self[ctx.tenant] = Copy(value, ctx.now)
        return value

    def renewed(self, ctx: Context) -> Of:
        """Return the firm's copy, read in this very request: somebody names what an older one does not know."""
        copy = self.get(ctx.tenant)
        if copy is not None and copy.read_at != ctx.now:
            self.pop(ctx.tenant)
        return self.load(ctx)

    def outdate(self, ctx: Context) -> None:
        """Forget the firm's copy, because it was changed in this container."""
        self.pop(ctx.tenant, None)
        note_change(ctx)


_changes: dict[TenantId, datetime] = {}
_looks: dict[TenantId, tuple[int, int]] = {}


def is_believed(ctx: Context, read_at: datetime) -> bool:
    """Return whether a copy that was read at an instant is new enough for whoever asks."""
    if abs(ctx.now - read_at) >= TRUSTED:
        return False
    return ctx.seen is None or read_at > ctx.seen or read_at == ctx.now or not _may_look(ctx)


def note_change(ctx: Context) -> None:
    """Remember that this request has changed the firm's settings, or has met a change that another container made."""
    _changes[ctx.tenant] = ctx.now


def latest_change(ctx: Context, *, now: datetime) -> datetime | None:
    """Return the instant of a change that the caller has seen with this answer and is not known to have seen before.

    A change that this very request has made or met counts from ``now`` on, when it is certainly over.
    """
    changed = _changes.get(ctx.tenant)
    if changed == ctx.now:
        changed = _changes[ctx.tenant] = now
    if changed is None or now - changed >= TRUSTED:
        return None
    return changed if ctx.seen is None or ctx.seen < changed else None


def forget() -> None:
    """Forget what was changed and asked for lately, as a new container does."""
    _changes.clear()
    _looks.clear()


def _may_look(ctx: Context) -> bool:
    """Return whether the firm may make this container look once more before the minute is over."""
    minute = int(ctx.now.timestamp()) // 60
    begun, looks = _looks.get(ctx.tenant, (minute, 0))
    looks = looks + 1 if begun == minute else 1
    _looks[ctx.tenant] = (minute, looks)
    return looks <= MOST_LOOKS
