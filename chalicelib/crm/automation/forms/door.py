"""A form as anybody opens and sends it: a ticket to send it once, and what becomes of what was sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from chalicelib.crm.automation.actions import assigning
from chalicelib.crm.automation.forms import sendings
from chalicelib.crm.automation.forms.forms import ADDRESS, FORM, LONGEST_TOLD
from chalicelib.engine import definitions, drafts, events, links, overlays, promises, records, search
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content, Definition
from chalicelib.engine.events import Occurrence
from chalicelib.engine.fields.contract import Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel import clock, ids
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import (
    Conflict,
    FieldError,
    InvalidInput,
    NotFound,
    Problem,
    TooManyRequests,
    Unavailable,
)
from chalicelib.observability import logger
from chalicelib.storage import directory, permits, writes
from chalicelib.storage import records as rows

TICKET: Final = "form_ticket"
LIVES: Final = timedelta(hours=24)
QUICKEST: Final = timedelta(seconds=2)
MOST_FROM_AN_ADDRESS: Final = 30
"""How often one network address may send one form in an hour."""

TRAP: Final = "website"
"""What no person sees and machines fill in."""

UTM: Final = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
CAMPAIGN: Final = "campaign"
_SEPARATOR: Final = "/"

Agreed = Callable[..., str]
"""What keeps that somebody agreed: ``(ctx, object, id, purpose, source, text, ip)``; the domain of consent has it."""

_keeping: list[Agreed] = []


def declare(agreed: Agreed) -> None:
    """Make known what keeps a consent; the composition root calls it once."""
    _keeping[:] = [agreed]


def show(ctx: Context, *, token: str) -> dict[str, Any]:
    """Return what a form asks, with a ticket to send it once.

    :raises NotFound: when the address opens no form, or one that is closed.
    """
    link = links.read(token, ADDRESS, now=ctx.now)
    with links.public_ctx(ctx, link) as inside:
        form = _open(inside, link.subject)
        content = form.content
        object = overlays.load(inside).of_plural(content["object"])
        firm, accent = directory.face(inside)
        ticket = _SEPARATOR.join((form.id, str(form.version), inside.ids.secret()[:22], clock.stamp(ctx.now)))
        return {
            "firm": firm,
            "accent": accent,
            "title": content["title"] or form.name,
            "language": content["language"],
            "fields": [_shown(object, one, content["language"]) for one in content["fields"]],
            "consent": content["consent"],
            "trap": TRAP,
            "ticket": links.sign(inside, TICKET, ticket, ctx.now + LIVES),
        }


def _shown(object: Object, asked: Mapping[str, Any], language: str) -> dict[str, Any]:
    field = object.fields[asked["field"]]
    offered = [one for one in field.options if not one.hidden]
    return {
        "name": field.name,
        "label": asked["label"] or field.label.text(language),
        "type": field.type,
        "required": asked["required"],
        "options": [{"value": one.value, "label": one.label.text(language)} for one in offered],
    }


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sent: ``values`` by field, whether they agreed, from where, and what the page's address said."""

    ticket: str
    values: Mapping[str, Any]
    agreed: bool
    address: str
    trap: str = ""
    told: Mapping[str, str] | None = None


def send(ctx: Context, *, token: str, sent: Sent) -> dict[str, Any]:
    """Take what somebody sent and return what they are thanked with; sent again with one ticket it is taken once.

    :raises NotFound: when the address or the ticket opens no form.
    :raises InvalidInput: naming what is missing or wrong.
    :raises TooManyRequests: when one network address sends too often.
    """
    link = links.read(token, ADDRESS, now=ctx.now)
    with links.public_ctx(ctx, link) as entered:
        form = _open(entered, link.subject)
        number, since = _ticket(entered, form, sent.ticket)
        inside = entered.because(f"Form: {form.name}"[:200], source="form")
        thanks = {"thanks": form.content["thanks"], "redirect": form.content["redirect"]}
        if sent.trap or ctx.now - clock.parse(since) < QUICKEST:
            return thanks
        object = overlays.load(inside).of_plural(form.content["object"])
        values = _values(inside, object, form.content, sent)
        _permit(inside, form.id, sent.address)
        occurrence = _take(inside, object, form, values, number, since, sent)
        _agree(inside, object, form, occurrence.record, sent)
        promises.keep(inside, occurrence)
        return thanks


