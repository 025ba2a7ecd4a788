import { Button, SegmentedControl, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useMe } from "@/api/me";
import { useObject, useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/form/create";
import { Page } from "@/kit/Page";
import { may } from "@/metadata/access";
import { NeedyDeals, WaitingLeads } from "./Attention";
import { Figures } from "./Figures";
import type { Whose } from "./needs";
import { Tasks } from "./Tasks";
import classes from "./Today.module.css";

const KEPT = "tendero-today";

/** What the day holds: tasks by when they are due, the deals and leads that need a hand, and how the month goes. */
export function TodayPage({ welcome }: { welcome?: ReactNode }) {
  const { t } = useWords("today");
  const { user } = useMe();
  const tasks = useObject("tasks");
  const hasDeals = useObjects().some((one) => one.plural === "deals" && may(one.permissions, "read"));
  const [now] = useState(() => new Date());
  const [isEverybodys, setEverybodys] = useState(() => localStorage.getItem(KEPT) === "everyone");
  const whose: Whose = isEverybodys ? null : user.id;
  const first = user.name?.split(" ")[0];
  const choose = (next: string) => {
    localStorage.setItem(KEPT, next);
    setEverybodys(next === "everyone");
  };
  return (
    <Page
      title={first ? t("today.hello", { name: first }) : t("nav.home")}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t("today.whose")}
            data={[
              { value: "mine", label: t("today.mine") },
              { value: "everyone", label: t("today.everyone") },
            ]}
            value={isEverybodys ? "everyone" : "mine"}
            onChange={choose}
          />
          {may(tasks.permissions, "create") && (
            <Button onClick={() => openCreate({ plural: "tasks", stay: true })}>{t("today.newTask")}</Button>
          )}
        </>
      }
    >
      <Stack gap="xl">
        {welcome}
        <Figures whose={whose} now={now} hasDeals={hasDeals} />
        <div className={classes.columns}>
          <Tasks whose={whose} now={now} />
          <Stack gap="xl">
            {hasDeals && <NeedyDeals whose={whose} />}
            <WaitingLeads whose={whose} now={now} />
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}
