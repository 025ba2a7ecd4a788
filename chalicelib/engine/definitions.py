"""What a firm defines for itself and others lean on: segments, templates, automations, forms.

A definition is a document of JSON that its kind understands. Every change stores a version of its own and keeps those
before, so that a mail of last month, or an automation that somebody is half way through, still reads what it began
with; a definition that was taken away is listed no more, and its versions stay.

One row says what a definition is called and which version stands, and holds the few parts that a list shows; each
version is a row of its own, written once. So a list is one query, and what was read of a version never goes stale.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from chalicelib.engine import access, cursors, idempotency
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, FieldError, InvalidInput, NotFound, VersionMismatch
from chalicelib.storage import directory, plan, writes
from chalicelib.storage.plan import Write

MOST_BYTES: Final = 300_000
"""A stored item holds 400 KB."""
MOST_VERSIONS: Final = 25
"""A page of versions reads each whole."""

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Definition:
    """One version of something that a firm defined. Of one that was listed, ``content`` holds what a list shows."""

    id: str
    name: str
    version: int
    content: Content
    created_at: str
    created_by: str
    updated_at: str
    updated_by: str

    def shown(self) -> dict[str, Any]:
        """Return the definition as the API answers it: its content beside what it is."""
        return {
            **self.content,
            "id": self.id,
            "name": self.name,
            "version": self.version,
            "created_at": self.created_at,
            "created_by": self.created_by,
            "updated_at": self.updated_at,
            "updated_by": self.updated_by,
        }


def _as_it_is(_: Context, content: Content) -> Content:
    return content


def _nothing(_: Context, __: Definition | None, ___: Definition | None) -> Sequence[Write]:
    return ()


def _anybody(_: Context, __: Definition) -> bool:
    return True


def _each(_: Context, found: Sequence[Definition]) -> Sequence[Definition]:
    return found


def _no_more(_: Context, __: Definition | None, ___: Definition | None) -> None:
    return


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of definition. Roles grant rights to it under its ``plural``; a list shows the parts that are ``listed``.

    ``checked`` returns the content as it is to be stored, or raises ``InvalidInput``. ``beside`` returns what is
    written in the same transaction, given the definition before (None: it is new) and after (None: it goes); ``then``
    is called once that is stored, for what merely hastens. One that is not ``seen`` by the caller is not there, and of
    some the caller gets to know those that are ``told``.
    """

    name: str
    plural: str
    listed: tuple[str, ...] = ()
    most: int = 500
    checked: Callable[[Context, Content], Content] = field(default=_as_it_is)
    beside: Callable[[Context, Definition | None, Definition | None], Sequence[Write]] = field(default=_nothing)
    then: Callable[[Context, Definition | None, Definition | None], None] = field(default=_no_more)
    seen: Callable[[Context, Definition], bool] = field(default=_anybody)
    told: Callable[[Context, Sequence[Definition]], Sequence[Definition]] = field(default=_each)


def all(ctx: Context, kind: Kind) -> list[Definition]:
    """Return every definition of a kind that the caller may know of, by name.

    :raises Forbidden: when the caller may not read them.
    """
    access.require_managed(ctx, kind.plural, "read")
    found = kind.told(ctx, _heads(ctx, kind))
    return sorted(found, key=lambda definition: (definition.name.casefold(), definition.id))


def get(ctx: Context, kind: Kind, *, id: str) -> Definition:
    """Return a definition as it stands.

    :raises NotFound: when there is none.
    """
    access.require_managed(ctx, kind.plural, "read")
    found = _whole(ctx, kind, _standing(ctx, kind, id))
    if not kind.seen(ctx, found):
        raise NotFound(f"There is no such {kind.name}.")
    return found


def at(ctx: Context, kind: Kind, *, id: str, version: int) -> Content:
    """Return what a version of a definition says, were it changed or taken away since.

    :raises NotFound: when there was no such version.
    """
    row = directory.get(ctx, directory.content(kind.name, id, version))
    if row is None:
        raise NotFound(f"There is no version {version} of this.")
    return content_of(row)


def content_of(row: Mapping[str, Any]) -> Content:
    """Return what a row says that holds one version of a definition."""
    content: Content = json.loads(row["json"])
    return content


