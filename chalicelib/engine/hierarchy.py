"""Teams: who works together, and which team is part of which.

All teams of a firm lie in one row with a version, so that no two changes can make a circle of them. Who belongs to a
team stands in each user's own row. Both are read only for those whose role reaches as far as their team, and believed
for a minute.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.engine.copies import Copies
from chalicelib.kernel.context import Context
from chalicelib.storage import directory

ROW: Final = "teams"
DEEPEST: Final = 10


@dataclass(frozen=True, slots=True)
class Team:
    """Some people who work together, perhaps as a part of another team."""

    id: str
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Teams:
    """All teams of a firm; ``members`` are the ids of the users of each."""

    version: int = 0
    teams: Mapping[str, Team] = field(default_factory=dict)
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def above(self, team: str | None) -> Iterator[str]:
        """Yield a team and those that it is part of, the nearest first."""
        for _ in range(DEEPEST):
            if team is None or team not in self.teams:
                return
            yield team
            team = self.teams[team].parent

    def below(self, team: str) -> frozenset[str]:
        """Return a team and all teams that are part of it."""
        return frozenset(other for other in self.teams if team in self.above(other))

    def people(self, team: str) -> frozenset[str]:
        """Return who belongs to a team, or to a part of it."""
        return frozenset(user for part in self.below(team) for user in self.members.get(part, ()))


def load(ctx: Context) -> Teams:
    """Return the firm's teams with their members, at most a minute old."""
    return _copies.load(ctx)


def read(ctx: Context) -> Teams:
    """Return the firm's teams with their members as they are now."""
    item = directory.get(ctx, ROW) or {"version": 0, "teams": {}}
    teams = {id: Team(id, team["name"], team.get("parent")) for id, team in item["teams"].items()}
    members: dict[str, frozenset[str]] = {}
    for user in directory.of_kind(ctx, "user") if teams else ():
        if user.get("team"):
            members[user["team"]] = members.get(user["team"], frozenset()) | {user["id"]}
    return Teams(int(item["version"]), teams, members)


def to_item(teams: Teams) -> dict[str, Any]:
    """Return the row of the teams at their next version."""
    return {
        "version": teams.version + 1,
        "teams": {id: {"name": team.name, "parent": team.parent} for id, team in teams.teams.items()},
    }


def outdate(ctx: Context) -> None:
    """Forget this container's copy, because a team or a user was changed in it."""
    _copies.outdate(ctx)


def forget() -> None:
    """Forget every copy, as a new container does."""
    _copies.clear()


_copies: Final = Copies(read)
