import { Checkbox, NativeSelect, Stack, Switch, Textarea } from "@mantine/core";
import i18next from "i18next";
import type { FormConsent } from "@/api/forms";
import { usePurposes } from "@/api/marketing";
import { useMe } from "@/api/me";
import type { Language } from "@/api/types";
import { loadWordsIn } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";

const MARKETING = "marketing";

interface Props {
  consent: FormConsent | null;
  language: Language;
  errors: Record<string, string>;
  onChange(part: { consent: FormConsent | null }): void;
}

/** Whether the form asks for permission to write, for what, and in which words: those are what is kept as proof. */
export function ConsentPart({ consent, language, errors, onChange }: Props) {
  const { t, label } = useWords("forms");
  const { tenant } = useMe();
  const purposes = usePurposes().data ?? [];
  const edit = (part: Partial<FormConsent>) => consent && onChange({ consent: { ...consent, ...part } });
  const turn = async (isOn: boolean) => {
    await loadWordsIn("forms", language);
    const text = i18next.t("begin.consent", { lng: language, ns: "forms", firm: tenant.name });
    onChange({ consent: isOn ? { text, purpose: MARKETING, required: false } : null });
  };
  return (
    <section aria-label={t("forms.consent")}>
      <Stack gap="sm">
        <Switch
          label={t("forms.consent")}
          description={t("forms.consentHint")}
          checked={consent !== null}
          error={errors.consent && !errors["consent.text"] ? errors.consent : undefined}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {consent && (
          <>
            <Textarea
              label={t("forms.consentText")}
              description={t("forms.consentTextHint")}
              autosize
              minRows={2}
              maxLength={2000}
              required
              value={consent.text}
              error={errors["consent.text"]}
              onChange={(event) => edit({ text: event.currentTarget.value })}
            />
            {purposes.length > 0 && (
              <NativeSelect
                label={t("forms.purpose")}
                data={[
                  { value: MARKETING, label: t("forms.purposeMarketing") },
                  ...purposes.map((one) => ({ value: one.key, label: label(one.label) })),
                ]}
                value={consent.purpose ?? MARKETING}
                error={errors["consent.purpose"]}
                onChange={(event) => edit({ purpose: event.currentTarget.value })}
              />
            )}
            <Checkbox
              label={t("forms.consentRequired")}
              description={t("forms.consentRequiredHint")}
              checked={Boolean(consent.required)}
              onChange={(event) => edit({ required: event.currentTarget.checked })}
            />
          </>
        )}
      </Stack>
    </section>
  );
}
