import { Badge, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMayManage } from "@/api/objects";
import { useCalls, useWebhook, type WebhookCall } from "@/api/webhooks";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { MoreButton } from "@/kit/MoreButton";
import { showDone, showProblem } from "@/kit/notices";
import { problemText } from "@/kit/problemText";
import { Section } from "@/kit/Section";
import classes from "./Webhooks.module.css";

const COLORS: Record<WebhookCall["state"], string> = { made: "albahaca", pending: "gray", failed: "pimenton" };

/** What the server was told and how it answered; a test shows whether it does. */
export function Calls({ id }: { id: string }) {
  const { t } = useWords("webhooks");
  const calls = useCalls(id);
  const { test } = useWebhook(id);
  const mayWrite = useMayManage("webhooks", "update");
  const shown = calls.data?.pages.flatMap((page) => page.items);
  const go = () => test.mutateAsync().then(() => showDone(t("calls.tested")), showProblem);
  return (
    <Section title={t("calls.title")} text={t("calls.text")}>
      <Stack align="stretch">
        {mayWrite && (
          <Button variant="default" loading={test.isPending} style={{ alignSelf: "flex-start" }} onClick={go}>
            {t("calls.test")}
          </Button>
        )}
        {!shown && !calls.error && <Skeleton height={80} aria-hidden />}
        {!shown && calls.error && <p role="alert">{problemText(calls.error, t)}</p>}
        {shown?.length === 0 && <Text c="dimmed">{t("calls.empty")}</Text>}
        {shown && shown.length > 0 && (
          <ul className={classes.calls} aria-label={t("calls.title")}>
            {shown.map((call) => (
              <Call key={call.id} webhook={id} call={call} />
            ))}
          </ul>
        )}
        <MoreButton list={calls}>{t("calls.more")}</MoreButton>
      </Stack>
    </Section>
  );
}

function Call({ webhook, call }: { webhook: string; call: WebhookCall }) {
  const { t, has } = useWords("webhooks");
  const formats = useFormats();
  const { retry } = useWebhook(webhook);
  const mayWrite = useMayManage("webhooks", "update");
  const say = (code: string) => (has(`answers.${code}`) ? t(`answers.${code}`) : code);
  const told = [
    call.answer && (/^\d+$/.test(call.answer) ? t("calls.answered", { answer: call.answer }) : say(call.answer)),
    call.attempts > 1 && t("calls.attempts", { count: call.attempts }),
    call.why && say(call.why),
    call.state === "pending" && call.due && call.attempts > 0 && t("calls.next", { when: formats.instant(call.due) }),
  ].filter(Boolean);
  const again = () => retry.mutateAsync(call.id).then(() => showDone(t("calls.retried")), showProblem);
  return (
    <li className={classes.call}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <div className={classes.words}>
          <Text size="sm" fw={550}>
            {call.kind === "webhook.test" ? t("calls.kindTest") : call.kind}
          </Text>
          <Text size="xs" c="dimmed">
            {formats.instant(call.made_at)}
          </Text>
        </div>
        <Badge color={COLORS[call.state]} flex="none">
          {t(`calls.states.${call.state}`)}
        </Badge>
      </Group>
      {told.length > 0 && <Text size="sm">{told.join(" · ")}</Text>}
      {mayWrite && call.state === "failed" && (
        <Button
          size="compact-sm"
          variant="default"
          mt={4}
          loading={retry.isPending}
          aria-label={t("calls.retryOf", { when: formats.instant(call.made_at) })}
          onClick={again}
        >
          {t("calls.retry")}
        </Button>
      )}
    </li>
  );
}
