"""Ana leads the north, Bea works below her in Bilbao, Carlos in the south; each has records of their own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import hierarchy, overlays, projection, records, sharing
from chalicelib.engine.catalogue import Object
from chalicelib.engine.hierarchy import Team, Teams
from chalicelib.engine.objects import Label
from chalicelib.engine.roles import stored
from chalicelib.engine.roles.declared import READING, FieldRule, Rights, Role
from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import directory, guard, writes
from chalicelib.storage import records as rows
from tests.unit import shared_world
from tests.world import World

ANA, BEA, CARLOS = "01HANA0000000000000000AAAA", "01HBEA0000000000000000AAAA", "01HCAR0000000000000000AAAA"
NORTH, BILBAO, SOUTH = "01HNRT0000000000000000AAAA", "01HBAA0000000000000000AAAA", "01HSTH0000000000000000AAAA"
TEAM_OF = {ANA: NORTH, BEA: BILBAO, CARLOS: SOUTH}
STAGES = [
    {"label": "Nueva", "probability": 10},
    {"label": "Ganada", "kind": "won"},
    {"label": "Perdida", "kind": "lost"},
]

Denied = Mapping[str, Mapping[str, FieldRule]]


def reaching(extent: str) -> Rights:
    """Return rights of which every one reaches equally far."""
    return dict.fromkeys(("read", "create", "update", "delete", "export"), extent)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm with its people; ``admin`` may do everything."""

    admin: Context

    def as_user(self, user: str, rights: Rights, *, denied: Denied | None = None, **objects: Rights) -> Context:
        """Return the context of somebody with a role of these rights, and of no others."""
        book = stored.read(self.admin)
        key = f"role_{book.version}"
        role = Role(key, Label("Otro", "Other"), {"*": rights, "*managed": READING, **objects}, denied or {})
        writes.execute(self.admin, [stored.change(self.admin, book, lambda own: {**own, key: role})])
        stored.outdate(self.admin)
        return replace(self.admin, actor=Actor("user", user, key, team=TEAM_OF[user]))

    def has(self, plural: str, owner: str | None = None, **values: Any) -> str:
        """Return the id of a new record, which search and totals know already."""
        given = {**values, "owner": owner} if owner else values
        made = records.create(self.admin, plural=plural, values=given)
        self.told(plural, made["id"])
        return str(made["id"])

    def changed(self, plural: str, id: str, **changes: Any) -> None:
        """Change a record, and let what follows from it happen."""
        before = rows.get(self.admin, plural, id)
        later = replace(self.admin, now=self.admin.now + timedelta(minutes=5))
        records.update(later, plural=plural, id=id, changes=changes, expected_version=None)
        self.told(plural, id, before)

    def told(self, plural: str, id: str, before: rows.Row | None = None) -> None:
        """Let what follows from a change happen, as the stream does."""
        catalogue = overlays.load(self.admin)
        after = rows.get(self.admin, plural, id)
        projection.project(self.admin, catalogue, catalogue.of_plural(plural), before=before, after=after)

    def shared(self, plural: str, id: str, right: str = "read", **whom: str) -> None:
        """Share a record."""
        sharing.share(self.admin, plural=plural, id=id, whom=whom, right=right)

    def object(self, plural: str) -> Object:
        return overlays.load(self.admin).of_plural(plural)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with shared_world.of_module() as made:
        yield made


@pytest.fixture
def firm(world: World) -> Iterator[Firm]:
    ctx = world.ctx()
    with guard.entered(ctx.tenant):
        _settle(ctx)
        yield Firm(ctx)


def _settle(ctx: Context) -> None:
    parents = {NORTH: None, BILBAO: NORTH, SOUTH: None}
    teams = Teams(0, {id: Team(id, id, parent) for id, parent in parents.items()})
    people: Sequence[str] = (ctx.actor.id, *TEAM_OF)
    writes.execute(
        ctx,
        [
            directory.put(ctx, hierarchy.ROW, hierarchy.to_item(teams)),
            *(directory.put(ctx, directory.user(id), _person(id)) for id in people),
        ],
    )
    records.create(ctx, plural="pipelines", values={"name": "Ventas", "is_default": True, "stages": STAGES})


def _person(id: str) -> dict[str, Any]:
    known = {"id": id, "email": f"{id[:6].lower()}@rios.example", "full_name": id, "role": "rep", "status": "active"}
    return {**known, "locale": "es", "time_zone": "Europe/Madrid", "team": TEAM_OF.get(id, "")}
