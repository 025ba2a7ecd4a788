import { Group, Text } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { RecordSlotProps } from "@/kit/slots";
import { nearness } from "@/lib/dates";
import { nextTaskQuery } from "./nextTasks";

/** The next task about a record, on its card. */
export function NextTask({ object, record }: RecordSlotProps) {
  const { t } = useWords();
  const formats = useFormats();
  const isThere = useObjects().some((one) => one.plural === "tasks") && object.features.activities;
  const tasks = useMaybeObject(isThere ? "tasks" : undefined);
  const link = [...(tasks?.fields.values() ?? [])].find((field) => field.type === "link" && field.to === object.plural);
  const { data: task } = useQuery({
    ...nextTaskQuery(object.plural, link?.name ?? "", record.id),
    enabled: Boolean(link),
  });
  if (!task) return null;
  const due = dueOf(task.due);
  const isOverdue = due ? nearness(due, new Date(), formats.timeZone) === "overdue" : false;
  return (
    <Group gap={4} wrap="nowrap" fz="xs" c={isOverdue ? "var(--attention)" : "dimmed"}>
      <IconChecklist size={14} aria-hidden style={{ flex: "none" }} />
      <Text span inherit truncate="end">
        <Link
          to="/records/$plural/$id"
          params={{ plural: "tasks", id: task.id }}
          draggable={false}
          style={{ color: "inherit" }}
          title={t("board.nextTask")}
        >
          {String(task.subject ?? "")}
        </Link>
      </Text>
      {due && (
        <Text span inherit className="numbers" style={{ whiteSpace: "nowrap" }}>
          {formats.ago(due)}
        </Text>
      )}
    </Group>
  );
}

function dueOf(due: unknown): string | undefined {
  if (typeof due === "string") return due;
  return due && typeof due === "object" && "utc" in due ? String(due.utc) : undefined;
}
