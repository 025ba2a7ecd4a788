import { TextInput } from "@mantine/core";
import type { WebhookWish } from "@/api/webhooks";
import { useWords } from "@/i18n/useWords";
import { NameInput } from "@/kit/NameInput";

interface Props {
  values: WebhookWish;
  errors: Record<string, string>;
  onChange(part: Partial<WebhookWish>): void;
}

const EXAMPLE = "https://hooks.example.com/tendero";

/** What a server is called here, and where it is called. */
export function Fields({ values, errors, onChange }: Props) {
  const { t } = useWords("webhooks");
  return (
    <>
      <NameInput label={t("webhooks.name")} data-autofocus values={values} errors={errors} onChange={onChange} />
      <TextInput
        label={t("webhooks.url")}
        description={t("webhooks.urlHint")}
        required
        maxLength={1000}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={EXAMPLE}
        value={values.url}
        error={errors.url}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
      <TextInput
        label={t("webhooks.description")}
        maxLength={500}
        value={values.description}
        error={errors.description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </>
  );
}
