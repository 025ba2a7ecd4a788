import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconCalendarPlus, IconCheck, IconFlag } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import { useMaybeObject } from "@/api/objects";
import { useRelated } from "@/api/records";
import type { RecordRow, RelatedMeta } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/form/create";
import { showProblem } from "@/kit/notices";
import type { RecordSlotProps } from "@/kit/slots";
import { useChange } from "@/kit/useChange";
import { may } from "@/metadata/access";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./NextStep.module.css";

/** What comes next with a customer: the task that is due first, else a way to plan one. */
export function NextStep({ object, record }: RecordSlotProps) {
  const related = object.related.find((one) => one.plural === "tasks");
  const tasks = useMaybeObject(related?.plural);
  if (!related || !tasks || !object.features.activities || isClosed(object, record)) return null;
  return <Step object={object} record={record} related={related} tasks={tasks} />;
}

/** Nothing comes next where the way has ended. */
function isClosed(object: CompiledObject, record: RecordRow): boolean {
  const board = object.board;
  const option = board?.options.find((one) => one.value === record[board.by.name]);
  return Boolean(option?.kind && option.kind !== "open");
}

interface StepProps extends RecordSlotProps {
  related: RelatedMeta;
  tasks: CompiledObject;
}

function Step({ object, record, related, tasks }: StepProps) {
  const { t } = useWords();
  const { user } = useMe();
  const list = useRelated(object.plural, record.id, related, "due");
  const change = useChange(tasks);
  const open = list.data?.pages.flatMap((page) => page.items).filter((task) => task.status === "open") ?? [];
  const next = open.find((task) => task.due) ?? open[0];
  const due = tasks.fields.get("due");
  const planned = object.fields.get("next_step");
  const note = planned && !isEmpty(planned, record.next_step) ? String(record.next_step) : "";
  const plan = () =>
    openCreate({
      plural: "tasks",
      given: { [related.link]: record.id, ...(note ? { subject: note } : {}) },
      stay: true,
    });
  const finish = (task: RecordRow) => change(task, { status: "done" }, t("task.finished")).catch(showProblem);
  if (list.isPending) return <div className={classes.band} aria-hidden />;
  return (
    <section className={classes.band} aria-label={t("nextStep.title")}>
      <IconFlag size={17} stroke={1.6} className={classes.icon} aria-hidden />
      <Text span size="sm" c="dimmed" className={classes.label}>
        {t("nextStep.title")}
      </Text>
      {next ? (
        <>
          <Link to="/records/$plural/$id" params={{ plural: "tasks", id: next.id }} className={classes.name}>
            {nameOf(next, tasks.nameField)}
          </Link>
          {due && next.due ? (
            <Text span size="sm" c={next.flags?.overdue ? "var(--attention)" : "dimmed"} className={classes.due}>
              <FieldValue field={due} value={next.due} record={next} short />
            </Text>
          ) : null}
          {may(tasks.permissions, "update", next, user.id) && (
            <ActionIcon
              variant="default"
              size={28}
              ml="auto"
              aria-label={t("nextStep.finish", { name: nameOf(next, tasks.nameField) })}
              title={t("task.finish")}
              data-print="never"
              onClick={() => finish(next)}
            >
              <IconCheck size={16} />
            </ActionIcon>
          )}
        </>
      ) : (
        <Group gap="xs" flex={1} justify="space-between" wrap="nowrap" miw={0}>
          <Text span size="sm" truncate="end">
            {note || t("nextStep.none")}
          </Text>
          {may(tasks.permissions, "create") && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconCalendarPlus size={15} />}
              data-print="never"
              onClick={plan}
            >
              {t("nextStep.plan")}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
