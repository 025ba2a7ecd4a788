import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { changeOf } from "@/admin/roles/definition";
import { definitionOf } from "@/admin/roles/useRoleDraft";
import { type RoleChange, type RoleRow, useCreateRole, useRoleChanges, useRoles, useUpdateRole } from "@/api/roles";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import classes from "./Audit.module.css";
import { LogFrame } from "./LogFrame";
import { RoleDifference } from "./RoleDifference";

const MOST_SHOWN = 8;

/** What was changed in the roles, by whom, from what to what; any former state can be brought back. */
export function RoleChanges() {
  const log = useRoleChanges();
  const roles = useRoles().data;
  return (
    <LogFrame log={log}>
      {(items) => items.map((change) => <Entry key={change.id} change={change} roles={roles ?? []} />)}
    </LogFrame>
  );
}

function Entry({ change, roles }: { change: RoleChange; roles: RoleRow[] }) {
  const { t, label } = useWords("admin");
  const formats = useFormats();
  const users = useUsers();
  const [isWhole, setWhole] = useState(false);
  const name = label((change.after ?? change.before)?.label) || change.role;
  const what = change.before ? (change.after ? "changed" : "deleted") : "created";
  const told = what === "changed" ? change.changes : [];
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <Text>
          <Text span inherit fw={550}>
            {userName(users.find((user) => user.id === change.actor)) || t("audit.someone")}
          </Text>{" "}
          {t(`audit.${what}`, { name })}
        </Text>
        {change.before && <Restore change={change} name={name} role={roles.find((one) => one.key === change.role)} />}
      </div>
      <Text size="sm" c="dimmed">
        {formats.instant(change.at)}
      </Text>
      {told.length > 0 && (
        <ul className={classes.changes}>
          {told.slice(0, isWhole ? told.length : MOST_SHOWN).map((one) => (
            <RoleDifference key={one.field} change={one} />
          ))}
        </ul>
      )}
      {told.length > MOST_SHOWN && !isWhole && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setWhole(true)}>
          {t("audit.all", { count: told.length })}
        </Button>
      )}
    </li>
  );
}

/** Sends the former state again: it is one more change in the log, not a hole in it. */
function Restore({ change, name, role }: { change: RoleChange; name: string; role: RoleRow | undefined }) {
  const { t } = useWords("admin");
  const update = useUpdateRole();
  const create = useCreateRole();
  const { before } = change;
  if (!before || role?.is_fixed) return null;
  const difference = role ? changeOf(definitionOf(role), before) : before;
  if (Object.keys(difference).length === 0) return null;
  const send = () =>
    (role
      ? update.mutateAsync({ key: change.role, ...difference })
      : create.mutateAsync({ key: change.role, ...before })
    ).then(() => showDone(t("audit.restored", { name })), showProblem);
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={update.isPending || create.isPending}
      aria-label={t("audit.restoreOf", { name })}
      onClick={send}
    >
      {t("audit.restore")}
    </Button>
  );
}
