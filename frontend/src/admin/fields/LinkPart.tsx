import { Select, Stack } from "@mantine/core";
import { useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { LabelInputs } from "../design/LabelInputs";
import type { FieldDraft } from "./fieldDraft";

interface Props {
  draft: FieldDraft;
  isNew: boolean;
  onChange(part: Partial<FieldDraft>): void;
  errors: Record<string, string>;
}

/** Where a link leads, and what the records over there call those that point to them. */
export function LinkPart({ draft, isNew, onChange, errors }: Props) {
  const { t, label } = useWords("admin");
  const objects = useObjects();
  return (
    <Stack gap="sm">
      <Select
        label={t("fieldForm.linkTo")}
        description={isNew ? undefined : t("fieldForm.linkFixed")}
        required
        searchable
        allowDeselect={false}
        disabled={!isNew}
        data={objects.map((object) => ({ value: object.plural, label: label(object.label_plural) }))}
        value={draft.to}
        error={errors["link.to"]}
        onChange={(to) => onChange({ to })}
      />
      <LabelInputs
        name={t("fieldForm.inverse")}
        value={draft.inverseLabel}
        error={errors["link.inverse_label"]}
        onChange={(inverseLabel) => onChange({ inverseLabel })}
      />
    </Stack>
  );
}
