import { Button, Group } from "@mantine/core";
import { useWords } from "@/i18n/useWords";

/** The end of a form of the settings: saves what has changed, or takes it back. */
export function SaveRow({ form }: { form: { isChanged: boolean; isBusy: boolean; reset(): void } }) {
  const { t } = useWords("admin");
  return (
    <Group gap="xs">
      <Button type="submit" loading={form.isBusy} disabled={!form.isChanged}>
        {t("actions.saveChanges")}
      </Button>
      {form.isChanged && !form.isBusy && (
        <Button variant="default" onClick={form.reset}>
          {t("actions.cancel")}
        </Button>
      )}
    </Group>
  );
}
