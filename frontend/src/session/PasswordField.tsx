import { PasswordInput } from "@mantine/core";
import { useWords } from "@/i18n/useWords";

export const MIN_PASSWORD = 10;

interface Props {
  label: string;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
  /** A new password says how long it has to be. */
  isNew?: boolean;
  name?: string;
  autoFocus?: boolean;
}

/** A password that can be shown, and that password managers know. */
export function PasswordField({ label, value, error, onChange, isNew = false, name = "password", autoFocus }: Props) {
  const { t } = useWords();
  return (
    <PasswordInput
      name={name}
      autoComplete={isNew ? "new-password" : "current-password"}
      label={label}
      {...(isNew ? { description: t("session.passwordHint", { count: MIN_PASSWORD }), minLength: MIN_PASSWORD } : {})}
      required
      autoFocus={autoFocus ?? false}
      data-autofocus={autoFocus || undefined}
      value={value}
      error={error}
      visibilityToggleButtonProps={{ "aria-label": t("session.showPassword"), "aria-hidden": false, tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
