"""Making one part of the sample firm, and taking it away again: a record, or whatever else a firm has a past of.

Everything goes through the domain that it belongs to, in a context whose present is the moment that the sample claims
to be from, and whose ids follow from the sample: what is made a second time is found to be there.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.crm.marketing.consent import addresses
from chalicelib.crm.marketing.mail.templates import TEMPLATE
from chalicelib.engine import overlays, records
from chalicelib.engine.cards.rules import RULE
from chalicelib.engine.segments.definition import SEGMENT
from chalicelib.kernel import errors
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.ids import Ids, TenantId
from chalicelib.samples import lived
from chalicelib.samples.plan import Ref, Sample

REASON: Final = "sample_data"


@dataclass(frozen=True, slots=True)
class Round:
    """One loading of the sample firm: the ids of all samples by key, and the users among whom they are shared out."""

    number: int
    ids: Mapping[str, str]
    users: Sequence[str]


@dataclass(frozen=True, slots=True)
class Part:
    """How one kind of thing is made, given a context of its moment, and taken away; both may be repeated."""

    make: Callable[[Context, Sample, str, Mapping[str, Any]], None]
    take_away: Callable[[Context, Sample, str], None]


def make(ctx: Context, sample: Sample, round: Round) -> None:
    """Make what a sample says, as its owner and at its moment."""
    acting = at(ctx, sample, sample.at, round)
    part_of(sample).make(acting, sample, round.ids[sample.key], resolved(sample.values, round.ids))
    for version, later in enumerate(sample.steps, start=1):
        changes, id = resolved(later.changes, round.ids), round.ids[sample.key]
        with suppress(errors.VersionMismatch):
            records.update(
                replace(acting, now=later.at), plural=sample.plural, id=id, changes=changes, expected_version=version
            )


def take_away(ctx: Context, sample: Sample, round: Round) -> None:
    """Take away what a sample made, whoever changed it since."""
    part_of(sample).take_away(ctx, sample, round.ids[sample.key])


def sample_id(tenant: TenantId, round: int, sample: Sample) -> str:
    """Return the id of what a sample makes: its own moment, and bits that follow from tenant, round and key."""
    return _ids_of(tenant, round, sample).ulid(sample.at)


def as_user(ctx: Context, user: str) -> Context:
    """Return the context in which a user makes samples: an administrator, about whose doing nobody is told."""
    return replace(ctx.because(REASON, quiet=True), actor=Actor("user", user, Role.ADMIN))


def at(ctx: Context, sample: Sample, moment: datetime, round: Round) -> Context:
    """Return the context of a sample's owner at a moment; its first new id is the sample's."""
    owner = round.users[sample.owner % len(round.users)]
    return replace(as_user(ctx, owner), now=moment, ids=_ids_of(ctx.tenant, round.number, sample))


def resolved(value: Any, ids: Mapping[str, str]) -> Any:
    """Return a sample's values with every ``Ref`` replaced by the id it stands for."""
    if isinstance(value, Ref):
        return ids[value.key]
    if isinstance(value, Mapping):
        return {name: resolved(part, ids) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [resolved(part, ids) for part in value]
    return value


def part_of(sample: Sample) -> Part:
    """Return how what a sample says is made."""
    return _PARTS.get(sample.plural, RECORD)


def _ids_of(tenant: TenantId, round: int, sample: Sample) -> Ids:
    """Return where a sample's ids come from: the same each time, the first of them its own."""
    drawn = 0

    def bits(count: int) -> bytes:
        nonlocal drawn
        turn = f"#{drawn}" if drawn else ""
        drawn += 1
        return hashlib.sha256(f"{tenant}#{round}#{sample.key}{turn}".encode()).digest()[:count]

    return Ids(random_bytes=bits)


def _make_record(ctx: Context, sample: Sample, id: str, values: Mapping[str, Any]) -> None:
    is_owned = overlays.load(ctx).of_plural(sample.plural).features.owned
    owned = {"owner": ctx.actor.id} if is_owned else {}
    try:
        records.create(ctx, plural=sample.plural, values={**values, **owned}, id=id)
    except errors.Conflict:
        if not _exists(ctx, sample.plural, id):
            raise


def _remove_record(ctx: Context, sample: Sample, id: str) -> None:
    try:
        version = records.get(ctx, plural=sample.plural, id=id)["version"]
        records.delete(ctx, plural=sample.plural, id=id, expected_version=version)
    except (errors.NotFound, errors.Conflict):
        return


def _remove_contact(ctx: Context, sample: Sample, id: str) -> None:
    """Remove a contact, and forget why nobody writes to an address at which nobody can be: it may come again."""
    _remove_record(ctx, sample, id)
    if any("email_opt_out" in later.changes for later in sample.steps):
        for entry in sample.values["emails"]:
            addresses.readmit(ctx, entry["value"])


def _exists(ctx: Context, plural: str, id: str) -> bool:
    try:
        return bool(records.get(ctx, plural=plural, id=id))
    except errors.NotFound:
        return False


RECORD: Final = Part(_make_record, _remove_record)
_PARTS: Final[Mapping[str, Part]] = {
    "contacts": Part(_make_record, _remove_contact),
    "bounces": Part(lived.make_bounce, lived.forget_bounce),
    "segments": Part(lived.make_segment, partial(lived.remove_definition, SEGMENT)),
    "templates": Part(lived.make_template, partial(lived.remove_definition, TEMPLATE)),
    "automations": Part(lived.make_automation, partial(lived.remove_definition, AUTOMATION)),
    "action_rules": Part(lived.make_rule, partial(lived.remove_definition, RULE)),
    "campaigns": Part(lived.make_campaign, lived.remove_campaign),
    "mails": Part(lived.make_mail, lived.forget_bounce),
    "sales": Part(lived.make_sale, lived.nothing),
    "campaign_ends": Part(lived.make_end, lived.nothing),
    "runs": Part(lived.make_run, lived.nothing),
}
