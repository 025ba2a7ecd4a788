"""Which automations are enabled: one small row each, all that is read when something happens.

The row names the version with which whoever comes next begins, since when, and what it begins with. An automation that
went too fast is switched off and says why; one that was told to stop its runs says since when, and each run ends at its
next step.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.engine.definitions import Definition
from chalicelib.engine.events import Event, Occurrence
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict
from chalicelib.storage import directory, plan
from chalicelib.storage.plan import Write

ENABLED: Final = "enabled"
HALTED: Final = "halted"
TRIPPED: Final = "tripped"


class IsEnabled(Conflict):
    """It is enabled, and that cannot be changed meanwhile."""

    code = "automation_is_enabled"


@dataclass(frozen=True, slots=True)
class Live:
    """An enabled automation. ``since`` is a stamp; ``object`` is a plural."""

    id: str
    name: str
    version: int
    object: str
    trigger: Mapping[str, Any]
    most_an_hour: int
    since: str
    by: str

    def listens_to(self, heard: Event | Occurrence) -> bool:
        """Return whether what was heard befell a record of its object after it was enabled."""
        return heard.plural == self.object and heard.at >= self.since


def all(ctx: Context) -> list[Live]:
    """Return every enabled automation of the firm, by one read."""
    return [_live(row) for row in directory.of_kind(ctx, directory.automation(ENABLED, "").removesuffix("#"))]


def get(ctx: Context, id: str) -> Live | None:
    """Return an automation if it is enabled."""
    row = directory.get(ctx, directory.automation(ENABLED, id))
    return None if row is None else _live(row)


def states(ctx: Context, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return what people are told of whether automations are enabled, by id."""
    matters = (ENABLED, TRIPPED)
    rows = {
        row["name"]: row
        for row in directory.several(ctx, [directory.automation(matter, id) for id in ids for matter in matters])
    }
    return {id: _state(*(rows.get(directory.automation(matter, id)) for matter in matters)) for id in ids}


def enabled(ctx: Context, definition: Definition) -> list[Write]:
    """Return the writes that enable an automation as it stands; refused when it is enabled or was changed meanwhile."""
    standing = plan.equals("version", definition.version) & plan.missing("deleted_at")
    since = clock.stamp(ctx.now)
    return [
        directory.put(
            ctx,
            directory.automation(ENABLED, definition.id),
            _item(definition, since=since, by=ctx.actor.id),
            when=plan.absent(),
        ),
        directory.check(ctx, directory.definition("automation", definition.id), when=standing),
        directory.delete(ctx, directory.automation(HALTED, definition.id)),
        directory.delete(ctx, directory.automation(TRIPPED, definition.id)),
    ]


def disabled(ctx: Context, id: str, *, halted: bool) -> list[Write]:
    """Return the writes that disable an automation; ``halted`` ends its runs too, each at its next step."""
    return [
        directory.delete(ctx, directory.automation(ENABLED, id), when=plan.present()),
        *([_halt(ctx, id)] if halted else []),
    ]


def tripped(ctx: Context, automation: Live, *, why: str) -> list[Write]:
    """Return the writes that switch off an automation that went wrong, and keep why."""
    told = {"why": why, "at": clock.stamp(ctx.now)}
    return [
        directory.delete(ctx, directory.automation(ENABLED, automation.id), when=plan.present()),
        directory.put(ctx, directory.automation(TRIPPED, automation.id), told),
    ]


def is_halted(ctx: Context, id: str, *, entered_at: str) -> bool:
    """Return whether a run that began then was told to stop."""
    row = directory.get(ctx, directory.automation(HALTED, id))
    return row is not None and str(row["at"]) >= entered_at


def follow(ctx: Context, before: Definition | None, after: Definition | None) -> Sequence[Write]:
    """Return the writes by which an enabled automation goes on as it was changed, or ends with its definition.

    :raises IsEnabled: when what it begins with would be another.
    """
    if before is None:
        return ()
    name = directory.automation(ENABLED, before.id)
    row = directory.get(ctx, name)
    if row is None:
        return [directory.check(ctx, name, when=plan.absent()), *([_halt(ctx, before.id)] if after is None else [])]
    same = plan.equals("version", before.version)
    if after is None:
        return [directory.delete(ctx, name, when=same), _halt(ctx, before.id)]
    if any(before.content[part] != after.content[part] for part in ("object", "trigger")):
        raise IsEnabled("Disable it before you change what it begins with.")
    return [directory.put(ctx, name, _item(after, since=row["since"], by=row["by"]), when=same)]


def _halt(ctx: Context, id: str) -> Write:
    return directory.put(ctx, directory.automation(HALTED, id), {"at": clock.stamp(ctx.now), "by": ctx.actor.id})


def _item(definition: Definition, *, since: str, by: str) -> dict[str, Any]:
    content = definition.content
    return {
        "title": definition.name,
        "version": definition.version,
        "object": content["object"],
        "trigger": json.dumps(content["trigger"], ensure_ascii=False),
        "most_an_hour": content["most_an_hour"],
        "since": since,
        "by": by,
    }


def _live(row: Mapping[str, Any]) -> Live:
    return Live(
        id=row["name"].partition("#")[2],
        name=row["title"],
        version=int(row["version"]),
        object=row["object"],
        trigger=json.loads(row["trigger"]),
        most_an_hour=int(row["most_an_hour"]),
        since=row["since"],
        by=row["by"],
    )


def _state(enabled: Mapping[str, Any] | None, tripped: Mapping[str, Any] | None) -> dict[str, Any]:
    return {
        "enabled": enabled is not None,
        "enabled_at": enabled["since"] if enabled else None,
        "enabled_by": enabled["by"] if enabled else None,
        "tripped": {"why": tripped["why"], "at": tripped["at"]} if tripped else None,
    }
