import { Button, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { type Failure, useFailureWrites } from "@/api/failures";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { Belongs } from "./Belongs";
import classes from "./Failures.module.css";
import { useFailureWords } from "./useFailureWords";

const RetryKnowingly = lazy(() => import("./RetryKnowingly").then((module) => ({ default: module.RetryKnowingly })));

/** One thing that failed: what, about whom, why and when; and what can be done about it. */
export function FailureLine({ failure }: { failure: Failure }) {
  const { t } = useWords("failures");
  const formats = useFormats();
  const words = useFailureWords();
  const { retry, dismiss, restore } = useFailureWrites();
  const [isAsking, setAsking] = useState(false);
  const { id, kind } = failure;
  const name = words.title(failure);
  const when = formats.instant(failure.at);
  const again = (knowingly: boolean) => {
    setAsking(false);
    retry
      .mutateAsync({ id, knowingly })
      .then(
        () => showDone(t(kind === "parked" ? "failures.retry.soon" : "failures.retry.done", { name })),
        showProblem,
      );
  };
  const rest = () =>
    dismiss
      .mutateAsync(id)
      .then(
        () => showUndo(t("failures.dismiss.done", { name }), () => restore.mutateAsync(id), `failure-${id}`),
        showProblem,
      );
  return (
    <li className={classes.line} aria-label={t("failures.line", { name, when })}>
      <div className={classes.words}>
        <Text fw={600}>{name}</Text>
        <Text size="sm">{words.why(failure)}</Text>
        <Belongs failure={failure} />
        <Text size="xs" c="dimmed">
          <time dateTime={failure.at}>{when}</time>
        </Text>
      </div>
      <div className={classes.acts}>
        {failure.may_retry && (
          <Button
            variant="default"
            size="compact-md"
            aria-label={t("failures.retry.of", { name, when })}
            loading={retry.isPending}
            onClick={() => (failure.may_have_worked ? setAsking(true) : again(false))}
          >
            {t("failures.retry.one")}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          aria-label={t("failures.dismiss.of", { name, when })}
          loading={dismiss.isPending}
          onClick={rest}
        >
          {t("failures.dismiss.one")}
        </Button>
      </div>
      <Suspense fallback={null}>
        {isAsking && <RetryKnowingly onYes={() => again(true)} onClose={() => setAsking(false)} />}
      </Suspense>
    </li>
  );
}
