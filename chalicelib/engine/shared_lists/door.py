"""A shared list as its recipient sees it: a page of cells in words, and nothing by which to reach further.

It is read with the rights that its owner has now, narrowed to the fields that were named then. An outsider gets neither
ids nor metadata; a filter that its owner may not ask any more shows nothing rather than more than was meant.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine import access, links, overlays, people, query
from chalicelib.engine.catalogue import Object
from chalicelib.engine.exporting import columns
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field
from chalicelib.engine.shared_lists import lists
from chalicelib.engine.shared_lists.lists import SharedList
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import directory, writes

TOLD: Final = frozenset({"date", "date_time", "percent"})
"""The kinds that a cell does not say by itself, as a number, an amount or a text does."""

_BETWEEN = "; "


def show(ctx: Context, *, token: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of a shared list: its columns, and the cells of each record.

    :raises NotFound: when the link shows nothing, or not any more.
    """
    link = links.read(token, lists.PURPOSE, now=ctx.now)
    with links.public_ctx(ctx, link) as inside:
        shared = lists.find(inside, link.subject)
        if shared is None or not shared.is_open(clock.stamp(ctx.now)):
            raise links.gone()
        theirs = _as_owner(inside, shared)
        object = _object(theirs, shared)
        offered = columns.exportable(theirs, object)
        fields = [offered[name] for name in shared.fields if name in offered]
        found = _found(theirs, shared, fields, limit, cursor)
        if cursor is None:
            writes.execute(inside, [lists.opened(inside, shared)])
        firm, accent = directory.face(inside)
        members = _members(theirs, fields)
        return {
            "firm": firm,
            "accent": accent,
            "title": shared.title,
            "recipient": shared.recipient,
            "language": shared.language,
            "time_zone": inside.time_zone,
            "expires_at": shared.expires_at,
            "columns": [{"label": field.label.text(shared.language), "type": _kind(field)} for field in fields],
            "rows": [[_cell(theirs, field, record, members) for field in fields] for record in found["items"]],
            "next_cursor": found["next_cursor"],
        }


def _as_owner(ctx: Context, shared: SharedList) -> Context:
    owner = people.find(ctx, shared.owner)
    if owner is None or not owner.is_active:
        raise links.gone()
    return replace(people.as_they(ctx, owner), locale=shared.language, time_zone=ctx.time_zone)


def _object(ctx: Context, shared: SharedList) -> Object:
    try:
        object = overlays.load(ctx).of_plural(shared.object)
    except NotFound:
        raise links.gone() from None
    if not access.can(ctx, object, "export"):
        raise links.gone()
    return object


def _found(ctx: Context, shared: SharedList, fields: list[Field], limit: int, cursor: str | None) -> dict[str, Any]:
    """Return the records of a page; what cannot be asked any more finds nothing at all.

    :raises InvalidInput: when the cursor is not one of this list.
    """
    try:
        return query.list(
            ctx,
            plural=shared.object,
            filters=shared.filter,
            sort=shared.sort,
            fields=[field.name for field in fields],
            limit=limit,
            cursor=cursor,
        )
    except InvalidInput as refused:
        if any(error.field == "cursor" for error in refused.errors):
            raise
        raise links.gone() from None


def _members(ctx: Context, fields: list[Field]) -> Mapping[str, str]:
    """Return who works here by id, where a column names them."""
    if not any(field.type == "user" for field in fields):
        return {}
    return {person.id: person.name for person in people.all(ctx)}


def _kind(field: Field) -> str:
    kind = field.result or field.type
    return kind if kind in TOLD else "text"


def _cell(ctx: Context, field: Field, record: Mapping[str, Any], members: Mapping[str, str]) -> Any:
    """Return a value as a text, a number, a truth or an amount with its currency; None where there is nothing."""
    value = record.get(field.name)
    if value is None or value in ([], {}):
        return None
    if field.type == "link":
        ends = record.get("links", {}).get(field.name, ())
        return _BETWEEN.join(str(end.get("name") or "") for end in ends) or None
    if field.type == "user":
        return members.get(str(value))
    if isinstance(value, Mapping) and "amount" in value:
        return {"amount": str(value["amount"]), "currency": value.get("currency")}
    if isinstance(value, bool | int | float | Decimal):
        return value
    if isinstance(value, Mapping) and "utc" in value:
        return value["utc"]
    return registry.of(field).csv_out(field, value, ctx)
