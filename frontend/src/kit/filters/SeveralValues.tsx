import { ActionIcon, Button, Checkbox, Group, MultiSelect, Stack, TagsInput, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import type { FieldTypeName } from "@/api/types";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { fold } from "@/lib/locale";
import { isPicked, typeOf } from "./operators";
import { OneValue, useChoices, type ValueProps } from "./values";

const TYPED = new Set<FieldTypeName>(["text", "person_name", "email", "phone", "url", "tags"]);
const MANY = 8;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Several values of a field: ticked where there are few, else typed or picked one after another. */
export function SeveralValues(props: ValueProps) {
  const { field } = props;
  if (isPicked(field)) return props.isCompact ? <Picked {...props} /> : <Ticks {...props} />;
  if (typeOf(field) === "link") return <Links {...props} />;
  if (TYPED.has(typeOf(field))) return <Typed {...props} />;
  return <Rows {...props} />;
}

function Picked({ field, value, onChange }: ValueProps) {
  const { t, label } = useWords("filters");
  return (
    <MultiSelect
      aria-label={label(field.label)}
      data={useChoices(field)}
      value={listOf(value).map(String)}
      searchable
      placeholder={listOf(value).length ? undefined : t("fields.search")}
      nothingFoundMessage={t("fields.nothingFound")}
      onChange={onChange}
    />
  );
}

function Ticks({ field, value, onChange }: ValueProps) {
  const { t, label } = useWords("filters");
  const choices = useChoices(field);
  const [typed, setTyped] = useState("");
  const shown = choices.filter((choice) => fold(choice.label).includes(fold(typed)));
  return (
    <>
      {choices.length > MANY && (
        <TextInput
          size="xs"
          aria-label={t("filter.findValue")}
          placeholder={t("fields.search")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <div style={{ maxHeight: 264, overflowY: "auto" }}>
        <Checkbox.Group value={listOf(value).map(String)} onChange={onChange} aria-label={label(field.label)}>
          <Stack gap={8} p={4}>
            {shown.map((choice) => (
              <Checkbox key={choice.value} value={choice.value} label={choice.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </div>
    </>
  );
}

function Links({ field, value, onChange }: ValueProps) {
  const several = { ...field, type: typeOf(field), required: false, multiple: true, attributes: [] };
  const Input = kitOf(several).input;
  return (
    <Suspense fallback={null}>
      <Input field={several} value={listOf(value) as never} onChange={(next) => onChange(next ?? [])} />
    </Suspense>
  );
}

function Typed({ field, value, onChange }: ValueProps) {
  const { t, label } = useWords("filters");
  return (
    <TagsInput
      aria-label={t("filter.value", { name: label(field.label) })}
      placeholder={t("filter.typeSeveral")}
      value={listOf(value).map(String)}
      onChange={onChange}
    />
  );
}

function Rows({ value, onChange, ...props }: ValueProps) {
  const { t } = useWords("filters");
  const values = listOf(value);
  const rows = values.length ? values : [null];
  return (
    <Stack gap={4}>
      {rows.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values are told apart by their place alone
        <Group key={place} gap={4} wrap="nowrap">
          <div style={{ flex: 1 }}>
            <OneValue {...props} value={one} onChange={(next) => onChange(rows.with(place, next))} />
          </div>
          {rows.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("filter.removeValue")}
              onClick={() => onChange(rows.toSpliced(place, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: "flex-start" }}
        onClick={() => onChange([...rows, null])}
      >
        {t("filter.addValue")}
      </Button>
    </Stack>
  );
}
