import { Button, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { DialogFoot } from "@/kit/DialogFoot";
import { FormProblem } from "@/kit/FormProblem";

interface Props {
  form: { submit(event: FormEvent<HTMLFormElement>): void; problem: unknown; isBusy: boolean };
  /** What the button says that sends it. */
  verb: string;
  isReady?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** The few fields of a dialog, what was refused of the whole, and the two ways out. */
export function DialogForm({ form, verb, isReady = true, onClose, children }: Props) {
  return (
    <form onSubmit={form.submit}>
      <Stack>
        <FormProblem problem={form.problem} />
        {children}
        <DialogFoot onClose={onClose}>
          <Button type="submit" loading={form.isBusy} disabled={!isReady}>
            {verb}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
