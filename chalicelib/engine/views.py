"""Saved views: which records of an object, in which order, drawn how, for whom.

A view is a row of the directory and holds words, not answers: a filter as it was written, names of fields, periods told
from today. It is checked against what its author may read when it is saved, and read again for whoever opens it: what
names a field that is gone, or that the reader may not read, is left out, and the view says which parts that were.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from chalicelib.engine import access, filters, hierarchy, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.objects import Field
from chalicelib.engine.roles import stored as roles
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, FieldError, Forbidden, InvalidInput, NotFound, VersionMismatch
from chalicelib.storage import directory, plan, writes

LAYOUTS: Final = ("list", "board", "calendar")
AUDIENCES: Final = ("private", "teams", "roles", "everyone")
MOST: Final = 500
MOST_COLUMNS: Final = 50


@dataclass(frozen=True, slots=True)
class View:
    """What somebody saved. ``shared_with`` names the teams or roles; ``default_for`` the roles that begin with it."""

    id: str
    object: str
    name: str
    owner: str
    version: int = 1
    layout: str = "list"
    columns: tuple[str, ...] = ()
    filter: Any = None
    sort: str | None = None
    group_by: str | None = None
    board_by: str | None = None
    calendar_by: str | None = None
    calendar_end: str | None = None
    shared: str = "private"
    shared_with: tuple[str, ...] = ()
    default_for: tuple[str, ...] = ()
    created_at: str = ""
    updated_at: str = ""


def all(ctx: Context, *, plural: str) -> list[dict[str, Any]]:
    """Return the views of an object that the caller may open, by name.

    :raises Forbidden: when the caller may not read the object.
    """
    object = overlays.understood(ctx, lambda catalogue: catalogue.of_plural(plural))
    access.require(ctx, object, "read")
    found = [view for view in _stored(ctx) if view.object == object.name and _is_open(ctx, view)]
    return [_shown(ctx, object, view) for view in sorted(found, key=lambda view: (view.name.casefold(), view.id))]


def get(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return a view as it is for the caller.

    :raises NotFound: when there is none that the caller may open.
    """
    view, object = _opened(ctx, id)
    return _shown(ctx, object, view)


