import { Stepper } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useWords } from "@/i18n/useWords";

const STEPS = ["file", "check", "run"] as const;

export function ImportSteps({ active }: { active: number }) {
  const { t } = useWords();
  const isPhone = useMediaQuery("(max-width: 36em)");
  return (
    <Stepper
      active={active}
      size="xs"
      allowNextStepsSelect={false}
      maw={640}
      mx="auto"
      aria-label={t("import.steps.title")}
    >
      {STEPS.map((step) => (
        <Stepper.Step
          key={step}
          label={isPhone ? undefined : t(`import.steps.${step}`)}
          aria-label={t(`import.steps.${step}`)}
        />
      ))}
    </Stepper>
  );
}
