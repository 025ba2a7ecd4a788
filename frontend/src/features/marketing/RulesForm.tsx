import { Button, Group, NumberInput, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { type MarketingSettings, useChangeMarketing } from "@/api/marketing";
import { useMayManage } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { showProblem, showUndo } from "@/kit/notices";
import { errorTexts } from "@/kit/problemText";
import { Section } from "@/kit/Section";
import classes from "./Marketing.module.css";

const CAP = { most: 3, days: 7 };
const QUIET = { from: "21:00", to: "09:00" };
const MOST_MAILS = 100;
const MOST_DAYS = 90;

/** How often, at which hours and on which permissions the firm writes. */
export function RulesForm({ settings }: { settings: MarketingSettings }) {
  const { t } = useWords("marketing");
  const change = useChangeMarketing();
  const mayWrite = useMayManage("marketing", "update");
  const [draft, setDraft] = useState(settings);
  const [problem, setProblem] = useState<unknown>(null);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(settings);
  const errors = errorTexts(problem, t);
  const edit = (part: Partial<MarketingSettings>) => setDraft((held) => ({ ...held, ...part }));
  const { frequency_cap: cap, quiet_hours: quiet } = draft;

  const save = async () => {
    setProblem(null);
    try {
      const saved = await change.mutateAsync(draft);
      showUndo(t("rules.saved"), () => change.mutateAsync({ ...settings, version: saved.version }));
    } catch (reason) {
      setProblem(reason);
      showProblem(reason);
    }
  };
  return (
    <fieldset className={classes.rules} disabled={!mayWrite}>
      <Section title={t("rules.often")} text={t("rules.oftenText")}>
        <Stack gap="sm">
          <Switch
            label={t("rules.cap")}
            checked={cap !== null}
            onChange={(event) => edit({ frequency_cap: event.currentTarget.checked ? CAP : null })}
          />
          {cap && (
            <div className={classes.pair}>
              <NumberInput
                label={t("rules.most")}
                min={1}
                max={MOST_MAILS}
                allowDecimal={false}
                value={cap.most}
                error={errors["frequency_cap.most"]}
                onChange={(most) => edit({ frequency_cap: { ...cap, most: Number(most) } })}
              />
              <NumberInput
                label={t("rules.days")}
                min={1}
                max={MOST_DAYS}
                allowDecimal={false}
                value={cap.days}
                error={errors["frequency_cap.days"]}
                onChange={(days) => edit({ frequency_cap: { ...cap, days: Number(days) } })}
              />
            </div>
          )}
          <Text size="sm" c="dimmed">
            {cap ? t("rules.capSaid", { count: cap.most, days: cap.days }) : t("rules.noCap")}
          </Text>
        </Stack>
      </Section>
      <Section title={t("rules.hours")} text={t("rules.hoursText")}>
        <Stack gap="sm">
          <Switch
            label={t("rules.quiet")}
            checked={quiet !== null}
            onChange={(event) => edit({ quiet_hours: event.currentTarget.checked ? QUIET : null })}
          />
          {quiet && (
            <div className={classes.pair}>
              <TextInput
                type="time"
                label={t("rules.from")}
                required
                value={quiet.from}
                error={errors["quiet_hours.from"]}
                onChange={(event) => edit({ quiet_hours: { ...quiet, from: event.currentTarget.value } })}
              />
              <TextInput
                type="time"
                label={t("rules.to")}
                required
                value={quiet.to}
                error={errors["quiet_hours.to"]}
                onChange={(event) => edit({ quiet_hours: { ...quiet, to: event.currentTarget.value } })}
              />
            </div>
          )}
        </Stack>
      </Section>
      <Section title={t("rules.permission")} text={t("rules.permissionText")}>
        <Stack gap="md">
          <Switch
            label={t("rules.double")}
            description={t("rules.doubleHint")}
            checked={draft.double_opt_in}
            onChange={(event) => edit({ double_opt_in: event.currentTarget.checked })}
          />
          <Switch
            label={t("rules.soft")}
            description={t("rules.softHint")}
            checked={draft.soft_opt_in}
            onChange={(event) => edit({ soft_opt_in: event.currentTarget.checked })}
          />
          {mayWrite && (
            <Group>
              <Button disabled={!isDirty} loading={change.isPending} onClick={save}>
                {t("actions.saveChanges")}
              </Button>
              {isDirty && (
                <Button variant="subtle" onClick={() => setDraft(settings)}>
                  {t("rules.reset")}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      </Section>
      <LeaveGuard isDirty={isDirty} />
    </fieldset>
  );
}
