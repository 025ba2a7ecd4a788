"""A campaign from the desk of whoever plans it: the plan, the audience, the launch; pause, resume, cancel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import audiences, checks, course, gathering, hours, plans
from chalicelib.crm.marketing.campaigns.audiences import Count
from chalicelib.crm.marketing.campaigns.checks import Objection
from chalicelib.crm.marketing.campaigns.course import Course
from chalicelib.crm.marketing.campaigns.plans import Plan
from chalicelib.crm.marketing.consent import exclusions, purposes
from chalicelib.crm.marketing.mail import senders, templates
from chalicelib.engine import definitions, idempotency, lookup, records
from chalicelib.engine.access import Action
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Definition
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.jobs import JobHasMoved, WrongState
from chalicelib.engine.segments import lookup as segments
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput, NotFound, VersionMismatch
from chalicelib.storage import writes
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

LONGEST_AHEAD: Final = timedelta(days=366)
COUNTING: Final = timedelta(seconds=18)
"""How long the API counts an audience before it answers what it has."""


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign's record as stored, the plan that lies in it, and its course if it was launched."""

    object: Object
    row: Row
    plan: Plan
    course: Course | None


def create(
    ctx: Context, *, values: Mapping[str, Any], plan: Mapping[str, Any], key: Idempotency | None = None
) -> dict[str, Any]:
    """Store a new campaign with its plan and return it; the same ``key`` brings the same campaign.

    :raises InvalidInput: naming each part of record or plan that makes no sense.
    """
    kept = idempotency.replay(ctx, key) if key else None
    if kept is not None:
        return get(ctx, id=kept["id"])
    agreed = plans.changed(plans.NOTHING, plan)
    _require_known(ctx, agreed)
    made = records.plan_create(ctx, plural=course.PLURAL, values=values, settled={"mailing": agreed.spelled()})
    remembered = [idempotency.remember(ctx, key, {"id": made.row.id})] if key else []
    try:
        writes.execute(ctx, [*made.writes, *remembered])
    except writes.Refused:
        kept = idempotency.replay(ctx, key) if key else None
        if kept is None:
            raise
        return get(ctx, id=kept["id"])
    return get(ctx, id=made.row.id)


