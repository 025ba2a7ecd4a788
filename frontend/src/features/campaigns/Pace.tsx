import { Chip, Group, Input, SimpleGrid, Switch, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import classes from "./Campaigns.module.css";
import { NumberField } from "./NumberField";
import { Part } from "./Part";
import type { PartProps } from "./PlanForm";
import { DAYS, type Day, WINDOW } from "./plan";

/** On which days, at which hours, and how many an hour. */
export function Pace({ draft, errors, onChange }: PartProps) {
  const { t } = useWords("campaigns");
  const { window } = draft;
  const change = (part: Partial<typeof WINDOW>) =>
    onChange({ ...draft, window: { ...WINDOW, ...window, ...part } as typeof draft.window });
  return (
    <Part title={t("plan.when")}>
      <Switch
        label={t("plan.window")}
        description={t("plan.windowHint")}
        checked={Boolean(window)}
        onChange={(event) => onChange({ ...draft, window: event.currentTarget.checked ? WINDOW : null })}
      />
      {window && (
        <div className={classes.inset}>
          <Input.Wrapper label={t("plan.days")} labelElement="div" mb="sm">
            <Chip.Group
              multiple
              value={window.days}
              onChange={(days) => days.length && change({ days: days as Day[] })}
            >
              <Group gap={6} role="group" aria-label={t("plan.days")}>
                {DAYS.map((day) => (
                  <Chip key={day} value={day} size="sm" variant="outline">
                    {t(`plan.day.${day}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
          <SimpleGrid cols={2} spacing="sm" maw={360}>
            <TextInput
              type="time"
              label={t("plan.fromHour")}
              value={window.from}
              error={errors.window}
              onChange={(event) => event.currentTarget.value && change({ from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t("plan.toHour")}
              value={window.to}
              onChange={(event) => event.currentTarget.value && change({ to: event.currentTarget.value })}
            />
          </SimpleGrid>
        </div>
      )}
      <Switch
        label={t("hours.each")}
        description={t("hours.eachHint")}
        checked={draft.personal_hour}
        onChange={(event) => onChange({ ...draft, personal_hour: event.currentTarget.checked })}
      />
      <NumberField
        label={t("plan.perHour")}
        description={t("plan.perHourHint")}
        placeholder={t("plan.asFast")}
        min={1}
        max={1_000_000}
        value={draft.per_hour}
        error={errors.per_hour}
        onChange={(value) => onChange({ ...draft, per_hour: value })}
      />
    </Part>
  );
}
