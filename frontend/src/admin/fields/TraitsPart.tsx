import { MultiSelect, NumberInput, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import type { FieldMeta, ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { FieldDraft } from "./fieldDraft";
import { isComputed, type Property, says } from "./types";

interface Props {
  object: ObjectDocument;
  draft: FieldDraft;
  /** The field as it is; absent for a new one. */
  field?: FieldMeta | undefined;
  onChange(part: Partial<FieldDraft>): void;
  errors: Record<string, string>;
}

type Flag = "required" | "unique" | "indexed" | "searched" | "counted" | "multiple" | "zoned";

const FLAGS: Flag[] = ["required", "unique", "indexed", "searched", "counted", "multiple", "zoned"];
/** What a field is for good, from when it is made. */
const ONCE = new Set<Flag>(["multiple", "zoned"]);
const AMOUNTS = ["min", "max", "decimals", "max_length"] as const;

/** How a field behaves: what it demands, what it is good for, and its limits. */
export function TraitsPart({ object, draft, field, onChange, errors }: Props) {
  const { t, label } = useWords("admin");
  const isNew = !field;
  const isOwn = isNew || Boolean(field.custom);
  const has = (flag: Flag) => {
    if (flag === "required") return !isComputed(draft.type) && !field?.read_only;
    if (ONCE.has(flag) && !isNew) return false;
    return says(draft.type, flag as Property);
  };
  const flags = FLAGS.filter(has);
  const amounts = isOwn ? AMOUNTS.filter((name) => says(draft.type, name)) : [];
  const hasUnit = isOwn && says(draft.type, "unit");
  return (
    <>
      {isNew && says(draft.type, "parts") && (
        <MultiSelect
          label={t("fieldForm.parts")}
          description={t("fieldForm.partsHelp")}
          required
          data={object.fields
            .filter((one) => one.type === "text" && !one.hidden)
            .map((one) => ({ value: one.name, label: label(one.label) }))}
          value={draft.parts}
          error={errors.parts}
          onChange={(parts) => onChange({ parts })}
        />
      )}
      {flags.length > 0 && (
        <Stack gap="sm">
          {flags.map((flag) => (
            <Switch
              key={flag}
              label={t(`fieldForm.flags.${flag}`)}
              description={field?.building?.includes(flag) ? t("fieldForm.building") : t(`fieldForm.flagHelp.${flag}`)}
              checked={draft[flag]}
              error={errors[flag]}
              onChange={(event) => onChange({ [flag]: event.currentTarget.checked })}
            />
          ))}
        </Stack>
      )}
      {(amounts.length > 0 || hasUnit) && (
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
          {amounts.map((name) => (
            <NumberInput
              key={name}
              label={t(`fieldForm.amounts.${name}`)}
              allowDecimal={false}
              hideControls
              {...(name === "decimals" ? { min: 0, max: 6 } : {})}
              {...(name === "max_length" ? { min: 1 } : {})}
              value={draft[name] ?? ""}
              error={errors[name]}
              onChange={(value) => onChange({ [name]: value === "" ? null : Number(value) })}
            />
          ))}
          {hasUnit && (
            <TextInput
              label={t("fieldForm.unit")}
              placeholder={t("fieldForm.unitExample")}
              maxLength={20}
              value={draft.unit}
              error={errors.unit}
              onChange={(event) => onChange({ unit: event.currentTarget.value })}
            />
          )}
        </SimpleGrid>
      )}
    </>
  );
}
