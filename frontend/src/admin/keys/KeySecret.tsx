import { Alert, Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCopy } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import classes from "./Keys.module.css";

/** The key, once: to be copied to where it belongs. */
export function KeySecret({ secret, onClose }: { secret: string; onClose(): void }) {
  const { t } = useWords("admin");
  const example = `curl -H "Authorization: Bearer ${secret}" "${location.origin}/v1/records/companies?limit=1"`;
  return (
    <Stack>
      <Alert color="pimenton" icon={<IconAlertTriangle size={18} />}>
        {t("apiKeys.secretText")}
      </Alert>
      <Copyable label={t("apiKeys.secret")} text={secret} isFirst />
      <Copyable label={t("apiKeys.try")} text={example} />
      <Button onClick={onClose} fullWidth>
        {t("apiKeys.copied")}
      </Button>
    </Stack>
  );
}

function Copyable({ label, text, isFirst = false }: { label: string; text: string; isFirst?: boolean }) {
  const { t } = useWords("admin");
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={500}>{label}</Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant={isFirst ? "filled" : "default"}
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              aria-label={`${copied ? t("step.copied") : t("step.copy")}: ${label}`}
              data-autofocus={isFirst || undefined}
            >
              {copied ? t("step.copied") : t("step.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text component="code" display="block" className={classes.secret}>
        {text}
      </Text>
    </div>
  );
}
