import { Button, Skeleton } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { type Team, useTeams } from "@/api/teams";
import { useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import { TeamBranch } from "./TeamBranch";
import classes from "./Teams.module.css";
import { treeOf } from "./tree";

const TeamDialogs = lazy(() => import("./TeamDialogs").then((module) => ({ default: module.TeamDialogs })));

export type Asked = { what: "create"; parent: Team | null } | { what: "change" | "delete"; team: Team };

/** Who works together, and which team is part of which: a role that reaches as far as the team reaches those within. */
export function TeamsPage() {
  const { t } = useWords("admin");
  const teams = useTeams();
  const users = useUsers().filter((user) => user.status === "active");
  const [asked, setAsked] = useState<Asked | null>(null);
  const create = () => setAsked({ what: "create", parent: null });
  return (
    <Page title={t("teams.title")} actions={<Button onClick={create}>{t("teams.create")}</Button>}>
      {teams.isPending && <Skeleton height={200} aria-hidden />}
      {teams.data?.length === 0 && (
        <EmptyState
          icon={<IconUsersGroup size={44} stroke={1.2} />}
          title={t("teams.empty")}
          text={t("teams.emptyText")}
        >
          <Button onClick={create}>{t("teams.create")}</Button>
        </EmptyState>
      )}
      {teams.data && teams.data.length > 0 && (
        <ul className={classes.tree} aria-label={t("teams.tree")}>
          {treeOf(teams.data).map((branch) => (
            <TeamBranch key={branch.team.id} branch={branch} users={users} ask={setAsked} />
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {asked && <TeamDialogs asked={asked} teams={teams.data ?? []} onClose={() => setAsked(null)} />}
      </Suspense>
    </Page>
  );
}
