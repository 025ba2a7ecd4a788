import { Button, Skeleton, Stack, Switch, Title } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useState } from "react";
import { useAllNotifications, useReadNotifications } from "@/api/notifications";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { NotificationItem } from "./NotificationItem";
import classes from "./Notifications.module.css";
import { PreferencesTable } from "./PreferencesTable";

/** Everything one has been told, and what one wants to be told. */
export function NotificationsPage() {
  const { t } = useWords();
  const list = useAllNotifications();
  const read = useReadNotifications();
  const [isShort, setShort] = useState(false);
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = isShort ? all.filter((item) => !item.read) : all;
  const latest = all[0]?.at;
  return (
    <Page
      title={t("bell.title")}
      actions={
        latest &&
        all.some((item) => !item.read) && (
          <Button variant="default" onClick={() => read.mutateAsync({ up_to: latest }).catch(showProblem)}>
            {t("bell.readAll")}
          </Button>
        )
      }
    >
      <Stack gap="xl" className={classes.page}>
        <section aria-label={t("bell.title")}>
          {all.length > 0 && (
            <Switch
              label={t("bell.onlyUnread")}
              checked={isShort}
              mb="sm"
              onChange={(event) => setShort(event.currentTarget.checked)}
            />
          )}
          {list.isPending && <Skeleton height={56} aria-hidden />}
          {list.isSuccess && shown.length === 0 && (
            <EmptyState
              icon={<IconBell size={40} stroke={1.2} />}
              title={isShort && all.length > 0 ? t("bell.noUnread") : t("bell.empty")}
              text={isShort && all.length > 0 ? "" : t("bell.emptyHint")}
            />
          )}
          <ul className={classes.list}>
            {shown.map((item) => (
              <NotificationItem key={item.id} item={item} />
            ))}
          </ul>
          {list.hasNextPage && (
            <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              {t("bell.more")}
            </Button>
          )}
        </section>
        <section aria-labelledby="notification-preferences">
          <Title order={2} id="notification-preferences">
            {t("bell.preferences")}
          </Title>
          <PreferencesTable />
        </section>
      </Stack>
    </Page>
  );
}
