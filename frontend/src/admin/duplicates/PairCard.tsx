import { Badge, Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Pair, useDismissPair, useReopenPair } from "@/api/duplicatePairs";
import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { type Compared, compare } from "./compare";
import classes from "./Duplicates.module.css";

interface Props {
  object: CompiledObject;
  pair: Pair;
  onMerge(): void;
}

/** Two records that may be one: why, and what tells them apart. */
export function PairCard({ object, pair, onMerge }: Props) {
  const { t, label } = useWords("admin");
  const [isWhole, setWhole] = useState(false);
  const dismiss = useDismissPair(object.plural);
  const reopen = useReopenPair(object.plural);
  const [one, other] = pair.records;
  if (!one || !other) return null;

  const nameOf = (record: RecordRow) => String(record[object.nameField] ?? "") || t("duplicates.unnamed");
  const name = t("duplicates.pair", { one: nameOf(one), other: nameOf(other) });
  const shared = [...new Set(pair.reasons.flatMap((reason) => reason.fields))]
    .map((field) => label(object.fields.get(field)?.label))
    .filter(Boolean)
    .join(", ");
  const fields = compare(object, one, other);
  const same = fields.filter((field) => field.isSame).length;
  const setAside = () =>
    dismiss
      .mutateAsync(pair.id)
      .then(() => showUndo(t("duplicates.dismissedDone"), () => reopen.mutateAsync(pair.id)), showProblem);
  const suggest = () => reopen.mutateAsync(pair.id).then(() => showDone(t("duplicates.reopened")), showProblem);
  return (
    <li className={classes.card}>
      <Group justify="space-between" gap="xs">
        <Group gap={8}>
          <Badge color={pair.score >= 90 ? "pimenton" : "gray"}>{t("duplicates.likely", { score: pair.score })}</Badge>
          {shared && (
            <Text size="sm" c="dimmed">
              {t("duplicates.because", { fields: shared })}
            </Text>
          )}
        </Group>
        <Group gap="xs">
          {pair.state === "open" ? (
            <Button
              variant="subtle"
              color="gray"
              size="compact-md"
              loading={dismiss.isPending}
              aria-label={`${t("duplicates.dismiss")}: ${name}`}
              onClick={setAside}
            >
              {t("duplicates.dismiss")}
            </Button>
          ) : (
            <Button
              variant="subtle"
              color="gray"
              size="compact-md"
              loading={reopen.isPending}
              aria-label={`${t("duplicates.reopen")}: ${name}`}
              onClick={suggest}
            >
              {t("duplicates.reopen")}
            </Button>
          )}
          {may(object.permissions, "delete") && (
            <Button size="compact-md" aria-label={`${t("duplicates.merge")}: ${name}`} onClick={onMerge}>
              {t("duplicates.merge")}
            </Button>
          )}
        </Group>
      </Group>
      <div className={classes.sides}>
        <span />
        {[one, other].map((record) => (
          <Link
            key={record.id}
            to="/records/$plural/$id"
            params={{ plural: object.plural, id: record.id }}
            className={classes.name}
          >
            {nameOf(record)}
          </Link>
        ))}
      </div>
      <dl className={classes.fields}>
        {fields
          .filter((field) => isWhole || !field.isSame)
          .map((field) => (
            <FieldPair key={field.field.name} compared={field} one={one} other={other} />
          ))}
      </dl>
      {same > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          mt={4}
          ml={-8}
          onClick={() => setWhole((shown) => !shown)}
        >
          {isWhole ? t("duplicates.hideAll") : t("duplicates.showAll", { count: same })}
        </Button>
      )}
    </li>
  );
}

function FieldPair({ compared, one, other }: { compared: Compared; one: RecordRow; other: RecordRow }) {
  const { label } = useWords("admin");
  const { field, isSame } = compared;
  return (
    <div className={classes.sides} data-differs={!isSame || undefined}>
      <dt>{label(field.label)}</dt>
      {[one, other].map((record) => (
        <dd key={record.id}>
          <FieldValue field={field} value={record[field.name]} record={record} />
        </dd>
      ))}
    </div>
  );
}
