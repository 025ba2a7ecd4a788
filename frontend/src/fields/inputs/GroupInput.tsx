import { Input, Stack } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface Props {
  /** The visible label, when there is one. */
  label?: string | undefined;
  /** What a screen reader calls the group. */
  name: string;
  required?: boolean | undefined;
  help?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
}

/** Several inputs that are one value. */
export function GroupInput({ label, name, required, help, error, children }: Props) {
  const id = useId();
  const said = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <Stack gap={0} role="group" aria-label={name} aria-describedby={said || undefined}>
      {label && (
        <div>
          <Input.Label labelElement="div" required={required ?? false}>
            {label}
          </Input.Label>
          {help && <Input.Description id={`${id}-help`}>{help}</Input.Description>}
        </div>
      )}
      <Stack gap={6}>{children}</Stack>
      {error && (
        <Input.Error id={`${id}-error`} mt={4}>
          {error}
        </Input.Error>
      )}
    </Stack>
  );
}
