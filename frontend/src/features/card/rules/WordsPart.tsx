import { Stack, Text, Textarea } from "@mantine/core";
import type { Label } from "@/api/types";
import { useWords } from "@/i18n/useWords";

interface Props {
  words: Label;
  errors: Record<string, string | undefined>;
  onChange(words: Label): void;
}

const LONGEST = 500;
/** What a gap looks like, as it is typed; the same in every language. */
const GAPS = ["{{ card.name }}", "{{ card.silent_days }}", "{{ card.usual_days }}", "{{ card.buys_most }}"];

/** What is said to the customer, in both languages. */
export function WordsPart({ words, errors, onChange }: Props) {
  const { t } = useWords("actionRules");
  return (
    <Stack gap="xs">
      {(["es", "en"] as const).map((language) => (
        <Textarea
          key={language}
          label={t(`actionRules.words.${language}`)}
          value={words[language]}
          error={errors[`words.${language}`]}
          maxLength={LONGEST}
          required
          autosize
          minRows={2}
          onChange={(event) => onChange({ ...words, [language]: event.currentTarget.value })}
        />
      ))}
      <Text size="xs" c="dimmed">
        {t("actionRules.gaps")} <code>{GAPS.join(" · ")}</code>
      </Text>
    </Stack>
  );
}
