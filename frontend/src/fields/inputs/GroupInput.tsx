import { Input, Stack } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  /** The visible label, when there is one. */
  label?: string | undefined;
  /** What a screen reader calls the group. */
  name: string;
  required?: boolean | undefined;
  error?: string | undefined;
  children: ReactNode;
}

/** Several inputs that are one value. */
export function GroupInput({ label, name, required, error, children }: Props) {
  return (
    <Stack gap={6} role="group" aria-label={name}>
      {label && (
        <Input.Label labelElement="div" required={required ?? false}>
          {label}
        </Input.Label>
      )}
      {children}
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}
