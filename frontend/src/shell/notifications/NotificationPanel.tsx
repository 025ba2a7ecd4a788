import { Button, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { MOST_UNREAD, useNotifications, useReadNotifications } from "@/api/notifications";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { NotificationItem } from "./NotificationItem";
import classes from "./Notifications.module.css";

/** The latest, under the bell. */
export function NotificationPanel({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const told = useNotifications().data;
  const read = useReadNotifications();
  const items = told?.items ?? [];
  const latest = items[0]?.at;
  return (
    <>
      <div className={classes.head}>
        <Text fw={600}>{useUnreadWords(told?.unread ?? 0)}</Text>
        {latest && (told?.unread ?? 0) > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => read.mutateAsync({ up_to: latest }).catch(showProblem)}
          >
            {t("bell.readAll")}
          </Button>
        )}
      </div>
      <div className={classes.scroll}>
        {told && items.length === 0 && (
          <Text c="dimmed" p="md">
            {t("bell.emptyHint")}
          </Text>
        )}
        <ul className={classes.list}>
          {items.map((item) => (
            <NotificationItem key={item.id} item={item} onOpen={onClose} />
          ))}
        </ul>
      </div>
      <div className={classes.foot}>
        <Link to="/notifications" className={classes.all} onClick={onClose}>
          {t("bell.all")}
        </Link>
      </div>
    </>
  );
}

export function useUnreadWords(unread: number): string {
  const { t } = useWords();
  if (unread === 0) return t("bell.title");
  return unread >= MOST_UNREAD ? t("bell.manyUnread", { count: MOST_UNREAD - 1 }) : t("bell.unread", { count: unread });
}
