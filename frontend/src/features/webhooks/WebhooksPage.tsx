import { Badge, Button, Text } from "@mantine/core";
import { IconWebhook } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMayManage } from "@/api/objects";
import { useWebhooks } from "@/api/webhooks";
import { useWords } from "@/i18n/useWords";
import { DefinitionsPage } from "@/kit/lines/DefinitionsPage";
import { Line } from "@/kit/lines/Lines";

const NewWebhook = lazy(() => import("./NewWebhook").then((module) => ({ default: module.NewWebhook })));

/** The servers of the firm that its automations call. */
export function WebhooksPage() {
  const { t } = useWords("webhooks");
  const { data: webhooks, error } = useWebhooks();
  const [isCreating, setCreating] = useState(false);
  const mayCreate = useMayManage("webhooks", "create");
  return (
    <DefinitionsPage
      title={t("webhooks.title")}
      icon={<IconWebhook size={44} stroke={1.2} />}
      rows={webhooks}
      error={error}
      empty={{ title: t("webhooks.empty"), text: t("webhooks.emptyText") }}
      create={mayCreate && <Button onClick={() => setCreating(true)}>{t("webhooks.create")}</Button>}
      line={(webhook) => (
        <Line
          key={webhook.id}
          link={
            <Link to="/settings/webhooks/$id" params={{ id: webhook.id }}>
              {webhook.name}
            </Link>
          }
          text={webhook.url}
          aside={
            <Badge color={webhook.is_on === false ? "pimenton" : "albahaca"}>
              {t(webhook.is_on === false ? "webhooks.off" : "webhooks.on")}
            </Badge>
          }
        />
      )}
    >
      {webhooks && webhooks.length > 0 && (
        <Text size="sm" c="dimmed" mt="md" maw={640}>
          {t("webhooks.text")}
        </Text>
      )}
      <Suspense fallback={null}>{isCreating && <NewWebhook onClose={() => setCreating(false)} />}</Suspense>
    </DefinitionsPage>
  );
}
