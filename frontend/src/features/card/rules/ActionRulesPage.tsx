import { Button, Text } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { type ActionRule, useActionRules } from "@/api/actionRules";
import { useMayManage } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import type { PredicateParts } from "@/kit/filters/FilterGroup";
import { DefinitionsPage } from "@/kit/lines/DefinitionsPage";
import { RuleLine } from "./RuleLine";
import { Starters } from "./Starters";

const RulePanel = lazy(() => import("./RulePanel").then((module) => ({ default: module.RulePanel })));

/** What the firm does for a customer whom somebody has before them: the first rule that applies is told on the card. */
export function ActionRulesPage({ predicates }: { predicates: PredicateParts }) {
  const { t } = useWords("actionRules");
  const { data: rules, error } = useActionRules();
  const [open, setOpen] = useState<ActionRule | "new" | null>(null);
  const mayCreate = useMayManage("action_rules", "create");
  return (
    <DefinitionsPage
      title={t("actionRules.title")}
      icon={<IconBulb size={44} stroke={1.2} />}
      rows={rules}
      error={error}
      empty={{ title: t("actionRules.empty"), text: t("actionRules.emptyText") }}
      create={mayCreate && <Button onClick={() => setOpen("new")}>{t("actionRules.create")}</Button>}
      line={(rule) => <RuleLine key={rule.id} rule={rule} rules={rules ?? []} onOpen={() => setOpen(rule)} />}
    >
      {rules && rules.length > 0 && (
        <Text size="sm" c="dimmed" mt="md" maw={640}>
          {t("actionRules.text")}
        </Text>
      )}
      {mayCreate && <Starters rules={rules} />}
      <Suspense fallback={null}>
        {open && (
          <RulePanel
            key={open === "new" ? "new" : open.id}
            rule={open === "new" ? null : open}
            last={Math.max(0, ...(rules ?? []).map((one) => one.priority))}
            predicates={predicates}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </DefinitionsPage>
  );
}
