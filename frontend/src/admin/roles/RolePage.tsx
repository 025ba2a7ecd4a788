import { ActionIcon, Alert, Button, Group, Skeleton, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDots, IconInfoCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type RoleRow, useRoles } from "@/api/roles";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { EmptyState } from "@/kit/EmptyState";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { OnPress } from "@/kit/OnPress";
import { Page } from "@/kit/Page";
import { Matrix } from "./Matrix";
import { MatrixCards } from "./MatrixCards";
import { Refused } from "./Refused";
import type { Asked } from "./RoleDialogs";
import classes from "./Roles.module.css";
import { Standing } from "./RolesPage";
import { definitionOf, useRoleDraft } from "./useRoleDraft";

const loadMenu = () => import("./RoleMenuDrop");
const RoleMenuDrop = lazy(() => loadMenu().then((module) => ({ default: module.RoleMenuDrop })));
const RoleDialogs = lazy(() => import("./RoleDialogs").then((module) => ({ default: module.RoleDialogs })));
const FieldsDrawer = lazy(() => import("./FieldsDrawer").then((module) => ({ default: module.FieldsDrawer })));

/** One role: how far each action reaches on each object, and which fields it sees and changes. */
export function RolePage({ roleKey }: { roleKey: string }) {
  const { t } = useWords("admin");
  const roles = useRoles();
  const role = roles.data?.find((one) => one.key === roleKey);
  if (role) return <Known key={`${role.key}${JSON.stringify(definitionOf(role))}`} role={role} />;
  return (
    <Page title={t("roles.title")}>
      {roles.isPending ? (
        <Skeleton height={320} aria-hidden />
      ) : (
        <EmptyState icon={<IconInfoCircle size={44} stroke={1.2} />} title={t("roles.missing")}>
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/settings/roles" />}>
            {t("roles.back")}
          </Button>
        </EmptyState>
      )}
    </Page>
  );
}

function Known({ role }: { role: RoleRow }) {
  const { t, label } = useWords("admin");
  const formats = useFormats();
  const isPhone = useMediaQuery("(max-width: 47.99em)");
  const draft = useRoleDraft(role);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [fieldsOf, setFieldsOf] = useState<string | null>(null);
  const Table = isPhone ? MatrixCards : Matrix;
  return (
    <Page
      title={label(role.label)}
      before={<BackLink to="/settings/roles" aria-label={t("roles.back")} />}
      aside={<Standing role={role} />}
      actions={<RoleMenu role={role} ask={setAsked} />}
    >
      <Text c="dimmed" mb="md">
        {t("roles.users", { count: role.users, formatted: formats.number(role.users) })}
      </Text>
      {role.is_fixed && (
        <Alert color="gray" icon={<IconInfoCircle size={18} />} mb="md">
          {t("roles.fixedText")}
        </Alert>
      )}
      <Refused problem={draft.problem} />
      <Table role={role} draft={draft} onFields={setFieldsOf} />
      {draft.count > 0 && (
        <section className={classes.saveBar} aria-label={t("roles.save")}>
          <Text fw={550} role="status">
            {t("roles.unsaved", { count: draft.count })}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={draft.reset}>
              {t("roles.reset")}
            </Button>
            <Button loading={draft.isSaving} onClick={draft.save}>
              {t("roles.save")}
            </Button>
          </Group>
        </section>
      )}
      <Suspense fallback={null}>
        {fieldsOf && <FieldsDrawer role={role} plural={fieldsOf} draft={draft} onClose={() => setFieldsOf(null)} />}
        {asked && <RoleDialogs asked={asked} onClose={() => setAsked(null)} />}
      </Suspense>
      <LeaveGuard isDirty={draft.count > 0} />
    </Page>
  );
}

function RoleMenu({ role, ask }: { role: RoleRow; ask(asked: Asked): void }) {
  const { t, label } = useWords("admin");
  return (
    <OnPress
      target={
        <ActionIcon variant="default" size="lg" aria-label={t("roles.more", { name: label(role.label) })}>
          <IconDots size={18} />
        </ActionIcon>
      }
      menu={RoleMenuDrop}
      load={loadMenu}
      menuProps={{ role, ask }}
    />
  );
}
