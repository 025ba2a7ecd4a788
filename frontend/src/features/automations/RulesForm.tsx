import { Checkbox, Group, NumberInput, Radio, Skeleton, Stack, Switch, Text } from "@mantine/core";
import { lazy, Suspense, use } from "react";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Automations.module.css";
import { PageContext } from "./around";
import type { Draft } from "./draft";
import type { Props } from "./Rules";
import { SpanInput } from "./SpanInput";

const ENDS = ["answered", "bought", "unsubscribed"] as const;
const ConditionTree = lazy(() => import("./ConditionTree").then((module) => ({ default: module.ConditionTree })));

/** Whether one may enter again, what makes one leave early, and how many are too many. */
export function RulesForm({ draft, onChange }: Props) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const { object, errors } = use(PageContext);
  return (
    <Stack gap="md">
      <Radio.Group
        label={t("automations.rules.reentry")}
        value={draft.reentry}
        onChange={(value) =>
          onChange({
            reentry: value as Draft["reentry"],
            cooldown: value === "again" ? (draft.cooldown ?? { days: 30 }) : null,
          })
        }
      >
        <Stack gap={6} mt={6}>
          <Radio value="never" label={t("automations.rules.never")} />
          <Radio value="again" label={t("automations.rules.again")} />
        </Stack>
      </Radio.Group>
      {draft.reentry === "again" && (
        <Switch
          label={t("automations.rules.withCooldown")}
          checked={Boolean(draft.cooldown)}
          onChange={(event) => onChange({ cooldown: event.currentTarget.checked ? { days: 30 } : null })}
        />
      )}
      {draft.cooldown && (
        <SpanInput
          label={t("automations.rules.cooldown")}
          value={draft.cooldown}
          error={errors.cooldown}
          onChange={(cooldown) => onChange({ cooldown })}
        />
      )}
      <div role="group" aria-label={t("automations.rules.exit")}>
        <span className={classes.label}>{t("automations.rules.exit")}</span>
        <Suspense fallback={<Skeleton height={64} />}>
          <ConditionTree object={object} filter={draft.exit} onChange={(exit) => onChange({ exit })} />
        </Suspense>
        <Text size="sm" c="dimmed" mt={4}>
          {t("automations.rules.exitAlways")}
        </Text>
      </div>
      <Checkbox.Group
        label={t("automations.rules.endsOn")}
        description={t("automations.rules.endsOnHint")}
        value={draft.ends_on}
        onChange={(ends_on) => onChange({ ends_on: ends_on as Draft["ends_on"] })}
      >
        <Group gap="md" mt={6}>
          {ENDS.map((value) => (
            <Checkbox key={value} value={value} label={t(`automations.rules.ends.${value}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <NumberInput
        label={t("automations.rules.most")}
        description={t("automations.rules.mostHint")}
        w={260}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        thousandSeparator={formats.locale.startsWith("es") ? "." : ","}
        decimalSeparator={formats.locale.startsWith("es") ? "," : "."}
        value={draft.most_an_hour}
        error={errors.most_an_hour}
        onChange={(most) => onChange({ most_an_hour: Number(most) || 1 })}
      />
    </Stack>
  );
}
