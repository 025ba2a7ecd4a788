import { SegmentedControl, Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import classes from "./Audit.module.css";
import { Looks } from "./Looks";
import { RoleChanges } from "./RoleChanges";

const ChangeLog = lazy(() => import("@/admin/objects/ChangeLog").then((module) => ({ default: module.ChangeLog })));
const Why = lazy(() => import("./Why").then((module) => ({ default: module.Why })));

export const LOGS = ["roles", "design", "looks", "access"] as const;
export type Log = (typeof LOGS)[number];

/** Who changed what may be done and what there is, who looked as whom, and why somebody sees what they see. */
export function AuditPage({ log, onLog }: { log: Log; onLog(log: Log): void }) {
  const { t } = useWords("admin");
  return (
    <Page title={t("audit.title")}>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t("audit.show")}
          data={LOGS.map((value) => ({ value, label: t(`audit.${value}`) }))}
          value={log}
          onChange={(value) => onLog(value as Log)}
        />
      </div>
      {log === "roles" && <RoleChanges />}
      {log === "looks" && <Looks />}
      <Suspense fallback={<Skeleton height={160} aria-hidden />}>
        {log === "design" && <ChangeLog />}
        {log === "access" && <Why />}
      </Suspense>
    </Page>
  );
}
