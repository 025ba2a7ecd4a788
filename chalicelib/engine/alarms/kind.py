"""An alarm as a firm defines it: which number, what to wait for, whom to tell.

Alarms are read where anything happens, so all that is known of one lies in its head: one query reads every alarm.
Whoever may not know the number does not know of its alarm, for what it waits for tells of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.engine import definitions, firms, people
from chalicelib.engine.alarms import metrics, moving, rules
from chalicelib.engine.alarms.metrics import Metric
from chalicelib.engine.alarms.rules import Rule
from chalicelib.engine.definitions import Content, Definition, Kind
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage import alarms as store
from chalicelib.storage import writes
from chalicelib.storage.plan import Write

MOST: Final = 100
MOST_TOLD: Final = 20


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm that stands. ``people`` are told besides ``owner``, who made it; by mail too where ``by_mail``."""

    id: str
    name: str
    metric: Metric
    rule: Rule
    owner: str
    people: tuple[str, ...]
    by_mail: bool
    asked: str

    @property
    def told(self) -> list[str]:
        """Everybody who is told, each once."""
        return list(dict.fromkeys((self.owner, *self.people)))


def checked(ctx: Context, content: Content) -> Content:
    """Return an alarm's content as it is stored.

    :raises InvalidInput: when the caller may know of no such number, the rule makes no sense, or somebody left.
    """
    metric, _ = metrics.chosen(ctx, content["metric"])
    rule = rules.checked(content["rule"])
    named = list(dict.fromkeys(content.get("people") or ()))
    found = people.several(ctx, named)
    faults = [
        FieldError(f"people[{place}]", "unknown_user", "Nobody of this id works here.")
        for place, id in enumerate(named)
        if id not in found or not found[id].is_active
    ]
    if faults:
        raise InvalidInput("Somebody who is to be told does not work here.", errors=faults)
    return {
        "metric": {"source": metric.source, "of": metric.of, "figure": metric.figure},
        "rule": rule,
        "people": named,
        "mail": content.get("mail", True),
    }


def of(definition: Definition) -> Alarm:
    """Return the alarm that a definition says."""
    said = definition.content
    metric = Metric.stored(said["metric"])
    return Alarm(
        id=definition.id,
        name=definition.name,
        metric=metric,
        rule=rules.of(said["rule"]),
        owner=definition.created_by,
        people=tuple(said["people"]),
        by_mail=said["mail"],
        asked=_mark(metric, said["rule"]),
    )


def _mark(metric: Metric, rule: Mapping[str, Any]) -> str:
    """Return what tells one question from another: an alarm that asks something else begins anew."""
    return ";".join([metric.mark, *(f"{name}={rule[name]}" for name in sorted(rule))])


def _beside(ctx: Context, _: Definition | None, after: Definition | None) -> Sequence[Write]:
    return () if after is None else moving.begun(ctx, after.id)


def _then(ctx: Context, before: Definition | None, after: Definition | None) -> None:
    moving.outdate(ctx)
    if after is not None:
        moving.ask(ctx, [after.id])
    elif before is not None:
        writes.batch(ctx, [*store.forget(ctx, before.id)])


def _seen(ctx: Context, definition: Definition) -> bool:
    return bool(_told(ctx, [definition]))


def _told(ctx: Context, found: Sequence[Definition]) -> Sequence[Definition]:
    """Return those whose number the caller may know, and those whose number is nobody's any more."""
    if ctx.actor.kind == "system":
        return found
    asked = {each.id: Metric.stored(each.content["metric"]) for each in found}
    known = metrics.known(ctx, asked.values())
    hidden = metrics.known(firms.acting(ctx, name=moving.NAME), {*asked.values()} - known)
    return [each for each in found if asked[each.id] not in hidden]


ALARM: Final = Kind(
    moving.KIND,
    moving.PLURAL,
    listed=("metric", "rule", "people", "mail"),
    most=MOST,
    checked=checked,
    beside=_beside,
    then=_then,
    seen=_seen,
    told=_told,
)


def find(ctx: Context, id: str) -> Alarm:
    """Return an alarm, for whoever may know of it.

    :raises NotFound: when there is none for the caller.
    """
    return of(definitions.get(ctx, ALARM, id=id))
