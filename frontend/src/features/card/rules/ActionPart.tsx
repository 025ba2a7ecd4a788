import { NativeSelect, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import type { ActionKind, RuleAction } from "@/api/actionRules";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useTemplates } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, isEditable } from "@/metadata/compile";
import { OPENS } from "./draft";

interface Props {
  object: CompiledObject;
  action: RuleAction;
  errors: Record<string, string | undefined>;
  onChange(action: RuleAction): void;
}

const KINDS: ActionKind[] = ["say", "call", "task", "offer", "create", "mail"];
const MOST_DAYS = 365;

/** What is done: nothing but saying it, a record to be opened filled in, or a template to be sent. */
export function ActionPart({ object, action, errors, onChange }: Props) {
  const { t, label } = useWords("actionRules");
  const pointing = new Set(object.related.map((one) => one.plural));
  const others = useObjects().filter((one) => pointing.has(one.plural));
  const offered = KINDS.filter((kind) => {
    const opened = OPENS[kind];
    if (kind === "mail") return object.features.reachable;
    return !opened || pointing.has(opened);
  });
  const choose = (kind: ActionKind) => {
    const opened = OPENS[kind];
    onChange(opened === undefined ? { kind } : { kind, object: opened || (others[0]?.plural ?? "") });
  };
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t("actionRules.action")}
        data={offered.map((kind) => ({ value: kind, label: t(`actionRules.kinds.${kind}`) }))}
        value={action.kind}
        onChange={(event) => {
          const kind = KINDS.find((one) => one === event.currentTarget.value);
          if (kind) choose(kind);
        }}
      />
      {action.kind === "create" && (
        <Select
          label={t("actionRules.opens")}
          data={others.map((one) => ({ value: one.plural, label: label(one.label) }))}
          value={action.object ?? null}
          error={errors["action.object"]}
          allowDeselect={false}
          onChange={(plural) => plural && onChange({ kind: "create", object: plural })}
        />
      )}
      {action.object && <Filled key={action.object} action={action} errors={errors} onChange={onChange} />}
      {action.kind === "mail" && <TemplatePart action={action} errors={errors} onChange={onChange} />}
    </Stack>
  );
}

/** What the record that is opened is called, and in how many days it is due. */
function Filled({ action, errors, onChange }: Omit<Props, "object">) {
  const { t, label } = useWords("actionRules");
  const other = useMaybeObject(action.object ?? undefined);
  const name = other?.fields.get(other.nameField);
  return (
    <>
      {name && isEditable(name) && (
        <TextInput
          label={label(name.label)}
          value={String(action.values?.[name.name] ?? "")}
          error={errors[`action.values.${name.name}`]}
          onChange={(event) => {
            const { [name.name]: _, ...others } = action.values ?? {};
            const text = event.currentTarget.value;
            onChange({ ...action, values: text ? { ...others, [name.name]: text } : others });
          }}
        />
      )}
      <NumberInput
        label={t("actionRules.days")}
        description={t("actionRules.daysHint")}
        min={0}
        max={MOST_DAYS}
        allowDecimal={false}
        value={action.days ?? ""}
        error={errors["action.days"]}
        onChange={(days) => onChange({ ...action, days: days === "" ? null : Number(days) })}
      />
    </>
  );
}

function TemplatePart({ action, errors, onChange }: Omit<Props, "object">) {
  const { t } = useWords("actionRules");
  const templates = useTemplates().data ?? [];
  return (
    <Select
      label={t("actionRules.template")}
      data={templates.map((one) => ({ value: one.id, label: one.name }))}
      value={action.template ?? null}
      error={errors["action.template"]}
      searchable
      required
      nothingFoundMessage={t("actionRules.noTemplates")}
      onChange={(template) => onChange({ ...action, template })}
    />
  );
}
