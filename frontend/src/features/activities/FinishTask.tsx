import { Button } from "@mantine/core";
import { IconCheck, IconRotate } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import type { RecordSlotProps } from "@/kit/slots";
import { useChange } from "@/kit/useChange";

/** Finishing a task cancels its reminder; opening it again sets it anew. */
export function FinishTask({ object, record }: RecordSlotProps) {
  const { t } = useWords();
  const change = useChange(object);
  const isDone = record.status === "done";
  const toggle = () =>
    change(record, { status: isDone ? "open" : "done" }, isDone ? t("task.reopened") : t("task.finished")).catch(
      showProblem,
    );
  return (
    <Button
      variant={isDone ? "default" : "filled"}
      leftSection={isDone ? <IconRotate size={16} /> : <IconCheck size={16} />}
      onClick={toggle}
    >
      {isDone ? t("task.reopen") : t("task.finish")}
    </Button>
  );
}
