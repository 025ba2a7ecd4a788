import { ActionIcon, Button, Group, Input, NativeSelect, Select, Stack } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { FieldMeta, Filter } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { ConditionEditor } from "@/kit/filters/ConditionEditor";
import { operatorsOf, startOf } from "@/kit/filters/operators";
import { type Condition, type GroupKind, group, groupOf, isCondition } from "@/kit/filters/tree";
import classes from "./Rule.module.css";

interface Props {
  label: string;
  description: string;
  /** The fields that a condition may ask. */
  fields: readonly FieldMeta[];
  value: Filter | null;
  onChange(value: Filter | null): void;
  error?: string | undefined;
}

/** What a rule says, as far as rows of conditions can show it; undefined for a deeper one that a program wrote. */
function rowsOf(value: Filter | null): { kind: GroupKind; conditions: Condition[] } | undefined {
  if (!value) return { kind: "all", conditions: [] };
  if (isCondition(value)) return { kind: "all", conditions: [value] };
  const found = groupOf(value);
  return found?.members.every(isCondition)
    ? { kind: found.kind, conditions: found.members.filter(isCondition) }
    : undefined;
}

/** A rule on other fields: conditions that must all hold, or any of them. */
export function RuleInput({ label, description, fields, value, onChange, error }: Props) {
  const { t, label: words } = useWords("admin");
  const rows = rowsOf(value);
  const asked = fields.filter((field) => operatorsOf(field).length > 0);
  const first = asked[0];
  if (!rows)
    return (
      <Input.Wrapper label={label} description={t("rule.deeper")} error={error} labelElement="div">
        <Button variant="default" size="compact-sm" mt={8} onClick={() => onChange(null)}>
          {t("rule.clear")}
        </Button>
      </Input.Wrapper>
    );
  const { kind, conditions } = rows;
  const say = (next: Condition[], how: GroupKind = kind) => {
    const [only] = next;
    onChange(next.length > 1 ? group(how, next) : (only ?? null));
  };
  const replace = (at: number, condition: Condition) => say(conditions.map((one, i) => (i === at ? condition : one)));
  const begin = (name: string) => {
    const field = asked.find((one) => one.name === name);
    return field ? startOf(field) : { field: name, op: "not_empty" };
  };
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      labelElement="div"
      role="group"
      aria-label={label}
    >
      <Stack gap={8} mt={8}>
        {conditions.length > 1 && (
          <NativeSelect
            aria-label={t("rule.kind")}
            value={kind}
            data={(["all", "any"] as const).map((one) => ({ value: one, label: t(`rule.kinds.${one}`) }))}
            onChange={(event) => say(conditions, event.currentTarget.value as GroupKind)}
          />
        )}
        {conditions.map((condition, at) => {
          const field = asked.find((one) => one.name === condition.field);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
            <div key={at} className={classes.row}>
              <Stack gap={8} flex={1} miw={0}>
                <Select
                  aria-label={t("rule.fieldOf", { n: at + 1 })}
                  searchable
                  allowDeselect={false}
                  data={asked.map((one) => ({ value: one.name, label: words(one.label) }))}
                  value={condition.field}
                  onChange={(name) => name && replace(at, begin(name))}
                />
                {field && (
                  <ConditionEditor
                    field={field}
                    name={words(field.label)}
                    condition={condition}
                    onChange={(next) => replace(at, next)}
                  />
                )}
              </Stack>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={t("rule.remove", { n: at + 1 })}
                onClick={() => say(conditions.filter((_, i) => i !== at))}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          );
        })}
        {first && (
          <Group>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              onClick={() => say([...conditions, begin(first.name)])}
            >
              {t("rule.add")}
            </Button>
          </Group>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
