import { ActionIcon } from "@mantine/core";
import { IconBellPlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { Metric } from "@/api/alarms";
import { useMayManage } from "@/api/objects";
import { withWords } from "@/i18n/i18n";

const AlarmDialog = lazy(() =>
  withWords("alarms", () => import("./AlarmDialog")).then((module) => ({ default: module.AlarmDialog })),
);

interface Props {
  metric: Metric;
  /** What it says to whoever cannot see the bell: "Tell me about the click rate". */
  label: string;
}

/** A bell beside a number: whoever presses it says when they want to hear of it. Nothing for those who may not. */
export function AlarmBell({ metric, label }: Props) {
  const [isOpen, setOpen] = useState(false);
  const mayCreate = useMayManage("alarms", "create");
  if (!mayCreate) return null;
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      >
        <IconBellPlus size={16} stroke={1.6} />
      </ActionIcon>
      <Suspense fallback={null}>{isOpen && <AlarmDialog metric={metric} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
