import { Badge, Group, Select, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ImportColumn } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import classes from "./Import.module.css";
import { type TargetGroup, targetKey, targetOf } from "./targets";

interface Props {
  mapping: readonly ImportColumn[];
  proposed: readonly ImportColumn[];
  groups: TargetGroup[];
  errors: Record<string, string>;
  onChange(mapping: ImportColumn[]): void;
}

const DOUBT = 0.7;
const SAMPLES = 3;

/** Which column fills which field: proposed, doubts marked, corrected here. */
export function MappingEditor({ mapping, proposed, groups, errors, onChange }: Props) {
  const { t } = useWords();
  const taken = new Set(mapping.flatMap((one) => (one.target ? [targetKey(one.target)] : [])));
  const choose = (column: number, key: string | null) => {
    const first = proposed.find((one) => one.column === column)?.target;
    const target = !key ? null : first && targetKey(first) === key ? first : targetOf(key);
    onChange(mapping.map((one) => (one.column === column ? { ...one, target } : one)));
  };
  return (
    <div className={classes.mapping}>
      {mapping.map((one, position) => {
        const key = one.target ? targetKey(one.target) : null;
        const isDoubted = one.target && Number(one.confidence ?? 1) < DOUBT;
        const data = groups.map(({ group, items }) => ({
          group,
          items: items.filter((item) => item.value === key || !taken.has(item.value)),
        }));
        const known = data.some(({ items }) => items.some((item) => item.value === key));
        return [
          <Stack key={`${one.column}-said`} gap={0} miw={0}>
            <Group gap={8}>
              <Text fw={550}>{one.header || t("import.column", { n: one.column + 1 })}</Text>
              {isDoubted && (
                <Badge color="pimenton" size="sm" leftSection={<IconAlertTriangle size={11} aria-hidden />}>
                  {t("import.doubt")}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed" truncate="end">
              {(one.samples ?? []).slice(0, SAMPLES).join(" · ")}
            </Text>
          </Stack>,
          <Select
            key={`${one.column}-target`}
            aria-label={t("import.target", { column: one.header || one.column + 1 })}
            placeholder={t("import.ignore")}
            data={
              known || !key ? data : [{ group: t("import.proposed"), items: [{ value: key, label: key }] }, ...data]
            }
            value={key}
            error={errors[`mapping.${position}`]}
            searchable
            clearable
            maxDropdownHeight={320}
            nothingFoundMessage={t("fields.nothingFound")}
            onChange={(next) => choose(one.column, next)}
          />,
        ];
      })}
    </div>
  );
}
