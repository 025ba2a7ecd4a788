import { Badge, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useSecondStep } from "@/api/account";
import type { SecondStep } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Section } from "@/kit/Section";
import type { StepWish } from "./SecondStepDialog";

const SecondStepDialog = lazy(() =>
  import("./SecondStepDialog").then((module) => ({ default: module.SecondStepDialog })),
);

const FEW_CODES = 3;

/** Whether the password alone lets one in, and what to do when the phone is lost. */
export function SecondStepSection() {
  const { t } = useWords("admin");
  const step = useSecondStep().data;
  const [wish, setWish] = useState<StepWish | null>(null);
  return (
    <Section
      title={t("account.step")}
      text={t("account.stepText")}
      aside={
        step && (
          <Badge color={step.is_on ? "albahaca" : "gray"}>
            {step.is_on ? t("account.stepOn") : t("account.stepOff")}
          </Badge>
        )
      }
    >
      {step ? <State step={step} ask={setWish} /> : <Skeleton height={36} maw={200} />}
      <Suspense fallback={null}>{wish && <SecondStepDialog wish={wish} onClose={() => setWish(null)} />}</Suspense>
    </Section>
  );
}

function State({ step, ask }: { step: SecondStep; ask(wish: StepWish): void }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  if (!step.is_on) return <Button onClick={() => ask("on")}>{t("account.wishes.on")}</Button>;
  const left = step.recovery_codes_left;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t("account.stepSince", { day: step.since ? formats.instant(step.since) : "" })}{" "}
        <Text span c={left < FEW_CODES ? "var(--attention)" : "dimmed"}>
          {t("account.codesLeft", { count: left })}
        </Text>
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => ask("codes")}>
          {t("account.wishes.codes")}
        </Button>
        {!step.is_required && (
          <Button variant="default" onClick={() => ask("off")}>
            {t("account.wishes.off")}
          </Button>
        )}
      </Group>
      {step.is_required && (
        <Text size="sm" c="dimmed">
          {t("account.stepRequired")}
        </Text>
      )}
    </Stack>
  );
}
