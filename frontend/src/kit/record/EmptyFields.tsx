import { Button } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";

/** Stands for the fields of a record that hold nothing, and brings them. */
export function EmptyFields({ count, onOpen }: { count: number; onOpen(): void }) {
  const { t } = useWords("records");
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      style={{ alignSelf: "flex-start" }}
      data-print="never"
      aria-expanded={false}
      rightSection={<IconChevronDown size={16} aria-hidden />}
      onClick={onOpen}
    >
      {t("record.empty", { count })}
    </Button>
  );
}
