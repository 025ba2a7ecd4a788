"""Teams: made, renamed, moved below one another, dissolved when nobody is left."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from chalicelib.crm.admin import queries
from chalicelib.engine import hierarchy
from chalicelib.engine.hierarchy import Team, Teams
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound
from chalicelib.storage import directory, plan, writes

MOST_TEAMS: Final = 500


def create_team(ctx: Context, *, name: str, parent: str | None = None) -> Team:
    """Make a team, below another if one is named, and return it."""

    def added(teams: Teams) -> Team:
        if len(teams.teams) >= MOST_TEAMS:
            raise Conflict(f"Keep at most {MOST_TEAMS} teams.", code="too_many_teams")
        return Team(ctx.new_id(), name.strip(), _parent(teams, None, parent))

    return _change(ctx, added)


def change_team(ctx: Context, *, team_id: str, changes: Mapping[str, Any]) -> Team:
    """Rename a team or move it below another, and return it.

    :raises NotFound: when there is no such team.
    :raises InvalidInput: when it would be a part of itself.
    """

    def changed(teams: Teams) -> Team:
        team = _found(teams, team_id)
        parent = _parent(teams, team_id, changes["parent"]) if "parent" in changes else team.parent
        return replace(team, name=changes.get("name", team.name).strip(), parent=parent)

    return _change(ctx, changed)


def delete_team(ctx: Context, *, team_id: str) -> None:
    """Dissolve a team.

    :raises NotFound: when there is no such team.
    :raises Conflict: when somebody belongs to it, or another team is a part of it.
    """
    firm, teams = queries.tenant(ctx), hierarchy.read(ctx)
    _found(teams, team_id)
    if teams.members.get(team_id) or teams.below(team_id) != {team_id}:
        raise Conflict("Move its people and the teams below it first.", code="team_in_use")
    left = {id: team for id, team in teams.teams.items() if id != team_id}
    same = plan.equals("people_version", firm.people_version)
    _store(ctx, teams, left, directory.update(ctx, directory.TENANT, add={"people_version": 1}, when=same))


def _change(ctx: Context, change: Callable[[Teams], Team]) -> Team:
    teams = hierarchy.read(ctx)
    team = change(teams)
    _store(ctx, teams, {**teams.teams, team.id: team})
    return team


def _store(ctx: Context, before: Teams, teams: Mapping[str, Team], *beside: plan.Write) -> None:
    """Store all teams, unless somebody changed one since ``before`` was read."""
    still = plan.equals("version", before.version) if before.version else plan.absent()
    row = hierarchy.to_item(replace(before, teams=teams))
    try:
        writes.execute(ctx, [directory.put(ctx, hierarchy.ROW, row, when=still), *beside])
    except writes.Refused as refused:
        raise Conflict(
            "Somebody else is changing teams at the moment. Try again.", code="changed_meanwhile"
        ) from refused
    hierarchy.outdate(ctx)


def _found(teams: Teams, team_id: str) -> Team:
    if team_id not in teams.teams:
        raise NotFound("There is no such team.")
    return teams.teams[team_id]


def _parent(teams: Teams, team_id: str | None, parent: str | None) -> str | None:
    if parent is None:
        return None
    if parent not in teams.teams:
        raise InvalidInput.of("parent", "unknown_team", "There is no such team.")
    if team_id is not None and team_id in teams.above(parent):
        raise InvalidInput.of("parent", "circle", "A team cannot be a part of itself.")
    beneath = max((_depth(teams, team_id, part) for part in teams.below(team_id)), default=1) if team_id else 1
    if len(list(teams.above(parent))) + beneath > hierarchy.DEEPEST:
        raise InvalidInput.of("parent", "too_deep", f"Nest teams at most {hierarchy.DEEPEST} deep.")
    return parent


def _depth(teams: Teams, top: str, team: str) -> int:
    """Return at which level below ``top`` a team lies, the top itself at the first."""
    return list(teams.above(team)).index(top) + 1
