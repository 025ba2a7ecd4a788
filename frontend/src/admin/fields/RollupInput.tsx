import { Select, SimpleGrid, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMaybeDesign, useTried } from "@/api/designs";
import { useObjects } from "@/api/objects";
import type { FieldTypeName, ObjectDocument, RollupMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { RuleInput } from "../design/RuleInput";
import { finished } from "../design/rules";
import { TriedView } from "./TriedView";

interface Props {
  object: ObjectDocument;
  name: string;
  value: Partial<RollupMeta>;
  onChange(value: Partial<RollupMeta>): void;
  errors: Record<string, string>;
}

const FUNCTIONS = ["count", "sum", "min", "max"] as const;
const SUMMED = new Set<FieldTypeName>(["number", "integer", "percent", "rating", "money"]);
const COMPARED = new Set<FieldTypeName>([...SUMMED, "date", "date_time"]);
const PAUSE = 350;

function isWhole(rollup: Partial<RollupMeta>): rollup is RollupMeta {
  return Boolean(rollup.relation && rollup.function && (rollup.function === "count" || rollup.field));
}

/** A figure over related records: which, what of them, and under which conditions. */
export function RollupInput({ object, name, value, onChange, errors }: Props) {
  const { t, label } = useWords("admin");
  const objects = useObjects();
  const relation = object.related.find((one) => one.field === value.relation);
  const child = useMaybeDesign(relation?.plural);
  const [asked] = useDebouncedValue(value, PAUSE);
  const tried = useTried(
    object.plural,
    isWhole(asked) ? { ...(name ? { name } : {}), rollup: { ...asked, filter: finished(asked.filter) } } : null,
  );
  const counts = value.function === "count";
  const fitting = value.function === "sum" ? SUMMED : COMPARED;
  const fields = (child?.fields ?? []).filter((field) => !field.hidden && fitting.has(field.result ?? field.type));
  const nameOf = (plural: string) => label(objects.find((one) => one.plural === plural)?.label_plural) || plural;
  return (
    <Stack gap="sm">
      <Select
        label={t("fieldForm.relation")}
        description={t("fieldForm.relationHelp")}
        required
        searchable
        allowDeselect={false}
        data={object.related.map((one) => ({
          value: one.field,
          label:
            label(one.label) === nameOf(one.plural)
              ? nameOf(one.plural)
              : `${label(one.label)} (${nameOf(one.plural)})`,
        }))}
        value={value.relation ?? null}
        error={errors["rollup.relation"]}
        onChange={(next) => next && onChange({ relation: next, function: value.function ?? "count" })}
      />
      <SimpleGrid cols={{ base: 1, xs: counts ? 1 : 2 }} spacing="sm">
        <Select
          label={t("fieldForm.function")}
          required
          allowDeselect={false}
          data={FUNCTIONS.map((one) => ({ value: one, label: t(`fieldForm.functions.${one}`) }))}
          value={value.function ?? "count"}
          error={errors["rollup.function"]}
          onChange={(next) => {
            const { field: _, ...rest } = value;
            if (next) onChange({ ...rest, function: next as RollupMeta["function"] });
          }}
        />
        {!counts && (
          <Select
            label={t("fieldForm.summed")}
            required
            searchable
            allowDeselect={false}
            disabled={!child}
            data={fields.map((field) => ({ value: field.name, label: label(field.label) }))}
            value={value.field ?? null}
            error={errors["rollup.field"]}
            onChange={(next) => onChange({ ...value, field: next })}
          />
        )}
      </SimpleGrid>
      {child && (
        <RuleInput
          label={t("fieldForm.rollupFilter")}
          description={t("fieldForm.rollupFilterHelp")}
          fields={child.fields.filter((field) => !field.hidden)}
          value={value.filter ?? null}
          error={errors["rollup.filter"]}
          onChange={(filter) => {
            const { filter: _, ...rest } = value;
            onChange(filter ? { ...rest, filter } : rest);
          }}
        />
      )}
      {isWhole(asked) && <TriedView tried={tried.data} isStale={asked !== value || tried.isPlaceholderData} />}
    </Stack>
  );
}
