import { Button, Group } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { type FailureKind, useAllFailures } from "@/api/failures";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";

const Question = lazy(() => import("@/kit/Question").then((module) => ({ default: module.Question })));

/** What can be done to all of a kind at once, asked once more. */
export function AllOfKind({ kind, count }: { kind: FailureKind; count: number }) {
  const { t } = useWords("failures");
  const formats = useFormats();
  const { retryAll, dismissAll } = useAllFailures(kind);
  const [asked, setAsked] = useState<"retry" | "dismiss" | null>(null);
  const told = { count, n: formats.number(count) };
  const act = asked === "dismiss" ? dismissAll : retryAll;
  const go = () =>
    act
      .mutateAsync()
      .then((done) => showDone(t(`failures.all.${asked}Done`, { count: done, n: formats.number(done) })), showProblem)
      .finally(() => setAsked(null));
  return (
    <Group gap="xs">
      <Button variant="default" size="compact-md" onClick={() => setAsked("retry")}>
        {t("failures.all.retry", told)}
      </Button>
      <Button variant="subtle" color="gray" size="compact-md" onClick={() => setAsked("dismiss")}>
        {t("failures.all.dismiss", told)}
      </Button>
      <Suspense fallback={null}>
        {asked && (
          <Question
            title={t(`failures.all.${asked}Title`, told)}
            text={t(`failures.all.${asked}Text`)}
            verb={t(`failures.all.${asked}Yes`)}
            isBusy={act.isPending}
            onYes={go}
            onClose={() => setAsked(null)}
          />
        )}
      </Suspense>
    </Group>
  );
}
