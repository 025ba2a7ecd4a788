import { Button, Text, Title } from "@mantine/core";
import { type ActionRule, type RuleStarter, useRuleStarters, useRuleWrites } from "@/api/actionRules";
import { useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import classes from "./Rules.module.css";

/** Rules to begin with, each told once and made with one press for each object; those in use are not offered again. */
export function Starters({ rules }: { rules: ActionRule[] | undefined }) {
  const { t, label, inner } = useWords("actionRules");
  const { data: starters } = useRuleStarters();
  const objects = useObjects();
  const { create } = useRuleWrites();
  const once = useOnce();
  const used = new Set(rules?.map((rule) => rule.starter));
  const offered = starters?.filter((one) => !used.has(one.key)) ?? [];
  const ideas = new Map<string, RuleStarter[]>();
  for (const one of offered) ideas.set(label(one.label), [...(ideas.get(label(one.label)) ?? []), one]);
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
        {[...ideas].map(([name, alike]) => (
          <li key={name} aria-label={name}>
            <div>
              <Text fw={550}>{name}</Text>
              <Text size="sm" c="dimmed">
                {label(alike[0]?.says)}
              </Text>
            </div>
            <div className={classes.uses}>
              {alike.map((starter) => (
                <Button
                  key={starter.key}
                  size="compact-md"
                  variant="default"
                  disabled={create.isPending}
                  onClick={() => use(starter).catch(showProblem)}
                >
                  {t("actionRules.use", {
                    for: inner(objects.find((one) => one.plural === starter.object)?.label_plural),
                  })}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
