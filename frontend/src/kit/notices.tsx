import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle } from "@tabler/icons-react";
import i18next from "i18next";
import { ApiProblem } from "@/api/problems";
import { problemText } from "./problemText";

const LONG = 10_000;

/** The name of the cross of a notice. */
export const closing = () => ({ "aria-label": i18next.t("actions.close") });

export function showProblem(problem: unknown): void {
  const t = i18next.t;
  const id = problem instanceof ApiProblem ? problem.requestId : undefined;
  notifications.show({
    color: "pimenton",
    icon: <IconAlertTriangle size={18} />,
    autoClose: LONG,
    closeButtonProps: closing(),
    message: (
      <>
        <Text size="md">{problemText(problem, t)}</Text>
        {id && (
          <Text size="xs" c="dimmed">
            {t("problems.reference", { id })}
          </Text>
        )}
      </>
    ),
  });
}

export function showDone(message: string): void {
  notifications.show({ message, autoClose: 4_000, withBorder: true, closeButtonProps: closing() });
}

/** The ways back that are still offered, the latest last. */
const waysBack = new Map<string, () => void>();

/** Takes back what was done last, while its notice is there; for whoever has no hand on the mouse. */
export function undoLast(): void {
  [...waysBack.values()].at(-1)?.();
}

/** A notice with a way back, long enough to be read and reached; one with the same `id` gives way to it. */
export function showUndo(message: string, undo: () => Promise<unknown>, id = `undo-${Date.now()}`): void {
  notifications.hide(id);
  const goBack = () => {
    notifications.hide(id);
    waysBack.delete(id);
    undo().catch(showProblem);
  };
  waysBack.set(id, goBack);
  notifications.show({
    id,
    autoClose: LONG,
    closeButtonProps: closing(),
    withBorder: true,
    onClose: () => waysBack.delete(id),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="md">{message}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={goBack}>
          {i18next.t("actions.undo")}
        </Button>
      </Group>
    ),
  });
}
