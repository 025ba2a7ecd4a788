"""Turning a lead into what it has become, and back.

A conversion is one transaction: the firm, the person, perhaps a deal, and the lead that remembers them. What it made
is kept in the lead as its lineage, each with its version, so that undoing it can tell what was worked on since.
"""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import access, overlays, people, presenting, records
from chalicelib.engine import idempotency as answers
from chalicelib.engine.drafts import whole
from chalicelib.engine.fields.date_time import spelled
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.records import Plan
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

CARRIED = ("emails", "phones", "job_title", "language", "time_zone", "source", "description", "original_created_at")
PARTS = ("company", "contact", "deal")
PLURALS = {"company": "companies", "contact": "contacts", "deal": "deals"}


def convert_lead(
    ctx: Context,
    *,
    lead_id: str,
    company: Mapping[str, Any] | None = None,
    contact: Mapping[str, Any] | None = None,
    deal: Mapping[str, Any] | None = None,
    idempotency: Idempotency | None = None,
) -> dict[str, Any]:
    """Turn a lead into a company, a contact and perhaps a deal, and return them with the lead.

    Each part is ``{"id"}`` of a record that is there, values of a new one, or None: the company and the contact are
    then made from what the lead says, and no deal. Converting a converted lead again returns what it became.

    :raises InvalidInput: when a part is refused; ``errors`` say which field of which part.
    """
    if idempotency and (answered := answers.replay(ctx, idempotency)) is not None:
        return answered
    lead = _lead(ctx, lead_id)
    if lead.values.get("converted_at"):
        return _as_it_became(ctx, lead)
    made: dict[str, Plan] = {}
    owner = _responsible(ctx, lead)
    firm = _part(ctx, made, "company", _company(lead, owner, company))
    person = _part(ctx, made, "contact", _contact(lead, owner, contact, firm))
    chance = _part(ctx, made, "deal", _deal(lead, owner, deal, firm, person))
    parts = {"company": firm, "contact": person, "deal": chance}
    plans = [*made.values(), _converted(ctx, lead, parts, made)]
    return records.commit(ctx, plans, answer=_answer(ctx, plans[-1], parts, made), idempotency=idempotency)


def unconvert_lead(ctx: Context, *, lead_id: str) -> dict[str, Any]:
    """Undo a conversion: what it made is deleted, the lead is as it was; return all of them.

    :raises Conflict: ``edited_since`` when something it made was worked on; ``records`` names it.
    """
    lead = _lead(ctx, lead_id)
    if not lead.values.get("converted_at"):
        raise Conflict("This lead is not converted.", code="not_converted")
    lineage = [line for line in whole(lead).get("conversion", ()) if line.get("created")]
    found = rows.get_mixed(ctx, [(line["plural"], line["id"]) for line in lineage], consistent=True)
    edited = [line for line in lineage if _is_edited(line, found.get((line["plural"], line["id"])))]
    if edited:
        named = [{"plural": line["plural"], "id": line["id"]} for line in edited]
        raise Conflict("Some records were edited since the conversion.", code="edited_since", extra={"records": named})
    still = [line for line in lineage if (line["plural"], line["id"]) in found]
    ends = [
        records.plan_delete(ctx, plural=line["plural"], id=line["id"], expected_version=int(line["version"]))
        for line in reversed(still)
    ]
    back = records.plan_update(
        ctx, plural="leads", id=lead.id, changes={"status": _status_before(lead)}, settled=dict.fromkeys(_LINEAGE)
    )
    return records.commit(ctx, [*ends, back], answer={"lead": _shown(ctx, back), **dict.fromkeys(PARTS)})


_LINEAGE = ("converted_company", "converted_contact", "converted_deal", "converted_at", "conversion")


def _lead(ctx: Context, lead_id: str) -> Row:
    lead = rows.get(ctx, "leads", lead_id, body=True)
    if lead is None:
        raise NotFound("There is no such record.")
    access.require(ctx, overlays.load(ctx).of_plural("leads"), "update", lead)
    return lead


