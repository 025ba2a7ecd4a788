import { Button, CopyButton, Group, List, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { StepSetup } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { useForm } from "@/kit/useForm";
import { CodeField } from "./CodeField";
import { QrCode } from "./QrCode";
import classes from "./SecondStep.module.css";

interface Props {
  setup: StepSetup;
  send(code: string): Promise<void>;
}

/** Leads a phone's app to its secret, and asks for the first code as proof that it has it. */
export function SetupGuide({ setup, send }: Props) {
  const { t } = useWords("session");
  const form = useForm({ code: "" }, ({ code }) => send(code.replace(/\s/g, "")));
  const spaced = setup.secret.replace(/(.{4})/g, "$1 ").trim();
  return (
    <form onSubmit={form.submit}>
      <Stack>
        <FormProblem problem={form.problem} />
        <List type="ordered" spacing={4} size="sm">
          <List.Item>{t("step.install")}</List.Item>
          <List.Item>{t("step.scan")}</List.Item>
          <List.Item>{t("step.type")}</List.Item>
        </List>
        <QrCode text={setup.uri} label={t("step.qr")} />
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            {t("step.byHand")}
          </Text>
          <Group gap="xs" wrap="nowrap" align="stretch">
            <Text component="code" flex={1} className={classes.secret}>
              {spaced}
            </Text>
            <CopyButton value={setup.secret}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  h="auto"
                  onClick={copy}
                  leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                >
                  {copied ? t("step.copied") : t("step.copy")}
                </Button>
              )}
            </CopyButton>
          </Group>
        </div>
        <CodeField
          label={t("step.code")}
          value={form.values.code}
          error={form.errors.code}
          onChange={(code) => form.change({ code })}
        />
        <Button type="submit" loading={form.isBusy} fullWidth>
          {t("step.confirm")}
        </Button>
      </Stack>
    </form>
  );
}
