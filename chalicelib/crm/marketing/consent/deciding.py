"""A decision about one person, purpose and channel: stored whole, or not at all, and told.

One transaction replaces what stands, adds the entry to the ledger and to the timeline, and keeps what the record tells
of it; a withdrawal also holds for every other record of the person and for their addresses. Each part is conditional on
what was read, so that of two decisions at once the later one has seen the first: a permission never overwrites a
refusal that it did not know. The bus hears last; that it will is part of the transaction.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from chalicelib.crm.marketing.consent import addresses, evidence, people, standing
from chalicelib.crm.marketing.consent.evidence import Evidence
from chalicelib.crm.marketing.consent.people import Person
from chalicelib.crm.marketing.consent.purposes import EMAIL, MARKETING, SERVICE
from chalicelib.engine import events, promises, reach
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.events import Occurrence
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound, Unavailable
from chalicelib.observability import logger
from chalicelib.storage import consents as store
from chalicelib.storage import records, timeline, writes
from chalicelib.storage.consents import Found, Standing
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

GIVEN: Final = "given"
WITHDRAWN: Final = "withdrawn"
ASKED: Final = "asked"
_NAMES: Final = {GIVEN: "ConsentGiven", WITHDRAWN: "ConsentWithdrawn"}
_ASKED_KIND: Final = "consent_asked"
_PATIENCE: Final = 12


class WithdrawnSince(Conflict):
    """The person refused after what this permission rests on; only they can permit it again."""

    code = "withdrawn_since"


@dataclass(frozen=True, slots=True)
class Place:
    """What a decision is about."""

    person: Person
    channel: str
    purpose: str
    found: Found
    suppression: Mapping[str, Any]

    @property
    def said(self) -> standing.Said:
        """What holds so far."""
        return standing.combined(self.found.standings, self.suppression)

    @property
    def own(self) -> Standing:
        """What stands about the living record itself."""
        return next(each for each in self.found.standings if each.record == self.person.row.id)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided: its ``kind``, what is to stand and where, what the ledger remembers, what is written beside."""

    kind: str
    state: str
    basis: str
    at: str
    facts: Mapping[str, Any]
    told: Mapping[str, Any]
    everywhere: bool = False
    beside: Sequence[Write] = ()


Decide = Callable[[Place], Decision | None]
"""Return what is to be, or None when it is so already."""


def decide(ctx: Context, *, object: str, id: str, channel: str, purpose: str, how: Decide) -> Place:
    """Let a decision stand and return what it was about, as it was read before.

    :raises NotFound: when there is no such person.
    :raises InvalidInput: when this purpose needs no permission.
    :raises Unavailable: when others keep deciding about the same person.
    """
    if purpose == SERVICE:
        raise InvalidInput.of("purpose", "needs_none", "Service messages ask for no permission.")
    entry, at = ctx.new_id(), clock.stamp(ctx.now)
    for _ in range(_PATIENCE):
        place = look(ctx, object=object, id=id, channel=channel, purpose=purpose)
        decision = how(place)
        if decision is None:
            return place
        facts = {**decision.facts, "state": decision.state, "basis": decision.basis, "at": decision.at}
        facts |= {"decision": decision.kind, "entry": entry, "decided_at": at, "mid": decision.told.get("mid", "")}
        try:
            writes.execute(ctx, list(_writes(ctx, place, decision, facts)))
        except writes.Refused:
            continue  # somebody decided something, or the record changed, just now: look again
        logger.info("consent decided", state=decision.state, purpose=purpose, channel=channel, record=place.own.record)
        _tell(ctx, place, facts)
        return place
    raise Unavailable("Others keep deciding about the same person; repeat the request.")


def look(ctx: Context, *, object: str, id: str, channel: str, purpose: str) -> Place:
    """Return what holds so far, read consistently.

    :raises NotFound: when there is no such person.
    """
    person = people.find(ctx, object, id)
    if person is None:
        raise NotFound("There is no such record.")
    return around(ctx, person, channel=channel, purpose=purpose)


def around(ctx: Context, person: Person, *, channel: str, purpose: str) -> Place:
    """Return what holds so far about a person who was just read."""
    address = person.address(channel)
    digests = [addresses.digest_of(ctx, address)] if address else []
    found = store.find(ctx, person.ids, places=[(channel, purpose)], digests=digests)
    return Place(person, channel, purpose, found, found.suppressed.get(digests[0], {}) if digests else {})


def riding(ctx: Context, place: Place, how: Decide) -> Sequence[Write]:
    """Return the writes of a decision that is stored with its record; the record itself tells of it a little later.

    So does the bus, unless whatever writes the record wants nobody to hear of it, as most imports do.
    """
    decision = how(place)
    if decision is None:
        return []
    facts = {**decision.facts, "state": decision.state, "basis": decision.basis, "at": decision.at}
    facts |= {"decision": decision.kind, "entry": ctx.new_id(), "decided_at": clock.stamp(ctx.now), "mid": ""}
    occurrence = None if ctx.quiet else _occurrence(ctx, place, facts)
    promise = [promises.made(ctx, occurrence)] if occurrence else []
    return [*_standing(ctx, place, decision, facts), *decision.beside, *promise]


