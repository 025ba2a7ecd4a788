import { Badge } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";

/** What needs care, in a word, a colour and a shape. */
export function RecordFlags({ record }: { record: RecordRow }) {
  const { t, has } = useWords();
  const raised = Object.entries(record.flags ?? {}).filter(([name, on]) => on && has(`flags.${name}`));
  return raised.map(([name]) => (
    <Badge key={name} color="pimenton" size="sm" leftSection={<IconAlertTriangle size={11} aria-hidden />}>
      {t(`flags.${name}`)}
    </Badge>
  ));
}
