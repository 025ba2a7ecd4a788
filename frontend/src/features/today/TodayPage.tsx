import { Button, Checkbox, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconChecklist, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import { useObject, useObjects } from "@/api/objects";
import { useRecords } from "@/api/records";
import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/create";
import { EmptyState } from "@/kit/EmptyState";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { RecordFlags } from "@/kit/RecordFlags";
import { useChange } from "@/kit/useChange";
import { nearness } from "@/lib/dates";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import { SampleData } from "./SampleData";
import classes from "./Today.module.css";

type Due = { utc?: string } | null | undefined;

/** What the day holds: tasks by when they are due, and the deals that need a hand. */
export function TodayPage() {
  const { t } = useWords();
  const { user } = useMe();
  const tasks = useObject("tasks");
  const first = user.name?.split(" ")[0];
  return (
    <Page
      title={first ? t("today.hello", { name: first }) : t("nav.home")}
      actions={
        may(tasks.permissions, "create") && (
          <Button onClick={() => openCreate({ plural: "tasks", stay: true })}>{t("today.newTask")}</Button>
        )
      }
    >
      <Stack gap="xl">
        {user.role === "admin" && <SampleData />}
        <div className={classes.columns}>
          <Tasks />
          <Deals />
        </div>
      </Stack>
    </Page>
  );
}

function Tasks() {
  const { t } = useWords();
  const { user } = useMe();
  const formats = useFormats();
  const object = useObject("tasks");
  const change = useChange(object);
  const list = useRecords("tasks", {
    filter: {
      all: [
        { field: "status", op: "eq", value: "open" },
        { field: "owner", op: "eq", value: user.id },
      ],
    },
    sort: "due",
    limit: 50,
  });
  const tasks = list.data?.pages.flatMap((page) => page.items).filter((task) => task.status === "open") ?? [];
  const now = new Date();
  const groups = { overdue: [], today: [], later: [], undated: [] } as Record<string, RecordRow[]>;
  for (const task of tasks) {
    const utc = (task.due as Due)?.utc;
    groups[utc ? nearness(utc, now, formats.timeZone) : "undated"]?.push(task);
  }
  const finish = (task: RecordRow) =>
    change(task, { status: "done" }, t("today.finished", { name: nameOf(task, object.nameField) })).catch(showProblem);
  const due = object.fields.get("due");
  return (
    <section aria-labelledby="my-tasks" className={classes.block}>
      <Title order={2} id="my-tasks" mb="xs">
        {t("today.tasks")}
      </Title>
      {list.isPending && <Skeleton height={36} aria-hidden />}
      {list.isSuccess && tasks.length === 0 && (
        <EmptyState
          icon={<IconSun size={40} stroke={1.2} />}
          title={t("today.noTasks")}
          text={t("today.noTasksHint")}
        />
      )}
      {Object.entries(groups).map(([name, held]) =>
        held.length === 0 ? null : (
          <div key={name}>
            <Text size="sm" fw={600} className={name === "overdue" ? classes.overdue : classes.heading}>
              {t(`today.when.${name}`, { count: held.length })}
            </Text>
            <ul className={classes.list}>
              {held.map((task) => (
                <li key={task.id} className={classes.row}>
                  <Checkbox
                    aria-label={t("today.finish", { name: nameOf(task, object.nameField) })}
                    checked={false}
                    onChange={() => finish(task)}
                  />
                  <Link to="/records/$plural/$id" params={{ plural: "tasks", id: task.id }} className={classes.link}>
                    {nameOf(task, object.nameField)}
                  </Link>
                  {due && (
                    <Text size="xs" c="dimmed" component="div">
                      <FieldValue field={due} value={task.due} record={task} short />
                    </Text>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}

const SHOWN = 8;

function Deals() {
  const { t } = useWords();
  const { user } = useMe();
  const objects = useObjects();
  const object = useObject("deals");
  const list = useRecords("deals", {
    filter: {
      all: [
        { field: "owner", op: "eq", value: user.id },
        { field: "closed_at", op: "empty" },
      ],
    },
    sort: "close_date",
    limit: 100,
  });
  const deals = list.data?.pages.flatMap((page) => page.items) ?? [];
  const needy = deals.filter((deal) => Object.values(deal.flags ?? {}).some(Boolean));
  const amount = object.fields.get("amount");
  if (!objects.some((one) => one.plural === "deals")) return null;
  return (
    <section aria-labelledby="my-deals" className={classes.block}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id="my-deals">
          {t("today.deals")}
        </Title>
        <Link to="/records/$plural" params={{ plural: "deals" }} search={{ view: "board" }} className={classes.more}>
          {t("today.board")}
        </Link>
      </Group>
      {list.isPending && <Skeleton height={36} aria-hidden />}
      {list.isSuccess && needy.length === 0 && (
        <EmptyState icon={<IconChecklist size={40} stroke={1.2} />} title={t("today.noDeals")} />
      )}
      <ul className={classes.list}>
        {needy.slice(0, SHOWN).map((deal) => (
          <li key={deal.id} className={classes.row}>
            <Link to="/records/$plural/$id" params={{ plural: "deals", id: deal.id }} className={classes.link}>
              {nameOf(deal, object.nameField)}
            </Link>
            <RecordFlags record={deal} />
            {amount && (
              <Text size="sm" className="numbers" component="div">
                <FieldValue field={amount} value={deal.amount} record={deal} short />
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
