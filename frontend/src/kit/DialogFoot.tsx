import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";

interface Props {
  onClose(): void;
  /** What the way back says; "cancel" unless told. */
  back?: string;
  /** The keyboard stands on the way back, where Enter must do no harm. */
  isCareful?: boolean;
  /** What the dialog is there for. */
  children: ReactNode;
}

/** The ways out of a dialog: back first, on last. */
export function DialogFoot({ onClose, back, isCareful = false, children }: Props) {
  const { t } = useWords();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose} {...(isCareful ? { "data-autofocus": true } : {})}>
        {back ?? t("actions.cancel")}
      </Button>
      {children}
    </Group>
  );
}
