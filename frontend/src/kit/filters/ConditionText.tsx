import { Fragment } from "react";
import type { FieldMeta } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { pairsOf, useLinkRef } from "@/fields/linkNames";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { dayOf } from "./moments";
import { isListed, takesOf, typeOf } from "./operators";
import { readAge, readCounted } from "./periods";
import type { Condition } from "./tree";
import { useFilterField } from "./useFilterField";

const MOST_NAMED = 3;
export const TIMES = new Set(["date", "date_time", "time"]);

/** Of ticked values, one and several are said alike. */
const AS_ONE: Record<string, string> = { in: "eq", not_in: "ne" };

interface Props {
  object: CompiledObject;
  condition: Condition;
}

/** A condition in plain words: "Importe es al menos 1.000,00 €". */
export function ConditionText({ object, condition }: Props) {
  const { t } = useWords("filters");
  const known = useFilterField(object, condition.field);
  const operator = useOperatorWords();
  if (!known) return <>{condition.field}</>;
  const { field, name } = known;
  const takes = takesOf(condition.op);
  if (takes === "nothing") return <>{`${name} ${operator(field, condition.op)}`}</>;
  const isPlain = condition.op === "eq" || condition.op === "in" || condition.op === "during";
  return (
    <>
      {isPlain ? t("filter.name", { name }) : `${name} ${operator(field, condition.op)} `}
      <Values field={field} condition={condition} />
    </>
  );
}

/** An operator as a field of its type says it: an amount is greater, a day is later. */
export function useOperatorWords(): (field: FieldMeta, op: string) => string {
  const { t, has } = useWords("filters");
  return (field, asked) => {
    const op = isListed(field) ? (AS_ONE[asked] ?? asked) : asked;
    const ofTime = `filter.timeOp.${op}`;
    return TIMES.has(typeOf(field)) && has(ofTime) ? t(ofTime) : t(`filter.op.${op}`, { defaultValue: op });
  };
}

function Values({ field, condition }: { field: FieldMeta; condition: Condition }) {
  const { t, language } = useWords("filters");
  const { op, value } = condition;
  const all = Array.isArray(value) ? value : [value];
  if (all.length > MOST_NAMED) return <>{t("list.chosen", { count: all.length })}</>;
  const type = takesOf(op) === "two" ? "conjunction" : "disjunction";
  const parts = new Intl.ListFormat(language, { type }).formatToParts(all.map((_, place) => String(place)));
  return (
    <>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a sentence have no identity
        <Fragment key={place}>
          {part.type === "literal" ? part.value : <Value field={field} op={op} value={all[Number(part.value)]} />}
        </Fragment>
      ))}
    </>
  );
}

function Value({ field, op, value }: { field: FieldMeta; op: string; value: unknown }) {
  const words = useValueWords();
  if (typeOf(field) === "link") return <LinkName field={field} value={value} />;
  return <>{words(field, op, value)}</>;
}

function LinkName({ field, value }: { field: FieldMeta; value: unknown }) {
  const id = pairsOf(value as string)[0]?.id ?? "";
  return <>{useLinkRef(field, id, undefined)?.name ?? "…"}</>;
}

/** A value of a condition as its reader writes it. */
function useValueWords(): (field: FieldMeta, op: string, value: unknown) => string {
  const { t, label } = useWords("filters");
  const users = useUsers();
  const formats = useFormats();
  return (field, op, value) => {
    const takes = takesOf(op);
    if (takes === "period") return periodWords(t, value);
    const age = takes === "age" ? readAge(value) : undefined;
    if (age) return t(`filter.age.${age.unit}`, { count: age.count });
    if (takes === "part") return `“${value}”`;
    const option = field.options?.find((one) => one.value === value);
    if (option) return label(option.label);
    switch (typeOf(field)) {
      case "boolean":
        return t(value === true || value === "true" ? "fields.yes" : "fields.no");
      case "user":
        return value === "me" ? t("filter.me") : userName(users.find((user) => user.id === value)) || "…";
      case "date":
        return formats.day(String(value));
      case "date_time":
        return formats.day(dayOf(value) ?? "");
      case "money": {
        const amount = typeof value === "object" && value ? (value as { amount: string }).amount : String(value);
        return /^-?\d+(\.\d+)?$/.test(amount) ? formats.money({ amount, currency: formats.currency }) : amount;
      }
      case "number":
      case "integer":
      case "percent":
        return `${formats.number(Number(value))}${field.unit ? ` ${field.unit}` : ""}`;
      default:
        return String(value ?? "");
    }
  };
}

export function periodWords(t: (key: string, options?: Record<string, unknown>) => string, value: unknown): string {
  const counted = readCounted(value);
  if (counted) return t(`filter.counted.${counted.direction}.${counted.unit}`, { count: counted.count });
  return t(`filter.period.${value}`, { defaultValue: String(value) });
}