def _agree(ctx: Context, object: Object, form: Definition, record: str, sent: Sent) -> None:
    """Keep what somebody agreed to; where it permits nothing, as of an address that refused, the form is sent still."""
    consent = form.content["consent"]
    if not (sent.agreed and consent and _keeping):
        return
    try:
        _keeping[0](
            ctx, object=object.plural, id=record, purpose=consent["purpose"], source=f"form:{form.id}",
            text=consent["text"], ip=sent.address, version=form.version,
        )  # fmt: skip
    except (Unavailable, TooManyRequests):
        raise
    except Problem as problem:
        logger.info("a consent was not kept", form=form.id, code=problem.code)


def _open(ctx: Context, id: str) -> Definition:
    form = definitions.get(ctx, FORM, id=id)
    if not form.content["is_open"]:
        raise links.gone()
    return form


def _ticket(ctx: Context, form: Definition, ticket: str) -> tuple[str, str]:
    """Return the number of a ticket of this form, and when it was given out."""
    said = links.read(ticket, TICKET, now=ctx.now)
    parts = said.subject.split(_SEPARATOR)
    if said.tenant != ctx.tenant or len(parts) != 4 or parts[0] != form.id:
        raise links.gone()
    return parts[2], parts[3]


def _values(ctx: Context, object: Object, content: Content, sent: Sent) -> dict[str, Any]:
    """Return what the record is made of, as a caller of the API would send it."""
    asked = {one["field"]: one for one in content["fields"]}
    errors = [
        FieldError(f"values.{str(name)[:60]}", "unknown_field", "The form does not ask for this.")
        for name in sent.values.keys() - asked.keys()
    ]
    values: dict[str, Any] = {}
    for name, one in asked.items():
        field, raw = object.fields[name], sent.values.get(name)
        if raw is None or raw == "" or raw == []:
            errors += [FieldError(f"values.{name}", "required", "Send a value.")] if one["required"] else []
            continue
        values[name] = [{"value": raw}] if field.type in ("email", "phone") else raw
        errors += _fault(ctx, field, values[name], f"values.{name}")
    if content["consent"] and content["consent"]["required"] and not sent.agreed:
        errors.append(FieldError("consent", "required", "This form needs your agreement."))
    if errors:
        raise InvalidInput("Some fields were refused.", errors=errors[:50])
    return {**content["values"], **_came(ctx, object, sent), **values, **_campaign(ctx, object, sent)}


def _came(ctx: Context, object: Object, sent: Sent) -> dict[str, str]:
    """Return what the page's address said of where somebody came from, as far as the record has fields for it."""
    told = {name: str((sent.told or {}).get(name, ""))[:LONGEST_TOLD].strip() for name in UTM if name in object.fields}
    return {name: said for name, said in told.items() if said and not _fault(ctx, object.fields[name], said, name)}


def _fault(ctx: Context, field: Field, raw: Any, at: str) -> list[FieldError]:
    try:
        drafts.read(ctx, field, raw)
    except Refusal as refusal:
        return [FieldError(at, refusal.code, refusal.message)]
    return []


def _campaign(ctx: Context, object: Object, sent: Sent) -> dict[str, str]:
    """Return the campaign that the page's address names, if it is one of the firm's and the record can say so."""
    named = (sent.told or {}).get("utm_campaign", "")
    field = object.fields.get(CAMPAIGN)
    if field is None or field.link is None or not ids.is_ulid(named):
        return {}
    plural = overlays.load(ctx).target(field).plural
    return {CAMPAIGN: named} if rows.get(ctx, plural, named) is not None else {}


