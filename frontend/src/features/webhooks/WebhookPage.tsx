import { Alert, Badge, Button, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useMayManage } from "@/api/objects";
import { useWebhook, useWebhookWrites, type Webhook, webhookQuery } from "@/api/webhooks";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { FormProblem } from "@/kit/FormProblem";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { showDone, showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { Section } from "@/kit/Section";
import { useForm } from "@/kit/useForm";
import { Calls } from "./Calls";
import { Fields } from "./Fields";
import { SecretPart } from "./SecretPart";
import classes from "./Webhooks.module.css";

const RemoveWebhook = lazy(() => import("./RemoveWebhook").then((module) => ({ default: module.RemoveWebhook })));

/** One server: where it is, what signs its calls, and what became of them. */
export function WebhookPage({ id }: { id: string }) {
  const { t } = useWords("webhooks");
  const { data: webhook } = useSuspenseQuery(webhookQuery(id));
  const [isRemoving, setRemoving] = useState(false);
  const mayDelete = useMayManage("webhooks", "delete");
  const isOff = webhook.is_on === false;
  return (
    <Page
      title={webhook.name}
      before={<BackLink to="/settings/webhooks" aria-label={t("webhooks.title")} />}
      aside={
        <Badge color={isOff ? "pimenton" : "albahaca"} flex="none">
          {t(isOff ? "webhooks.off" : "webhooks.on")}
        </Badge>
      }
      actions={
        mayDelete && (
          <Button variant="default" onClick={() => setRemoving(true)}>
            {t("actions.delete")}
          </Button>
        )
      }
    >
      {isOff && <Off webhook={webhook} />}
      <Address key={webhook.version} webhook={webhook} />
      <SecretPart id={id} />
      <Calls id={id} />
      <Suspense fallback={null}>
        {isRemoving && <RemoveWebhook webhook={webhook} onClose={() => setRemoving(false)} />}
      </Suspense>
    </Page>
  );
}

function Off({ webhook }: { webhook: Webhook }) {
  const { t } = useWords("webhooks");
  const formats = useFormats();
  const { switchOn } = useWebhook(webhook.id);
  const go = () => switchOn.mutateAsync().then(() => showDone(t("webhooks.isOn")), showProblem);
  return (
    <Alert color="pimenton" mb="md" icon={<IconAlertTriangle size={18} />} title={t("webhooks.offTitle")}>
      <Text size="sm" mb="sm">
        {t("webhooks.offText")}
        {webhook.off_at && ` ${t("webhooks.since", { when: formats.ago(webhook.off_at) })}`}
      </Text>
      <Button size="compact-md" loading={switchOn.isPending} onClick={go}>
        {t("webhooks.switchOn")}
      </Button>
    </Alert>
  );
}

function Address({ webhook }: { webhook: Webhook }) {
  const { t } = useWords("webhooks");
  const { change } = useWebhookWrites();
  const mayWrite = useMayManage("webhooks", "update");
  const { id, version, name, url, description = "" } = webhook;
  const kept = { name, url, description };
  const form = useForm(kept, async (values) => {
    const wish = { ...values, name: values.name.trim(), url: values.url.trim() };
    await change.mutateAsync({ ...wish, id, version });
    showDone(t("webhooks.saved"));
  });
  const isDirty = JSON.stringify(form.values) !== JSON.stringify(kept);
  return (
    <Section title={t("webhooks.where")} text={t("webhooks.whereText")}>
      <form onSubmit={form.submit}>
        <fieldset className={classes.fields} disabled={!mayWrite}>
          <Stack align="stretch">
            <FormProblem problem={form.problem} />
            <Fields values={form.values} errors={form.errors} onChange={form.change} />
            <Button type="submit" disabled={!isDirty} loading={form.isBusy} style={{ alignSelf: "flex-start" }}>
              {t("actions.saveChanges")}
            </Button>
          </Stack>
        </fieldset>
      </form>
      <LeaveGuard isDirty={isDirty && !form.isBusy} />
    </Section>
  );
}
