"""The tenant's own rows: itself, its users, overlay, API keys and invitations."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.plan import Check, Condition, Delete, Put, Update

TENANT: Final = "tenant"
OVERLAY: Final = "overlay"
ARMED: Final = "armed"
RHYTHM: Final = "rhythm"
_NONE: Mapping[str, Any] = {}


def user(id: str) -> str:
    """Return the name of a user's row."""
    return f"user#{id}"


def api_key(id: str) -> str:
    """Return the name of an API key's row."""
    return f"apikey#{id}"


def invite(id: str) -> str:
    """Return the name of an invitation's row."""
    return f"invite#{id}"


def second_step(user: str) -> str:
    """Return the name of the row that holds what a user's second step of signing in is checked against."""
    return f"mfa#{user}"


def session(user: str, id: str) -> str:
    """Return the name of the row of one session of a user."""
    return f"session#{user}#{id}"


def personal(user: str, matter: str) -> str:
    """Return the name of the row in which somebody keeps something for themselves."""
    return f"personal#{user}#{matter}"


def definition(kind: str, id: str) -> str:
    """Return the name of the row that says what a definition is called and which version of it stands."""
    return f"defined.{kind}#{id}"


def content(kind: str, id: str, version: int) -> str:
    """Return the name of the row that holds what one version of a definition says."""
    return f"content.{kind}#{id}#{version:06d}"


def automation(matter: str, id: str) -> str:
    """Return the name of a row of an automation: that it is enabled, halted, or what keeps its place."""
    return f"automation.{matter}#{id}"


def rhythm(object: str, field: str) -> str:
    """Return the name of the row that says how often those buy whom an object's ``field`` names."""
    return f"{RHYTHM}#{object}#{field}"


def mail_domain(id: str) -> str:
    """Return the name of the row of a domain that the firm sends mail from."""
    return f"maildomain#{id}"


def mail_standing() -> str:
    """Return the name of the row that says whether the firm's marketing is paused, and why."""
    return "mail-standing"


def face(ctx: Context) -> tuple[str, str | None]:
    """Return what the firm is called and the colour of its brand, as outsiders meet it."""
    row = get(ctx, TENANT) or {}
    return row.get("company", ""), row.get("brand_color")


def contents(
    ctx: Context, kind: str, id: str, *, limit: int, start: str | None
) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of the versions of a definition, the latest first, and where to go on."""
    if not keys.is_id(id):
        return [], None
    prefix = content(kind, id, 0)[: -len("000000")]
    found, last = reads.page(
        names.DIRECTORY, keys.of_tenant(ctx), prefix=prefix, descending=True, limit=limit, start=start, consistent=True
    )
    return [_row(item) for item in found], last


def part(name: str) -> str:
    """Return the name of the row that holds one part of the overlay."""
    return f"{OVERLAY}#{name}"


def currency(code: str) -> str:
    """Return the name of the row that says that the firm uses a currency."""
    return f"currency#{code}"


def rate(code: str, day: str) -> str:
    """Return the name of the row with what a currency is worth from a day on."""
    return f"rate#{code}#{day}"


def latest_rate(ctx: Context, code: str, *, until: str) -> dict[str, Any] | None:
    """Return the rate of a currency that stands on the day ``until``, read consistently, or None."""
    found, _ = reads.query(
        names.DIRECTORY,
        keys.of_tenant(ctx),
        lower=rate(code, ""),
        upper=rate(code, until),
        descending=True,
        limit=1,
        consistent=True,
    )
    return _row(found[0]) if found else None


def rates(ctx: Context, code: str, *, limit: int, start: str | None) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of a currency's rates, the latest day first, and where to go on."""
    if not keys.is_id(code):
        return [], None
    pk = keys.of_tenant(ctx)
    found, last = reads.page(
        names.DIRECTORY, pk, prefix=rate(code, ""), descending=True, limit=limit, start=start, consistent=True
    )
    return [_row(item) for item in found], last


def parts(ctx: Context, wanted: Iterable[str] | None = None) -> dict[str, dict[str, Any]]:
    """Return the ``wanted`` parts of the overlay, or all, by their names, read consistently."""
    if wanted is None:
        found = reads.query_all(names.DIRECTORY, keys.of_tenant(ctx), prefix=f"{OVERLAY}#", consistent=True)
        items = [*found]
    else:
        keys_wanted = [keys.directory(ctx, part(name)) for name in wanted]
        items = reads.get_many(names.DIRECTORY, keys_wanted, consistent=True)
    return {item["sk"].removeprefix(f"{OVERLAY}#"): reads.facts(item) for item in items}


def get(ctx: Context, name: str) -> dict[str, Any] | None:
    """Return the row called ``name``, read consistently, or None."""
    if not all(map(keys.is_id, name.split("#"))):
        return None
    item = reads.get(names.DIRECTORY, keys.directory(ctx, name))
    return None if item is None else _row(item)


def several(ctx: Context, names_: Sequence[str]) -> list[dict[str, Any]]:
    """Return those of the named rows that exist, read consistently, in no order."""
    asked = [keys.directory(ctx, name) for name in names_ if all(map(keys.is_id, name.split("#")))]
    return [_row(item) for item in reads.get_many(names.DIRECTORY, asked, consistent=True)] if asked else []


def of_kind(ctx: Context, kind: str) -> list[dict[str, Any]]:
    """Return every row of a kind: ``user``, ``apikey`` or ``invite``; each has its ``name``."""
    found = reads.query_all(names.DIRECTORY, keys.of_tenant(ctx), prefix=f"{kind}#", consistent=True)
    return [_row(item) for item in found]


def put(ctx: Context, name: str, item: Mapping[str, Any], *, when: Condition | None = None) -> Put:
    """Plan to store the row called ``name``."""
    return Put(
        names.DIRECTORY,
        keys.directory(ctx, name),
        {part: value for part, value in item.items() if part != "name"},
        when=when,
    )


def update(
    ctx: Context,
    name: str,
    *,
    set: Mapping[str, Any] = _NONE,
    remove: Sequence[str] = (),
    add: Mapping[str, int] = _NONE,
    when: Condition | None = None,
) -> Update:
    """Plan to change parts of the row called ``name``."""
    return Update(names.DIRECTORY, keys.directory(ctx, name), set=set, remove=remove, add=add, when=when)


def delete(ctx: Context, name: str, *, when: Condition | None = None) -> Delete:
    """Plan to remove the row called ``name``."""
    return Delete(names.DIRECTORY, keys.directory(ctx, name), when=when)


def check(ctx: Context, name: str, *, when: Condition) -> Check:
    """Plan to demand something of the row called ``name`` and leave it as it is."""
    return Check(names.DIRECTORY, keys.directory(ctx, name), when)


def _row(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": item["sk"], **reads.facts(item)}
