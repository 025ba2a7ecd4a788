import { Button, Center, Text } from "@mantine/core";
import { IconCloudOff, IconLock, IconMapPinOff, IconMoodSad, IconRefresh } from "@tabler/icons-react";
import { Link, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { ApiProblem } from "@/api/problems";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { problemText } from "@/kit/problemText";
import { online } from "@/lib/online";

type Kind = "missing" | "forbidden" | "offline" | "updated" | "failed";

const ICONS = {
  missing: IconMapPinOff,
  forbidden: IconLock,
  offline: IconCloudOff,
  updated: IconRefresh,
  failed: IconMoodSad,
};
/** What browsers say when a file of an older version is no longer there. */
const GONE = /dynamically imported module|module script failed|error loading dynamically|preload CSS/i;

export function kindOf(error: unknown): Kind {
  if (error instanceof ApiProblem) {
    if (error.status === 404) return "missing";
    if (error.status === 403) return "forbidden";
    return error.status === 0 ? "offline" : "failed";
  }
  if (error instanceof Error && GONE.test(error.message)) return online.get() ? "updated" : "offline";
  return "failed";
}

/** A page that could not be drawn says why, and what to do about it. */
export function ProblemPage({ error }: { error: unknown }) {
  const { t } = useWords();
  const router = useRouter();
  const kind = kindOf(error);
  const Icon = ICONS[kind];
  const id = error instanceof ApiProblem && kind === "failed" ? error.requestId : undefined;
  // What could not be shown for want of a network comes by itself when there is one.
  useEffect(() => (kind === "offline" ? online.subscribe(() => router.invalidate()) : undefined), [kind, router]);
  const words = {
    missing: [t("missing.title"), t("missing.text")],
    forbidden: [t("missing.forbidden"), t("missing.forbiddenText")],
    offline: [t("offline.notSeen"), t("offline.notSeenText")],
    updated: [t("missing.updated"), t("missing.updatedText")],
    failed: [problemText(error, t), t("missing.retryText")],
  }[kind];
  const canRetry = kind === "failed" || kind === "offline";
  return (
    <Center mih="60dvh">
      <EmptyState icon={<Icon size={44} stroke={1.2} />} title={words[0] ?? ""} text={words[1] ?? ""}>
        {id && (
          <Text size="sm" c="dimmed">
            {t("missing.reference", { id })}
          </Text>
        )}
        <Button.Group mt="sm">
          {canRetry && (
            <Button variant="default" onClick={() => router.invalidate()}>
              {t("actions.retry")}
            </Button>
          )}
          {kind === "updated" && (
            <Button variant="default" onClick={() => location.reload()}>
              {t("missing.reload")}
            </Button>
          )}
          <Button renderRoot={(props) => <Link {...props} to="/" />}>{t("missing.home")}</Button>
        </Button.Group>
      </EmptyState>
    </Center>
  );
}

export function MissingPage() {
  return <ProblemPage error={new ApiProblem(404)} />;
}