def _company(lead: Row, owner: Mapping[str, Any], given: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Return the company that was asked for, or the one whose name the lead mentions."""
    if given is not None:
        return given
    name = lead.values.get("company_name")
    return {"name": name, **owner} if name else None


def _contact(
    lead: Row, owner: Mapping[str, Any], given: Mapping[str, Any] | None, company: str | None
) -> Mapping[str, Any]:
    """Return the contact that was asked for: somebody known, or the lead's own person at the company."""
    if given and set(given) == {"id"}:
        return given
    known = whole(lead)
    person = {name: _sent(known[name]) for name in ("first_name", "last_name", *CARRIED) if name in known}
    employer = {"companies": [{"id": company}]} if company else {}
    return {**person, **employer, **owner, **(given or {})}


def _deal(
    lead: Row, owner: Mapping[str, Any], given: Mapping[str, Any] | None, company: str | None, contact: str | None
) -> Mapping[str, Any] | None:
    """Return the deal that was asked for, about the company and with the contact."""
    if given is None or set(given) == {"id"}:
        return given
    source = {"source": lead.values["source"]} if "source" in lead.values else {}
    about = {"company": company, "contacts": [contact] if contact else None}
    return {
        "name": lead.values.get("company_name") or lead.values["name"],
        **source,
        **about,
        **owner,
        **given,
    }


def _responsible(ctx: Context, lead: Row) -> dict[str, Any]:
    """Return the lead's owner as that of what it becomes; whoever converts it takes the place of one who has left."""
    owner = people.find(ctx, lead.owner) if lead.owner != ctx.actor.id else None
    return {"owner": owner.id} if owner and owner.is_active else {}


def _sent(stored: Any) -> Any:
    """Return a stored value as a caller would send it: addresses without what is only shown."""
    if not isinstance(stored, list):
        return stored
    return [{name: value for name, value in each.items() if name != "extension"} for each in stored]


def _part(ctx: Context, made: dict[str, Plan], name: str, wanted: Mapping[str, Any] | None) -> str | None:
    """Return the id of one part of the conversion, planning the record when it is new."""
    if wanted is None:
        return None
    if set(wanted) == {"id"}:
        return str(wanted["id"])
    try:
        made[name] = records.plan_create(ctx, plural=PLURALS[name], values=wanted, beside=list(made.values()))
    except InvalidInput as problem:
        problem.errors = tuple(
            type(error)(f"{name}.{error.field}", error.code, error.message) for error in problem.errors
        )
        raise
    return made[name].row.id


def _converted(ctx: Context, lead: Row, parts: Mapping[str, str | None], made: Mapping[str, Plan]) -> Plan:
    lineage = [
        {"plural": PLURALS[name], "id": id, "version": 1, "created": name in made, "status": lead.values["status"]}
        for name, id in parts.items()
        if id
    ]
    return records.plan_update(
        ctx,
        plural="leads",
        id=lead.id,
        changes={"status": "converted"},
        expected_version=lead.version,
        settled={
            **{f"converted_{name}": id for name, id in parts.items()},
            "converted_at": spelled(ctx.now),
            "conversion": lineage,
        },
        beside=list(made.values()),
    )


def _status_before(lead: Row) -> str:
    return next((str(line["status"]) for line in whole(lead).get("conversion", ())), "new")


def _is_edited(line: Mapping[str, Any], row: Row | None) -> bool:
    return row is not None and row.version != line["version"]


def _answer(ctx: Context, lead: Plan, parts: Mapping[str, str | None], made: Mapping[str, Plan]) -> dict[str, Any]:
    known = [(PLURALS[name], id) for name, id in parts.items() if id and name not in made]
    found = rows.get_mixed(ctx, known)
    shown = {
        name: _shown(ctx, made[name]) if name in made else _shown_row(ctx, found.get((PLURALS[name], id or "")))
        for name, id in parts.items()
    }
    return {"lead": _shown(ctx, lead), **shown}


def _as_it_became(ctx: Context, lead: Row) -> dict[str, Any]:
    ends = {name: lead.values.get(f"converted_{name}") for name in PARTS}
    found = rows.get_mixed(ctx, [(PLURALS[name], id) for name, id in ends.items() if id], consistent=True)
    parts = {name: _shown_row(ctx, found.get((PLURALS[name], id or ""))) for name, id in ends.items()}
    return {"lead": _shown_row(ctx, lead), **parts}


def _shown(ctx: Context, plan: Plan) -> dict[str, Any]:
    return presenting.one(ctx, plan.catalogue, plan.object, plan.row, known=plan.linked)


def _shown_row(ctx: Context, row: Row | None) -> dict[str, Any] | None:
    return records.present(ctx, overlays.load(ctx).of_plural(row.object), row) if row else None
