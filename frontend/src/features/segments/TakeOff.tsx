import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMoveMembers } from "@/api/lists";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import classes from "./Segments.module.css";

interface Props {
  id: string;
  list: string;
  record: string;
  name: string;
}

/** Takes a record off a list, and puts it back for whoever thinks again. */
export function TakeOff({ id, list, record, name }: Props) {
  const { t } = useWords("segments");
  const move = useMoveMembers();
  const take = async () => {
    try {
      await move.mutateAsync({ id, remove: [record] });
      showUndo(t("lists.taken", { name, list }), () => move.mutateAsync({ id, add: [record] }));
    } catch (problem) {
      showProblem(problem);
    }
  };
  const words = t("lists.take", { name });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      className={classes.above}
      aria-label={words}
      title={words}
      loading={move.isPending}
      onClick={take}
    >
      <IconX size={16} />
    </ActionIcon>
  );
}
