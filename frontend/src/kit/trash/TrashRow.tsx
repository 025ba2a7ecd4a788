import { ActionIcon, Button, Checkbox, Group, Text } from "@mantine/core";
import { IconTrashX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "@/api/keys";
import { useMe } from "@/api/me";
import { useRestore } from "@/api/recordWrites";
import { usePurge } from "@/api/trash";
import type { Deleted } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Question } from "@/kit/Question";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Trash.module.css";

interface Props {
  object: CompiledObject;
  record: Deleted;
  isSelected: boolean;
  onSelect(on: boolean): void;
}

const DAY = 86_400_000;

export function TrashRow({ object, record, isSelected, onSelect }: Props) {
  const { t } = useWords("jobs");
  const formats = useFormats();
  const client = useQueryClient();
  const isAdmin = useMe().user.role === "admin";
  const who = userName(useUsers().find((user) => user.id === record.deleted_by)) || t("fields.someone");
  const restore = useRestore(object.plural);
  const name = nameOf(record, object.nameField);
  const days = Math.floor((Date.parse(record.purged_at) - Date.now()) / DAY);
  const bringBack = async () => {
    try {
      await restore.mutateAsync(record.id);
      client.invalidateQueries({ queryKey: keys.trash(object.plural) });
      showDone(t("trash.restored", { name }));
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <li className={classes.row} data-selected={isSelected || undefined}>
      <Checkbox
        aria-label={t("trash.select", { name })}
        checked={isSelected}
        onChange={(event) => onSelect(event.currentTarget.checked)}
      />
      <div className={classes.what}>
        <Text fw={500} truncate="end">
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t("trash.by", { name: who, when: record.deleted_at ? formats.ago(record.deleted_at) : "" })}
        </Text>
      </div>
      <Text size="xs" c="dimmed" className={classes.ends}>
        {days > 0 ? t("trash.ends", { count: days }) : t("trash.lastDay")}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t("trash.restoreOne", { name })}
          loading={restore.isPending}
          onClick={bringBack}
        >
          {t("trash.restore")}
        </Button>
        {isAdmin && <Purge plural={object.plural} record={record} name={name} />}
      </Group>
    </li>
  );
}

/** The one thing here that cannot be undone, so it asks. */
function Purge({ plural, record, name }: { plural: string; record: Deleted; name: string }) {
  const { t } = useWords("jobs");
  const [isAsking, setAsking] = useState(false);
  const purge = usePurge(plural);
  const go = async () => {
    try {
      await purge.mutateAsync(record.id);
      setAsking(false);
      showDone(t("trash.purged", { name }));
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t("trash.purgeOne", { name })}
        title={t("trash.purge")}
        onClick={() => setAsking(true)}
      >
        <IconTrashX size={16} />
      </ActionIcon>
      <Question
        opened={isAsking}
        title={t("trash.purgeAsk", { name })}
        text={t("trash.purgeTold")}
        verb={t("trash.purge")}
        color="pimenton"
        isBusy={purge.isPending}
        onYes={go}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
