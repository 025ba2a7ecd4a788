import { Alert, Anchor, Button, Checkbox, Group, Loader, Radio, Select, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useAskPrivacy, usePrivacyRequest } from "@/api/privacy";
import type { PrivacyRequest } from "@/api/recordTypes";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { nameOf } from "@/metadata/compile";
import { ProblemAlert } from "./ProblemAlert";
import type { RecordDialogProps } from "./RecordActions";

const YEARS = [1, 2, 3, 4, 5, 6, 10];
const AT_ONCE = "0";

/** What a person may ask of the firm about their own data: a copy of everything, or that it be erased. */
export function PrivacyDialog({ object, record, opened, onClose }: RecordDialogProps) {
  const { t } = useWords("records");
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t("personalData.title", { name: nameOf(record, object.nameField) })}
      size="lg"
    >
      {opened && <Asking object={object} record={record} onClose={onClose} />}
    </Dialog>
  );
}

function Asking({ object, record, onClose }: Omit<RecordDialogProps, "opened">) {
  const { t } = useWords("records");
  const ask = useAskPrivacy();
  const [kind, setKind] = useState<PrivacyRequest["kind"]>("access");
  const [years, setYears] = useState<string | null>(AT_ONCE);
  const [isSure, setSure] = useState(false);
  const [id, setId] = useState<string | null>(null);
  if (id) return <Outcome id={id} onClose={onClose} />;
  const isErasure = kind === "erasure";
  const send = () =>
    ask.mutate(
      {
        object: object.plural,
        id: record.id,
        kind,
        ...(isErasure ? { keep_years: years === AT_ONCE ? null : Number(years) } : {}),
      },
      { onSuccess: (request) => setId(request.id) },
    );
  return (
    <Stack>
      <Radio.Group
        value={kind}
        onChange={(next) => setKind(next as PrivacyRequest["kind"])}
        label={t("personalData.what")}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="access" label={t("personalData.access")} description={t("personalData.accessHint")} />
          <Radio value="erasure" label={t("personalData.erasure")} description={t("personalData.erasureHint")} />
        </Stack>
      </Radio.Group>
      {isErasure && (
        <>
          <Select
            label={t("personalData.keep")}
            description={t("personalData.keepHint")}
            data={[
              { value: AT_ONCE, label: t("personalData.keepNothing") },
              ...YEARS.map((count) => ({ value: String(count), label: t("personalData.years", { count }) })),
            ]}
            value={years}
            allowDeselect={false}
            onChange={setYears}
          />
          <Checkbox
            label={t("personalData.sure")}
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
        </>
      )}
      <ProblemAlert problem={ask.error} />
      <DialogFoot onClose={onClose}>
        <Button
          color={isErasure ? "pimenton" : undefined}
          disabled={isErasure && !isSure}
          loading={ask.isPending}
          onClick={send}
        >
          {isErasure ? t("personalData.erase") : t("personalData.export")}
        </Button>
      </DialogFoot>
    </Stack>
  );
}

function Outcome({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useWords("records");
  const formats = useFormats();
  const request = usePrivacyRequest(id);
  const { data } = request;
  const isOver = data?.state === "done" || data?.state === "failed";
  return (
    <Stack>
      <ProblemAlert problem={request.error} />
      {!isOver && (
        <Group role="status">
          <Loader size="sm" />
          <Text>{t("personalData.working")}</Text>
        </Group>
      )}
      {data?.state === "failed" && (
        <Alert color="pimenton" role="alert">
          {data.problem?.detail ?? t("problems.unexpected")}
        </Alert>
      )}
      {data?.state === "done" && (
        <Text role="status">{data.kind === "erasure" ? t("personalData.erased") : t("personalData.ready")}</Text>
      )}
      {data?.archive && (
        <Anchor href={data.archive.url} download fw={550}>
          <Group gap={6} component="span">
            <IconDownload size={16} aria-hidden />
            {t("personalData.download", { when: formats.instant(data.archive.expires_at) })}
          </Group>
        </Anchor>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("actions.close")}
        </Button>
      </Group>
    </Stack>
  );
}
