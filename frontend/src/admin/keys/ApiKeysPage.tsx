import { Anchor, Button, Skeleton, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconKey } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useApiKeys } from "@/api/apiKeys";
import type { ApiKey } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { KeyCards, KeyTable } from "./KeyList";

const CreateKey = lazy(() => import("./CreateKey").then((module) => ({ default: module.CreateKey })));
const RevokeKey = lazy(() => import("./RevokeKey").then((module) => ({ default: module.RevokeKey })));

/** Which programs come in without a person, and what each may do. */
export function ApiKeysPage() {
  const { t } = useWords("admin");
  const { data: keys, error } = useApiKeys();
  const isPhone = useMediaQuery("(max-width: 47.99em)");
  const [isCreating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  const List = isPhone ? KeyCards : KeyTable;
  const create = <Button onClick={() => setCreating(true)}>{t("apiKeys.create")}</Button>;
  return (
    <Page title={t("apiKeys.title")} actions={keys?.length ? create : undefined}>
      {!keys && !error && (
        <Stack>
          <Skeleton height={44} />
          <Skeleton height={44} />
        </Stack>
      )}
      {!keys && error && <EmptyState icon={<IconKey size={44} stroke={1.2} />} title={problemText(error, t)} />}
      {keys?.length === 0 && (
        <EmptyState icon={<IconKey size={44} stroke={1.2} />} title={t("apiKeys.empty")} text={t("apiKeys.emptyText")}>
          {create}
        </EmptyState>
      )}
      {keys && keys.length > 0 && <List keys={keys} revoke={setRevoked} />}
      <Anchor size="sm" mt="md" display="inline-block" href="/v1/openapi.json" target="_blank" rel="noreferrer">
        {t("apiKeys.docs")}
      </Anchor>
      <Suspense fallback={null}>
        {isCreating && <CreateKey onClose={() => setCreating(false)} />}
        {revoked && <RevokeKey apiKey={revoked} onClose={() => setRevoked(null)} />}
      </Suspense>
    </Page>
  );
}
