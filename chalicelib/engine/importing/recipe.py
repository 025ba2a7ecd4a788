"""What a job keeps of how its file is read, and the recipe that is made of it again at every step."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.importing.columns import DateOrder, Reading
from chalicelib.engine.importing.dialect import Dialect
from chalicelib.engine.importing.planner import Recipe
from chalicelib.engine.importing.targets import Match, Target, Targets
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold
from chalicelib.storage import directory, jobs
from chalicelib.storage.plan import Put

PLAN, PREVIEW = "plan", "preview"
_MOST_PREVIEW_BYTES = 300_000


@dataclass(frozen=True, slots=True)
class Kept:
    """The dialect, the readings of the columns, the mapping as a person sees it, and the match key."""

    written: Dialect
    readings: tuple[Reading, ...]
    mapping: Sequence[Mapping[str, Any]]
    match: Match

    @property
    def targets(self) -> Targets:
        """Return the mapped columns."""
        return {entry["column"]: Target.from_dict(entry["target"]) for entry in self.mapping if entry["target"]}


def keep(ctx: Context, job: str, kept: Kept) -> Put:
    """Return the write that stores it."""
    content = {
        "dialect": kept.written.as_dict(),
        "readings": [
            [reading.date_order, reading.decimal_mark, reading.certain, reading.is_counted] for reading in kept.readings
        ],
        "mapping": list(kept.mapping),
        "match": kept.match.as_dict(),
    }
    return jobs.put_part(ctx, job, PLAN, 0, {"json": json.dumps(content, ensure_ascii=False)})


def read(ctx: Context, job: str) -> Kept | None:
    """Return what a job keeps, None before its file was looked at."""
    part = jobs.part(ctx, job, PLAN, 0)
    if part is None:
        return None
    content = json.loads(part["json"])
    return Kept(
        Dialect.from_dict(content["dialect"]),
        tuple(Reading(DateOrder(order), *rest) for order, *rest in content["readings"]),
        content["mapping"],
        Match.from_dict(content["match"]),
    )


def keep_preview(ctx: Context, job: str, rows: Sequence[Mapping[str, Any]]) -> Put:
    """Return the write that stores the previewed rows, as many as fit one item."""
    shown = list(rows)
    while len(content := json.dumps(shown, ensure_ascii=False, default=str).encode()) > _MOST_PREVIEW_BYTES:
        shown.pop()
    return jobs.put_part(ctx, job, PREVIEW, 0, {"json": content.decode()})


def read_preview(ctx: Context, job: str) -> list[dict[str, Any]]:
    """Return the previewed rows."""
    part = jobs.part(ctx, job, PREVIEW, 0)
    shown: list[dict[str, Any]] = json.loads(part["json"]) if part else []
    return shown


def recipe(ctx: Context, catalogue: Catalogue, main: Object, kept: Kept) -> Recipe:
    """Return how every row is read, with the people of the tenant as owners."""
    owners = _owners(ctx) if _names_people(catalogue, kept.targets) else {}
    return Recipe(catalogue, main, kept.written.header, kept.targets, kept.match, kept.readings, owners)


def _names_people(catalogue: Catalogue, targets: Targets) -> bool:
    fields = (catalogue.of_plural(target.object).fields[target.field] for target in targets.values())
    return any(field.type == "user" for field in fields)


def _owners(ctx: Context) -> dict[str, str]:
    """Return the active users by address and by name; an address wins over a name."""
    people = [row for row in directory.of_kind(ctx, "user") if row.get("status", "active") == "active"]
    named = {fold(row["full_name"]): row["id"] for row in people if row.get("full_name")}
    return named | {fold(row["email"]): row["id"] for row in people}
