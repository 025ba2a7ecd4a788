import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { DuplicateRule } from "@/api/designPaths";
import { useDuplicateRules, useSetDuplicateRules } from "@/api/duplicateRules";
import type { ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { showUndo } from "@/kit/notices";
import { DesignProblem } from "../design/DesignProblem";
import { SaveBar } from "../design/SaveBar";
import { showDesignProblem } from "../design/showDesignProblem";
import { useDraft } from "../design/useDraft";
import { RuleCard } from "./RuleCard";
import classes from "./Rules.module.css";

const MOST = 20;
const NEW_RULE: DuplicateRule = { kind: "exact", fields: [], weight: 70, warns: true };

/** How two records are found to be one: rules that each give points, and the points that are enough. */
export function RulesTab({ object }: { object: ObjectDocument }) {
  const rules = useDuplicateRules(object.plural);
  return <Rules key={JSON.stringify(rules)} object={object} />;
}

function Rules({ object }: { object: ObjectDocument }) {
  const { t } = useWords("admin");
  const rules = useDuplicateRules(object.plural);
  const set = useSetDuplicateRules(object.plural);
  const before = rules.is_own ? rules.items : null;
  const saved = () => showUndo(t("rules.saved"), () => set.mutateAsync(before));
  const { draft, change, reset, errors, problem, isBusy, isDirty, submit } = useDraft(
    { items: rules.items },
    async ({ items }) => {
      await set.mutateAsync(items);
      saved();
    },
  );
  const { items } = draft;
  const say = (next: DuplicateRule[]) => change({ items: next });
  const backToUsual = () =>
    set.mutateAsync(null).then(
      () => saved(),
      (refused) => showDesignProblem(refused, t),
    );
  return (
    <>
      <Text c="dimmed" mb="sm" maw={640}>
        {t("rules.text", { enough: rules.enough })}
      </Text>
      {items.length === 0 && <EmptyState icon={null} title={t("rules.none")} text={t("rules.noneText")} />}
      <ol className={classes.rules} aria-label={t("rules.list")}>
        {items.map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
          <li key={at}>
            <RuleCard
              object={object}
              rule={rule}
              place={at + 1}
              enough={rules.enough}
              error={errors[`rules.${at}.fields`]}
              onChange={(next) => say(items.map((one, i) => (i === at ? next : one)))}
              onRemove={() => say(items.filter((_, i) => i !== at))}
            />
          </li>
        ))}
      </ol>
      <Group gap="xs" mt="sm">
        {items.length < MOST && (
          <Button variant="subtle" leftSection={<IconPlus size={16} />} onClick={() => say([...items, NEW_RULE])}>
            {t("rules.add")}
          </Button>
        )}
        {rules.is_own && (
          <Button variant="subtle" color="gray" onClick={backToUsual}>
            {t("rules.usual")}
          </Button>
        )}
      </Group>
      <DesignProblem problem={Object.keys(errors).length ? null : problem} />
      <SaveBar isDirty={isDirty} isBusy={isBusy} onSave={() => submit()} onDiscard={() => reset()} />
    </>
  );
}
