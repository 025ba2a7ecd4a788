import { Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type RoleRow, useRoles } from "@/api/roles";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import { does } from "./does";
import type { Asked } from "./RoleDialogs";
import classes from "./Roles.module.css";

const RoleDialogs = lazy(() => import("./RoleDialogs").then((module) => ({ default: module.RoleDialogs })));

/** The roles of the firm, each with what it may do in a sentence and how many people have it. */
export function RolesPage() {
  const { t } = useWords("admin");
  const roles = useRoles();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Page
      title={t("roles.title")}
      actions={<Button onClick={() => setAsked({ what: "create" })}>{t("roles.create")}</Button>}
    >
      {roles.isPending && <Skeleton height={220} aria-hidden />}
      <ul className={classes.list} aria-label={t("roles.list")}>
        {roles.data?.map((role) => (
          <RoleLine key={role.key} role={role} />
        ))}
      </ul>
      <Suspense fallback={null}>{asked && <RoleDialogs asked={asked} onClose={() => setAsked(null)} />}</Suspense>
    </Page>
  );
}

function RoleLine({ role }: { role: RoleRow }) {
  const { t, label } = useWords("admin");
  const formats = useFormats();
  return (
    <li className={classes.role}>
      <div className={classes.told}>
        <Group gap={8}>
          <Link to="/settings/roles/$key" params={{ key: role.key }} className={classes.name}>
            {label(role.label)}
          </Link>
          <Standing role={role} />
        </Group>
        <Text size="sm" c="dimmed">
          {does(role, t)}
        </Text>
      </div>
      <Text size="sm" className="numbers" style={{ flex: "none" }}>
        {t("roles.users", { count: role.users, formatted: formats.number(role.users) })}
      </Text>
    </li>
  );
}

/** Where a role comes from. */
export function Standing({ role }: { role: RoleRow }) {
  const { t } = useWords("admin");
  if (role.is_fixed) return <Badge color="gray">{t("roles.fixed")}</Badge>;
  if (role.is_changed) return <Badge color="albahaca">{t("roles.changed")}</Badge>;
  return (
    <Badge color={role.is_standard ? "gray" : "albahaca"}>{t(role.is_standard ? "roles.standard" : "roles.own")}</Badge>
  );
}
