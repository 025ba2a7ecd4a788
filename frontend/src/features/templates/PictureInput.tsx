import { Button, FileButton, Group, Text, TextInput } from "@mantine/core";
import { IconPhotoUp } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { useNewPicture } from "@/api/pictures";
import { ApiProblem } from "@/api/problems";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { problemText } from "@/kit/problemText";
import { numberFormat } from "@/lib/intl";
import classes from "./Templates.module.css";

interface Props {
  src: string;
  error: string | undefined;
  size?: "xs" | "sm";
  /** `width` is how wide an uploaded picture is, where it should not be shown wider. */
  onChange(src: string, width?: number): void;
}

const TAKEN = "image/png,image/jpeg,image/gif";
const NARROWEST = 16;
const WIDEST = 1200;

/** The picture of a block: uploaded here, or somewhere else on the web already. */
export function PictureInput({ src, error, size = "sm", onChange }: Props) {
  const { t } = useWords("templates");
  const { locale } = useFormats();
  const upload = useNewPicture();
  const [share, setShare] = useState(0);
  const [isOver, setOver] = useState(false);
  const isOurs = src.startsWith(`${location.origin}/pictures/`);
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    setShare(0);
    try {
      const { url, width } = await upload.mutateAsync({ file, onProgress: setShare });
      onChange(url, Math.min(Math.max(width, NARROWEST), WIDEST));
    } catch {
      // The refusal is told beside the button.
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const refused = upload.error && refusalOf(upload.error);
  const percent = numberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever has no mouse presses the button
    <div
      className={classes.picture}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {isOurs && <img src={src} alt={t("parts.shown")} className={classes.thumbnail} />}
      <Group gap="xs" mb={6}>
        <FileButton accept={TAKEN} onChange={take}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="compact-sm"
              loading={upload.isPending}
              leftSection={<IconPhotoUp size={15} />}
            >
              {t(isOurs ? "parts.again" : "parts.upload")}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" aria-live="polite">
          {upload.isPending ? t("parts.uploading", { share: percent.format(share) }) : t("parts.drop")}
        </Text>
      </Group>
      {refused && (
        <Text size="sm" className={classes.wrong} role="alert" mb={6}>
          {t(`parts.refused.${refused}`, { defaultValue: problemText(upload.error, t) })}
        </Text>
      )}
      <TextInput
        size={size}
        label={t("parts.src")}
        description={src ? undefined : t("parts.srcHint")}
        value={src}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {src && !isOurs && (
        <Text size="sm" c="dimmed" mt={4}>
          {t("parts.remote")}
        </Text>
      )}
    </div>
  );
}

function refusalOf(problem: unknown): string {
  return problem instanceof ApiProblem ? (problem.errors[0]?.code ?? problem.code) : "";
}
