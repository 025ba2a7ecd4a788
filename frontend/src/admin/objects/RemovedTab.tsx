import { Button, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { removedQuery, useRestore } from "@/api/designs";
import { useObjects } from "@/api/objects";
import type { Label } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { showDone } from "@/kit/notices";
import classes from "../design/Design.module.css";
import { showDesignProblem } from "../design/showDesignProblem";

/** What was taken away, with everything that records hold of it, and how it comes back. */
export function RemovedTab() {
  const { t, label } = useWords("admin");
  const formats = useFormats();
  const objects = useObjects();
  const restore = useRestore();
  const { data } = useQuery(removedQuery);
  if (!data) return null;
  if (!data.objects.length && !data.fields.length)
    return (
      <EmptyState
        icon={<IconTrash size={40} stroke={1.2} />}
        title={t("objects.nothingRemoved")}
        text={t("objects.nothingRemovedText")}
      />
    );
  const ofObject = (plural: string) => label(objects.find((one) => one.plural === plural)?.label_plural) || plural;
  const bringBack = async (what: { plural: string; field?: string }, words: Label) => {
    try {
      await restore.mutateAsync(what);
      showDone(t("objects.restored", { name: label(words) }));
    } catch (problem) {
      showDesignProblem(problem, t);
    }
  };
  const rows = [
    ...data.objects.map((one) => ({
      key: one.plural,
      words: one.label_plural,
      text: t("objects.anObject"),
      at: one.deleted_at,
      what: { plural: one.plural },
    })),
    ...data.fields.map((one) => ({
      key: `${one.plural}.${one.name}`,
      words: one.label,
      text: t("objects.aField", { object: ofObject(one.plural) }),
      at: one.deleted_at,
      what: { plural: one.plural, field: one.name },
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <>
      <Text c="dimmed" mb="sm">
        {t("objects.removedText")}
      </Text>
      <ul className={classes.list} aria-label={t("objects.tabs.removed")}>
        {rows.map(({ key, words, text, at, what }) => (
          <li key={key} className={classes.item}>
            <span className={classes.main}>
              <span>{label(words)}</span>
              <span className={classes.quiet}>
                {text} · {formats.instant(at)}
              </span>
            </span>
            <Button
              variant="default"
              size="compact-md"
              loading={restore.isPending && restore.variables === what}
              aria-label={t("objects.restoreOf", { name: label(words) })}
              onClick={() => bringBack(what, words)}
            >
              {t("objects.restore")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
