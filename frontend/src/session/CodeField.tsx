import { TextInput } from "@mantine/core";
import classes from "./SecondStep.module.css";

interface Props {
  label: string;
  description?: string;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
  /** Letters too: a recovery code. */
  isRecovery?: boolean;
}

/** A code that a phone shows or a person kept; phones and password managers offer it by themselves. */
export function CodeField({ label, description, value, error, onChange, isRecovery = false }: Props) {
  return (
    <TextInput
      name="code"
      autoComplete="one-time-code"
      inputMode={isRecovery ? "text" : "numeric"}
      autoCapitalize="none"
      spellCheck={false}
      label={label}
      description={description}
      required
      autoFocus
      data-autofocus
      maxLength={20}
      value={value}
      error={error}
      classNames={{ input: classes.code ?? "" }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
