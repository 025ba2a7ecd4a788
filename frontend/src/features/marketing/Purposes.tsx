import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { idempotencyKey } from "@/api/client";
import { type Purpose, usePurposes, usePurposeWrites } from "@/api/marketing";
import { useMayManage } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { problemText } from "@/kit/problemText";
import { Section } from "@/kit/Section";
import classes from "./Marketing.module.css";

const PurposeDialog = lazy(() => import("./PurposeDialog").then((module) => ({ default: module.PurposeDialog })));
const STANDARD = ["marketing", "service"] as const;

/** What for the firm writes: each purpose has a permission of its own, in words of its own. */
export function Purposes() {
  const { t } = useWords("marketing");
  const { data: purposes, error } = usePurposes();
  const [edited, setEdited] = useState<Purpose | "new" | null>(null);
  const mayCreate = useMayManage("purposes", "create");
  return (
    <Section title={t("purposes.title")} text={t("purposes.text")}>
      <Stack align="flex-start">
        <ul className={classes.list} aria-label={t("purposes.title")}>
          {STANDARD.map((key) => (
            <li key={key} className={classes.card}>
              <Text fw={600}>{t(`purposes.standard.${key}`)}</Text>
              <Text size="sm" c="dimmed">
                {t(`purposes.standardText.${key}`)}
              </Text>
            </li>
          ))}
          {purposes?.map((purpose) => (
            <Card key={purpose.id} purpose={purpose} onEdit={() => setEdited(purpose)} />
          ))}
        </ul>
        {!purposes && !error && <Skeleton height={64} aria-hidden />}
        {!purposes && error && <p role="alert">{problemText(error, t)}</p>}
        {mayCreate && (
          <Button variant="default" onClick={() => setEdited("new")}>
            {t("purposes.add")}
          </Button>
        )}
      </Stack>
      <Suspense fallback={null}>
        {edited && <PurposeDialog purpose={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      </Suspense>
    </Section>
  );
}

function Card({ purpose, onEdit }: { purpose: Purpose; onEdit(): void }) {
  const { t, label } = useWords("marketing");
  const { create, remove } = usePurposeWrites();
  const mayWrite = useMayManage("purposes", "update");
  const mayDelete = useMayManage("purposes", "delete");
  const { id, version, key, text, label: called } = purpose;
  const name = label(called);
  const again = () => create.mutateAsync({ name: purpose.name, key, label: called, text, once: idempotencyKey() });
  const takeAway = () =>
    remove.mutateAsync({ id, version }).then(() => showUndo(t("purposes.removed", { name }), again), showProblem);
  return (
    <li className={classes.card}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{name}</Text>
        <Group gap="xs">
          {mayWrite && (
            <Button size="compact-sm" variant="default" aria-label={t("purposes.editOf", { name })} onClick={onEdit}>
              {t("actions.edit")}
            </Button>
          )}
          {mayDelete && (
            <Button size="compact-sm" variant="subtle" aria-label={t("purposes.removeOf", { name })} onClick={takeAway}>
              {t("purposes.remove")}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {label(text)}
      </Text>
    </li>
  );
}
