import { ActionIcon, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { FailureKind } from "@/api/failures";
import { useReadNotifications } from "@/api/notifications";
import type { Notification } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { withWords } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { AccessWish } from "./AccessWish";
import classes from "./Notifications.module.css";

const FAILED = "something_failed";
const RAISED = "alarm_raised";
const AlarmNotice = lazy(() =>
  withWords("alarms", () => import("./AlarmNotice")).then((module) => ({ default: module.AlarmNotice })),
);
const FailureNotice = lazy(() =>
  withWords("failures", () => import("./FailureNotice")).then((module) => ({
    default: module.FailureNotice,
  })),
);

/** Who did what with which record, and when; opening it reads it. */
export function NotificationItem({ item, onOpen }: { item: Notification; onOpen?(): void }) {
  const { t, has } = useWords();
  const formats = useFormats();
  const read = useReadNotifications();
  const data = item.data as Record<string, unknown>;
  const about = String(data.what ?? item.kind);
  const key = `bell.kind.${about}`;
  const plural = typeof data.plural === "string" ? data.plural : null;
  const markRead = () => {
    if (!item.read) read.mutate({ ids: [item.id] });
  };
  const open = () => {
    markRead();
    onOpen?.();
  };
  return (
    <li className={classes.item} data-unread={!item.read || undefined}>
      <span className={classes.dot} aria-hidden />
      <div className={classes.words}>
        <Text size="md" component="div">
          {!item.read && <span className={classes.hidden}>{t("bell.isUnread")} </span>}
          {about === FAILED ? (
            <Suspense fallback={null}>
              <FailureNotice
                kind={data.failed as FailureKind}
                count={Number(data.count)}
                className={classes.link}
                onOpen={open}
              />
            </Suspense>
          ) : about === RAISED ? (
            <Suspense fallback={null}>
              <AlarmNotice id={String(data.alarm)} title={String(data.title)} className={classes.link} onOpen={open} />
            </Suspense>
          ) : (
            <>
              {item.actor && about !== "task_reminder" && <UserName id={item.actor} withFace={false} />}{" "}
              {has(key) ? t(key) : t("bell.kind.other")}{" "}
            </>
          )}
          {plural && about !== RAISED && typeof data.id === "string" && (
            <Link to="/records/$plural/$id" params={{ plural, id: data.id }} className={classes.link} onClick={open}>
              {String(data.name ?? t("timeline.unnamed"))}
            </Link>
          )}
        </Text>
        <Text size="xs" c="dimmed">
          {formats.when(item.at)}
        </Text>
        {!item.read && about === "access_requested" && plural && (
          <AccessWish
            plural={plural}
            id={String(data.id)}
            user={String(data.user)}
            message={typeof data.message === "string" ? data.message : undefined}
            onAnswered={markRead}
          />
        )}
      </div>
      {!item.read && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.read}
          aria-label={t("bell.read")}
          title={t("bell.read")}
          onClick={markRead}
        >
          <IconCheck size={16} />
        </ActionIcon>
      )}
    </li>
  );
}
