"""Roles and teams under two administrators: one wins, the other is told."""

from dataclasses import replace

import pytest

from chalicelib.crm.admin.operations import roles, teams
from chalicelib.engine import hierarchy
from chalicelib.engine.copies import TRUSTED
from chalicelib.engine.roles import stored
from chalicelib.engine.roles.declared import STANDARD
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict
from chalicelib.storage import timeline, writes
from tests.unit.access.conftest import NORTH, SOUTH, Firm, reaching

LABEL = {"label": {"es": "Socio", "en": "Partner"}, "objects": {"*": reaching("own")}}


@pytest.fixture
def admin(firm: Firm) -> Context:
    return firm.admin


def test_of_two_changes_to_the_roles_that_began_alike_one_is_refused(admin: Context) -> None:
    book = stored.read(admin)
    roles.create_role(admin, key="partner", definition=LABEL)

    with pytest.raises(Conflict) as problem:
        roles._keep(admin, book, "agent", before=None, after=replace(STANDARD["viewer"], key="agent"))

    assert problem.value.code == "changed_meanwhile"
    assert set(stored.read(admin).own) == {"partner"}
    assert [entry.id for entry in timeline.page(admin, "roles", limit=10)[0]] == ["v1"]


def test_of_two_moves_of_teams_that_would_make_a_circle_one_is_refused(admin: Context) -> None:
    before = hierarchy.read(admin)
    teams.change_team(admin, team_id=NORTH, changes={"parent": SOUTH})

    with pytest.raises(Conflict):
        teams._store(admin, before, {**before.teams, SOUTH: replace(before.teams[SOUTH], parent=NORTH)})

    assert hierarchy.read(admin).teams[SOUTH].parent is None


def test_what_a_container_has_read_holds_for_a_minute(admin: Context) -> None:
    held = stored.load(admin)
    book = stored.read(admin)
    writes.execute(admin, [stored.change(admin, book, lambda own: own)])

    soon, later = (replace(admin, now=admin.now + seconds) for seconds in (TRUSTED * 0.9, TRUSTED))
    assert stored.load(soon).version == held.version
    assert stored.load(later).version == held.version + 1