def _permit(ctx: Context, form: str, address: str) -> None:
    hour = int(ctx.now.timestamp()) // 3600
    digest = sha256(f"{ctx.tenant}:{address}".encode()).hexdigest()[:20]
    if permits.grant_form(ctx, form, digest, hour=hour) > MOST_FROM_AN_ADDRESS:
        raise TooManyRequests("That is more than one may send in an hour. Wait a little.", retry_after=3600)


def _take(
    ctx: Context, object: Object, form: Definition, values: Mapping[str, Any], number: str, since: str, sent: Sent
) -> Occurrence:
    """Store the record, or find who is known already, and note on the timeline that the form was sent."""
    digest = sha256(f"{form.id}\n{number}".encode()).digest()
    fresh = ids.Ids(random_bytes=lambda length: digest[:length]).ulid(clock.parse(since))
    taken = rows.get(ctx, object.plural, fresh, include_deleted=True)
    if taken is not None:
        return _noted(ctx, form, _occurrence(ctx, object, form, fresh, number, taken.created_at, sent))
    known = _known(ctx, object, values)
    if known is not None:
        return _noted(ctx, form, _occurrence(ctx, object, form, known, number, since, sent))
    owner = _owner(ctx, object, form, fresh, number, values)
    planned = records.plan_create(ctx, plural=object.plural, values={**values, **owner}, id=fresh)
    occurrence = _occurrence(ctx, object, form, fresh, number, planned.row.created_at, sent)
    told = [*promises.noted(ctx, occurrence), sendings.noted(ctx, form.id, occurrence)]
    together = replace(planned, writes=[*planned.writes, *told])
    try:
        records.commit(ctx, [together], answer={})
    except Conflict:
        taken = rows.get(ctx, object.plural, fresh, include_deleted=True)
        if taken is None:
            raise
        return _occurrence(ctx, object, form, fresh, number, taken.created_at, sent)
    return occurrence


def _noted(ctx: Context, form: Definition, occurrence: Occurrence) -> Occurrence:
    writes.execute(ctx, [*promises.noted(ctx, occurrence), sendings.noted(ctx, form.id, occurrence)])
    return occurrence


def _occurrence(
    ctx: Context, object: Object, form: Definition, record: str, number: str, at: str, sent: Sent
) -> Occurrence:
    said = {name: str(value)[:LONGEST_TOLD] for name, value in (sent.told or {}).items() if value}
    return Occurrence(
        id=events.identity("form", form.id, number),
        name="FormSent",
        tenant=ctx.tenant,
        object=object.name,
        plural=object.plural,
        record=record,
        at=at,
        data={"form": form.id, "version": form.version, "title": form.name, "agreed": sent.agreed, **said},
    )


def _known(ctx: Context, object: Object, values: Mapping[str, Any]) -> str | None:
    """Return the record of the object that holds the mail address that was sent, if there is one."""
    for field in object.fields.values():
        for entry in values.get(field.name, ()) if field.type == "email" else ():
            found = search.find_by(ctx, plural=object.plural, field=field.name, value=[entry])
            alive = rows.get_many(ctx, object.plural, found)
            if alive:
                return min(alive)
    return None


def _owner(
    ctx: Context, object: Object, form: Definition, record: str, number: str, values: Mapping[str, Any]
) -> dict[str, str]:
    rule = form.content["assignment"]
    if rule is None:
        return {}
    now = clock.stamp(ctx.now)
    row = rows.Row(record, object.plural, 1, drafts.parsed(ctx, object, values), now, "form", now, "form")
    try:
        person = assigning.draw(ctx, rule=rule, key=number, object=object, row=row)
    except NotFound:
        return {}
    return {"owner": person} if person else {}
