import { Button, NativeSelect } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMaybeObject, useMayManage, useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { EmptyState } from "@/kit/EmptyState";
import { Line, Lines } from "@/kit/lines/Lines";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { PageContext } from "../around";
import { type Assignment, useAssignments } from "../offers";
import { OF, useMayGiveOut } from "./rules";

const NewAssignment = lazy(() => import("../NewAssignment").then((module) => ({ default: module.NewAssignment })));

/** The rules by which records are given out, each with a page of its own. */
export function RulesPage() {
  const { t } = useWords("automations");
  const { data: rules, error } = useAssignments();
  const mayCreate = useMayManage(OF, "create");
  const mayWrite = useMayGiveOut();
  const [isCreating, setCreating] = useState(false);
  const create = mayCreate && mayWrite && (
    <Button onClick={() => setCreating(true)}>{t("automations.assignment.title")}</Button>
  );
  return (
    <Page
      title={t("automations.rule.title")}
      before={<BackLink to="/automations" aria-label={t("automations.title")} />}
      actions={rules?.length ? create : undefined}
    >
      {!rules && error && <p role="alert">{problemText(error, t)}</p>}
      {rules?.length === 0 && (
        <EmptyState
          icon={<IconUsersGroup size={44} stroke={1.2} />}
          title={t("automations.rule.empty")}
          text={t("automations.rule.emptyText")}
        >
          {create}
        </EmptyState>
      )}
      {rules && rules.length > 0 && (
        <Lines label={t("automations.rule.title")}>
          {rules.map((rule) => (
            <One key={rule.id} rule={rule} />
          ))}
        </Lines>
      )}
      <Suspense fallback={null}>{isCreating && <Creating onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  );
}

function One({ rule }: { rule: Assignment }) {
  const { t, label } = useWords("automations");
  const summary = useObjects().find((one) => one.plural === rule.object);
  return (
    <Line
      link={
        <Link to="/assignments/$id" params={{ id: rule.id }}>
          {rule.name}
        </Link>
      }
      text={[label(summary?.label_plural), t(`automations.assignment.modes.${rule.mode}`)].filter(Boolean).join(" · ")}
    />
  );
}

/** Asks first whose records are given out. */
function Creating({ onClose }: { onClose(): void }) {
  const { t, label } = useWords("automations");
  const navigate = useNavigate();
  const owned = useObjects().filter((one) => one.features.owned);
  const [plural, setPlural] = useState(owned.find((one) => one.plural === "leads")?.plural ?? owned[0]?.plural ?? "");
  const object = useMaybeObject(plural);
  if (!object) return null;
  return (
    <PageContext value={{ id: "", object, errors: {}, mayWrite: true, counts: undefined }}>
      <NewAssignment
        key={plural}
        object={plural}
        onMade={(id) => navigate({ to: "/assignments/$id", params: { id } })}
        onClose={onClose}
      >
        <NativeSelect
          label={t("automations.about")}
          data={owned.map((one) => ({ value: one.plural, label: label(one.label_plural) }))}
          value={plural}
          onChange={(event) => setPlural(event.currentTarget.value)}
        />
      </NewAssignment>
    </PageContext>
  );
}
