import { Button, CopyButton, Group, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import classes from "./Copyable.module.css";

interface Props {
  label: string;
  text: string;
  hint?: string | undefined;
}

/** A text to be taken elsewhere whole: an address, a key, a few lines for a page. */
export function Copyable({ label, text, hint }: Props) {
  const { t } = useWords();
  return (
    <div>
      <Group justify="space-between" mb={4} wrap="nowrap">
        <Text fw={500} size="sm">
          {label}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              aria-label={`${copied ? t("step.copied") : t("step.copy")}: ${label}`}
            >
              {copied ? t("step.copied") : t("step.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
      {hint && (
        <Text size="sm" c="dimmed" mb={4}>
          {hint}
        </Text>
      )}
      <code className={classes.text}>{text}</code>
    </div>
  );
}
