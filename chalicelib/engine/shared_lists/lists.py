"""A list on its way out of the house: which records, which of their fields, for whom, and until when.

Whoever may export an object may share a list of it; the link shows what they may see at the moment it is opened, and
never a field that they did not name. It ends by itself, and at once when it is taken back, or when its owner leaves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from chalicelib.engine import access, expiry, filters, idempotency, links, overlays, query
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.exporting import columns
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, Forbidden, InvalidInput, NotFound
from chalicelib.settings import current
from chalicelib.storage import directory, plan, writes
from chalicelib.storage.plan import Write

PURPOSE: Final = "shared_list"
LANGUAGES: Final = ("es", "en")
MOST: Final = 300
MOST_FIELDS: Final = 30
LONG_TYPES: Final = frozenset({"lines", "long_text", "rich_text", "file"})
"""What a list has no room for, or does not read."""


class TooManySharedLists(Conflict):
    """The firm has as many lists outside as it may have."""

    code = "too_many_shared_lists"


@dataclass(frozen=True, slots=True)
class SharedList:
    """One list that somebody shared. ``recipient`` is for whom, as its watermark names them."""

    id: str
    object: str
    title: str
    recipient: str
    language: str
    owner: str
    fields: tuple[str, ...]
    filter: Any
    sort: str | None
    created_at: str
    expires_at: str
    revoked_at: str | None = None
    opens: int = 0
    last_opened_at: str | None = None

    def is_open(self, now: str) -> bool:
        """Return whether its link still shows anything at that instant."""
        return self.revoked_at is None and now < self.expires_at


def create(
    ctx: Context,
    *,
    object: str,
    title: str,
    recipient: str,
    fields: Sequence[str],
    expires_at: str,
    filter: Any = None,
    sort: str | None = None,
    language: str | None = None,
    key: Idempotency | None = None,
) -> dict[str, Any]:
    """Share a list and return it with the address that shows it.

    :raises Forbidden: when the caller may not export the object, or is not a person.
    :raises InvalidInput: when a field, the filter, the order or the day makes no sense.
    :raises TooManySharedLists: when the firm has as many as it may have.
    """
    kept = idempotency.replay(ctx, key) if key else None
    if kept is not None:
        return get(ctx, id=kept["id"])
    if ctx.actor.kind != "user":
        raise Forbidden("A person shares a list, because it shows what that person may see.")

    def understood(catalogue: Catalogue) -> Object:
        found = catalogue.of_plural(object)
        access.require(ctx, found, "export")
        filters.read(ctx, found, filter)
        query.require_order(ctx, found, sort)
        _require_fields(ctx, found, fields)
        return found

    found = overlays.understood(ctx, understood)
    shared = SharedList(
        id=ctx.new_id(),
        object=found.plural,
        title=title.strip(),
        recipient=recipient.strip(),
        language=language or ctx.locale,
        owner=ctx.actor.id,
        fields=tuple(dict.fromkeys(fields)),
        filter=filter,
        sort=sort,
        created_at=clock.stamp(ctx.now),
        expires_at=clock.stamp(expiry.read(ctx, expires_at, refusal="Choose a time within the next year.")),
    )
    remembered = [idempotency.remember(ctx, key, {"id": shared.id})] if key else []
    put = directory.put(ctx, _row(shared.id), asdict(shared), when=plan.absent())
    try:
        writes.execute(ctx, [put, *_room(ctx), *remembered])
    except writes.Refused as refused:
        raise Conflict("The same request is under way; repeat it.", code="changed_meanwhile") from refused
    return _shown(ctx, shared)


def all(ctx: Context) -> list[dict[str, Any]]:
    """Return the lists that the caller shared, or everybody's for an administrator, the latest first."""
    mine = [one for one in _stored(ctx) if _may_see(ctx, one)]
    return [_shown(ctx, one) for one in sorted(mine, key=lambda one: (one.created_at, one.id), reverse=True)]


def get(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return a shared list.

    :raises NotFound: when there is none, or it is somebody else's.
    """
    return _shown(ctx, _own(ctx, id))


def revoke(ctx: Context, *, id: str) -> dict[str, Any]:
    """Let a link show nothing from now on, and return its list; done again it stays so.

    :raises NotFound: when there is none, or it is somebody else's.
    """
    shared = _own(ctx, id)
    if shared.revoked_at is not None:
        return _shown(ctx, shared)
    at = clock.stamp(ctx.now)
    writes.execute(ctx, [directory.update(ctx, _row(id), set={"revoked_at": at}, when=plan.present())])
    return _shown(ctx, replace(shared, revoked_at=at))


def find(ctx: Context, id: str) -> SharedList | None:
    """Return a list as it stands, or None."""
    row = directory.get(ctx, _row(id))
    return None if row is None else _of_row(row)


def opened(ctx: Context, shared: SharedList) -> Write:
    """Return the write that counts that somebody opened a link."""
    return directory.update(
        ctx, _row(shared.id), set={"last_opened_at": clock.stamp(ctx.now)}, add={"opens": 1}, when=plan.present()
    )


def _own(ctx: Context, id: str) -> SharedList:
    shared = find(ctx, id)
    if shared is None or not _may_see(ctx, shared):
        raise NotFound("There is no such shared list.")
    return shared


def _may_see(ctx: Context, shared: SharedList) -> bool:
    return shared.owner == ctx.actor.id or access.is_admin(ctx)


def _require_fields(ctx: Context, object: Object, names: Sequence[str]) -> None:
    for name in columns.chosen(ctx, object, names):
        field = object.fields.get(name)
        if field is None or field.type in LONG_TYPES:
            raise InvalidInput.of("fields", "not_in_lists", f"A list that others see has no place for {name[:60]}.")


def _room(ctx: Context) -> list[Write]:
    """Return the writes that make room for one list more: the oldest that shows nothing any longer goes.

    :raises TooManySharedLists: when all of them are open.
    """
    stored = sorted(_stored(ctx), key=lambda one: one.created_at)
    if len(stored) < MOST:
        return []
    over = next((one for one in stored if not one.is_open(clock.stamp(ctx.now))), None)
    if over is None:
        raise TooManySharedLists(f"A firm shares at most {MOST} lists at once; take some back first.")
    return [directory.delete(ctx, _row(over.id))]


def _shown(ctx: Context, shared: SharedList) -> dict[str, Any]:
    token = links.sign(ctx, PURPOSE, shared.id, clock.parse(shared.expires_at))
    is_open = shared.is_open(clock.stamp(ctx.now))
    url = f"{current().public_url.rstrip('/')}/l/{token}" if is_open else None
    return {**asdict(shared), "fields": [*shared.fields], "is_open": is_open, "url": url}


def _stored(ctx: Context) -> list[SharedList]:
    return [_of_row(row) for row in directory.of_kind(ctx, "sharedlist")]


def _row(id: str) -> str:
    return f"sharedlist#{id}"


def _of_row(row: Mapping[str, Any]) -> SharedList:
    known = {name: row[name] for name in SharedList.__slots__ if name in row}
    return SharedList(**{**known, "fields": tuple(known["fields"]), "opens": int(known["opens"])})
