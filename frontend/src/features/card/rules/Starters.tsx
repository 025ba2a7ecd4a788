import { Button, Text, Title } from "@mantine/core";
import { type ActionRule, type RuleStarter, useRuleStarters, useRuleWrites } from "@/api/actionRules";
import { useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import classes from "./Rules.module.css";

/** Rules to begin with, each made with one press; those in use are not offered again. */
export function Starters({ rules }: { rules: ActionRule[] | undefined }) {
  const { t, label, inner } = useWords("actionRules");
  const { data: starters } = useRuleStarters();
  const objects = useObjects();
  const { create } = useRuleWrites();
  const once = useOnce();
  const used = new Set(rules?.map((rule) => rule.starter));
  const offered = starters?.filter((one) => !used.has(one.key)) ?? [];
  if (!offered.length) return null;
  const use = async (starter: RuleStarter) => {
    const wish = { ...starter.rule, name: label(starter.label) };
    await once(wish, (key) => create.mutateAsync({ ...wish, once: key }));
    showDone(t("actionRules.made", { name: label(starter.label) }));
  };
  return (
    <section aria-labelledby="rule-starters" className={classes.starters}>
      <Title order={2} id="rule-starters">
        {t("actionRules.starters")}
      </Title>
      <ul>
        {offered.map((starter) => (
          <li key={starter.key}>
            <div>
              <Text fw={550}>{label(starter.label)}</Text>
              <Text size="sm" c="dimmed">
                {label(starter.says)}
              </Text>
            </div>
            <Button
              size="compact-md"
              variant="default"
              disabled={create.isPending}
              onClick={() => use(starter).catch(showProblem)}
            >
              {t("actionRules.use", {
                for: inner(objects.find((one) => one.plural === starter.object)?.label_plural),
              })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
