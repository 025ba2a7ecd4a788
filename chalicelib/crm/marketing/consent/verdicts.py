"""Whether a person may be written to, now, for a purpose, on a channel; and if not, why.

Everything is read consistently, after the sender has claimed its mail: the person's record, their other records, what
stands about each, the address, the exclusion lists, the firm's decisions. The gravest reason is told first, so that
what people read on the record is what would have to change.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from chalicelib.crm.marketing.consent import addresses, exclusions, hours, people, settings, standing
from chalicelib.crm.marketing.consent.people import Person
from chalicelib.crm.marketing.consent.purposes import EMAIL, SERVICE
from chalicelib.crm.marketing.consent.settings import Cap, Settings
from chalicelib.engine import definitions, reach
from chalicelib.engine.definitions import Definition
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.settings import current
from chalicelib.storage import consents as store
from chalicelib.storage.consents import Found

CAPPED: Final = "capped"
QUIET: Final = "quiet_hours"
UNREACHABLE: Final = "unreachable"
REASONS: Final = (
    *("no_address", UNREACHABLE, "no_consent", "pending", "unsubscribed", "objected", "bounced", "complained"),
    *("excluded", CAPPED, QUIET, "blocked", "erased", "deleted"),
)
PASSING: Final = frozenset({CAPPED, QUIET})
"""Reasons that go by themselves; ``not_before`` says when."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reason`` is None when it is allowed; ``not_before`` is when a reason that goes by itself has gone."""

    allowed: bool
    reason: str | None
    basis: str | None = None
    address: str | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the firm has decided, read once for however many verdicts of one moment."""

    settings: Settings
    lists: Sequence[Definition]


@dataclass(frozen=True, slots=True)
class Look:
    """A verdict, and what was read for it: of whom, what is known of them, and what the firm has decided."""

    verdict: Verdict
    person: Person | None
    found: Found
    around: Circumstances


def circumstances(ctx: Context) -> Circumstances:
    """Return what the firm has decided, as it stands now."""
    return Circumstances(settings.read(ctx), definitions.all(ctx.as_house(), exclusions.EXCLUSION))


def verdict(
    ctx: Context,
    person: Person | None,
    *,
    purpose: str,
    channel: str,
    named: Collection[str],
    around: Circumstances,
    mid: str | None = None,
) -> Verdict:
    """Return whether a person may be written to; ``named`` are the exclusion lists of the campaign.

    The message ``mid`` itself counts nothing against the cap.
    """
    return _looked(ctx, person, purpose=purpose, channel=channel, named=named, around=around, mid=mid).verdict


def several(
    ctx: Context,
    persons: Sequence[Person],
    *,
    purpose: str,
    channel: str,
    named: Collection[str],
    around: Circumstances,
    mid: str | None = None,
) -> list[Verdict]:
    """Return of each of some people whether they may be written to, by one consistent read for a hundred rows."""
    return _judged_all(ctx, persons, purpose=purpose, channel=channel, named=named, around=around, mid=mid)[0]


def _looked(ctx: Context, person: Person | None, *, around: Circumstances, **asked: Any) -> Look:
    told, found = _judged_all(ctx, [person] if person else [], around=around, **asked)
    return Look(told[0] if told else Verdict(False, "erased"), person, found, around)


def _judged_all(
    ctx: Context,
    persons: Sequence[Person],
    *,
    purpose: str,
    channel: str,
    named: Collection[str],
    around: Circumstances,
    mid: str | None,
) -> tuple[list[Verdict], Found]:
    reached = {person.row.id: person.address(channel) for person in persons}
    digests = {id: addresses.digest_of(ctx, address) for id, address in reached.items() if address}
    lists = [each for each in around.lists if each.id in named or each.content.get("always")]
    every = [*dict.fromkeys(digests.values())]
    found = store.find(
        ctx,
        [id for person in persons if person.row.id in digests for id in person.ids],
        places=[(channel, purpose)],
        digests=every,
        lists={each.id: every for each in lists} if purpose != SERVICE else {},
    )
    told = []
    for person in persons:
        address = reached[person.row.id]
        if person.row.deleted_at is not None:
            told.append(Verdict(False, "deleted", address=address))
        elif address is None:
            told.append(Verdict(False, "no_address"))
        elif channel == EMAIL and addresses.is_reserved(address) and not current().reserved_names:
            told.append(Verdict(False, UNREACHABLE, address=address))
        else:
            own = found.of(person.ids, digests[person.row.id])
            told.append(_judged(ctx, person, own, digests[person.row.id], address, purpose, lists, around, mid))
    return told, found


def _judged(
    ctx: Context,
    person: Person,
    found: Found,
    digest: str,
    address: str,
    purpose: str,
    lists: Sequence[Definition],
    around: Circumstances,
    mid: str | None,
) -> Verdict:
    suppression = found.suppressed.get(digest, {})
    said = _as_taken(standing.combined(found.standings, suppression), around.settings)
    reason = _lasting(purpose, suppression, said, found, lists)
    basis = SERVICE if purpose == SERVICE else said.basis
    if reason is not None or purpose == SERVICE:
        return Verdict(reason is None, reason, basis, address)
    return _passing(ctx, person, found, basis, address, around.settings, mid)


def read(
    ctx: Context, *, object: str, id: str, purpose: str, channel: str, named: Collection[str], mid: str | None = None
) -> Verdict:
    """Return whether a person may be written to, reading all of it now."""
    return look(ctx, object=object, id=id, purpose=purpose, channel=channel, named=named, mid=mid).verdict


def look(
    ctx: Context, *, object: str, id: str, purpose: str, channel: str, named: Collection[str], mid: str | None = None
) -> Look:
    """Return whether a person may be written to, reading all of it now, with what it rests on."""
    around, person = circumstances(ctx), people.find(ctx, object, id)
    return _looked(ctx, person, purpose=purpose, channel=channel, named=named, around=around, mid=mid)


def written_within(found: Found, cap: Cap, *, now: datetime) -> dict[str, str]:
    """Return which messages went to a person's records within the cap's window, each with its stamp."""
    since = clock.stamp(now - cap.within)
    all: Mapping[str, str] = {mid: at for row in found.written.values() for mid, at in row["mails"].items()}
    return {mid: at for mid, at in all.items() if at > since}


def free_again(mails: Mapping[str, str], cap: Cap) -> datetime:
    """Return the instant at which the cap lets one more message through."""
    oldest_first = sorted(mails.values())
    return clock.parse(oldest_first[len(oldest_first) - cap.most]) + cap.within


def _lasting(
    purpose: str, suppression: Mapping[str, Any], said: standing.Said, found: Found, lists: Sequence[Definition]
) -> str | None:
    """Return the reason against writing that stays until somebody changes it."""
    reason = addresses.reason_in(suppression)
    if purpose == SERVICE:
        return None if reason == addresses.COMPLAINED else reason
    if reason is not None:
        return reason
    stopping = (each for each in lists if each.id in found.excluded and not _yields(each, said))
    if said.state == standing.WITHDRAWN:
        return said.reason
    return "excluded" if next(stopping, None) is not None else said.reason


def _as_taken(said: standing.Said, decided: Settings) -> standing.Said:
    """Return what a person said as the firm takes it: one that asks its customers too takes silence for nothing."""
    return standing.NOTHING if said.state == standing.SOFT and not decided.soft_opt_in else said


def _yields(list: Definition, said: standing.Said) -> bool:
    return bool(list.content.get("unless_consented")) and said.state == standing.GRANTED


def _passing(
    ctx: Context,
    person: Person,
    found: Found,
    basis: str | None,
    address: str,
    decided: Settings,
    mid: str | None,
) -> Verdict:
    if decided.cap is not None:
        mails = written_within(found, decided.cap, now=ctx.now)
        mails.pop(mid or "", None)
        if len(mails) >= decided.cap.most:
            return Verdict(False, CAPPED, basis, address, free_again(mails, decided.cap))
    over = hours.until(decided.quiet, now=ctx.now, zone=reach.zone(ctx, person.row))
    return Verdict(False, QUIET, basis, address, over) if over else Verdict(True, None, basis, address)
