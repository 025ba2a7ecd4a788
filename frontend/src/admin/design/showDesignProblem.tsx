import { notifications } from "@mantine/notifications";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { closing } from "@/kit/notices";
import { designProblem } from "./problems";

/** Says in a notice why a design was refused. */
export function showDesignProblem(problem: unknown, t: TFunction): void {
  notifications.show({
    color: "pimenton",
    icon: <IconAlertTriangle size={18} />,
    autoClose: 10_000,
    closeButtonProps: closing(),
    message: designProblem(problem, t),
  });
}
