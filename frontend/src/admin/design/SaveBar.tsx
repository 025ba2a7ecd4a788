import { Button, Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { LeaveGuard } from "@/kit/LeaveGuard";
import classes from "./Design.module.css";

interface Props {
  isDirty: boolean;
  isBusy: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** Below something that is arranged in place: what was changed is saved together, or not at all. */
export function SaveBar({ isDirty, isBusy, onSave, onDiscard }: Props) {
  const { t } = useWords("admin");
  if (!isDirty) return null;
  return (
    <section className={classes.save} aria-label={t("design.unsaved")}>
      <Text size="sm" flex={1}>
        {t("design.unsaved")}
      </Text>
      <Button variant="default" onClick={onDiscard}>
        {t("leave.discard")}
      </Button>
      <Button loading={isBusy} onClick={onSave}>
        {t("actions.saveChanges")}
      </Button>
      <LeaveGuard isDirty={isDirty} />
    </section>
  );
}
