import type { User } from "@/api/types";
import { type UserChanges, useActivateUser, userName, useUpdateUser } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { useRoleChoices, useTeamChoices } from "./usePeople";

/** What an administrator does to somebody in one step, each with its way back. */
export function usePersonActs(user: User) {
  const { t } = useWords("admin");
  const update = useUpdateUser();
  const activate = useActivateUser();
  const { nameOf: roleName } = useRoleChoices();
  const { nameOf: teamName } = useTeamChoices();
  const name = userName(user);
  const { id } = user;

  const change = (changes: UserChanges, before: UserChanges, told: string) =>
    update
      .mutateAsync({ id, ...changes })
      .then(() => showUndo(told, () => update.mutateAsync({ id, ...before })), showProblem);

  return {
    setRole: (role: string) =>
      change({ role }, { role: user.role }, t("users.roleChanged", { name, role: roleName(role) })),
    setTeam: (team: string | null) =>
      change(
        { team },
        { team: user.team },
        team ? t("users.teamChanged", { name, team: teamName(team) }) : t("users.teamLeft", { name }),
      ),
    activate: () => activate.mutateAsync(id).then(() => showDone(t("users.activated", { name })), showProblem),
  };
}
