import { Button, Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { listQuery } from "@/api/records";
import { type Content, type Reader, usePreview, useTestMail } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { problemText } from "@/kit/problemText";
import type { Picked } from "@/kit/RecordSearch";
import { useOnce } from "@/kit/useOnce";
import { isComplete } from "./blocks";
import classes from "./Templates.module.css";

const RecordSearch = lazy(() => import("@/kit/RecordSearch").then((module) => ({ default: module.RecordSearch })));
const PEOPLE = ["contacts", "leads"];
const PAUSE = 500;

interface Props {
  id: string;
  content: Content;
  reader: Reader | null;
  onReader(reader: Reader | null): void;
}

/** The mail as one person will read it: the very one that would be sent. */
export function Preview({ id, content, reader, onReader }: Props) {
  const { t } = useWords("templates");
  const [picked, setPicked] = useState<Picked | null>(null);
  const [isPicking, setPicking] = useState(false);
  const [device, setDevice] = useState("desk");
  const people = useInfiniteQuery({ ...listQuery("contacts", { limit: 1 }), enabled: !picked });
  const first = people.data?.pages[0]?.items[0];
  useEffect(() => {
    if (!picked && first) setPicked({ plural: "contacts", id: first.id, name: String(first.name ?? first.id) });
  }, [picked, first]);
  useEffect(() => {
    onReader(picked && { object: picked.plural, record: picked.id });
  }, [picked, onReader]);
  const [shown] = useDebouncedValue(content, PAUSE);
  const ready = { ...shown, subject: shown.subject || "…", blocks: shown.blocks.filter(isComplete) };
  const preview = usePreview(id, reader, ready);
  const test = useTestMail(id);
  const once = useOnce();
  const send = () =>
    reader &&
    once([reader, content], (key) => test.mutateAsync({ ...reader, content, key })).then(
      ({ to }) => showDone(t("preview.sent", { to: to.join(", ") })),
      showProblem,
    );
  return (
    <section aria-label={t("preview.title")}>
      <Group gap="sm" align="flex-end" mb="sm">
        <div className={classes.reader}>
          {isPicking ? (
            <Suspense fallback={<Skeleton height={60} />}>
              <RecordSearch
                label={t("preview.as")}
                placeholder={t("preview.find")}
                objects={PEOPLE}
                value={picked}
                onChange={setPicked}
              />
            </Suspense>
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {t("preview.as")}
              </Text>
              <Button variant="subtle" size="compact-md" onClick={() => setPicking(true)}>
                {picked?.name ?? t("preview.find")}
              </Button>
            </>
          )}
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t("preview.device")}
          value={device}
          onChange={setDevice}
          data={["desk", "phone"].map((value) => ({ value, label: t(`preview.devices.${value}`) }))}
        />
        <Button variant="default" loading={test.isPending} disabled={!reader} onClick={send}>
          {t("preview.test")}
        </Button>
      </Group>
      {!reader && people.isSuccess && !first && <Text c="dimmed">{t("preview.nobody")}</Text>}
      {preview.error && (
        <Text role="alert" size="sm" className={classes.wrong}>
          {problemText(preview.error, t)}
        </Text>
      )}
      {reader && !preview.data && !preview.error && <Skeleton height={480} aria-hidden />}
      {preview.data && (
        <div className={classes.mail} data-device={device}>
          <div className={classes.envelope}>
            <Text size="sm" c="dimmed">
              {preview.data.from ?? t("templates.chooseSender")}
            </Text>
            <Text fw={600}>{preview.data.subject}</Text>
            <Text size="sm" c="dimmed" truncate="end">
              {preview.data.preheader}
            </Text>
          </div>
          <iframe
            className={classes.sheet}
            title={t("preview.title")}
            sandbox="allow-same-origin"
            srcDoc={preview.data.html}
          />
        </div>
      )}
    </section>
  );
}