def get(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return a campaign: its record, its plan, and the course of its mails.

    :raises NotFound: when there is none that the caller may see.
    """
    return _told(ctx, _found(ctx, id, "read"))


def change_plan(ctx: Context, *, id: str, changes: Mapping[str, Any], expected_version: int) -> dict[str, Any]:
    """Change parts of a campaign's plan and return the campaign; once launched, its plan is fixed.

    :raises InvalidInput: naming each part that makes no sense.
    :raises VersionMismatch: when somebody changed the campaign meanwhile.
    :raises WrongState: when it was launched.
    """
    found = _found(ctx, id, "update")
    _require_draft(found)
    after = plans.changed(found.plan, changes)
    _require_known(ctx, after)
    planned = records.plan_update(
        ctx,
        plural=course.PLURAL,
        id=id,
        changes={},
        settled={"mailing": after.spelled()},
        expected_version=expected_version,
    )
    _store(ctx, planned.writes)
    return get(ctx, id=id)


def audience(ctx: Context, *, id: str, at: str | None) -> dict[str, Any]:
    """Return what a launch would do: how many get a mail, who does not and why, from whom, and when the first goes.

    :raises InvalidInput: when the plan names no people.
    """
    found = _found(ctx, id, "update")
    starts_at = _start(ctx, at)
    _require_known(ctx, found.plan)
    if not found.plan.segments:
        raise InvalidInput.of("segments", "required", "Choose whom the campaign reaches.")
    end = clock.system_now() + COUNTING
    counted = audiences.count(
        course.house(ctx), found.plan, campaign=id, at=starts_at, time_left=lambda: end - clock.system_now()
    )
    problems = [one.shown() for one in _looked(ctx, found, follow=False)]
    return {**_counted(counted), "problems": problems, "senders": _senders(ctx, found.plan)}


def check(ctx: Context, *, id: str) -> list[dict[str, Any]]:
    """Return what speaks against launching a campaign, errors first; asks each link whether it is there.

    :raises NotFound: when there is no such campaign for the caller.
    """
    return [one.shown() for one in _looked(ctx, _found(ctx, id, "update"), follow=True)]


def launch(
    ctx: Context, *, id: str, at: str | None, expected_version: int, key: Idempotency | None = None
) -> dict[str, Any]:
    """Set a campaign on its course, to begin at an instant and not before a minute has passed, and return it.

    :raises InvalidInput: naming whatever keeps it from being sent.
    :raises VersionMismatch: when somebody changed it meanwhile.
    :raises WrongState: when it was launched.
    """
    kept = idempotency.replay(ctx, key) if key else None
    if kept is not None:
        return get(ctx, id=id)
    found = _found(ctx, id, "update")
    _require_draft(found)
    if found.row.version != expected_version:
        raise VersionMismatch("Somebody changed this campaign meanwhile.", extra={"version": found.row.version})
    checks.require_none(_looked(ctx, found, follow=True))
    starts_at = max(_start(ctx, at), ctx.now + course.REGRET)
    standing = [definitions.get(ctx, templates.TEMPLATE, id=each.template) for each in found.plan.variants]
    name = str(found.row.values["name"])
    fixed = plans.fixed(found.plan, [template.version for template in standing], name)
    data = _beginning(ctx, found, fixed, starts_at)
    remembered = [idempotency.remember(ctx, key, {"id": id})] if key else []
    planned = records.plan_update(
        course.causing(ctx),
        plural=course.PLURAL,
        id=id,
        changes={"status": "scheduled"},
        expected_version=expected_version,
    )
    begun = course.begin_writes(ctx, id, data, found.course)
    _store(ctx, [*planned.writes, *begun, *course.wake(ctx, id, at=starts_at), *remembered])
    return get(ctx, id=id)


def pause(ctx: Context, *, id: str) -> dict[str, Any]:
    """Keep every mail of a campaign that has not gone yet from going, and return the campaign.

    :raises WrongState: when it is not on its course.
    """
    return _moved(ctx, id, course.PAUSED, from_states=course.LIVE)


def resume(ctx: Context, *, id: str) -> dict[str, Any]:
    """Let a paused campaign go on and return it; one whose start has not come goes on waiting for it.

    :raises WrongState: when it is not paused.
    """
    return _moved(ctx, id, None, from_states=(course.PAUSED,))


def cancel(ctx: Context, *, id: str) -> dict[str, Any]:
    """End a campaign: no further mail goes. One that has not begun is a draft again.

    :raises WrongState: when it is not on its course.
    """
    return _moved(ctx, id, course.WITHDRAWING, from_states=(*course.LIVE, course.PAUSED))


def _moved(ctx: Context, id: str, to: str | None, *, from_states: Sequence[str]) -> dict[str, Any]:
    """Take a campaign's course elsewhere, were a worker to move it at the same moment."""
    for attempt in range(_PATIENCE):
        found = _found(ctx, id, "update")
        now = found.course
        if now is None or now.state not in from_states:
            raise WrongState(
                "This is not possible as the campaign stands.", extra={"state": now.state if now else "draft"}
            )
        try:
            _take(ctx, now, to)
        except JobHasMoved:
            if attempt + 1 == _PATIENCE:
                raise
            continue
        break
    return get(ctx, id=id)


_PATIENCE: Final = 8


def _take(ctx: Context, now: Course, to: str | None) -> None:
    has_begun = (now.job.data.get("paused_from") or now.state) != course.WAITING
    if to == course.PAUSED:
        course.move(ctx, now, course.PAUSED, data={"paused_from": now.state})
    elif to == course.WITHDRAWING and not has_begun:
        course.move(ctx, now, course.WITHDRAWN, data={"paused_from": None})
    elif to == course.WITHDRAWING:
        course.move(ctx, now, course.WITHDRAWING, step="call_off")
    elif not has_begun:
        starts_at = max(now.starts_at, ctx.now + course.REGRET)
        data = {"paused_from": None, "starts_at": clock.stamp(starts_at)}
        course.move(ctx, now, course.WAITING, data=data, wake_at=starts_at)
    elif now.job.data["paused_from"] == course.GATHERING:
        course.move(ctx, now, course.GATHERING, data={"paused_from": None}, step="gather")
    else:
        data = {"paused_from": None, **gathering.passes()}
        course.move(ctx, now, course.SENDING_MAILS, data=data, step="send")


def _found(ctx: Context, id: str, right: Action) -> Campaign:
    object, row = lookup.seen(ctx, course.PLURAL, id, action=right, with_body=True)
    return Campaign(object, row, plans.read((row.body or {}).get("mailing")), course.find(ctx, id))


def _require_draft(found: Campaign) -> None:
    if found.row.values.get("status") != "draft":
        raise WrongState("The campaign was launched already.", extra={"state": found.row.values.get("status")})


def _require_known(ctx: Context, plan: Plan) -> None:
    """Refuse what the firm does not have."""
    faults = []
    audiences.object_of(ctx, plan)
    if any(segments.find(ctx, id) is None for id in plan.but):
        faults.append(FieldError("except_segments", "unknown_segment", "There is no such segment."))
    if any(checks.template_of(ctx, each.template) is None for each in plan.variants):
        faults.append(FieldError("variants", "unknown_template", "There is no such template."))
    if any(_exclusion(ctx, id) is None for id in plan.exclusions):
        faults.append(FieldError("exclusions", "unknown_exclusion", "There is no such exclusion list."))
    if faults:
        raise InvalidInput("The plan names what is not there.", errors=faults)
    purposes.get(ctx, plan.purpose)


def _exclusion(ctx: Context, id: str) -> Definition | None:
    try:
        return definitions.get(ctx, exclusions.EXCLUSION, id=id)
    except NotFound:
        return None


def _looked(ctx: Context, found: Campaign, *, follow: bool) -> list[Objection]:
    return checks.look(ctx, found.plan, channel=str(found.row.values.get("channel")), follow=follow)


def _senders(ctx: Context, plan: Plan) -> list[dict[str, Any]]:
    """Return in whose name each variant goes."""
    told = []
    for variant in plan.variants:
        template = checks.template_of(ctx, variant.template)
        sender = senders.find(ctx, template.content.get("sender")) if template else None
        if sender is not None:
            said = {"name": sender.name, "address": sender.address, "reply_to": sender.reply_to}
            told.append({"variant": variant.name, **said})
    return told


def _start(ctx: Context, at: str | None) -> datetime:
    """Return when a campaign is to begin.

    :raises InvalidInput: when that is no instant, or a year ahead.
    """
    if at is None:
        return ctx.now
    try:
        instant = clock.parse(at)
    except ValueError:
        raise InvalidInput.of("at", "not_an_instant", "Send an instant such as 2026-11-24T09:00:00Z.") from None
    if instant > ctx.now + LONGEST_AHEAD:
        raise InvalidInput.of("at", "too_far", "Launch a campaign at most a year ahead.")
    return max(instant, ctx.now)


def _beginning(ctx: Context, found: Campaign, plan: Plan, starts_at: datetime) -> dict[str, Any]:
    """Return what the course of a launched campaign begins with."""
    return {
        "title": found.row.values["name"],
        "object": course.PLURAL,
        "plan": plan.spelled(),
        "starts_at": clock.stamp(starts_at),
        "launched_at": clock.stamp(ctx.now),
        "launched_by": ctx.actor.id,
        "place": audiences.Place().shown(),
        "counts": {},
        "progress": {"done": 0, "total": 0},
    }


def _store(ctx: Context, wanted: Sequence[Write]) -> None:
    try:
        writes.execute(ctx, wanted)
    except writes.Refused as refused:
        raise VersionMismatch("Somebody changed this campaign meanwhile.") from refused


def _counted(counted: Count) -> dict[str, Any]:
    return {
        "recipients": counted.recipients,
        "control": counted.spared,
        "excluded": [{"reason": reason, "people": number} for reason, number in sorted(counted.excluded.items())],
        "first_send": clock.stamp(counted.first) if counted.first else None,
        "is_complete": counted.is_complete,
        "hours": hours.shown(counted.hours),
    }


def _told(ctx: Context, found: Campaign) -> dict[str, Any]:
    return {
        "campaign": records.present(ctx, found.object, found.row),
        "plan": plans.named(found.plan, str(found.row.values["name"])).shown(),
        "course": _course(found.course) if found.course else None,
    }


def _course(now: Course) -> dict[str, Any]:
    """Return how the mails of a campaign stand, as the API answers it."""
    data = now.job.data
    left_out = {name: number for name, number in data["counts"].items() if name not in _CHOSEN}
    return {
        "state": now.state,
        "plan": now.plan.shown(),
        "starts_at": data["starts_at"],
        "launched_at": data["launched_at"],
        "launched_by": data["launched_by"],
        "recipients": data["counts"].get(gathering.RECIPIENTS, 0),
        "control": data["counts"].get(audiences.SPARED, 0),
        "excluded": [{"reason": reason, "people": number} for reason, number in sorted(left_out.items())],
        "called": data["progress"]["done"],
        "hours": hours.shown(data.get("hours", {})),
        "rests_until": data.get("rests_until") if now.state == course.RESTING else None,
        "test_decided_at": data.get("decided_at"),
        "test": data.get("trial"),
        "problem": data.get("problem"),
        "can_pause": now.state in course.LIVE,
        "can_resume": now.state == course.PAUSED,
        "can_cancel": now.state in (*course.LIVE, course.PAUSED),
    }


_CHOSEN: Final = frozenset({gathering.RECIPIENTS, audiences.SPARED})
