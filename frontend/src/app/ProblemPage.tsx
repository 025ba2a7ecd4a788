import { Button, Center } from "@mantine/core";
import { IconMoodSad } from "@tabler/icons-react";
import { Link, useRouter } from "@tanstack/react-router";
import { ApiProblem } from "@/api/problems";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { problemText } from "@/kit/problemText";

/** A page that could not be drawn says why and offers the next step. */
export function ProblemPage({ error }: { error: unknown }) {
  const { t } = useWords();
  const router = useRouter();
  const isMissing = error instanceof ApiProblem && error.status === 404;
  return (
    <Center mih="60dvh">
      <EmptyState
        icon={<IconMoodSad size={44} stroke={1.2} />}
        title={isMissing ? t("missing.title") : problemText(error, t)}
        text={isMissing ? t("missing.text") : t("missing.retryText")}
      >
        <Button.Group mt="sm">
          {!isMissing && (
            <Button variant="default" onClick={() => router.invalidate()}>
              {t("actions.retry")}
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
