import { Button, Center, Text } from "@mantine/core";
import { IconCloudOff, IconLock, IconMapPinOff, IconMoodSad, IconRefresh } from "@tabler/icons-react";
import { Link, useRouter } from "@tanstack/react-router";
import { useLayoutEffect } from "react";
import { ApiProblem } from "@/api/problems";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { problemText } from "@/kit/problemText";
import { useStore } from "@/lib/store";
import { comeBack, finding } from "./comeback";

type Kind = "missing" | "forbidden" | "offline" | "lacking" | "failed";

const ICONS = {
  missing: IconMapPinOff,
  forbidden: IconLock,
  offline: IconCloudOff,
  updated: IconRefresh,
  failed: IconMoodSad,
};
/** What browsers say when a file did not come: there is no network, or a newer build no longer has it. */
const LACKING = /dynamically imported module|module script failed|error loading dynamically|preload CSS/i;

export function kindOf(error: unknown): Kind {
  if (error instanceof ApiProblem) {
    if (error.status === 404) return "missing";
    if (error.status === 403) return "forbidden";
    return error.status === 0 ? "offline" : "failed";
  }
  if (error instanceof Error && LACKING.test(error.message)) return "lacking";
  return "failed";
}

/** A page that could not be drawn says why, and what to do about it. */
export function ProblemPage({ error }: { error: unknown }) {
  const { t } = useWords();
  const router = useRouter();
  const cause = kindOf(error);
  const found = useStore(finding);
  // Before it is painted, so that nothing is said that was true of another page.
  useLayoutEffect(() => {
    if (cause !== "offline" && cause !== "lacking") return;
    return comeBack({
      page: router.state.location.href,
      isFile: cause === "lacking",
      again: () => router.invalidate(),
      reload: () => location.reload(),
    });
  }, [cause, router]);
  const kind = cause === "lacking" ? found : cause;
  if (kind === "asking") return <Center mih="60dvh" aria-busy />;
  const Icon = ICONS[kind];
  const id = error instanceof ApiProblem && kind === "failed" ? error.requestId : undefined;
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