def create(ctx: Context, *, plural: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Save a view of the caller's and return it.

    :raises InvalidInput: naming each part that makes no sense for the object.
    """
    now = clock.stamp(ctx.now)

    def begun(catalogue: Catalogue) -> tuple[Object, View]:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "read")
        blank = View(ctx.new_id(), object.name, "", ctx.actor.id, created_at=now)
        return object, _checked(ctx, object, blank, values)

    object, view = overlays.understood(ctx, begun)
    if len(directory.of_kind(ctx, "view")) >= MOST:
        raise Conflict(f"A firm has at most {MOST} views; delete some first.", code="too_many_views")
    writes.execute(ctx, [directory.put(ctx, _row(view.id), _item(view), when=plan.absent())])
    return _shown(ctx, object, view)


def change(ctx: Context, *, id: str, values: Mapping[str, Any], expected_version: int) -> dict[str, Any]:
    """Change parts of a view and return it.

    :raises Forbidden: when it is neither the caller's nor the caller an administrator.
    :raises VersionMismatch: when somebody changed it meanwhile.
    """
    view, object = _opened(ctx, id)
    _require_own(ctx, view)
    changed = overlays.understood(
        ctx, lambda catalogue: _checked(ctx, catalogue.object(object.name), view, values)
    )  # fmt: skip
    changed = replace(changed, version=expected_version + 1)
    _write(ctx, directory.put(ctx, _row(id), _item(changed), when=plan.equals("version", expected_version)))
    return _shown(ctx, object, changed)


def delete(ctx: Context, *, id: str, expected_version: int) -> None:
    """Take a view away.

    :raises Forbidden: when it is neither the caller's nor the caller an administrator.
    :raises VersionMismatch: when somebody changed it meanwhile.
    """
    view, _ = _opened(ctx, id)
    _require_own(ctx, view)
    _write(ctx, directory.delete(ctx, _row(id), when=plan.equals("version", expected_version)))


def applied(ctx: Context, object: Object, id: str) -> View:
    """Return a view of an object without what the caller cannot use of it.

    :raises InvalidInput: when there is none that the caller may open.
    """
    item = directory.get(ctx, _row(id))
    view = _of_item(item) if item else None
    if view is None or view.object != object.name or not _is_open(ctx, view):
        raise InvalidInput.of("view", "unknown_view", "There is no such view of this object.")
    return _usable(ctx, object, view)[0]


def _opened(ctx: Context, id: str) -> tuple[View, Object]:
    item = directory.get(ctx, _row(id))
    view = _of_item(item) if item else None
    if view is None or not _is_open(ctx, view):
        raise NotFound("There is no such view.")
    object = overlays.understood(ctx, lambda catalogue: catalogue.object(view.object))
    if not access.can(ctx, object, "read"):
        raise NotFound("There is no such view.")
    return view, object


def _is_open(ctx: Context, view: View) -> bool:
    if view.owner == ctx.actor.id or view.shared == "everyone" or access.is_admin(ctx):
        return True
    if view.shared == "roles":
        return ctx.actor.role in view.shared_with
    if view.shared == "teams" and ctx.actor.team is not None:
        return not {*hierarchy.load(ctx).above(ctx.actor.team)}.isdisjoint(view.shared_with)
    return False


def _require_own(ctx: Context, view: View) -> None:
    if view.owner != ctx.actor.id and not access.is_admin(ctx):
        raise Forbidden("Only whoever saved a view changes it; save a view of your own.")


def _write(ctx: Context, write: plan.Write) -> None:
    try:
        writes.execute(ctx, [write])
    except writes.Refused as refused:
        if refused.item is None:
            raise NotFound("There is no such view.") from None
        version = int(refused.item["version"])
        raise VersionMismatch("Somebody changed this view meanwhile.", extra={"version": version}) from None


def _checked(ctx: Context, object: Object, before: View, values: Mapping[str, Any]) -> View:
    """Return the view with its new values, each of which makes sense for the caller."""
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    view = replace(before, **given, updated_at=clock.stamp(ctx.now))
    faults = [*_faults(ctx, object, view, values), *_audience_faults(ctx, before, view)]
    if "filter" in values:
        filters.read(ctx, object, view.filter)
    if faults:
        raise InvalidInput("The view does not fit the object.", errors=faults)
    return view


def _faults(ctx: Context, object: Object, view: View, changed: Mapping[str, Any]) -> Iterator[FieldError]:
    for part, is_fit in _parts(ctx, object, view):
        if (part in changed or part == "layout") and not is_fit:
            yield FieldError(part, "unknown_field", f"There is no field for the {part.replace('_', ' ')} of this view.")


def _parts(ctx: Context, object: Object, view: View) -> Iterator[tuple[str, bool]]:
    """Return each part of a view that names fields, and whether the caller can use them so."""
    readable = access.readable(ctx, object)
    yield "columns", len(view.columns) <= MOST_COLUMNS and readable.issuperset(view.columns)
    yield (
        "sort",
        view.sort is None
        or (view.sort.removeprefix("-") in object.sortable and view.sort.removeprefix("-") in readable),
    )
    fits = {"group_by": is_groupable, "board_by": is_board, "calendar_by": is_time, "calendar_end": is_time}
    for part, is_fit in fits.items():
        name = getattr(view, part)
        yield part, name is None or (name in readable and is_fit(object.fields[name]))
    needed = {"board": view.board_by, "calendar": view.calendar_by}
    yield "layout", needed.get(view.layout, "") is not None


def is_groupable(field: Field) -> bool:
    """Return whether records can be counted by a field's values: one of few, neither a text nor a number."""
    offered = filters.operators(field)
    return "eq" in offered and not {"like", "gt"} & set(offered)


def is_board(field: Field) -> bool:
    """Return whether a field's options can be the columns of a board."""
    return bool(field.options or field.picklist) and not field.multiple


def is_time(field: Field) -> bool:
    """Return whether a field places a record in a calendar."""
    return "during" in filters.operators(field)


def _audience_faults(ctx: Context, before: View, view: View) -> Iterator[FieldError]:
    known: Sequence[str] | frozenset[str] = ()
    if view.shared == "teams":
        known = frozenset(hierarchy.load(ctx).teams)
    if view.shared == "roles":
        known = frozenset(roles.load(ctx).roles)
    if not set(view.shared_with) <= set(known) or (view.shared in ("teams", "roles")) != bool(view.shared_with):
        yield FieldError("shared_with", "unknown_audience", "Name the teams or roles that the view is shared with.")
    if view.default_for != before.default_for and not access.is_admin(ctx):
        yield FieldError("default_for", "not_yours", "Only an administrator says with which view a role begins.")
    if view.default_for and not set(view.default_for) <= frozenset(roles.load(ctx).roles):
        yield FieldError("default_for", "unknown_role", "There is no such role.")
    if view.default_for and view.shared not in ("everyone", "roles"):
        yield FieldError("default_for", "not_shared", "Share the view with everyone, or with these roles, first.")


def _usable(ctx: Context, object: Object, view: View) -> tuple[View, list[str]]:
    """Return the view without what the caller cannot use of it, and which parts that were."""
    readable = access.readable(ctx, object)
    kept = replace(
        view, columns=tuple(name for name in view.columns if name in readable), filter=_pruned(ctx, object, view.filter)
    )
    dropped = [part for part in ("columns", "filter") if getattr(kept, part) != getattr(view, part)]
    for part, is_fit in [*_parts(ctx, object, kept)]:
        if not is_fit and part != "layout":
            without: dict[str, Any] = {part: None}
            kept = replace(kept, **without)
            dropped.append(part)
    if not dict(_parts(ctx, object, kept))["layout"]:
        kept = replace(kept, layout="list")
        dropped.append("layout")
    return kept, dropped


def _pruned(ctx: Context, object: Object, node: Any) -> Any:
    """Return a filter without the conditions that make no sense any more."""
    try:
        filters.read(ctx, object, node)
    except InvalidInput:
        kind = next(iter(node)) if isinstance(node, Mapping) and len(node) == 1 else None
        if kind == "not":
            inner = _pruned(ctx, object, node["not"])
            return None if inner is None else {"not": inner}
        if kind not in ("all", "any") or not isinstance(node[kind], list):
            return None
        kept = [pruned for member in node[kind] if (pruned := _pruned(ctx, object, member)) is not None]
        return {kind: kept} if kept else None
    return node


def _shown(ctx: Context, object: Object, view: View) -> dict[str, Any]:
    usable, dropped = _usable(ctx, object, view)
    shown = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(usable).items()}
    return {
        **shown,
        "object": object.plural,
        "is_default": ctx.actor.role in view.default_for,
        "can_change": view.owner == ctx.actor.id or access.is_admin(ctx),
        "dropped": dropped,
    }


def _stored(ctx: Context) -> Iterator[View]:
    return map(_of_item, directory.of_kind(ctx, "view"))


def _row(id: str) -> str:
    return f"view#{id}"


def _item(view: View) -> dict[str, Any]:
    return {name: value for name, value in asdict(view).items() if name != "name"} | {"title": view.name}


def _of_item(item: Mapping[str, Any]) -> View:
    given = {name: item[name] for name in View.__slots__ if name in item and name != "name"}
    listed = {name: tuple(given.get(name, ())) for name in ("columns", "shared_with", "default_for")}
    return View(**{**given, **listed, "name": item["title"], "version": int(item["version"])})
