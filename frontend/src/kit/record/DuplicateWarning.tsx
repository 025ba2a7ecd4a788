import { Button, Group, Text } from "@mantine/core";
import { IconCopyCheck } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useLikenesses } from "@/api/duplicates";
import type { RecordRow } from "@/api/types";
import { withWords } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./DuplicateWarning.module.css";

const MergeDialog = lazy(async () => ({
  default: (await withWords("records", () => import("../merge/MergeDialog"))).MergeDialog,
}));

/** Says that this record may be there twice, and offers to make one of both. */
export function DuplicateWarning({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t, inner } = useWords("records");
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const alike = useLikenesses(object.plural, {}, record.id);
  const others = (alike.data ?? []).flatMap((one) => (one.id ? [one] : []));
  const [first] = others;
  if (!first) return null;
  return (
    <Group className={classes.warning} role="status" justify="space-between" gap="xs">
      <Group gap={8} wrap="nowrap" miw={0}>
        <IconCopyCheck size={18} stroke={1.6} className={classes.icon} aria-hidden />
        <Text size="sm">
          {others.length > 1
            ? t("duplicates.several", { count: others.length, name: inner(object.labelPlural) })
            : t("duplicates.one", { name: first.name ?? t("timeline.unnamed") })}
        </Text>
      </Group>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t("duplicates.compare")}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <MergeDialog
            object={object}
            ids={[record.id, ...others.flatMap((one) => one.id ?? []).slice(0, 8)]}
            opened
            onClose={() => setOpen(false)}
            onMerged={(winner) =>
              winner !== record.id &&
              navigate({ to: "/records/$plural/$id", params: { plural: object.plural, id: winner }, replace: true })
            }
          />
        </Suspense>
      )}
    </Group>
  );
}