def tell(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> str:
    """Return what a record tells of marketing by mail."""
    return around(ctx, people.of(ctx, catalogue, object, row), channel=EMAIL, purpose=MARKETING).said.state


def giving(given: Evidence, *, facts: Mapping[str, Any] | None = None) -> Decide:
    """Return how a permission is decided on.

    It raises ``WithdrawnSince`` when the person refused after it was given.
    """
    state = standing.SOFT if given.basis == evidence.SOFT else standing.GRANTED

    def how(place: Place) -> Decision | None:
        said = place.said
        if said.state == state and (said.basis, said.at) == (given.basis, given.at):
            return None
        if said.state == standing.GRANTED and state == standing.SOFT:
            return None  # an express consent says more
        refused_at = standing.last_refusal(place.found.standings, place.suppression)
        if refused_at is not None and (state == standing.SOFT or given.at <= refused_at):
            raise WithdrawnSince("This person refused since; ask them again.")
        over = standing.over(place.found.standings, place.person.row.id)
        return Decision(GIVEN, state, given.basis, given.at, {**(facts or {}), "over": over}, given.told())

    return how


def withdrawing(ctx: Context, *, how: str, source: str, mid: str = "", ip: str = "") -> Decide:
    """Return how a refusal is decided on: it always may, whoever tells it and whatever held."""
    now = clock.stamp(ctx.now)

    def decided(place: Place) -> Decision | None:
        if all(each.facts.get("state") == standing.WITHDRAWN for each in place.found.standings):
            return None
        several = place.person.addresses(place.channel)
        beside = [addresses.withdrawing(ctx, each, channel=place.channel, purpose=place.purpose) for each in several]
        known = {"source": source, "mid": mid, "ip": ip}
        told = {name: value for name, value in known.items() if value}
        return Decision(WITHDRAWN, standing.WITHDRAWN, how, now, {}, told, everywhere=True, beside=beside)

    return decided


def _writes(ctx: Context, place: Place, decision: Decision, facts: Mapping[str, Any]) -> Sequence[Write]:
    stand = {each.record: replace(each, version=each.version + 1, facts=facts) for each in _changed(place, decision)}
    after = standing.combined([stand.get(each.record, each) for each in place.found.standings], place.suppression)
    occurrence = _occurrence(ctx, place, facts)
    promise = [promises.made(ctx, occurrence)] if occurrence else []
    return [*_standing(ctx, place, decision, facts), *_derived(ctx, place, after.state), *decision.beside, *promise]


def _standing(ctx: Context, place: Place, decision: Decision, facts: Mapping[str, Any]) -> Sequence[Write]:
    """Return the writes that replace what stands, and tell of it in the ledger and on the timeline."""
    record, at = place.person.row.id, facts["decided_at"]
    entry = {
        **decision.told,
        "decision": decision.kind,
        "state": decision.state,
        "basis": decision.basis,
        "purpose": place.purpose,
        "channel": place.channel,
        "at": at,
        "actor": ctx.actor.id,
    }
    stands = [store.stand(ctx, each, facts) for each in _changed(place, decision)]
    return [*stands, store.enter(ctx, record, at=at, id=facts["entry"], facts=entry), _noted(ctx, place, facts)]


def _changed(place: Place, decision: Decision) -> Sequence[Standing]:
    return [each for each in place.found.standings if decision.everywhere or each.record == place.person.row.id]


def _derived(ctx: Context, place: Place, state: str) -> Sequence[Write]:
    """Return the writes by which the person's records tell what holds now of marketing by mail."""
    if (place.channel, place.purpose) != (EMAIL, MARKETING):
        return []
    others = records.get_mixed(ctx, place.person.kin, consistent=True) if place.person.kin else {}
    living = [row for row in (place.person.row, *others.values()) if row.deleted_at is None]
    return [
        records.set_derived(ctx, row, {reach.CONSENT: state})
        for row in living
        if row.derived.get(reach.CONSENT) != state
    ]


def _noted(ctx: Context, place: Place, facts: Mapping[str, Any]) -> Write:
    occurrence = _occurrence(ctx, place, facts)
    if occurrence is not None:
        return events.noted(ctx, occurrence)
    entry = timeline.Entry(facts["entry"], _ASKED_KIND, ctx.actor.id, facts["decided_at"], data=_data(place, facts))
    return timeline.append(ctx, place.person.row.id, entry)


def _tell(ctx: Context, place: Place, facts: Mapping[str, Any]) -> None:
    occurrence = _occurrence(ctx, place, facts)
    if occurrence is not None:
        promises.keep(ctx, occurrence)


def _occurrence(ctx: Context, place: Place, facts: Mapping[str, Any]) -> Occurrence | None:
    name = _NAMES.get(facts.get("decision", ""))
    if name is None:
        return None
    return Occurrence(
        id=events.identity("consent", facts["entry"]),
        name=name,
        tenant=ctx.tenant,
        object=place.person.object.name,
        plural=place.person.object.plural,
        record=place.person.row.id,
        at=facts["decided_at"],
        data=_data(place, facts),
    )


def _data(place: Place, facts: Mapping[str, Any]) -> dict[str, Any]:
    mid = {"mid": facts["mid"]} if facts.get("mid") else {}
    return {"purpose": place.purpose, "channel": place.channel, "basis": facts["basis"], **mid}
