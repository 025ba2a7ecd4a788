"""What a record's page says of consent: whether its person may be written to, what they permitted, and the ledger.

What somebody does about it from there is a decision like any other: it needs the right to change the record.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from chalicelib.crm.marketing.consent import asking, deciding, evidence, people, purposes, settings, standing, verdicts
from chalicelib.crm.marketing.consent.evidence import Evidence
from chalicelib.crm.marketing.consent.people import Person
from chalicelib.crm.marketing.consent.purposes import EMAIL, SERVICE
from chalicelib.engine import access, cursors, lookup, overlays
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields.contract import Refusal, plain_text
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import consents as store
from chalicelib.storage.records import Row

GIVE: Final = "give"
ASK: Final = "ask"
WITHDRAW: Final = "withdraw"
DECISIONS: Final = (GIVE, ASK, WITHDRAW)
LONGEST_SOURCE: Final = 200


def read(ctx: Context, *, plural: str, id: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return what holds for a record's person, purpose by purpose, and one page of their ledger, newest first.

    :raises NotFound: when there is no such record, or its object holds nobody to write to.
    """
    object, row = seen(ctx, plural, id)
    person = people.of(ctx, overlays.load(ctx), object, row)
    query = {"consents": id}
    entries, place = _ledger(ctx, person.ids, limit=limit, start=cursors.opened(ctx, query, cursor))
    return {
        "standing": _standing(ctx, person),
        "items": [_told(ctx, object, entry) for entry in entries],
        "next_cursor": cursors.sealed(ctx, query, place),
    }


def decide(ctx: Context, *, plural: str, id: str, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Note what a person has decided, or ask them by mail, and return what holds then.

    :raises InvalidInput: naming what is missing for a permission.
    :raises WithdrawnSince: when the person refused after what a permission rests on.
    :raises Forbidden: when the caller may not change the record.
    """
    _, row = seen(ctx, plural, id, changing=True)
    purpose = purposes.get(ctx, wanted.get("purpose", purposes.MARKETING)).key
    channel, decision = wanted.get("channel", EMAIL), wanted["decision"]
    source = _text(wanted.get("source", ""), "source", LONGEST_SOURCE)
    if decision == WITHDRAW:
        how = deciding.withdrawing(ctx, how=wanted.get("reason", standing.OBJECTED), source=source or "staff")
        deciding.decide(ctx, object=plural, id=row.id, channel=channel, purpose=purpose, how=how)
    elif decision == ASK:
        if channel != EMAIL:
            raise InvalidInput.of("channel", "not_by_mail", "Only a mail address can be asked by mail.")
        asked = _stated(ctx, wanted, channel, source or "staff", basis=evidence.CONSENT)
        asking.ask(ctx, object=plural, id=row.id, purpose=purpose, asked=asked)
    else:
        given = _stated(ctx, wanted, channel, source, basis=wanted.get("basis", ""))
        if given.basis == evidence.SOFT and not settings.read(ctx).soft_opt_in:
            raise InvalidInput.of("basis", "not_taken", "Your firm asks its customers too.")
        deciding.decide(ctx, object=plural, id=row.id, channel=channel, purpose=purpose, how=deciding.giving(given))
    return read(ctx, plural=plural, id=id, limit=1, cursor=None)


def seen(ctx: Context, plural: str, id: str, *, changing: bool = False) -> tuple[Object, Row]:
    """Return a record of somebody to write to, and its object.

    :raises NotFound: when there is no such record, or its object holds nobody to write to.
    :raises Forbidden: when the caller may not change it and wants to.
    """
    object, row = lookup.seen(ctx, plural, id, action="update" if changing else "read")
    if not object.features.reachable:
        raise NotFound("There is nobody to write to here.")
    return object, row


def _stated(ctx: Context, wanted: Mapping[str, Any], channel: str, source: str, *, basis: str) -> Evidence:
    purpose = purposes.get(ctx, wanted.get("purpose", purposes.MARKETING))
    text = _text(wanted.get("text", ""), "text", evidence.LONGEST_TEXT) or purpose.text.text(ctx.locale)
    return evidence.stated(
        ctx,
        channel=channel,
        basis=basis,
        source=source,
        at=wanted.get("at"),
        text=text,
        version=None if wanted.get("text") else purpose.version,
        proof=_text(wanted.get("proof", ""), "proof", LONGEST_SOURCE),
        facts=wanted.get("facts"),
    )


def _text(raw: str, name: str, longest: int) -> str:
    try:
        return plain_text(raw, max_length=longest, lines=name == "text") if raw else ""
    except Refusal as refusal:
        raise InvalidInput.of(name, refusal.code, refusal.message) from None


def _standing(ctx: Context, person: Person) -> list[dict[str, Any]]:
    """Return each purpose by mail with what holds and the verdict, and what else was ever decided."""
    around = verdicts.circumstances(ctx)
    by_mail = [_one(ctx, person, purpose, EMAIL, around) for purpose in purposes.all(ctx)]
    other = {
        (each.channel, each.purpose) for id in person.ids for each in store.standings(ctx, id) if each.channel != EMAIL
    }
    known = {purpose.key: purpose for purpose in purposes.all(ctx)} if other else {}
    also = [_one(ctx, person, known[key], channel, around) for channel, key in sorted(other) if key in known]
    return [*by_mail, *also]


def _one(
    ctx: Context, person: Person, purpose: purposes.Purpose, channel: str, around: verdicts.Circumstances
) -> dict[str, Any]:
    said = deciding.around(ctx, person, channel=channel, purpose=purpose.key).said
    told = verdicts.verdict(ctx, person, purpose=purpose.key, channel=channel, named=(), around=around)
    return {
        "purpose": purpose.key,
        "label": purpose.label.both(),
        "channel": channel,
        "state": standing.GRANTED if purpose.key == SERVICE else said.state,
        "basis": told.basis,
        "at": said.at,
        "allowed": told.allowed,
        "reason": told.reason,
        "not_before": clock.stamp(told.not_before) if told.not_before else None,
    }


def _ledger(
    ctx: Context, records: Sequence[str], *, limit: int, start: str | None
) -> tuple[list[dict[str, Any]], str | None]:
    """Return one page of the ledgers of a person's records as of one, as far back as all of them have been read."""
    pages = [store.ledger(ctx, record, limit=limit, start=start) for record in records]
    reached = max((place for _, place in pages if place is not None), default="")
    placed = sorted(
        ((f"ledger#{entry['at']}#{entry['id']}", entry) for found, _ in pages for entry in found),
        key=lambda each: each[0],
        reverse=True,
    )
    known = [each for each in placed if each[0] >= reached]
    if len(known) > limit:
        return [entry for _, entry in known[:limit]], known[limit - 1][0]
    return [entry for _, entry in known], reached or None


_SHOWN: Final = (
    *("id", "record", "decision", "state", "basis", "purpose", "channel", "at", "actor", "source", "given_at"),
    *("text", "text_hash", "text_version", "ip", "proof", "mid"),
)


def _told(ctx: Context, object: Object, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry; where it came from, and by which address on the net, only to who may change the record."""
    may_see_all = access.can(ctx, object, "update")
    hidden = frozenset() if may_see_all else frozenset({"ip", "proof"})
    return {name: entry.get(name) if name not in hidden else None for name in _SHOWN} | {
        "facts": sorted(entry.get("facts", {}))
    }
