import { Button, Checkbox, Group, Radio, Stack, Text, Title } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { usePreviewImport, useStartImport } from "@/api/imports";
import type { ImportColumn, ImportJob, OnDuplicate } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { errorTexts } from "@/kit/problemText";
import { MappingEditor } from "./MappingEditor";
import { PreviewTable } from "./PreviewTable";
import { useTargets } from "./targets";

const CHOICES: readonly OnDuplicate[] = ["skip", "update", "create"];

/** The second step: the mapping, what to do with what is here already, and the first rows as they would land. */
export function ImportReview({ job }: { job: ImportJob }) {
  const { t, label, inner } = useWords();
  const formats = useFormats();
  const [proposed] = useState<ImportColumn[]>(job.mapping ?? []);
  const [mapping, setMapping] = useState<ImportColumn[]>(proposed);
  const [onDuplicate, setOnDuplicate] = useState<OnDuplicate>("update");
  const [fires, setFires] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { groups, objects } = useTargets(job.object);
  const start = useStartImport(job.id);
  const preview = usePreviewImport(job.id);
  const isLooking = job.state === "previewing" || preview.isPending;
  const lookAgain = useDebouncedCallback((next: ImportColumn[]) => {
    preview.mutateAsync(next).catch((problem) => setErrors(errorTexts(problem, t)));
  }, 700);
  const main = objects.get(job.object);
  const rows = job.detected?.rows ?? 0;
  const matchFields = (job.match?.fields ?? []).flatMap(
    (name) => objects.get(job.match?.object ?? "")?.fields.get(name) ?? [],
  );

  const begin = () =>
    start.mutateAsync({ mapping, on_duplicate: onDuplicate, fire_automations: fires }).catch((problem) => {
      setErrors(errorTexts(problem, t));
      showProblem(problem);
    });

  return (
    <Stack gap="xl" mt="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2}>{job.filename}</Title>
          {job.detected && (
            <Text c="dimmed" size="sm">
              {t("import.detected", {
                count: rows,
                rows: formats.number(rows),
                columns: job.detected.columns,
                encoding: job.detected.encoding.toUpperCase(),
                delimiter: t(`import.delimiter.${DELIMITERS[job.detected.delimiter] ?? "other"}`),
              })}
            </Text>
          )}
        </div>
        <Button loading={start.isPending || isLooking} disabled={!mapping.some((one) => one.target)} onClick={begin}>
          {t("import.run", {
            count: rows,
            rows: formats.number(rows),
            name: inner(rows === 1 ? main?.label : main?.labelPlural),
          })}
        </Button>
      </Group>
      <Stack gap="sm" component="section" aria-label={t("import.mapping")}>
        <Title order={2}>{t("import.mapping")}</Title>
        <MappingEditor
          mapping={mapping}
          proposed={proposed}
          groups={groups}
          errors={errors}
          onChange={(next) => {
            setMapping(next);
            setErrors({});
            lookAgain(next);
          }}
        />
      </Stack>
      <Radio.Group
        label={t("import.duplicates")}
        description={
          matchFields.length
            ? t("import.matchBy", { field: matchFields.map((field) => label(field.label)).join(", ") })
            : t("import.noMatch")
        }
        value={onDuplicate}
        onChange={(value) => setOnDuplicate(value as OnDuplicate)}
      >
        <Stack gap={8} mt="xs">
          {CHOICES.map((choice) => (
            <Radio key={choice} value={choice} label={t(`import.onDuplicate.${choice}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t("import.fire")}
        description={t("import.fireHint")}
        checked={fires}
        onChange={(event) => setFires(event.currentTarget.checked)}
      />
      {(job.preview?.length ?? 0) > 0 && (
        <Stack gap="sm">
          <div>
            <Title order={2}>{t("import.preview")}</Title>
            <Text c="dimmed" size="sm">
              {isLooking ? t("import.previewStale") : t("import.previewHint")}
            </Text>
          </div>
          <PreviewTable rows={job.preview ?? []} objects={objects} />
        </Stack>
      )}
    </Stack>
  );
}

const DELIMITERS: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
