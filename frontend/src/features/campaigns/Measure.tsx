import { Code, Switch, Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import classes from "./Campaigns.module.css";
import { NumberField } from "./NumberField";
import { Part } from "./Part";
import type { PartProps } from "./PlanForm";

/** How many are spared to compare with, and whether links say by which campaign somebody comes. */
export function Measure({ draft, errors, slug, onChange }: PartProps) {
  const { t } = useWords("campaigns");
  return (
    <Part title={t("plan.measure")}>
      <NumberField
        label={t("plan.control")}
        description={t("plan.controlHint")}
        unit={t("plan.percent")}
        min={0}
        max={50}
        value={draft.control}
        error={errors.control}
        onChange={(value) => onChange({ ...draft, control: value ?? 0 })}
      />
      <Switch
        label={t("plan.utm")}
        description={t("plan.utmHint")}
        checked={draft.utm}
        onChange={(event) => onChange({ ...draft, utm: event.currentTarget.checked })}
      />
      {draft.utm && slug && (
        <Text size="sm" c="dimmed">
          <Code className={classes.address}>{`utm_source=tendero&utm_medium=email&utm_campaign=${slug}`}</Code>
        </Text>
      )}
    </Part>
  );
}
