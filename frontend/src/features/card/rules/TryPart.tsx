import { Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { type RuleContent, useRuleTrial } from "@/api/actionRules";
import { useWords } from "@/i18n/useWords";
import { problemText } from "@/kit/problemText";
import { type Picked, RecordSearch } from "@/kit/RecordSearch";
import classes from "./Rules.module.css";

const PAUSE = 400;

/** Tries a rule on a customer while it is written. */
export function TryPart({ rule }: { rule: RuleContent }) {
  const { t } = useWords("actionRules");
  const [picked, setPicked] = useState<Picked | null>(null);
  const [asked] = useDebouncedValue(rule, PAUSE);
  const record = picked?.plural === rule.object ? picked.id : undefined;
  const trial = useRuleTrial(asked, record);
  return (
    <Stack gap="xs">
      <RecordSearch
        key={rule.object}
        label={t("actionRules.try")}
        placeholder={t("actionRules.tryHint")}
        objects={[rule.object]}
        value={picked}
        onChange={setPicked}
      />
      {record && trial.error && (
        <Text size="sm" c="var(--attention)">
          {problemText(trial.error, t)}
        </Text>
      )}
      {record && trial.data && !trial.error && (
        <div className={classes.trial} role="status">
          <Text size="sm" fw={550}>
            {trial.data.applies
              ? t("actionRules.applies", { name: trial.data.name })
              : t(`actionRules.keepsOut.${trial.data.keeps_out}`, { name: trial.data.name })}
          </Text>
          <Text size="sm">{trial.data.words}</Text>
          {trial.data.applies && (
            <Text size="sm" c="dimmed">
              {trial.data.why}
            </Text>
          )}
        </div>
      )}
    </Stack>
  );
}
