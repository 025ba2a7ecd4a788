import { Anchor, Stack, Text, Title } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Form } from "@/api/forms";
import { useWords } from "@/i18n/useWords";
import { Copyable } from "@/kit/Copyable";
import classes from "./Forms.module.css";
import { Sendings } from "./Sendings";

interface Props {
  form: Form;
  isDirty: boolean;
}

/** How the form looks to whoever fills it in, and how it comes to a page, a mail or a QR code. */
export function SharePart({ form, isDirty }: Props) {
  const { t } = useWords("forms");
  const frame = useRef<HTMLIFrameElement>(null);
  const height = useHeightOf(frame);
  const path = `/f/${form.token ?? ""}`;
  const address = `${location.origin}${path}`;
  const element = `<div data-tendero-form="${form.token}"></div>\n<script async src="${location.origin}/embed.js"></script>`;
  return (
    <section className={classes.shown} aria-label={t("forms.see")}>
      <Stack gap="lg">
        {form.is_open ? (
          <div>
            {isDirty && (
              <Text size="sm" c="dimmed" mb={6} role="status">
                {t("forms.previewSaved")}
              </Text>
            )}
            <iframe
              key={form.version}
              ref={frame}
              className={classes.frame}
              style={{ height }}
              src={path}
              title={t("forms.preview")}
            />
          </div>
        ) : (
          <Text c="dimmed">{t("forms.closedText")}</Text>
        )}
        <Stack gap="md">
          <Title order={2} size="h4">
            {t("forms.share")}
          </Title>
          <div>
            <Copyable label={t("forms.address")} hint={t("forms.addressHint")} text={address} />
            <Anchor size="sm" href={path} target="_blank" rel="noreferrer" className={classes.open}>
              {t("forms.openPage")}
              <IconExternalLink size={14} aria-hidden />
            </Anchor>
          </div>
          <Copyable label={t("forms.embed")} hint={t("forms.embedHint")} text={element} />
        </Stack>
        <Sendings id={form.id} />
        <Text size="sm" c="dimmed">
          {t("forms.guard")}
        </Text>
      </Stack>
    </section>
  );
}

const AT_FIRST = 480;
const EDGES = 26;

/** How high a form says that it is, with the edges of its frame. */
function useHeightOf(frame: RefObject<HTMLIFrameElement | null>): number {
  const [height, setHeight] = useState(AT_FIRST);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      const said = source === frame.current?.contentWindow && data?.["tendero-form"]?.height;
      if (typeof said === "number") setHeight(said + EDGES);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [frame]);
  return height;
}
