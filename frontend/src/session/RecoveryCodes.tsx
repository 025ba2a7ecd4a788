import { Alert, Button, CopyButton, Group, Stack } from "@mantine/core";
import { IconCheck, IconCopy, IconDownload, IconKey } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import classes from "./SecondStep.module.css";

interface Props {
  codes: readonly string[];
  onDone(): void;
}

/** The codes for the day the phone is lost: shown once, to be kept somewhere else. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const { t } = useWords("session");
  const text = `${t("step.fileHead")}\n\n${codes.join("\n")}\n`;
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = t("step.fileName");
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Stack>
      <Alert icon={<IconKey size={18} />} color="albahaca" role="status">
        {t("step.keepCodes")}
      </Alert>
      <ul className={classes.codes} aria-label={t("step.codes")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group grow>
        <CopyButton value={codes.join("\n")}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            >
              {copied ? t("step.copied") : t("step.copy")}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={save} leftSection={<IconDownload size={16} />}>
          {t("step.download")}
        </Button>
      </Group>
      <Button onClick={onDone} fullWidth data-autofocus>
        {t("step.kept")}
      </Button>
    </Stack>
  );
}
