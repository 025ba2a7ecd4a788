import { NativeSelect, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { useAssignments } from "@/api/forms";
import { useWords } from "@/i18n/useWords";
import type { Draft } from "./draft";

const BEGINS = "https://";

interface Props {
  draft: Draft;
  errors: Record<string, string>;
  onChange(part: Partial<Draft>): void;
}

/** What happens once the form is sent: who is given the record, and how its sender is thanked. */
export function AfterPart({ draft, errors, onChange }: Props) {
  const { t } = useWords("forms");
  const rules = (useAssignments().data ?? []).filter((rule) => rule.object === draft.object);
  return (
    <section aria-label={t("forms.after")}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("forms.after")}
        </Title>
        <Textarea
          label={t("forms.thanks")}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.thanks}
          error={errors.thanks}
          onChange={(event) => onChange({ thanks: event.currentTarget.value })}
        />
        <TextInput
          label={t("forms.redirect")}
          description={t("forms.redirectHint")}
          type="url"
          inputMode="url"
          placeholder={BEGINS}
          maxLength={1000}
          value={draft.redirect ?? ""}
          error={errors.redirect}
          onChange={(event) => onChange({ redirect: event.currentTarget.value || null })}
        />
        {rules.length > 0 && (
          <NativeSelect
            label={t("forms.assignment")}
            data={[
              { value: "", label: t("forms.nobody") },
              ...rules.map((rule) => ({ value: rule.id, label: rule.name })),
            ]}
            value={draft.assignment ?? ""}
            error={errors.assignment}
            onChange={(event) => onChange({ assignment: event.currentTarget.value || null })}
          />
        )}
      </Stack>
    </section>
  );
}
