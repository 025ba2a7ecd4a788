import { TextInput } from "@mantine/core";
import { useWords } from "@/i18n/useWords";

interface Props {
  value: string;
  error?: string | undefined;
  autoFocus?: boolean;
  onChange(value: string): void;
}

/** The address by which somebody is known, so that a password manager knows it too. */
export function EmailField({ value, error, autoFocus = false, onChange }: Props) {
  const { t } = useWords();
  return (
    <TextInput
      type="email"
      name="email"
      autoComplete="username"
      label={t("session.email")}
      required
      autoFocus={autoFocus}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
