import { Alert, Button, Checkbox, Group, Radio, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconQuestionMark } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { usePreviewImport, useStartImport } from "@/api/imports";
import { useMe } from "@/api/me";
import type { ImportColumn, ImportJob, OnDuplicate } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import { errorTexts } from "@/kit/problemText";
import { MappingEditor } from "./MappingEditor";
import { byColumn, inOrder, isOpen, withQuestions } from "./mappingState";
import { useTargets } from "./targets";

const CHOICES: readonly OnDuplicate[] = ["skip", "update", "create"];

const PreviewTable = lazy(() => import("./PreviewTable").then((module) => ({ default: module.PreviewTable })));

/** The second step: the mapping, what to do with what is here already, and the first rows as they would land. */
export function ImportReview({ job }: { job: ImportJob }) {
  const { t, label, inner } = useWords("imports");
  const formats = useFormats();
  const [proposed] = useState<ImportColumn[]>(job.mapping ?? []);
  const [mapping, setMapping] = useState<ImportColumn[]>(proposed);
  const [onDuplicate, setOnDuplicate] = useState<OnDuplicate>("update");
  const [fires, setFires] = useState(false);
  const [errors, setErrors] = useState<Record<number, string>>({});
  const [isOpenSaid, setOpenSaid] = useState(false);
  const columns = useRef<HTMLDivElement>(null);
  const { user } = useMe();
  const { groups, objects } = useTargets(job.object);
  const start = useStartImport(job.id);
  const preview = usePreviewImport(job.id);
  const isLooking = job.state === "previewing" || preview.isPending;
  // One look at a time: what changes meanwhile is looked at when the file has been read.
  const unseen = useRef<ImportColumn[] | null>(null);
  const look = () => {
    const next = unseen.current;
    if (!next || isLooking) return;
    unseen.current = null;
    preview.mutateAsync(next).catch((problem) => setErrors(byColumn(errorTexts(problem, t), next)));
  };
  const lookNow = useRef(look);
  lookNow.current = look;
  useEffect(() => {
    if (!isLooking) lookNow.current();
  }, [isLooking]);
  const lookAgain = useDebouncedCallback((next: ImportColumn[]) => {
    unseen.current = next;
    lookNow.current();
  }, 700);
  const waiting = mapping.filter(isOpen).length;
  const troubled = (job.preview ?? []).filter((row) => row.problems.length > 0).length;
  const main = objects.get(job.object);
  const rows = waiting ? (job.detected?.rows ?? 0) : landing(job);
  const matchFields = (job.match?.fields ?? []).flatMap(
    (name) => objects.get(job.match?.object ?? "")?.fields.get(name) ?? [],
  );

  const begin = () => {
    if (waiting) {
      setOpenSaid(true);
      columns.current?.querySelector<HTMLElement>("[data-asks] input")?.focus();
      return;
    }
    const sent = inOrder(mapping);
    start.mutateAsync({ mapping: sent, on_duplicate: onDuplicate, fire_automations: fires }).catch((problem) => {
      setErrors(byColumn(errorTexts(problem, t), sent));
      showProblem(problem);
    });
  };

  return (
    <Stack gap="xl" mt="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2}>{job.filename}</Title>
          {job.detected && <Detected detected={job.detected} />}
        </div>
        <Button
          loading={start.isPending || isLooking}
          disabled={(!mapping.some((one) => one.target) || rows === 0) && !waiting}
          onClick={begin}
        >
          {t("import.run", {
            count: rows,
            rows: formats.number(rows),
            name: inner(rows === 1 ? main?.label : main?.labelPlural),
          })}
        </Button>
      </Group>
      {waiting > 0 && (
        <Alert
          color="pimenton"
          icon={<IconQuestionMark size={18} />}
          {...(isOpenSaid ? { role: "alert" } : { role: "status" })}
        >
          {t("import.ask.open", { count: waiting })}
        </Alert>
      )}
      <Stack gap="sm" component="section" ref={columns} aria-label={t("import.mapping")}>
        <Title order={2}>{t("import.mapping")}</Title>
        <MappingEditor
          mapping={withQuestions(mapping, job.mapping ?? [])}
          proposed={proposed}
          groups={groups}
          errors={errors}
          mayCreate={user.role === "admin"}
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
              {isLooking ? t("import.previewStale") : t("import.previewHint")}{" "}
              {troubled > 0 && !isLooking && t("import.previewProblems", { count: troubled })}
            </Text>
          </div>
          <Suspense fallback={<Skeleton height={120} />}>
            <PreviewTable rows={job.preview ?? []} mapping={mapping} objects={objects} />
          </Suspense>
        </Stack>
      )}
    </Stack>
  );
}

/** How many rows will land: of a file that is in sight whole, those that can be read; else all that it has. */
function landing(job: ImportJob): number {
  const rows = job.detected?.rows ?? 0;
  const seen = job.preview ?? [];
  return seen.length === rows ? seen.filter((row) => row.records.length > 0).length : rows;
}

/** What the file turned out to be. */
function Detected({ detected }: { detected: NonNullable<ImportJob["detected"]> }) {
  const { t } = useWords("imports");
  const formats = useFormats();
  const told = { count: detected.rows, rows: formats.number(detected.rows), columns: detected.columns };
  const isSheet = detected.format === "xlsx" || detected.format === "vcard";
  return (
    <Text c="dimmed" size="sm">
      {isSheet
        ? t("import.detectedAs", { ...told, format: t(`import.format.${detected.format}`) })
        : t("import.detected", {
            ...told,
            encoding: detected.encoding.toUpperCase(),
            delimiter: t(`import.delimiter.${DELIMITERS[detected.delimiter] ?? "other"}`),
          })}
      {detected.left_out?.map(({ code, count }) => ` · ${t(`import.leftOut.${code}`, { count })}`)}
    </Text>
  );
}

const DELIMITERS: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
