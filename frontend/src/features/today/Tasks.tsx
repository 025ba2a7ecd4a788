import { Checkbox, Skeleton, Text, Title } from "@mantine/core";
import { IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import { useObject } from "@/api/objects";
import { useRecords } from "@/api/records";
import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { NO_VIEW } from "@/kit/list/listState";
import { showProblem } from "@/kit/notices";
import { useChange } from "@/kit/useChange";
import { nearness } from "@/lib/dates";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import { openTasks, overdueTasks, tasksOfToday, type Whose } from "./needs";
import classes from "./Today.module.css";

type Due = { utc?: string } | null | undefined;
type When = "overdue" | "today" | "later" | "undated";

/** Open tasks by when they are due; a tick finishes one, and asks what comes next. */
export function Tasks({ whose, now }: { whose: Whose; now: Date }) {
  const { t } = useWords("today");
  const formats = useFormats();
  const object = useObject("tasks");
  const list = useRecords("tasks", { filter: openTasks(whose), sort: "due", limit: 50 });
  const tasks = list.data?.pages.flatMap((page) => page.items).filter((task) => task.status === "open") ?? [];
  const groups: Record<When, RecordRow[]> = { overdue: [], today: [], later: [], undated: [] };
  for (const task of tasks) {
    const utc = (task.due as Due)?.utc;
    groups[utc ? nearness(utc, now, formats.timeZone) : "undated"].push(task);
  }
  const filters = {
    overdue: overdueTasks(whose, now),
    today: tasksOfToday(whose),
    later: openTasks(whose),
    undated: openTasks(whose),
  };
  return (
    <section aria-labelledby="my-tasks" className={classes.block}>
      <Title order={2} id="my-tasks" mb="xs">
        {whose ? t("today.tasks") : t("today.tasksAll")}
      </Title>
      {list.isPending && <Skeleton height={36} aria-hidden />}
      {list.isSuccess && tasks.length === 0 && (
        <EmptyState
          icon={<IconSun size={40} stroke={1.2} />}
          title={t("today.noTasks")}
          text={t("today.noTasksHint")}
        />
      )}
      {(Object.keys(groups) as When[]).map((when) =>
        groups[when].length === 0 ? null : (
          <div key={when}>
            <Link
              to="/records/$plural"
              params={{ plural: "tasks" }}
              search={{ saved: NO_VIEW, layout: "list", filter: filters[when], sort: "due" }}
              className={when === "overdue" ? classes.overdue : classes.heading}
            >
              {t(`today.when.${when}`, { count: groups[when].length })}
            </Link>
            <ul className={classes.list}>
              {groups[when].map((task) => (
                <Task key={task.id} task={task} object={object} isUrgent={when === "overdue"} />
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}

function Task({
  task,
  object,
  isUrgent,
}: {
  task: RecordRow;
  object: ReturnType<typeof useObject>;
  isUrgent: boolean;
}) {
  const { t } = useWords("today");
  const { user } = useMe();
  const change = useChange(object);
  const name = nameOf(task, object.nameField);
  const due = object.fields.get("due");
  const about = Object.values(task.links ?? {}).flat()[0];
  const finish = () => change(task, { status: "done" }, t("today.finished", { name })).catch(showProblem);
  return (
    <li className={classes.row}>
      <Checkbox
        aria-label={t("today.finish", { name })}
        checked={false}
        disabled={!may(object.permissions, "update", task, user.id)}
        onChange={finish}
      />
      <span className={classes.what}>
        <Link to="/records/$plural/$id" params={{ plural: "tasks", id: task.id }} className={classes.link}>
          {name}
        </Link>
        {about && (
          <Link to="/records/$plural/$id" params={{ plural: about.plural, id: about.id }} className={classes.about}>
            {about.name}
          </Link>
        )}
      </span>
      {due && (
        <Text size="xs" c={isUrgent ? "var(--attention)" : "dimmed"} component="div" className={classes.aside}>
          <FieldValue field={due} value={task.due} record={task} short />
        </Text>
      )}
    </li>
  );
}
