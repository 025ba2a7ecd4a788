import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle } from "@tabler/icons-react";
import i18next from "i18next";
import { ApiProblem } from "@/api/problems";
import { problemText } from "./problemText";

const LONG = 10_000;

export function showProblem(problem: unknown): void {
  const t = i18next.t;
  const id = problem instanceof ApiProblem ? problem.requestId : undefined;
  notifications.show({
    color: "pimenton",
    icon: <IconAlertTriangle size={18} />,
    autoClose: LONG,
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
  notifications.show({ message, autoClose: 4_000, withBorder: true });
}

/** A notice with a way back, long enough to be read and reached. */
export function showUndo(message: string, undo: () => Promise<unknown>): void {
  const id = `undo-${Date.now()}`;
  const goBack = () => {
    notifications.hide(id);
    undo().catch(showProblem);
  };
  notifications.show({
    id,
    autoClose: LONG,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="md">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={goBack}>
          {i18next.t("actions.undo")}
        </Button>
      </Group>
    ),
  });
}
