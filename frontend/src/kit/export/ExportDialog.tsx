import { Alert, Button, Group, Radio, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { exportUrl, useExport, useNewExport } from "@/api/exports";
import type { Export, ExportFormat } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { filterOf, type ListSearch } from "@/kit/list/listState";
import { columnsOf } from "@/kit/list/RecordListColumns";
import type { CompiledObject } from "@/metadata/compile";
import { followJob } from "../jobs/JobNotice";
import { showProblem } from "../notices";
import { ExportBar } from "./ExportBar";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  /** The records that are ticked; without them, all that the list's filters hold for. */
  ids?: readonly string[] | undefined;
  onClose(): void;
}

const ADDRESS_BOOK = new Set(["email", "phone", "person_name"]);

/** Takes the list along as a file: in which format, which columns; then how far it is, and where it lies. */
export function ExportDialog({ object, search, ids, onClose }: Props) {
  const { t, inner } = useWords("lists");
  const begin = useNewExport();
  const [id, setId] = useState<string>();
  const made = useExport(id).data;
  const close = () => {
    if (made?.state === "running") followJob({ id: made.id });
    onClose();
  };
  const start = async (format: ExportFormat, isAll: boolean) => {
    const names = columnsOf(object, search).map((field) => field.name);
    try {
      const asked = await begin.mutateAsync({
        object: object.plural,
        format,
        ...(ids
          ? { ids: [...ids] }
          : { filter: filterOf(object, search) ?? null, ...(search.sort ? { sort: search.sort } : {}) }),
        ...(isAll || format === "vcard" ? {} : { fields: names }),
      });
      setId(asked.id);
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Dialog onClose={close} title={t("export.title", { name: inner(object.labelPlural) })} centered={false}>
      {made ? (
        <Came made={made} onClose={close} />
      ) : (
        <Asked object={object} search={search} count={ids?.length} isBusy={begin.isPending} onStart={start} />
      )}
    </Dialog>
  );
}

interface AskedProps {
  object: CompiledObject;
  search: ListSearch;
  count: number | undefined;
  isBusy: boolean;
  onStart(format: ExportFormat, isAll: boolean): void;
}

function Asked({ object, search, count, isBusy, onStart }: AskedProps) {
  const { t, inner } = useWords("lists");
  const { number } = useFormats();
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [columns, setColumns] = useState("shown");
  const hasCards = [...object.fields.values()].some((field) => ADDRESS_BOOK.has(field.type));
  const formats: ExportFormat[] = ["csv", "xlsx", ...(hasCards ? ["vcard" as const] : []), "json"];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onStart(format, columns === "all");
      }}
    >
      <Stack>
        <Radio.Group label={t("export.format")} value={format} onChange={(next) => setFormat(next as ExportFormat)}>
          <Stack gap={8} mt={6}>
            {formats.map((one, place) => (
              <Radio key={one} value={one} label={t(`export.${one}`)} data-autofocus={place === 0 || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        {format !== "vcard" && (
          <Radio.Group label={t("export.columns")} value={columns} onChange={setColumns}>
            <Group mt={6}>
              <Radio value="shown" label={t("export.shown")} />
              <Radio value="all" label={t("export.all")} />
            </Group>
          </Radio.Group>
        )}
        <Text size="sm" c="dimmed">
          {count !== undefined
            ? t("export.chosen", { count, n: number(count) })
            : t(search.filter ? "export.filtered" : "export.everything")}
        </Text>
        {search.q && count === undefined && <Text size="sm">{t("export.search")}</Text>}
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy}>
            {t("export.run", { name: inner(object.labelPlural) })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Came({ made, onClose }: { made: Export; onClose(): void }) {
  const { t } = useWords("lists");
  const formats = useFormats();
  if (made.state === "failed")
    return (
      <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} title={t("export.failed")} role="alert">
        {made.problem?.detail}
      </Alert>
    );
  if (made.state === "running")
    return (
      <Stack aria-live="polite">
        <Text fw={500}>{t("export.running")}</Text>
        <ExportBar made={made} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("export.later")}
          </Button>
        </Group>
      </Stack>
    );
  const records = made.result?.records ?? 0;
  // The link lives for minutes and the dialog for as long as somebody likes, so it is asked for anew.
  const download = () =>
    exportUrl(made.id).then((url) => {
      if (url) location.assign(url);
    }, showProblem);
  return (
    <Stack aria-live="polite">
      <Text fw={500}>{t("export.ready")}</Text>
      <Text size="sm" c="dimmed" className="numbers">
        {t("export.readyOf", {
          count: records,
          n: formats.number(records),
          size: sizeText(made.result?.bytes ?? 0, formats.locale),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {t("export.kept")}
      </Text>
      <Group justify="flex-end">
        <Button leftSection={<IconDownload size={16} />} onClick={download} data-autofocus>
          {t("export.download", { name: made.download?.filename ?? "" })}
        </Button>
      </Group>
    </Stack>
  );
}

const KILO = 1_000;

export function sizeText(bytes: number, locale: string): string {
  const unit = bytes < KILO ? "byte" : bytes < KILO * KILO ? "kilobyte" : "megabyte";
  const value = unit === "byte" ? bytes : bytes / (unit === "kilobyte" ? KILO : KILO * KILO);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
