import { ActionIcon } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { lazy } from "react";
import { useNotifications } from "@/api/notifications";
import { useWords } from "@/i18n/useWords";
import { Drop } from "../Drop";
import classes from "./Bell.module.css";

const NotificationPanel = lazy(() =>
  import("./NotificationPanel").then((module) => ({ default: module.NotificationPanel })),
);

/** Whether others did something that concerns the reader; what it was, comes when asked. */
export function NotificationBell() {
  const { t } = useWords();
  const unread = useNotifications().data?.unread ?? 0;
  return (
    <Drop
      role="dialog"
      label={t("bell.title")}
      width={360}
      target={(props) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          className={classes.bell}
          data-new={unread > 0 || undefined}
          aria-label={unread ? t("bell.new") : t("bell.title")}
          {...props}
        >
          <IconBell size={18} stroke={1.6} />
        </ActionIcon>
      )}
    >
      {(close) => <NotificationPanel onClose={close} />}
    </Drop>
  );
}
