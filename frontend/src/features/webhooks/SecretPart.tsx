import { Button, Group, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useMe } from "@/api/me";
import { useWebhook } from "@/api/webhooks";
import { useWords } from "@/i18n/useWords";
import { Copyable } from "@/kit/Copyable";
import { showDone, showProblem } from "@/kit/notices";
import { Section } from "@/kit/Section";

const RenewSecret = lazy(() => import("./RenewSecret").then((module) => ({ default: module.RenewSecret })));
const HEADERS = "webhook-id\nwebhook-timestamp\nwebhook-signature";

/** What signs the calls, shown to who asks for it and no longer than that. */
export function SecretPart({ id }: { id: string }) {
  const { t } = useWords("webhooks");
  const { reveal, renew } = useWebhook(id);
  const isAdmin = useMe().user.role === "admin";
  const [secret, setSecret] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const show = () => reveal.mutateAsync().then((told) => setSecret(told.secret), showProblem);
  const change = () =>
    renew.mutateAsync().then((told) => {
      setAsking(false);
      setSecret(told.secret);
      showDone(t("secret.renewed"));
    }, showProblem);
  return (
    <Section title={t("secret.title")} text={t("secret.text")}>
      <Stack>
        {secret && <Copyable label={t("secret.title")} text={secret} />}
        {isAdmin ? (
          <Group gap="xs">
            {secret ? (
              <Button variant="default" onClick={() => setSecret(null)}>
                {t("secret.hide")}
              </Button>
            ) : (
              <Button variant="default" loading={reveal.isPending} onClick={show}>
                {t("secret.show")}
              </Button>
            )}
            <Button variant="subtle" onClick={() => setAsking(true)}>
              {t("secret.renew")}
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {t("secret.adminsOnly")}
          </Text>
        )}
        <Copyable label={t("secret.headers")} hint={t("secret.headersHint")} text={HEADERS} />
      </Stack>
      <Suspense fallback={null}>
        {isAsking && <RenewSecret isBusy={renew.isPending} onRenew={change} onClose={() => setAsking(false)} />}
      </Suspense>
    </Section>
  );
}
