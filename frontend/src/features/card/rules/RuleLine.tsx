import { ActionIcon, Badge, Group, Switch, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type ActionRule, useRuleWrites } from "@/api/actionRules";
import { useMayManage, useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { Line } from "@/kit/lines/Lines";
import { showProblem } from "@/kit/notices";
import { moved } from "./order";
import classes from "./Rules.module.css";

interface Props {
  rule: ActionRule;
  /** All of them, in the order in which they are asked. */
  rules: readonly ActionRule[];
  onOpen(): void;
}

/** One rule: for whom, what is said, whether it is on, and its place in the order. */
export function RuleLine({ rule, rules, onOpen }: Props) {
  const { t, label, language } = useWords("actionRules");
  const { change } = useRuleWrites();
  const mayWrite = useMayManage("action_rules", "update");
  const object = useObjects().find((one) => one.plural === rule.object);
  const place = rules.findIndex((one) => one.id === rule.id);
  const move = async (by: -1 | 1) => {
    for (const { id, version, priority } of moved(rules, place, place + by))
      await change.mutateAsync({ id, version, priority });
  };
  return (
    <Line
      link={
        <UnstyledButton className={classes.name} onClick={onOpen}>
          {rule.name}
        </UnstyledButton>
      }
      text={rule.words[language]}
      aside={
        <Group gap={6} wrap="nowrap">
          <Badge color="harina" visibleFrom="sm">
            {label(object?.label_plural)}
          </Badge>
          {mayWrite && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={place === 0 || change.isPending}
                aria-label={t("actionRules.earlier", { name: rule.name })}
                onClick={() => move(-1).catch(showProblem)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={place === rules.length - 1 || change.isPending}
                aria-label={t("actionRules.later", { name: rule.name })}
                onClick={() => move(1).catch(showProblem)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
            </>
          )}
          <Switch
            aria-label={t("actionRules.isOn", { name: rule.name })}
            checked={rule.enabled}
            disabled={!mayWrite || change.isPending}
            onChange={(event) =>
              change
                .mutateAsync({ id: rule.id, version: rule.version, enabled: event.currentTarget.checked })
                .catch(showProblem)
            }
          />
        </Group>
      }
    />
  );
}
