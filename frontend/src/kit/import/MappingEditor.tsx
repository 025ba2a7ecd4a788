import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ImportColumn } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import classes from "./Import.module.css";
import { MappingRow } from "./MappingRow";
import { allNew, keyOf, mayBecomeField, NEW_FIELD } from "./mappingState";
import type { TargetGroup } from "./targets";

interface Props {
  mapping: readonly ImportColumn[];
  proposed: readonly ImportColumn[];
  groups: TargetGroup[];
  /** Refusals by column. */
  errors: Record<number, string>;
  mayCreate: boolean;
  onChange(mapping: ImportColumn[]): void;
}

/** Which column fills which field: proposed, doubts marked, what is open asked, what has no place offered one. */
export function MappingEditor({ mapping, proposed, groups, errors, mayCreate, onChange }: Props) {
  const { t } = useWords("imports");
  const without = mapping.filter(mayBecomeField).length;
  return (
    <>
      {mayCreate && without > 1 && (
        <Group justify="space-between" className={classes.offer}>
          <Text size="sm">{t("import.newField.without", { count: without })}</Text>
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange(allNew(mapping))}
          >
            {t("import.newField.all", { count: without })}
          </Button>
        </Group>
      )}
      <div className={classes.mapping}>
        {mapping.map((one) => (
          <MappingRow
            key={one.column}
            column={one}
            proposed={proposed.find((other) => other.column === one.column)?.target}
            groups={groups}
            taken={placesOfOthers(mapping, one)}
            error={errors[one.column]}
            mayCreate={mayCreate}
            onChange={(next) => onChange(mapping.map((other) => (other.column === one.column ? next : other)))}
          />
        ))}
      </div>
    </>
  );
}

function placesOfOthers(mapping: readonly ImportColumn[], own: ImportColumn): Set<string> {
  const keys = mapping.flatMap((one) => (one.column === own.column ? [] : (keyOf(one) ?? [])));
  return new Set(keys.filter((key) => key !== NEW_FIELD));
}
