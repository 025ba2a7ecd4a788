import { Button, NativeSelect, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useMaybeObject } from "@/api/objects";
import type { FieldMeta, Measure, Predicate, RelatedPredicate } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { ConditionValue } from "@/kit/filters/ConditionEditor";
import type { PredicateParts } from "@/kit/filters/FilterGroup";
import type { CompiledObject } from "@/metadata/compile";
import { COUNTS, Compare } from "./Compare";
import classes from "./Segments.module.css";

const Where = lazy(() => import("./Where").then((module) => ({ default: module.Where })));

const TIMES = ["during", "not_during", "older_than", "further_than"] as const;
const COUNT: FieldMeta = {
  name: "count",
  type: "integer",
  label: { es: "Cantidad", en: "Count" },
  min: 0,
  decimals: 0,
};

export interface RowProps<P> {
  object: CompiledObject;
  predicate: P;
  onChange(next: Predicate): void;
}

interface RelatedProps extends RowProps<RelatedPredicate> {
  /** What else than fields may be asked of those that count. */
  inside?: PredicateParts;
}

/** How many records are related, or what a field of theirs comes to. */
export function Related({ object, predicate, onChange, inside }: RelatedProps) {
  const { t, label, inner } = useWords("segments");
  const relation = object.related.find((one) => one.field === predicate.related);
  const link = object.fields.get(predicate.related);
  const other = useMaybeObject(relation?.plural ?? link?.to);
  const name = inner(relation?.label ?? link?.label);
  const of = predicate.of ?? "count";
  const [measure, path] = of === "count" ? ["count", undefined] : (Object.entries(of)[0] ?? ["count", undefined]);
  const measured = path ? other?.fields.get(path) : COUNT;
  const measures = [
    { value: "count", label: t("segments.measures.count", { name }) },
    ...[...(other?.fields.values() ?? [])].flatMap((field) =>
      measuresOf(field).map((one) => ({
        value: `${one}:${field.name}`,
        label: t(`segments.measures.${one}`, { field: inner(field.label), name }),
      })),
    ),
  ];
  const op = predicate.op ?? "gte";
  const ops = measure === "max" || measure === "min" ? [...COUNTS, ...TIMES] : COUNTS;
  const choose = (chosen: string) => {
    const [how = "count", field] = chosen.split(":");
    const next = (field ? { [how]: field } : "count") as Measure;
    const { value: _, ...rest } = predicate;
    onChange({ ...rest, of: next, op: "gte", ...(field ? {} : { value: 1 }) });
  };
  return (
    <>
      <div className={classes.parts}>
        <Select
          aria-label={t("segments.related")}
          data={object.related.map((one) => ({ value: one.field, label: label(one.label) }))}
          value={predicate.related}
          allowDeselect={false}
          searchable
          onChange={(related) => related && onChange({ related, of: "count", op: "gte", value: 1 })}
        />
        <NativeSelect
          aria-label={t("segments.measure")}
          data={measures}
          value={path ? `${measure}:${path}` : "count"}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <Compare ops={ops} value={op} onChange={(next) => onChange({ ...predicate, op: next, value: undefined })} />
        {measured && (
          <ConditionValue
            field={measured}
            condition={{ field: measured.name, op, value: predicate.value }}
            isCompact
            onChange={(value) => onChange({ ...predicate, value })}
          />
        )}
      </div>
      {other && (
        <Suspense fallback={null}>
          <Where
            object={other}
            filter={predicate.where}
            predicates={inside}
            onChange={(where) => onChange({ ...predicate, where })}
          />
        </Suspense>
      )}
    </>
  );
}

function measuresOf(field: FieldMeta): ("sum" | "avg" | "max" | "min")[] {
  const type = field.result ?? field.type;
  if (type === "money") return ["sum", "avg", "max", "min"];
  return type === "date" || type === "date_time" ? ["max", "min"] : [];
}

/** The relation that one most likely asks about. */
export const firstRelation = (object: CompiledObject) =>
  (object.related.find((one) => one.field === "orders") ?? object.related[0])?.field;

export const atLeastOne = (related: string): RelatedPredicate => ({ related, of: "count", op: "gte", value: 1 });

/** What is counted of related records, such as the orders of a company's contacts, and no further. */
export const COUNTED: PredicateParts = {
  Row: ({ predicate, ...row }) => ("related" in predicate ? <Related predicate={predicate} {...row} /> : null),
  Add: AddCounted,
};

function AddCounted({ object, onAdd }: { object: CompiledObject; onAdd(predicate: Predicate): void }) {
  const { t } = useWords("segments");
  const first = firstRelation(object);
  return (
    first && (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        onClick={() => onAdd(atLeastOne(first))}
      >
        {t("segments.addRelated")}
      </Button>
    )
  );
}
