import { Badge, Button, Group, Select, Text } from "@mantine/core";
import { IconAlertTriangle, IconHistory, IconPlus, IconQuestionMark } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense } from "react";
import type { ImportColumn, ImportTarget } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { ColumnQuestion } from "./ColumnQuestion";
import classes from "./Import.module.css";
import { DOUBT, isOpen, keyOf, led, mayBecomeField, NEW_FIELD } from "./mappingState";
import type { TargetGroup } from "./targets";

const NewFieldEditor = lazy(() => import("./NewFieldEditor").then((module) => ({ default: module.NewFieldEditor })));

interface Props {
  column: ImportColumn;
  proposed: ImportTarget | null | undefined;
  groups: TargetGroup[];
  /** The places that other columns fill. */
  taken: ReadonlySet<string>;
  error: string | undefined;
  mayCreate: boolean;
  onChange(column: ImportColumn): void;
}

const SAMPLES = 3;

/** One column: what it is called, what it holds, and where it goes. */
export function MappingRow({ column, proposed, groups, taken, error, mayCreate, onChange }: Props) {
  const { t } = useWords("imports");
  const key = keyOf(column);
  const header = column.header || t("import.column", { n: column.column + 1 });
  const names = new Map(groups.flatMap(({ items }) => items.map((item) => [item.value, item.label] as const)));
  const lead = (next: string | null) => onChange(led(column, next, proposed));
  const fresh = { value: NEW_FIELD, label: t("import.newField.of", { column: header }) };
  const data = [
    ...groups.map(({ group, items }) => ({
      group,
      items: items.filter((item) => item.value === key || !taken.has(item.value)),
    })),
    ...(key && key !== NEW_FIELD && !names.has(key)
      ? [{ group: t("import.proposed"), items: [{ value: key, label: key }] }]
      : []),
    ...(mayCreate && column.suggested_field ? [{ group: t("import.newField.group"), items: [fresh] }] : []),
  ];
  const waits = isOpen(column);
  const reads = column.question && column.question !== "meaning" && column.target;
  const select = (
    <Select
      aria-label={t("import.target", { column: header })}
      placeholder={t("import.ignore")}
      data={data}
      value={key}
      error={error}
      searchable
      clearable
      maxDropdownHeight={320}
      nothingFoundMessage={t("fields.nothingFound")}
      onChange={lead}
    />
  );
  const question = (picker?: ReactNode) => (
    <div className={classes.question}>
      <ColumnQuestion
        column={column}
        nameOf={(target) => names.get([target.object, target.field].join(".")) ?? target.field}
        onLead={lead}
        onAnswer={(answer) => onChange({ ...column, ...answer })}
      >
        {picker}
      </ColumnQuestion>
    </div>
  );
  return (
    <div className={classes.column} data-asks={waits || undefined}>
      <div>
        <Group gap={8}>
          <Text fw={550} style={{ overflowWrap: "anywhere" }}>
            {header}
          </Text>
          {waits && (
            <Badge color="pimenton" size="sm" leftSection={<IconQuestionMark size={11} aria-hidden />}>
              {t("import.ask.badge")}
            </Badge>
          )}
          {!waits && column.target && Number(column.confidence ?? 1) < DOUBT && (
            <Badge color="pimenton" size="sm" leftSection={<IconAlertTriangle size={11} aria-hidden />}>
              {t("import.doubt")}
            </Badge>
          )}
          {column.remembered && (
            <Badge color="gray" size="sm" leftSection={<IconHistory size={11} aria-hidden />}>
              {t("import.remembered")}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" truncate="end">
          {(column.samples ?? []).slice(0, SAMPLES).join(" · ")}
        </Text>
      </div>
      <div>
        {column.question === "meaning" ? question(select) : select}
        {column.create_field && (
          <Suspense fallback={null}>
            <NewFieldEditor
              column={column}
              field={column.create_field}
              onChange={(field) => onChange({ ...column, create_field: field })}
            />
          </Suspense>
        )}
        {mayCreate && mayBecomeField(column) && (
          <Button
            variant="subtle"
            size="compact-sm"
            mt={4}
            leftSection={<IconPlus size={14} />}
            onClick={() => lead(NEW_FIELD)}
          >
            {t("import.newField.create", {
              column: header,
              type: t(`import.types.${column.suggested_field?.type}`).toLowerCase(),
            })}
          </Button>
        )}
        {reads && question()}
      </div>
    </div>
  );
}
