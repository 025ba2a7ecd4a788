import { Badge, Button, CopyButton, Group, Text } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useState } from "react";
import { type SharedList, useRevokeList, useSharedLists } from "@/api/sharedLists";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { DefinitionsPage } from "@/kit/lines/DefinitionsPage";
import { Line } from "@/kit/lines/Lines";
import { showProblem } from "@/kit/notices";
import { Question } from "@/kit/Question";

/** What was shared with people outside: for whom, until when, how often it was opened; and the way to take it back. */
export function SharedListsPage() {
  const { t } = useWords("sharedLists");
  const { data: shared, error } = useSharedLists();
  const [asked, setAsked] = useState<SharedList>();
  return (
    <DefinitionsPage
      title={t("sharedLists.page")}
      icon={<IconLink size={44} stroke={1.2} />}
      rows={shared}
      error={error}
      empty={{ title: t("sharedLists.empty"), text: t("sharedLists.emptyText") }}
      line={(one) => <SharedLine key={one.id} shared={one} onRevoke={() => setAsked(one)} />}
    >
      {asked && <Revoke shared={asked} onClose={() => setAsked(undefined)} />}
    </DefinitionsPage>
  );
}

function SharedLine({ shared, onRevoke }: { shared: SharedList; onRevoke(): void }) {
  const { t } = useWords("sharedLists");
  const formats = useFormats();
  const name = `${shared.title} · ${shared.recipient}`;
  const opens = shared.last_opened_at
    ? t("sharedLists.opened", {
        count: shared.opens,
        number: formats.number(shared.opens),
        when: formats.ago(shared.last_opened_at),
      })
    : t("sharedLists.never");
  return (
    <Line
      link={shared.url ? <a href={shared.url}>{name}</a> : <Text fw={550}>{name}</Text>}
      text={opens}
      aside={
        shared.is_open && shared.url ? (
          <Group gap="xs" wrap="nowrap">
            <Text size="sm" c="dimmed" visibleFrom="sm">
              {t("sharedLists.ends", { when: formats.day(shared.expires_at.slice(0, 10)) })}
            </Text>
            <CopyButton value={shared.url}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={copy}
                  aria-label={`${copied ? t("step.copied") : t("step.copy")}: ${name}`}
                >
                  {copied ? t("step.copied") : t("step.copy")}
                </Button>
              )}
            </CopyButton>
            <Button
              size="compact-sm"
              variant="default"
              onClick={onRevoke}
              aria-label={`${t("sharedLists.revoke")}: ${name}`}
            >
              {t("sharedLists.revoke")}
            </Button>
          </Group>
        ) : (
          <Badge color="gray">{t(shared.revoked_at ? "sharedLists.revoked" : "sharedLists.over")}</Badge>
        )
      }
    />
  );
}

function Revoke({ shared, onClose }: { shared: SharedList; onClose(): void }) {
  const { t } = useWords("sharedLists");
  const revoke = useRevokeList();
  return (
    <Question
      title={t("sharedLists.revokeTitle", { name: shared.title })}
      text={t("sharedLists.revokeText", { name: shared.recipient })}
      verb={t("sharedLists.revoke")}
      color="pimenton"
      isBusy={revoke.isPending}
      onYes={() => revoke.mutateAsync(shared.id).then(onClose, showProblem)}
      onClose={onClose}
    />
  );
}
