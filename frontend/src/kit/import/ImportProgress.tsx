import { Group, Progress, Stack, Text, Title } from "@mantine/core";
import type { ImportJob } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { useTimeLeft } from "./useTimeLeft";

export function ImportProgress({ job }: { job: ImportJob }) {
  const { t } = useWords("imports");
  const formats = useFormats();
  const { done, total } = job.progress ?? { done: 0, total: 0 };
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  const words = t(`import.doing.${job.state}`);
  const minutes = useTimeLeft(done, total);
  return (
    <Stack maw={640} mx="auto" mt="xl" gap="sm" aria-live="polite">
      <Title order={2}>{words}</Title>
      <Progress.Root size="lg">
        <Progress.Section
          value={total > 0 ? share : 100}
          animated={total === 0}
          striped={total === 0}
          aria-label={words}
        />
      </Progress.Root>
      {total > 0 && (
        <Group justify="space-between">
          <Text c="dimmed" className="numbers">
            {t("import.rowsDone", { done: formats.number(done), total: formats.number(total) })}
          </Text>
          {minutes !== null && (
            <Text c="dimmed" size="sm">
              {minutes < 1 ? t("import.leftLess") : t("import.leftMinutes", { count: Math.round(minutes) })}
            </Text>
          )}
        </Group>
      )}
      {job.state === "running" && <Text size="sm">{t("import.mayLeave")}</Text>}
    </Stack>
  );
}