def past(ctx: Context, kind: Kind, *, id: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of the versions of a definition, the latest first: when each was stored, and by whom.

    :raises NotFound: when there is no such definition.
    """
    access.require_managed(ctx, kind.plural, "read")
    _standing(ctx, kind, id)
    query = {"versions": [kind.name, id]}
    start = cursors.opened(ctx, query, cursor)
    found, place = directory.contents(ctx, kind.name, id, limit=min(limit, MOST_VERSIONS), start=start)
    items = [{"version": _version_of(row), "at": row["at"], "by": row["by"]} for row in found]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def as_of(ctx: Context, kind: Kind, *, id: str, version: int) -> dict[str, Any]:
    """Return what a version of a definition that stands says, for whoever may read it.

    :raises NotFound: when there is no such definition, or no such version of it.
    """
    access.require_managed(ctx, kind.plural, "read")
    standing = _standing(ctx, kind, id)
    if not 1 <= version <= standing.version:
        raise NotFound(f"There is no version {version} of this.")
    return {**at(ctx, kind, id=id, version=version), "version": version}


def create(ctx: Context, kind: Kind, *, name: str, content: Content, key: Idempotency | None = None) -> Definition:
    """Store a new definition and return it.

    :raises InvalidInput: naming each part that makes no sense.
    :raises Conflict: when the firm has as many as it may have.
    """
    access.require_managed(ctx, kind.plural, "create")
    kept = idempotency.replay(ctx, key) if key else None
    if kept is not None:
        return get(ctx, kind, id=kept["id"])
    content = kind.checked(ctx, content)
    if len(_heads(ctx, kind)) >= kind.most:
        raise Conflict(
            f"A firm has at most {kind.most} {kind.plural}; delete some first.", code=f"too_many_{kind.plural}"
        )
    now, actor = clock.stamp(ctx.now), ctx.actor.id
    made = Definition(ctx.new_id(), name, 1, content, now, actor, now, actor)
    remembered = [idempotency.remember(ctx, key, {"id": made.id})] if key else []
    try:
        writes.execute(ctx, [*_stored(ctx, kind, made, when=plan.absent()), *kind.beside(ctx, None, made), *remembered])
    except writes.Refused:
        kept = idempotency.replay(ctx, key) if key else None
        if kept is None:
            raise
        return get(ctx, kind, id=kept["id"])
    kind.then(ctx, None, made)
    return made


def change(ctx: Context, kind: Kind, *, id: str, changes: Content, expected_version: int) -> Definition:
    """Store the next version of a definition, in which some parts are others, and return it.

    :raises InvalidInput: naming each part that makes no sense.
    :raises VersionMismatch: when somebody changed it meanwhile.
    """
    access.require_managed(ctx, kind.plural, "update")
    before = get(ctx, kind, id=id)
    _require_version(before, expected_version)
    standing = plan.equals("version", expected_version) & plan.missing("deleted_at")
    parts = {name: value for name, value in changes.items() if name != "name"}
    after = replace(
        before,
        name=changes.get("name", before.name),
        content=kind.checked(ctx, {**before.content, **parts}),
        version=expected_version + 1,
        updated_at=clock.stamp(ctx.now),
        updated_by=ctx.actor.id,
    )
    _write(ctx, [*_stored(ctx, kind, after, when=standing), *kind.beside(ctx, before, after)])
    kind.then(ctx, before, after)
    return after


def delete(ctx: Context, kind: Kind, *, id: str, expected_version: int) -> None:
    """Take a definition away; its versions stay for whatever began with them.

    :raises VersionMismatch: when somebody changed it meanwhile.
    """
    access.require_managed(ctx, kind.plural, "delete")
    before = get(ctx, kind, id=id)
    _require_version(before, expected_version)
    gone = directory.update(
        ctx,
        directory.definition(kind.name, id),
        set={"deleted_at": clock.stamp(ctx.now), "updated_by": ctx.actor.id},
        when=plan.equals("version", expected_version) & plan.missing("deleted_at"),
    )
    _write(ctx, [gone, *kind.beside(ctx, before, None)])
    kind.then(ctx, before, None)


def _version_of(row: Mapping[str, Any]) -> int:
    return int(row["name"].rpartition("#")[2])


def _rows_of(kind: Kind) -> str:
    return directory.definition(kind.name, "").removesuffix("#")


def _heads(ctx: Context, kind: Kind) -> list[Definition]:
    return [_head(row) for row in directory.of_kind(ctx, _rows_of(kind)) if "deleted_at" not in row]


def _standing(ctx: Context, kind: Kind, id: str) -> Definition:
    row = directory.get(ctx, directory.definition(kind.name, id))
    if row is None or "deleted_at" in row:
        raise NotFound(f"There is no such {kind.name}.")
    return _head(row)


def _whole(ctx: Context, kind: Kind, head: Definition) -> Definition:
    return replace(head, content=at(ctx, kind, id=head.id, version=head.version))


def _head(row: Mapping[str, Any]) -> Definition:
    return Definition(
        id=row["name"].rpartition("#")[2],
        name=row["title"],
        version=int(row["version"]),
        content=json.loads(row["listed"]),
        created_at=row["created_at"],
        created_by=row["created_by"],
        updated_at=row["updated_at"],
        updated_by=row["updated_by"],
    )


def _stored(ctx: Context, kind: Kind, definition: Definition, *, when: plan.Condition) -> Sequence[Write]:
    listed = {name: definition.content[name] for name in kind.listed if name in definition.content}
    head = {
        "title": definition.name,
        "version": definition.version,
        "listed": _spelled(listed),
        "created_at": definition.created_at,
        "created_by": definition.created_by,
        "updated_at": definition.updated_at,
        "updated_by": definition.updated_by,
    }
    content = {"json": _spelled(definition.content), "at": definition.updated_at, "by": definition.updated_by}
    return (
        directory.put(ctx, directory.definition(kind.name, definition.id), head, when=when),
        directory.put(
            ctx, directory.content(kind.name, definition.id, definition.version), content, when=plan.absent()
        ),
    )


def _spelled(content: Content) -> str:
    spelled = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    if len(spelled.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        fault = FieldError("", "too_long", f"Use at most {MOST_BYTES // 1000} KB.")
        raise InvalidInput("This is too much for one definition.", errors=[fault])
    return spelled


def _require_version(standing: Definition, expected: int) -> None:
    if standing.version != expected:
        raise VersionMismatch("Somebody changed this meanwhile.", extra={"version": standing.version})


def _write(ctx: Context, wanted: Sequence[Write]) -> None:
    try:
        writes.execute(ctx, wanted)
    except writes.Refused as refused:
        raise VersionMismatch("Somebody changed this meanwhile.") from refused
