import type { Team } from "@/api/teams";

export interface Branch {
  team: Team;
  /** 0 of one that is part of no other. */
  depth: number;
}

/** The teams as a tree is read: each followed by those that are part of it, by name. */
export function treeOf(teams: readonly Team[]): Branch[] {
  const known = new Set(teams.map((team) => team.id));
  const below = (parent: string | null, depth: number): Branch[] =>
    teams
      .filter((team) => (team.parent && known.has(team.parent) ? team.parent : null) === parent)
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)]);
  return below(null, 0);
}

/** A team and all that are part of it: where it cannot be moved to. */
export function within(teams: readonly Team[], id: string): Set<string> {
  const found = new Set([id]);
  for (const { team } of treeOf(teams)) if (team.parent && found.has(team.parent)) found.add(team.id);
  return found;
}
