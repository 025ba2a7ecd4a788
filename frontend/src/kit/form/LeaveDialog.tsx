import { Button, Group, Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";

interface Props {
  opened: boolean;
  onStay(): void;
  onKeep(): void;
  onDiscard(): void;
}

/** Nothing that was written is lost by a click beside the form. */
export function LeaveDialog({ opened, onStay, onKeep, onDiscard }: Props) {
  const { t } = useWords();
  return (
    <Dialog opened={opened} onClose={onStay} title={t("form.leave.title")} zIndex={320}>
      <Text mb="lg">{t("form.leave.text")}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" color="pimenton" onClick={onDiscard}>
          {t("form.leave.discard")}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {t("form.leave.keep")}
        </Button>
        <Button data-autofocus onClick={onStay}>
          {t("form.leave.stay")}
        </Button>
      </Group>
    </Dialog>
  );
}
