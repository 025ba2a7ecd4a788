import { ActionIcon, MultiSelect, NumberInput, Select, Switch, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { DuplicateRule } from "@/api/designPaths";
import type { FieldMeta, ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import classes from "./Rules.module.css";

interface Props {
  object: ObjectDocument;
  rule: DuplicateRule;
  place: number;
  enough: number;
  error?: string | undefined;
  onChange(rule: DuplicateRule): void;
  onRemove(): void;
}

const KINDS = ["exact", "email", "phone", "name"] as const;
const USUAL_LIKENESS = 86;

/** The fields that a rule of a kind may compare. */
function fieldsFor(kind: DuplicateRule["kind"], object: ObjectDocument): FieldMeta[] {
  const fields = object.fields.filter((field) => !field.hidden && !field.system);
  if (kind === "email" || kind === "phone") return fields.filter((field) => field.type === kind && field.searched);
  if (kind === "name") return fields.filter((field) => field.name === object.name_field || field.type === "link");
  return fields;
}

/** One rule: what it compares, how many points it gives, and whether it warns while somebody types. */
export function RuleCard({ object, rule, place, enough, error, onChange, onRemove }: Props) {
  const { t, label } = useWords("admin");
  const kinds = KINDS.filter((kind) => kind === rule.kind || fieldsFor(kind, object).length > 0);
  const withKind = (kind: DuplicateRule["kind"]) => {
    const fields =
      kind === "name"
        ? [object.name_field]
        : fieldsFor(kind, object)
            .slice(0, 1)
            .map(({ name }) => name);
    const { threshold: _, ...rest } = rule;
    onChange({ ...rest, kind, fields, ...(kind === "name" ? { threshold: USUAL_LIKENESS } : {}) });
  };
  return (
    <fieldset className={classes.card}>
      <legend className={classes.legend}>{t("rules.nth", { n: place })}</legend>
      <div className={classes.grid}>
        <Select
          label={t("rules.kind")}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`rules.kinds.${kind}`) }))}
          value={rule.kind}
          onChange={(kind) => kind && withKind(kind as DuplicateRule["kind"])}
        />
        <MultiSelect
          label={t("rules.fields")}
          searchable
          maxValues={rule.kind === "name" ? 2 : 5}
          data={fieldsFor(rule.kind, object).map((field) => ({ value: field.name, label: label(field.label) }))}
          value={rule.fields}
          error={error}
          onChange={(fields) => onChange({ ...rule, fields })}
        />
        <NumberInput
          label={t("rules.weight")}
          min={1}
          max={100}
          allowDecimal={false}
          clampBehavior="strict"
          value={rule.weight}
          onChange={(weight) => onChange({ ...rule, weight: Number(weight) || 1 })}
        />
        {rule.kind === "name" && (
          <NumberInput
            label={t("rules.threshold")}
            suffix=" %"
            min={1}
            max={100}
            allowDecimal={false}
            clampBehavior="strict"
            value={rule.threshold ?? USUAL_LIKENESS}
            onChange={(threshold) => onChange({ ...rule, threshold: Number(threshold) || USUAL_LIKENESS })}
          />
        )}
      </div>
      <div className={classes.foot}>
        <Switch
          label={t("rules.warns")}
          checked={rule.warns ?? true}
          onChange={(event) => onChange({ ...rule, warns: event.currentTarget.checked })}
        />
        <Text size="sm" c="dimmed" flex={1}>
          {rule.weight >= enough ? t("rules.alone") : t("rules.together", { missing: enough - rule.weight })}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("rules.remove", { n: place })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
    </fieldset>
  );
}
