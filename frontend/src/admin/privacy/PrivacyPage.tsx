import { Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { IconDownload, IconShieldLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { privacyArchive, usePrivacyRequests } from "@/api/privacy";
import type { PrivacyRequest } from "@/api/recordTypes";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { MoreButton } from "@/kit/MoreButton";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import classes from "./Privacy.module.css";

const AskDialog = lazy(() => import("./AskForm").then((module) => ({ default: module.AskDialog })));

/** The register of what people asked for about their own data, and until when the law wants an answer. */
export function PrivacyPage() {
  const { t } = useWords("admin");
  const requests = usePrivacyRequests();
  const items = requests.data?.pages.flatMap((page) => page.items) ?? [];
  const [isAsking, setAsking] = useState(false);
  const ask = <Button onClick={() => setAsking(true)}>{t("privacy.ask")}</Button>;
  return (
    <Page title={t("privacy.title")} actions={ask}>
      {requests.isPending && <Skeleton height={160} aria-hidden />}
      {requests.isSuccess && items.length === 0 && (
        <EmptyState
          icon={<IconShieldLock size={44} stroke={1.2} />}
          title={t("privacy.empty")}
          text={t("privacy.emptyText")}
        />
      )}
      {items.length > 0 && (
        <ul className={classes.list} aria-label={t("privacy.list")}>
          {items.map((request) => (
            <RequestLine key={request.id} request={request} />
          ))}
        </ul>
      )}
      <MoreButton list={requests}>{t("privacy.more")}</MoreButton>
      <Suspense fallback={null}>{isAsking && <AskDialog onClose={() => setAsking(false)} />}</Suspense>
    </Page>
  );
}

const COLORS: Record<string, string> = { done: "albahaca", failed: "pimenton" };

function RequestLine({ request }: { request: PrivacyRequest }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const users = useUsers();
  const [isBusy, setBusy] = useState(false);
  const { state, kind } = request;
  const standing = state === "done" || state === "failed" ? state : "running";
  const isLate = standing !== "done" && request.due_on < new Date().toISOString().slice(0, 10);
  const download = () => {
    setBusy(true);
    privacyArchive(request.id)
      .then((url) => url && location.assign(url), showProblem)
      .finally(() => setBusy(false));
  };
  return (
    <li className={classes.request}>
      <div>
        <Group gap={8}>
          <Text fw={550}>{t(`privacy.kinds.${kind}`)}</Text>
          <Badge color={COLORS[standing] ?? "gray"}>{t(`privacy.states.${standing}`)}</Badge>
          {isLate && <Badge color="pimenton">{t("privacy.overdue")}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {[
            t("privacy.receivedOn", { when: formats.day(request.received_on) }),
            t("privacy.due", { when: formats.day(request.due_on) }),
            t("privacy.by", {
              name: userName(users.find((user) => user.id === request.created_by)) || t("audit.someone"),
            }),
          ].join(" · ")}
        </Text>
        {request.problem && (
          <Text size="sm" c="pimenton">
            {request.problem.detail}
          </Text>
        )}
      </div>
      {kind === "access" && (
        <Group gap="xs">
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            renderRoot={(props) => (
              <Link {...props} to="/records/$plural/$id" params={{ plural: request.object, id: request.record }} />
            )}
          >
            {t("privacy.see")}
          </Button>
          {state === "done" && (
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconDownload size={16} />}
              loading={isBusy}
              onClick={download}
            >
              {t("privacy.download")}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}
