import { Alert, Button, Group, NativeSelect, Progress, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconFileTypeCsv } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useNewImport } from "@/api/imports";
import { useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { may } from "@/metadata/access";
import classes from "./Import.module.css";
import { ImportSteps } from "./ImportSteps";

const MEGABYTE = 1_000_000;
const LARGEST = 50 * MEGABYTE;

/** The first step: what is in the file, and the file. */
export function NewImport({ object: given }: { object: string | undefined }) {
  const { t, label, inner } = useWords("imports");
  const navigate = useNavigate();
  const objects = useObjects().filter((one) => one.features.importable && may(one.permissions, "create"));
  const [plural, setPlural] = useState(objects.find((one) => one.plural === given)?.plural ?? "contacts");
  const [share, setShare] = useState(0);
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const begin = useNewImport();
  const object = objects.find((one) => one.plural === plural);

  const take = async (file: File | undefined) => {
    if (!file || begin.isPending) return;
    setRefusal("");
    if (file.size === 0) return setRefusal(t("problems.empty_file"));
    if (file.size > LARGEST) return setRefusal(t("problems.file_too_large"));
    setShare(0);
    const id = await begin.mutateAsync({ object: plural, file, onProgress: setShare }).catch(() => null);
    if (id) navigate({ to: "/imports/$id", params: { id } });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  /** Cells copied from a spreadsheet are a table too. */
  const paste = useRef<(event: ClipboardEvent) => void>(() => {});
  paste.current = (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (file) take(file);
    else if (/\t.*\n|\n.*\t/.test(text))
      take(new File([text], t("import.pasted"), { type: "text/tab-separated-values" }));
  };
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste.current(event);
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, []);
  const trouble = refusal || (begin.error ? problemText(begin.error, t) : "");

  return (
    <Page title={t("import.start", { name: inner(object?.label_plural) })}>
      <ImportSteps active={0} />
      <Stack maw={640} mx="auto" mt="lg">
        <NativeSelect
          label={t("import.what")}
          data={objects.map((one) => ({ value: one.plural, label: label(one.label_plural) }))}
          value={plural}
          onChange={(event) => setPlural(event.currentTarget.value)}
        />
        {trouble && (
          <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} role="alert">
            {trouble}
          </Alert>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the button inside is the other */}
        <div
          className={classes.drop}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <IconFileTypeCsv size={40} stroke={1.2} aria-hidden />
          {begin.isPending ? (
            <Stack w="100%" maw={320} gap="xs">
              <Progress value={share * 100} aria-label={t("import.uploading")} />
              <Text size="sm" c="dimmed">
                {t("import.uploading")}
              </Text>
            </Stack>
          ) : (
            <>
              <Text>{t("import.drop")}</Text>
              <Group>
                <Button variant="light" onClick={() => input.current?.click()}>
                  {t("import.choose")}
                </Button>
              </Group>
              <Text size="sm" c="dimmed" maw={420} ta="center">
                {t("import.hint")} {t("import.paste")}
              </Text>
            </>
          )}
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/vcard"
            className={classes.file}
            aria-label={t("import.file")}
            tabIndex={-1}
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </div>
      </Stack>
    </Page>
  );
}
