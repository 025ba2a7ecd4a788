import { useNavigate } from "@tanstack/react-router";
import type { RecordDialogProps } from "../record/RecordActions";
import { MergeDialog } from "./MergeDialog";

/** A merge that began on the page of a record: it ends on the page of the one that stays. */
export function MergeOfRecord({ object, record, opened, onClose }: RecordDialogProps) {
  const navigate = useNavigate();
  return (
    <MergeDialog
      object={object}
      ids={[record.id]}
      opened={opened}
      onClose={onClose}
      onMerged={(winner) =>
        winner !== record.id &&
        navigate({ to: "/records/$plural/$id", params: { plural: object.plural, id: winner }, replace: true })
      }
    />
  );
}
