"""What a mail may say of whoever reads it: the person, their company, who looks after them, the firm, the sender.

Only what a template names is read and said. A field that the caller may not read is empty, as everywhere.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from chalicelib.crm.marketing.mail import firm
from chalicelib.crm.marketing.mail.senders import Sender
from chalicelib.crm.marketing.templating import phrases, spoken
from chalicelib.crm.marketing.templating.spoken import SAYABLE, Saying
from chalicelib.engine import access, overlays, people, relations
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import values as derived
from chalicelib.engine.fields.link import edges
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.kernel.money import Money
from chalicelib.storage import records
from chalicelib.storage.records import Row

COMPANY: Final = "company"
PRODUCTS: Final = "products"
FIXED: Final[Mapping[str, frozenset[str]]] = {
    "firm": frozenset({"name"}),
    "sender": frozenset({"name", "address", "legal_name", "postal_address"}),
    "owner": frozenset({"name", "email"}),
}
ADDRESSES: Final = frozenset({"unsubscribe_url", "preferences_url"})
ROOTS: Final = frozenset({"person", COMPANY, *FIXED, *ADDRESSES})
ADDRESS_PARTS: Final = frozenset({"line", "street", "street2", "postal_code", "city", "region", "country"})


def values(
    ctx: Context, *, paths: Iterable[str], object: Object, row: Row, sender: Sender | None, locale: str
) -> dict[str, Any]:
    """Return what the ``paths`` of a template lead to for one person, as words of the language."""
    wanted = _by_root(paths)
    catalogue = overlays.load(ctx)
    found: dict[str, Any] = {
        "firm": {"name": firm.load(ctx).name},
        "sender": _of_sender(sender),
    }
    if "person" in wanted:
        found["person"] = _of_record(ctx, catalogue, object, row, wanted["person"], locale)
    if COMPANY in wanted:
        found[COMPANY] = _of_company(ctx, catalogue, object, row, wanted[COMPANY], locale)
    if "owner" in wanted:
        owner = people.find(ctx, row.owner)
        found["owner"] = _filled({"name": owner.name, "email": owner.email}) if owner else {}
    return found


def products(ctx: Context, ids: Iterable[str], *, locale: str) -> dict[str, dict[str, str]]:
    """Return the names and prices of the products that a mail shows, of those that are there."""
    wanted = list(ids)
    if not wanted:
        return {}
    rows = records.get_many(ctx, PRODUCTS, wanted)
    return {id: _of_product(row, locale) for id, row in rows.items()}


def is_known(catalogue: Catalogue, object: Object, path: str) -> bool:
    """Return whether a path of a template leads to something that a mail can say of a person of this object."""
    root, _, rest = path.partition(".")
    if root in ADDRESSES:
        return not rest
    if root in FIXED:
        return rest in FIXED[root]
    name, _, part = rest.partition(".")
    if root == COMPANY:
        return _is_sayable(catalogue.object(COMPANY).fields.get(name), part)
    return root == "person" and _is_sayable(object.fields.get(name), part)


def offered(ctx: Context, object: Object) -> list[dict[str, Any]]:
    """Return the merge fields of an object's people, each with its path, label and type."""
    catalogue = overlays.load(ctx)
    company = catalogue.object(COMPANY)
    return [
        *_offered(ctx, "person", object),
        *(_offered(ctx, COMPANY, company) if _companies(object) or COMPANY in object.fields else ()),
        *(
            {"path": f"{root}.{name}", "label": None, "type": "text", "required": root != "owner"}
            for root, names in FIXED.items()
            for name in sorted(names)
        ),
    ]


def _offered(ctx: Context, root: str, object: Object) -> Iterable[dict[str, Any]]:
    readable = access.readable(ctx, object)
    for name, field in object.fields.items():
        if name not in readable or field.hidden or field.system or not _is_sayable(field, ""):
            continue
        label, required = field.label.both(), field.required
        if field.type == "address":
            for part in sorted(ADDRESS_PARTS):
                yield {"path": f"{root}.{name}.{part}", "label": label, "type": "text", "required": False}
        else:
            yield {"path": f"{root}.{name}", "label": label, "type": field.result or field.type, "required": required}


def _is_sayable(field: Field | None, part: str) -> bool:
    if field is None:
        return False
    if field.type == "address":
        return part in ADDRESS_PARTS or not part
    return not part and (field.type == "link" or (field.result or field.type) in SAYABLE)


def _by_root(paths: Iterable[str]) -> dict[str, set[str]]:
    wanted: dict[str, set[str]] = {}
    for path in paths:
        root, _, rest = path.partition(".")
        wanted.setdefault(root, set()).add(rest.partition(".")[0])
    return wanted


def _of_record(
    ctx: Context, catalogue: Catalogue, object: Object, row: Row, names: set[str], locale: str
) -> dict[str, Any]:
    fields = [object.fields[name] for name in sorted(names & access.readable(ctx, object)) if name in object.fields]
    if row.body is None and any(field.in_body for field in fields):
        row = records.get(ctx, object.plural, row.id, body=True) or row
    found: dict[str, Any] = {
        field.name: spoken.value(Saying(field, locale, ctx.time_zone), _stored(ctx, object, field, row))
        for field in fields
        if field.type != "link"
    }
    links = [field for field in fields if field.type == "link"]
    if links:
        shown = frozenset(field.name for field in links)
        known = relations.linked_records(ctx, catalogue, object, [row], known={}, fields=shown)
        called = relations.names(ctx, catalogue, object, row, known)
        for field in links:
            ends = [end["name"] for end in called.get(field.name, ()) if end["name"]]
            found[field.name] = phrases.value(", ".join(ends))
    return _filled(found)


def _stored(ctx: Context, object: Object, field: Field, row: Row) -> Any:
    if field.in_body:
        return (row.body or {}).get(field.name)
    return derived.value_of(ctx, object, field, row)


def _of_company(
    ctx: Context, catalogue: Catalogue, object: Object, row: Row, names: set[str], locale: str
) -> dict[str, Any]:
    """Return what is said of the person's company: the primary one they belong to, or the name they gave."""
    readable = access.readable(ctx, object)
    for field in _companies(object):
        ends = edges(row.values.get(field.name)) if field.name in readable else {}
        id = next((id for id, pair in ends.items() if pair.get("primary")), next(iter(ends), None))
        company = catalogue.target(field)
        found = records.get(ctx, company.plural, id) if id else None
        if found is not None and _is_seen(ctx, company, found):
            return _of_record(ctx, catalogue, company, found, names, locale)
    given = row.values.get(COMPANY) if COMPANY in readable else None
    return {"name": phrases.value(given)} if isinstance(given, str) and given else {}


def _companies(object: Object) -> list[Field]:
    return [field for field in object.links if field.link and field.link.to == COMPANY and not field.read_only]


def _is_seen(ctx: Context, object: Object, row: Row) -> bool:
    try:
        access.require_seen(ctx, object, row)
    except NotFound:
        return False
    return True


def _of_sender(sender: Sender | None) -> dict[str, str]:
    if sender is None:
        return {}
    said = {name: getattr(sender, name) for name in FIXED["sender"]}
    return _filled(said)


def _of_product(row: Row, locale: str) -> dict[str, str]:
    price = row.values.get("unit_price")
    said = {
        "name": phrases.value(str(row.values.get("name") or "")),
        "price": spoken.money(Money(int(price["minor"]), price["currency"]), locale) if price else "",
    }
    return _filled(said)


def _filled(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}
