import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { lazy, use, useState } from "react";
import type { Step, StepKind } from "@/api/automations";
import { useWords } from "@/i18n/useWords";
import { OnPress } from "@/kit/OnPress";
import classes from "./Automations.module.css";
import { PageContext } from "./around";
import { copied, moved, newStep } from "./draft";
import { StepCard } from "./StepCard";

const loadAdd = () => import("./AddStepDrop");
const AddStepDrop = lazy(() => loadAdd().then((module) => ({ default: module.AddStepDrop })));

interface Props {
  steps: readonly Step[];
  /** The steps of the automation itself, not those of a way within it. */
  isWhole?: boolean;
  /** What the list belongs to, for the name of its button. */
  of?: string;
  onChange(steps: Step[]): void;
}

/** Steps in their order, and a place for one more. */
export function Steps({ steps, isWhole = false, of, onChange }: Props) {
  const { t } = useWords("automations");
  const { mayWrite } = use(PageContext);
  const [added, setAdded] = useState<string | null>(null);
  const add = (kind: StepKind, action?: string) => {
    const step = newStep(kind, action);
    setAdded(step.id);
    onChange([...steps, step]);
  };
  const copy = (step: Step, place: number) => {
    const made = copied([step]);
    setAdded(made[0]?.id ?? null);
    onChange([...steps.slice(0, place + 1), ...made, ...steps.slice(place + 1)]);
  };
  return (
    <>
      {!steps.length && (
        <Text size="sm" c="dimmed" mb="xs">
          {t(isWhole ? "automations.steps.none" : "automations.steps.goesOn")}
        </Text>
      )}
      {steps.length > 0 && (
        <ol className={classes.steps}>
          {steps.map((step, place) => (
            <StepCard
              key={step.id}
              step={step}
              isNew={step.id === added}
              onChange={(next) => onChange(steps.map((one) => (one.id === step.id ? next : one)))}
              onUp={place > 0 ? () => onChange(moved(steps, place, place - 1)) : undefined}
              onDown={place < steps.length - 1 ? () => onChange(moved(steps, place, place + 1)) : undefined}
              onCopy={() => copy(step, place)}
              onRemove={() => onChange(steps.filter((one) => one.id !== step.id))}
            />
          ))}
        </ol>
      )}
      {mayWrite && (
        <OnPress
          target={
            <Button
              variant="default"
              size={isWhole ? "sm" : "compact-sm"}
              leftSection={<IconPlus size={16} />}
              aria-label={of ? t("automations.steps.addTo", { name: of }) : undefined}
            >
              {t("automations.steps.add")}
            </Button>
          }
          menu={AddStepDrop}
          load={loadAdd}
          menuProps={{ onAdd: add }}
        />
      )}
    </>
  );
}
