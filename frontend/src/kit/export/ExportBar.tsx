import { Progress, Text } from "@mantine/core";
import type { Export } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";

/** How far a file is written. */
export function ExportBar({ made }: { made: Export }) {
  const told = useWords("lists").t("export.running");
  const { t } = useWords("jobs");
  const formats = useFormats();
  const { done, total } = made.progress;
  return (
    <>
      <Progress.Root size="sm">
        <Progress.Section
          value={total ? (done / total) * 100 : 100}
          animated={!total}
          striped={!total}
          aria-label={told}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" className="numbers">
        {total
          ? t("jobs.doneOf", { done: formats.number(done), total: formats.number(total) })
          : t("jobs.doneSoFar", { count: done, done: formats.number(done) })}
      </Text>
    </>
  );
}
