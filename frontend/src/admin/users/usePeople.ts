import { treeOf } from "@/admin/teams/tree";
import { type RoleRow, useRoles } from "@/api/roles";
import { type Team, useTeams } from "@/api/teams";
import { useWords } from "@/i18n/useWords";

export interface Choice {
  value: string;
  label: string;
}

/** The roles and teams that somebody may be given, in the reader's words. */
export function useRoleChoices(): { roles: RoleRow[]; choices: Choice[]; nameOf(key: string): string } {
  const { label } = useWords();
  const roles = useRoles().data ?? [];
  const choices = roles.map((role) => ({ value: role.key, label: label(role.label) }));
  return { roles, choices, nameOf: (key) => choices.find((one) => one.value === key)?.label ?? key };
}

const INDENT = "\u2003";

export function useTeamChoices(): { teams: Team[]; choices: Choice[]; nameOf(id: string | null | undefined): string } {
  const teams = useTeams().data ?? [];
  const choices = treeOf(teams).map(({ team, depth }) => ({
    value: team.id,
    label: INDENT.repeat(depth) + team.name,
  }));
  return { teams, choices, nameOf: (id) => teams.find((team) => team.id === id)?.name ?? "" };
}
