import { ActionIcon, NativeSelect, Select, Skeleton, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Suspense, use } from "react";
import type { ParameterPart, Span } from "@/api/automations";
import { useMaybeObject } from "@/api/objects";
import type { FieldMeta } from "@/api/types";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { isEditable } from "@/metadata/compile";
import classes from "./Automations.module.css";
import { PageContext } from "./around";
import { GapPicker } from "./GapPicker";
import { SpanInput } from "./SpanInput";

interface Props {
  parameter: ParameterPart;
  given: Record<string, unknown>;
  errors: Record<string, string>;
  onChange(values: Record<string, unknown> | null): void;
}

type How = "fixed" | "from" | "ahead" | "empty";

const NOT_SET = new Set(["lines", "file", "rollup", "formula"]);
const TEXTUAL = new Set(["text", "long_text"]);
const DATED = new Set(["date", "date_time"]);

/** What the fields of a record shall hold: a value, what the record of the run holds, a day counted from then. */
export function ValuesInput({ parameter, given, errors, onChange }: Props) {
  const { t, label } = useWords("automations");
  const { object } = use(PageContext);
  const other = useMaybeObject(typeof given.object === "string" ? given.object : undefined);
  const target = "object" in given ? other : object;
  const values = (given[parameter.name] ?? {}) as Record<string, unknown>;
  const fields = [...(target?.fields.values() ?? [])].filter((field) => isEditable(field) && !NOT_SET.has(field.type));
  // A new record is not made without these.
  const isNeeded = (field: FieldMeta) =>
    target !== object && field.required === true && (field.default ?? null) === null && field.name !== given.link;
  const isShown = (field: FieldMeta) => field.name in values || isNeeded(field);
  const free = fields.filter((field) => !isShown(field));
  const set = (name: string, value: unknown) => onChange({ ...values, [name]: value });
  const without = (name: string) => {
    const { [name]: _, ...rest } = values;
    onChange(Object.keys(rest).length ? rest : null);
  };
  if (parameter.required && !target) return null;
  return (
    <div role="group" aria-label={label(parameter.label)} className={classes.values}>
      <span className={classes.label} aria-hidden>
        {label(parameter.label)}
      </span>
      {fields.filter(isShown).map((field) => (
        <OneValue
          key={field.name}
          field={field}
          value={values[field.name]}
          error={errors[`${parameter.name}.${field.name}`]}
          onChange={(value) => set(field.name, value)}
          onRemove={isNeeded(field) ? undefined : () => without(field.name)}
        />
      ))}
      {errors[parameter.name] && <p className={classes.wrong}>{errors[parameter.name]}</p>}
      <Select
        aria-label={t("automations.values.add")}
        placeholder={t("automations.values.add")}
        searchable
        data={free.map((field) => ({ value: field.name, label: label(field.label) }))}
        value={null}
        onChange={(name) => name && set(name, null)}
      />
    </div>
  );
}

function howOf(value: unknown): How {
  if (value && typeof value === "object" && !Array.isArray(value)) {
    if (typeof (value as { from?: unknown }).from === "string") return "from";
    if ("in" in value) return "ahead";
  }
  return "fixed";
}

interface OneProps {
  field: FieldMeta;
  value: unknown;
  error?: string | undefined;
  onChange(value: unknown): void;
  onRemove: (() => void) | undefined;
}

function OneValue({ field, value, error, onChange, onRemove }: OneProps) {
  const { t, label } = useWords("automations");
  const { object } = use(PageContext);
  const Input = kitOf(field).input;
  const name = label(field.label);
  const how = howOf(value);
  const sources = [...object.fields.values()].filter((one) => one.type === field.type && !one.hidden);
  const leadsHere = field.type === "link" && (field.to === object.name || field.to === object.plural);
  const hows: How[] = [
    "fixed",
    ...(sources.length || leadsHere ? ["from" as const] : []),
    ...(DATED.has(field.type) ? ["ahead" as const] : []),
  ];
  const ahead = value as { in?: Span; at?: string };
  const begin = (next: How) => {
    if (next === "from") onChange({ from: leadsHere ? "id" : (sources[0]?.name ?? "") });
    else onChange(next === "ahead" ? { in: { days: 3 } } : null);
  };
  return (
    <fieldset className={classes.value}>
      <legend className={classes.legend}>{name}</legend>
      <div className={classes.valueHead}>
        {hows.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t("automations.values.how", { name })}
            data={hows.map((one) => ({ value: one, label: t(`automations.values.hows.${one}`) }))}
            value={how}
            onChange={(event) => begin(event.currentTarget.value as How)}
          />
        )}
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            ml="auto"
            aria-label={t("automations.values.remove", { name })}
            onClick={onRemove}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </div>
      {how === "from" && (
        <NativeSelect
          aria-label={t("automations.values.from", { name })}
          data={[
            ...(leadsHere ? [{ value: "id", label: t("automations.values.self") }] : []),
            ...sources.map((one) => ({ value: one.name, label: label(one.label) })),
          ]}
          value={(value as { from: string }).from}
          error={error}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
      )}
      {how === "ahead" && (
        <>
          <SpanInput
            label={t("automations.values.ahead", { name })}
            value={ahead.in}
            error={error}
            onChange={(span) => onChange({ ...ahead, in: span })}
          />
          <TextInput
            type="time"
            w={160}
            mt={8}
            label={t("automations.steps.atHour")}
            value={ahead.at ?? ""}
            onChange={(event) => {
              const { at: _, ...rest } = ahead;
              const at = event.currentTarget.value.slice(0, 5);
              onChange(at ? { ...rest, at } : rest);
            }}
          />
        </>
      )}
      {how === "fixed" && TEXTUAL.has(field.type) && (
        <TextInput
          aria-label={name}
          value={typeof value === "string" ? value : ""}
          error={error}
          rightSection={
            <GapPicker name={name} onPick={(gap) => onChange(`${typeof value === "string" ? value : ""}${gap}`)} />
          }
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {how === "fixed" && !TEXTUAL.has(field.type) && (
        <Suspense fallback={<Skeleton height={36} />}>
          <Input field={{ ...field, required: false }} value={value as never} error={error} onChange={onChange} />
        </Suspense>
      )}
    </fieldset>
  );
}
