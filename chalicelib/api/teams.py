"""Teams, and which team is part of which."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, line, nullable, obj, record_id, string
from chalicelib.crm.admin import queries
from chalicelib.crm.admin.operations import teams
from chalicelib.engine import hierarchy
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Teams")

PARENT: Final = nullable(record_id())
TEAM: Final = obj(id=string(), name=string(), parent=nullable(string()), members=array(string()))


@blueprint.get("/v1/teams", answer=obj(items=array(TEAM), next_cursor={"type": "null"}))
def list_teams(ctx: Context, request: Request) -> dict[str, Any]:
    """List the teams of the firm and who belongs to each."""
    return {"items": queries.teams(ctx), "next_cursor": None}


@blueprint.post(
    "/v1/teams", who="admin", status=201, body=obj(name=line(80), optional={"parent": PARENT}), answer=TEAM,
    problems=(409,),
)  # fmt: skip
def create_team(ctx: Context, request: Request) -> dict[str, Any]:
    """Make a team, perhaps as a part of another."""
    return queries.team(teams.create_team(ctx, **request.json), ())


@blueprint.patch(
    "/v1/teams/{id}", who="admin", body=obj(optional={"name": line(80), "parent": PARENT}), answer=TEAM,
    problems=(404, 409),
)  # fmt: skip
def change_team(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Rename a team, or make it a part of another."""
    changed = teams.change_team(ctx, team_id=id, changes=request.json)
    return queries.team(changed, hierarchy.read(ctx).members.get(id, ()))


@blueprint.delete("/v1/teams/{id}", who="admin", status=204, problems=(404, 409))
def delete_team(ctx: Context, request: Request, id: str) -> None:
    """Dissolve a team that nobody belongs to."""
    teams.delete_team(ctx, team_id=id)
