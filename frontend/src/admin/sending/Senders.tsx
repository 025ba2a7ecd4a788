import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { idempotencyKey } from "@/api/client";
import { useMayManage } from "@/api/objects";
import { type Sender, useSenders, useSenderWrites } from "@/api/sending";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { problemText } from "@/kit/problemText";
import { Section } from "@/kit/Section";
import classes from "./Sending.module.css";

const SenderDialog = lazy(() => import("./SenderDialog").then((module) => ({ default: module.SenderDialog })));

/** In whose name a mail is written, where an answer goes, and the address that the law wants below it. */
export function Senders() {
  const { t } = useWords("admin");
  const { data: senders, error } = useSenders();
  const mayAdd = useMayManage("senders", "create");
  const [edited, setEdited] = useState<Sender | "new" | null>(null);
  return (
    <Section title={t("sending.senders")} text={t("sending.sendersText")}>
      <Stack align="flex-start">
        {!senders && !error && <Skeleton height={64} aria-hidden />}
        {!senders && error && <p role="alert">{problemText(error, t)}</p>}
        {senders && senders.length > 0 && (
          <ul className={classes.list} aria-label={t("sending.senders")}>
            {senders.map((sender) => (
              <SenderCard key={sender.id} sender={sender} onEdit={() => setEdited(sender)} />
            ))}
          </ul>
        )}
        {senders?.length === 0 && !mayAdd && <Text c="dimmed">{t("sending.noSenders")}</Text>}
        {mayAdd && (
          <Button variant="default" onClick={() => setEdited("new")}>
            {t("sending.addSender")}
          </Button>
        )}
      </Stack>
      <Suspense fallback={null}>
        {edited && <SenderDialog sender={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      </Suspense>
    </Section>
  );
}

function SenderCard({ sender, onEdit }: { sender: Sender; onEdit(): void }) {
  const { t } = useWords("admin");
  const { create, remove } = useSenderWrites();
  const mayWrite = useMayManage("senders", "update");
  const mayRemove = useMayManage("senders", "delete");
  const { id, version, name, from_name, address, reply_to, postal_address, legal_name } = sender;
  const again = () =>
    create.mutateAsync({
      ...{ name, from_name, address, postal_address },
      reply_to: reply_to ?? null,
      legal_name: legal_name ?? null,
      key: idempotencyKey(),
    });
  const takeAway = () =>
    remove.mutateAsync({ id, version }).then(() => showUndo(t("sending.removed", { name }), again), showProblem);
  return (
    <li className={classes.card}>
      <Group justify="space-between" gap="xs">
        <div className={classes.who}>
          <Text fw={600} truncate="end">
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            {from_name} · {address}
          </Text>
        </div>
        <Group gap="xs">
          {mayWrite && (
            <Button size="compact-sm" variant="default" aria-label={t("sending.editOf", { name })} onClick={onEdit}>
              {t("sending.edit")}
            </Button>
          )}
          {mayRemove && (
            <Button size="compact-sm" variant="subtle" aria-label={t("sending.removeOf", { name })} onClick={takeAway}>
              {t("sending.remove")}
            </Button>
          )}
        </Group>
      </Group>
    </li>
  );
}
